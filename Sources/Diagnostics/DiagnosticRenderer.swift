/// Prints diagnostics the one way every command prints them: place, message, line, caret, mend.
///
/// ```
/// staffing.yaml:12:11: error: there is no indicator "staff.totl" [unknown-name]
///    12 |     expr: staff.totl == staff.dedicated
///       |           ^~~~~~~~~~
///       = did you mean "staff.total"?
/// ```
public struct DiagnosticRenderer: Sendable {
  /// The language of messages.
  public var language: Language
  /// The longest part of a source line that is shown, in columns.
  public var width: Int

  /// Creates a renderer.
  public init(language: Language = .en, width: Int = 100) {
    self.language = language
    self.width = width
  }

  /// The text of one diagnostic, ending in a line break; without `source`, its first line alone.
  ///
  /// What it quotes cannot steer a terminal: see ``visible(_:)``.
  public func render(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
    var place = visible(diagnostic.source)
    var excerpt = ""
    if let source {
      let position = source.position(at: diagnostic.range.lower)
      place += ":\(position.line):\(position.column)"
      excerpt = self.excerpt(of: diagnostic.range, at: position, in: source)
    }
    var text = "\(place): \(word(for: diagnostic.severity)): "
    text += visible(diagnostic.message[language])
    text += " [\(diagnostic.code)]\n"
    text += excerpt
    if let mend = diagnostic.mend { text += "      = \(visible(mend[language]))\n" }
    return text
  }

  /// The name of a severity in the renderer's language.
  public func word(for severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .vi): "lỗi"
    case (.error, .en): "error"
    case (.warning, .vi): "cảnh báo"
    case (.warning, .en): "warning"
    case (.note, .vi): "ghi chú"
    case (.note, .en): "note"
    }
  }

  private func excerpt(
    of range: SourceRange, at position: SourcePosition, in source: SourceText
  ) -> String {
    // Of a line of megabytes only what can be shown is decoded: four bytes a scalar at the most.
    let line = source.lineRange(position.line)
    let upper = min(max(range.upper, range.lower), line.upper)
    let reach = 4 * (width + 1)
    let before = scalars(
      source, source.window(line.lower, range.lower - reach, atLeast: true), range.lower)
    let marked = scalars(
      source, range.lower, source.window(upper, range.lower + reach, atLeast: false))
    let after = scalars(source, upper, source.window(line.upper, upper + reach, atLeast: false))

    // A long line is cut to a window around the mark, so that one 10 MB line prints as one line.
    let lead = before.count > width / 2 ? Array(before.suffix(width / 2 - 1)) : before
    let leadCut = lead.count < before.count
    let markRoom = max(1, width - lead.count)
    let mark = Array(marked.prefix(markRoom))
    let tail = Array(after.prefix(max(0, width - lead.count - mark.count)))
    let tailCut = mark.count < marked.count || tail.count < after.count

    let number = String(position.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    var text = "\(gutter) | "
    text += leadCut ? "…" : ""
    text += shown(lead) + shown(mark) + shown(tail)
    text += (tailCut ? "…" : "") + "\n"
    let indent = columns(lead) + (leadCut ? 1 : 0)
    text += "      | " + String(repeating: " ", count: indent)
    text += "^" + String(repeating: "~", count: max(0, columns(mark) - 1)) + "\n"
    return text
  }

  private func scalars(_ source: SourceText, _ lower: Int, _ upper: Int) -> [Unicode.Scalar] {
    Array(source.text(of: SourceRange(lower, upper)).unicodeScalars)
  }

  /// Part of a source line as it is shown, tabs as one space.
  private func shown(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "\t" { text.append(" ") } else { text.append(visible: scalar) }
    }
    return String(text)
  }

  private func columns(_ scalars: [Unicode.Scalar]) -> Int {
    var count = 0
    for scalar in scalars {
      if let name = scalar.controlName {
        count += name.utf8.count
        continue
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: count += isWide(scalar.value) ? 2 : 1
      }
    }
    return count
  }

  private func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension SourceText {
  /// The edge of what is shown: `edge` itself, or `cut` where that is nearer, moved back to where
  /// its UTF-8 sequence begins.
  fileprivate func window(_ edge: Int, _ cut: Int, atLeast isLower: Bool) -> Int {
    guard isLower ? cut > edge : cut < edge else { return edge }
    var start = cut
    while start > 0, cut - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
