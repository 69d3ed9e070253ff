import CEL
import Diagnostics
import InspectionCore

extension PackLoading {
  /// Reports partial credit that no answer can earn: beside a comparison that has no shortfall to
  /// share, or a rule that is true or false.
  func checkPartialCredit(of read: ReadCheck, _ compiled: CompiledChecklist) {
    guard read.check.partial != .none else { return }
    if read.check.kind == CheckKind.ruleID {
      guard let program = compiled.rule(of: read.check.id)?.programs.first?.program,
        program.resultType == .bool
      else { return }
      reportWithoutEffect(
        read, "expr",
        LocalizedText(
          vi: "quy tắc này cho đúng/sai, nên partial không có tác dụng",
          en: "this rule is true or false, so partial has no effect"),
        mend: LocalizedText(
          vi: "bỏ partial, hoặc viết quy tắc cho phần điểm từ 0 đến 1",
          en: "remove partial, or let the rule give a share from 0 to 1"))
      return
    }
    for relation in ["above", "at_most", "below"] where read.check.parameters[relation] != nil {
      reportWithoutEffect(
        read, relation,
        LocalizedText(
          vi: "với \(relation) thì chỉ có đạt hoặc không đạt, partial không có tác dụng",
          en: "with \(relation) a check is met or not, and partial has no effect"),
        mend: LocalizedText(
          vi: "bỏ partial, hoặc dùng at_least", en: "remove partial, or use at_least"))
    }
  }

  private func reportWithoutEffect(
    _ read: ReadCheck, _ parameter: String, _ message: LocalizedText, mend: LocalizedText
  ) {
    let (reader, range) = read.line(of: parameter)
    reader.report(
      "partial-without-effect", message, severity: .warning, mend: mend, at: range)
  }
}
