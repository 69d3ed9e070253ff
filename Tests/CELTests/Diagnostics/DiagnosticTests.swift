import CEL
import Diagnostics
import TestSupport
import Testing

/// The environment of the tests: a few indicators of a checklist.
let indicators: Environment = {
  var environment = Environment(libraries: [.standard, .numbers])
  for name in ["staff.total", "staff.dedicated", "staff.concurrent", "communes.total"] {
    environment.declare(variable: name, as: .int)
  }
  environment.declare(variable: "rate", as: .number)
  environment.declare(variable: "names", as: .list(.string))
  environment.declare(variable: "ok", as: .bool)
  return environment
}()

/// All diagnostics of an expression as they are printed; empty where it compiles.
func rendered(
  _ expression: String, in environment: Environment = indicators, language: Language = .en
) -> String {
  let source = SourceText(name: "rule", text: expression)
  do throws(CompilationError) {
    _ = try environment.compile(source)
    return ""
  } catch {
    let renderer = DiagnosticRenderer(language: language)
    return error.diagnostics.map { renderer.render($0, in: source) }.joined()
  }
}

@Suite("What is wrong with an expression is said at its place")
struct DiagnosticTests {
  @Test("A misspelt qualified name is one name, with the nearest declared one")
  func misspeltChain() {
    #expect(
      rendered("staff.totl == staff.dedicated") == """
        rule:1:1: error: there is no name "staff.totl" [unknown-name]
            1 | staff.totl == staff.dedicated
              | ^~~~~~~~~~
              = did you mean "staff.total"?

        """)
  }

  @Test("Messages and mends are there in Vietnamese")
  func vietnamese() {
    #expect(
      rendered("ok && staf.total > 1", language: .vi) == """
        rule:1:7: lỗi: không có tên "staf.total" [unknown-name]
            1 | ok && staf.total > 1
              |       ^~~~~~~~~~
              = có phải là "staff.total"?

        """)
  }

  @Test("All that the checker finds is reported in one pass")
  func severalErrors() {
    #expect(
      rendered("staff.totl > 1 && sze(names) == 2 && 'a' + 1 == 'b'") == """
        rule:1:1: error: there is no name "staff.totl" [unknown-name]
            1 | staff.totl > 1 && sze(names) == 2 && 'a' + 1 == 'b'
              | ^~~~~~~~~~
              = did you mean "staff.total"?
        rule:1:19: error: there is no function "sze" [unknown-function]
            1 | staff.totl > 1 && sze(names) == 2 && 'a' + 1 == 'b'
              |                   ^~~
              = did you mean "size"?
        rule:1:42: error: "+" does not take (string, int) [no-such-overload]
            1 | staff.totl > 1 && sze(names) == 2 && 'a' + 1 == 'b'
              |                                          ^
              = it takes (int, int), (uint, uint), (double, double), (string, string), (bytes, bytes) or …

        """)
  }

  @Test("The range of a diagnostic is the marked part, in bytes")
  func ranges() throws {
    let cases = [
      ("'ủy ban' == 1️⃣staff.totl2️⃣", "unknown-name"),
      ("[1].exists(x, 1️⃣y2️⃣ > x)", "unknown-name"),
      ("names.1️⃣siz2️⃣()", "unknown-function"),
      ("1️⃣rate.share2️⃣ > 1", "no-field"),
      ("ok 1️⃣?2️⃣ 1 : 'a'", "no-such-overload"),
      ("{1️⃣[1]2️⃣: 2}", "type-mismatch"),
      ("1️⃣staff.total2️⃣.all(x, x)", "not-iterable"),
      ("'a'.matches(1️⃣'(a'2️⃣)", "bad-pattern"),
      ("1️⃣Thing2️⃣{a: 1}", "unknown-type"),
      ("google.protobuf.Int32Value{1️⃣valu2️⃣: 1}", "unknown-field"),
      ("1 +1️⃣2️⃣", "syntax-error"),
      ("(1 1️⃣22️⃣", "syntax-error"),
      ("1️⃣'abc2️⃣", "syntax-error"),
      ("'a1️⃣\\q2️⃣'", "syntax-error"),
      ("1 1️⃣=2️⃣ 2", "syntax-error"),
      ("1️⃣if2️⃣ > 1", "reserved-word"),
      ("1️⃣92233720368547758082️⃣", "number-out-of-range"),
      ("1️⃣1e3002️⃣ > rate", "number-out-of-range"),
      ("has(1️⃣ok2️⃣)", "macro-argument"),
      ("names.all(1️⃣a.b2️⃣, true)", "macro-argument"),
      ("1️⃣`a-b`2️⃣ == 1", "syntax-error"),
      ("names1️⃣.2️⃣?a", "syntax-error"),
    ]
    for (marked, code) in cases {
      let fixture = MarkedText(marked)
      let source = SourceText(name: "rule", text: fixture.text)
      do throws(CompilationError) {
        _ = try indicators.compile(source)
        Issue.record("\(fixture.text) compiles")
      } catch {
        let first = try #require(error.diagnostics.first)
        #expect(first.code == code, "\(fixture.text)")
        if code != "syntax-error" || !fixture.text.contains("?a") {
          let range = SourceRange(fixture.markers["1️⃣"]!, fixture.markers["2️⃣"]!)
          let found = source.text(of: first.range)
          #expect(first.range == range, "\(fixture.text): \(found)")
        }
        #expect(!first.message.vi.isEmpty && first.message.vi != first.message.en)
      }
    }
  }

  @Test(
    "A field that a declared object does not have is an error, however deep, with the nearest one")
  func misspeltField() throws {
    var environment = Environment(libraries: [.standard, .optionals])
    environment.declare(record: "Post", fields: ["held_by": .string])
    environment.declare(
      record: "Staff", fields: ["dedicated": .int, "posts": .list(.object("Post"))])
    environment.declare(variable: "staff", as: .object("Staff"))
    #expect(
      rendered("staff.dedicatd > 1", in: environment) == """
        rule:1:1: error: Staff has no field "dedicatd" [unknown-field]
            1 | staff.dedicatd > 1
              | ^~~~~~~~~~~~~~
              = did you mean "dedicated"?

        """)
    for expression in [
      "staff.posts.all(p, p.held_bi == 'a')", "staff.posts[0].hel_by == ''",
      "has(staff.dedicatd)", "staff.?dedicatd.orValue(1) == 1", "staff.map(p, p) == []",
    ] {
      #expect(!rendered(expression, in: environment).isEmpty, "\(expression)")
    }
    #expect(rendered("staff.posts.all(p, p.held_by == 'a')", in: environment).isEmpty)
  }

  @Test("A hundred diagnostics are kept and the others counted")
  func cap() {
    let expression = (0..<150).map { "zzzzzzz\($0)" }.joined(separator: " || ")
    #expect(throws: CompilationError.self) { try indicators.compile(expression) }
    do throws(CompilationError) { _ = try indicators.compile(expression) } catch {
      #expect(error.diagnostics.count == 100)
      #expect(error.leftOut == 50)
    }
  }

  @Test("A macro's variable can be the name that was meant")
  func localName() {
    #expect(rendered("names.all(item, itm == 'a')").contains("did you mean \"item\"?"))
  }

  @Test("A misspelt qualified function is one name")
  func qualifiedFunction() {
    #expect(
      rendered("mth.least(1, 2) > 0", in: Environment(libraries: [.standard, rounding])) == """
        rule:1:1: error: there is no function "mth.least" [unknown-function]
            1 | mth.least(1, 2) > 0
              | ^~~~~~~~~
              = did you mean "math.least"?

        """)
  }

  private var rounding: Library {
    let least = Overload(id: "least", parameters: [.int, .int], result: .int) { $0[0] }
    return Library(functions: [Function("math.least", overloads: [least])])
  }

  @Test("A function that is there says which arguments it takes")
  func offeredOverloads() {
    #expect(rendered("staff.total.size()").contains("\"size\" does not take (int)"))
  }

  @Test("A message stands on one line whatever the expression holds")
  func oneLine() {
    let texts = [
      "0e\u{B}0", "1 '''\n''' 2", "a \u{2028} b", "'\\\n'", "x\u{85}", "b'''\r\n''' 1",
    ]
    for text in texts {
      do throws(CompilationError) {
        _ = try Environment().compile(text)
        Issue.record("compiled: \(text)")
      } catch {
        for diagnostic in error.diagnostics {
          let isOneLine = !diagnostic.message.en.contains { $0.isNewline }
          #expect(isOneLine, "\(diagnostic.message.en)")
          let isOneLineToo = !diagnostic.message.vi.contains { $0.isNewline }
          #expect(isOneLineToo, "\(diagnostic.message.vi)")
        }
      }
    }
  }
}
