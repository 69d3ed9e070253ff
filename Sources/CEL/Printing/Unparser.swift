extension ParsedExpression {
  /// The expression as text, macros as they were called and parentheses only where they are needed;
  /// reading it gives the same tree.
  public var text: String { Unparser.text(of: root, macroCalls: macroCalls) }
}

/// Writes a tree as an expression that reads as the same tree.
struct Unparser {
  private let macroCalls: [Int: Expression]
  private var text = ""

  /// How tight the parts of an expression bind, from the conditional on (langdef.md, "Syntax").
  private enum Precedence {
    static let conditional = 0
    static let or = 1
    static let and = 2
    static let unary = 6
    static let member = 7
  }

  private init(macroCalls: [Int: Expression]) {
    self.macroCalls = macroCalls
  }

  static func text(of expression: Expression, macroCalls: [Int: Expression] = [:]) -> String {
    var unparser = Unparser(macroCalls: macroCalls)
    unparser.write(expression)
    return unparser.text
  }

  /// Writes an expression, in parentheses where it binds less tight than its place asks for.
  private mutating func write(_ expression: Expression, atLeast wanted: Int = 0) {
    let written = macroCalls[expression.id] ?? expression
    let isEnclosed = precedence(of: written) < wanted
    if isEnclosed { text += "(" }
    writeKind(of: written)
    if isEnclosed { text += ")" }
  }

  private func precedence(of expression: Expression) -> Int {
    switch expression.kind {
    case .literal(.int(let number)): return number < 0 ? Precedence.unary : Precedence.member
    case .decimal(_, let text):
      return text.utf8.first == 0x2D ? Precedence.unary : Precedence.member
    case .call(let call): return form(of: call).precedence
    default: return Precedence.member
    }
  }

  /// How a call is written.
  private enum Form {
    case call
    case conditional
    case unary(String)
    case binary(String, Int)
    case index(String)
    case optionalField(String)

    var precedence: Int {
      switch self {
      case .conditional: Precedence.conditional
      case .binary(_, let precedence): precedence
      case .unary: Precedence.unary
      case .call, .index, .optionalField: Precedence.member
      }
    }
  }

  private func form(of call: Expression.Call) -> Form {
    guard call.target == nil else { return .call }
    switch (call.function, call.arguments.count) {
    case ("_?_:_", 3): return .conditional
    case ("!_", 1): return .unary("!")
    case ("-_", 1): return .unary("-")
    case ("_[_]", 2): return .index("[")
    case ("_[?_]", 2): return .index("[?")
    case ("_?._", 2):
      guard case .literal(.string(let name)) = call.arguments[1].kind else { return .call }
      return .optionalField(name)
    case ("_||_", 2): return .binary("||", Precedence.or)
    case ("_&&_", 2): return .binary("&&", Precedence.and)
    case ("@in", 2): return .binary("in", 3)
    case ("_==_", 2), ("_!=_", 2), ("_<_", 2), ("_<=_", 2), ("_>_", 2), ("_>=_", 2):
      return .binary(mark(of: call), 3)
    case ("_+_", 2), ("_-_", 2): return .binary(mark(of: call), 4)
    case ("_*_", 2), ("_/_", 2), ("_%_", 2): return .binary(mark(of: call), 5)
    default: return .call
    }
  }

  private func mark(of call: Expression.Call) -> String {
    String(decoding: call.function.utf8.dropFirst().dropLast(), as: UTF8.self)
  }

  // MARK: Kinds

  private mutating func writeKind(of expression: Expression) {
    switch expression.kind {
    case .literal(let value): text += value.literal
    case .decimal(_, let digits): text += digits
    case .identifier(let name): text += name
    case .select(let selection):
      if selection.isTest { text += "has(" }
      write(selection.operand, atLeast: Precedence.member)
      text += "."
      writeField(selection.field)
      if selection.isTest { text += ")" }
    case .call(let call): write(call)
    case .list(let elements):
      text += "["
      writeAll(elements) { writer, element in
        if element.isOptional { writer.text += "?" }
        writer.write(element.value)
      }
      text += "]"
    case .map(let entries):
      text += "{"
      writeAll(entries) { writer, entry in
        if entry.isOptional { writer.text += "?" }
        writer.write(entry.key)
        writer.text += ": "
        writer.write(entry.value)
      }
      text += "}"
    case .message(let message):
      text += message.name + "{"
      writeAll(message.fields) { writer, field in
        if field.isOptional { writer.text += "?" }
        writer.writeField(field.name)
        writer.text += ": "
        writer.write(field.value)
      }
      text += "}"
    case .comprehension(let loop):
      // Only a macro makes a loop and its call is kept, so this is for trees not read from a text.
      write(loop.range, atLeast: Precedence.member)
      text += ".@loop(\(loop.variable))"
    }
  }

