import ChecklistFormat
import Diagnostics
import Documents
import Foundation
import InspectionCore
import Storage
import Testing

@testable import Workspace

@Suite("Items of units that ended")
struct SuccessionTests {
  private static let handover = DocumentReference(number: "15/BB-BG", date: day("2025-06-30"))
  private static let after = "2025-07-10"

  private func office() throws -> (Office, district: String, commune: String) {
    let office = try Office()
    try office.prepare()
    let district = try office.issued()
    let commune = try office.issued(office.wish("NS-02", unit: "quang-ngai/ba-to/ba-tieu"))
    return (office, district, commune)
  }

  @Test("Before the change nothing is proposed; after it every open item is")
  func proposes() throws {
    let (office, district, commune) = try office()
    #expect(try office.workspace.succession(office.phong).isEmpty)
    let proposals = try office.workspace.succession(
      office.by("phong", .department, Self.after))
    #expect(Set(proposals.map(\.item)) == [district, commune])
    for proposal in proposals {
      switch proposal.course {
      case .follows(let unit):
        #expect(proposal.item == commune)
        #expect(unit == "quang-ngai/xa/ba-vi")
      case .toAllocate(let units):
        #expect(proposal.item == district)
        #expect(units.first == "quang-ngai")
      case .stays, .shared: Issue.record("\(proposal)")
      }
    }
  }

  @Test("All items are handed over by one document with their deadlines, or none is")
  func allocates() throws {
    let (office, district, commune) = try office()
    let workspace = office.workspace
    let session = office.by("phong", .department, Self.after)
    let number = try workspace.headNumber()
    let missing = refusal {
      _ = try workspace.allocate([], document: Self.handover, session)
    }
    #expect(missing?.code == "allocation")
    let wrong = refusal {
      _ = try workspace.allocate(
        [Allocation(item: district, units: ["quang-ngai/xa/nowhere"])], document: Self.handover,
        session)
    }
    #expect(wrong?.code == "allocation")
    #expect(try workspace.headNumber() == number)

    let heirs = ["quang-ngai", "quang-ngai/xa/ba-vi", "quang-ngai/xa/ba-to"]
    let proposals = try workspace.succession(session)
    guard
      case .toAllocate(let candidates)? = proposals.first(where: { $0.item == district })?.course
    else { throw Missing() }
    let chosen = heirs.filter { candidates.contains($0) }
    let given = try workspace.allocate(
      [Allocation(item: district, units: chosen)], document: Self.handover,
      note: "Thời hạn rơi vào lúc chuyển giao", session)
    #expect(given.allSatisfy { $0.after.due != nil })
    #expect(try workspace.item(commune, session).item.unit == "quang-ngai/xa/ba-vi")
    let whole = try workspace.item(district, session)
    if chosen.count > 1 {
      #expect(whole.item.status == .divided)
      for unit in chosen {
        let part = try workspace.item("\(district)/\(unit)", session)
        #expect(part.item.due == whole.item.due)
        #expect(part.item.terms.owedBy == (unit == "quang-ngai" ? .department : .unit))
      }
    } else {
      #expect(whole.item.unit == chosen.first)
    }
    #expect(try workspace.succession(session).isEmpty, "nothing open is lost or left behind")
  }

  @Test("A list of allocations is read with its heading, and a row that says too little is told")
  func readsAllocations() throws {
    let (office, district, _) = try office()
    func read(_ text: String) throws -> [Allocation] {
      let path = office.folder + "/phan-giao.csv"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try office.workspace.allocations(in: path)
    }
    #expect(
      try read("Mã;Đơn vị nhận\n\(district);xa-1 xa-2\n")
        == [Allocation(item: district, units: ["xa-1", "xa-2"])])
    #expect(try read("\(district),xa-1\n") == [Allocation(item: district, units: ["xa-1"])])
    #expect(refusal { _ = try read("Mã;Nhận\n\(district);\n") }?.code == "no-heir")
    #expect(refusal { _ = try read("Mã;Nhận\n\(district)x;xa-1\n") }?.code == "unknown-item")
  }

  private struct Missing: Error {}
}

@Suite("Follow-up lists from elsewhere")
struct ItemImportTests {
  private func write(_ text: String, _ office: Office) throws -> String {
    let path = office.folder + "/list.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private let plan = ItemListPlan(
    fields: [("Nội dung", .wording), ("Đơn vị", .unit), ("Hạn", .due), ("Mức độ", .severity)],
    authority: "Thường trực HĐND huyện", unit: nil)

  private func session(_ office: Office) -> Session {
    var session = office.phong
    session.document = DocumentReference(number: "12/TB-HĐND", date: day("2024-10-20"))
    return session
  }

  @Test("Each row becomes a recommendation, issued by its document with the row's deadline")
  func takesRowsIn() throws {
    let office = try Office()
    try office.prepare()
    let path = try write(
      """
      \u{FEFF}TT;Nội dung;Đơn vị;Hạn;Mức độ
      1;"Bố trí quỹ đất; xây điểm vui chơi";Huyện Ba Tơ;31/12/2024;high
      2;Kiện toàn Ban chỉ đạo;quang-ngai/ba-to;;

      """, office)
    var dry = session(office)
    dry.isDryRun = true
    let number = try office.workspace.headNumber()
    #expect(try office.workspace.importItems(path, plan, dry).given.count == 4)
    #expect(try office.workspace.headNumber() == number)
    let given = try office.workspace.importItems(path, plan, session(office)).given
    let first = given[1].after
    #expect(first.due == day("2024-12-31"))
    #expect(first.severity == .high)
    #expect(first.origin.name == "recommendation")
    #expect(try office.workspace.wording(of: first).vi == "Bố trí quỹ đất; xây điểm vui chơi")
    #expect(given[3].after.due == nil)
  }

