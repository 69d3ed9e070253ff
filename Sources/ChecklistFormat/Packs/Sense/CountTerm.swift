import CEL
import Diagnostics
import InspectionCore

/// What a figure is to the public.
enum CountRole {
  /// A count of children or cases, masked from 1 to 4.
  case count(from: Rational?, to: Rational?)
  /// Any other figure, which is shown.
  case shown(from: Rational?, to: Rational?, isWhole: Bool)

  /// The figure nearest to another that the bounds of this one allow.
  func nearest(to number: Rational) -> Rational {
    switch self {
    case .count(let from, let to), .shown(let from, let to, _):
      if let from, number < from { return from }
      if let to, number > to { return to }
      return number
    }
  }

  /// Whether the bounds allow a figure.
  func allows(_ number: Rational) -> Bool { nearest(to: number) == number }
}

/// The value of an expression, as far as it is worked out from figures by `+ − × ÷`.
indirect enum CountTerm {
  enum Operation {
    case sum, difference, product, quotient
  }

  case number(Rational)
  /// A figure by its name; see ``CountScope``.
  case figure(String)
  case operation(Operation, CountTerm, CountTerm)

  /// The value with these figures; nil where it cannot be computed, or one is not among them.
  func value(with figures: [String: Rational]) -> Rational? {
    switch self {
    case .number(let number): return number
    case .figure(let name): return figures[name]
    case .operation(let operation, let left, let right):
      guard let first = left.value(with: figures), let second = right.value(with: figures)
      else { return nil }
      return operation.result(first, second)
    }
  }

  /// The value of `figure` with which this comes to `goal`, where it stands in here once.
  func solved(for figure: String, at goal: Rational, with figures: [String: Rational]) -> Rational?
  {
    switch self {
    case .number: return nil
    case .figure(let name): return name == figure ? goal : nil
    case .operation(let operation, let left, let right):
      if left.holds(figure) {
        guard let other = right.value(with: figures) else { return nil }
        let inner: Rational? =
          switch operation {
          case .sum: Operation.difference.result(goal, other)
          case .difference: Operation.sum.result(goal, other)
          case .product: Operation.quotient.result(goal, other)
          case .quotient: Operation.product.result(goal, other)
          }
        return inner.flatMap { left.solved(for: figure, at: $0, with: figures) }
      }
      guard let other = left.value(with: figures) else { return nil }
      let inner: Rational? =
        switch operation {
        case .sum: Operation.difference.result(goal, other)
        case .difference: Operation.difference.result(other, goal)
        case .product: Operation.quotient.result(goal, other)
        case .quotient: Operation.quotient.result(other, goal)
        }
      return inner.flatMap { right.solved(for: figure, at: $0, with: figures) }
    }
  }

  /// The names of its figures, in order, one as often as it stands here.
  var figures: [String] {
    switch self {
    case .number: []
    case .figure(let name): [name]
    case .operation(_, let left, let right): left.figures + right.figures
    }
  }

  /// Whether a number other than 0 is written out in it.
  var holdsNumber: Bool {
    switch self {
    case .number(let number): !number.isZero
    case .figure: false
    case .operation(_, let left, let right): left.holdsNumber || right.holdsNumber
    }
  }

  private func holds(_ figure: String) -> Bool {
    switch self {
    case .number: false
    case .figure(let name): name == figure
    case .operation(_, let left, let right): left.holds(figure) || right.holds(figure)
    }
  }
}

extension CountTerm.Operation {
  func result(_ first: Rational, _ second: Rational) -> Rational? {
    do throws(NumberError) {
      switch self {
      case .sum: return try first.adding(second)
      case .difference: return try first.subtracting(second)
      case .product: return try first.multiplied(by: second)
      case .quotient: return try first.divided(by: second)
      }
    } catch {
      return nil
    }
  }
}

/// A condition that is true, or false, wherever a part of a rule matters.
struct CountGuard {
  let condition: Expression
  let holds: Bool
}

/// One of the values that an expression may have, with the conditions under which it has it.
struct GuardedTerm {
  var term: CountTerm
  var guards: [CountGuard] = []
}

/// The figures that the rules of a checklist name, and what they are to the public.
struct CountScope {
  /// More values of one expression than these are not looked at.
  private static let mostTerms = 8
  /// A sum of more parts than these is not looked at.
  static let mostParts = 64
  /// Between the name of a table and the place of a figure that is worked out from it.
  private static let separator: Character = "\u{1F}"

  private let indicators: [String: Indicator]
  private let targets: [String: Target]

