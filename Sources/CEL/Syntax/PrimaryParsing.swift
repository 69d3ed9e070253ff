import Diagnostics

extension Parser {
  /// A literal, a name, a call, a list, a map, a message or an expression in parentheses.
  mutating func primary() throws(Halt) -> Expression {
    let start = here
    if let literal = literal() {
      position += 1
      return try make(literal, range(from: start))
    }
    switch token.kind {
    case .int(let magnitude):
      report(.numberRange("\(magnitude)"), token.range)
      throw Halt()
    case .quoted(let name):
      report(.fieldQuotes(name), token.range)
      throw Halt()
    case .identifier(let name):
      position += 1
      return try named(name, from: start)
    case .mark(.dot):
      position += 1
      guard case .identifier(let name) = token.kind else { try unexpected(Self.name) }
      position += 1
      return try named("." + name, from: start)
    case .mark(.leftParenthesis):
      position += 1
      var inner: Expression?
      try part(before: .rightParenthesis) { parser throws(Halt) in
        inner = try parser.expression()
      }
      try expect(.rightParenthesis)
      if let inner { return inner }
      throw Halt()
    case .mark(.leftBracket): return try list()
    case .mark(.leftBrace): return try map()
    default: try unexpected(LocalizedText(vi: "một biểu thức", en: "an expression"))
    }
  }

  private static var name: LocalizedText { LocalizedText(vi: "một tên", en: "a name") }

  private func literal() -> Expression.Kind? {
    switch token.kind {
    case .keyword(.true): .literal(.bool(true))
    case .keyword(.false): .literal(.bool(false))
    case .keyword(.null): .literal(.null)
    case .int(let magnitude): Int64(exactly: magnitude).map { .literal(.int($0)) }
    case .uint(let value): .literal(.uint(value))
    case .decimal(let value, let text): .decimal(value, text: text)
    case .string(let text): .literal(.string(text))
    case .bytes(let bytes): .literal(.bytes(bytes))
    default: nil
    }
  }

  private mutating func named(_ name: String, from start: Int) throws(Halt) -> Expression {
    let nameRange = range(from: start)
    if isReserved(name) { report(.reservedWord(name), nameRange) }
    guard isAt(.leftParenthesis) else { return try make(.identifier(name), nameRange) }
    let arguments = try arguments()
    return try macroOrCall(name, nameRange, nil, arguments, range(from: start))
  }

  /// The words kept for languages that CEL may be embedded in (langdef.md, "Syntax").
  private func isReserved(_ name: String) -> Bool {
    place(
      of: name,
      in: """
        as break const continue else for function if import let loop package namespace return var void \
        while
        """) != nil
  }

  private mutating func list() throws(Halt) -> Expression {
    let start = here
    try expect(.leftBracket)
    var elements: [Expression.Element] = []
    var values: [Expression] = []
    while !isAt(.rightBracket) {
      try part(before: .rightBracket) { parser throws(Halt) in
        let isOptional = try parser.optionalMark()
        let value = try parser.expression()
        elements.append(Expression.Element(value: value, isOptional: isOptional))
        values.append(value)
      }
      if !skip(.comma) { break }
    }
    try expect(.rightBracket)
    return try make(.list(elements), range(from: start), above: values)
  }

  private mutating func map() throws(Halt) -> Expression {
    let start = here
    try expect(.leftBrace)
    var entries: [Expression.Entry] = []
    var children: [Expression] = []
    while !isAt(.rightBrace) {
      try part(before: .rightBrace) { parser throws(Halt) in
        let isOptional = try parser.optionalMark()
        let key = try parser.expression()
        try parser.expect(.colon)
        let value = try parser.expression()
        entries.append(Expression.Entry(key: key, value: value, isOptional: isOptional))
        children += [key, value]
      }
      if !skip(.comma) { break }
    }
    try expect(.rightBrace)
    return try make(.map(entries), range(from: start), above: children)
  }

  /// The fields of a message whose name has been read.
  mutating func message(
    _ name: String, _ nameRange: SourceRange, from start: Int
  ) throws(Halt) -> Expression {
    try expect(.leftBrace)
    var fields: [Expression.Field] = []
    var values: [Expression] = []
    while !isAt(.rightBrace) {
      try part(before: .rightBrace) { parser throws(Halt) in
        let field = try parser.messageField()
        fields.append(field)
        values.append(field.value)
      }
      if !skip(.comma) { break }
    }
    try expect(.rightBrace)
    let message = Expression.Message(name: name, nameRange: nameRange, fields: fields)
    return try make(.message(message), range(from: start), above: values)
  }

  private mutating func messageField() throws(Halt) -> Expression.Field {
    let isOptional = try optionalMark()
    let name: String
    switch token.kind {
    case .identifier(let text), .quoted(let text): name = text
    default: try unexpected(LocalizedText(vi: "tên của một trường", en: "the name of a field"))
    }
    let range = token.range
    position += 1
    try expect(.colon)
    return Expression.Field(
      name: name, range: range, value: try expression(), isOptional: isOptional)
  }

  private mutating func optionalMark() throws(Halt) -> Bool {
    let range = token.range
    guard skip(.question) else { return false }
    try requireOptionalSyntax(range)
    return true
  }
}
