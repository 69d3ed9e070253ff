import Diagnostics

/// Reads tokens into a syntax tree by precedence (langdef.md, "Syntax"), expanding macros.
struct Parser {
  let source: SourceText
  let tokens: [Token]
  let options: ParserOptions
  var position = 0
  var problems: DiagnosticList
  var macroCalls: [Int: Expression] = [:]
  var nesting = 0
  private var nodes = 0
  /// The place of the last problem.
  private var lastProblem = -1

  init(
    _ source: SourceText, _ lexed: (tokens: [Token], problems: DiagnosticList),
    options: ParserOptions
  ) {
    self.source = source
    self.options = options
    tokens = lexed.tokens
    problems = lexed.problems
  }

  /// The tree of a source, or all that is wrong with it.
  static func parse(
    _ source: SourceText, options: ParserOptions
  ) throws(CompilationError) -> ParsedExpression {
    let lexed = Lexer.tokens(of: source)
    if lexed.problems.hasErrors { throw CompilationError(lexed.problems) }
    var parser = Parser(source, lexed, options: options)
    let root = try? parser.whole()
    guard let root, !parser.problems.hasErrors else { throw CompilationError(parser.problems) }
    return ParsedExpression(
      source: source, root: root, macroCalls: parser.macroCalls, nodeCount: parser.nodes)
  }

  // MARK: Tokens

  var token: Token { tokens[position] }

  /// The start of the next token.
  var here: Int { token.range.lower }

  /// The range from a start to the end of the token read last.
  func range(from start: Int) -> SourceRange {
    SourceRange(start, position > 0 ? tokens[position - 1].range.upper : start)
  }

  func isAt(_ mark: Token.Mark) -> Bool {
    if case .mark(mark) = token.kind { true } else { false }
  }

  mutating func skip(_ mark: Token.Mark) -> Bool {
    guard isAt(mark) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ mark: Token.Mark) throws(Halt) {
    guard skip(mark) else { try unexpected(LocalizedText(same: "\"\(mark.rawValue)\"")) }
  }

  mutating func report(_ problem: SyntaxProblem, _ range: SourceRange) {
    lastProblem = max(lastProblem, range.lower)
    problems.report(problem.diagnostic(in: source, at: range))
  }

  /// Whether there is a problem at a place or behind it.
  func hasProblem(from place: Int) -> Bool { lastProblem >= place }

  mutating func unexpected(_ expected: LocalizedText) throws(Halt) -> Never {
    if hasProblem(from: here) { throw Halt() }
    if case .end = token.kind {
      report(.unexpectedEnd(expected: expected), token.range)
    } else {
      let found = "\"" + shortened(source.text(of: token.range)) + "\""
      report(.unexpected(found, expected: expected), token.range)
    }
    // What a `?` in a wrong place was meant for, a conditional or an optional, would be a guess.
    throw Halt(isFinal: isAt(.question))
  }

  // MARK: Nodes

  /// Makes a node one higher than the highest of its children.
  mutating func make(
    _ kind: Expression.Kind, _ range: SourceRange, above children: [Expression] = []
  ) throws(Halt) -> Expression {
    var height = 0
    for child in children { height = max(height, child.height) }
    nodes += 1
    if nodes > Limits.nodes {
      report(.tooManyNodes, SourceRange(range.lower, range.lower))
      throw Halt(isFinal: true)
    }
    if height >= Limits.height {
      report(.tooDeep, SourceRange(range.lower, range.lower))
      throw Halt(isFinal: true)
    }
    return Expression(id: nodes, range: range, height: height + 1, kind: kind)
  }

  /// Makes a call of a function that is written as an operator or made by a macro.
  mutating func call(
    _ function: String, _ arguments: [Expression], _ range: SourceRange,
    name: SourceRange? = nil
  ) throws(Halt) -> Expression {
    let call = Expression.Call(
      function: function, nameRange: name ?? range, target: nil, arguments: arguments)
    return try make(.call(call), range, above: arguments)
  }

  /// Enters a level of nesting; ``leave()`` ends it.
  mutating func enter() throws(Halt) {
    nesting += 1
    guard nesting <= Limits.nesting else {
      report(.tooDeep, token.range)
      throw Halt(isFinal: true)
    }
  }

  mutating func leave() {
    nesting -= 1
  }
}

/// What a parser reads beyond the core of the language.
package struct ParserOptions: Sendable {
  /// Whether calls with the names of macros are macros.
  package var macros = true
  package var features: Library.Features = []
}