  init(_ indicators: [String: Indicator], _ targets: [Target]) {
    self.indicators = indicators
    var named: [String: Target] = [:]
    for target in targets { named[target.variable] = target }
    self.targets = named
  }

  /// What a figure is to the public; nil for what is none.
  func role(of figure: String) -> CountRole? {
    if figure == "period.days" { return .shown(from: .one, to: nil, isWhole: true) }
    if let end = figure.firstIndex(of: CountScope.separator) {
      let isCount = indicators[String(figure[..<end])]?.isCounting ?? false
      return isCount ? .count(from: .zero, to: nil) : .shown(from: .zero, to: nil, isWhole: true)
    }
    guard let indicator = indicators[CountScope.current(figure)], indicator.type.isNumeric
    else { return nil }
    let (from, to) = (indicator.lowerBound, indicator.upperBound)
    if indicator.isCounting { return .count(from: from, to: to) }
    return .shown(from: from, to: to, isWhole: indicator.type == .int)
  }

  /// The name that a reader knows a figure by.
  static func name(of figure: String) -> String {
    String(figure.prefix { $0 != CountScope.separator })
  }

  private static func current(_ name: String) -> String {
    name.hasPrefix("previous.") ? String(name.dropFirst("previous.".count)) : name
  }

  /// The values that an expression may have; none where it is not worked out by `+ − × ÷` alone.
  func terms(of expression: Expression) -> [GuardedTerm] {
    if let number = expression.figure { return [GuardedTerm(term: .number(number))] }
    if let name = expression.qualifiedName { return terms(named: name) }
    guard case .call(let call) = expression.kind else { return [] }
    let arguments = call.arguments
    switch (call.function, arguments.count) {
    case ("_+_", 2): return combined(.sum, terms(of: arguments[0]), terms(of: arguments[1]))
    case ("_-_", 2): return combined(.difference, terms(of: arguments[0]), terms(of: arguments[1]))
    case ("_*_", 2): return combined(.product, terms(of: arguments[0]), terms(of: arguments[1]))
    case ("_/_", 2): return combined(.quotient, terms(of: arguments[0]), terms(of: arguments[1]))
    case ("-_", 1):
      return combined(.difference, [GuardedTerm(term: .number(.zero))], terms(of: arguments[0]))
    case ("number", 1): return terms(of: arguments[0])
    case ("_?_:_", 3):
      return Array(
        (terms(of: arguments[1], under: CountGuard(condition: arguments[0], holds: true))
          + terms(of: arguments[2], under: CountGuard(condition: arguments[0], holds: false)))
          .prefix(CountScope.mostTerms))
    case ("sum", _), ("size", _):
      guard let list = call.target ?? arguments.first else { return [] }
      return terms(aggregating: list, adds: call.function == "sum", at: expression.id)
    default: return []
    }
  }

  private func terms(of expression: Expression, under condition: CountGuard) -> [GuardedTerm] {
    terms(of: expression).map { GuardedTerm(term: $0.term, guards: $0.guards + [condition]) }
  }

  private func terms(named name: String) -> [GuardedTerm] {
    let name = name.hasPrefix(".") ? String(name.dropFirst()) : name
    if let target = targets[name] {
      return target.values.prefix(CountScope.mostTerms).map { GuardedTerm(term: .number($0.value)) }
    }
    return role(of: name) == nil ? [] : [GuardedTerm(term: .figure(name))]
  }

  /// How many rows a table has or keeps, or what they add up to: a figure of its own.
  private func terms(aggregating list: Expression, adds: Bool, at place: Int) -> [GuardedTerm] {
    if adds, case .list(let elements) = list.kind {
      guard elements.count <= CountScope.mostParts else { return [] }
      let zero = [GuardedTerm(term: .number(.zero))]
      return elements.reduce(zero) { combined(.sum, $0, terms(of: $1.value)) }
    }
    var source = list
    while case .comprehension(let loop) = source.kind { source = loop.range }
    guard let name = source.qualifiedName, indicators[name]?.type == .table else { return [] }
    let figure = name + String(CountScope.separator) + String(source.id == list.id ? 0 : place)
    return [GuardedTerm(term: .figure(figure))]
  }

  /// All that two expressions can come to together.
  func combined(
    _ operation: CountTerm.Operation, _ left: [GuardedTerm], _ right: [GuardedTerm]
  ) -> [GuardedTerm] {
    var combined: [GuardedTerm] = []
    for first in left {
      for second in right where combined.count < CountScope.mostTerms {
        combined.append(
          GuardedTerm(
            term: .operation(operation, first.term, second.term),
            guards: first.guards + second.guards))
      }
    }
    return combined
  }
}
