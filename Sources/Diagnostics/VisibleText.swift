/// A text in which no character steers a terminal or breaks the line: controls other than the tab,
/// hidden line breaks, and marks that reorder the text around them read as their code, `U+001B`.
public func visible(_ text: String) -> String {
  // Most texts have none, and are told by their bytes: C0, DEL, and what the others begin with.
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
    return text
  }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(visible: scalar) }
  return String(scalars)
}

extension String.UnicodeScalarView {
  /// Appends a scalar, or its code where it must not be sent to a terminal.
  mutating func append(visible scalar: Unicode.Scalar) {
    if let name = scalar.controlName {
      append(contentsOf: name.unicodeScalars)
    } else {
      append(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// The code of a scalar that must not be sent to a terminal, `U+001B`; nil for any other.
  var controlName: String? {
    switch value {
    case 0x09: return nil
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069:
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: return nil
    }
  }
}
