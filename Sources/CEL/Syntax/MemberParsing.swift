import Diagnostics

extension Parser {
  /// A primary with its fields, indices and calls.
  mutating func member() throws(Halt) -> Expression {
    let start = here
    return try members(of: try primary(), from: start)
  }

  mutating func members(of first: Expression, from start: Int) throws(Halt) -> Expression {
    var operand = first
    while true {
      if skip(.dot) {
        operand = try field(of: operand, from: start)
      } else if isAt(.leftBracket) {
        operand = try index(of: operand, from: start)
      } else if isAt(.leftBrace), tokenBefore(.leftBrace, endsNameOf: operand),
        let name = operand.qualifiedName
      {
        operand = try message(name, operand.range, from: start)
      } else {
        return operand
      }
    }
  }

  /// Whether the last token read is the last of a dotted name, not a bracket around one.
  private func tokenBefore(_ mark: Token.Mark, endsNameOf operand: Expression) -> Bool {
    position > 0 && tokens[position - 1].range.upper == operand.range.upper
  }

  private mutating func field(of operand: Expression, from start: Int) throws(Halt) -> Expression {
    let question = token.range
    let isOptional = skip(.question)
    if isOptional { try requireOptionalSyntax(question) }
    let name: String
    let nameRange = token.range
    var isQuoted = false
    switch token.kind {
    case .identifier(let text): name = text
    case .quoted(let text):
      name = text
      isQuoted = true
    default:
      try unexpected(LocalizedText(vi: "tên của một trường", en: "the name of a field"))
    }
    position += 1
    if isOptional {
      let text = try make(.literal(.string(name)), nameRange)
      return try call("_?._", [operand, text], range(from: start), name: question)
    }
    if !isQuoted, isAt(.leftParenthesis) {
      let arguments = try arguments()
      return try macroOrCall(name, nameRange, operand, arguments, range(from: start))
    }
    let selection = Expression.Selection(operand: operand, field: name, isTest: false)
    return try make(.select(selection), range(from: start), above: [operand])
  }

  private mutating func index(of operand: Expression, from start: Int) throws(Halt) -> Expression {
    let name = token.range
    try expect(.leftBracket)
    let question = token.range
    let isOptional = skip(.question)
    if isOptional { try requireOptionalSyntax(question) }
    let index = try expression()
    try expect(.rightBracket)
    return try call(
      isOptional ? "_[?_]" : "_[_]", [operand, index], range(from: start), name: name)
  }

  /// The arguments of a call in their parentheses; a comma may follow the last of a list or a map
  /// but not of a call.
  mutating func arguments() throws(Halt) -> [Expression] {
    try expect(.leftParenthesis)
    var arguments: [Expression] = []
    if skip(.rightParenthesis) { return arguments }
    repeat {
      try part(before: .rightParenthesis) { parser throws(Halt) in
        arguments.append(try parser.expression())
      }
    } while skip(.comma)
    try expect(.rightParenthesis)
    return arguments
  }

  mutating func macroOrCall(
    _ name: String, _ nameRange: SourceRange, _ target: Expression?, _ arguments: [Expression],
    _ range: SourceRange
  ) throws(Halt) -> Expression {
    let call = Expression.Call(
      function: name, nameRange: nameRange, target: target, arguments: arguments)
    // What is made in place of an unreadable argument is not the macro's fault.
    if options.macros, !hasProblem(from: nameRange.lower),
      let expanded = try expansion(of: call, range)
    {
      let children = target.map { [$0] + arguments } ?? arguments
      macroCalls[expanded.id] = try make(.call(call), range, above: children)
      return expanded
    }
    return try make(.call(call), range, above: target.map { [$0] + arguments } ?? arguments)
  }

  mutating func requireOptionalSyntax(_ range: SourceRange) throws(Halt) {
    guard options.features.contains(.optionalSyntax) else {
      report(.optionalSyntax, range)
      throw Halt()
    }
  }
}
