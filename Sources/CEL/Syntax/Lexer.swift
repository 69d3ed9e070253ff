import Diagnostics

/// Cuts an expression into tokens (langdef.md, "Syntax").
struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  var index = 0
  var tokens: [Token] = []
  var problems: DiagnosticList
  /// The end of the last character that means nothing.
  private var strayEnd = -1

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    problems = DiagnosticList()
  }

  /// The tokens of a source, the last being `end`, and what is wrong with them.
  static func tokens(of source: SourceText) -> (tokens: [Token], problems: DiagnosticList) {
    var lexer = Lexer(source)
    if source.bytes.count > Limits.sourceBytes {
      lexer.report(.tooLong, SourceRange(0, 0))
    } else {
      lexer.run()
    }
    let end = SourceRange(source.bytes.count, source.bytes.count)
    lexer.tokens.append(Token(kind: .end, range: end))
    return (lexer.tokens, lexer.problems)
  }

  mutating func report(_ problem: SyntaxProblem, _ range: SourceRange) {
    problems.report(problem.diagnostic(in: source, at: range))
  }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func run() {
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: index += 1
      case 0x2F where self.byte(at: index + 1) == 0x2F: skipComment()
      case 0x22, 0x27: readString(prefix: 0, raw: false, isBytes: false)
      case 0x30...0x39: readNumber()
      case 0x2E where self.byte(at: index + 1).map { decimalDigit($0) != nil } ?? false:
        readNumber()
      case 0x60: readQuotedName()
      case _ where isNameByte(byte): readWord()
      default:
        if let mark = Token.mark(byte, self.byte(at: index + 1)) {
          index += mark.rawValue.utf8.count
          append(.mark(mark), from: start)
        } else {
          readStray()
        }
      }
    }
  }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: SourceRange(start, index)))
  }

  private mutating func skipComment() {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
  }

  private mutating func readStray() {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    let range = SourceRange(start, index)
    defer { strayEnd = index }
    // Of several in a row the first is told of.
    if strayEnd == start { return }
    report(.strayCharacter(source.text(of: range)), range)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  private mutating func readWord() {
    let start = index
    if let literal = literalPrefix() {
      readString(prefix: literal.length, raw: literal.raw, isBytes: literal.isBytes)
      return
    }
    while index < bytes.count, isNameByte(bytes[index]) || decimalDigit(bytes[index]) != nil {
      index += 1
    }
    let word = source.text(of: SourceRange(start, index))
    if let keyword = Token.Keyword(rawValue: word) {
      append(.keyword(keyword), from: start)
    } else {
      append(.identifier(word), from: start)
    }
  }

  /// The letters `r`, `b`, `br`, `rb` in either case before a quote.
  private func literalPrefix() -> (length: Int, raw: Bool, isBytes: Bool)? {
    var raw = false
    var isBytes = false
    var length = 0
    while length < 3, let byte = byte(at: index + length) {
      switch byte {
      case 0x72 where !raw, 0x52 where !raw: raw = true
      case 0x62 where !isBytes, 0x42 where !isBytes: isBytes = true
      case 0x22, 0x27: return length > 0 ? (length, raw, isBytes) : nil
      default: return nil
      }
      length += 1
    }
    return nil
  }

  private mutating func readQuotedName() {
    let start = index
    index += 1
    while let byte = byte(at: index), isQuotedNameByte(byte) { index += 1 }
    let name = source.text(of: SourceRange(start + 1, index))
    guard byte(at: index) == 0x60, !name.isEmpty else {
      report(.unterminatedString, SourceRange(start, index))
      return
    }
    index += 1
    append(.quoted(name), from: start)
  }

  private func isQuotedNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2D, 0x2F, 0x20: true
    default: isNameByte(byte) || decimalDigit(byte) != nil
    }
  }
}
