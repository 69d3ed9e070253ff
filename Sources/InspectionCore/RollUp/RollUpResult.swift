public import CEL
public import Diagnostics

/// What one child unit gives to one row.
public enum Contribution: Hashable, Sendable {
  /// A figure that is added.
  case figure(Number)
  /// Nothing: no answer, or stated to be unknown.
  case unanswered
  /// An answer that must not be added: an average, or "about" without a tolerance.
  case leftOut(Answer)

  /// The figure added.
  public var figure: Number? {
    if case .figure(let number) = self { number } else { nil }
  }
}

/// Whether the parent's own figure agrees with what its children come to.
public enum RollUpAgreement: String, Hashable, Sendable, CaseIterable {
  /// Both are exact and equal.
  case equal
  /// They cannot both be right.
  case differs
  /// What is known of them does not decide.
  case open
}

/// One figure rolled up.
public struct RollUpRow: Sendable {
  /// The indicator of the parent's checklist.
  public var indicator: Indicator
  /// How it follows from the children.
  public var rule: RollUpRule
  /// What each unit gives, in the order of the units; of a share, the figure divided.
  public var contributions: [Contribution]
  /// What each unit gives to the divisor of a share; empty for all else.
  public var divisors: [Contribution]
  /// What the units that answered come to together; nil where none did or it cannot be computed.
  public var sum: Number?
  /// What is known of all expected units together: exact where all of them answered exactly.
  public var total: Number?
  /// Whether every expected unit answered.
  public var isComplete = false
  /// Why it could not be computed.
  public var problem: LocalizedText?
  /// The parent's own answer.
  public var parent: Answer?

  /// Whether a unit answered what the row needs of it.
  public func isAnswered(by unit: Int) -> Bool {
    guard contributions[unit].figure != nil else { return false }
    return divisors.isEmpty || divisors[unit].figure != nil
  }

  /// How many units answered.
  public var answered: Int {
    var count = 0
    for unit in contributions.indices where isAnswered(by: unit) { count += 1 }
    return count
  }

  /// The parent's own figure; nil where it gives none.
  public var parentFigure: Number? {
    guard case .number(let number)? = parent?.value else { return nil }
    return number
  }

  /// How the parent's figure and the total go together; nil where one of them is not there.
  public var agreement: RollUpAgreement? {
    guard let parentFigure, let total else { return nil }
    switch parentFigure.isEqual(to: total) {
    case .yes: return .equal
    case .no: return .differs
    case .open: return .open
    }
  }

  /// The parent's figure less what the children come to, where all answered and both are exact. Of a figure of which
  /// the parent has a part of its own, that part.
  public var difference: Rational? {
    guard let own = parentFigure?.exactValue, let sum = sum?.exactValue else { return nil }
    guard isComplete else { return nil }
    do throws(NumberError) {
      return try own.subtracting(sum)
    } catch {
      return nil
    }
  }
}

/// An indicator that was answered and is not rolled up.
public struct RollUpExclusion: Sendable {
  /// The indicator.
  public var indicator: Indicator
  /// Why.
  public var reason: LocalizedText
}

/// Child units rolled up into the figures of their parent.
public struct RollUp: Sendable {
  /// What was asked for.
  public let request: RollUpRequest
  /// The submissions in the order of the list of units, otherwise by code.
  public let reported: [RollUpInput]
  /// The units on the list that did not report.
  public let missing: [InspectedUnit]
  /// How many units should have reported.
  public let expectedCount: Int
  /// The figures.
  public let rows: [RollUpRow]
  /// What was answered and is not rolled up.
  public let notAdded: [RollUpExclusion]

  /// How many units did not report and are not known by name.
  public var unnamedMissing: Int { expectedCount - reported.count - missing.count }
  /// The period of all submissions.
  public var period: Period { reported[0].submission.period }

  /// The unit above, by its submission or by the list.
  public var parentUnit: InspectedUnit? { request.parent?.submission.unit ?? request.over }
}
