import ChecklistFormat
import Diagnostics
import Documents
import Foundation
import InspectionCore
import Storage
import TestSupport
import Testing

@testable import Workspace

@Suite("A follow-up list as offices keep it")
struct ItemListTests {
  private static let sample = packageRoot.appending(path: "Tests/Samples/follow-up-list.xlsx").path

  private var plan = ItemListPlan(
    fields: [
      ("Nội dung", .wording), ("Đơn vị", .unit), ("Thời hạn", .due), ("Số văn bản", .number),
      ("Ngày", .date),
    ], authority: "Thường trực HĐND huyện", unit: nil)

  private func session(_ office: Office, happened: String) -> Session {
    var session = office.phong
    session.document = nil
    session.today = day("2025-02-03")
    session.happened = day(happened)
    return session
  }

  private func write(_ text: String, _ office: Office) throws -> String {
    let path = office.folder + "/list.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("What LibreOffice saves is read: merged cells, a hidden row, formulas, text of two lines")
  func libreOffice() throws {
    let office = try Office()
    try office.prepare()
    let imported = try office.workspace.importItems(
      Self.sample, plan, session(office, happened: "2024-11-05"))
    let issued = imported.given.map(\.after).enumerated().filter { $0.offset % 2 == 1 }
      .map(\.element)
    #expect(issued.map(\.unit) == [Office.baTo, Office.baTo, "quang-ngai/son-tay"])
    #expect(issued.map(\.due) == [day("2024-12-20"), day("2024-12-31"), nil])
    #expect(issued.map { $0.issue?.number } == ["12/TB-HĐND", "12/TB-HĐND", "13/TB-HĐND"])
    #expect(
      issued.map { $0.issue?.date.iso } == ["2024-11-04", "2024-11-04", "2024-11-05"])
    #expect(imported.sheet?.name == "Theo dõi & đôn đốc")
    #expect(imported.sheet?.hiddenRows == 1)
    #expect(imported.sheet?.others.map(\.vi) == ["\"Ghi chú\" (ẩn)"])
  }

  @Test("Headings are found whatever their case, blanks and line breaks")
  func headings() throws {
    let office = try Office()
    try office.prepare()
    let path = try write(
      "NỘI\u{A0}DUNG,\"Đơn\nvị\", Thời  hạn ,SỐ VĂN BẢN,ngày\n"
        + "Việc,huyện  ba tơ,31/12/2024,1/TB,04/11/2024\n", office)
    let given = try office.workspace.importItems(
      path, plan, session(office, happened: "2024-11-05")
    ).given
    #expect(given.map(\.after.unit) == [Office.baTo, Office.baTo])
    let twice = try write("Nội dung,NỘI  DUNG,Đơn vị,Thời hạn,Số văn bản,Ngày\n", office)
    let refused = refusal {
      _ = try office.workspace.importItems(twice, plan, session(office, happened: "2024-11-05"))
    }
    #expect(refused?.code == "column-twice")
  }

  @Test("Where a column is missing, the headings that there are and the other sheets are named")
  func missingColumn() throws {
    let office = try Office()
    try office.prepare()
    var plan = plan
    plan.fields[0].column = "Việc phải làm"
    let refused = refusal {
      _ = try office.workspace.importItems(
        Self.sample, plan, session(office, happened: "2024-11-05"))
    }
    #expect(refused?.code == "unknown-column")
    let mend = refused?.mend?.vi ?? ""
    #expect(
      mend.hasPrefix("dòng 3 có các cột: STT; Đơn vị; Nội  dung; Thời hạn; Số văn bản; Ngày;"))
    #expect(
      mend.hasSuffix(
        "đang đọc trang \"Theo dõi & đôn đốc\", còn trang \"Ghi chú\" (ẩn): chọn bằng --sheet"))
  }

  @Test("A list of past years is issued on the days of its documents, where no other day is named")
  func pastYears() throws {
    let office = try Office()
    try office.prepare()
    let given = try office.workspace.importItems(
      Self.sample, plan, session(office, happened: "2025-02-03")
    ).given
    #expect(
      Set(given.map(\.item)) == [
        "quang-ngai/ba-to.2024.001", "quang-ngai/ba-to.2024.002", "quang-ngai/son-tay.2024.001",
      ])
    for id in Set(given.map(\.item)) {
      let happened = try office.workspace.item(id, office.phong).events.map(
        \.event.attribution.happened)
      let document = id.contains("son-tay") ? day("2024-11-05") : day("2024-11-04")
      #expect(happened == [document, document])
    }
  }

  @Test("Days that do not go together are told row by row, and nothing is recorded")
  func contraryDays() throws {
    let office = try Office()
    try office.prepare()
    let number = try office.workspace.headNumber()
    func message(_ happened: String) -> LocalizedText? {
      refusal {
        _ = try office.workspace.importItems(
          Self.sample, plan, session(office, happened: happened))
      }?.message
    }
    let late = message("2024-12-31")?.vi ?? ""
    #expect(late.contains("1 chỗ không nhập được"))
    #expect(late.contains("ô D4, thời hạn, ngày cụ thể: 20/12/2024 trước ngày ban hành 31/12/2024"))
    let early = message("2024-11-04")?.en ?? ""
    #expect(early.contains("cell F6") && early.contains("2024-11-05 is after 2024-11-04"))
    #expect(try office.workspace.headNumber() == number)
  }

  @Test(
    "A row with half a document is told what is missing, and why the general one does not fill it")
  func halfDocument() throws {
    let office = try Office()
    try office.prepare()
    let path = try write(
      "Nội dung,Đơn vị,Thời hạn,Số văn bản,Ngày\nViệc,Huyện Ba Tơ,31/12/2024,,04/11/2024\n"
        + "Việc,Huyện Ba Tơ,31/12/2024,7/TB,\nViệc,Huyện Ba Tơ,31/12/2024,,\n", office)
    var session = session(office, happened: "2024-11-05")
    session.document = DocumentReference(number: "12/TB-HĐND", date: day("2024-10-20"))
    let refused = refusal { _ = try office.workspace.importItems(path, plan, session) }
    let text = refused?.message.en ?? ""
    #expect(text.contains("2 places"))
    #expect(text.contains("is missing while the row has the document's day"))
    #expect(text.contains("is missing while the row has the document's number"))
  }

  @Test("A workspace without a checklist says so")
  func noChecklist() throws {
    let office = try Office()
    let loaded = try UnitListLoader.load(Office.units)
    _ = try office.workspace.importUnits(try #require(loaded.list), office.head)
    var plan = plan
    plan.unit = "quang-ngai"
    var session = office.head
    session.happened = day("2024-10-03")
    let path = try write(
      "Nội dung,Đơn vị,Thời hạn,Số văn bản,Ngày\nViệc,Huyện Ba Tơ,31/12/2024,1/TB,02/10/2024\n",
      office)
    let refused = refusal { _ = try office.workspace.importItems(path, plan, session) }
    #expect(refused?.code == "no-checklist")
    #expect(refused?.mend?.vi.contains("soat checklist add") == true)
  }
}
