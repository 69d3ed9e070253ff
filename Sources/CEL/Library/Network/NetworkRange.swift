/// A range of addresses that share a prefix, with the address it was written with (RFC 4632 §3.1).
struct NetworkRange: Equatable {
  let address: NetworkAddress
  /// The length of the prefix in bits.
  let length: Int

  init(address: NetworkAddress, length: Int) {
    self.address = address
    self.length = length
  }

  /// Reads an address, a slash and a decimal length without leading zeros.
  init(_ text: String) throws(NetworkAddress.Problem) {
    let text = Array(text.utf8)
    guard let slash = text.lastIndex(of: 0x2F) else { throw .prefixLength }
    address = try NetworkAddress(text[..<slash])
    guard let length = NetworkAddress.decimal(text[(slash + 1)...]),
      length <= address.bytes.count * 8
    else { throw .prefixLength }
    self.length = length
  }

  /// The range with the bits after the prefix zero.
  var masked: NetworkRange {
    var bytes = address.bytes
    for index in bytes.indices {
      let kept = min(8, max(0, length - 8 * index))
      bytes[index] &= ~UInt8(truncatingIfNeeded: 0xFF >> kept)
    }
    return NetworkRange(address: NetworkAddress(bytes: bytes), length: length)
  }

  /// Whether an address, which must be of the same version, begins with the prefix.
  func contains(_ other: NetworkAddress) -> Bool {
    guard address.bytes.count == other.bytes.count else { return false }
    return NetworkRange(address: other, length: length).masked == masked
  }

  /// Whether all addresses of another range lie in this one.
  func contains(_ other: NetworkRange) -> Bool {
    length <= other.length && contains(other.address)
  }
}

extension NetworkRange: CustomStringConvertible {
  /// The range as it is written, bits after the prefix included.
  var description: String { "\(address.description)/\(length)" }
}
