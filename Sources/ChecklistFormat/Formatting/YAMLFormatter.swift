package import Diagnostics

/// Why a file was not formatted.
package enum FormattingProblem: Error, Sendable {
  /// Its kind was not given and its keys do not tell.
  case unknownKind
  /// Formatted it would be longer than a file may be, this many bytes.
  case tooLarge(limit: Int)
  /// It cannot be read as YAML, or could not be formatted safely.
  case found(Diagnostic)
}

/// Writes the YAML files of the format in one style, with every comment and the same meaning.
package enum YAMLFormatter {
  /// The text of a file in the one style.
  ///
  /// What comes out is read again and compared with what went in, value by value and comment by
  /// comment, before anybody sees it.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - file: its kind, which says the order of keys; nil to tell it from the keys at the top.
  package static func formatted(
    _ source: SourceText, as file: FormatFile? = nil
  ) throws(FormattingProblem) -> SourceText {
    let root: YAMLNode
    do throws(YAMLProblem) {
      root = try YAMLParser.parse(source)
    } catch {
      throw .found(error.diagnostic)
    }
    guard let file = file ?? FormatFile(root) else { throw .unknownKind }
    let scan = SourceScan(source)
    let comments = Comment.all(in: scan, root)
    var layout = Layout(scan, comments: comments)
    let document = layout.document(root, KeyOrder(file))
    let result = SourceText(name: source.name, bytes: LayoutWriter.text(document))
    guard result.bytes != source.bytes else { return result }
    let limit = YAMLLimits().bytes
    guard result.bytes.count <= limit else { throw .tooLarge(limit: limit) }
    try check(result, against: root, comments, source)
    return result
  }

  private static func check(
    _ result: SourceText, against root: YAMLNode, _ comments: [Comment], _ source: SourceText
  ) throws(FormattingProblem) {
    do throws(YAMLProblem) {
      let written = try YAMLParser.parse(result)
      let kept = Comment.all(in: SourceScan(result), written)
      if written.says(theSameAs: root), lines(kept) == lines(comments) { return }
    } catch {
      // Reported below in the words of a formatter: the mistake is not the author's.
    }
    throw .found(
      Diagnostic(
        code: "not-formatted",
        message: LocalizedText(
          vi: "không chắc tệp định dạng lại vẫn giữ nguyên ý; tệp được để nguyên",
          en: "the formatted file might not say the same; the file was left as it is"),
        mend: LocalizedText(
          vi: "đây là lỗi của soat: hãy gửi tệp này cho người làm ra soat",
          en: "this is a fault in soat: please send the file to its makers"),
        source: source.name, range: SourceRange(0, 0)))
  }

  /// The lines of comments in an order that does not depend on where they stand.
  private static func lines(_ comments: [Comment]) -> [[UInt8]] {
    comments.flatMap { [$0.text] + $0.rest }.map { Array($0.utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension YAMLNode {
  /// Whether two values are the same, the order of keys aside; how a text is quoted counts, since
  /// `true` and `"true"` are not alike.
  func says(theSameAs other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let text, let style), .scalar(let otherText, let otherStyle)):
      return (written ?? text).utf8.elementsEqual((other.written ?? otherText).utf8)
        && style == otherStyle
    case (.sequence(let nodes), .sequence(let others)):
      return nodes.count == others.count
        && zip(nodes, others).allSatisfy { $0.says(theSameAs: $1) }
    case (.mapping(let entries), .mapping(let others)):
      return entries.count == others.count
        && zip(byKey(entries), byKey(others)).allSatisfy {
          $0.key.says(theSameAs: $1.key) && $0.value.says(theSameAs: $1.value)
        }
    default: return false
    }
  }

  /// Entries by their keys; a key written twice keeps the order of its values.
  private func byKey(_ entries: [Entry]) -> [Entry] {
    let keys = entries.map { Array(($0.key.written ?? $0.key.scalar?.text ?? "").utf8) }
    let order = entries.indices.sorted { first, second in
      if keys[first].lexicographicallyPrecedes(keys[second]) { return true }
      return keys[first] == keys[second] && first < second
    }
    return order.map { entries[$0] }
  }
}
