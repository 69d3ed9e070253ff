import Diagnostics
import InspectionCore
import Testing

@Suite("Chasing letters")
struct ChasingLetterTests {
  private let steps = [
    EscalationStep(
      offset: -3, recipient: "unit",
      title: LocalizedText(vi: "nhắc trước hạn", en: "reminder before")),
    EscalationStep(
      offset: 5, recipient: "unit", title: LocalizedText(vi: "đôn đốc lần 1", en: "first letter")),
    EscalationStep(
      offset: 10, recipient: "province",
      title: LocalizedText(vi: "báo cáo tỉnh", en: "to the province")),
  ]

  private func entry(_ id: String, due: String, reminded: Int? = nil) -> DueEntry {
    var item = ItemSummary(
      id: id, kind: .requirement, origin: .finding, unit: "xa-1", owedBy: .unit,
      severity: .medium, status: .issued, opened: date("2024-01-05"), due: date(due),
      issue: DocumentReference(number: "05/TB-SYT", date: date("2024-01-10")))
    item.reminder = reminded.map {
      SentReminder(offset: $0, due: date(due), recipient: "unit")
    }
    return DueEntry(
      item, on: date("2024-04-05"), calendar: vietnameseCalendar,
      policies: FollowUpPolicies(escalation: steps))
  }

  private func step(_ entry: DueEntry) -> Int? {
    entry.step(of: FollowUpPolicies(escalation: steps))?.offset
  }

  @Test("The step reached is called for once a deadline")
  func callsForTheStep() {
    #expect(step(entry("a", due: "2024-04-30")) == nil)
    #expect(step(entry("a", due: "2024-04-09")) == -3)
    #expect(step(entry("a", due: "2024-04-09", reminded: -3)) == nil)
    #expect(step(entry("a", due: "2024-03-29", reminded: -3)) == 5)
    #expect(step(entry("a", due: "2024-03-29", reminded: 5)) == nil)
    #expect(step(entry("a", due: "2024-03-01", reminded: 5)) == 10)
    var moved = entry("a", due: "2024-04-09", reminded: 10)
    moved.item.reminder?.due = date("2024-03-01")
    #expect(step(moved) == -3, "a new deadline begins anew")
    var owed = entry("a", due: "2024-03-29")
    owed.item.owedBy = .province
    #expect(step(owed) == nil)
  }

  private var letter: ChasingLetter {
    let entries = [("b", "2024-04-09", 0), ("a", "2024-03-01", 2), ("c", "2024-03-29", 1)]
    return ChasingLetter(
      unit: "xa-1", unitName: "Ủy ban nhân dân xã A", office: "Phòng Bảo vệ trẻ em",
      day: date("2024-04-05"),
      items: entries.map { id, due, place in
        ChasedItem(entry(id, due: due), step: steps[place], wording: "Nội dung \(id)")
      })
  }

  @Test("A letter names its items, the longest overdue first, and who gets a copy")
  func writes() {
    let text = letter.text(.vi)
    #expect(text.contains("Số:          ngày 05 tháng 4 năm 2024\n"))
    #expect(text.contains("còn 03 nội dung cần khắc phục"))
    #expect(text.contains("trong đó 02 nội dung đã quá hạn"))
    #expect(text.contains("nêu rõ lý do./."))
    #expect(text.contains("- Ủy ban nhân dân tỉnh (để báo cáo);"))
    #expect(
      text.contains(
        "1. Nội dung a; văn bản số 05/TB-SYT ngày 10/01/2024; thời hạn 01/03/2024, quá hạn 35 ngày "
          + "(báo cáo tỉnh; mã a)\n"))
    #expect(text.contains("3. Nội dung b;"))
    #expect(letter.overdue == 2)
    #expect(letter.text(.en).contains("2 of them overdue"))
  }

  @Test("The short text counts all and names five")
  func shortens() {
    var long = letter
    for number in 0..<5 {
      long.items.append(
        ChasedItem(entry("d\(number)", due: "2024-04-09"), step: steps[0], wording: "Việc"))
    }
    let text = long.message(.vi)
    #expect(text.contains("02 nội dung quá hạn, 06 nội dung sắp đến hạn"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- ") } == 5)
    #expect(text.contains("… và 3 nội dung nữa"))
  }
}
