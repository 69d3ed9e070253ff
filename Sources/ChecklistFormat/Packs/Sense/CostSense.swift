import CEL
import Diagnostics
import InspectionCore

extension NumberLint {
  /// How large the tables among the variables may be; nil where there are none, so that nothing
  /// that a submission brings can make a rule long.
  static func bounds(of variables: [String: Measured]) -> SizeBounds? {
    var sizes: [String: UInt64] = [:]
    for (name, measured) in variables {
      if case .row = measured { sizes[name] = UInt64(AnswerReader.largestTable) }
    }
    return sizes.isEmpty ? nil : SizeBounds(sizes)
  }
}

extension FileReader {
  /// Reports a rule that cannot be evaluated over the largest tables.
  func reportCostlyRule(at range: SourceRange) {
    report(
      "costly-rule",
      LocalizedText(
        vi: "khi bảng có 10.000 dòng, quy tắc này cần hơn một triệu vòng lặp, tức là bị dừng và "
          + "không có kết quả",
        en: "with tables of 10,000 rows this rule takes more than a million rounds of loops, so it "
          + "is stopped without a result"),
      severity: .warning,
      mend: LocalizedText(
        vi: "không duyệt bảng bên trong một lần duyệt bảng khác; dùng kiểu rows, hoặc hỏi thẳng số "
          + "cần biết bằng một chỉ tiêu",
        en: "go through no table within another; use kind rows, or ask for the figure by an "
          + "indicator of its own"),
      at: firstLine(of: range))
  }
}
