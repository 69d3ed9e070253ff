import CEL
import Diagnostics
import Foundation

/// One of CEL's conformance cases: an expression with what must come of it.
package struct ConformanceCase: Sendable {
  /// FILE/SECTION/NAME.
  package let id: String
  /// The expression as written.
  package let expression: String
  private let datum: Datum

  /// What came of a case.
  package enum Verdict: Equatable, Sendable {
    case passed
    case failed(expected: String, got: String)
    case skipped(reason: String)
  }

  /// Reads a case from its JSON object.
  package init(_ datum: Datum) throws(UnknownDatum) {
    id = try (datum["id"]?.text).orMissing("a case without id")
    expression = try (datum["expr"]?.text).orMissing("\(id) has no expr")
    _ = try datum["expected"].orMissing("\(id) has no expected")
    self.datum = datum
  }

  /// Parses, checks and evaluates the case as far as it asks for.
  package func run() -> Verdict {
    let level = datum["proto_level"]?.text ?? "none"
    if datum["needs_proto"]?.flag ?? false || level != "none" && level != "wkt" {
      return Self.needsMessage
    }
    do throws(UnknownDatum) {
      return try judged()
    } catch {
      if error.isMessage { return Self.needsMessage }
      return .failed(expected: "a case that can be read", got: error.description)
    }
  }

  private static let needsMessage = Verdict.skipped(reason: "needs a protobuf message type")

  private func judged() throws(UnknownDatum) -> Verdict {
    let expected = datum["expected"] ?? .null
    let wanted = try Expectation(expected)
    let environment = try environment()
    let text =
      requires.contains("cel.block") ? BlockMacros.rewritten(expression) : expression
    let source = SourceText(name: "<expression>", text: text)
    let program: Program
    do throws(CompilationError) {
      let parsed = try environment.parse(source)
      if datum["disable_check"]?.flag ?? false {
        program = environment.program(for: parsed)
      } else {
        let checked = try environment.check(parsed)
        if let type = wanted.type, checked.resultType.description != type {
          return .failed(expected: "type \(type)", got: "type \(checked.resultType)")
        }
        if datum["check_only"]?.flag ?? false {
          return wanted.isError ? .failed(expected: wanted.text, got: "no error") : .passed
        }
        program = environment.program(for: checked)
      }
    } catch {
      if wanted.isError { return .passed }
      let messages = error.diagnostics.map { $0.message.en }
      return .failed(expected: wanted.text, got: messages.joined(separator: "; "))
    }
    return judge(program.evaluate(Activation(try bindings())), wanted)
  }

  private func judge(_ outcome: Outcome, _ wanted: Expectation) -> Verdict {
    let got: String
    switch outcome {
    case .error(let error):
      if wanted.isError { return .passed }
      got = "error: \(error.message)"
    case .unknown(let attributes):
      got = "unknown: " + attributes.map { $0.description }.joined(separator: ", ")
    case .value(let value):
      if !wanted.isError, wanted.value.map({ value.isSame(as: $0) }) ?? true { return .passed }
      got = value.literal
    }
    return .failed(expected: wanted.text, got: got)
  }

  // MARK: Reading

  /// What a case must come to.
  private struct Expectation {
    let isError: Bool
    let value: Value?
    let type: String?

    init(_ datum: Datum) throws(UnknownDatum) {
      isError = datum["error"] != nil
      type = datum["deduced_type_text"]?.text ?? datum["deduced_type"]?["text"]?.text
      if let found = datum["value"] { value = try Value(found) } else { value = nil }
      guard isError || value != nil || type != nil else { throw UnknownDatum("expected \(datum)") }
    }

    var text: String {
      isError ? "an error" : value.map { $0.literal } ?? type.map { "type \($0)" } ?? ""
    }
  }

  /// The names of the extension libraries the case needs.
  private var requires: [String] {
    var names: [String] = []
    for name in datum["requires"]?.list ?? [] { if let name = name.text { names.append(name) } }
    return names
  }

  private func bindings() throws(UnknownDatum) -> [String: Value] {
    var values: [String: Value] = [:]
    for (name, value) in datum["bindings"]?.object ?? [:] { values[name] = try Value(value) }
    return values
  }

  private func environment() throws(UnknownDatum) -> Environment {
    let zones = Library.standard(zoneOffset: { name, seconds in
      TimeZone(identifier: name)?
        .secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    })
    var libraries = [zones, .optionals]
    for name in requires { libraries += try Self.libraries(named: name) }
    var environment = Environment(
      libraries: libraries, container: datum["container"]?.text ?? "")
    environment.expandsMacros = !(datum["disable_macros"]?.flag ?? false)
    for declaration in datum["type_env"]?.list ?? [] {
      let name = try (declaration["name"]?.text).orMissing("type_env without name")
      if let type = declaration["ident"]?["type"] {
        environment.declare(variable: name, as: try ValueType(type))
      }
      var overloads: [Overload] = []
      for overload in declaration["function"]?.list ?? [] {
        overloads.append(try Self.overload(overload))
      }
      if !overloads.isEmpty { environment.declare(function: Function(name, overloads: overloads)) }
    }
    return environment
  }

  private static func libraries(named name: String) throws(UnknownDatum) -> [Library] {
    switch name {
    case "optional": []
    case "cel.bind": [.bindings]
    case "cel.block": [.bindings, .twoVariableMacros]
    case "two-var-comprehensions": [.twoVariableMacros]
    case "strings": [.strings]
    case "math": [.mathematics]
    case "encoders": [.encoders]
    case "network": [.network]
    case "lists": [.lists]
    case "sets": [.sets]
    case "regex": [.regex]
    default: throw UnknownDatum("the library \(name)")
    }
  }

  /// A declared function, which has no body.
  private static func overload(_ datum: Datum) throws(UnknownDatum) -> Overload {
    var parameters: [ValueType] = []
    for parameter in datum["params"]?.list ?? [] { parameters.append(try ValueType(parameter)) }
    return Overload(
      id: try (datum["id"]?.text).orMissing("overload"), parameters: parameters,
      isMember: datum["member"]?.flag ?? false,
      result: try ValueType(try datum["result"].orMissing("overload")),
      implementation: { _ in .error(EvaluationError(.host, "unbound")) })
  }
}
