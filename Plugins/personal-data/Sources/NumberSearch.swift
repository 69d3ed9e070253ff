/// Finds identity and telephone numbers in a line.
enum NumberSearch {
  /// The first three digits of a personal identification number (số định danh cá nhân): where a birth
  /// was registered. Circular 59/2021/TT-BCA, annex; recalled.
  private static let provinces: Set<Int> = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38,
    40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79,
    80,
    82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
  ]

  /// What the numbers of a line are.
  static func numbers(in text: String, isLabelled: Bool) -> [PersonalDatum] {
    var found: [PersonalDatum] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "+") else {
        index += 1
        continue
      }
      if index > 0, isPartOfWord(bytes[index - 1]) {
        index += 1
        continue
      }
      let (digits, end) = group(bytes, from: index, isJoined: true)
      if let datum = datum(digits, bytes, end, isLabelled) {
        found.append(datum)
        index = end
        continue
      }
      let (alone, aloneEnd) = group(bytes, from: index, isJoined: false)
      if let datum = datum(alone, bytes, aloneEnd, isLabelled) { found.append(datum) }
      index = max(aloneEnd, index + 1)
    }
    return found
  }

  /// The digits from a place on, those after a single blank, dot or hyphen included where joined.
  private static func group(
    _ bytes: [UInt8], from start: Int, isJoined: Bool
  ) -> (digits: [UInt8], end: Int) {
    var digits: [UInt8] = []
    var index = start
    if bytes[index] == UInt8(ascii: "+") { index += 1 }
    var end = index
    while index < bytes.count, digits.count <= 12 {
      if isDigit(bytes[index]) {
        digits.append(bytes[index] - 0x30)
        index += 1
        end = index
      } else if isJoined, !digits.isEmpty, isSeparator(bytes[index]), index + 1 < bytes.count,
        isDigit(bytes[index + 1]), digits.count < 12
      {
        index += 1
      } else {
        break
      }
    }
    if bytes[start] == UInt8(ascii: "+") || digits.count == 11, digits.starts(with: [8, 4]) {
      digits.replaceSubrange(0..<2, with: [0])
    }
    return (digits, end)
  }

  private static func datum(
    _ digits: [UInt8], _ bytes: [UInt8], _ end: Int, _ isLabelled: Bool
  ) -> PersonalDatum? {
    if end < bytes.count, isPartOfWord(bytes[end]) || bytes[end] == UInt8(ascii: "/") { return nil }
    if digits.count == 12, isIdentity(digits) || isLabelled { return .identityNumber }
    if digits.count == 9, isLabelled { return .identityNumber }
    if digits.count == 10, digits[0] == 0, [3, 5, 7, 8, 9].contains(digits[1]) {
      return .telephone
    }
    return nil
  }

  /// Three digits of a province, one of sex and century, two of the year, six at random.
  private static func isIdentity(_ digits: [UInt8]) -> Bool {
    let province = Int(digits[0]) * 100 + Int(digits[1]) * 10 + Int(digits[2])
    return provinces.contains(province) && digits[3] <= 3
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}
