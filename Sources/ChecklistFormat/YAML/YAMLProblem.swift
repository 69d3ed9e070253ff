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
}

/// What is wrong with a file's encoding, before libyaml sees it: UTF-16, bytes that are no UTF-8,
/// or NUL and other control characters that no editor writes.
func encodingProblem(_ source: SourceText) -> YAMLProblem? {
  let bytes = source.bytes
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return YAMLProblem(
      source, SourceRange(0, 2), code: "utf-16",
      LocalizedText(vi: "tệp được lưu bằng UTF-16", en: "the file is saved as UTF-16"),
      mend: LocalizedText(vi: "lưu lại bằng UTF-8", en: "save it as UTF-8"))
  }
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        return YAMLProblem(
          source, SourceRange(index, index + 1), code: "control-character",
          LocalizedText(
            vi: "tệp có ký tự điều khiển \(byte)", en: "the file holds control character \(byte)"))
      }
      index += 1
      continue
    }
    let length = sequenceLength(bytes, index)
    guard length > 0 else {
      return YAMLProblem(
        source, SourceRange(index, index + 1), code: "not-utf-8",
        LocalizedText(vi: "chỗ này không phải UTF-8", en: "this is not UTF-8"),
        mend: LocalizedText(vi: "lưu lại tệp bằng UTF-8", en: "save the file as UTF-8"))
    }
    index += length
  }
  return nil
}

/// The length of the well-formed UTF-8 sequence at an index, or 0 (Unicode, table 3-7).
private func sequenceLength(_ bytes: [UInt8], _ index: Int) -> Int {
  let first = bytes[index]
  let (length, low, high): (Int, UInt8, UInt8) =
    switch first {
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  guard length > 0, index + length <= bytes.count else { return 0 }
  guard (low...high).contains(bytes[index + 1]) else { return 0 }
  for next in (index + 2)..<(index + length) where bytes[next] & 0xC0 != 0x80 { return 0 }
  return length
}
