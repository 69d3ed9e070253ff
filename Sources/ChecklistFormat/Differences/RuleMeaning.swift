import CEL
import Diagnostics
import InspectionCore

/// A rule as its tree, so that spacing, parentheses and the spelling of literals do not count.
struct RuleMeaning {
  /// The rule as it is shown: written out from its tree where it can be read.
  let text: String
  private let root: Expression?

  private static let environment = Environment(libraries: [.standard, .numbers])

  init(_ text: String) {
    do throws(CompilationError) {
      let parsed = try RuleMeaning.environment.parse(SourceText(name: "<expression>", text: text))
      self.text = parsed.text
      root = parsed.root
    } catch {
      // What cannot be read can only be compared as it stands.
      self.text = text
      root = nil
    }
  }

  /// Whether two rules say the same.
  func isSame(as other: RuleMeaning) -> Bool {
    guard let root, let otherRoot = other.root else { return text == other.text }
    return RuleMeaning.same(root, otherRoot)
  }

  /// The dotted names that the rule mentions, with every beginning of each.
  var names: Set<String> {
    var names: Set<String> = []
    if let root { RuleMeaning.collect(root, into: &names) }
    return names
  }

  private static func collect(_ expression: Expression, into names: inout Set<String>) {
    if let name = expression.qualifiedName {
      var prefix = ""
      for part in name.split(separator: ".") {
        prefix += (prefix.isEmpty ? "" : ".") + part
        names.insert(prefix)
      }
      return
    }
    for child in expression.children { collect(child, into: &names) }
  }

  // MARK: Trees

  private static func same(_ first: Expression, _ second: Expression) -> Bool {
    if let left = number(first), let right = number(second) { return left == right }
    switch (first.kind, second.kind) {
    case (.literal(let left), .literal(let right)): return left.literal == right.literal
    case (.decimal(_, let left), .decimal(_, let right)): return left == right
    case (.identifier(let left), .identifier(let right)): return left == right
    case (.select(let left), .select(let right)):
      return left.field == right.field && left.isTest == right.isTest
        && same(left.operand, right.operand)
    case (.call(let left), .call(let right)): return same(left, right)
    case (.list(let left), .list(let right)):
      return left.map(\.isOptional) == right.map(\.isOptional)
        && same(left.map(\.value), right.map(\.value))
    case (.map(let left), .map(let right)):
      return left.map(\.isOptional) == right.map(\.isOptional)
        && same(left.map(\.key), right.map(\.key)) && same(left.map(\.value), right.map(\.value))
    case (.message(let left), .message(let right)):
      return left.name == right.name && left.fields.map(\.name) == right.fields.map(\.name)
        && left.fields.map(\.isOptional) == right.fields.map(\.isOptional)
        && same(left.fields.map(\.value), right.fields.map(\.value))
    case (.comprehension(let left), .comprehension(let right)):
      return left.variable == right.variable && left.secondVariable == right.secondVariable
        && left.accumulator == right.accumulator && same(first.children, second.children)
    default: return false
    }
  }

  private static func same(_ first: [Expression], _ second: [Expression]) -> Bool {
    first.count == second.count && zip(first, second).allSatisfy { same($0, $1) }
  }

  private static func same(_ first: Expression.Call, _ second: Expression.Call) -> Bool {
    guard first.function == second.function else { return false }
    // Parentheses within a chain of && or || change the tree and not the meaning.
    if first.isChain { return same(operands(first), operands(second)) }
    switch (first.target, second.target) {
    case (nil, nil): break
    case (let left?, let right?): guard same(left, right) else { return false }
    default: return false
    }
    return same(first.arguments, second.arguments)
  }

  private static func operands(_ call: Expression.Call) -> [Expression] {
    call.arguments.flatMap { argument -> [Expression] in
      guard case .call(let inner) = argument.kind, inner.function == call.function else {
        return [argument]
      }
      return operands(inner)
    }
  }

  /// The exact value of a signed number literal, however it is spelled.
  private static func number(_ expression: Expression) -> Rational? {
    switch expression.kind {
    case .literal(.int(let value)): Rational(value)
    case .decimal(_, let text): Rational(decimal: text)
    default: nil
    }
  }
}

extension Expression.Call {
  fileprivate var isChain: Bool { function == "_&&_" || function == "_||_" }
}

extension Check {
  /// The names that its parameters and its condition mention.
  var names: Set<String> {
    var names = condition.map { RuleMeaning($0).names } ?? []
    for value in parameters.values { names.formUnion(value.names) }
    return names
  }

  /// Whether it reads a figure, that of the period before included.
  func reads(_ indicator: String, among names: Set<String>) -> Bool {
    names.contains(indicator) || names.contains("previous." + indicator)
  }
}

extension ParameterValue {
  fileprivate var names: Set<String> {
    switch self {
    case .number, .date, .limit, .shares: []
    case .expression(let text): RuleMeaning(text).names
    case .name(let name): [name]
    case .list(let values): values.reduce(into: []) { $0.formUnion($1.names) }
    }
  }

  /// Whether two values of a parameter say the same; where `isSet`, in whatever order.
  func isSame(as other: ParameterValue, isSet: Bool = false) -> Bool {
    switch (self, other) {
    case (.number(let left, _), .number(let right, _)): return left == right
    case (.expression(let left), .expression(let right)):
      return left == right || RuleMeaning(left).isSame(as: RuleMeaning(right))
    case (.name(let left), .name(let right)): return left == right
    case (.date(let left), .date(let right)): return left == right
    case (.limit(let left), .limit(let right)): return left == right
    case (.shares(let left), .shares(let right)): return left == right
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      if !isSet { return zip(left, right).allSatisfy { $0.isSame(as: $1) } }
      var rest = right
      for value in left {
        guard let place = rest.firstIndex(where: { $0.isSame(as: value) }) else { return false }
        rest.remove(at: place)
      }
      return true
    case (.list(let values), let single), (let single, .list(let values)):
      return values.count == 1 && values[0].isSame(as: single)
    default: return false
    }
  }
}
