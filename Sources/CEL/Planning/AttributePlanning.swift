import Diagnostics

/// A variable of the activation with the steps that lead into its value.
struct PlannedAttribute: Sendable {
  /// The variables it may be, with the names that are fields of each, the likeliest first; an
  /// unchecked expression has several, of which the first that has a value is meant.
  var roots: [(slot: Int, fields: [PathStep])]
  var path: [PathStep] = []
  /// The name as written, for messages.
  let name: String
}

extension Planner {
  /// The closure of a name, a field or a test for one.
  mutating func reading(_ expression: Expression) -> Step {
    if case .select(let selection) = expression.kind, selection.isTest {
      return test(selection, expression)
    }
    if let step = local(expression) { return step }
    if let attribute = attribute(expression) { return reading(attribute, expression.range) }
    guard case .select(let selection) = expression.kind else {
      // A name that is neither local nor an attribute is a constant.
      let value = namedConstant(expression)
      return { _ in value }
    }
    if let value = constantIfAny(expression) { return { _ in value } }
    let name = FieldName(selection.field)
    let range = expression.range
    if let place = localPlace(selection.operand) {
      let part = tracedPart(selection.operand, depth)
      return { frame in
        if let part { frame.record(local: place, part) }
        return frame.field(name, ofLocal: place) ?? field(name, of: frame[local: place], range)
      }
    }
    let operand = plan(selection.operand)
    return { frame in field(name, of: operand(&frame), range) }
  }

  private func local(_ expression: Expression) -> Step? {
    guard let place = localPlace(expression) else { return nil }
    return { frame in frame[local: place] }
  }

  /// The place of an expression that is nothing but a variable of a loop.
  func localPlace(_ expression: Expression) -> Int? {
    if case .identifier(let name) = expression.kind { local(name) } else { nil }
  }

  private func constantIfAny(_ expression: Expression) -> Value? {
    guard let chain = expression.chain, local(chain[0].name) == nil,
      let resolved = environment.resolve(chain.map { $0.name }), resolved.parts == chain.count,
      case .constant(let value) = resolved.meaning
    else { return nil }
    return value
  }

  private func namedConstant(_ expression: Expression) -> Value {
    constantIfAny(expression) ?? .failure(.noSuchAttribute, "no such attribute")
  }

