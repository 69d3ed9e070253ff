/// Letters that JSON (`\u1ec5`) and HTML (`&#7877;`, `&#x1ec5;`) write by their number; lines stay.
enum Escapes {
  static func resolved(_ text: String, media: String) -> String {
    let isJSON = media == "application/json"
    guard isJSON || media.hasSuffix("html") || media.hasSuffix("xml") else { return text }
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let (scalar, end) = isJSON ? json(bytes, index) : entity(bytes, index),
        scalar.value >= 0x20
      {
        plain += Array(String(Character(scalar)).utf8)
        index = end
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func json(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
    guard bytes[start] == UInt8(ascii: "\\"), start + 6 <= bytes.count,
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    return scalar(bytes[(start + 2)..<(start + 6)], radix: 16).map { ($0, start + 6) }
  }

  private static func entity(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
    guard bytes[start] == UInt8(ascii: "&"), start + 2 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "#"),
      let end = bytes[start..<min(start + 10, bytes.count)].firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let isHex = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    let digits = bytes[(start + (isHex ? 3 : 2))..<end]
    return scalar(digits, radix: isHex ? 16 : 10).map { ($0, end + 1) }
  }

  private static func scalar(_ digits: ArraySlice<UInt8>, radix: Int) -> Unicode.Scalar? {
    UInt32(String(decoding: digits, as: UTF8.self), radix: radix).flatMap { Unicode.Scalar($0) }
  }
}
