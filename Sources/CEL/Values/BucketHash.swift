/// A number of this process that hashes begin from, so that nobody can choose keys that collide.
enum HashSeed {
  static let value: UInt64 = {
    // Hasher begins from a random number, too.
    var hasher = Hasher()
    hasher.combine(0)
    return UInt64(truncatingIfNeeded: hasher.finalize()) | 1
  }()
}

/// The hash of a text by its UTF-8 bytes, eight at a time.
func bucketHash(of text: String) -> UInt32 {
  var state = HashSeed.value
  let hash = text.utf8.withContiguousStorageIfAvailable { bytes in
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place + 8 <= raw.count {
      state = folded(state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < raw.count {
      rest = rest << 8 | UInt64(raw[place])
      place += 1
    }
    return mixed(rest ^ UInt64(truncatingIfNeeded: raw.count) << 56, state)
  }
  if let hash { return hash }
  return bucketHash(of: String(decoding: Array(text.utf8), as: UTF8.self))
}

/// The hash of 64 bits, from a state.
func mixed(_ bits: UInt64, _ state: UInt64) -> UInt32 {
  UInt32(truncatingIfNeeded: folded(folded(bits ^ state) ^ HashSeed.value) >> 16)
}

/// Both halves of a product of 128 bits in one.
private func folded(_ bits: UInt64) -> UInt64 {
  let product = bits.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
