extension Library {
  static var conversions: [Function] {
    [
      conversion(
        "int", .int,
        [
          (.int, "int64_to_int64"), (.uint, "uint64_to_int64"), (.double, "double_to_int64"),
          (.string, "string_to_int64"), (.timestamp, "timestamp_to_int64"),
        ], int),
      conversion(
        "uint", .uint,
        [
          (.uint, "uint64_to_uint64"), (.int, "int64_to_uint64"), (.double, "double_to_uint64"),
          (.string, "string_to_uint64"),
        ], uint),
      conversion(
        "double", .double,
        [
          (.double, "double_to_double"), (.int, "int64_to_double"), (.uint, "uint64_to_double"),
          (.string, "string_to_double"),
        ], double),
      conversion(
        "string", .string,
        [
          (.string, "string_to_string"), (.bool, "bool_to_string"), (.int, "int64_to_string"),
          (.uint, "uint64_to_string"), (.double, "double_to_string"),
          (.bytes, "bytes_to_string"), (.timestamp, "timestamp_to_string"),
          (.duration, "duration_to_string"),
        ], string),
      conversion(
        "bytes", .bytes, [(.bytes, "bytes_to_bytes"), (.string, "string_to_bytes")], bytes),
      conversion("bool", .bool, [(.bool, "bool_to_bool"), (.string, "string_to_bool")], bool),
      conversion("dyn", .dyn, [(a, "to_dyn")]) { $0 },
      conversion("type", .type(a), [(a, "type")]) { .type($0.type) },
    ]
  }

  static func conversion(
    _ name: String, _ result: ValueType, _ from: [(type: ValueType, id: String)],
    _ body: @escaping @Sendable (Value) -> Value
  ) -> Function {
    Function(
      name,
      overloads: from.map { Overload($0.id, [$0.type], result: result, body: .conversion(body)) })
  }

  private static func int(_ value: Value) -> Value {
    switch value {
    case .int: return value
    case .uint(let number):
      return Int64(exactly: number).map { .int($0) } ?? range("int", value)
    case .double(let number):
      // Both ends are excluded because neither is told apart from its neighbours outside.
      guard number > -0x1p63, number < 0x1p63 else { return range("int", value) }
      return .int(Int64(number))
    case .string(let text):
      return Int64(text).map { .int($0) } ?? unreadable("int", text)
    case .timestamp(let point): return .int(point.seconds)
    default: return .noSuchOverload
    }
  }

  private static func uint(_ value: Value) -> Value {
    switch value {
    case .uint: return value
    case .int(let number): return UInt64(exactly: number).map { .uint($0) } ?? range("uint", value)
    case .double(let number):
      guard number >= 0, number < 0x1p64 else { return range("uint", value) }
      return .uint(UInt64(number))
    case .string(let text):
      guard text.utf8.first != 0x2B, let number = UInt64(text) else {
        return unreadable("uint", text)
      }
      return .uint(number)
    default: return .noSuchOverload
    }
  }

  private static func double(_ value: Value) -> Value {
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
      return doubleValue(text).map { .double($0) } ?? unreadable("double", text)
    default: return .noSuchOverload
    }
  }

  private static func string(_ value: Value) -> Value {
    switch value {
    case .string: return value
    case .bool(let flag): return .string(flag ? "true" : "false")
    case .int(let number): return .string(String(number))
    case .uint(let number): return .string(String(number))
    case .double(let number): return .string(doubleText(number))
    case .bytes(let bytes):
      return String(validating: bytes, as: UTF8.self).map { .string($0) }
        ?? .failure(.invalidArgument, "invalid UTF-8 in bytes, cannot convert to string")
    case .timestamp(let point): return .string(point.description)
    case .duration(let span): return .string(span.description)
    default: return .noSuchOverload
    }
  }

  private static func bytes(_ value: Value) -> Value {
    switch value {
    case .bytes: value
    case .string(let text): .bytes(Array(text.utf8))
    default: .noSuchOverload
    }
  }

  private static func bool(_ value: Value) -> Value {
    guard case .string(let text) = value else { return value }
    guard let place = place(of: text, in: "1 t T true TRUE True 0 f F false FALSE False") else {
      return unreadable("bool", text)
    }
    return .bool(place < 6)
  }

  private static func range(_ type: String, _ value: Value) -> Value {
    .failure(.overflow, "range error: \(value.literal) does not fit in \(type)")
  }

  /// The error for a text that does not spell a value of a type.
  static func unreadable(_ type: String, _ text: String) -> Value {
    .failure(.invalidArgument, "cannot convert \(quoted(shortened(text))) to \(type)")
  }
}

/// Reads a double: decimal digits with point and exponent, `NaN`, `Inf` or `Infinity` with a sign.
func doubleValue(_ text: String) -> Double? {
  var body = Substring(text)
  var sign = 1.0
  if body.utf8.first == 0x2D || body.utf8.first == 0x2B {
    if body.utf8.first == 0x2D { sign = -1 }
    body = body.dropFirst()
  }
  switch body {
  case "NaN", "nan", "NAN": return sign > 0 ? Double.nan : nil
  case "Infinity", "infinity", "Inf", "inf": return sign * Double.infinity
  default: break
  }
  guard let first = body.utf8.first, decimalDigit(first) != nil || first == 0x2E else { return nil }
  for byte in body.utf8 {
    switch byte {
    case 0x30...0x39, 0x2E, 0x65, 0x45, 0x2B, 0x2D: continue
    default: return nil
    }
  }
  return Double(String(body)).map { sign * $0 }
}
