internal import Crypto

/// A SHA-256, kept and compared as its 32 bytes.
package struct Digest: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// What stands before the first link of a chain.
  static let zero = Digest(first: 0, second: 0, third: 0, fourth: 0)
  /// How many bytes it has.
  static let byteCount = 32

  /// Takes the digest of some bytes.
  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  init(of bytes: UnsafeRawBufferPointer) {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    self.init(hasher.finalize())
  }

  init(_ digest: SHA256Digest) {
    self = digest.withUnsafeBytes { Digest(bytes: $0) ?? .zero }
  }

  /// Takes 32 bytes as they are; nil where they are more or fewer.
  init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(
      first: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
      second: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      third: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
      fourth: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
  }

  /// Reads 64 lower-case hex digits, and nothing else.
  package init?(hex: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    var high: UInt8?
    for letter in hex.utf8 {
      guard let digit = Self.value(ofHexDigit: letter) else { return nil }
      if let half = high {
        bytes.append(half << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil, let digest = bytes.withUnsafeBytes({ Digest(bytes: $0) }) else { return nil }
    self = digest
  }

  private init(first: UInt64, second: UInt64, third: UInt64, fourth: UInt64) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// The digest as 64 lower-case hex digits.
  package var hex: String {
    String(unsafeUninitializedCapacity: Self.byteCount * 2) { letters in
      withBytes { bytes in
        for (place, byte) in bytes.enumerated() {
          letters[place * 2] = Self.hexDigit(byte >> 4)
          letters[place * 2 + 1] = Self.hexDigit(byte & 15)
        }
      }
      return Self.byteCount * 2
    }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withUnsafeBytes(of: self, body)
  }

  private static func value(ofHexDigit letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// Takes the SHA-256 of bytes that come piece by piece.
struct DigestStream {
  private var hasher = SHA256()

  mutating func add(_ bytes: UnsafeRawBufferPointer) { hasher.update(bufferPointer: bytes) }

  func digest() -> Digest { Digest(hasher.finalize()) }
}
