import Diagnostics
import Testing

@testable import Documents

@Suite("CSV")
struct CSVTextTests {
  private func read(_ text: String, _ limits: TableLimits = TableLimits()) throws -> [[String]] {
    try CSVText.table(Array(text.utf8), limits: limits).rows.map { row in
      row.cells.map { cell in if case .text(let text) = cell { text } else { "!" } }
    }
  }

  @Test("What is written is read back")
  func readsBack() throws {
    let rows = [
      ["a;b", "x\"y", "hai\ndòng", "", "Đã xong"], ["1,5", "-3", " z ", "'", "\u{301}"],
    ]
    for language in [Language.vi, .en] {
      let text = CSVText.byteOrderMark + rows.map { CSVText.row($0, language) }.joined()
      #expect(try read(text) == rows)
    }
  }

  @Test(
    "A cell that a spreadsheet would run is written as text",
    arguments: ["=1+1", "+84", "@SUM(A1)", "-cmd|' /C calc'!A0", "\tx", "-1+2"])
  func guardsFormulas(_ cell: String) {
    let written = CSVText.row([cell], .en)
    #expect(written.hasPrefix("'") || written.hasPrefix("\"'"))
  }

  @Test("A negative number stays a number", arguments: ["-3", "-1.234,5", "-"])
  func keepsNumbers(_ cell: String) {
    #expect(CSVText.row([cell], separator: ";") == cell + "\r\n")
  }

  @Test("The separator is the one the first line has most of")
  func findsTheSeparator() throws {
    #expect(try read("a;b,c;d\n1;2;3\n") == [["a", "b,c", "d"], ["1", "2", "3"]])
    #expect(try read("a\tb\n1;2\t3\n") == [["a", "b"], ["1;2", "3"]])
    #expect(try read("\"a;b;c\",d\n") == [["a;b;c", "d"]])
  }

  @Test("Lines may end in LF or CRLF, the last in nothing; empty lines are none")
  func readsLines() throws {
    #expect(try read("a,b\r\n\r\n,\nc,") == [["a", "b"], ["c", ""]])
    #expect(try read("") == [])
  }

  @Test(
    "What is no CSV is refused with its row",
    arguments: [("a\n\"b\nc", 2), ("a\n\"b\"x\n", 2)])
  func refuses(_ text: String, _ row: Int) {
    #expect(throws: TableProblem.self) { try read(text) }
    do { _ = try CSVText.table(Array(text.utf8)) } catch { #expect(error.row == row) }
  }

  @Test("Other encodings and too much of anything are refused")
  func refusesTooMuch() {
    #expect(throws: TableProblem.self) { try CSVText.table([0x61, 0xE9, 0x0A]) }
    var limits = TableLimits()
    limits.rows = 2
    limits.columns = 3
    limits.bytes = 20
    #expect(throws: TableProblem.self) { try read("a\nb\nc\n", limits) }
    #expect(throws: TableProblem.self) { try read("a,b,c,d\n", limits) }
    #expect(throws: TableProblem.self) { try read(String(repeating: "a", count: 21), limits) }
  }
}
