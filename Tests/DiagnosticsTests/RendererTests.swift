import Diagnostics
import TestSupport
import Testing

@Suite("Diagnostics are printed with place, caret and mend")
struct RendererTests {
  private func rendered(_ marked: String, language: Language = .en) -> String {
    let fixture = MarkedText(marked)
    let source = SourceText(name: "a.yaml", text: fixture.text)
    let range = SourceRange(fixture.markers["1️⃣"]!, fixture.markers["2️⃣"]!)
    let diagnostic = Diagnostic(
      code: "unknown-name", message: LocalizedText(vi: "không có tên này", en: "no such name"),
      mend: LocalizedText(vi: "có phải là \"x\"?", en: "did you mean \"x\"?"), source: "a.yaml",
      range: range)
    return DiagnosticRenderer(language: language).render(diagnostic, in: source)
  }

  @Test("The caret stands under the first column of the range and tildes under the rest")
  func caret() {
    #expect(
      rendered("a: 1\nb: 1️⃣totl2️⃣ + 1\n") == """
        a.yaml:2:4: error: no such name [unknown-name]
            2 | b: totl + 1
              |    ^~~~
              = did you mean "x"?

        """)
  }

  @Test("Vietnamese before the mark moves the caret by letters, not by bytes or combining marks")
  func vietnamese() {
    #expect(
      rendered("Ủy ban đơn vị \u{0065}\u{0302}\u{0323}: 1️⃣x2️⃣", language: .vi) == """
        a.yaml:1:20: lỗi: không có tên này [unknown-name]
            1 | Ủy ban đơn vị \u{0065}\u{0302}\u{0323}: x
              |                  ^
              = có phải là "x"?

        """)
  }

  @Test("A very long line is cut to a window around the mark")
  func longLine() {
    let text = rendered(
      String(repeating: "a", count: 10_000) + "1️⃣bad2️⃣" + String(repeating: "c", count: 10_000))
    #expect(text.utf8.count < 600)
    #expect(text.contains("abadc"))
  }

  @Test("Control characters and direction overrides in hostile input are not sent to a terminal")
  func hostile() {
    #expect(
      rendered("\u{1B}[2J\u{202E}1️⃣x\u{7}2️⃣\ty") == """
        a.yaml:1:6: error: no such name [unknown-name]
            1 | U+001B[2JU+202ExU+0007 y
              |                ^~~~~~~
              = did you mean "x"?

        """)
  }

  @Test("Whatever a message quotes cannot break its line or reorder it")
  func hostileWords() {
    var hidden = Array(UInt32(0)..<0x20) + Array(0x7F..<0xA0) + Array(0x2028...0x202E)
    hidden = (hidden + Array(0x2066...0x2069)).filter { $0 != 0x09 }
    for value in hidden {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let words = LocalizedText(same: "a\(scalar)b")
      let diagnostic = Diagnostic(
        code: "c", message: words, mend: words, source: "s\(scalar)", range: SourceRange(0, 1))
      let text = DiagnosticRenderer().render(
        diagnostic, in: SourceText(name: "s", text: "x"))
      let digits = String(value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
      #expect(
        text == """
          s\(code):1:1: error: a\(code)b [c]
              1 | x
                | ^
                = a\(code)b

          """)
    }
    #expect(visible("Ủy ban\t“x” – €") == "Ủy ban\t“x” – €")
  }

  @Test("Offsets and positions are each other's inverse, whatever ends the lines")
  func positions() {
    let source = SourceText(name: "t", text: "một\r\nhai\rba\n\nđ")
    #expect(source.lineCount == 5)
    for (line, text) in [(1, "một"), (2, "hai"), (3, "ba"), (4, ""), (5, "đ")] {
      #expect(source.text(of: source.lineRange(line)) == text)
    }
    #expect(source.position(at: source.bytes.count) == SourcePosition(line: 5, column: 2))
    #expect(source.offset(of: SourcePosition(line: 1, column: 3)) == 4)
  }

  @Test(
    "The nearest name is offered only when it is near",
    arguments: [
      ("staff.totl", "staff.total"), ("staff.dedicatd", "staff.dedicated"), ("zzz", nil),
    ])
  func nearest(name: String, expected: String?) {
    #expect(nearestName(to: name, in: ["staff.total", "staff.dedicated"]) == expected)
  }

  @Test("A list keeps a hundred diagnostics and counts the others")
  func cap() {
    var list = DiagnosticList()
    for index in 0..<150 {
      list.report(
        Diagnostic(
          code: "c", message: LocalizedText(same: "\(index)"), source: "s",
          range: SourceRange(0, 0)))
    }
    #expect(list.all.count == 100)
    #expect(list.leftOut == 50)
    #expect(list.errorCount == 150)
  }
}
