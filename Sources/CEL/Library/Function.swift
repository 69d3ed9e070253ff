/// A set of functions an environment offers, with what else belongs to them.
public struct Library: Sendable {
  /// The functions.
  public let functions: [Function]
  /// The types that an expression may name as values, such as `net.IP`.
  public let types: [ValueType]
  /// What the library changes in the language.
  package let features: Features

  /// Changes in the language that a library brings.
  package struct Features: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// A decimal literal is an exact `number`.
    package static let exactDecimals = Features(rawValue: 1)
    /// `a.?b`, `a[?b]` and `{?k: v}` are read.
    package static let optionalSyntax = Features(rawValue: 2)
    /// `e.all(i, v, …)`, `transformList` and their like are read.
    package static let twoVariableMacros = Features(rawValue: 4)
    /// `cel.bind(name, value, expression)` is read.
    package static let bindings = Features(rawValue: 8)
    /// `math.least(…)` and `math.greatest(…)` take any number of arguments.
    package static let mathematics = Features(rawValue: 16)
    /// `list.sortBy(name, key)` is read.
    package static let sorting = Features(rawValue: 32)
  }

  /// Creates a library of functions.
  ///
  /// - Parameters:
  ///   - functions: the functions, of which those of one name are taken together.
  ///   - types: the types of the host that an expression may name as values.
  public init(functions: [Function], types: [ValueType] = []) {
    self.init(functions: functions, features: [], types: types)
  }

  package init(functions: [Function], features: Features, types: [ValueType] = []) {
    self.functions = functions
    self.types = types
    self.features = features
  }
}

/// A function by its name, with one overload for each list of parameter types.
public struct Function: Sendable {
  /// The name, which may be qualified (`math.greatest`); operators are spelt as `_+_`.
  public let name: String
  /// The overloads, tried in order.
  public let overloads: [Overload]

  /// Creates a function.
  public init(_ name: String, overloads: [Overload]) {
    self.name = name
    self.overloads = overloads
  }
}

/// One signature of a function with its implementation.
public struct Overload: Sendable {
  /// A stable identifier, such as `size_list`.
  public let id: String
  /// The types of the parameters, the receiver of a member function first.
  public let parameters: [ValueType]
  /// Whether the function is called on its first argument: `list.size()`.
  public let isMember: Bool
  /// The type of the result.
  public let result: ValueType
  /// The computation.
  let body: Body
  /// The kinds of values each parameter takes.
  let kinds: [Kinds]
  /// Whether a parameter takes values of a type of libraries or of the host, known by its name.
  private let hasOpaque: Bool
  /// How dear the work on one byte or element is, 0 where a call takes as long however large its
  /// arguments are.
  let weight: Int

  /// A computation by the number of its arguments, so that the common ones need no array.
  package enum Body: Sendable {
    case unary(@Sendable (Value) -> Value)
    /// The one computation of all overloads of a standard conversion.
    case conversion(@Sendable (Value) -> Value)
    case binary(@Sendable (Value, Value) -> Value)
    case any(@Sendable ([Value]) -> Value)
    case operation(Operator)
    /// A computation of one argument or two that adds how many pairs of values it compared.
    case comparing(@Sendable (Value, Value?, inout Int) -> Value)
  }

  /// Creates an overload.
  ///
  /// - Parameters:
  ///   - id: a stable identifier, such as `size_list`.
  ///   - parameters: the types of the parameters, the receiver of a member function first.
  ///   - isMember: whether the function is called on its first argument: `list.size()`.
  ///   - result: the type of the result.
  ///   - implementation: takes arguments that match `parameters`, never an error or an unknown, and
  ///     gives a value or `Value.error`.
  public init(
    id: String, parameters: [ValueType], isMember: Bool = false, result: ValueType,
    implementation: @escaping @Sendable ([Value]) -> Value
  ) {
    self.init(
      id, parameters, isMember: isMember, result: result, body: .any(implementation))
  }

  package init(
    _ id: String, _ parameters: [ValueType], isMember: Bool = false, result: ValueType, body: Body
  ) {
    self.id = id
    self.parameters = parameters
    self.isMember = isMember
    self.result = result
    self.body = body
    kinds = parameters.map { $0.kinds }
    hasOpaque = kinds.contains { $0.contains(.opaque) && $0 != .all }
    weight = Overload.weight(id)
  }

  /// Whether this is the standard `matches`, whose pattern is compiled once where it is a literal.
  var isPatternSearch: Bool { id == "matches" || id == "matches_string" }

  /// The kinds of values each parameter takes, where that is all there is to know.
  var plainKinds: [Kinds]? { hasOpaque ? nil : kinds }

  /// Whether arguments fit the parameters.
  func accepts(_ first: Value) -> Bool {
    if hasOpaque { return accepts([first]) }
    return kinds.count == 1 && kinds[0].holds(first)
  }

  /// Whether arguments fit the parameters.
  func accepts(_ first: Value, _ second: Value) -> Bool {
    if hasOpaque { return accepts([first, second]) }
    return kinds.count == 2 && kinds[0].holds(first)
      && kinds[1].holds(second)
  }

  /// Whether arguments fit the parameters.
  func accepts(_ arguments: [Value]) -> Bool {
    guard arguments.count == parameters.count else { return false }
    for (argument, type) in zip(arguments, parameters) where !argument.matches(type) {
      return false
    }
    return true
  }

  private func compared(
    _ arguments: [Value], _ body: @Sendable (Value, Value?, inout Int) -> Value
  ) -> Value {
    var pairs = 0
    guard let first = arguments.first else { return .noSuchOverload }
    return body(first, arguments.count > 1 ? arguments[1] : nil, &pairs)
  }

  /// The result for arguments that fit.
  func call(_ arguments: [Value]) -> Value {
    switch body {
    case .unary(let body), .conversion(let body):
      arguments.count == 1 ? body(arguments[0]) : .noSuchOverload
    case .binary(let body):
      arguments.count == 2 ? body(arguments[0], arguments[1]) : .noSuchOverload
    case .any(let body): body(arguments)
    case .operation(let operation):
      arguments.count == 2 ? operation.apply(arguments[0], arguments[1]) : .noSuchOverload
    case .comparing(let body): compared(arguments, body)
    }
  }
}
