import CLibYAML
import Glibc

/// That a file is not of the plain form which is read without nodes. Nothing is said of why: the file
/// is then read by way of nodes, which tells everything that is wrong with it.
struct NotPlain: Error {}

/// The events of one YAML document without tags, anchors and aliases, taken from libyaml one by one.
///
/// Whatever ``YAMLParser`` refuses ends them with ``NotPlain``, and so does some of what it takes;
/// what comes through reads alike in both. Nothing has a place: whoever has to report something at a
/// place reads the file by way of nodes.
struct PlainEvents: ~Copyable {
  enum Kind {
    case scalar
    case mapping
    case sequence
    /// The end of the list or mapping begun last.
    case end
    /// The end of the document and the file.
    case finish
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let limits = YAMLLimits()
  /// Whether some escape may write what the file itself does not hold.
  private let mayEscape: Bool
  private var documents = 0
  private var depth = 0
  private var nodes = 0
  private var textBytes = 0

  /// The events of a text, which must outlive them.
  ///
  /// - Parameter text: what ``PlainText`` found to be plain, a byte order mark left out.
  init(_ text: UnsafeBufferPointer<UInt8>, mayEscape: Bool) throws(NotPlain) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    self.mayEscape = mayEscape
    // Where this fails, libyaml has zeroed the parser, and deleting such a one does nothing.
    guard yaml_parser_initialize(parser) == 1 else { throw NotPlain() }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Goes on to the next event.
  mutating func next() throws(NotPlain) -> Kind {
    while true {
      yaml_event_delete(event)
      guard yaml_parser_parse(parser, event) == 1 else { throw NotPlain() }
      switch event.pointee.type {
      case YAML_SCALAR_EVENT:
        try checkScalar()
        return .scalar
      case YAML_MAPPING_START_EVENT:
        try begin(event.pointee.data.mapping_start.anchor, event.pointee.data.mapping_start.tag)
        return .mapping
      case YAML_SEQUENCE_START_EVENT:
        try begin(event.pointee.data.sequence_start.anchor, event.pointee.data.sequence_start.tag)
        return .sequence
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        depth -= 1
        return .end
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        guard documents == 1 else { throw NotPlain() }
      case YAML_ALIAS_EVENT: throw NotPlain()
      case YAML_STREAM_END_EVENT: return .finish
      default: continue
      }
    }
  }

  private mutating func begin(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) throws(NotPlain) {
    nodes += 1
    guard anchor == nil, tag == nil, depth < limits.depth, nodes <= limits.nodes else {
      throw NotPlain()
    }
    depth += 1
  }

  private mutating func checkScalar() throws(NotPlain) {
    let length = event.pointee.data.scalar.length
    nodes += 1
    textBytes += length
    guard event.pointee.data.scalar.anchor == nil, event.pointee.data.scalar.tag == nil,
      length <= limits.scalarBytes, nodes <= limits.nodes, textBytes <= limits.textBytes
    else { throw NotPlain() }
    if mayEscape, event.pointee.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE {
      guard PlainText(letters) != nil, !letters.contains(UInt8(ascii: "\r")) else {
        throw NotPlain()
      }
    }
  }

  // MARK: The scalar last come to

  /// Its bytes, until the next event.
  var letters: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
  }

  /// Whether it is written without quotes.
  var isPlain: Bool { event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// Whether it is an empty plain scalar or a written null; see ``YAMLNode/isNull``.
  var isNull: Bool {
    isPlain && (letters.isEmpty || letters.spell("~") || letters.spell("null"))
  }

  /// Its text. That it is UTF-8 was made sure of when the events began, of escapes when it was come to.
  var text: String {
    letters.isEmpty
      ? "" : String(copying: unsafe UTF8Span(unchecked: letters.span))
  }

  /// The scalar as a node without a place.
  var scalar: YAMLNode {
    let style: YAMLNode.Style =
      switch event.pointee.data.scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    return YAMLNode(.scalar(text, style), range: YAMLNode.nowhere)
  }

  // MARK: Whole values

  /// The value that begins with the event last come to, as nodes without places.
  mutating func node(_ kind: Kind) throws(NotPlain) -> YAMLNode {
    switch kind {
    case .scalar: return scalar
    case .sequence:
      var nodes: [YAMLNode] = []
      while true {
        let kind = try next()
        if kind == .end { break }
        nodes.append(try node(kind))
      }
      return YAMLNode(.sequence(nodes), range: YAMLNode.nowhere)
    case .mapping:
      var entries: [YAMLNode.Entry] = []
      entries.reserveCapacity(4)
      while let key = try key() {
        entries.append(YAMLNode.Entry(key: key, value: try node(try next())))
      }
      return YAMLNode(.mapping(entries), range: YAMLNode.nowhere)
    case .end, .finish: throw NotPlain()
    }
  }

  /// The next key of a mapping; nil at its end.
  mutating func key() throws(NotPlain) -> YAMLNode? {
    switch try next() {
    case .end: return nil
    case .scalar:
      let key = scalar
      guard !key.reads("<<") else { throw NotPlain() }
      return key
    case .mapping, .sequence, .finish: throw NotPlain()
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether they are the letters of a text.
  func spell(_ text: String) -> Bool {
    guard text.utf8.count == count else { return false }
    return text.utf8.withContiguousStorageIfAvailable { word in
      guard let word = word.baseAddress, let letters = baseAddress else { return count == 0 }
      return memcmp(word, letters, count) == 0
    } ?? elementsEqual(text.utf8)
  }
}
