import Diagnostics
import InspectionCore

extension PackLoading {
  /// Reports a deadline at the next budget round where the calendar names no round.
  func checkBudgetRounds(_ mapping: Mapping, _ main: FileReader) {
    guard let calendar, calendar.budgetRounds.isEmpty else { return }
    for read in checks where read.check.remedy.within == .nextBudgetRound && isOwn(read.reader) {
      report(calendar, read.reader, at: read.place)
    }
    if policies.defaultLimits.contains(where: { $0.within == .nextBudgetRound }),
      mapping.value("policies", as: .mapping) != nil
    {
      report(calendar, main, at: mapping.keyRange("policies"))
    }
  }

  private func report(_ calendar: WorkingCalendar, _ reader: FileReader, at range: SourceRange) {
    reader.report(
      "no-budget-round",
      LocalizedText(
        vi: "lịch \"\(shown(calendar.id))\" không nêu kỳ dự toán nào nên không tính được thời hạn",
        en: "the calendar \"\(shown(calendar.id))\" names no budget round to set the deadline by"),
      mend: LocalizedText(
        vi: "thêm budget_rounds vào tệp lịch, hoặc viết thời hạn khác",
        en: "add budget_rounds to the calendar's file, or write another time limit"), at: range)
  }
}
