/// The type of a CEL expression or value (langdef.md, "Values" and "Gradual Type Checking").
public indirect enum ValueType: Hashable, Sendable {
  /// Any type; the checker leaves what is done with it to the evaluator.
  case dyn
  /// The type of `null`.
  case null
  /// Truth values.
  case bool
  /// Signed integers of 64 bits.
  case int
  /// Unsigned integers of 64 bits.
  case uint
  /// IEEE 754 numbers of 64 bits.
  case double
  /// Sequences of Unicode code points.
  case string
  /// Sequences of bytes.
  case bytes
  /// Points in time, years 1 to 9999.
  case timestamp
  /// Spans of time to the nanosecond.
  case duration
  /// Exact numbers, which may be intervals; see ``Library/numbers``.
  case number
  /// Lists of one element type.
  case list(ValueType)
  /// Maps of one key and one value type.
  case map(ValueType, ValueType)
  /// Types as values.
  case type(ValueType)
  /// A primitive type or null.
  case wrapper(ValueType)
  /// A value that may be absent.
  case optional(ValueType)
  /// A type parameter of a function's declaration.
  case parameter(String)
  /// A message type, by its full name.
  case object(String)
  /// A type of the host, by name and parameters.
  case opaque(String, [ValueType])
  /// A function type: its result and its parameters.
  case function(ValueType, [ValueType])
  /// The type of an expression that has been reported as wrong.
  case error
}

extension ValueType: CustomStringConvertible {
  /// The type in the text form of cel-go, such as `map(string, dyn)`.
  public var description: String {
    switch self {
    case .list(let element): "list(\(element.description))"
    case .map(let key, let value): "map(\(key.description), \(value.description))"
    case .type(let inner): "type(\(inner.description))"
    case .wrapper(let inner): "wrapper(\(inner.description))"
    case .optional(let inner): "optional_type(\(inner.description))"
    case .parameter(let name), .object(let name): name
    case .opaque(let name, let parameters):
      parameters.isEmpty ? name : "\(name)(\(ValueType.text(of: parameters)))"
    case .function(let result, let parameters):
      "(\(ValueType.text(of: parameters))) -> \(result.description)"
    default: simpleName
    }
  }

  /// The name of the type without its parameters, which is what `type()` yields at run time.
  public var runtimeName: String {
    switch self {
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .optional: "optional_type"
    case .wrapper(let inner): inner.runtimeName
    case .parameter(let name), .object(let name), .opaque(let name, _): name
    case .function: "function"
    default: simpleName
    }
  }

  private var simpleName: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .number: "number"
    default: "!error!"
    }
  }

  /// Types separated by commas, as in a list of parameters.
  package static func text(of types: [ValueType]) -> String {
    var text = ""
    for type in types {
      if !text.isEmpty { text += ", " }
      text += type.description
    }
    return text
  }
}