  @Test("Every place that cannot be read is told at once, and nothing is recorded")
  func tellsAllProblems() throws {
    let office = try Office()
    try office.prepare()
    let number = try office.workspace.headNumber()
    let path = try write(
      """
      Nội dung,Đơn vị,Hạn,Mức độ
      ,Huyện Ba Tơ,31/12/2024,high
      Việc,Xã Ba Vì,32/12/2024,grave

      """, office)
    let refused = refusal { _ = try office.workspace.importItems(path, plan, session(office)) }
    #expect(refused?.code == "unreadable-rows")
    let text = refused?.message.en ?? ""
    #expect(text.contains("4 places"))
    #expect(text.contains("row 2, column A, what it asks for: is empty"))
    #expect(text.contains("row 3, column B, the unit's code or name: several units"))
    #expect(try office.workspace.headNumber() == number)
    let column = refusal {
      _ = try office.workspace.importItems(
        try write("Noi dung,Đơn vị\n", office), plan, session(office))
    }
    #expect(column?.code == "unknown-column")
    #expect(column?.mend?.vi.contains("Noi dung") == true)
    let excel = refusal {
      _ = try office.workspace.importItems(
        try write("PK\u{03}\u{04}", office), plan, session(office))
    }
    #expect(excel?.code == "no-table")
    #expect(excel?.mend?.vi.contains("lưu lại") == true)
  }

  /// A workbook of the rows that a Python script appends to `sheet`.
  private func workbook(_ rows: String, _ office: Office) throws -> String {
    let path = office.folder + "/list.xlsx"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      """
      import datetime, openpyxl, sys
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "Theo dõi"
      \(rows)
      book.create_sheet("Tổng hợp").sheet_state = "hidden"
      book.save(sys.argv[1])
      """, path,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return path
  }

  @Test("An Excel list comes in like a CSV, below its title, with days as the cells show them")
  func takesWorkbooksIn() throws {
    let office = try Office()
    try office.prepare()
    let path = try workbook(
      """
      sheet.append(["DANH MỤC KIẾN NGHỊ"])
      sheet.merge_cells("A1:E1")
      sheet.append([])
      sheet.append(["TT", "Nội dung", "Đơn vị", "Hạn", "Mức độ"])
      sheet.append([1, "Xây điểm vui chơi", "Huyện Ba Tơ", datetime.date(2024, 12, 31), "high"])
      sheet.append([2, "Kiện toàn Ban chỉ đạo", None, "15/01/2025"])
      sheet.merge_cells("C4:C5")
      sheet.append([None, None, None, None, None, "Người lập bảng"])
      """, office)
    var dry = session(office)
    dry.isDryRun = true
    let number = try office.workspace.headNumber()
    #expect(try office.workspace.importItems(path, plan, dry).given.count == 4)
    #expect(try office.workspace.headNumber() == number)
    let imported = try office.workspace.importItems(path, plan, session(office))
    #expect(imported.given.map(\.after.due)[1] == day("2024-12-31"))
    #expect(imported.given.map(\.after.due)[3] == day("2025-01-15"))
    #expect(imported.given.map(\.after.unit) == Array(repeating: Office.baTo, count: 4))
    #expect(imported.sheet?.name == "Theo dõi")
    #expect(imported.sheet?.others.map(\.vi) == ["\"Tổng hợp\" (ẩn)"])
  }

  @Test("What is wrong in an Excel list is told with its sheet and cell, all at once")
  func tellsCells() throws {
    let office = try Office()
    try office.prepare()
    let number = try office.workspace.headNumber()
    let path = try workbook(
      """
      sheet.append(["Nội dung", "Đơn vị", "Hạn", "Mức độ"])
      sheet.append([None, "Huyện Ba Tơ", "tháng 12", "high"])
      sheet.append(["Việc", "Huyện Ba Tơ", "=A1+1", "#N/A"])
      """, office)
    let refused = refusal { _ = try office.workspace.importItems(path, plan, session(office)) }
    let text = refused?.message.vi ?? ""
    #expect(text.contains("4 chỗ không nhập được"))
    #expect(text.contains("trang \"Theo dõi\", ô A2, nội dung: trống"))
    #expect(text.contains("ô C2, thời hạn, ngày cụ thể: \"tháng 12\" không phải ngày"))
    #expect(text.contains("ô C3, thời hạn, ngày cụ thể: công thức chưa được tính"))
    #expect(text.contains("ô D3") && text.contains("#N/A"))
    #expect(try office.workspace.headNumber() == number)
    var hidden = plan
    hidden.sheet = "Tổng hợp"
    #expect(
      refusal { _ = try office.workspace.importItems(path, hidden, session(office)) }?.code
        == "empty-list")
    hidden.sheet = "Tong hop"
    let sheet = refusal { _ = try office.workspace.importItems(path, hidden, session(office)) }
    #expect(sheet?.mend?.vi.contains("\"Tổng hợp\" (ẩn)") == true)
    let twice = refusal {
      _ = try office.workspace.importItems(
        try write("Nội dung,Đơn vị,Hạn,Mức độ,Hạn\n", office), plan, session(office))
    }
    #expect(twice?.code == "column-twice")
  }
}
