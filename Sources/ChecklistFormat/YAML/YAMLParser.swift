import CLibYAML
import Diagnostics

/// What a YAML file may cost (decision 11).
struct YAMLLimits: Sendable {
  /// The largest file, in bytes.
  var bytes = 4 << 20
  /// The deepest nesting.
  var depth = 32
  /// The most nodes, aliases counted each time they are used.
  var nodes = 400_000
}

/// Reads one YAML document through libyaml's events into nodes with places.
///
/// Beyond YAML's own rules it refuses what has no use in a checklist and often hides a mistake or
/// an attack: tags, several documents, keys that are no scalars, and anything over the limits.
struct YAMLParser {
  private struct Frame {
    var isMapping: Bool
    var start: Int
    var anchor: String?
    var nodes: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var key: YAMLNode?
  }

  private let source: SourceText
  private let limits: YAMLLimits
  private var frames: [Frame] = []
  private var anchors: [String: YAMLNode] = [:]
  private var root: YAMLNode?
  private var nodeCount = 0

  private init(_ source: SourceText, _ limits: YAMLLimits) {
    self.source = source
    self.limits = limits
  }

  /// The document of a source text.
  ///
  /// - Throws: the one diagnostic that stopped the reading.
  static func parse(
    _ source: SourceText, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLProblem) -> YAMLNode {
    if let problem = encodingProblem(source) { throw problem }
    var parser = YAMLParser(source, limits)
    try parser.run()
    guard let root = parser.root else {
      throw YAMLProblem(
        source, SourceRange(0, 0), code: "empty-file",
        LocalizedText(vi: "tệp không có nội dung", en: "the file is empty"))
    }
    return root
  }

  private mutating func run() throws(YAMLProblem) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      throw YAMLProblem(
        source, SourceRange(0, 0), code: "out-of-memory",
        LocalizedText(vi: "không đủ bộ nhớ", en: "out of memory"))
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let bytes = source.bytes
    var problem: YAMLProblem?
    bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      do throws(YAMLProblem) {
        try consumeEvents(of: parser)
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
  }

  private mutating func consumeEvents(
    of parser: UnsafeMutablePointer<yaml_parser_t>
  ) throws(YAMLProblem) {
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxProblem(parser.pointee) }
      defer { yaml_event_delete(&event) }
      let start = offset(event.start_mark)
      let end = offset(event.end_mark)
      switch event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          throw YAMLProblem(
            source, SourceRange(start, end), code: "several-documents",
            LocalizedText(
              vi: "tệp có nhiều tài liệu YAML", en: "the file holds several YAML documents"),
            mend: LocalizedText(
              vi: "tách mỗi tài liệu (sau dấu ---) thành một tệp",
              en: "put each document (after ---) into a file of its own"))
        }
      case YAML_SCALAR_EVENT: try scalar(event, SourceRange(start, end))
      case YAML_ALIAS_EVENT: try alias(event, SourceRange(start, end))
      case YAML_SEQUENCE_START_EVENT:
        let data = event.data.sequence_start
        try open(data.anchor, data.tag, isMapping: false, SourceRange(start, end))
      case YAML_MAPPING_START_EVENT:
        let data = event.data.mapping_start
        try open(data.anchor, data.tag, isMapping: true, SourceRange(start, end))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(end: end)
      default: continue
      }
    }
  }

  private mutating func scalar(_ event: yaml_event_t, _ range: SourceRange) throws(YAMLProblem) {
    let data = event.data.scalar
    try refuseTag(data.tag, range)
    let buffer = UnsafeBufferPointer(start: data.value, count: data.length)
    let style: YAMLNode.Style =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    let node = YAMLNode(.scalar(String(decoding: buffer, as: UTF8.self), style), range: range)
    try add(node, anchor: name(data.anchor))
  }

  private mutating func alias(_ event: yaml_event_t, _ range: SourceRange) throws(YAMLProblem) {
    let name = name(event.data.alias.anchor) ?? ""
    guard let node = anchors[name] else {
      throw YAMLProblem(
        source, range, code: "unknown-anchor",
        LocalizedText(vi: "không có neo &\(name)", en: "there is no anchor &\(name)"))
    }
    try add(node, anchor: nil)
  }

  private mutating func open(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?,
    isMapping: Bool, _ range: SourceRange
  ) throws(YAMLProblem) {
    try refuseTag(tag, range)
    guard frames.count < limits.depth else {
      throw YAMLProblem(
        source, range, code: "too-deep",
        LocalizedText(
          vi: "lồng quá \(limits.depth) tầng", en: "nested more than \(limits.depth) deep"))
    }
    frames.append(Frame(isMapping: isMapping, start: range.lower, anchor: name(anchor)))
  }

  private mutating func close(end: Int) throws(YAMLProblem) {
    guard let frame = frames.popLast() else { return }
    let content: YAMLNode.Content =
      frame.isMapping ? .mapping(frame.entries) : .sequence(frame.nodes)
    let node = YAMLNode(content, range: SourceRange(frame.start, end))
    nodeCount -= node.size - 1
    try add(node, anchor: frame.anchor)
  }

  private mutating func add(_ node: YAMLNode, anchor: String?) throws(YAMLProblem) {
    nodeCount += node.size
    guard nodeCount <= limits.nodes else {
      throw YAMLProblem(
        source, node.range, code: "too-many-nodes",
        LocalizedText(
          vi: "tệp có quá \(limits.nodes) giá trị (kể cả giá trị dùng lại qua dấu *)",
          en: "the file holds more than \(limits.nodes) values (those reused by * included)"))
    }
    if let anchor { anchors[anchor] = node }
    guard let last = frames.indices.last else {
      root = node
      return
    }
    guard frames[last].isMapping else {
      frames[last].nodes.append(node)
      return
    }
    if let key = frames[last].key {
      frames[last].entries.append(YAMLNode.Entry(key: key, value: node))
      frames[last].key = nil
      return
    }
    guard node.scalar != nil else {
      throw YAMLProblem(
        source, node.range, code: "key-type",
        LocalizedText(vi: "khóa phải là một từ", en: "a key must be a word"))
    }
    frames[last].key = node
  }

  private func refuseTag(
    _ tag: UnsafeMutablePointer<yaml_char_t>?, _ range: SourceRange
  ) throws(YAMLProblem) {
    guard tag != nil else { return }
    throw YAMLProblem(
      source, range, code: "tag",
      LocalizedText(vi: "không dùng nhãn kiểu (!…)", en: "type tags (!…) are not used here"),
      mend: LocalizedText(vi: "bỏ nhãn đi", en: "remove the tag"))
  }

  private func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer else { return nil }
    return String(decodingCString: pointer, as: UTF8.self)
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    source.offset(of: SourcePosition(line: mark.line + 1, column: mark.column + 1))
  }

  private func syntaxProblem(_ parser: yaml_parser_t) -> YAMLProblem {
    let words = parser.problem.map { String(cString: $0) } ?? "cannot be read"
    let at = offset(parser.problem_mark)
    return YAMLProblem(
      source, SourceRange(at, at), code: "yaml-syntax",
      LocalizedText(vi: "YAML sai cú pháp: \(words)", en: "not YAML: \(words)"),
      mend: LocalizedText(
        vi:
          "xem lại thụt lề (dùng dấu cách, không dùng Tab), dấu hai chấm và dấu ngoặc quanh chỗ này",
        en: "look at the indentation (spaces, no tabs), colons and quotes around this place"))
  }
}