  private mutating func writeAll<Item>(_ items: [Item], _ write: (inout Unparser, Item) -> Void) {
    var isFirst = true
    for item in items {
      if !isFirst { text += ", " }
      isFirst = false
      write(&self, item)
    }
  }

  private mutating func writeField(_ name: String) {
    let isPlain = Attribute.isIdentifier(name) && Token.Keyword(rawValue: name) == nil
    text += isPlain ? name : "`\(name)`"
  }

  // MARK: Calls

  private mutating func write(_ call: Expression.Call) {
    let arguments = call.arguments
    switch form(of: call) {
    case .conditional:
      write(arguments[0], atLeast: Precedence.or)
      text += " ? "
      write(arguments[1], atLeast: Precedence.or)
      text += " : "
      write(arguments[2])
    case .unary(let mark):
      text += mark
      // A minus before a number would be read as a part of it.
      let isNumber = mark == "-" && beginsWithNumber(arguments[0])
      write(arguments[0], atLeast: isNumber ? Int.max : Precedence.member)
    case .binary(let mark, let precedence) where precedence <= Precedence.and:
      writeChain(call, mark, precedence)
    case .binary(let mark, let precedence):
      write(arguments[0], atLeast: precedence)
      text += " \(mark) "
      write(arguments[1], atLeast: precedence + 1)
    case .index(let mark):
      write(arguments[0], atLeast: Precedence.member)
      text += mark
      write(arguments[1])
      text += "]"
    case .optionalField(let name):
      write(arguments[0], atLeast: Precedence.member)
      text += ".?"
      writeField(name)
    case .call:
      if let target = call.target {
        write(target, atLeast: Precedence.member)
        text += "."
      }
      text += call.function + "("
      writeAll(arguments) { writer, argument in writer.write(argument) }
      text += ")"
    }
  }

  private func beginsWithNumber(_ expression: Expression) -> Bool {
    let written = macroCalls[expression.id] ?? expression
    switch written.kind {
    case .literal(.int), .decimal: return true
    case .select(let selection):
      return !selection.isTest && beginsWithNumber(selection.operand)
    case .call(let call):
      if let target = call.target { return beginsWithNumber(target) }
      switch form(of: call) {
      case .index, .optionalField: return beginsWithNumber(call.arguments[0])
      default: return false
      }
    default: return false
    }
  }

  // MARK: Chains

  /// Writes `&&` or `||`: as a chain as long as the parser would balance into this very tree.
  private mutating func writeChain(_ call: Expression.Call, _ mark: String, _ precedence: Int) {
    var operands: [Expression] = []
    var count = chainLength(call)
    while count > 2 {
      operands = []
      if collect(call.arguments[0], count / 2, call.function, &operands),
        collect(call.arguments[1], count - count / 2, call.function, &operands)
      {
        break
      }
      count -= 1
    }
    if count <= 2 { operands = call.arguments }
    for (index, operand) in operands.enumerated() {
      if index > 0 { text += " \(mark) " }
      write(operand, atLeast: precedence + 1)
    }
  }

  /// The number of operands if no parentheses were needed.
  private func chainLength(_ call: Expression.Call) -> Int {
    var count = 0
    for argument in call.arguments {
      if let inner = link(argument, call.function) {
        count += chainLength(inner)
      } else {
        count += 1
      }
    }
    return count
  }

  private func link(_ expression: Expression, _ function: String) -> Expression.Call? {
    guard macroCalls[expression.id] == nil, case .call(let call) = expression.kind,
      call.target == nil, call.arguments.count == 2, sameCodePoints(call.function, function)
    else { return nil }
    return call
  }

  /// Collects the operands of a chain of a length; false where the tree is not balanced like it.
  private func collect(
    _ expression: Expression, _ count: Int, _ function: String, _ operands: inout [Expression]
  ) -> Bool {
    guard count > 1 else {
      operands.append(expression)
      return true
    }
    guard let call = link(expression, function) else { return false }
    return collect(call.arguments[0], count / 2, function, &operands)
      && collect(call.arguments[1], count - count / 2, function, &operands)
  }
}
