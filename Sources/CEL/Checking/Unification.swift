/// The bindings of type variables while one expression is checked, as in cel-go's checker.
struct Unification {
  private var bindings: [String: ValueType] = [:]
  private var made = 0

  /// A type variable that nothing is known of yet.
  mutating func fresh() -> ValueType {
    made += 1
    return .parameter("_var\(made)")
  }

  /// Whether a value of type `source` can stand where `target` is wanted; binds type variables
  /// where it can, and changes nothing where it cannot.
  mutating func assign(_ source: ValueType, to target: ValueType) -> Bool {
    let before = bindings
    if unify(target, source) { return true }
    bindings = before
    return false
  }

  /// Whether all of `sources` can stand where `targets` are wanted.
  mutating func assign(_ sources: [ValueType], to targets: [ValueType]) -> Bool {
    guard sources.count == targets.count else { return false }
    let before = bindings
    for (source, target) in zip(sources, targets) where !unify(target, source) {
      bindings = before
      return false
    }
    return true
  }

  private mutating func unify(_ target: ValueType, _ source: ValueType) -> Bool {
    let target = representative(target)
    let source = representative(source)
    if target == source { return true }
    if case .parameter(let name) = source { return bind(name, target) }
    if case .parameter(let name) = target { return bind(name, source) }
    switch (target, source) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
    case (_, .null): return Unification.isNullable(target)
    case (.null, _): return Unification.isNullable(source)
    case (.wrapper(let inner), .wrapper(let other)): return inner == other
    case (.wrapper(let inner), _): return inner == source
    case (_, .wrapper(let inner)): return inner == target
    case (.list(let one), .list(let other)), (.optional(let one), .optional(let other)):
      return unify(one, other)
    case (.type, .type): return true
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return unify(key, otherKey) && unify(value, otherValue)
    case (.opaque(let name, let parameters), .opaque(let other, let others)):
      guard name == other, parameters.count == others.count else { return false }
      for (one, another) in zip(parameters, others) where !unify(one, another) { return false }
      return true
    default: return false
    }
  }

  private mutating func bind(_ name: String, _ type: ValueType) -> Bool {
    if let bound = bindings[name] {
      if bound == type { return true }
      guard unify(bound, type) || unify(type, bound) else { return false }
      let general = Unification.isAsGeneral(bound, as: type) ? bound : type
      if !mentions(general, name) { bindings[name] = general }
      return true
    }
    guard !mentions(type, name) else { return false }
    bindings[name] = type
    return true
  }

  /// Of variables bound to one another, the last.
  private func representative(_ type: ValueType) -> ValueType {
    var type = type
    while case .parameter(let name) = type, case .parameter? = bindings[name],
      let next = bindings[name]
    {
      type = next
    }
    return type
  }

  private func mentions(_ type: ValueType, _ name: String) -> Bool {
    switch type {
    case .parameter(let other):
      if other == name { return true }
      return bindings[other].map { mentions($0, name) } ?? false
    case .list(let inner), .optional(let inner), .wrapper(let inner), .type(let inner):
      return mentions(inner, name)
    case .map(let key, let value): return mentions(key, name) || mentions(value, name)
    case .opaque(_, let parameters):
      for parameter in parameters where mentions(parameter, name) { return true }
      return false
    default: return false
    }
  }

  /// Whether null can stand for a value of a type.
  private static func isNullable(_ type: ValueType) -> Bool {
    switch type {
    case .wrapper, .object, .opaque, .timestamp, .duration, .optional: true
    default: false
    }
  }

  /// Whether a type takes in all that another does.
  static func isAsGeneral(_ type: ValueType, as other: ValueType) -> Bool {
    switch (type, other) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    case (_, .null) where isNullable(type): true
    case (.type, .type): true
    case (.list(let one), .list(let two)), (.optional(let one), .optional(let two)):
      isAsGeneral(one, as: two)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      isAsGeneral(key, as: otherKey) && isAsGeneral(value, as: otherValue)
    case (.opaque(let name, let parameters), .opaque(let other, let others)):
      name == other && parameters.count == others.count
        && zip(parameters, others).allSatisfy { isAsGeneral($0, as: $1) }
    case (.wrapper(let inner), _): inner == other || type == other
    default: type == other
    }
  }

  /// The type with its bound variables replaced; free ones become `dyn` where `final` is true.
  func resolved(_ type: ValueType, final: Bool = false) -> ValueType {
    switch type {
    case .parameter(let name):
      guard let bound = bindings[name] else { return final ? .dyn : type }
      return resolved(bound, final: final)
    case .list(let inner): return .list(resolved(inner, final: final))
    case .optional(let inner): return .optional(resolved(inner, final: final))
    case .wrapper(let inner): return .wrapper(resolved(inner, final: final))
    case .type(let inner): return .type(resolved(inner, final: final))
    case .map(let key, let value):
      return .map(resolved(key, final: final), resolved(value, final: final))
    case .opaque(let name, let parameters):
      return .opaque(name, parameters.map { resolved($0, final: final) })
    default: return type
    }
  }

  /// An overload's types with fresh variables for its parameters.
  mutating func instance(
    of overload: Overload
  ) -> (parameters: [ValueType], result: ValueType) {
    var names: [String: ValueType] = [:]
    var parameters: [ValueType] = []
    for parameter in overload.parameters { parameters.append(renamed(parameter, &names)) }
    return (parameters, renamed(overload.result, &names))
  }

  private mutating func renamed(_ type: ValueType, _ names: inout [String: ValueType]) -> ValueType
  {
    switch type {
    case .parameter(let name):
      if let known = names[name] { return known }
      let fresh = fresh()
      names[name] = fresh
      return fresh
    case .list(let inner): return .list(renamed(inner, &names))
    case .optional(let inner): return .optional(renamed(inner, &names))
    case .type(let inner): return .type(renamed(inner, &names))
    case .map(let key, let value):
      let key = renamed(key, &names)
      return .map(key, renamed(value, &names))
    case .opaque(let name, let parameters):
      var renamedParameters: [ValueType] = []
      for parameter in parameters { renamedParameters.append(renamed(parameter, &names)) }
      return .opaque(name, renamedParameters)
    default: return type
    }
  }
}
