import JSON
import TestSupport
import Testing

@Suite struct JSONPropertyTests {
  @Test("What is written is read back, in both forms", arguments: [11, 2_024] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<600 {
      let value = randomValue(depth: 5, &generator)
      let canonical = JSONWriter.canonical(value)
      let pretty = JSONWriter.pretty(value)
      let fromPretty = try JSONReader.read(pretty)
      let isStable =
        try JSONWriter.canonical(JSONReader.read(canonical)) == canonical
        && JSONWriter.canonical(fromPretty) == canonical && JSONWriter.pretty(fromPretty) == pretty
      guard isStable else {
        Issue.record("\(value) changed on the way; seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("A text cut off at any byte is refused, never read and never a crash")
  func truncation() throws {
    let text = #" {"số": [1, -2.5e+3, true, null], "\ud83d\ude00": {"k": "\n\u00e9"}}"#
    let bytes = Array(text.utf8)
    _ = try JSONReader.read(bytes)
    for length in 0..<bytes.count {
      let error = #expect(throws: JSONError.self) { try JSONReader.read(Array(bytes[..<length])) }
      #expect(error?.code == .unexpectedEnd || error?.code == .invalidUTF8, "at \(length)")
    }
  }

  @Test("Broken texts are refused within the text, or read to something that can be written")
  func fuzz() {
    let seed: UInt64 = 0xF022
    var generator = SeededGenerator(seed: seed)
    let spice = Array("{}[]\",:\\u0123dD8e.-+ \ntrfn".utf8) + [0, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
    var read = 0
    for trial in 0..<12_000 {
      var bytes = JSONWriter.canonical(randomValue(depth: 3, &generator))
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes.insert(spice.randomElement(using: &generator) ?? 0, at: place)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count:
          bytes[place] = spice.randomElement(using: &generator) ?? 0
        default: break
        }
      }
      do throws(JSONError) {
        let value = try JSONReader.read(bytes)
        read += 1
        let again = try JSONReader.read(JSONWriter.canonical(value))
        guard JSONWriter.canonical(again) == JSONWriter.canonical(value) else {
          Issue.record("\(value) changed; seed \(seed), trial \(trial)")
          return
        }
      } catch {
        guard (0...bytes.count).contains(error.offset), error.line >= 1, error.column >= 1 else {
          Issue.record("\(error) points outside; seed \(seed), trial \(trial)")
          return
        }
      }
    }
    // Both outcomes must have been met often for the test to mean anything.
    #expect(read > 500)
    #expect(read < 11_500)
  }

  private func randomValue(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 9 : 6), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int64.random(in: -1_000...1_000, using: &generator))
    case 3: return .integer(Int64(bitPattern: generator.next()))
    case 4: return .number(Double(bitPattern: generator.next()))
    case 5: return .number(Double(Int64.random(in: -999...999, using: &generator)) / 8)
    case 6: return .string(randomText(&generator))
    case 7:
      return .array(
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in
          randomValue(depth: depth - 1, &generator)
        })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        object[randomText(&generator)] = randomValue(depth: depth - 1, &generator)
      }
      return .object(object)
    }
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "b", "z", "0", "\"", "\\", "/", "\n", "\u{0}", "\u{1f}", "\u{7f}", "é", "\u{301}", "ặ",
      "\u{2028}", "\u{fb33}", "\u{ffff}", "😀", "\u{10ffff}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      text.append(alphabet.randomElement(using: &generator) ?? "a")
    }
    return String(text)
  }
}
