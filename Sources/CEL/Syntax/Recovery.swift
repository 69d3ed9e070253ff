import Diagnostics

/// Going on after a problem, so that one reading reports several: the part that cannot be read is
/// passed over up to what can end it, and nothing is said twice of one place.
extension Parser {
  /// Thrown after a problem beyond which the part at hand cannot be read, or, being final, nothing.
  struct Halt: Error {
    var isFinal = false
  }

  /// What the tokens that cannot be read are passed over for.
  private enum Stop {
    case logic, part, whole
  }

  /// The tree of the whole source; of no meaning where a problem was reported.
  mutating func whole() throws(Halt) -> Expression {
    var root: Expression?
    while true {
      do throws(Halt) {
        let read = try expression()
        root = root ?? read
        if case .end = token.kind { return read }
        try unexpected(LocalizedText(vi: "một phép toán hoặc hết biểu thức", en: "an operator"))
      } catch {
        try goOn(after: error, to: .whole, nesting: 0)
        guard position + 1 < tokens.count else { throw error }
        position += 1
      }
    }
  }

  /// An operand; where it cannot be read, a name in its place.
  mutating func operand() throws(Halt) -> Expression {
    let start = here
    let level = nesting
    do throws(Halt) {
      return try unary()
    } catch {
      try goOn(after: error, to: .logic, nesting: level)
      return try make(.identifier("_"), SourceRange(start, start))
    }
  }

  /// One of the parts between a bracket and `closing`, at whose end or at a comma the parser then is,
  /// if there is either.
  mutating func part(
    before closing: Token.Mark, _ read: (inout Parser) throws(Halt) -> Void
  ) throws(Halt) {
    let level = nesting
    do throws(Halt) {
      try read(&self)
      if !isAt(.comma), !isAt(closing) { try expect(closing) }
    } catch {
      try goOn(after: error, to: .part, nesting: level)
    }
  }

  private mutating func goOn(
    after halt: Halt, to stop: Stop, nesting level: Int
  ) throws(Halt) {
    if halt.isFinal || problems.errorCount >= Limits.syntaxProblems { throw Halt(isFinal: true) }
    nesting = level
    var open = 0
    while !isStop(stop, &open) { position += 1 }
  }

  private func isStop(_ stop: Stop, _ open: inout Int) -> Bool {
    guard case .mark(let mark) = token.kind else {
      if case .end = token.kind { return true }
      return false
    }
    switch mark {
    case .leftBracket, .leftBrace, .leftParenthesis: open += 1
    case .rightBracket, .rightBrace, .rightParenthesis:
      if open == 0 { return stop != .whole }
      open -= 1
    case .comma: return open == 0 && stop != .whole
    case .and, .or: return open == 0 && stop != .part
    case .question, .colon:
      // `.?` is no conditional.
      if case .mark(.dot)? = position > 0 ? tokens[position - 1].kind : nil { return false }
      return open == 0 && stop == .logic
    default: break
    }
    return false
  }
}
