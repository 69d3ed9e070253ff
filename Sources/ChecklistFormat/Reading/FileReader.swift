import CEL
import Diagnostics
import InspectionCore

/// Reads typed values out of one file's nodes and collects everything that is wrong with them.
///
/// A class, because many small readers add to one list of diagnostics while a file is read; it
/// never leaves the thread that reads.
final class FileReader {
  let source: SourceText
  private(set) var log: DiagnosticLog
  /// How many errors were reported so far, repeated ones included: equal before and after a part
  /// was read where nothing is wrong with that part.
  private(set) var errorReports = 0

  /// Whether only errors are still kept: the file belongs to a checklist that another extends, and
  /// whatever else is to be said of it is said where that checklist itself is looked at.
  private(set) var isQuiet = false

  init(_ source: SourceText, cap: Int = 100) {
    self.source = source
    self.log = DiagnosticLog(cap: cap)
  }

  /// All that was found, from top to bottom.
  var diagnostics: DiagnosticList { DiagnosticLog.list(of: [log]) }

  /// Forgets what was found, and from now on keeps errors alone.
  func hush() {
    isQuiet = true
    log = DiagnosticLog(cap: 100)
  }

  func report(_ diagnostic: Diagnostic) {
    if isQuiet, diagnostic.severity != .error { return }
    if diagnostic.severity == .error { errorReports += 1 }
    log.report(diagnostic)
  }

  /// Reports a problem; its words are not worked out where they would not be kept.
  func report(
    _ code: String, _ message: @autoclosure () -> LocalizedText, severity: Severity = .error,
    mend: @autoclosure () -> LocalizedText? = nil, at range: SourceRange
  ) {
    if severity == .error, log.isFull {
      errorReports += 1
      log.countOnly(isError: true)
      return
    }
    report(
      Diagnostic(
        severity, code: code, message: message(), mend: mend(), source: source.name, range: range))
  }

  /// Reports something wrong inside a scalar's value, at its own column in the file.
  func report(_ diagnostic: Diagnostic, inside node: YAMLNode) {
    var moved = diagnostic
    moved.source = source.name
    moved.range = ScalarMap(node, in: source).range(of: diagnostic.range)
    report(moved)
  }

  func reportWrongType(_ node: YAMLNode, wanted: @autoclosure () -> LocalizedText) {
    report(
      "wrong-type", LocalizedText(vi: "ở đây cần ", en: "this takes ") + wanted(),
      at: firstLine(of: node.range))
  }

  /// The part of a range that stands on its first line.
  func firstLine(of range: SourceRange) -> SourceRange {
    var upper = min(range.lower, source.bytes.count)
    let end = min(range.upper, source.bytes.count)
    while upper < end, source.bytes[upper] != 0x0A, source.bytes[upper] != 0x0D { upper += 1 }
    return SourceRange(range.lower, upper)
  }

  /// The name meant by a misspelt one, as a question; nil where none is near, or where nobody will
  /// see it any more.
  func question(_ name: String, among names: some Sequence<String>) -> LocalizedText? {
    guard !log.isFull, let near = nearestName(to: name, in: names) else { return nil }
    return LocalizedText(vi: "có phải là \"\(near)\"?", en: "did you mean \"\(near)\"?")
  }

  /// Reports a name that nothing bears, with the nearest one that something does.
  func reportUnknown(
    _ name: String, among names: some Sequence<String>, code: String, what: LocalizedText,
    at range: SourceRange
  ) {
    report(
      code,
      LocalizedText(
        vi: "không có \(what.vi) \"\(shown(name))\"",
        en: "there is no \(what.en) \"\(shown(name))\""),
      mend: question(name, among: names), at: range)
  }

  /// A mapping with its keys checked: unknown and repeated ones are reported.
  func mapping(_ node: YAMLNode, _ description: MappingDescription) -> Mapping? {
    guard case .mapping(let entries) = node.content else {
      reportWrongType(
        node,
        wanted: LocalizedText(vi: "các khóa: ", en: "the keys: ") + words(description.names))
      return nil
    }
    return Mapping(entries, description, range: node.range, reader: self)
  }

