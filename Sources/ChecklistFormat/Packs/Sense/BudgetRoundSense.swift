import Diagnostics
import InspectionCore

extension PackLoading {
  /// Reports a deadline at the next budget round where the calendar names no round: where the deadline
  /// is written, or where a checklist that takes it over from its base names another calendar.
  func checkBudgetRounds(_ mapping: Mapping, _ main: FileReader) {
    guard let calendar, calendar.budgetRounds.isEmpty else { return }
    var isTakenOver = false
    for read in checks where read.check.remedy.within == .nextBudgetRound {
      let (reader, range) = read.line(of: "remedy")
      if isOwn(reader) {
        report(calendar, reader, at: range)
      } else {
        isTakenOver = true
      }
    }
    if policies.defaultLimits.contains(where: { $0.within == .nextBudgetRound }) {
      if mapping.optional("policies") != nil {
        report(calendar, main, at: mapping.keyRange("policies"))
      } else {
        isTakenOver = true
      }
    }
    guard isTakenOver, let calendarPlace else { return }
    report(
      calendar, main, at: calendarPlace,
      mend: LocalizedText(
        vi: "thêm budget_rounds vào tệp lịch, hoặc dùng lịch của bảng kiểm gốc",
        en: "add budget_rounds to the calendar's file, or use the calendar of the base"))
  }

  private func report(
    _ calendar: WorkingCalendar, _ reader: FileReader, at range: SourceRange,
    mend: LocalizedText = LocalizedText(
      vi: "thêm budget_rounds vào tệp lịch, hoặc viết thời hạn khác",
      en: "add budget_rounds to the calendar's file, or write another time limit")
  ) {
    reader.report(
      "no-budget-round",
      LocalizedText(
        vi: "lịch \"\(shown(calendar.id))\" không nêu kỳ dự toán nào nên không tính được thời hạn",
        en: "the calendar \"\(shown(calendar.id))\" names no budget round to set the deadline by"),
      mend: mend, at: range)
  }
}
