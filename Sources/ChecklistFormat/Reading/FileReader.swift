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

  init(_ source: SourceText, cap: Int = 100) {
    self.source = source
    self.log = DiagnosticLog(cap: cap)
  }

  /// All that was found, from top to bottom.
  var diagnostics: DiagnosticList { DiagnosticLog.list(of: [log]) }

  func report(_ diagnostic: Diagnostic) {
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

  func reportWrongType(_ node: YAMLNode, wanted: LocalizedText) {
    report(
      "wrong-type",
      LocalizedText(vi: "ở đây cần \(wanted.vi)", en: "this takes \(wanted.en)"),
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
      let keys = description.names.joined(separator: ", ")
      reportWrongType(node, wanted: LocalizedText(vi: "các khóa: " + keys, en: "the keys: " + keys))
      return nil
    }
    return Mapping(entries, description, range: node.range, reader: self)
  }

  /// The items of a list.
  func list(_ node: YAMLNode) -> [YAMLNode]? {
    if case .sequence(let nodes) = node.content { return nodes }
    reportWrongType(node, wanted: LocalizedText(vi: "một danh sách [ … ]", en: "a list [ … ]"))
    return nil
  }

  /// A scalar's text, not empty.
  func text(_ node: YAMLNode) -> String? {
    if let (text, _) = node.scalar, !node.isNull, !text.allSatisfy(\.isWhitespace) { return text }
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
    guard text.contains(where: \.isNewline) else { return true }
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
        wanted: LocalizedText(
          vi: "một trong: " + words.joined(separator: ", "),
          en: "one of: " + words.joined(separator: ", ")))
      return nil
    }
    if words.contains(text) { return text }
    let list = words.joined(separator: ", ")
    report(
      "unknown-choice",
      LocalizedText(
        vi: "không có lựa chọn \"\(shown(text))\"", en: "\"\(shown(text))\" is no choice here"),
      mend: question(text, among: words)
        ?? LocalizedText(vi: "chọn một trong: \(list)", en: "choose one of: \(list)"),
      at: node.range)
    return nil
  }
}

/// A text of the author's as a message quotes it: on one line, and not long.
func shown(_ text: String) -> String {
  let short = text.prefix(60)
  let line = String(short.map { $0.isWhitespace ? " " : $0 })
  return short.endIndex == text.endIndex ? line : line + "…"
}
