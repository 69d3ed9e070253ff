import CEL
import Diagnostics
import Testing

@Suite("A program says what it reads and how it came to its value")
struct ProgramTests {
  private func environment() -> Environment {
    var environment = Environment()
    for name in ["a", "b", "staff.total", "staff"] {
      environment.declare(variable: name, as: name == "staff" ? .map(.string, .int) : .int)
    }
    environment.declare(variable: "rows", as: .list(.map(.string, .int)))
    return environment
  }

  @Test("Variables are listed once, in the order of the text, without those of macros")
  func variables() throws {
    let program = try environment().compile(
      "b + staff.total > a && rows.all(a, a.x > b) && staff.other == 1")
    #expect(program.variables == ["b", "staff.total", "a", "rows", "staff"])
  }

  @Test("The type of the result is known")
  func resultType() throws {
    #expect(try environment().compile("rows.map(r, r.x)").resultType == .list(.int))
    #expect(
      try environment().compile("{'a': [a]}").resultType.description == "map(string, list(int))")
  }

  @Test(
    "Types of literals join to the more general one",
    arguments: [
      ("[1, 'a']", "list(dyn)"), ("[null, duration('1s')]", "list(duration)"),
      ("[duration('1s'), null]", "list(duration)"), ("[[], [1]]", "list(list(int))"),
      ("{'a': 1, 'b': dyn(2)}", "map(string, dyn)"), ("true ? [] : ['a']", "list(string)"),
      ("[google.protobuf.Int64Value{value: 1}, 2]", "list(wrapper(int))"),
      ("[2, google.protobuf.Int64Value{value: 1}]", "list(wrapper(int))"), ("[]", "list(dyn)"),
      ("type(1)", "type(int)"), ("[1].map(x, string(x))", "list(string)"),
    ])
  func joinedTypes(expression: String, type: String) throws {
    #expect(try environment().compile(expression).resultType.description == type)
  }

  @Test(
    "A part of a value of any type has any type",
    arguments: [
      ("string(m['k'])", "\"7\""), ("string((l + [])[0])", "\"7\""), ("double(l[0])", "7.0"),
      ("m['k'] + 1 == 8 && string(m['k']) == '7'", "true"), ("size(m.l[0])", "1"),
    ])
  func partsOfAny(expression: String, value: String) throws {
    var environment = Environment()
    environment.declare(variable: "m", as: .dyn)
    environment.declare(variable: "l", as: .dyn)
    let map = MapValue([("k", .int(7)), ("l", .list([.string("a")]))])
    let outcome = try environment.compile(expression).evaluate(
      Activation(["m": .map(map), "l": .list([.int(7)])]))
    guard case .value(let found) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(found.literal == value)
  }

  @Test("A variable that is given no value is an error where it is read")
  func missing() throws {
    let program = try environment().compile("a == 1 || b == 1")
    guard case .error(let error) = program.evaluate(Activation(["a": .int(2)])) else {
      Issue.record("no error")
      return
    }
    #expect(error.code == .noSuchAttribute)
    #expect(error.message == "no such attribute: b")
    #expect(error.range.map { program.source.text(of: $0) } == "b")
    guard case .value(.bool(true)) = program.evaluate(Activation(["a": .int(1)])) else {
      Issue.record("a == 1 decides")
      return
    }
  }

  @Test("An error points at the part that failed")
  func errorRange() throws {
    let program = try environment().compile("1 + (a / b) * 2")
    guard case .error(let error) = program.evaluate(Activation(["a": .int(1), "b": .int(0)])) else {
      Issue.record("no error")
      return
    }
    #expect(error.message == "divide by zero")
    #expect(error.range.map { program.source.text(of: $0) } == "a / b")
  }

  @Test("A trace has every part that was evaluated, operands first")
  func trace() throws {
    let program = try environment().compile("a > 1 && (b == 2 || a == 9)")
    let trace = program.trace(Activation(["a": .int(5), "b": .int(2)]))
    let lines = trace.entries.map {
      "\($0.depth) \(program.source.text(of: $0.range)) = \($0.value.literal)"
    }
    #expect(
      lines == [
        "2 a = 5", "2 1 = 1", "1 a > 1 = true", "3 b = 2", "3 2 = 2", "2 b == 2 = true",
        "1 b == 2 || a == 9 = true", "0 a > 1 && (b == 2 || a == 9) = true",
      ])
    #expect(trace.isComplete)
    guard case .value(.bool(true)) = trace.outcome else {
      Issue.record("the outcome differs")
      return
    }
  }

  @Test("The trace of a loop has its body once a round and nothing a macro made")
  func loopTrace() throws {
    let program = try environment().compile("[1, 5].exists(x, x > a)")
    let trace = program.trace(Activation(["a": .int(3)]))
    let lines = trace.entries.map {
      "\(program.source.text(of: $0.range)) = \($0.value.literal)"
    }
    #expect(
      lines == [
        "1 = 1", "5 = 5", "[1, 5] = [1, 5]", "x = 1", "a = 3", "x > a = false", "x = 5", "a = 3",
        "x > a = true", "[1, 5].exists(x, x > a) = true",
      ])
  }

  @Test("The name that filter declares is no part of the trace, that of map's value is")
  func filterTrace() throws {
    for (expression, expected) in [
      ("[5].filter(x, x > 1)", ["5 = 5", "[5] = [5]", "x = 5", "1 = 1", "x > 1 = true"]),
      ("[5].map(x, x > 1, x)", ["5 = 5", "[5] = [5]", "x = 5", "1 = 1", "x > 1 = true", "x = 5"]),
    ] {
      let program = try environment().compile(expression)
      let lines = program.trace().entries.map {
        "\(program.source.text(of: $0.range)) = \($0.value.literal)"
      }
      #expect(lines == expected + ["\(expression) = [5]"])
    }
  }

  @Test("A trace of a loop has an entry for every part, however many rounds there are")
  func everyRound() throws {
    let program = try environment().compile("rows.all(r, r.x >= 0)").traced()
    for count in [0, 1, 7, 8, 9, 100, 2_499] {
      let rows = Value.list((0..<count).map { .map(MapValue([("x", .int(Int64($0)))])) })
      let trace = program.trace(Activation(["rows": rows]))
      // `r`, `r.x`, `0` and the comparison each round; `rows` and the whole.
      #expect(trace.entries.count == 4 * count + 2)
      #expect(trace.isComplete)
    }
  }

  @Test("A trace that grows too long is cut and says so")
  func longTrace() throws {
    let rows = Value.list((0..<20_000).map { .map(MapValue([("x", .int($0))])) })
    let trace = try environment().compile("rows.all(r, r.x >= 0)").trace(Activation(["rows": rows]))
    #expect(trace.entries.count == 10_000)
    #expect(!trace.isComplete)
  }

  @Test("A function of the host is called by the types of its arguments")
  func hostFunction() throws {
    let working = Function(
      "workingDays",
      overloads: [
        Overload(id: "workingDays_int", parameters: [.int], result: .string) { arguments in
          .string("int \(arguments[0].literal)")
        },
        Overload(id: "workingDays_string", parameters: [.string], isMember: true, result: .string) {
          _ in .error(EvaluationError(.host, "no calendar"))
        },
      ])
    let environment = Environment(libraries: [.standard, Library(functions: [working])])
    let program = try environment.compile("workingDays(3)")
    #expect("\(program.evaluate())".contains("int 3"))
    guard case .error(let error) = try environment.compile("'a'.workingDays()").evaluate() else {
      Issue.record("no error")
      return
    }
    #expect(error.code == .host)
    #expect(error.range == SourceRange(0, 17))
  }

  @Test("Unknown parts that a decided rule does not need do not matter")
  func unknown() throws {
    let program = try environment().compile("a > 1 || staff.total > 2")
    let known = Activation(["a": .int(2)], unknowns: [AttributePattern(variable: "staff.total")])
    guard case .value(.bool(true)) = program.evaluate(known) else {
      Issue.record("a decides")
      return
    }
    let open = Activation(["a": .int(1)], unknowns: [AttributePattern(variable: "staff.total")])
    guard case .unknown(let attributes) = program.evaluate(open) else {
      Issue.record("nothing decides")
      return
    }
    #expect(attributes.map(\.description) == ["staff.total"])
  }

  @Test("A pattern's text names a qualified variable, an index and any step")
  func patterns() {
    let any = AttributePattern("staff.total.*.2", variable: "staff.total")
    #expect(any.variable == "staff.total")
    #expect(any.qualifiers == [nil, .index(2)])
    #expect(AttributePattern("rows.0.x").qualifiers == [.index(0), .field("x")])
    #expect(AttributePattern("staff.total", variable: "staff.total").qualifiers == [])
  }
}
