import Diagnostics
import JSON

extension RollUpRule {
  var json: JSONValue {
    switch self {
    case .notAdded: "none"
    case .sum(nil): "sum"
    case .part: "part"
    case .units: "units"
    case .sum(let source?): ["sum": .string(source)]
    case .count(let source): ["count": .string(source)]
    case .rate(let of, let to): ["of": .string(of), "to": .string(to)]
    }
  }
}

extension WireNode {
  func rollUpRule() throws(WireError) -> RollUpRule {
    switch value.stringValue {
    case "none"?: return .notAdded
    case "sum"?: return .sum(of: nil)
    case "part"?: return .part
    case "units"?: return .units
    default: break
    }
    if let source = optional("sum") { return .sum(of: try source.string()) }
    if let source = optional("count") { return .count(of: try source.string()) }
    guard let of = optional("of"), let to = optional("to") else {
      throw wrong(such: "\"sum\"")
    }
    return .rate(of: try of.string(), to: try to.string())
  }
}
