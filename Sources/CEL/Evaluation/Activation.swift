/// What the variables of an expression stand for in one evaluation.
public struct Activation: Sendable {
  /// The values by declared name, qualified names such as `staff.total` included.
  public var values: [String: Value]
  /// The parts of the input that are not known.
  public var unknowns: [AttributePattern] { didSet { index() } }
  /// The variables that are not known at all, each with the unknown that it is.
  private var unknownWholes: [String: Value] = [:]
  /// The unknown parts of other variables.
  private var unknownParts: [AttributePattern] = []

  /// Creates an activation; a declared variable in neither list is an error where it is read.
  public init(_ values: [String: Value] = [:], unknowns: [AttributePattern] = []) {
    self.values = values
    self.unknowns = unknowns
    index()
  }

  private mutating func index() {
    unknownWholes = [:]
    unknownParts = []
    for pattern in unknowns {
      if pattern.qualifiers.isEmpty {
        unknownWholes[pattern.variable] = .unknown(of: pattern.variable)
      } else {
        unknownParts.append(pattern)
      }
    }
  }

  /// The value of a variable, or the unknown that it is.
  @inline(__always)
  func value(of variable: String) -> Value? {
    if !unknownWholes.isEmpty, let unknown = unknownWholes[variable] { return unknown }
    return values[variable]
  }

  /// The unknown parts of variables by their places; empty where there are none at all.
  func patterns(of variables: [String]) -> [[AttributePattern]] {
    guard !unknownParts.isEmpty else { return [] }
    return variables.map { variable in
      unknownParts.filter { sameCodePoints($0.variable, variable) }
    }
  }
}

extension Value {
  /// The unknown that a variable is.
  static func unknown(of variable: String) -> Value {
    .unknown(UnknownSet([Attribute(variable: variable)]))
  }
}

/// A set of attributes: a variable and a path into it, where `*` stands for any step.
public struct AttributePattern: Hashable, Sendable {
  /// The name of the variable as it was declared.
  public let variable: String
  /// The path; nil stands for any step.
  public let qualifiers: [Attribute.Qualifier?]

  /// Creates a pattern.
  public init(variable: String, qualifiers: [Attribute.Qualifier?] = []) {
    self.variable = variable
    self.qualifiers = qualifiers
  }

  /// How a pattern meets an attribute.
  enum Match {
    case none
    /// The attribute lies in the pattern from this many of its qualifiers on.
    case whole(Int)
    /// The pattern names a part of the attribute.
    case part
  }

  /// Whether the attribute is unknown by this pattern, wholly or in part.
  func match(_ path: [Attribute.Qualifier]) -> Match {
    for (wanted, found) in zip(qualifiers, path) {
      if let wanted, wanted != found { return .none }
    }
    return path.count < qualifiers.count ? .part : .whole(qualifiers.count)
  }
}

extension AttributePattern {
  /// Reads a dotted pattern such as `indicators.communes` or `rows.*`, all of it below `variable`.
  ///
  /// - Parameters:
  ///   - text: the path; steps between dots, decimal digits being an index and `*` any step.
  ///   - variable: the name of the variable where that name itself has dots; otherwise the first
  ///     step is the variable.
  public init(_ text: String, variable: String? = nil) {
    var steps: [String] = []
    var rest = text
    if let variable, sameCodePoints(variable, text) {
      self.init(variable: variable)
      return
    }
    if let variable, text.utf8.count > variable.utf8.count {
      rest = String(decoding: text.utf8.dropFirst(variable.utf8.count + 1), as: UTF8.self)
      steps.append(variable)
    }
    for part in rest.utf8.split(separator: 0x2E) {
      steps.append(String(decoding: part, as: UTF8.self))
    }
    var qualifiers: [Attribute.Qualifier?] = []
    for step in steps.dropFirst() {
      if step == "*" {
        qualifiers.append(nil)
      } else if let index = Int64(step) {
        qualifiers.append(.index(index))
      } else {
        qualifiers.append(.field(step))
      }
    }
    self.init(variable: steps.first ?? "", qualifiers: qualifiers)
  }
}

/// What came of an evaluation.
public enum Outcome: Sendable {
  /// A value.
  case value(Value)
  /// No value, because these attributes are unknown; sorted, each once.
  case unknown([Attribute])
  /// No value, because something went wrong.
  indirect case error(EvaluationError)

  /// Sorts a result by what it is.
  init(_ value: Value) {
    switch value {
    case .error(let error): self = .error(error)
    case .unknown(let set): self = .unknown(set.attributes)
    default: self = .value(value)
    }
  }
}
