package import CEL
import Foundation

extension Value {
  /// Reads `{"int": "1"}` and its like.
  package init(_ datum: Datum) throws(UnknownDatum) {
    guard let (kind, content) = datum.object?.first else { throw UnknownDatum("\(datum)") }
    switch (kind, content) {
    case ("int", .text(let text)): self = .int(try Int64(text).orMissing(kind))
    case ("uint", .text(let text)): self = .uint(try UInt64(text).orMissing(kind))
    case ("double", .number(let number)): self = .double(number)
    case ("double", .text("NaN")): self = .double(.nan)
    case ("double", .text("Infinity")): self = .double(.infinity)
    case ("double", .text("-Infinity")): self = .double(-.infinity)
    case ("string", .text(let text)): self = .string(text)
    case ("bytes", .text(let text)):
      self = .bytes([UInt8](try Data(base64Encoded: text).orMissing(kind)))
    case ("bool", .bool(let flag)): self = .bool(flag)
    case ("null", _): self = .null
    case ("list", .list(let list)):
      var elements: [Value] = []
      for element in list { elements.append(try Value(element)) }
      self = .list(elements)
    case ("map", .list(let entries)):
      var pairs: [(Value, Value)] = []
      for entry in entries {
        guard let pair = entry.list, pair.count == 2 else { throw UnknownDatum("map entry") }
        pairs.append((try Value(pair[0]), try Value(pair[1])))
      }
      self = .map(MapValue(pairs))
    case ("timestamp", .text(let text)):
      self = .timestamp(try Timestamp(text: text).orMissing(kind))
    case ("duration", .text(let text)): self = .duration(try TimeSpan(text: text).orMissing(kind))
    case ("type", .text(let text)): self = .type(.object(text))
    case ("message", .object(let message)):
      guard let plain = message["cel"] else { throw UnknownDatum(kind, isMessage: true) }
      self = try Value(plain)
    default: throw UnknownDatum(kind)
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
    case (.string(let one), .string(let two)): one.utf8.elementsEqual(two.utf8)
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
  init(_ datum: Datum) throws(UnknownDatum) {
    guard let object = datum.object, let (kind, content) = object.first else {
      throw UnknownDatum("\(datum)")
    }
    switch kind {
    case "prim": self = try ValueType.primitive(content)
    case "wrapper": self = .wrapper(try ValueType.primitive(content))
    case "dyn": self = .dyn
    case "null": self = .null
    case "list": self = .list(try ValueType(content))
    case "map":
      guard let types = content.list, types.count == 2 else { throw UnknownDatum(kind) }
      self = .map(try ValueType(types[0]), try ValueType(types[1]))
    case "type": self = .type(try ValueType(content))
    case "param": self = .parameter(try content.text.orMissing(kind))
    case "opaque":
      var parameters: [ValueType] = []
      for parameter in content["params"]?.list ?? [] { parameters.append(try ValueType(parameter)) }
      let name = try (content["name"]?.text).orMissing(kind)
      if name == "optional_type", let inner = parameters.first {
        self = .optional(inner)
      } else {
        self = .opaque(name, parameters)
      }
    case "message": self = try ValueType.wellKnown(content)
    default: throw UnknownDatum(kind)
    }
  }

  /// The type that a well-known message is in CEL (langdef.md, "Dynamic Values").
  private static func wellKnown(_ datum: Datum) throws(UnknownDatum) -> ValueType {
    switch datum.text {
    case "google.protobuf.BoolValue": .wrapper(.bool)
    case "google.protobuf.BytesValue": .wrapper(.bytes)
    case "google.protobuf.DoubleValue", "google.protobuf.FloatValue": .wrapper(.double)
    case "google.protobuf.Int32Value", "google.protobuf.Int64Value": .wrapper(.int)
    case "google.protobuf.StringValue": .wrapper(.string)
    case "google.protobuf.UInt32Value", "google.protobuf.UInt64Value": .wrapper(.uint)
    case "google.protobuf.Timestamp": .timestamp
    case "google.protobuf.Duration": .duration
    case "google.protobuf.ListValue": .list(.dyn)
    case "google.protobuf.Struct": .map(.string, .dyn)
    case "google.protobuf.Value": .dyn
    default: throw UnknownDatum(datum.text ?? "message", isMessage: true)
    }
  }

  private static func primitive(_ datum: Datum) throws(UnknownDatum) -> ValueType {
    switch datum.text {
    case "bool": .bool
    case "int": .int
    case "uint": .uint
    case "double": .double
    case "string": .string
    case "bytes": .bytes
    case "timestamp": .timestamp
    case "duration": .duration
    default: throw UnknownDatum("\(datum)")
    }
  }
}
