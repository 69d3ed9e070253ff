@testable import InspectionCore

/// A check with its judgement, before it has its share of an area.
struct Judged {
  let check: Check
  let judgement: Judgement
}

/// The points of an area that holds these checks alone.
func points(
  of checks: [Judged], weight: Int64?, policy: NotApplicablePolicy
) -> [PointsDerivation] {
  let area = Area(
    id: "A", title: Sample.text("A", "A"), weight: weight, checks: checks.map(\.check))
  return InspectionCore.points(
    of: zip(checks, nominalPoints(of: area)).map {
      JudgedCheck(notApplicable: $0.check.notApplicable, nominal: $1, judgement: $0.judgement)
    }, policy: policy)
}