  private func words(_ names: [String]) -> LocalizedText {
    LocalizedText(same: names.joined(separator: ", "))
  }

  /// The most items of any list.
  static let longestList = 20_000

  /// The items of a list, of which there may be only so many.
  func list(_ node: YAMLNode, most: Int = longestList) -> [YAMLNode]? {
    if case .sequence(let nodes) = node.content {
      guard nodes.count > most else { return nodes }
      report(
        "list-too-long",
        LocalizedText(
          vi: "danh sách có \(nodes.count) mục, nhiều nhất là \(most)",
          en: "the list has \(nodes.count) items; \(most) are the most"),
        mend: LocalizedText(
          vi: "bỏ những mục lặp lại, hoặc chia thành nhiều bảng kiểm",
          en: "drop what is repeated, or split the checklist"),
        at: firstLine(of: node.range))
      return nil
    }
    reportWrongType(node, wanted: LocalizedText(vi: "một danh sách [ … ]", en: "a list [ … ]"))
    return nil
  }

  /// A scalar's text, not empty.
  func text(_ node: YAMLNode) -> String? {
    if let (text, _) = node.scalar, !node.isNull, !isBlank(text) { return text }
    reportWrongType(node, wanted: LocalizedText(vi: "một đoạn chữ", en: "a text"))
    return nil
  }

  /// A text of one line: a name that could break the line could forge the line after it.
  func line(_ node: YAMLNode) -> String? {
    guard let text = text(node), isOneLine(text, node) else { return nil }
    return text
  }

  /// A text of one line in both languages.
  func localizedLine(_ node: YAMLNode) -> LocalizedText? {
    guard let text = localized(node), isOneLine(text.vi, node), isOneLine(text.en, node) else {
      return nil
    }
    return text
  }

  private func isOneLine(_ text: String, _ node: YAMLNode) -> Bool {
    guard breaksLine(text) else { return true }
    report(
      "line-break",
      LocalizedText(vi: "chỗ này chỉ được một dòng", en: "this takes one line"),
      mend: LocalizedText(vi: "bỏ chỗ xuống dòng", en: "take the line break out"), at: node.range)
    return false
  }

  /// A text in both languages; one alone counts for both, with a warning.
  func localized(_ node: YAMLNode) -> LocalizedText? {
    if node.scalar != nil {
      guard let text = text(node) else { return nil }
      // A number or a sign reads alike everywhere; words do not.
      if text.contains(where: \.isLetter) {
        report(
          "untranslated",
          LocalizedText(
            vi: "đoạn chữ này chỉ có một ngôn ngữ", en: "this text stands in one language alone"),
          severity: .warning,
          mend: LocalizedText(vi: "viết { vi: …, en: … }", en: "write { vi: …, en: … }"),
          at: node.range)
      }
      return LocalizedText(same: text)
    }
    let errorsBefore = errorReports
    guard let mapping = mapping(node, .localizedText) else { return nil }
    let vi = mapping.text("vi")
    let en = mapping.text("en")
    let isReported = errorReports > errorsBefore
    switch (vi, en) {
    case (let vi?, let en?): return LocalizedText(vi: vi, en: en)
    case (let only?, nil), (nil, let only?):
      let missing = vi == nil ? "vi" : "en"
      if !isReported {
        report(
          "untranslated",
          LocalizedText(
            vi: "thiếu bản \"\(missing)\"", en: "the wording in \"\(missing)\" is missing"),
          severity: .warning, at: firstLine(of: node.range))
      }
      return LocalizedText(same: only)
    case (nil, nil):
      if !isReported {
        reportWrongType(node, wanted: LocalizedText(same: "{ vi: …, en: … }"))
      }
      return nil
    }
  }

