import CEL
import CELConformance
import Diagnostics
import Foundation
import Testing

/// A case of `cel-partial-evaluation.json`.
private struct PartialCase: Decodable {
  let expr: String
  let unknown_patterns: [String]
  let value: Datum?
  let error: String?
  let unknown: [String]?
  let residual: String?
}

private struct PartialFile: Decodable {
  let decls: [String: String]
  let vars: [String: Datum]
  let cases: [PartialCase]
}

@Suite("What is known when part of the input is not")
struct PartialEvaluationTests {
  /// The cases in which a strict function has several unknown arguments: cel-go names the first,
  /// we name all of them, so that a reader learns at once everything that is missing.
  private static let namesMore: Set<String> = [
    "a == b | a,b", "[a, b].exists(x, x == 45) | a,b", "[a, b].all(x, x > 0) | a,b",
  ]

  @Test("Values, errors and unknown attributes are those of cel-go")
  func agreement() throws {
    guard let file = try partialFile() else { return }
    let environment = try environment(file)
    let values = try file.vars.mapValues { try Value($0) }
    var agreeing = 0
    var listed: Set<String> = []
    for entry in file.cases {
      let key = "\(entry.expr) | \(entry.unknown_patterns.joined(separator: ","))"
      let program = try environment.compile(entry.expr)
      let unknowns = entry.unknown_patterns.map { AttributePattern($0) }
      let found = text(of: program.evaluate(Activation(values, unknowns: unknowns)))
      if found == expected(entry) {
        #expect(!Self.namesMore.contains(key), "\(key) agrees; take it off the list")
        agreeing += 1
      } else if Self.namesMore.contains(key) {
        listed.insert(key)
        #expect(found == "unknown a,b")
      } else {
        Issue.record("\(key): \(found), not \(expected(entry))")
      }
    }
    #expect(listed == Self.namesMore)
    print("partial evaluation: \(agreeing) agree, \(file.cases.count - agreeing) listed")
  }

  /// The cases of which we leave something else than cel-go. It leaves branches that were not
  /// evaluated as they are written; we put what is known into them too, so that what is left reads
  /// unknown parts only.
  private static let residuals: [String: String] = [
    "double(a)/double(b) >= 0.95 ? 10 : (double(a)/double(b) >= 0.8 ? 6 : 0) | b":
      "43.0 / double(b) >= 0.95 ? 10 : 43.0 / double(b) >= 0.8 ? 6 : 0",
    "ok ? a : b | ok": "ok ? 43 : 45",
    "ok ? a : b | indicators.communes,ok": "ok ? 43 : 45",
  ]

  @Test("What is left is what cel-go leaves, but where it is listed")
  func residual() throws {
    guard let file = try partialFile() else { return }
    let environment = try environment(file)
    let values = try file.vars.mapValues { try Value($0) }
    var agreeing = 0
    var listed: Set<String> = []
    for entry in file.cases {
      let key = "\(entry.expr) | \(entry.unknown_patterns.joined(separator: ","))"
      let program = try environment.compile(entry.expr)
      let unknowns = entry.unknown_patterns.map { AttributePattern($0) }
      let activation = Activation(values, unknowns: unknowns)
      guard let found = program.residual(activation) else {
        #expect(entry.error != nil, "\(key) leaves nothing")
        continue
      }
      // What is left has the outcome of the whole, also where only unknown parts can be read.
      let left = environment.program(for: try environment.check(found))
      #expect(
        text(of: left.evaluate(activation)) == text(of: program.evaluate(activation)), "\(key)")
      let open = Set(entry.unknown_patterns.map { $0.prefix { $0 != "." } })
      let needed = values.filter { open.contains(Substring($0.key)) }
      let known = Activation(needed, unknowns: unknowns)
      #expect(text(of: left.evaluate(known)) == text(of: left.evaluate(activation)), "\(key)")
      // And once all is known, it has the value of the whole.
      #expect(
        text(of: left.evaluate(Activation(values)))
          == text(of: program.evaluate(Activation(values))))
      guard let residual = entry.residual else { continue }
      // cel-go encloses a condition and the branches of a conditional in parentheses.
      let wanted = try environment.parse(SourceText(name: "", text: residual)).text
      if found.text == wanted {
        #expect(Self.residuals[key] == nil, "\(key) agrees; take it off the list")
        agreeing += 1
      } else if let listing = Self.residuals[key] {
        listed.insert(key)
        #expect(found.text == listing)
      } else {
        Issue.record("\(key): \(found.text), not \(wanted)")
      }
    }
    #expect(listed == Set(Self.residuals.keys))
    print("residuals: \(agreeing) agree, \(listed.count) listed")
  }

  /// The file of cases, or nil where it is not there, which is said.
  private func partialFile() throws -> PartialFile? {
    let path = conformanceFolder.appending(path: "../cel-partial-evaluation.json")
    guard let data = try? Data(contentsOf: path.standardizedFileURL) else {
      print("skipped: no conformance data")
      return nil
    }
    return try JSONDecoder().decode(PartialFile.self, from: data)
  }

  private func environment(_ file: PartialFile) throws -> Environment {
    let types: [String: ValueType] = [
      "map(string, dyn)": .map(.string, .dyn), "list(map(string, dyn))": .list(.map(.string, .dyn)),
      "int": .int, "bool": .bool, "string": .string,
    ]
    var environment = Environment(libraries: [.standard, .optionals])
    for (name, type) in file.decls { environment.declare(variable: name, as: types[type]!) }
    return environment
  }

  private func expected(_ entry: PartialCase) -> String {
    if entry.error != nil { return "error" }
    if let unknown = entry.unknown {
      return "unknown " + Set(unknown).sorted().joined(separator: ",")
    }
    return "value " + text(of: entry.value!)
  }

  private func text(of datum: Datum) -> String {
    datum.text ?? "[" + (datum.list ?? []).map(text(of:)).joined(separator: ", ") + "]"
  }

  private func text(of outcome: Outcome) -> String {
    switch outcome {
    case .error: "error"
    case .unknown(let attributes):
      "unknown " + attributes.map(\.description).joined(separator: ",")
    case .value(let value): "value " + text(of: value)
    }
  }

  private func text(of value: Value) -> String {
    switch value {
    case .list(let list): "[" + list.map { text(of: $0) }.joined(separator: ", ") + "]"
    case .string(let text): "string:\(text)"
    default: "\(value.type.description):\(value.literal)"
    }
  }
}
