@_spi(_Unicode) import Swift

// The standard library's own normalisation, which Foundation's uses too: importing Foundation for
// this one call would load its libraries at every start of the command.

extension String {
  /// The text in Normalization Form C, in which `ế` is one code point however it was typed; nil
  /// where it is in that form already.
  var composed: String? {
    if unicodeScalars.allSatisfy(\.isSurelyComposed) { return nil }
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return scalars.elementsEqual(unicodeScalars) ? nil : String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether a text of such code points alone is in NFC: Latin letters with and without marks,
  /// those of Vietnamese included, and common punctuation.
  fileprivate var isSurelyComposed: Bool {
    switch value {
    case 0..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2028, 0x20AB: true
    default: false
    }
  }

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
