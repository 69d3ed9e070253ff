import CEL
import Diagnostics

extension RollUp {
  /// Rolls child units up.
  ///
  /// Pure: every figure is what the answers give by exact and interval arithmetic. A unit that did
  /// not answer counts with the bounds of the indicator, so a sum of what cannot be negative becomes
  /// "at least"; nothing is filled in for it.
  ///
  /// - Throws: ``RollUpRefusal`` with everything that stands against adding these submissions.
  public init(_ request: RollUpRequest) throws(RollUpRefusal) {
    let problems = request.problems
    guard problems.isEmpty else { throw RollUpRefusal(problems: problems) }
    self.request = request
    (reported, missing) = request.sorted
    switch request.expected {
    case .given: expectedCount = request.children.count
    case .count(let count): expectedCount = count
    case .listed: expectedCount = request.children.count + missing.count
    }
    var adding = Adding(request: request, reported: reported, expected: expectedCount)
    (rows, notAdded) = adding.results()
  }
}

extension RollUpRequest {
  /// The submissions in the order of the list, and the units on it that gave none.
  fileprivate var sorted: (reported: [RollUpInput], missing: [InspectedUnit]) {
    guard case .listed(let units) = expected else {
      return (children.sorted { $0.submission.unit.code < $1.submission.unit.code }, [])
    }
    var byCode: [String: RollUpInput] = [:]
    for child in children { byCode[child.submission.unit.code] = child }
    var reported: [RollUpInput] = []
    var missing: [InspectedUnit] = []
    var seen: Set<String> = []
    for unit in units where seen.insert(unit.code).inserted {
      if let child = byCode[unit.code] { reported.append(child) } else { missing.append(unit) }
    }
    return (reported, missing)
  }
}

/// The adding up of one roll-up.
private struct Adding {
  let request: RollUpRequest
  let reported: [RollUpInput]
  let expected: Int
  /// The indicators that children answer.
  let sources: [String: Indicator]
  /// The indicators of the parent's checklist.
  let targets: [String: Indicator]
  /// What units are counted by for an indicator of the parent's own.
  let counted: Set<String>

  init(request: RollUpRequest, reported: [RollUpInput], expected: Int) {
    self.request = request
    self.reported = reported
    self.expected = expected
    var sources: [String: Indicator] = [:]
    for indicator in request.checklist.checklist.indicators { sources[indicator.id] = indicator }
    self.sources = sources
    var targets: [String: Indicator] = [:]
    for indicator in request.target.checklist.indicators { targets[indicator.id] = indicator }
    self.targets = targets
    var counted: Set<String> = []
    for indicator in request.target.checklist.indicators where request.crossesLevels {
      if case .count(let source)? = indicator.rollUp { counted.insert(source) }
    }
    self.counted = counted
  }

  mutating func results() -> ([RollUpRow], [RollUpExclusion]) {
    var rows: [RollUpRow] = []
    var notAdded: [RollUpExclusion] = []
    for indicator in request.target.checklist.indicators {
      if var row = row(of: indicator) {
        row.parent = request.parent?.submission.answers[indicator.id]
        row.isComplete = row.rule == .units || row.answered == expected
        rows.append(row)
      } else if let reason = reasonAgainst(indicator) {
        notAdded.append(RollUpExclusion(indicator: indicator, reason: reason))
      }
    }
    return (rows, notAdded)
  }

  /// Whether any child answered.
  private func isAnswered(_ id: String) -> Bool {
    for child in reported where child.submission.answers[id]?.isAnswered ?? false { return true }
    return false
  }

  /// Why an indicator that children answered has no row; nil where nobody would miss it.
  private func reasonAgainst(_ indicator: Indicator) -> LocalizedText? {
    guard isAnswered(indicator.id) else { return nil }
    if indicator.rollUp == .notAdded {
      return LocalizedText(vi: "bảng kiểm không cho cộng", en: "the checklist says not to add it")
    }
    switch indicator.type {
    case .percent:
      return LocalizedText(
        vi: "tỷ lệ không cộng được, và không nêu tính từ hai số nào",
        en: "a share is not added, and nothing says which two figures make it")
    case .table:
      return LocalizedText(
        vi: "các dòng của bảng không nối lại", en: "rows of tables are not put together")
    case .choice, .text, .date, .dateTime, .document: return nil
    case .int, .decimal, .money, .bool: return nil
    }
  }

  private func row(of indicator: Indicator) -> RollUpRow? {
    let rule = indicator.rollUpRule
    switch rule {
    case .notAdded: return nil
    case .units:
      guard request.crossesLevels else { return nil }
      return RollUpRow(
        indicator: indicator, rule: rule, contributions: contributions(of: indicator) ?? [],
        divisors: [], sum: Number(Int64(expected)), total: Number(Int64(expected)))
    case .sum, .part, .count:
      guard let source = indicator.rollUpSource, isAnswered(source) else { return nil }
      // Figures of other levels have no place beside the children's own, and yes is counted once.
      if source != indicator.id, !request.crossesLevels { return nil }
      if indicator.type == .bool, counted.contains(source) { return nil }
      guard let contributions = contributions(of: indicator) else { return nil }
      return addition(indicator, contributions)
    case .rate(let of, let to):
      // Of rows alone: what is not shown must not show through a share.
      guard let divided = targets[of], let divisor = targets[to],
        let above = row(of: divided)?.contributions, let below = row(of: divisor)?.contributions,
        !divided.rollUpRule.isRate, !divisor.rollUpRule.isRate
      else { return nil }
      return rate(indicator, (divided, above), (divisor, below))
    }
  }

  // MARK: What units give

