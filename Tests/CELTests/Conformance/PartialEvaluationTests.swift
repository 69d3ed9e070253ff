import CEL
import CELConformance
import Foundation
import Testing

/// A case of `cel-partial-evaluation.json`.
private struct PartialCase: Decodable {
  let expr: String
  let unknown_patterns: [String]
  let value: Datum?
  let error: String?
  let unknown: [String]?
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
    let path = conformanceFolder.appending(path: "../cel-partial-evaluation.json")
    guard let data = try? Data(contentsOf: path.standardizedFileURL) else {
      print("skipped: no conformance data")
      return
    }
    let file = try JSONDecoder().decode(PartialFile.self, from: data)
    let types: [String: ValueType] = [
      "map(string, dyn)": .map(.string, .dyn), "list(map(string, dyn))": .list(.map(.string, .dyn)),
      "int": .int, "bool": .bool, "string": .string,
    ]
    var environment = Environment(libraries: [.standard, .optionals])
    for (name, type) in file.decls { environment.declare(variable: name, as: types[type]!) }
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