  /// A number written the Vietnamese way.
  func number(_ node: YAMLNode) -> VietnameseNumber? {
    guard let (text, _) = node.scalar, !node.isNull else {
      reportWrongType(node, wanted: LocalizedText(vi: "một số", en: "a number"))
      return nil
    }
    do throws(VietnameseNumber.Problem) {
      return try VietnameseNumber(text)
    } catch .decimalDot {
      report(
        "decimal-dot",
        LocalizedText(
          vi: "\"\(shown(text))\": dấu chấm chỉ ngăn hàng nghìn",
          en: "\"\(shown(text))\": a dot separates thousands"
        ),
        mend: LocalizedText(
          vi: "viết dấu phẩy thập phân trong ngoặc kép: \"0,95\", hoặc 95%",
          en: "write a decimal comma in quotes, \"0,95\", or a share, 95%"), at: node.range)
    } catch .tooLarge {
      report(
        "number-too-large",
        LocalizedText(vi: "số quá lớn", en: "the number is too large"), at: node.range)
    } catch {
      reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "một số, như 1.431 hoặc \"1,5\" hoặc 95% hoặc 30 triệu đồng",
          en: "a number, such as 1.431 or \"1,5\" or 95% or 30 triệu đồng"))
    }
    return nil
  }

  /// A civil date.
  func date(_ node: YAMLNode) -> CivilDate? {
    guard let (text, _) = node.scalar, let date = CivilDate(text: text) else {
      reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "một ngày có thật, như 2024-11-10 hoặc 10/11/2024",
          en: "a date that exists, such as 2024-11-10 or 10/11/2024"))
      return nil
    }
    return date
  }

  /// true or false, and nothing that only looks like it.
  func bool(_ node: YAMLNode) -> Bool? {
    if case .scalar(let text, .plain) = node.content {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    reportWrongType(node, wanted: LocalizedText(vi: "true hoặc false", en: "true or false"))
    return nil
  }

  /// One of several words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, of type: Choice.Type
  ) -> Choice? {
    let words = type.allCases.map(\.rawValue)
    guard let word = choice(node, among: words) else { return nil }
    return type.init(rawValue: word)
  }

  /// One of several words.
  func choice(_ node: YAMLNode, among words: [String]) -> String? {
    guard let (text, _) = node.scalar else {
      reportWrongType(
        node,
        wanted: LocalizedText(vi: "một trong: ", en: "one of: ") + self.words(words))
      return nil
    }
    if words.contains(text) { return text }
    report(
      "unknown-choice",
      LocalizedText(
        vi: "không có lựa chọn \"\(shown(text))\"", en: "\"\(shown(text))\" is no choice here"),
      mend: question(text, among: words)
        ?? LocalizedText(vi: "chọn một trong: ", en: "choose one of: ") + self.words(words),
      at: node.range)
    return nil
  }
}

/// Whether a text is nothing but white space.
private func isBlank(_ text: String) -> Bool {
  // What begins with a sign of ASCII is not; looking at whole characters costs many times more.
  if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
  return text.allSatisfy(\.isWhitespace)
}

/// Whether a text holds a line break of any kind (`Character.isNewline`): each of them stands alone
/// as a character, so that its bytes tell.
private func breaksLine(_ text: String) -> Bool {
  var bytes = text
  // U+000A to U+000D, and what U+0085, U+2028 and U+2029 begin with.
  let mayBreak = bytes.withUTF8 { bytes in
    // Without a way out of the loop, so that it looks at many bytes at a time.
    var found: UInt8 = 0
    for byte in bytes {
      found |= byte &- 0x0A < 4 ? 1 : 0
      found |= byte == 0xC2 ? 1 : 0
      found |= byte == 0xE2 ? 1 : 0
    }
    return found != 0
  }
  return mayBreak && text.contains(where: \.isNewline)
}

/// A text of the author's as a message quotes it: on one line, and not long.
func shown(_ text: String) -> String {
  let short = text.prefix(60)
  let line = String(short.map { $0.isWhitespace ? " " : $0 })
  return short.endIndex == text.endIndex ? line : line + "…"
}
