public import InspectionCore

/// What submissions of one checklist are read by, worked out once for as many files as there are.
///
/// A class, since every reader holds it, on several threads at once.
public final class SubmissionRules: Sendable {
  /// The checklist.
  public let checklist: Checklist
  /// `id@version`, by which submissions name it.
  public let reference: String
  let indicators: [Indicator]
  /// Their ids.
  let ids: [String]
  /// What may be read of the answers to each as it stands.
  let fits: [AnswerFit]
  /// Where each indicator stands among them; of two with one id, the later.
  let positions: [String: Int]
  /// The same by the bytes of their ids.
  let names: NameIndex
  /// The ids of all checks, in their order.
  let checks: [String]
  private let checkIDs: Set<String>

  /// Creates the rules of a checklist.
  public init(_ checklist: Checklist) {
    self.checklist = checklist
    reference = checklist.reference
    indicators = checklist.indicators
    var positions: [String: Int] = [:]
    for (position, indicator) in indicators.enumerated() { positions[indicator.id] = position }
    self.positions = positions
    ids = indicators.map(\.id)
    fits = indicators.map { AnswerFit($0) }
    names = NameIndex(ids)
    checks = checklist.areas.flatMap(\.checks).map(\.id)
    checkIDs = Set(checks)
  }

  /// Whether the checklist has a check of that id.
  func hasCheck(_ id: String) -> Bool { checkIDs.contains(id) }
}
