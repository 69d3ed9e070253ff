import CEL
import Diagnostics
import Foundation
import Testing

@Suite("CEL's own conformance tests")
struct ConformanceTests {
  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: conformanceFolder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  @Test("The data is there, or its absence is said")
  func data() {
    if Self.files.isEmpty { print("skipped: no conformance data") }
    #expect(Self.files.isEmpty || Self.files.contains("basic.json"))
  }

  @Test("Every case passes but those listed, and every listed case fails", arguments: files)
  func file(name: String) throws {
    let data = try Data(contentsOf: conformanceFolder.appending(path: name))
    let cases = try JSONDecoder().decode([Datum].self, from: data)
    var passed = 0
    var skipped = 0
    var failed = 0
    for entry in cases {
      let id = try #require(entry["id"]?.text)
      let problem = try problem(with: entry)
      switch (problem, skippedCases[id]) {
      case (nil, nil): passed += 1
      case (.some, .some): skipped += 1
      case (nil, .some):
        failed += 1
        Issue.record("\(id) is listed as skipped and passes; take it off the list")
      case (let problem?, nil):
        failed += 1
        Issue.record("\(id): \(entry["expr"]?.text ?? "") — \(problem)")
      }
    }
    let known = Set(cases.compactMap { $0["id"]?.text })
    let prefix = name.replacing(".json", with: "/")
    for id in skippedCases.keys where id.hasPrefix(prefix) && !known.contains(id) {
      Issue.record("\(id) is listed as skipped and is no case")
    }
    print("conformance \(name): \(passed) passed, \(failed) failed, \(skipped) skipped")
  }

  /// What a case gets wrong, or nil where it passes.
  private func problem(with entry: Datum) throws -> String? {
    let expected = entry["expected"]!
    do throws(CompilationError) {
      let environment: Environment
      do { environment = try self.environment(of: entry) } catch { return "environment: \(error)" }
      let source = SourceText(name: "<expression>", text: Self.expression(of: entry))
      let parsed = try environment.parse(source)
      let program: Program
      if entry["disable_check"]!.flag {
        program = environment.program(for: parsed)
      } else {
        let checked = try environment.check(parsed)
        if let type = expected["deduced_type_text"]?.text, checked.resultType.description != type {
          return "type is \(checked.resultType)"
        }
        if entry["check_only"]!.flag { return nil }
        program = environment.program(for: checked)
      }
      return try judge(program, entry, expected)
    } catch {
      if expected["error"] != nil { return nil }
      return error.diagnostics.map { "\($0.message.en)" }.joined(separator: "; ")
    }
  }

  private func judge(
    _ program: Program, _ entry: Datum, _ expected: Datum
  ) throws(CompilationError) -> String? {
    var values: [String: Value] = [:]
    for (name, value) in entry["bindings"]!.object {
      guard let value = try? Value(value) else { return "a binding cannot be read" }
      values[name] = value
    }
    let outcome = program.evaluate(Activation(values))
    switch outcome {
    case .unknown(let attributes): return "unknown \(attributes)"
    case .error(let error): return expected["error"] != nil ? nil : "error \(error.message)"
    case .value(let value):
      if expected["error"] != nil { return "no error but \(value.literal)" }
      guard let datum = expected["value"] else { return nil }
      guard let wanted = try? Value(datum) else { return "the expected value cannot be read" }
      return value.isSame(as: wanted) ? nil : "gives \(value.literal)"
    }
  }

  private func environment(of entry: Datum) throws -> Environment {
    let zones = Library.standard(zoneOffset: { name, seconds in
      TimeZone(identifier: name)?
        .secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    })
    var libraries = [zones, .optionals]
    switch entry["file"]!.text! {
    case "macros2": libraries.append(.twoVariableMacros)
    case "bindings_ext", "block_ext": libraries += [.bindings, .twoVariableMacros]
    case "string_ext": libraries.append(.strings)
    case "math_ext": libraries.append(.mathematics)
    case "encoders_ext": libraries.append(.encoders)
    default: break
    }
    var environment = Environment(libraries: libraries, container: entry["container"]!.text!)
    environment.expandsMacros = !entry["disable_macros"]!.flag
    for declaration in entry["type_env"]!.list {
      let name = declaration["name"]!.text!
      if let type = declaration["ident"]?["type"] {
        environment.declare(variable: name, as: try Self.type(type))
      }
      let overloads = try (declaration["function"]?.list ?? []).map { overload in
        Overload(
          id: overload["id"]!.text!, parameters: try overload["params"]!.list.map(Self.type),
          isMember: overload["member"]!.flag, result: try Self.type(overload["result"]!),
          implementation: { _ in .error(EvaluationError(.host, "unbound")) })
      }
      if !overloads.isEmpty { environment.declare(function: Function(name, overloads: overloads)) }
    }
    return environment
  }

  /// The expression of a case, the macros that only a harness has being written as `cel.bind`.
  private static func expression(of entry: Datum) -> String {
    let text = entry["expr"]!.text!
    guard entry["file"]!.text! == "block_ext" else { return text }
    return BlockMacros.rewritten(text)
  }

  private static func type(_ datum: Datum) throws -> ValueType { try ValueType(datum) }
}
