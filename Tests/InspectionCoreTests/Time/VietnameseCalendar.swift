import Diagnostics
import InspectionCore

/// A date that the test knows to exist.
func date(_ iso: String) -> CivilDate {
  CivilDate(iso: iso)!
}

/// The days off and make-up days of Vietnam's offices from 2024 to the middle of 2026; Friday
/// 02/01/2026 with its make-up Saturday 10/01/2026 stands as a proposal only.
let vietnameseCalendar: WorkingCalendar = {
  let tet = LocalizedText(vi: "Tết Nguyên đán", en: "Lunar New Year")
  let victory = LocalizedText(vi: "Ngày Chiến thắng", en: "Reunification Day")
  let other = LocalizedText(vi: "ngày nghỉ lễ", en: "public holiday")
  let swapped = LocalizedText(vi: "hoán đổi ngày nghỉ", en: "exchanged day")
  func days(
    _ name: LocalizedText, _ dates: [String], isConfirmed: Bool = true
  ) -> [CivilDate: CalendarDay] {
    let day = CalendarDay(name: name, source: "test", isConfirmed: isConfirmed)
    return Dictionary(uniqueKeysWithValues: dates.map { (date($0), day) })
  }
  var off = days(tet, (8...14).map { "2024-02-" + ($0 < 10 ? "0" : "") + String($0) })
  off.merge(days(tet, (27...31).map { "2025-01-\($0)" })) { $1 }
  off.merge(days(tet, (16...20).map { "2026-02-\($0)" })) { $1 }
  off.merge(days(victory, ["2024-04-30", "2025-04-30", "2026-04-30"])) { $1 }
  off.merge(days(swapped, ["2024-04-29", "2025-05-02"])) { $1 }
  off.merge(days(swapped, ["2026-01-02"], isConfirmed: false)) { $1 }
  off.merge(
    days(
      other,
      [
        "2024-01-01", "2024-04-18", "2024-05-01", "2024-09-02", "2024-09-03", "2025-01-01",
        "2025-04-07", "2025-05-01", "2025-09-01", "2025-09-02", "2026-01-01", "2026-04-27",
        "2026-05-01",
      ])
  ) { $1 }
  var worked = days(swapped, ["2024-05-04", "2025-04-26"])
  worked.merge(days(swapped, ["2026-01-10"], isConfirmed: false)) { $1 }
  return WorkingCalendar(
    id: "vn", title: LocalizedText(vi: "Lịch công chức", en: "Civil-service calendar"),
    verified: Period(from: date("2024-01-01"), to: date("2026-06-30"))!, daysOff: off,
    makeUpDays: worked)
}()
