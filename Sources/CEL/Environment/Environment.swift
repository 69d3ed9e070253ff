public import Diagnostics

/// What an expression may name: variables with their types, functions, and a container.
///
/// Compiling goes in three steps, each of which reports all it finds: ``parse(_:)``, ``check(_:)``
/// and `program(for:)`; `compile(_:)` does all three.
public struct Environment: Sendable {
  /// The namespace in which names are looked up first, such as `google.protobuf`.
  public let container: String
  /// The declared variables with their types, but for an extra one.
  public private(set) var variables: [String: ValueType] = [:]
  /// Whether `has`, `all`, `exists` and the other macros are expanded; otherwise they are calls.
  public var expandsMacros = true
  /// Whether the nearest declared name is looked for where one is unknown, which takes a look at all
  /// of them; to be left out where nobody will read it.
  package var suggestsNames = true

  private var extra: (name: String, type: ValueType)?
  /// The names of the variables in the order of their declaration, with the place of each.
  private var names: [String] = []
  private var slots: [String: Int] = [:]
  /// The names of all variables, in no order.
  var variableNames: [String] { (extra.map { [$0.name] } ?? []) + Array(variables.keys) }
  /// The fields of the host's own types by their names.
  private(set) var records: [String: [String: ValueType]] = [:]
  package private(set) var functions: [String: [Overload]] = [:]
  package private(set) var features: Library.Features = []
  /// The types of libraries by the names that denote them.
  private(set) var namedTypes: [String: ValueType] = [:]
  /// The container and those around it, innermost first, each with a dot at its end.
  private(set) var containers: [String] = []

  /// Creates an environment without variables.
  public init(libraries: [Library] = [.standard], container: String = "") {
    self.container = container
    containers = Environment.prefixes(of: container)
    for library in libraries {
      features.formUnion(library.features)
      for type in library.types { namedTypes[type.runtimeName] = type }
      for function in library.functions { declare(function: function) }
    }
  }

  /// Declares a variable, whose name may be qualified: `staff.total`.
  public mutating func declare(variable name: String, as type: ValueType) {
    variables[name] = type
    if slots[name] == nil {
      slots[name] = names.count
      names.append(name)
    }
  }

  /// The slot of a declared variable in ``Bindings``, or nil where none of that name is declared.
  ///
  /// Slots are counted from 0 in the order of declaration, and stay when more is declared.
  public func slot(of name: String) -> Int? {
    if let slot = slots[name] { return slot }
    guard let extra, sameCodePoints(extra.name, name) else { return nil }
    return names.count
  }

  /// The names of the variables by slot, and the slots by name.
  var layout: (names: [String], slots: [String: Int]) {
    guard let extra, slots[extra.name] == nil else { return (names, slots) }
    var slots = slots
    slots[extra.name] = names.count
    return (names + [extra.name], slots)
  }

  /// Declares one more variable beside the others, which this environment goes on sharing with the
  /// one it was copied from.
  package mutating func declare(extra name: String, as type: ValueType) {
    extra = (name, type)
  }

  /// The type of a declared variable.
  package func type(ofVariable name: String) -> ValueType? {
    if let extra, sameCodePoints(extra.name, name) { return extra.type }
    return variables[name]
  }

  /// Declares the fields of a type of the host, ``ValueType/object(_:)``, whose values are maps with
  /// string keys: a field that is not declared is reported when an expression is checked.
  public mutating func declare(record name: String, fields: [String: ValueType]) {
    records[name] = fields
  }

  /// Adds a function's overloads; an overload with the same id replaces the one before.
  public mutating func declare(function: Function) {
    var overloads = functions[function.name] ?? []
    for overload in function.overloads {
      if let place = overloads.firstIndex(where: { $0.id == overload.id }) {
        overloads[place] = overload
      } else {
        overloads.append(overload)
      }
    }
    functions[function.name] = overloads
  }

  /// The tree of an expression.
  public func parse(_ source: SourceText) throws(CompilationError) -> ParsedExpression {
    try Parser.parse(source, options: ParserOptions(macros: expandsMacros, features: features))
  }

  /// The types of an expression's parts and of the whole.
  public func check(_ parsed: ParsedExpression) throws(CompilationError) -> CheckedExpression {
    try Checker.check(parsed, in: self)
  }

  /// The program of a checked expression.
  public func program(for checked: CheckedExpression) -> Program {
    Program(checked.parsed, types: checked, environment: self)
  }

  /// The program of an expression that is not checked: what the checker would refuse becomes an
  /// error where it is evaluated, and an undeclared variable is looked up in the activation.
  public func program(for parsed: ParsedExpression) -> Program {
    Program(parsed, types: nil, environment: self)
  }

  /// Parses, checks and plans an expression, whose diagnostics are named `<expression>`.
  public func compile(_ expression: String) throws(CompilationError) -> Program {
    try compile(SourceText(name: "<expression>", text: expression))
  }

  /// Parses, checks and plans an expression.
  public func compile(_ source: SourceText) throws(CompilationError) -> Program {
    program(for: try check(try parse(source)))
  }

  private static func prefixes(of container: String) -> [String] {
    var prefixes: [String] = []
    var rest = Array(container.utf8)
    while !rest.isEmpty {
      prefixes.append(String(decoding: rest, as: UTF8.self) + ".")
      while let last = rest.popLast(), last != 0x2E {}
    }
    return prefixes + [""]
  }

  /// The names a name may stand for, innermost container first; a leading dot means the name alone
  /// (langdef.md, "Name Resolution").
  func candidates(for name: String) -> [String] {
    if name.utf8.first == 0x2E { return [String(decoding: name.utf8.dropFirst(), as: UTF8.self)] }
    return containers.map { $0 + name }
  }
}

/// All that is wrong with an expression.
public struct CompilationError: Error, Sendable {
  /// What was found, in the order it was found, at most a hundred.
  public let diagnostics: [Diagnostic]
  /// How many more there were.
  public let leftOut: Int

  init(_ list: DiagnosticList) {
    diagnostics = list.all
    leftOut = list.leftOut
  }
}

/// An expression that has been read, its macros expanded.
public struct ParsedExpression: Sendable {
  /// The text it was read from.
  public let source: SourceText
  package let root: Expression
  /// The macro calls as written, by the number of the node each expanded to.
  package let macroCalls: [Int: Expression]
  /// The number of nodes made in reading it.
  package let nodeCount: Int
}

/// An expression whose types are known.
public struct CheckedExpression: Sendable {
  /// The expression.
  public let parsed: ParsedExpression
  /// The type of the whole.
  public let resultType: ValueType
  /// The type of each node, by its number.
  package let types: [Int: ValueType]
  /// What each name and call stands for, by the number of its node.
  package let references: [Int: Reference]

  /// What a name or a call stands for.
  package enum Reference: Sendable {
    case variable(String)
    case constant(Value)
    case overloads([Overload])
  }
}
