import Diagnostics

/// A word, a literal or a mark of an expression.
struct Token: Sendable {
  let kind: Kind
  let range: SourceRange

  enum Kind: Sendable {
    case identifier(String)
    /// An identifier in backquotes, which only a field may be.
    case quoted(String)
    case int(magnitude: UInt64)
    case uint(UInt64)
    case decimal(Double, text: String)
    case string(String)
    case bytes([UInt8])
    case keyword(Keyword)
    case mark(Mark)
    /// A literal that has been reported; it parses as any other literal.
    case wrong
    case end
  }

  enum Keyword: String, Sendable {
    case `true`, `false`, null, `in`
  }

  enum Mark: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case less = "<"
    case greaterOrEqual = ">="
    case greater = ">"
    case and = "&&"
    case or = "||"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case dot = "."
    case comma = ","
    case minus = "-"
    case not = "!"
    case question = "?"
    case colon = ":"
    case plus = "+"
    case star = "*"
    case slash = "/"
    case percent = "%"
  }

  /// The mark that two bytes make, or else the first alone.
  static func mark(_ first: UInt8, _ second: UInt8?) -> Mark? {
    switch (first, second) {
    case (0x3D, 0x3D?): .equal
    case (0x21, 0x3D?): .notEqual
    case (0x3C, 0x3D?): .lessOrEqual
    case (0x3E, 0x3D?): .greaterOrEqual
    case (0x26, 0x26?): .and
    case (0x7C, 0x7C?): .or
    case (0x3C, _): .less
    case (0x3E, _): .greater
    case (0x5B, _): .leftBracket
    case (0x5D, _): .rightBracket
    case (0x7B, _): .leftBrace
    case (0x7D, _): .rightBrace
    case (0x28, _): .leftParenthesis
    case (0x29, _): .rightParenthesis
    case (0x2E, _): .dot
    case (0x2C, _): .comma
    case (0x2D, _): .minus
    case (0x21, _): .not
    case (0x3F, _): .question
    case (0x3A, _): .colon
    case (0x2B, _): .plus
    case (0x2A, _): .star
    case (0x2F, _): .slash
    case (0x25, _): .percent
    default: nil
    }
  }
}
