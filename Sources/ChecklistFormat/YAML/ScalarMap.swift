import Diagnostics

/// Where each byte of a scalar's value was written, so that a mistake inside an expression is
/// shown at its own column: quotes, escapes, folded lines and block indentation are followed.
struct ScalarMap {
  /// For each UTF-8 byte of the value, and for its end, the offset in the file.
  private let offsets: [Int]

  init(_ node: YAMLNode, in source: SourceText) {
    guard let (text, style) = node.scalar else {
      offsets = [node.range.lower]
      return
    }
    let raw = source.bytes
    let end = min(node.range.upper, raw.count)
    var at = min(node.range.lower, end)
    switch style {
    case .singleQuoted, .doubleQuoted: at = min(at + 1, end)
    case .literal, .folded:
      while at < end, raw[at] != 0x0A { at += 1 }
    case .plain: break
    }
    var offsets: [Int] = []
    offsets.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      let isBreak = scalar == "\n" || scalar == " "
      // White space of the file stands for folding and indentation unless the value has it too.
      if !isBreak { at = skipWhiteSpace(raw, at, end, style) }
      let start = at
      at = advance(raw, at, end, past: scalar, style)
      for _ in 0..<width { offsets.append(start) }
    }
    offsets.append(at)
    self.offsets = offsets
  }

  /// The range in the file of a range in the value.
  func range(of inner: SourceRange) -> SourceRange {
    let last = offsets.count - 1
    let lower = offsets[min(max(inner.lower, 0), last)]
    guard inner.upper > inner.lower else { return SourceRange(lower, lower) }
    let lastByte = offsets[min(max(inner.upper - 1, 0), last)]
    let upper = max(offsets[min(inner.upper, last)], lastByte + 1)
    return SourceRange(lower, upper)
  }
}

private func skipWhiteSpace(
  _ raw: [UInt8], _ start: Int, _ end: Int, _ style: YAMLNode.Style
) -> Int {
  var at = start
  while at < end {
    let byte = raw[at]
    if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      at += 1
    } else if style == .doubleQuoted, byte == 0x5C, at + 1 < end, raw[at + 1] == 0x0A {
      at += 2  // an escaped line break is nothing in the value
    } else {
      break
    }
  }
  return at
}

private func advance(
  _ raw: [UInt8], _ start: Int, _ end: Int, past scalar: Unicode.Scalar, _ style: YAMLNode.Style
) -> Int {
  guard start < end else { return end }
  let byte = raw[start]
  switch style {
  case .doubleQuoted where byte == 0x5C:
    guard start + 1 < end else { return end }
    switch raw[start + 1] {
    case UInt8(ascii: "x"): return min(start + 4, end)
    case UInt8(ascii: "u"): return min(start + 6, end)
    case UInt8(ascii: "U"): return min(start + 10, end)
    default: return start + 2
    }
  case .singleQuoted where byte == 0x27: return min(start + 2, end)
  default: break
  }
  if scalar == " " || scalar == "\n" {
    guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return start }
    // A space of the value that was a line break in the file ends with the next line's indentation.
    if byte == 0x0A || byte == 0x0D { return start + 1 }
    return start + 1
  }
  var at = start + 1
  while at < end, raw[at] & 0xC0 == 0x80 { at += 1 }
  return at
}
