import CLibYAML
import Glibc

/// That a file is not of the plain form which is read without nodes. Nothing is said of why: the file
/// is then read by way of nodes, which tells everything that is wrong with it.
struct NotPlain: Error {}

/// The events of one YAML document without tags, anchors and aliases, as libyaml gives them.
///
/// Whatever ``YAMLParser`` refuses is ``NotPlain``, and so is some of what it takes; what comes through
/// reads alike in both. Nothing has a place: whoever has to report something at a place reads the file
/// by way of nodes.
///
/// All events are taken from libyaml before the first is read: its code and the code that reads
/// answers do not both fit the memory that a core keeps for code, and taking turns at each event they
/// would push each other out of it.
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

  private struct Event {
    let kind: Kind
    var style = YAMLNode.Style.plain
    /// Where a scalar's bytes are in ``texts``.
    var start: Int32 = 0
    var length: Int32 = 0
  }

  private var events: [Event] = []
  /// The event last come to.
  private var place = -1
  /// The bytes of all scalars, one after the other.
  private let texts: UnsafeMutableBufferPointer<UInt8>
  private var depth = 0
  private var nodes = 0
  private var textBytes = 0

  /// Takes the events of a text.
  ///
  /// - Parameters:
  ///   - text: what ``PlainText`` found to be plain, a byte order mark left out.
  ///   - mayEscape: whether some escape may write what the text itself does not hold.
  init(_ text: UnsafeBufferPointer<UInt8>, mayEscape: Bool) throws(NotPlain) {
    // Only escapes make a scalar longer than it is written.
    texts = .allocate(capacity: text.count)
    events.reserveCapacity(text.count / 10)
    try take(text, mayEscape)
  }

  deinit {
    texts.deallocate()
  }

  // MARK: Taking events

  private mutating func take(
    _ text: UnsafeBufferPointer<UInt8>, _ mayEscape: Bool
  ) throws(NotPlain) {
    // It stays where it is: libyaml keeps its address in it.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    // Where this fails, libyaml has zeroed the parser, and deleting such a one does nothing.
    guard yaml_parser_initialize(parser) == 1 else { throw NotPlain() }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    var documents = 0
    var event = yaml_event_t()
    defer { yaml_event_delete(&event) }
    while true {
      yaml_event_delete(&event)
      guard yaml_parser_parse(parser, &event) == 1 else { throw NotPlain() }
      switch event.type {
      case YAML_SCALAR_EVENT: try add(event.data.scalar, mayEscape)
      case YAML_MAPPING_START_EVENT:
        let start = event.data.mapping_start
        try begin(.mapping, isNamed: start.anchor != nil || start.tag != nil)
      case YAML_SEQUENCE_START_EVENT:
        let start = event.data.sequence_start
        try begin(.sequence, isNamed: start.anchor != nil || start.tag != nil)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        depth -= 1
        events.append(Event(kind: .end))
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        guard documents == 1 else { throw NotPlain() }
      case YAML_ALIAS_EVENT: throw NotPlain()
      case YAML_STREAM_END_EVENT:
        events.append(Event(kind: .finish))
        return
      default: continue
      }
    }
  }

  private mutating func begin(_ kind: Kind, isNamed: Bool) throws(NotPlain) {
    nodes += 1
    guard !isNamed, depth < PlainEvents.limits.depth, nodes <= PlainEvents.limits.nodes else {
      throw NotPlain()
    }
    depth += 1
    events.append(Event(kind: kind))
  }

  private mutating func add(
    _ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ mayEscape: Bool
  ) throws(NotPlain) {
    let limits = PlainEvents.limits
    let start = textBytes
    nodes += 1
    textBytes += scalar.length
    guard scalar.anchor == nil, scalar.tag == nil, scalar.length <= limits.scalarBytes,
      nodes <= limits.nodes, textBytes <= limits.textBytes, textBytes <= texts.count
    else { throw NotPlain() }
    let letters = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if mayEscape, scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE {
      guard PlainText(letters) != nil, !letters.contains(UInt8(ascii: "\r")) else {
        throw NotPlain()
      }
    }
    _ = texts[start...].update(fromContentsOf: letters)
    let style: YAMLNode.Style =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    events.append(
      Event(kind: .scalar, style: style, start: Int32(start), length: Int32(scalar.length)))
  }

  private static let limits = YAMLLimits()

  // MARK: Reading them

  /// Goes on to the next event; the last stays the last.
  mutating func next() -> Kind {
    place = min(place + 1, events.count - 1)
    return events[place].kind
  }

  // MARK: The scalar last come to

  /// Its bytes, for as long as the events are there.
  var letters: UnsafeBufferPointer<UInt8> {
    let event = events[place]
    let start = Int(event.start)
    return UnsafeBufferPointer(rebasing: texts[start..<(start + Int(event.length))])
  }

  /// Whether it is written without quotes.
  var isPlain: Bool { events[place].style == .plain }

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
    YAMLNode(.scalar(text, events[place].style), range: YAMLNode.nowhere)
  }

  // MARK: Whole values

  /// The value that begins with the event last come to, as nodes without places.
  mutating func node(_ kind: Kind) throws(NotPlain) -> YAMLNode {
    switch kind {
    case .scalar: return scalar
    case .sequence:
      var nodes: [YAMLNode] = []
      while true {
        let kind = next()
        if kind == .end { break }
        nodes.append(try node(kind))
      }
      return YAMLNode(.sequence(nodes), range: YAMLNode.nowhere)
    case .mapping:
      var entries: [YAMLNode.Entry] = []
      entries.reserveCapacity(4)
      while let key = try key() {
        entries.append(YAMLNode.Entry(key: key, value: try node(next())))
      }
      return YAMLNode(.mapping(entries), range: YAMLNode.nowhere)
    case .end, .finish: throw NotPlain()
    }
  }

  /// The next key of a mapping; nil at its end.
  mutating func key() throws(NotPlain) -> YAMLNode? {
    switch next() {
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
