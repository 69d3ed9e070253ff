import ChecklistFormat
import Diagnostics
import Documents
import Foundation
import InspectionCore
import Storage
import Testing

@testable import Workspace

@Suite("Units as a table")
struct UnitTableTests {
  private func read(_ text: String, _ office: Office) throws -> UnitTable {
    let path = office.folder + "/don-vi.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try office.workspace.units(inTable: path)
  }

  private func refused(_ text: String, _ office: Office) -> WorkspaceError? {
    refusal { _ = try office.workspace.importUnits(try read(text, office).list, office.head) }
  }

  @Test("Headings are Vietnamese or English, below a title; parents go by code or name")
  func readsTables() throws {
    let office = try Office()
    let table = try read(
      """
      DANH SÁCH ĐƠN VỊ
      TT;Mã;Tên đơn vị;Cấp;Thuộc;Từ ngày;Đến ngày
      1;h1;Huyện Một;district;quang-ngai;01/01/2020;30/06/2025
      2;h1/a;Xã A;commune;Huyện Một;;30/06/2025
      ;;;;;;
      """, office)
    #expect(table.unused == ["TT"])
    #expect(
      table.list.entries == [
        ListedUnit(
          unit: InspectedUnit(code: "h1", name: "Huyện Một", level: "district"),
          parent: "quang-ngai", from: day("2020-01-01"), to: day("2025-06-30")),
        ListedUnit(
          unit: InspectedUnit(code: "h1/a", name: "Xã A", level: "commune"), parent: "h1",
          to: day("2025-06-30")),
      ])
    #expect(table.list.relations.isEmpty)
    let english = try read(
      "id,name,kind,parent,from,to\nh1,Huyện Một,district,quang-ngai,2020-01-01,2025-06-30\n",
      office)
    #expect(english.list.entries == [table.list.entries[0]])
  }

  @Test(
    "What a unit succeeds is a merger, a split or a new name by how many there are, or as written")
  func readsSuccession() throws {
    let office = try Office()
    let head = "code,name,level,from,succeeds,relation,share\n"
    let before = "a,Xã A,commune,,,,\nb,Xã B,commune,,,,\nc,Xã C,commune,,,,\n"
    func relations(_ rows: String) throws -> [String] {
      try read(head + before + rows, office).list.relations.map {
        "\($0.kind) \($0.from) \($0.to) \($0.share) \($0.date.iso)"
      }
    }
    #expect(
      try relations("x,Xã X,commune,01/07/2025,a b,,\ny,Xã Y,commune,01/07/2025,\"b; c\",,\n") == [
        "merge a x whole 2025-07-01", "merge b x part 2025-07-01", "merge b y part 2025-07-01",
        "merge c y whole 2025-07-01",
      ])
    #expect(
      try relations("x,Xã X,commune,01/07/2025,a,,\ny,Xã Y,commune,01/07/2025,Xã A,,\n") == [
        "split a x part 2025-07-01", "split a y part 2025-07-01",
      ])
    #expect(
      try relations("x,Xã X,commune,01/07/2025,a,,\n") == ["rename a x whole 2025-07-01"])
    #expect(
      try relations("x,Xã X,commune,01/07/2025,Xã A,sáp nhập,một phần\n")
        == ["merge a x part 2025-07-01"])
  }

  @Test("What a table leaves out stays as it is registered; a dry run says what would change")
  func keepsWhatIsLeftOut() throws {
    let office = try Office()
    _ = try office.workspace.importUnits(
      try read(
        """
        code,name,level,parent,from,to
        h1,Huyện Một,district,quang-ngai,2020-01-01,2025-06-30
        h1/a,Xã A,commune,h1,2020-01-01,2025-06-30

        """, office
      ).list, office.head)
    let again = try read("code,name\nh1/a,Xã A\n", office).list
    #expect(try office.workspace.importUnits(again, office.head).unchanged == 1)
    let dry = office.session("quan-tri", .department, on: "2024-10-03", dryRun: true)
    let renamed = try read("Mã,Tên,Đến ngày\nh1/a,Xã An,\n", office).list
    let result = try office.workspace.importUnits(renamed, dry)
    let change = try #require(result.changed.first)
    #expect(change.code == "h1/a")
    #expect(
      change.differences.map { "\($0.part.en): \($0.before.vi) > \($0.after.vi)" }
        == ["name: Xã A > Xã An", "to: 30/06/2025 > "])
    #expect(try office.workspace.importUnits(renamed, dry) == result, "nothing was recorded")
  }

  @Test("Every place that cannot be read is told at once with its row and column")
  func tellsProblems() throws {
    let office = try Office()
    let number = try office.workspace.headNumber()
    let error = refused(
      """
      Mã,Tên,Cấp,Thuộc,Từ ngày,Đến ngày,Kế tục,Hình thức,Phần
      h1,Huyện Một,district,quang-ngaj,,,,,
      h1,,,,32/01/2020,,,,
      x,Xã X,commune,x,2020-01-02,2020-01-01,x,mua,nửa
      y,Xã Y,commune,,,,h1,,
      z,Xã Y,commune,Xã Y,,,,,

      """, office)
    #expect(error?.code == "unreadable-rows")
    let text = error?.message.en ?? ""
    for place in [
      "row 2, column D, parent: there is no unit \"quang-ngaj\"; did you mean \"quang-ngai\"?",
      "row 3, column A, code: \"h1\" stands in row 2 too", "row 3, column B, name: is empty",
      "row 3, column C, level: is empty", "row 3, column E, from: \"32/01/2020\" is no day",
      "row 4, column D, parent: is the unit itself", "row 4, column F, to: the last day 2020-01-01",
      "row 4, column G, succeeds: is the unit itself", "row 4, column H, relation: \"mua\"",
      "row 4, column I, share: \"nửa\"",
      "row 5, column E, from: is empty; units are succeeded on it",
      "row 6, column D, parent: several units are called \"Xã Y\": y, z",
    ] {
      #expect(text.contains(place), "\(place)")
    }
    #expect(try office.workspace.headNumber() == number)
    #expect(refused("a,b\n1,2\n", office)?.code == "column-missing")
    #expect(refused("", office)?.code == "column-missing")
    #expect(refused("Mã,Tên,id\n", office)?.code == "column-twice")
    #expect(
      refused("code,name,level,parent\na,A,commune,b\nb,B,commune,a\n", office)?.code
        == "parent-cycle")
  }

  @Test("The shipped units come in as a table as they do as YAML")
  func readsTheShippedUnits() throws {
    let office = try Office()
    let loaded = try UnitListLoader.load(Office.units)
    let list = try #require(loaded.list)
    var rows = "Mã;Tên;Cấp;Thuộc;Từ ngày;Đến ngày;Kế tục;Hình thức\n"
    for entry in list.entries {
      // Dissolutions go to the province too, which has no row of its own here.
      let before = list.relations.filter { $0.to == entry.unit.code && $0.kind == .merge }
      let cells = [
        entry.unit.code, entry.unit.name, entry.unit.level, entry.parent ?? "",
        entry.from?.vietnamese ?? "", entry.to?.vietnamese ?? "",
        before.map(\.from).joined(separator: " "), before.isEmpty ? "" : "sáp nhập",
      ]
      rows += CSVText.row(cells, separator: ";")
    }
    let table = try read(rows, office).list
    #expect(table.entries == list.entries)
    #expect(Set(table.relations) == Set(list.relations.filter { $0.kind == .merge }))
  }
}
