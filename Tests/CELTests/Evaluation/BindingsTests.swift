import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("Values by slot are what values by name are")
struct BindingsTests {
  private func environment(_ names: [String] = ["a", "b", "staff.total", "rows"]) -> Environment {
    var environment = Environment()
    for name in names { environment.declare(variable: name, as: .dyn) }
    return environment
  }

  private static let expressions = [
    "a + b", "staff.total > a", "rows.filter(r, r.x > a).size()", "rows[0].x == rows[a].x",
    "a > 1 || b > 1", "has(rows[0].x) && rows[0].x > staff.total", "rows[b].y", "[a, b, 1]",
    "rows[staff.total / 0]", "a == b ? rows : [staff.total]",
  ]

  @Test("Programs give one outcome either way, whatever is known", arguments: 0..<3)
  func sameOutcome(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed + 400)
    let environment = environment()
    let programs = try Self.expressions.map { try environment.compile($0) }
    for _ in 0..<100 {
      var activation = Activation()
      var bindings = Bindings(environment)
      for name in ["a", "b", "staff.total", "rows"] {
        let row = MapValue([("x", .int(Int64.random(in: 0...2, using: &generator)))])
        let value: Value =
          name == "rows"
          ? .list([.map(row), .map(row)]) : .int(.random(in: 0...2, using: &generator))
        switch Int.random(in: 0...4, using: &generator) {
        case 0: continue
        case 1:
          activation.unknowns.append(AttributePattern(variable: name))
          bindings.setUnknown(name)
        case 2 where name == "rows":
          activation.values[name] = value
          activation.unknowns.append(AttributePattern("rows.1.*"))
          bindings.set(value, for: name)
          bindings.add(unknown: AttributePattern("rows.1.*"))
        default:
          activation.values[name] = value
          bindings.set(value, for: name)
        }
      }
      for program in programs {
        #expect(
          text(program.evaluate(activation)) == text(program.evaluate(bindings)),
          "\(program.source.text) of \(activation)")
      }
    }
  }

  private func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .value(let value): value.literal
    case .unknown(let attributes): "unknown \(attributes)"
    case .error(let error): "error \(error.message) at \(String(describing: error.range))"
    }
  }

  @Test("Slots are counted in the order of declaration and stay")
  func slots() throws {
    var environment = environment(["a", "b"])
    let early = environment
    environment.declare(variable: "c", as: .int)
    environment.declare(variable: "a", as: .int)
    #expect(environment.slot(of: "a") == 0)
    #expect(environment.slot(of: "c") == 2)
    #expect(early.slot(of: "c") == nil)
    var bindings = Bindings(early)
    bindings.set(.int(4), at: 0)
    bindings.set(.int(5), for: "c")
    #expect(text(try environment.compile("a + c").evaluate(bindings)) == "9")
  }

  @Test("Bindings of another environment are read by name, never by a wrong slot")
  func otherEnvironment() throws {
    var bindings = Bindings(environment(["b", "a", "c"]))
    bindings.set(.int(1), for: "a")
    bindings.set(.int(2), for: "b")
    #expect(text(try environment(["a", "b"]).compile("a - b").evaluate(bindings)) == "-1")
    let missing = try environment(["d", "b"]).compile("d - b").evaluate(bindings)
    #expect(text(missing).hasPrefix("error no such attribute: d"))
  }

  @Test("A name that is not declared is an error, or found where it was given a value all the same")
  func undeclared() throws {
    let environment = environment()
    let program = environment.program(
      for: try environment.parse(SourceText(name: "", text: "a + x")))
    var bindings = Bindings(environment)
    bindings.set(.int(1), for: "a")
    #expect(text(program.evaluate(bindings)).hasPrefix("error no such attribute: x"))
    bindings.set(.int(2), for: "x")
    #expect(text(program.evaluate(bindings)) == "3")
  }

  @Test("A trace by slots has the entries of one by names, and can be taken again")
  func traces() throws {
    let environment = environment()
    let program = try environment.compile("a > 1 && rows.exists(r, r.x == b)")
    let values: [String: Value] = [
      "a": .int(2), "b": .int(5), "rows": .list([.map(MapValue([("x", .int(5))]))]),
    ]
    var bindings = Bindings(environment)
    for (name, value) in values { bindings.set(value, for: name) }
    let traced = program.traced()
    let first = traced.trace(bindings).entries.map { "\($0.range) \($0.depth) \($0.value.literal)" }
    let second = program.trace(Activation(values)).entries.map {
      "\($0.range) \($0.depth) \($0.value.literal)"
    }
    #expect(first == second && !first.isEmpty)
    #expect(traced.trace(bindings).entries.count == first.count)
  }
}
