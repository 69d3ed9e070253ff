import CLibYAML
import Diagnostics

/// What a YAML file may cost (decision 11).
struct YAMLLimits: Sendable {
  /// The largest file, in bytes.
  var bytes = 4 << 20
  /// The deepest nesting, that of an alias counted where it is used.
  var depth = 32
  /// The most nodes, aliases counted each time they are used.
  var nodes = 400_000
  /// The longest single text, in bytes.
  var scalarBytes = 1 << 16
  /// The most text in all, in bytes, aliases counted each time they are used.
  var textBytes = 8 << 20
}

/// Reads one YAML document through libyaml's events into nodes with places.
///
/// Beyond YAML's own rules it refuses what has no use in a checklist and often hides a mistake or
/// an attack: tags, merge keys, several documents, keys that are no scalars, control characters,
/// and anything over the limits. Every text is composed (NFC) here, at the edge.
struct YAMLParser {
  private struct Frame {
    let isMapping: Bool
    let start: Int
    let anchor: String?
    var nodes: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var key: YAMLNode?
  }

  private let source: SourceText
  private let limits: YAMLLimits
  private let start: Int
  private var cursor: MarkCursor
  private var frames: [Frame] = []
  private var anchors: [String: YAMLNode] = [:]
  private var root: YAMLNode?
  private var nodeCount = 0
  private var textBytes = 0

  private init(_ source: SourceText, _ limits: YAMLLimits) {
    self.source = source
    self.limits = limits
    start = source.bytes.starts(with: utf8ByteOrderMark) ? utf8ByteOrderMark.count : 0
    cursor = MarkCursor(source.bytes, from: start)
  }

