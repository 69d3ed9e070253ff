extension Library {
  /// `base64.encode` and `base64.decode` (cel-go `ext`, "Encoders").
  public static let encoders = Library(functions: [
    Function(
      "base64.encode",
      overloads: [
        unary("base64_encode_bytes", .bytes, .string) { value in
          guard case .bytes(let bytes) = value else { return .noSuchOverload }
          return .string(base64(bytes))
        }
      ]),
    Function(
      "base64.decode",
      overloads: [
        unary("base64_decode_string", .string, .bytes) { value in
          guard case .string(let text) = value else { return .noSuchOverload }
          return bytes(base64: text).map { .bytes($0) } ?? unreadable("base64", text)
        }
      ]),
  ])
}

/// Bytes in base64 with padding (RFC 4648 §4).
private func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let count = min(3, bytes.count - index)
    var group: UInt32 = 0
    for offset in 0..<3 {
      group = group << 8 | (offset < count ? UInt32(bytes[index + offset]) : 0)
    }
    for place in 0..<4 {
      text.append(place <= count ? alphabet[Int(group >> (18 - 6 * UInt32(place)) & 63)] : 0x3D)
    }
    index += 3
  }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes of a base64 text, whose padding may be missing.
private func bytes(base64 text: String) -> [UInt8]? {
  var digits = Array(text.utf8)
  if digits.count % 4 == 0 {
    var padding = 0
    while padding < 2, digits.last == 0x3D {
      digits.removeLast()
      padding += 1
    }
  }
  guard digits.count % 4 != 1 else { return nil }
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for digit in digits {
    guard let value = sextet(digit) else { return nil }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return bytes
}

private func sextet(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x41...0x5A: UInt32(byte) - 0x41
  case 0x61...0x7A: UInt32(byte) - 0x61 + 26
  case 0x30...0x39: UInt32(byte) - 0x30 + 52
  case 0x2B: 62
  case 0x2F: 63
  default: nil
  }
}
