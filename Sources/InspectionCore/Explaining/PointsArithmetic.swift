public import Diagnostics

/// A check whose points went to the others of its area.
public struct FreedPoints: Hashable, Sendable {
  /// The check's id.
  public var check: String
  /// Its share of the weight, in millionths of a point.
  public var points: Int64
}

/// All that goes into one check's points, so that they can be worked out again with a pencil;
/// millionths of a point throughout.
public struct PointsArithmetic: Hashable, Sendable {
  /// The area's id.
  public var area: String
  /// What the area covers.
  public var title: LocalizedText
  /// The area's weight; nil where points count as they are.
  public var weight: Int64?
  /// The points of the check as its author wrote them.
  public var checkPoints: Int64
  /// The points of all checks of the area, as their author wrote them.
  public var areaPoints: Int64
  /// What was found: share, what it took over, what it could earn, what it earned.
  public var derivation: PointsDerivation
  /// `weight × checkPoints / areaPoints` rounded down; the share is that, or one millionth more.
  public var roundedDown: Int64
  /// `freedPoints × nominal / receiving` rounded down; what it took over is that, or one millionth more.
  public var takenOverRoundedDown: Int64
  /// The checks of the area whose points are split over those that apply.
  public var freed: [FreedPoints]
  /// The shares of the checks of the area that apply, added up.
  public var receiving: Int64

  /// What the freed points add up to.
  public var freedPoints: Int64 { freed.reduce(0) { $0 + $1.points } }

  /// Works out the arithmetic of a check in an area as it was judged.
  init(_ result: CheckResult, in judged: AreaResult, as written: Area) {
    area = judged.id
    title = judged.title
    weight = written.weight
    checkPoints = result.check.points
    areaPoints = 0
    for check in written.checks { areaPoints += check.points }
    derivation = result.points
    roundedDown =
      areaPoints == 0
      ? 0
      : Int64(Int128(written.weight ?? areaPoints) * Int128(checkPoints) / Int128(areaPoints))
    freed = []
    receiving = 0
    takenOverRoundedDown = 0
    for other in judged.checks {
      if other.verdict != .notApplicable {
        receiving += other.points.nominal
      } else if other.points.policy == .redistribute, other.points.nominal > 0 {
        freed.append(FreedPoints(check: other.check.id, points: other.points.nominal))
      }
    }
    guard receiving > 0, result.verdict != .notApplicable else { return }
    takenOverRoundedDown = Int64(
      Int128(freedPoints) * Int128(derivation.nominal) / Int128(receiving))
  }
}
