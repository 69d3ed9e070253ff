/// An IP address: four bytes of IPv4 or sixteen of IPv6, never a mapping of one to the other.
struct NetworkAddress: Equatable {
  let bytes: [UInt8]

  /// Why a text is no address.
  enum Problem: Error {
    case malformed
    /// A zone as in `fe80::1%eth0`, which means something on one machine only.
    case zone
    /// An IPv4 address written inside an IPv6 one, as in `::ffff:192.0.2.1`.
    case mapped
    /// A prefix length that is missing, ill-formed or longer than the address.
    case prefixLength

    var message: String {
      switch self {
      case .malformed: "parse error during conversion from string"
      case .zone: "a zone is not allowed"
      case .mapped: "an IPv4-mapped IPv6 address is not allowed"
      case .prefixLength: "the prefix length is missing or out of range"
      }
    }
  }

  /// An address from its bytes, of which there are four or sixteen.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads an address: four decimal numbers without leading zeros, or IPv6 as RFC 4291 §2.2 writes
  /// it, its last four bytes perhaps in decimal.
  init(_ text: some Collection<UInt8>) throws(Problem) {
    let text = Array(text)
    if text.contains(0x25) { throw .zone }
    if text.contains(0x3A) {
      bytes = try NetworkAddress.versionSix(text)
    } else {
      bytes = try NetworkAddress.versionFour(text[...])
    }
  }

  private static func versionFour(_ text: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 4 else { throw .malformed }
    var bytes: [UInt8] = []
    for part in parts {
      guard let number = decimal(part), let byte = UInt8(exactly: number) else { throw .malformed }
      bytes.append(byte)
    }
    return bytes
  }

  /// A number of at most three decimal digits without leading zeros.
  static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 3, digits.count == 1 || digits.first != 0x30 else {
      return nil
    }
    var number = 0
    for byte in digits {
      guard let digit = decimalDigit(byte) else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private static func versionSix(_ text: [UInt8]) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    // Where `::` stands, in bytes of the address.
    var gap: Int?
    var index = 0
    var isDotted = false
    if text.starts(with: [0x3A, 0x3A]) {
      gap = 0
      index = 2
    }
    while index < text.count {
      let start = index
      var group: UInt32 = 0
      while index < text.count, index - start < 5, let digit = hexDigit(text[index]) {
        group = group << 4 | digit
        index += 1
      }
      if index < text.count, text[index] == 0x2E {
        bytes += try versionFour(text[start...])
        isDotted = true
        break
      }
      guard index > start, index - start < 5 else { throw .malformed }
      bytes += [UInt8(truncatingIfNeeded: group >> 8), UInt8(truncatingIfNeeded: group)]
      if index == text.count { break }
      guard text[index] == 0x3A, index + 1 < text.count else { throw .malformed }
      index += 1
      guard text[index] == 0x3A else { continue }
      guard gap == nil else { throw .malformed }
      gap = bytes.count
      index += 1
    }
    guard gap == nil ? bytes.count == 16 : bytes.count <= 14 else { throw .malformed }
    if let gap {
      bytes.insert(contentsOf: [UInt8](repeating: 0, count: 16 - bytes.count), at: gap)
    }
    let mapping: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    if isDotted, bytes.starts(with: mapping) { throw .mapped }
    return bytes
  }
}

extension NetworkAddress: CustomStringConvertible {
  /// The address in its one canonical form; of IPv6 that of RFC 5952 §4.
  var description: String {
    if isVersionFour {
      return "\(bytes[0]).\(bytes[1]).\(bytes[2]).\(bytes[3])"
    }
    let groups = (0..<8).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
    let gap = longestZeros(groups)
    var text = ""
    var index = 0
    while index < 8 {
      if let gap, index == gap.lowerBound {
        text += "::"
        index = gap.upperBound
        continue
      }
      if index > 0, index != gap?.upperBound { text += ":" }
      text += String(groups[index], radix: 16)
      index += 1
    }
    return text
  }

  /// The first of the longest runs of two or more zeros.
  private func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
    var longest: Range<Int>?
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start >= 2, index - start > longest?.count ?? 0 { longest = start..<index }
      start = index + 1
    }
    return longest
  }
}

extension NetworkAddress {
  var isVersionFour: Bool { bytes.count == 4 }

  /// `0.0.0.0` or `::`.
  var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

  /// `127.0.0.0/8` or `::1`.
  var isLoopback: Bool {
    isVersionFour ? bytes[0] == 127 : bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 }
  }

  /// `224.0.0.0/4` or `ff00::/8`.
  private var isMulticast: Bool { isVersionFour ? bytes[0] >> 4 == 0xE : bytes[0] == 0xFF }

  /// `224.0.0.0/24`, or IPv6 multicast with the scope of the link (RFC 4291 §2.7).
  var isLinkLocalMulticast: Bool {
    isVersionFour
      ? bytes.starts(with: [224, 0, 0]) : bytes[0] == 0xFF && bytes[1] & 0x0F == 0x02
  }

  /// `169.254.0.0/16` or `fe80::/10`.
  var isLinkLocalUnicast: Bool {
    isVersionFour
      ? bytes.starts(with: [169, 254]) : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
  }

  /// Any address of one host beyond the link, private ranges included.
  var isGlobalUnicast: Bool {
    let isBroadcast = isVersionFour && bytes.allSatisfy { $0 == 0xFF }
    return !isUnspecified && !isBroadcast && !isLoopback && !isMulticast && !isLinkLocalUnicast
  }
}
