extension CheckedExpression {
  /// The variables and the parts of them that the expression may read, as far as they are written
  /// out: of `rows[i].x` it is `rows`, of `rows[0].x` it is `rows[0].x`. The variables of macros are
  /// not among them. Sorted by their text, each once.
  public var reads: [Attribute] {
    var found: [Attribute] = []
    collect(parsed.root, into: &found)
    return UnknownSet(found).attributes
  }

  private func collect(_ expression: Expression, into found: inout [Attribute]) {
    if let attribute = attribute(expression) {
      found.append(attribute)
      collectIndices(expression, into: &found)
      return
    }
    for child in expression.children { collect(child, into: &found) }
  }

  /// Collects what the indices on the way to an attribute read.
  private func collectIndices(_ expression: Expression, into found: inout [Attribute]) {
    switch expression.kind {
    case .select(let selection): collectIndices(selection.operand, into: &found)
    case .call(let call) where call.arguments.count == 2:
      collectIndices(call.arguments[0], into: &found)
      collect(call.arguments[1], into: &found)
    default: break
    }
  }

  /// The attribute an expression is, as far as its way is written out; nil for what is computed.
  private func attribute(_ expression: Expression) -> Attribute? {
    extended(expression)?.attribute
  }

  /// The attribute and whether it can be followed further: a computed index ends its way.
  private func extended(_ expression: Expression) -> (attribute: Attribute, isOpen: Bool)? {
    if case .variable(let name)? = references[expression.id] {
      return (Attribute(variable: name), true)
    }
    switch expression.kind {
    case .select(let selection):
      return extended(selection.operand).map { step($0, .field(selection.field)) }
    case .call(let call) where call.target == nil && call.arguments.count == 2:
      switch call.function {
      case "_[_]", "_[?_]", "_?._":
        guard let operand = extended(call.arguments[0]) else { return nil }
        guard case .literal(let key) = call.arguments[1].kind,
          let qualifier = Attribute.Qualifier(key)
        else { return (operand.attribute, false) }
        return step(operand, qualifier)
      default: return nil
      }
    default: return nil
    }
  }

  private func step(
    _ operand: (attribute: Attribute, isOpen: Bool), _ qualifier: Attribute.Qualifier
  ) -> (attribute: Attribute, isOpen: Bool) {
    guard operand.isOpen else { return operand }
    let attribute = Attribute(
      variable: operand.attribute.variable, qualifiers: operand.attribute.qualifiers + [qualifier])
    return (attribute, true)
  }
}
