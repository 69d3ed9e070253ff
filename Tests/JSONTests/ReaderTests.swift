import Diagnostics
import JSON
import Testing

@Suite struct ReaderTests {
  @Test(
    "What RFC 8259 allows is read",
    arguments: [
      (" \t\r\n1 ", 1), ("-0", 0), ("\"\"", ""), ("[]", []), ("{ }", [:]), ("true", true),
      ("null", .null), ("1.0", .number(1)), ("1E+2", .number(100)), ("-1.5e-1", -0.15),
      ("[1 , [2], {\"a\" : [ ] }]", [1, [2], ["a": []]]),
      (#""\u0041\ud83d\ude00\/\b\f\n\r\t\"\\""#, "A😀/\u{8}\u{c}\n\r\t\"\\"),
      ("\"\u{10FFFF}\u{7f}ư\"", "\u{10FFFF}\u{7f}ư"), ("9007199254740992", 9_007_199_254_740_992),
      ("-9007199254740992", -9_007_199_254_740_992), ("1e300", .number(1e300)),
      ("1e-400", .number(0)), (#"{"":{"":1}}"#, ["": ["": 1]]),
    ] as [(String, JSONValue)])
  func accepted(text: String, expected: JSONValue) throws {
    #expect(try JSONReader.read(text) == expected)
  }

  @Test(
    "What it does not allow is refused, with its kind and place",
    arguments: [
      ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("[1", .unexpectedEnd, 2),
      ("{\"a\"", .unexpectedEnd, 4), ("\"a", .unexpectedEnd, 2), ("tru", .unexpectedEnd, 3),
      ("-", .unexpectedEnd, 1), ("1.", .unexpectedEnd, 2), ("1e", .unexpectedEnd, 2),
      ("nul1", .unexpectedCharacter, 3), ("[1,]", .unexpectedCharacter, 3),
      ("[,1]", .unexpectedCharacter, 1), ("{\"a\":1,}", .unexpectedCharacter, 7),
      ("{a:1}", .unexpectedCharacter, 1), ("{\"a\" 1}", .unexpectedCharacter, 5),
      ("{1:2}", .unexpectedCharacter, 1), ("[1}", .unexpectedCharacter, 2),
      ("[1 2]", .unexpectedCharacter, 3), ("'a'", .unexpectedCharacter, 0),
      ("+1", .unexpectedCharacter, 0), (".5", .unexpectedCharacter, 0),
      ("NaN", .unexpectedCharacter, 0), ("Infinity", .unexpectedCharacter, 0),
      ("/*x*/1", .unexpectedCharacter, 0), ("\u{FEFF}1", .unexpectedCharacter, 0),
      ("\u{A0}1", .unexpectedCharacter, 0), ("]", .unexpectedCharacter, 0),
      ("-Infinity", .malformedNumber, 1), ("01", .malformedNumber, 0),
      ("-012", .malformedNumber, 0), ("1.e5", .malformedNumber, 2), ("1e+x", .malformedNumber, 3),
      ("1 2", .trailingText, 2), ("{}x", .trailingText, 2), ("1\u{0}", .trailingText, 1),
      ("9007199254740993", .integerTooLarge, 0), ("[-9007199254740993]", .integerTooLarge, 1),
      ("99999999999999999999", .integerTooLarge, 0), ("1e20", .integerTooLarge, 0),
      ("1e309", .numberTooLarge, 0), ("-1e999999999", .numberTooLarge, 0),
      (#""\x41""#, .malformedEscape, 1), (#""\u12g4""#, .malformedEscape, 1),
      (#""\ud83d""#, .loneSurrogate, 1), (#""\ud83dx""#, .loneSurrogate, 1),
      (#""\ud83d\u0041""#, .loneSurrogate, 1), (#""\ude00""#, .loneSurrogate, 1),
      (#""\ud83d\ue000""#, .loneSurrogate, 1), (#""\ud83d\ud83d""#, .loneSurrogate, 1),
      (#""\ud83d\n""#, .loneSurrogate, 1), ("\"a\nb\"", .controlCharacter, 2),
      ("\"\u{0}\"", .controlCharacter, 1), (#"{"a":1,"a":2}"#, .duplicateKey, 7),
      (#"{"a":1,"\u0061":2}"#, .duplicateKey, 7),
    ] as [(String, JSONError.Code, Int)])
  func refused(text: String, code: JSONError.Code, offset: Int) throws {
    let error = #expect(throws: JSONError.self) { try JSONReader.read(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  @Test(
    "Bytes that are no UTF-8 are refused",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xE1, 0x80], [0xE1, 0x80, 0x20], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF1, 0x80, 0x80, 0xC0], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE, 0xFF],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let error = #expect(throws: JSONError.self) { try JSONReader.read([quote] + bytes + [quote]) }
    #expect(error?.code == .invalidUTF8)
    #expect(error?.offset == 1)
  }

  @Test("An error has line, column, message and mend")
  func errorTexts() throws {
    let text = "{\n  \"số\": \"ặ\", \"tiền\": 12345678901234567890\n}"
    let error = try #require(
      #expect(throws: JSONError.self) { try JSONReader.read(text) })
    #expect(error.line == 2)
    #expect(error.column == 22)
    #expect(error.message.en == "the whole number is beyond ±2⁵³")
    #expect(error.mend?.en == "send it as a string, in quotation marks")
    #expect(error.mend?.vi.contains("chuỗi") == true)
    let twice = #expect(throws: JSONError.self) { try JSONReader.read(#"{"a":1,"a":1}"#) }
    #expect(twice?.message.vi == "trùng khóa \"a\"")
  }

  @Test("Length, depth and number of elements are limited")
  func limits() throws {
    let limits = JSONLimits(bytes: 20, depth: 2, members: 4)
    func code(_ text: String) -> JSONError.Code? {
      do throws(JSONError) {
        _ = try JSONReader.read(text, limits: limits)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code("[[1,2],3]") == nil)
    #expect(code("[[1,2],3,4]") == .tooMany)
    #expect(code("[[[]]]") == .tooDeep)
    #expect(code("{\"a\":{\"b\":{}}}") == .tooDeep)
    #expect(code("\"" + String(repeating: "x", count: 18) + "\"") == nil)
    #expect(code("\"" + String(repeating: "x", count: 19) + "\"") == .tooLong)
  }

  @Test("A hundred thousand brackets are refused without running out of stack")
  func deepNesting() {
    let boundless = JSONLimits(bytes: .max, depth: .max, members: .max)
    for opening in ["[", "{\"a\":"] {
      let text = String(repeating: opening, count: 100_000)
      let error = #expect(throws: JSONError.self) { try JSONReader.read(text, limits: boundless) }
      #expect(error?.code == .tooDeep)
    }
  }
}
