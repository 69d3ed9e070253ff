import CEL
import Foundation
import TestSupport

/// The folder of the conformance data, which is not part of the product.
let conformanceFolder: URL = {
  if let path = ProcessInfo.processInfo.environment["CEL_CONFORMANCE"] {
    return URL(filePath: path)
  }
  return packageRoot.appending(path: "../shared/conformance/cel").standardizedFileURL
}()

/// A JSON value as the conformance data has it.
indirect enum Datum: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([Datum])
  case object([String: Datum])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([Datum].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: Datum].self))
    }
  }

  subscript(key: String) -> Datum? {
    if case .object(let entries) = self { entries[key] } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [Datum] { if case .list(let list) = self { list } else { [] } }
  var object: [String: Datum] { if case .object(let object) = self { object } else { [:] } }
  var flag: Bool { if case .bool(let flag) = self { flag } else { false } }
}

/// Data the tests do not understand, so that a case is never taken for one that passes.
struct UnknownDatum: Error {
  let what: String
}

extension Value {
  /// Reads `{"int": "1"}` and its like.
  init(_ datum: Datum) throws {
    guard let (kind, content) = datum.object.first else { throw UnknownDatum(what: "\(datum)") }
    switch (kind, content) {
    case ("int", .text(let text)): self = .int(Int64(text)!)
    case ("uint", .text(let text)): self = .uint(UInt64(text)!)
    case ("double", .number(let number)): self = .double(number)
    case ("double", .text("NaN")): self = .double(.nan)
    case ("double", .text("Infinity")): self = .double(.infinity)
    case ("double", .text("-Infinity")): self = .double(-.infinity)
    case ("string", .text(let text)): self = .string(text)
    case ("bytes", .text(let text)): self = .bytes([UInt8](Data(base64Encoded: text)!))
    case ("bool", .bool(let flag)): self = .bool(flag)
    case ("null", _): self = .null
    case ("list", .list(let list)): self = .list(try list.map { try Value($0) })
    case ("map", .list(let entries)):
      self = .map(MapValue(try entries.map { (try Value($0.list[0]), try Value($0.list[1])) }))
    case ("timestamp", .text(let text)): self = .timestamp(Timestamp(text: text)!)
    case ("duration", .text(let text)): self = .duration(TimeSpan(text: text)!)
    case ("type", .text(let text)): self = .type(.object(text))
    case ("message", .object(let message)):
      guard let plain = message["cel"] else { throw UnknownDatum(what: "message") }
      self = try Value(plain)
    default: throw UnknownDatum(what: kind)
    }
  }

  /// Whether two values are the same as the conformance data counts it: strict on types, maps in
  /// any order, NaN equal to NaN.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let one), .bool(let two)): one == two
    case (.int(let one), .int(let two)): one == two
    case (.uint(let one), .uint(let two)): one == two
    case (.double(let one), .double(let two)):
      one == two && one.sign == two.sign || one.isNaN && two.isNaN
    case (.string(let one), .string(let two)): Array(one.utf8) == Array(two.utf8)
    case (.bytes(let one), .bytes(let two)): one == two
    case (.timestamp(let one), .timestamp(let two)): one == two
    case (.duration(let one), .duration(let two)): one == two
    case (.type(let one), .type(let two)): one.runtimeName == two.runtimeName
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    case (.map(let one), .map(let two)):
      one.count == two.count
        && one.entries.allSatisfy { entry in
          two.entries.contains { $0.key.isSame(as: entry.key) && $0.value.isSame(as: entry.value) }
        }
    default: false
    }
  }
}

extension ValueType {
  /// Reads `{"list": {"prim": "int"}}` and its like.
  init(_ datum: Datum) throws {
    guard let (kind, content) = datum.object.first else { throw UnknownDatum(what: "\(datum)") }
    switch kind {
    case "type" where datum.object.count == 2: self = try ValueType(content)
    case "prim", "wrapper":
      let types: [String: ValueType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
        "bytes": .bytes, "timestamp": .timestamp, "duration": .duration,
      ]
      guard let name = content.text, let type = types[name] else { throw UnknownDatum(what: kind) }
      self = kind == "prim" ? type : .wrapper(type)
    case "dyn": self = .dyn
    case "null": self = .null
    case "list": self = .list(try ValueType(content))
    case "map": self = .map(try ValueType(content.list[0]), try ValueType(content.list[1]))
    case "type": self = .type(try ValueType(content))
    case "param": self = .parameter(content.text!)
    case "opaque":
      let parameters = try (content["params"]?.list ?? []).map { try ValueType($0) }
      let name = content["name"]!.text!
      self = name == "optional_type" ? .optional(parameters[0]) : .opaque(name, parameters)
    case "message": self = .object(content.text!)
    default: throw UnknownDatum(what: kind)
    }
  }
}
