/// The most that evaluating an expression can cost.
///
/// Both counts end at `UInt64.max` in place of overflowing.
public struct Cost: Hashable, Sendable {
  /// Parts evaluated, each once a round, with what operations on whole lists, maps and texts take
  /// for their elements or bytes.
  public var steps: UInt64
  /// Rounds of all loops; evaluation ends with an error after a million of them.
  public var rounds: UInt64

  /// Whether an evaluation of this cost ends with an error.
  public var isBeyondLimit: Bool { rounds > UInt64(Limits.rounds) }

  /// Creates a cost.
  public init(steps: UInt64 = 0, rounds: UInt64 = 0) {
    self.steps = steps
    self.rounds = rounds
  }

  /// Both costs, one after the other.
  static func + (first: Cost, second: Cost) -> Cost {
    Cost(
      steps: sum(first.steps, second.steps), rounds: sum(first.rounds, second.rounds))
  }

  /// The cost a number of times.
  static func * (cost: Cost, times: UInt64) -> Cost {
    Cost(steps: product(cost.steps, times), rounds: product(cost.rounds, times))
  }

  /// The greater of each count.
  func union(_ other: Cost) -> Cost {
    Cost(steps: max(steps, other.steps), rounds: max(rounds, other.rounds))
  }
}

/// How large the lists, maps and texts of the input are taken to be: elements, entries and bytes.
public struct SizeBounds: Sendable {
  /// The sizes by path: `rows`, `rows[]` for each element of it, `rows[].tags` for a field of each.
  public var sizes: [String: UInt64]
  /// The size of what is not listed.
  public var other: UInt64

  /// Creates bounds.
  public init(_ sizes: [String: UInt64] = [:], other: UInt64 = 100) {
    self.sizes = sizes
    self.other = other
  }
}

extension CheckedExpression {
  /// The most that an evaluation of the expression can cost where no list, map or text of its input
  /// is larger than stated. What functions of the host make is taken to be of the size `other`, or
  /// as large as their arguments together where those are larger.
  public func worstCost(_ bounds: SizeBounds = SizeBounds()) -> Cost {
    var estimate = CostEstimate(checked: self, bounds: bounds)
    return estimate.estimated(parsed.root).cost
  }
}

func sum(_ first: UInt64, _ second: UInt64) -> UInt64 {
  let sum = first.addingReportingOverflow(second)
  return sum.overflow ? .max : sum.partialValue
}

func product(_ first: UInt64, _ second: UInt64) -> UInt64 {
  let product = first.multipliedReportingOverflow(by: second)
  return product.overflow ? .max : product.partialValue
}

/// How large a value can be.
indirect enum Extent: Sendable {
  /// A part of the input, by its path.
  case input(String)
  /// A value of at most so many elements or bytes, each of an extent of its own.
  case made(UInt64, each: Extent?)
  /// Any of several, of which there are so many.
  case either(Extent, Extent, count: Int)
  /// Nothing is known.
  case unbounded

  /// The extent of a value that is one or the other; beyond eight, nothing is known.
  func union(_ other: Extent) -> Extent {
    switch (self, other) {
    case (.unbounded, _), (_, .unbounded): return .unbounded
    case (.input(let one), .input(let two)) where one == two: return self
    case (.made(let one, nil), .made(let two, nil)): return .made(max(one, two), each: nil)
    default:
      let count = self.count + other.count
      return count > 8 ? .unbounded : .either(self, other, count: count)
    }
  }

  private var count: Int {
    if case .either(_, _, let count) = self { count } else { 1 }
  }

  /// The extent of a field, written `.name`, or of an element, `[]`; nil for what has no parts.
  func part(_ step: String) -> Extent? {
    switch self {
    case .input(let path): .input(path + step)
    case .made(_, let each): each
    case .either(let one, let other, _):
      Extent.union(one.part(step), other.part(step))
    case .unbounded: self
    }
  }

  /// The extent of a value that is one or the other, where there is one.
  static func union(_ one: Extent?, _ other: Extent?) -> Extent? {
    guard let one, let other else { return one ?? other }
    return one.union(other)
  }

  /// The greatest size.
  func size(_ bounds: SizeBounds) -> UInt64 {
    switch self {
    case .input(let path): bounds.sizes[path] ?? bounds.other
    case .made(let size, _): size
    case .either(let one, let other, _): max(one.size(bounds), other.size(bounds))
    case .unbounded: .max
    }
  }
}
