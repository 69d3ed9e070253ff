import JSON
import Testing

@Suite struct CanonicalFormTests {
  private func canonical(_ text: String) throws -> String {
    String(decoding: JSONWriter.canonical(try JSONReader.read(text)), as: UTF8.self)
  }

  @Test("The sample object of RFC 8785 §3.2.2 comes out as §3.2.4 has it")
  func sample() throws {
    let text = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50,
                    2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    #expect(
      try canonical(text) == #"{"literals":[null,true,false],"#
        + #""numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
        + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#)
  }

  @Test("Members are sorted by UTF-16 code units, the sample of RFC 8785 §3.2.3")
  func sorting() throws {
    let text = #"""
      {"\u20ac": "Euro Sign", "\r": "Carriage Return",
       "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
       "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
       "\u00f6": "Latin Small Letter O With Diaeresis"}
      """#
    let sorted = try #require(
      try JSONReader.read(JSONWriter.canonical(JSONReader.read(text))).objectValue)
    #expect(
      sorted.values == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
        "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
      ])
  }

  @Test("Only quotation marks, backslashes and control characters are escaped")
  func escapes() throws {
    let text = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1f}\"\\/\u{7f}\u{2028}ặ😀"
    #expect(
      JSONValue.string(text).description
        == #""\u0000\b\t\n\u000b\f\r\u001f\"\\/"# + "\u{7f}\u{2028}ặ😀\"")
  }

  @Test("Text is not normalised: composed and decomposed letters stay two keys")
  func noNormalisation() throws {
    let text = "{\"\u{e9}\":1,\"e\u{301}\":2}"
    let value = try JSONReader.read(text)
    #expect(value.objectValue?.count == 2)
    #expect(value["\u{e9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(Array(value.description.utf8) == Array("{\"e\u{301}\":2,\"\u{e9}\":1}".utf8))
    #expect(JSONValue.string("\u{e9}") != JSONValue.string("e\u{301}"))
  }

  @Test("No integer beyond 2⁵³ leaves the writer as a number")
  func largeIntegers() {
    let limit = JSONValue.largestInteger
    #expect(JSONValue.integer(limit).description == "9007199254740992")
    #expect(JSONValue.integer(-limit).description == "-9007199254740992")
    #expect(JSONValue.integer(limit + 1).description == #""9007199254740993""#)
    #expect(JSONValue.integer(.min).description == #""-9223372036854775808""#)
    #expect(JSONValue.number(1e20).description == #""100000000000000000000""#)
    #expect(JSONValue.number(1e21).description == "1e+21")
    #expect(JSONValue.number(9_007_199_254_740_992).description == "9007199254740992")
  }

  @Test("What is not finite is written as null", arguments: [Double.nan, .infinity, -.infinity])
  func nonFinite(value: Double) {
    #expect(JSONValue.array([.number(value)]).description == "[null]")
  }

  @Test("The pretty form keeps the order and indents by two")
  func pretty() {
    let value: JSONValue = [
      "title": "Bảng kiểm", "empty": [:], "areas": [[], [1, 2.5], ["b": true, "a": .null]],
    ]
    #expect(
      String(decoding: JSONWriter.pretty(value), as: UTF8.self) == """
        {
          "title": "Bảng kiểm",
          "empty": {},
          "areas": [
            [],
            [
              1,
              2.5
            ],
            {
              "b": true,
              "a": null
            }
          ]
        }

        """)
  }
}
