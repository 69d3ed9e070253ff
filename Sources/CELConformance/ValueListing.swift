import CEL
import Diagnostics
package import Foundation

/// Evaluates expressions, one a line, and writes what came of each as one line of JSON, for
/// `Scripts/cel-differential` to compare with other engines.
///
/// Ints and uints are JSON numbers; a double is `{"double": "BITS"}`, its bits as a number; bytes are
/// `{"bytes": […]}`, a map `{"map": [[KEY, VALUE], …]}`, other values `{"text": "LITERAL"}`; an error
/// is `{"error": "CODE"}`, an expression that does not compile `{"refused": "CODE"}`.
package struct ValueListing {
  private let environment: Environment
  private let activation: Activation

  /// - Parameter bindings: a JSON object of the variables in the form of the conformance cases.
  package init(bindings: URL) throws {
    var environment = Environment(libraries: [.standard])
    var values: [String: Value] = [:]
    for (name, datum) in try Datum(contentsOf: bindings).object ?? [:] {
      values[name] = try Value(datum)
      environment.declare(variable: name, as: .dyn)
    }
    self.environment = environment
    activation = Activation(values)
  }

  /// What comes of an expression.
  package func line(_ expression: String) -> String {
    do throws(CompilationError) {
      switch try environment.compile(expression).evaluate(activation) {
      case .value(let value): return json(value)
      case .error(let error): return "{\"error\": \(quoted(error.code.rawValue))}"
      case .unknown: return "{\"error\": \"unknown\"}"
      }
    } catch {
      return "{\"refused\": \(quoted(error.diagnostics.first?.code ?? ""))}"
    }
  }

  private func json(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .double(let number): "{\"double\": \"\(number.isNaN ? 0x7FF8 << 48 : number.bitPattern)\"}"
    case .string(let text): quoted(text)
    case .bytes(let bytes): "{\"bytes\": \(bytes)}"
    case .list(let list): "[" + list.map(json).joined(separator: ", ") + "]"
    case .map(let map):
      "{\"map\": ["
        + map.entries.map { "[\(json($0.key)), \(json($0.value))]" }.joined(separator: ", ") + "]}"
    default: "{\"text\": \(quoted(value.literal))}"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..."\u{1F}":
        result += "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2)
        result += String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
