import CEL
import Testing

/// The examples of the DocC catalogue and the README, to be changed with them.
@Suite("The library's examples do what they say")
struct ExampleTests {
  @Test("Ten lines from an expression to its value")
  func tenLines() throws {
    var environment = Environment(libraries: [.standard, .lists])
    environment.declare(record: "Staff", fields: ["trained": .int, "total": .int])
    environment.declare(variable: "staff", as: .object("Staff"))
    let program = try environment.compile("staff.trained * 10 >= staff.total * 8")
    let staff = MapValue([("trained", .int(25)), ("total", .int(27))])
    guard case .value(let value) = program.evaluate(Activation(["staff": .map(staff)])) else {
      Issue.record("no value")
      return
    }
    #expect(value.literal == "true")
    #expect(throws: CompilationError.self) { try environment.compile("staff.trianed > 1") }
  }

  @Test("A function of the host's own, used by many threads at once")
  func ownFunction() async throws {
    let half = Function(
      "half",
      overloads: [
        Overload(id: "half_int", parameters: [.int], isMember: true, result: .int) { arguments in
          guard case .int(let number) = arguments[0] else { return .null }
          return number % 2 == 0
            ? .int(number / 2) : .error(EvaluationError(.host, "an odd number"))
        }
      ])
    var environment = Environment(libraries: [.standard, Library(functions: [half])])
    environment.declare(variable: "n", as: .int)
    let program = try environment.compile("[n, n + 2].all(x, x.half() * 2 == x)")
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          for number in 0..<200 {
            let outcome = program.evaluate(Activation(["n": .int(Int64(2 * number + 200 * task))]))
            guard case .value(.bool(true)) = outcome else { return true }
          }
          return false
        }
      }
      return await group.contains(true)
    }
    #expect(!wrong)
    guard case .error(let error) = program.evaluate(Activation(["n": .int(1)])) else {
      Issue.record("an odd number has no half")
      return
    }
    #expect(error.message == "an odd number")
  }
}
