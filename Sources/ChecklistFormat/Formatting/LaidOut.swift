// A document between reading and writing: its values in their final order, each with the comments
// that belong to it. Columns and lines are not decided yet.

/// A whole file.
struct LaidDocument {
  /// Comments, directives and the mark `---` before the first value, line by line.
  var header: [HeaderLine] = []
  var hasBlankLineAfterHeader = false
  var root = LaidEntry()
  /// Comments after the last value.
  var closing: [Comment] = []
}

/// A line before the first value.
struct HeaderLine {
  let text: String
  let hasBlankLineAbove: Bool
}

/// A value with its key, where it has one, and the comments around it.
struct LaidEntry {
  /// Comments on the lines above.
  var before: [Comment] = []
  /// Whether a blank line stands directly above the key or dash.
  var hasBlankLineAbove = false
  var key: LaidScalar?
  /// The comment at the end of the line of the key or dash, where the value follows below.
  var head: Comment?
  /// Comments on lines between the key or dash and the value.
  var between: [Comment] = []
  var value = LaidValue.nothing
  /// The comment at the end of the value's last line; for a block text, of its first.
  var after: Comment?
}

enum LaidValue {
  /// Nothing is written: a null.
  case nothing
  case scalar(LaidScalar)
  case block(LaidBlock)
  case flow(LaidFlow)
}

/// A mapping or list written line by line.
struct LaidBlock {
  var anchor: String?
  var entries: [LaidEntry] = []
  /// Comments after the last entry.
  var closing: [Comment] = []
}

/// A mapping or list written in brackets.
struct LaidFlow {
  var anchor: String?
  var isMapping = false
  var isOneLine = true
  /// The comment behind the opening bracket.
  var opening: Comment?
  var entries: [LaidEntry] = []
  /// Comments before the closing bracket.
  var closing: [Comment] = []
}
