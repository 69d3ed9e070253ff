public import CEL
import Diagnostics

/// A band with what it asks of this unit.
public struct BandStep: Hashable, Sendable {
  /// The band.
  public var band: Band
  /// The least share it asks of a unit of these classes.
  public var from: Rational
  /// Whether the share reaches it.
  public var isReached: Bool
}

/// How a unit's grade follows from its points.
public struct ScoreExplanation: Hashable, Sendable {
  /// The bands, highest first, with what they ask.
  public var bands: [BandStep]
  /// The first band that the share reaches; nil where it reaches none.
  public var byShare: Band?
  /// Every gate, cap and zero limit, with what it did.
  public var limits: [AppliedLimit]

  /// Explains the score of an assessment by the rules of its checklist.
  public init(_ assessment: Assessment, by rules: ScoringRules) {
    let score = assessment.score
    bands = []
    for band in rules.bands {
      let from = band.from(for: assessment.submission.unit.classes)
      let isReached = score.share.map { $0 >= from } ?? false
      bands.append(BandStep(band: band, from: from, isReached: isReached))
    }
    byShare = bands.first { $0.isReached }?.band
    limits = score.allLimits
  }
}

extension Score {
  /// Every gate, cap and zero limit, with what it did.
  var allLimits: [AppliedLimit] {
    var found: [AppliedLimit] = []
    for (kind, results) in [(AppliedLimit.Kind.gate, gates), (.cap, caps)] {
      for result in results {
        found.append(
          AppliedLimit(
            kind: kind, subject: result.limit.check, grade: result.limit.grade,
            state: result.state))
      }
    }
    for result in zeroLimits {
      found.append(
        AppliedLimit(kind: .zero, subject: result.id, grade: result.grade, state: result.state))
    }
    return found
  }
}
