import Diagnostics

/// The text of a cell or a shared string, put together from its runs; what tells how it is spoken is left
/// out.
struct RichText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var isSpoken = false

  /// The most letters a cell holds in Excel.
  static let longest = 32_767

  /// Takes what lies within `si` or `is`.
  mutating func take(_ event: XMLEvent) throws(TableProblem) {
    switch event {
    case .start("rPh", _): isSpoken = true
    case .end("rPh"): isSpoken = false
    case .start("t", _): isText = !isSpoken
    case .end("t"): isText = false
    case .text(let piece) where isText: try add(piece)
    default: break
    }
  }

  /// Takes a piece of plain text.
  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    bytes.append(contentsOf: piece)
    // A letter of UTF-16, in which Excel counts, takes three bytes at most.
    guard bytes.count <= 3 * Self.longest else {
      throw TableProblem(
        row: 0,
        LocalizedText(
          vi: "có ô dài quá \(Self.longest) chữ", en: "a cell is over \(Self.longest) letters long")
      )
    }
  }

  /// The text so far, which is then forgotten.
  mutating func finish() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return Self.unescaped(String(decoding: bytes, as: UTF8.self))
  }

  /// Excel writes what XML cannot hold as `_x000D_`, and a text that looks so as `_x005F_x000D_`.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let mark = rest.prefix(7)
      if first == "_", mark.count == 7, mark.dropFirst().first == "x", mark.last == "_",
        let value = UInt32(String(Substring(mark.dropFirst(2).dropLast())), radix: 16),
        let scalar = Unicode.Scalar(value), value != 0
      {
        result.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}

/// The texts that cells point to by number.
struct SharedTexts {
  private(set) var texts: [String] = []

  /// None.
  init() {}

  /// Reads them from a part.
  init(_ part: String, _ parts: inout ZippedParts, _ limits: TableLimits) throws(TableProblem) {
    var found: [String] = []
    var text = RichText()
    _ = try parts.readXML(part) { event throws(TableProblem) in
      try text.take(event)
      guard case .end("si") = event else { return }
      guard found.count < limits.cells else { throw limits.tooManyCells }
      found.append(text.finish())
    }
    texts = found
  }
}
