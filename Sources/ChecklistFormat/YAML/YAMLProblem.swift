import Diagnostics

/// What stopped the reading of a YAML file.
struct YAMLProblem: Error {
  let diagnostic: Diagnostic

  init(
    _ source: SourceText, _ range: SourceRange, code: String, _ message: LocalizedText,
    mend: LocalizedText? = nil
  ) {
    diagnostic = Diagnostic(
      code: code, message: message, mend: mend, source: source.name, range: range)
  }

  /// A code point that may not stand in a file of ours, written out or by an escape.
  init(_ source: SourceText, _ range: SourceRange, forbidden scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let isBreak = scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
    self.init(
      source, range, code: isBreak ? "hidden-line-break" : "control-character",
      isBreak
        ? LocalizedText(
          vi: "ký tự xuống dòng ẩn \(name): YAML ngắt dòng ở đây, trình soạn thảo thì không",
          en: "hidden line break \(name): YAML breaks the line here, an editor does not")
        : LocalizedText(
          vi: "ký tự điều khiển \(name) không dùng được ở đây",
          en: "control character \(name) is not allowed"),
      mend: LocalizedText(
        vi: "xóa ký tự này; nó thường lẫn vào khi chép từ Word hay trang web",
        en: "delete it; it often slips in when text is copied from Word or a web page"))
  }
}

extension YAMLProblem {
  /// More marks in a row than any script writes.
  static func marks(_ source: SourceText, _ range: SourceRange) -> YAMLProblem {
    YAMLProblem(
      source, range, code: "piled-marks",
      LocalizedText(
        vi: "quá \(mostMarks) dấu phụ liền nhau trên một chữ cái",
        en: "more than \(mostMarks) combining marks in a row"),
      mend: LocalizedText(
        vi: "xóa các dấu thừa; chữ Việt có nhiều nhất hai dấu trên một chữ cái",
        en: "delete them; a Vietnamese letter bears two at the most"))
  }
}

/// The byte order mark of UTF-8, which Windows editors write before the text.
let utf8ByteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// What is wrong with a file's encoding, before libyaml sees it: UTF-16, bytes that are no UTF-8,
/// or characters that may not stand in a file of ours.
func encodingProblem(_ source: SourceText) -> YAMLProblem? {
  let bytes = source.bytes
  if isUTF16(bytes) {
    return YAMLProblem(
      source, SourceRange(0, 1), code: "utf-16",
      LocalizedText(vi: "tệp được lưu bằng UTF-16", en: "the file is saved as UTF-16"),
      mend: LocalizedText(vi: "lưu lại bằng UTF-8", en: "save it as UTF-8"))
  }
  var index = bytes.starts(with: utf8ByteOrderMark) ? 3 : 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x7F {
      index += 1
      continue
    }
    guard let (scalar, length) = decoded(bytes, index) else {
      return YAMLProblem(
        source, SourceRange(index, index + 1), code: "not-utf-8",
        LocalizedText(vi: "chỗ này không phải UTF-8", en: "this is not UTF-8"),
        mend: LocalizedText(vi: "lưu lại tệp bằng UTF-8", en: "save the file as UTF-8"))
    }
    if scalar.isForbidden {
      return YAMLProblem(source, SourceRange(index, index + length), forbidden: scalar)
    }
    index += length
  }
  return nil
}

/// Whether the file begins with a byte order mark of UTF-16, or with an ASCII character in it.
private func isUTF16(_ bytes: [UInt8]) -> Bool {
  guard bytes.count >= 2 else { return false }
  switch (bytes[0], bytes[1]) {
  case (0xFF, 0xFE), (0xFE, 0xFF): return true
  case (0, 1...0x7F), (1...0x7F, 0): return bytes.count.isMultiple(of: 2)
  default: return false
  }
}

/// The code point at an index with its length in bytes; nil where this is not well-formed UTF-8
/// (Unicode, table 3-7).
private func decoded(_ bytes: [UInt8], _ index: Int) -> (Unicode.Scalar, length: Int)? {
  let first = bytes[index]
  let (length, low, high): (Int, UInt8, UInt8) =
    switch first {
    case 0..<0x80: (1, 0, 0)
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  guard length > 0, index + length <= bytes.count else { return nil }
  var value = length == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(length + 1))
  for position in 1..<max(length, 1) {
    let byte = bytes[index + position]
    guard byte & 0xC0 == 0x80 else { return nil }
    if position == 1, !(low...high).contains(byte) { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  return Unicode.Scalar(value).map { ($0, length) }
}
