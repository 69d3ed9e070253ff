import Diagnostics

extension Checker {
  /// The type of a name, or of a chain of fields that may be a qualified name.
  mutating func name(_ expression: Expression) -> ValueType {
    guard let chain = expression.chain else { return .error }
    if let local = local(chain[0].name) {
      return fields(from: 1, of: chain, beginning: local)
    }
    let names = chain.map { $0.name }
    guard let resolved = environment.resolve(names) else {
      reportUnknown(chain)
      for step in chain { types[step.node.id] = .error }
      return .error
    }
    let node = chain[resolved.parts - 1].node
    let type: ValueType
    switch resolved.meaning {
    case .variable(let name, let declared):
      references[node.id] = .variable(name)
      type = declared
    case .constant(let value):
      references[node.id] = .constant(value)
      if case .type(let inner) = value { type = .type(inner) } else { type = value.type }
    }
    return fields(from: resolved.parts, of: chain, beginning: type)
  }

  /// The type of a macro's variable, the innermost of that name.
  func local(_ name: String) -> ValueType? {
    for local in locals.reversed() where sameCodePoints(local.name, name) { return local.type }
    return nil
  }

  private mutating func fields(
    from start: Int, of chain: [(name: String, node: Expression)], beginning: ValueType
  ) -> ValueType {
    var type = beginning
    types[chain[start - 1].node.id] = type
    for step in chain[start...] {
      type = field(step.name, of: type, step.node)
      types[step.node.id] = type
    }
    return type
  }

  /// The type of a field of a value.
  mutating func field(
    _ name: String, of type: ValueType, _ expression: Expression
  ) -> ValueType {
    switch unification.resolved(type) {
    case .map(let key, let value):
      guard unification.assign(.string, to: key) else {
        report(.wrongType(found: .string, wanted: key), expression.range)
        return .error
      }
      return value
    case .dyn: return .dyn
    case .error: return .error
    case .object(let record):
      guard let fields = environment.records[record] else {
        report(.noField(.object(record)), expression.range)
        return .error
      }
      if let type = fields[name] { return type }
      let nearest = nearest(to: name, in: fields.keys)
      report(.unknownField(name, of: .object(record), nearest: nearest), expression.range)
      return .error
    case .optional(let inner):
      let inner = field(name, of: inner, expression)
      return .optional(inner)
    case .parameter:
      _ = unification.assign(.dyn, to: type)
      return .dyn
    case let other:
      report(.noField(other), expression.range)
      return .error
    }
  }

  /// The name nearest to a misspelt one, where it is wanted.
  func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    environment.suggestsNames ? nearestName(to: name, in: candidates) : nil
  }

  /// Reports a chain none of whose prefixes is declared as one misspelt name: the longest prefix
  /// that is near a declared name, or else the whole.
  private mutating func reportUnknown(_ chain: [(name: String, node: Expression)]) {
    var declared = environment.suggestsNames ? environment.variableNames : []
    for local in locals where local.name.utf8.first != 0x40 { declared.append(local.name) }
    for count in stride(from: chain.count, to: 0, by: -1) {
      let name = chain[..<count].map { $0.name }.joined(separator: ".")
      if let nearest = nearest(to: name, in: declared) {
        report(.unknownName(name, nearest: nearest), chain[count - 1].node.range)
        return
      }
    }
    let name = chain.map { $0.name }.joined(separator: ".")
    guard let last = chain.last else { return }
    report(.unknownName(shortened(name), nearest: nil), last.node.range)
  }
}
