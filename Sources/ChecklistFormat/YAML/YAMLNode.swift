import Diagnostics

/// A YAML value with the place it was written.
struct YAMLNode: Sendable {
  enum Style: Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  struct Entry: Sendable {
    let key: YAMLNode
    let value: YAMLNode
  }

  enum Content: Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  let content: Content
  /// How many lists and mappings stand inside each other, itself included; those that an alias
  /// brings in count. Beside the content, where it takes no room of its own.
  let height: UInt8
  let range: SourceRange
  /// How many nodes the value holds, itself included; aliases count each time they are used.
  let size: Int
  /// How many bytes of text the value holds; aliases count each time they are used.
  let textBytes: Int
  /// A scalar's text before it was composed (NFC), where that changed it.
  let written: String?

  init(_ content: Content, range: SourceRange, written: String? = nil) {
    var size = 1
    var textBytes = 0
    var inner: UInt8 = 0
    switch content {
    case .scalar(let text, _): textBytes = text.utf8.count
    case .sequence(let nodes):
      for node in nodes {
        size += node.size
        textBytes += node.textBytes
        inner = max(inner, node.height)
      }
    case .mapping(let entries):
      for entry in entries {
        size += entry.key.size + entry.value.size
        textBytes += entry.key.textBytes + entry.value.textBytes
        inner = max(inner, entry.value.height)
      }
    }
    if case .scalar = content { height = 0 } else { height = inner == .max ? .max : inner + 1 }
    self.content = content
    self.range = range
    self.size = size
    self.textBytes = textBytes
    self.written = written
  }

  /// Stands for the place of what was read without keeping places.
  static let nowhere = SourceRange(0, 0)

  /// The text and style of a scalar.
  var scalar: (text: String, style: Style)? {
    if case .scalar(let text, let style) = content { return (text, style) }
    return nil
  }

  /// Whether the node is a scalar of this text.
  func reads(_ word: String) -> Bool {
    guard case .scalar(let text, _) = content else { return false }
    // Most words differ in length, which is known at once.
    return text.utf8.count == word.utf8.count && text == word
  }

  /// Whether the node is an empty plain scalar or a written null.
  var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}