  /// What each unit gives to an indicator of the parent's; nil where it is none that is added.
  private func contributions(of indicator: Indicator) -> [Contribution]? {
    var found: [Contribution] = []
    if indicator.rollUpRule == .units {
      for _ in reported { found.append(.figure(Number(1))) }
      return found
    }
    guard let id = indicator.rollUpSource, let source = sources[id] else { return nil }
    var isCount = false
    if case .count = indicator.rollUpRule { isCount = true }
    for child in reported {
      let answer = child.submission.answers[id]
      found.append(isCount ? counted(answer) : added(answer, source))
    }
    return found
  }

  private func added(_ answer: Answer?, _ source: Indicator) -> Contribution {
    guard let answer, case .number(let number) = answer.value else { return .unanswered }
    if answer.qualifier == .average || number.interval.isAverage { return .leftOut(answer) }
    if answer.qualifier == .about {
      // Without a tolerance nothing is left but the indicator's own bounds.
      let (lower, upper) = (number.interval.lower?.value, number.interval.upper?.value)
      let saysNothing =
        (lower == nil || lower == source.lowerBound) && (upper == nil || upper == source.upperBound)
      if saysNothing, number.exactValue == nil { return .leftOut(answer) }
    }
    return .figure(number)
  }

  private func counted(_ answer: Answer?) -> Contribution {
    switch answer?.value {
    case .bool(let truth)?: return .figure(Number(truth ? 1 : 0))
    case .text(let text)?: return .figure(Number(text.isEmpty ? 0 : 1))
    case .number(let number)?:
      switch Number(0).isLess(than: number) {
      case .yes: return .figure(Number(1))
      case .no: return .figure(Number(0))
      case .open: return .figure(.between(Rational(0), Rational(1)))
      }
    case .date?, .dateTime?, .table?, .missing?, nil: return .unanswered
    }
  }

  // MARK: Sums and shares

  private func addition(_ indicator: Indicator, _ contributions: [Contribution]) -> RollUpRow {
    var row = RollUpRow(
      indicator: indicator, rule: indicator.rollUpRule, contributions: contributions, divisors: [])
    do throws(NumberError) {
      row.sum = try sum(contributions)
      row.total = try total(indicator, row.sum, answered: row.answered)
    } catch {
      row.problem = error.message
    }
    return row
  }

  /// The sum of what is there; nil where nothing is.
  private func sum(_ contributions: [Contribution]) throws(NumberError) -> Number? {
    var sum: Number?
    for contribution in contributions {
      guard let figure = contribution.figure else { continue }
      sum = try sum?.adding(figure) ?? figure
    }
    return sum
  }

  /// What is known of all expected units: the sum, and the bounds of each that did not answer.
  private func total(
    _ indicator: Indicator, _ sum: Number?, answered: Int
  ) throws(NumberError) -> Number? {
    guard var total = sum else { return nil }
    let unknown = Number(Int64(expected - answered))
    if expected > answered {
      total = try total.adding(try eachUnit(indicator).multiplied(by: unknown))
    }
    if indicator.rollUpRule == .part {
      total = try total.adding(.between(indicator.lowerBound, nil))
    }
    return total
  }

  /// What one unit can give at all.
  private func eachUnit(_ indicator: Indicator) -> Number {
    switch indicator.rollUpRule {
    case .count: return .between(Rational(0), Rational(1))
    case .units: return Number(1)
    case .sum, .part, .notAdded, .rate:
      guard let id = indicator.rollUpSource, let source = sources[id] else {
        return .between(nil, nil)
      }
      return .between(source.lowerBound, source.upperBound)
    }
  }

  private func rate(
    _ indicator: Indicator, _ divided: (Indicator, [Contribution]),
    _ divisor: (Indicator, [Contribution])
  ) -> RollUpRow? {
    var row = RollUpRow(
      indicator: indicator, rule: indicator.rollUpRule, contributions: divided.1,
      divisors: divisor.1)
    guard row.answered > 0 else { return nil }
    var (above, below): ([Contribution], [Contribution]) = ([], [])
    for unit in reported.indices where row.isAnswered(by: unit) {
      above.append(divided.1[unit])
      below.append(divisor.1[unit])
    }
    do throws(NumberError) {
      guard let first = try sum(above), let second = try sum(below) else { return nil }
      row.sum = try first.divided(by: second)
      let isWhole =
        row.answered == expected && divided.0.rollUpRule != .part && divisor.0.rollUpRule != .part
      row.total = isWhole ? row.sum : try wholeRate(indicator, divided, divisor)
    } catch NumberError.divisionByZero {
      row.problem = LocalizedText(vi: "mẫu số bằng 0", en: "the divisor is zero")
    } catch {
      row.problem = error.message
    }
    return row
  }

  /// The share of all expected units, as far as what is known of both figures bounds it.
  private func wholeRate(
    _ indicator: Indicator, _ divided: (Indicator, [Contribution]),
    _ divisor: (Indicator, [Contribution])
  ) throws(NumberError) -> Number? {
    let (above, below) = (addition(divided.0, divided.1), addition(divisor.0, divisor.1))
    guard let first = above.total, let second = below.total else { return nil }
    let quotient = try first.divided(by: second)
    return try quotient.clipped(lower: indicator.lowerBound, upper: indicator.upperBound)
  }
}

extension Number {
  /// Any number from one to the other, both included; nil where nothing bounds it.
  fileprivate static func between(_ lower: Rational?, _ upper: Rational?) -> Number {
    do throws(NumberError) {
      return Number(
        try BoundedNumber(
          lower: lower.map { .init($0, isClosed: true) },
          upper: upper.map { .init($0, isClosed: true) }, sources: []))
    } catch {
      // Bounds that leave nothing are refused where the indicator is read; nothing is known then.
      return .about(.zero, tolerance: nil, source: "")
    }
  }
}
