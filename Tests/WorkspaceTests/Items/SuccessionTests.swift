import ChecklistFormat
import Diagnostics
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
    #expect(try office.workspace.importItems(path, plan, dry).count == 4)
    #expect(try office.workspace.headNumber() == number)
    let given = try office.workspace.importItems(path, plan, session(office))
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
    #expect(text.contains("row 2, what it asks for"))
    #expect(text.contains("row 3, the unit's code or name: several units"))
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
    #expect(excel?.code == "no-csv")
  }
}