  /// The document of a source text.
  ///
  /// - Throws: the one diagnostic that stopped the reading.
  static func parse(
    _ source: SourceText, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLProblem) -> YAMLNode {
    if let problem = encodingProblem(source) { throw problem }
    var parser = YAMLParser(source, limits)
    if source.bytes.count > parser.start { try parser.run() }
    guard let root = parser.root, !root.isNull else {
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
    var problem: YAMLProblem?
    source.bytes[start...].withUnsafeBufferPointer { buffer in
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
      guard yaml_parser_parse(parser, &event) == 1 else {
        throw syntaxProblem(of: parser.pointee, in: source, &cursor)
      }
      defer { yaml_event_delete(&event) }
      let lower = cursor.offset(of: event.start_mark.index)
      let range = SourceRange(lower, cursor.offset(of: event.end_mark.index))
      switch event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          throw YAMLProblem(
            source, range, code: "several-documents",
            LocalizedText(
              vi: "tệp có nhiều tài liệu YAML", en: "the file holds several YAML documents"),
            mend: LocalizedText(
              vi: "tách mỗi tài liệu (sau dấu ---) thành một tệp",
              en: "put each document (after ---) into a file of its own"))
        }
      case YAML_SCALAR_EVENT: try scalar(event, range)
      case YAML_ALIAS_EVENT: try alias(event, range)
      case YAML_SEQUENCE_START_EVENT:
        let data = event.data.sequence_start
        try open(data.anchor, data.tag, isMapping: false, range)
      case YAML_MAPPING_START_EVENT:
        let data = event.data.mapping_start
        try open(data.anchor, data.tag, isMapping: true, range)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(end: range.upper)
      default: continue
      }
    }
  }

  private mutating func scalar(_ event: yaml_event_t, _ range: SourceRange) throws(YAMLProblem) {
    let data = event.data.scalar
    try refuseTag(data.tag, range)
    guard data.length <= limits.scalarBytes else {
      throw YAMLProblem(
        source, range, code: "text-too-long",
        LocalizedText(
          vi: "đoạn chữ dài hơn \(limits.scalarBytes >> 10) KB",
          en: "this text is longer than \(limits.scalarBytes >> 10) KB"),
        mend: LocalizedText(
          vi: "kiểm tra dấu ngoặc kép đóng, hoặc rút ngắn",
          en: "look for a missing closing quote, or shorten it"))
    }
    let buffer = UnsafeBufferPointer(start: data.value, count: data.length)
    let style: YAMLNode.Style =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    let written = String(decoding: buffer, as: UTF8.self)
    // The file itself holds none; an escape can still write one.
    if style == .doubleQuoted, source.bytes[range.lower..<range.upper].contains(0x5C) {
      for scalar in written.unicodeScalars where scalar.isForbidden || scalar == "\r" {
        throw YAMLProblem(source, range, forbidden: scalar)
      }
    }
    if let marks = written.piledMarks {
      let place = ScalarMap(YAMLNode(.scalar(written, style), range: range), in: source)
      throw YAMLProblem.marks(source, place.range(of: marks))
    }
    let composed = written.composed
    let node = YAMLNode(
      .scalar(composed ?? written, style), range: range, written: composed == nil ? nil : written)
    try add(node, anchor: name(data.anchor))
  }

  private mutating func alias(_ event: yaml_event_t, _ range: SourceRange) throws(YAMLProblem) {
    let name = name(event.data.alias.anchor) ?? ""
    guard let node = anchors[name] else {
      throw YAMLProblem(
        source, range, code: "unknown-anchor",
        LocalizedText(
          vi: "trước chỗ này không có neo &\(shown(name))",
          en: "there is no anchor &\(shown(name)) before this place"),
        mend: LocalizedText(
          vi: "nếu dấu * là chữ, đặt trong ngoặc kép",
          en: "quote the text if the * is meant as such"))
    }
    guard frames.count + Int(node.height) <= limits.depth else { throw tooDeep(range) }
    try add(node, anchor: nil)
  }

  private func tooDeep(_ range: SourceRange) -> YAMLProblem {
    YAMLProblem(
      source, range, code: "too-deep",
      LocalizedText(
        vi: "lồng quá \(limits.depth) tầng", en: "nested more than \(limits.depth) deep"))
  }

  private mutating func open(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?,
    isMapping: Bool, _ range: SourceRange
  ) throws(YAMLProblem) {
    try refuseTag(tag, range)
    guard frames.count < limits.depth else { throw tooDeep(range) }
    var frame = Frame(isMapping: isMapping, start: range.lower, anchor: name(anchor))
    // Most mappings have a few keys: room for them at once instead of growing one by one.
    if isMapping { frame.entries.reserveCapacity(4) }
    frames.append(frame)
  }

  private mutating func close(end: Int) throws(YAMLProblem) {
    guard let frame = frames.popLast() else { return }
    let content: YAMLNode.Content =
      frame.isMapping ? .mapping(frame.entries) : .sequence(frame.nodes)
    let node = YAMLNode(content, range: SourceRange(frame.start, end))
    // Its parts were counted one by one as they came.
    nodeCount -= node.size - 1
    textBytes -= node.textBytes
    try add(node, anchor: frame.anchor)
  }

  private mutating func add(_ node: YAMLNode, anchor: String?) throws(YAMLProblem) {
    nodeCount += node.size
    textBytes += node.textBytes
    guard nodeCount <= limits.nodes else {
      throw YAMLProblem(
        source, node.range, code: "too-many-nodes",
        LocalizedText(
          vi: "tệp có quá \(limits.nodes) giá trị (kể cả giá trị dùng lại qua dấu *)",
          en: "the file holds more than \(limits.nodes) values (those reused by * included)"))
    }
    guard textBytes <= limits.textBytes else {
      throw YAMLProblem(
        source, node.range, code: "too-much-text",
        LocalizedText(
          vi: "tệp có quá \(limits.textBytes >> 20) MB chữ (kể cả chữ dùng lại qua dấu *)",
          en: "the file holds more than \(limits.textBytes >> 20) MB of text (reused by * included)"
        ))
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
    try checkKey(node)
    frames[last].key = node
  }

  private func checkKey(_ node: YAMLNode) throws(YAMLProblem) {
    guard let (text, style) = node.scalar else {
      throw YAMLProblem(
        source, node.range, code: "key-type",
        LocalizedText(vi: "khóa phải là một từ", en: "a key must be a word"))
    }
    guard style != .plain || text != "<<" else {
      throw YAMLProblem(
        source, node.range, code: "merge-key",
        LocalizedText(vi: "không dùng khóa gộp <<", en: "merge keys (<<) are not used here"),
        mend: LocalizedText(vi: "viết rõ từng khóa", en: "write the keys out"))
    }
  }

  private func refuseTag(
    _ tag: UnsafeMutablePointer<yaml_char_t>?, _ range: SourceRange
  ) throws(YAMLProblem) {
    guard tag != nil else { return }
    throw YAMLProblem(
      source, range, code: "tag",
      LocalizedText(vi: "không dùng nhãn kiểu (!…)", en: "type tags (!…) are not used here"),
      mend: LocalizedText(
        vi: "bỏ nhãn đi; nếu dấu ! là chữ, đặt trong ngoặc kép",
        en: "remove the tag, or quote the text if the ! is meant as such"))
  }

  private func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer else { return nil }
    return String(decodingCString: pointer, as: UTF8.self)
  }
}
