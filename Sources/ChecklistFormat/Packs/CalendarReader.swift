import Diagnostics
import InspectionCore

/// Reads a working-day calendar: `soat`, `calendar`, `title`, `verified`, `off`, `working`,
/// `budget_rounds`.
struct CalendarReader {
  let reader: FileReader

  private struct Day {
    let entry: CalendarDay
    let place: SourceRange
  }

  func calendar(_ root: YAMLNode) -> WorkingCalendar? {
    guard let file = reader.mapping(root, .calendar) else { return nil }
    file.checkFormatVersion()
    let id = file.text("calendar")
    let title = file.localized("title")
    var verified: Period?
    if let node = file.value("verified", as: .mapping) { verified = reader.period(node) }
    let off = days(file.list("off"))
    let working = days(file.list("working"))
    for (date, day) in working { checkMakeUp(date, day, isOff: off[date] != nil) }
    let rounds = file.list("budget_rounds").compactMap(budgetRound)
    guard let id, let title, let verified else { return nil }
    return WorkingCalendar(
      id: id, title: title, verified: verified, daysOff: off.mapValues(\.entry),
      makeUpDays: working.mapValues(\.entry), budgetRounds: rounds)
  }

  private func budgetRound(_ node: YAMLNode) -> BudgetRound? {
    guard let mapping = reader.mapping(node, .budgetRound) else { return nil }
    let day = mapping.dayOfYear("day")
    let name = mapping.localized("name")
    let source = mapping.text("source")
    let confirmed = mapping.bool("confirmed")
    guard let day else { return nil }
    return BudgetRound(
      day: day, name: name ?? LocalizedText(same: day.text), source: source ?? "",
      isConfirmed: confirmed ?? false)
  }

  private func checkMakeUp(_ date: CivilDate, _ day: Day, isOff: Bool) {
    if isOff {
      reader.report(
        "conflicting-day",
        LocalizedText(
          vi: "ngày \(date.vietnamese) vừa nghỉ vừa làm bù",
          en: "\(date.iso) is listed both as off and as worked"),
        mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: day.place)
    } else if !date.weekday.isWeekend {
      reader.report(
        "make-up-weekday",
        LocalizedText(
          vi: "ngày \(date.vietnamese) vốn là ngày làm việc, không cần làm bù",
          en: "\(date.iso) is a working day anyway"), severity: .warning,
        mend: LocalizedText(
          vi: "xem lại ngày; ngày làm bù là thứ bảy hoặc chủ nhật",
          en: "look at the date; make-up days are Saturdays or Sundays"), at: day.place)
    }
  }

  private func days(_ nodes: [YAMLNode]) -> [CivilDate: Day] {
    var days: [CivilDate: Day] = [:]
    for node in nodes {
      guard let mapping = reader.mapping(node, .day) else { continue }
      let date = mapping.date("date")
      let name = mapping.localized("name")
      let source = mapping.text("source")
      let confirmed = mapping.bool("confirmed")
      guard let date else { continue }
      if days[date] != nil {
        reader.report(
          "duplicate-day",
          LocalizedText(
            vi: "ngày \(date.vietnamese) ghi hai lần", en: "\(date.iso) is listed twice"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"),
          at: mapping.valueRange("date"))
        continue
      }
      let entry = CalendarDay(
        name: name ?? date.text, source: source ?? "", isConfirmed: confirmed ?? false)
      days[date] = Day(entry: entry, place: mapping.valueRange("date"))
    }
    return days
  }
}
