import CEL
import Testing

@Suite("Patterns are RE2's, in linear time")
struct PatternTests {
  private func matches(_ text: String, _ pattern: String) throws -> Bool? {
    var environment = Environment()
    environment.declare(variable: "t", as: .string)
    environment.declare(variable: "p", as: .string)
    let outcome = try environment.compile("t.matches(p)").evaluate(
      Activation(["t": .string(text), "p": .string(pattern)]))
    if case .value(.bool(let flag)) = outcome { return flag }
    return nil
  }

  @Test(
    "A part of the text is enough unless anchors say otherwise",
    arguments: [
      ("hubba", "ubb", true), ("hubba", "^ubb", false), ("hubba", "^hub.*a$", true),
      ("aab", "a{2}b", true), ("ab", "^a{2,}b", false), ("aaaa", "^a{2,3}$", false),
      ("x{2", "x{2", true), ("cat", "^(cat|dog)$", true), ("cats", "^(?:cat|dog)$", false),
      ("ABC", "(?i)abc", true), ("Đồng", "(?i)^đ", true), ("a1_", "^\\w+$", true),
      ("ệ", "^.$", true), ("ê\u{0323}", "^.$", false), ("a b", "\\bb\\b", true),
      ("ab", "\\bb", false), ("a\nb", "^b", false), ("a\nb", "(?m)^b", true),
      ("a\nb", "a.b", false), ("a\nb", "(?s)a.b", true), ("1-2", "^[\\d-]+$", true),
      ("a]", "^[]a]+$", true), ("é", "[^a-z]", true), ("x", "[[:alpha:]]", true),
      ("7", "^[^[:alpha:]]$", true), ("a.b", "a\\.b", true), ("axb", "a\\.b", false),
      ("😀", "\\x{1F600}", true), ("aaa", "a+?$", true), ("", "", true), ("(a)", "\\Q(a)\\E", true),
      ("ab", "(?P<first>a)(?<second>b)", true), ("aB", "a(?i:b)", true), ("AB", "a(?i:b)", false),
      ("-", "[a\\-z]", true), ("q", "[a\\-z]", false), ("\t", "\\t", true), ("A", "\\x41", true),
    ])
  func matching(text: String, pattern: String, expected: Bool) throws {
    #expect(try matches(text, pattern) == expected)
  }

  @Test(
    "What the machine does not know is an error",
    arguments: [
      "(", ")", "[a", "a**", "*a", "(?=a)", "(?<=a)", "(a)\\1", "\\pL", "a{2000}", "[z-a]", "\\",
      "(?x)", "a{3,2}", "((((a{1000}){1000}){1000}){1000})", "\\y", "[[:nothing:]]",
      String(repeating: "(", count: 5000),
    ])
  func refused(pattern: String) throws {
    #expect(try matches("aaa", pattern) == nil)
  }

  @Test("A pattern that is written out works like one that is given")
  func literal() throws {
    #expect(try text(of: "'hubba'.matches('^hub') && matches('hubba', 'ub{1}b')") == "true")
    #expect(try text(of: "['a1', 'b'].filter(x, x.matches('[0-9]'))") == "[\"a1\"]")
    #expect(try text(of: "dyn(1).matches('a')") == "no such overload")
  }

  @Test("Patterns that ruin backtracking engines take no time")
  func pathological() throws {
    let text = String(repeating: "a", count: 20_000)
    for pattern in [
      "(a*)*b", "(a+)+$b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b", "(a?){30}a{30}b", "(|a)*b",
    ] {
      #expect(try matches(text, pattern) == false)
    }
  }
}