  /// The attribute an expression reads, or nil where it is computed.
  mutating func attribute(_ expression: Expression) -> PlannedAttribute? {
    if let chain = expression.chain { return attribute(chain, expression) }
    switch expression.kind {
    case .select(let selection):
      guard !selection.isTest, var attribute = attribute(selection.operand) else { return nil }
      attribute.path.append(.field(FieldName(selection.field), expression.range))
      return attribute
    case .call(let call):
      guard call.arguments.count == 2 else { return nil }
      switch call.function {
      case "_[_]":
        guard var attribute = attribute(call.arguments[0]) else { return nil }
        attribute.path.append(step(call.arguments[1], isOptional: false, expression.range))
        return attribute
      case "_[?_]":
        guard var attribute = attribute(call.arguments[0]) else { return nil }
        attribute.path.append(step(call.arguments[1], isOptional: true, expression.range))
        return attribute
      case "_?._":
        guard case .literal(.string(let name)) = call.arguments[1].kind,
          var attribute = attribute(call.arguments[0])
        else { return nil }
        attribute.path.append(.optionalField(FieldName(name), expression.range))
        return attribute
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func attribute(
    _ chain: [(name: String, node: Expression)], _ expression: Expression
  ) -> PlannedAttribute? {
    guard local(chain[0].name) == nil else { return nil }
    let names = chain.map { $0.name }
    var attribute = PlannedAttribute(roots: [], name: names.joined(separator: "."))
    if let resolved = environment.resolve(names) {
      guard case .variable(let name, _) = resolved.meaning else { return nil }
      let slot = slot(of: name, readAt: expression.range.lower)
      attribute.roots.append((slot, fields(chain, from: resolved.parts)))
      return attribute
    }
    for count in stride(from: names.count, to: 0, by: -1) {
      for name in environment.candidates(for: names[..<count].joined(separator: ".")) {
        let slot = slot(of: name, readAt: expression.range.lower)
        attribute.roots.append((slot, fields(chain, from: count)))
      }
    }
    return attribute
  }

  private func fields(
    _ chain: [(name: String, node: Expression)], from start: Int
  ) -> [PathStep] {
    chain[start...].map { .field(FieldName($0.name), $0.node.range) }
  }

  /// The step of an index in brackets; a text that is written out is a field.
  mutating func step(_ index: Expression, isOptional: Bool, _ range: SourceRange) -> PathStep {
    if !isTraced, case .literal(.string(let name)) = index.kind {
      let name = FieldName(name)
      return isOptional ? .optionalField(name, range) : .field(name, range)
    }
    let index = plan(index)
    return isOptional ? .optionalIndex(index, range) : .index(index, range)
  }

  /// The closure of an attribute, which looks for unknown parts only where some are given.
  func reading(_ attribute: PlannedAttribute, _ range: SourceRange) -> Step {
    let missing = missing(attribute, range)
    guard attribute.roots.count == 1 else { return reading(oneOf: attribute, missing) }
    let slot = attribute.roots[0].slot
    let path = attribute.roots[0].fields + attribute.path
    if path.isEmpty {
      return { frame in
        if !frame.patterns.isEmpty, let unknown = unknown(slot, [], nil, &frame) { return unknown }
        return frame.value(slot) ?? missing
      }
    }
    if path.count == 1, case .field(let name, let range) = path[0] {
      return { frame in
        if !frame.patterns.isEmpty, let unknown = unknown(slot, path, nil, &frame) {
          return unknown
        }
        if let found = frame.field(name, of: slot) { return found }
        guard let value = frame.value(slot) else { return missing }
        return field(name, of: value, range)
      }
    }
    return { frame in
      if let unknown = unknown(slot, path, nil, &frame) { return unknown }
      guard var value = frame.value(slot) else { return missing }
      for step in path { value = apply(step, to: value, &frame) }
      return value
    }
  }

  private func reading(oneOf attribute: PlannedAttribute, _ missing: Value) -> Step {
    { frame in
      for root in attribute.roots {
        let path = root.fields + attribute.path
        if let unknown = unknown(root.slot, path, nil, &frame) { return unknown }
        guard var value = frame.value(root.slot) else { continue }
        for step in path { value = apply(step, to: value, &frame) }
        return value
      }
      return missing
    }
  }

  private func missing(_ attribute: PlannedAttribute, _ range: SourceRange) -> Value {
    Value.failure(.noSuchAttribute, "no such attribute: \(attribute.name)").located(at: range)
  }

  /// `has(a.b)`: whether the field is there, unknown where it may be.
  private mutating func test(_ selection: Expression.Selection, _ expression: Expression) -> Step {
    let range = expression.range
    let field = selection.field
    if localPlace(selection.operand) == nil, let attribute = attribute(selection.operand) {
      let missing = missing(attribute, range)
      return { frame in
        for root in attribute.roots {
          let path = root.fields + attribute.path
          if let unknown = unknown(root.slot, path, field, &frame) { return unknown }
          guard var value = frame.value(root.slot) else { continue }
          for step in path { value = apply(step, to: value, &frame) }
          return presence(of: field, in: value).located(at: range)
        }
        return missing
      }
    }
    let operand = plan(selection.operand)
    return { frame in presence(of: field, in: operand(&frame)).located(at: range) }
  }
}

private func presence(of field: String, in value: Value) -> Value {
  switch value {
  case .error, .unknown: value
  case .map(let map): .bool(map[field] != nil)
  case .optional(let inner?): presence(of: field, in: inner)
  case .optional(nil): .bool(false)
  default: .noSuchOverload
  }
}

/// The unknown that an attribute is by the patterns of its variable, or nil where it is known.
private func unknown(
  _ slot: Int, _ path: [PathStep], _ tested: String?, _ frame: inout Frame
) -> Value? {
  let isWhole = isUnknownWhole(slot, frame)
  if frame.patterns.isEmpty && !isWhole { return nil }
  let patterns = frame.patterns(slot)
  if patterns.isEmpty && !isWhole { return nil }
  var qualifiers: [Attribute.Qualifier] = []
  for step in path {
    switch step {
    case .field(let name, _), .optionalField(let name, _): qualifiers.append(.field(name.text))
    case .index(let index, _), .optionalIndex(let index, _):
      let value = index(&frame)
      if value.isFailure { return value }
      guard let qualifier = Attribute.Qualifier(value) else { return .noSuchOverload }
      qualifiers.append(qualifier)
    }
  }
  if let tested { qualifiers.append(.field(tested)) }
  for pattern in patterns {
    let known: Int
    switch pattern.match(qualifiers) {
    case .none: continue
    case .whole(let count): known = count
    case .part: known = qualifiers.count
    }
    let attribute = Attribute(
      variable: pattern.variable, qualifiers: Array(qualifiers.prefix(known)))
    return .unknown(UnknownSet([attribute]))
  }
  return nil
}

/// Whether the variable itself is given as unknown; the indices on the way into it then still say
/// what they are waiting for.
private func isUnknownWhole(_ slot: Int, _ frame: borrowing Frame) -> Bool {
  if case .unknown? = frame.value(slot) { true } else { false }
}
