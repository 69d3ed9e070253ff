import Diagnostics

extension Parser {
  /// An expression: a conditional, or anything that binds tighter.
  mutating func expression() throws(Halt) -> Expression {
    try enter()
    let start = here
    let condition = try binary(atLeast: 1)
    var result = condition
    let question = token.range
    if skip(.question) {
      let yes = try binary(atLeast: 1)
      try expect(.colon)
      let no = try expression()
      result = try call("_?_:_", [condition, yes, no], range(from: start), name: question)
    }
    leave()
    return result
  }

  /// How tight an operator binds, and its function; nil for what is no binary operator.
  private var binaryOperator: (precedence: Int, function: String)? {
    switch token.kind {
    case .keyword(.in): (3, "@in")
    case .mark(let mark):
      switch mark {
      case .or: (1, "_||_")
      case .and: (2, "_&&_")
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        (3, "_\(mark.rawValue)_")
      case .plus, .minus: (4, "_\(mark.rawValue)_")
      case .star, .slash, .percent: (5, "_\(mark.rawValue)_")
      default: nil
      }
    default: nil
    }
  }

  private mutating func binary(atLeast precedence: Int) throws(Halt) -> Expression {
    let start = here
    var left = try operand()
    while let found = binaryOperator, found.precedence >= precedence {
      let name = token.range
      position += 1
      let rightStart = here
      let right = try binary(atLeast: found.precedence + 1)
      if found.precedence > 2 {
        left = try call(found.function, [left, right], range(from: start), name: name)
        continue
      }
      var operands = [Operand(left, SourceRange(start, name.lower), before: nil)]
      operands.append(Operand(right, range(from: rightStart), before: name))
      while let next = binaryOperator, next.precedence == found.precedence {
        let name = token.range
        position += 1
        let start = here
        let more = try binary(atLeast: found.precedence + 1)
        operands.append(Operand(more, range(from: start), before: name))
      }
      left = try balanced(found.function, operands[...]).node
    }
    return left
  }

  /// An operand of a chain of `&&` or `||`.
  private struct Operand {
    let node: Expression
    /// The bytes of the operand with its parentheses.
    let range: SourceRange
    /// The operator before it.
    let name: SourceRange?

    init(_ node: Expression, _ range: SourceRange, before name: SourceRange?) {
      self.node = node
      self.range = range
      self.name = name
    }
  }

  /// A chain of `&&` or `||` as a tree of logarithmic height: both are associative.
  private mutating func balanced(
    _ function: String, _ operands: ArraySlice<Operand>
  ) throws(Halt) -> Operand {
    if operands.count == 1 { return operands[operands.startIndex] }
    let middle = operands.startIndex + operands.count / 2
    let name = operands[middle].name
    let left = try balanced(function, operands[..<middle])
    let right = try balanced(function, operands[middle...])
    let range = SourceRange(left.range.lower, right.range.upper)
    let node = try call(function, [left.node, right.node], range, name: name)
    return Operand(node, range, before: left.name)
  }

  /// `!` and `-`, of which an even number cancels out.
  mutating func unary() throws(Halt) -> Expression {
    let start = here
    let name = token.range
    if isAt(.not) {
      var count = 0
      while skip(.not) { count += 1 }
      let operand = try member()
      return count % 2 == 0 ? operand : try call("!_", [operand], range(from: start), name: name)
    }
    var count = 0
    while isAt(.minus) {
      if let literal = try negativeLiteral() {
        let operand = try members(of: literal, from: literal.range.lower)
        return count % 2 == 0 ? operand : try call("-_", [operand], range(from: start), name: name)
      }
      position += 1
      count += 1
    }
    let operand = try member()
    return count % 2 == 0 ? operand : try call("-_", [operand], range(from: start), name: name)
  }

  /// A minus and a number as one literal, so that the least int can be written.
  private mutating func negativeLiteral() throws(Halt) -> Expression? {
    let start = here
    let kind: Expression.Kind
    switch tokens[position + 1].kind {
    case .int(let magnitude):
      guard magnitude <= Int64.min.magnitude else {
        let range = token.range.union(tokens[position + 1].range)
        report(.numberRange(source.text(of: range)), range)
        throw Halt()
      }
      kind = .literal(.int(magnitude == Int64.min.magnitude ? Int64.min : -Int64(magnitude)))
    case .decimal(let value, let text): kind = .decimal(-value, text: "-" + text)
    default: return nil
    }
    position += 2
    return try make(kind, range(from: start))
  }
}
