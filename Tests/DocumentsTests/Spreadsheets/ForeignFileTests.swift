import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Documents

@Suite("Tables as other programs write them")
struct ForeignFileTests {
  private func problem(_ bytes: [UInt8]) -> TableProblem? {
    do { _ = try SourceTable.read(bytes) } catch { return error }
    return nil
  }

  @Test("Every other format is called by its name, with the mend")
  func namesFormats() {
    let header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let old = problem(header + Array(repeating: 0, count: 600))
    #expect(old?.message.en.contains(".xls") == true)
    #expect(old?.mend?.en.contains(".xlsx") == true)
    let locked = problem(
      header + Array(repeating: 0, count: 99) + "EncryptedPackage".utf8.flatMap { [$0, 0] })
    #expect(locked?.message.vi == "tệp có mật khẩu")
    #expect(problem(Array("\u{FEFF} <html><table>".utf8))?.message.en.contains("web page") == true)
    #expect(
      problem(Array("<?xml version=\"1.0\"?><Workbook/>".utf8))?.message.en.contains("XML") == true)
    let open = StoredArchive.bytes([("mimetype", []), ("content.xml", [])])
    #expect(problem(open)?.message.en.contains(".ods") == true)
    let word = StoredArchive.bytes([("word/document.xml", [])])
    #expect(problem(word)?.message.en.contains("no Excel workbook") == true)
    var binary = HandmadeWorkbook("")
    binary.parts[0].text = binary.parts[0].text.replacingOccurrences(
      of: "workbook.xml", with: "workbook.bin")
    #expect(problem(binary.bytes)?.message.en.contains(".xlsb") == true)
    #expect(problem(Array("PK".utf8))?.message.en.contains("damaged") == true)
    #expect(problem([])?.message == nil)
  }

  @Test("CSV is read by the same call, with the numbers that a spreadsheet shows")
  func readsCSV() throws {
    let table = try SourceTable.read(Array("a,b\n\n\"x\ny\",2\n3,4\n".utf8))
    #expect(table.rows.map(\.number) == [1, 3, 4])
    #expect(table.place(row: 3, column: 1).en == "row 3, column B")
    #expect(throws: TableProblem.self) {
      try SourceTable.read(Array("a,b".utf8), sheet: "Trang 1")
    }
  }

  /// Runs Python with openpyxl, and gives the file that the script writes to `path`.
  private func openpyxl(_ script: String) throws -> [UInt8] {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", "import openpyxl, sys\npath = sys.argv[1]\n" + script, path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  @Test("A workbook that openpyxl writes")
  func readsOpenpyxl() throws {
    let table = try SourceTable.read(
      openpyxl(
        """
        import datetime
        book = openpyxl.Workbook()
        book.active.title = "Bìa"
        book.active.sheet_state = "hidden"
        sheet = book.create_sheet("Theo dõi")
        sheet["B2"] = "DANH MỤC KIẾN NGHỊ"
        sheet.merge_cells("B2:D2")
        sheet.append(["TT", "Nội dung", "Hạn", "Tỷ lệ"])
        sheet.append([1, "Việc một", datetime.date(2024, 12, 31), 0.1])
        sheet.append([2, "Việc hai", datetime.datetime(2025, 2, 28, 17, 0), True])
        sheet.append([3, "Việc ba", datetime.time(8, 30), "=1/0"])
        sheet["C4"].number_format = 'dd/mm/yyyy'
        sheet["D4"].number_format = '0.0%'
        sheet.row_dimensions[5].hidden = True
        book.active = 1
        book.save(path)
        """))
    #expect(table.sheet?.name == "Theo dõi")
    #expect(table.sheet?.others.map(\.en) == ["\"Bìa\" (hidden)"])
    #expect(table.sheet?.hiddenRows == 1)
    #expect(table.rows.map(\.number) == [2, 3, 4, 5, 6])
    let title = SourceTable.Cell.text("DANH MỤC KIẾN NGHỊ")
    #expect(table.rows[0].cells == [.text(""), title, title, title])
    #expect(
      table.rows[2].cells == [.text("1"), .text("Việc một"), .text("2024-12-31"), .text("0.1")])
    #expect(
      table.rows[3].cells == [.text("2"), .text("Việc hai"), .text("2025-02-28"), .text("TRUE")])
    #expect(table.rows[4].cells[2] == .text("08:30:00"))
    guard case .unusable(let why) = table.rows[4].cells[3] else {
      Issue.record("a formula that was never computed says something")
      return
    }
    #expect(why.vi.contains("chưa được tính"))
  }

  @Test("A workbook that counts from 1904, as openpyxl writes it")
  func reads1904() throws {
    let table = try SourceTable.read(
      openpyxl(
        """
        import datetime
        from openpyxl.utils.datetime import CALENDAR_MAC_1904
        book = openpyxl.Workbook()
        book.epoch = CALENDAR_MAC_1904
        for day in [datetime.date(1904, 3, 1), datetime.date(2024, 2, 29)]:
            book.active.append([day])
        book.save(path)
        """))
    #expect(table.rows.map(\.cells) == [[.text("1904-03-01")], [.text("2024-02-29")]])
  }

  @Test("A file that unpacks to a thousand times its size is refused")
  func refusesBombs() throws {
    let bytes = try openpyxl(
      """
      import zipfile
      openpyxl.Workbook().save(path)
      files = {name: zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()}
      files["xl/worksheets/sheet1.xml"] += b" " * 300_000_000
      with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
          for name, data in files.items(): made.writestr(name, data)
      """)
    #expect(bytes.count < 500_000)
    #expect(problem(bytes)?.message.en.contains("unpacks to over 268435456 bytes") == true)
  }

  @Test("Files with changed bytes are read or refused, and nothing worse")
  func survivesMutations() throws {
    var workbook = HandmadeWorkbook(
      """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45657</v></c></row>\
      <row r="2"><c r="A2" t="inlineStr"><is><r><t>ô</t></r></is></c><c r="C2" t="e"><v>#N/A</v></c></row>\
      </sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>
      """, shared: "<si><t>chữ_x000A_</t></si>",
      formats: "<numFmt numFmtId=\"170\" formatCode=\"d/m\"/>",
      cellFormats: "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/>")
    let whole = workbook
    var generator = SeededGenerator(seed: 20_241_231)
    let pieces = [
      "<", ">", "\"", "&", "r=\"99999999999\"", "A1:XFD1048576", "<v>", "</c>", "-", "\0",
    ]
    var read = 0
    for round in 0..<6000 {
      var bytes: [UInt8]
      if round.isMultiple(of: 2) {
        // The archive's own bytes.
        bytes = whole.bytes
        for _ in 0...Int.random(in: 0..<4, using: &generator) {
          let place = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
          case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
          default: bytes.removeSubrange(place..<min(place + 5, bytes.count))
          }
          if bytes.isEmpty { break }
        }
      } else {
        // The text of a part, in an archive that is whole.
        workbook = whole
        let part = workbook.parts.indices.randomElement(using: &generator) ?? 0
        var text = Array(workbook.parts[part].text)
        let place = Int.random(in: text.indices, using: &generator)
        if Bool.random(using: &generator) {
          text.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: place)
        } else {
          text.removeSubrange(place..<min(place + 3, text.count))
        }
        workbook.parts[part].text = String(text)
        bytes = workbook.bytes
      }
      if problem(bytes) == nil { read += 1 }
    }
    #expect(read > 0 && read < 6000, "\(read) of 6000 were read")
  }
}
