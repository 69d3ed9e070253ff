import Diagnostics

/// When a check concerns no unit: its own dates, or its law's (decision 5). Worked out once, words
/// included, for every submission to ask.
struct CheckForce: Sendable {
  private let from: CivilDate?
  private let to: CivilDate?
  /// When the documents it rests on were in force; empty where that makes no difference.
  private let spans: [(from: CivilDate, to: CivilDate?)]
  private let notYet: Reason
  private let noLonger: Reason
  private let notInForce: Reason

  /// - Parameter citations: what the check rests on.
  init(_ check: Check, _ citations: [Citation]) {
    from = check.effectiveFrom
    to = check.effectiveTo
    func reason(_ vi: String, _ en: String) -> Reason { Reason(LocalizedText(vi: vi, en: en)) }
    notYet = reason(
      "Mục này áp dụng từ ngày \(check.effectiveFrom?.vietnamese ?? "")",
      "The check applies from \(check.effectiveFrom?.iso ?? "")")
    noLonger = reason(
      "Mục này áp dụng đến hết ngày \(check.effectiveTo?.vietnamese ?? "")",
      "The check applied up to \(check.effectiveTo?.iso ?? "")")
    var spans: [(from: CivilDate, to: CivilDate?)] = []
    var names = ""
    if check.checkClass.needsForce {
      for citation in citations {
        spans.append((citation.inForceFrom, citation.inForceTo))
        names += (names.isEmpty ? "" : ", ") + citation.number
      }
    }
    self.spans = spans
    notInForce = reason(
      "Văn bản làm căn cứ (\(names)) không có hiệu lực trong kỳ được kiểm tra",
      "What it rests on (\(names)) was not in force in the inspected period")
  }

  /// Why the check does not concern a period; nil where it does.
  func obstacle(in period: Period) -> Reason? {
    if let from, from > period.to { return notYet }
    if let to, to < period.from { return noLonger }
    if spans.isEmpty { return nil }
    for span in spans where period.overlaps(from: span.from, to: span.to) { return nil }
    return notInForce
  }
}
