import Diagnostics

extension Checker {
  /// The type of a call, whose overloads are chosen by the types of its arguments.
  mutating func call(_ call: Expression.Call, _ expression: Expression) -> ValueType {
    if call.function == "_?._" { return optionalField(call, expression) }
    guard let target = call.target else {
      guard let function = environment.resolve(function: call.function) else {
        return unknown(call, target: nil)
      }
      return resolve(function.overloads, isMember: false, call, call.arguments, expression)
    }
    if let function = namespaced(call, target) {
      return resolve(function.overloads, isMember: false, call, call.arguments, expression)
    }
    guard let overloads = environment.functions[call.function] else {
      return unknown(call, target: target)
    }
    return resolve(overloads, isMember: true, call, [target] + call.arguments, expression)
  }

  /// The global function that target and name spell together: `math.least`.
  private func namespaced(
    _ call: Expression.Call, _ target: Expression
  ) -> (name: String, overloads: [Overload])? {
    guard let chain = target.chain, local(chain[0].name) == nil else { return nil }
    let namespace = chain.map { $0.name }.joined(separator: ".")
    return environment.resolve(function: namespace + "." + call.function)
  }

  private mutating func unknown(_ call: Expression.Call, target: Expression?) -> ValueType {
    var names: [String] = ["has", "all", "exists", "exists_one", "map", "filter"]
    for name in environment.functions.keys where isWord(name) { names.append(name) }
    // `mth.least(1, 2)` is one misspelt name, not a method of something called `mth`.
    var qualified: (name: String, nearest: String)?
    if let target, let chain = target.chain, local(chain[0].name) == nil,
      environment.resolve(chain.map { $0.name }) == nil
    {
      let name = (chain.map { $0.name } + [call.function]).joined(separator: ".")
      if let nearest = nearest(to: name, in: names) { qualified = (name, nearest) }
    }
    if let target, qualified == nil { _ = check(target) }
    for argument in call.arguments { _ = check(argument) }
    if let target, let qualified {
      report(
        .unknownFunction(qualified.name, nearest: qualified.nearest),
        target.range.union(call.nameRange))
    } else {
      let nearest = nearest(to: call.function, in: names)
      report(.unknownFunction(shortened(call.function), nearest: nearest), call.nameRange)
    }
    return .error
  }

  private func isWord(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return false }
    return first != 0x5F && first != 0x40 && first != 0x21 && first != 0x2D
  }

  private mutating func resolve(
    _ overloads: [Overload], isMember: Bool, _ call: Expression.Call, _ arguments: [Expression],
    _ expression: Expression
  ) -> ValueType {
    var given: [ValueType] = []
    for argument in arguments { given.append(check(argument)) }
    var isOpen = false
    for type in given where unification.resolved(type) == .dyn { isOpen = true }
    var matching: [Overload] = []
    var result: ValueType?
    for overload in overloads {
      guard overload.isMember == isMember, overload.parameters.count == given.count else {
        continue
      }
      let instance = unification.instance(of: overload)
      guard unification.assign(given, to: instance.parameters) else { continue }
      matching.append(overload)
      // A part of what has any type has any type, too: left open, it would be taken for the type
      // that the first overload around it wants.
      let type = unification.resolved(instance.result, final: isOpen)
      if let known = result, known != type { result = .dyn } else { result = type }
    }
    guard let result else {
      reportNoOverload(overloads, isMember: isMember, call, given)
      return .error
    }
    references[expression.id] = .overloads(matching)
    checkPattern(matching, arguments)
    return result
  }

  /// Reports a pattern that is written out and cannot be used, rather than at each evaluation.
  private mutating func checkPattern(_ overloads: [Overload], _ arguments: [Expression]) {
    guard overloads.first?.isPatternSearch ?? false, arguments.count == 2,
      case .literal(.string(let pattern)) = arguments[1].kind,
      case .failure(let problem) = Pattern.compile(pattern)
    else { return }
    report(.badPattern(problem.message), arguments[1].range)
  }

  private mutating func reportNoOverload(
    _ overloads: [Overload], isMember: Bool, _ call: Expression.Call, _ given: [ValueType]
  ) {
    var arguments: [ValueType] = []
    for type in given { arguments.append(unification.resolved(type, final: true)) }
    var offered: [[ValueType]] = []
    for overload in overloads where overload.isMember == isMember {
      offered.append(overload.parameters)
    }
    report(
      .noOverload(function: call.function, arguments: arguments, offered: offered),
      call.nameRange)
  }

  /// The type of `a.?b`.
  private mutating func optionalField(
    _ call: Expression.Call, _ expression: Expression
  ) -> ValueType {
    guard call.arguments.count == 2, case .literal(.string(let name)) = call.arguments[1].kind
    else { return .error }
    types[call.arguments[1].id] = .string
    let type = field(name, of: check(call.arguments[0]), expression)
    switch unification.resolved(type) {
    case .optional, .error: return type
    default: return .optional(type)
    }
  }
}
