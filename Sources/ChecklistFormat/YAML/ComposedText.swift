package import Diagnostics
@_spi(_Unicode) import Swift

// The standard library's own normalisation, which Foundation's uses too: importing Foundation for
// this one call would load its libraries at every start of the command.

extension String {
  /// The text in Normalization Form C, in which `ế` is one code point however it was typed; nil
  /// where it is in that form already.
  var composed: String? {
    if utf8.withContiguousStorageIfAvailable(isSurelyComposed) ?? false { return nil }
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return scalars.elementsEqual(unicodeScalars) ? nil : String(scalars)
  }
}

/// The most combining marks that may stand in a row (Unicode Standard Annex #15, Stream-Safe Text):
/// composing and comparing take a time that grows with the square of their number.
package let mostMarks = 30

extension String {
  /// The place of the first marks beyond ``mostMarks`` in a row, in bytes of UTF-8; nil where there
  /// are none.
  package var piledMarks: SourceRange? {
    if utf8.withContiguousStorageIfAvailable(isSurelyComposed) ?? false { return nil }
    var marks = 0
    var start = 0
    var offset = 0
    for scalar in unicodeScalars {
      let count = scalar.marks
      if count == 0 {
        if marks > mostMarks { break }
        marks = 0
        start = offset + scalar.utf8.count
      }
      marks += count
      offset += scalar.utf8.count
    }
    return marks > mostMarks ? SourceRange(start, offset) : nil
  }
}

extension Unicode.Scalar {
  /// How many combining marks the code point stands for.
  fileprivate var marks: Int {
    switch value {
    case 0..<0x300: 0
    // The only ones that decompose to several marks without a letter before them.
    case 0x344, 0xF73, 0xF75, 0xF81: 2
    default: properties.canonicalCombiningClass == .notReordered ? 0 : 1
    }
  }
}

/// Whether well-formed UTF-8 is in NFC by the look of its bytes: it holds nothing but U+0000 to
/// U+02FF, U+1E00 to U+1EFF, U+2010 to U+2027 and U+20AB, which are Latin letters with and without
/// marks, those of Vietnamese included, and common punctuation.
private func isSurelyComposed(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < utf8.count {
    switch utf8[index] {
    case 0..<0x80: index += 1
    case 0xC2...0xCB: index += 2
    case 0xE1:
      guard (0xB8...0xBB).contains(utf8[index + 1]) else { return false }
      index += 3
    case 0xE2:
      switch (utf8[index + 1], utf8[index + 2]) {
      case (0x80, 0x90...0xA7), (0x82, 0xAB): index += 3
      default: return false
      }
    default: return false
    }
  }
  return true
}

extension Unicode.Scalar {
  /// Whether the code point may not stand in a file of ours: controls, line breaks that editors
  /// do not show as such, marks that reorder the text around them, and the byte order mark.
  var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
