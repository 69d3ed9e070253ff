import JSON
import TestSupport
import Testing

@Suite("A document put down in pieces is the same as a value and as text")
struct JSONSinkTests {
  private func write(to sink: inout some JSONSink) {
    sink.beginObject()
    sink.key("z")
    sink.put(.string("Xã \"Ba Tơ\"\n"))
    sink.key("a")
    sink.beginArray()
    sink.endArray()
    sink.key("list")
    sink.beginArray()
    sink.put(.integer(-3))
    sink.put(.integer(JSONValue.largestInteger + 1))
    sink.put(["b": true, "a": .null])
    sink.beginObject()
    sink.endObject()
    sink.put([0.5, []])
    sink.endArray()
    sink.endObject()
  }

  @Test("Members stand in the order in which they came, without spaces")
  func text() {
    var text = JSONText(capacity: 0)
    write(to: &text)
    let written = String(decoding: text.bytes, as: UTF8.self)
    #expect(
      written
        == #"{"z":"Xã \"Ba Tơ\"\n","a":[],"list":[-3,"9007199254740993",{"b":true,"a":null},{},[0.5,[]]]}"#
    )
  }

  @Test(
    "A string in pieces is the string at once, whatever has to be escaped and wherever it is cut",
    arguments: 0..<300)
  func pieces(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = ["a", "\"", "\\", "\n", "\u{1}", "ế", "→", "12345678", "", "😀", "/"]
    var whole = ""
    let text = JSONText(capacity: 0)
    var tree = JSONTree()
    text.beginText()
    tree.beginText()
    for _ in 0..<Int.random(in: 0..<40, using: &random) {
      var piece = ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        piece += alphabet.randomElement(using: &random) ?? ""
      }
      whole += piece
      text.write(piece)
      tree.write(piece)
    }
    text.endText()
    tree.endText()
    #expect(text.bytes == JSONWriter.canonical(.string(whole)))
    #expect(tree.value == .string(whole))
    let once = JSONText()
    once.put(text: whole)
    #expect(once.bytes == text.bytes)
  }

  @Test("The value reads as the text does, but for whole numbers that text cannot hold")
  func value() throws {
    var tree = JSONTree()
    write(to: &tree)
    var text = JSONText()
    write(to: &text)
    #expect(
      JSONWriter.canonical(tree.value) == JSONWriter.canonical(try JSONReader.read(text.bytes)))
    #expect(tree.value.objectValue?.keys == ["z", "a", "list"])
  }

  @Test("A letter that needs an escape gets it wherever it stands, and no other letter does")
  func escapes() throws {
    for letter in UInt8(0)..<0x80 {
      for place in 0...17 {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 18)
        bytes[place] = letter
        let value = JSONValue.string(String(decoding: bytes, as: UTF8.self))
        let text = JSONText()
        text.put(value)
        #expect(try JSONReader.read(text.bytes) == value)
        #expect(text.bytes == JSONWriter.canonical(value))
        let isPlain = letter >= 0x20 && letter != UInt8(ascii: "\"") && letter != UInt8(ascii: "\\")
        #expect((text.bytes.count == 20) == isPlain, "\(letter) at \(place)")
      }
    }
    let vietnamese = JSONValue.string("Ủy ban nhân dân xã Ệ ỳ ỹ 😀 \u{7F}\u{80}\u{85}\u{2028}")
    let text = JSONText()
    text.put(vietnamese)
    #expect(try JSONReader.read(text.bytes) == vietnamese)
  }

  @Test("Lines follow one another, and the memory grows with them")
  func lines() throws {
    let text = JSONText(capacity: 64)
    for number in 0..<500 {
      text.put([
        "n": .integer(Int64(number)), "word": .string(String(repeating: "ế", count: number)),
      ])
      text.endLine()
    }
    let lines = text.bytes.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 500)
    let last = try JSONReader.read(Array(lines[499]))
    #expect(last["n"] == 499 && last["word"]?.stringValue?.count == 499)
  }
}
