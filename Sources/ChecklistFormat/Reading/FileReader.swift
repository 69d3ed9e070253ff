import CEL
import Diagnostics
import InspectionCore

/// Reads typed values out of one file's nodes and collects everything that is wrong with them.
///
/// A class, because many small readers add to one list of diagnostics while a file is read; it
/// never leaves the thread that reads.
final class FileReader {
  let source: SourceText
  private(set) var diagnostics: DiagnosticList

  init(_ source: SourceText, cap: Int = 100) {
    self.source = source
    self.diagnostics = DiagnosticList(cap: cap)
  }

  func report(_ diagnostic: Diagnostic) {
    diagnostics.report(diagnostic)
  }

  func report(
    _ code: String, _ message: LocalizedText, severity: Severity = .error,
    mend: LocalizedText? = nil, at range: SourceRange
  ) {
    report(
      Diagnostic(
        severity, code: code, message: message, mend: mend, source: source.name, range: range))
  }

  /// Reports something wrong inside a scalar's value, at its own column in the file.
  func report(_ diagnostic: Diagnostic, inside node: YAMLNode) {
    var moved = diagnostic
    moved.source = source.name
    moved.range = ScalarMap(node, in: source).range(of: diagnostic.range)
    report(moved)
  }

  func reportWrongType(_ node: YAMLNode, wanted: LocalizedText) {
    var range = node.range
    if node.scalar == nil {
      let position = source.position(at: range.lower)
      range = SourceRange(
        range.lower, min(range.upper, source.lineRange(position.line).upper))
    }
    report(
      "wrong-type",
      LocalizedText(vi: "ở đây cần \(wanted.vi)", en: "this takes \(wanted.en)"), at: range)
  }

  /// A mapping with its keys checked: unknown and repeated ones are reported.
  func mapping(_ node: YAMLNode, keys: [String]) -> Mapping? {
    guard case .mapping(let entries) = node.content else {
      reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "các khóa: " + keys.joined(separator: ", "),
          en: "the keys: " + keys.joined(separator: ", ")))
      return nil
    }
    return Mapping(entries, keys: keys, range: node.range, reader: self)
  }

  /// The items of a list.
  func list(_ node: YAMLNode) -> [YAMLNode]? {
    if case .sequence(let nodes) = node.content { return nodes }
    reportWrongType(node, wanted: LocalizedText(vi: "một danh sách [ … ]", en: "a list [ … ]"))
    return nil
  }

  /// A scalar's text, not empty.
  func text(_ node: YAMLNode) -> String? {
    if let (text, _) = node.scalar, !node.isNull { return text }
    reportWrongType(node, wanted: LocalizedText(vi: "một đoạn chữ", en: "a text"))
    return nil
  }

  /// A text in both languages; one alone counts for both, with a warning.
  func localized(_ node: YAMLNode) -> LocalizedText? {
    if node.scalar != nil { return text(node).map(LocalizedText.init(same:)) }
    guard let mapping = mapping(node, keys: ["vi", "en"]) else { return nil }
    let vi = mapping.text("vi", required: false)
    let en = mapping.text("en", required: false)
    switch (vi, en) {
    case (let vi?, let en?): return LocalizedText(vi: vi, en: en)
    case (let only?, nil), (nil, let only?):
      let missing = vi == nil ? "vi" : "en"
      report(
        "untranslated",
        LocalizedText(
          vi: "thiếu bản \"\(missing)\"", en: "the wording in \"\(missing)\" is missing"), severity: .warning,
        at: node.range)
      return LocalizedText(same: only)
    case (nil, nil):
      reportWrongType(
        node, wanted: LocalizedText(vi: "{ vi: …, en: … }", en: "{ vi: …, en: … }"))
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
          vi: "\"\(text)\": dấu chấm chỉ ngăn hàng nghìn",
          en: "\"\(text)\": a dot separates thousands"
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
    var mend = LocalizedText(
      vi: "chọn một trong: " + words.joined(separator: ", "),
      en: "choose one of: " + words.joined(separator: ", "))
    if let near = nearestName(to: text, in: words) {
      mend = LocalizedText(vi: "có phải là \"\(near)\"?", en: "did you mean \"\(near)\"?")
    }
    report(
      "unknown-choice",
      LocalizedText(vi: "không có lựa chọn \"\(text)\"", en: "\"\(text)\" is no choice here"),
      mend: mend, at: node.range)
    return nil
  }
}
