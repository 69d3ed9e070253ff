public import CEL
import Diagnostics

/// One unit's answers as rules read them: each indicator of the checklist is a value or unknown.
public struct AnswerSheet: Sendable {
  /// The answers as given, whether or not they fit.
  let original: [String: Answer]
  /// The answers by the places of their indicators; one that does not fit its indicator stands as
  /// missing.
  let placed: PlacedAnswers
  /// The answers as given by the places of their indicators.
  let given: PlacedAnswers
  /// What rules read besides answers, by name.
  let facts: [String: Value]
  /// The day of the assessment; nil where none is set, and nothing is then known to be overdue.
  public let asOf: CivilDate?
  /// What plugins said, by check.
  var outcomes: [String: PluginOutcome] = [:]
  /// The files submitted as evidence.
  var evidence: [EvidenceFile] = []
  /// The same for the programs of a checklist; nil where the answers are prepared for none.
  private(set) var bindings: Bindings?
  let index: IndicatorIndex

  /// Prepares a submission for the rules of a checklist.
  public init(
    _ submission: Submission, for checklist: CompiledChecklist, asOf: CivilDate? = nil
  ) {
    self.init(
      answers: checklist.answers(of: submission), index: checklist.index,
      facts: submission.facts(for: checklist.checklist), asOf: asOf)
    evidence = submission.evidence
    bindings = checklist.layout.bindings(placed, index, facts: facts)
  }

  /// Prepares answers for rules.
  ///
  /// - Parameters:
  ///   - answers: the answers by indicator; those to indicators not listed are not seen by rules.
  ///   - indicators: the checklist's indicators.
  ///   - facts: what rules read besides answers, by name.
  ///   - asOf: the day of the assessment.
  public init(
    answers: [String: Answer], indicators: [Indicator], facts: [String: Value] = [:],
    asOf: CivilDate? = nil
  ) {
    self.init(answers: answers, index: IndicatorIndex(indicators), facts: facts, asOf: asOf)
  }

  private init(
    answers: [String: Answer], index: IndicatorIndex, facts: [String: Value], asOf: CivilDate?
  ) {
    var given = PlacedAnswers(count: index.all.count)
    var mends: [(place: Int, answer: Answer)] = []
    for (id, answer) in answers {
      guard let place = index.place(of: id) else { continue }
      if !index.fits[place].admits(answer.value),
        let mended = answer.mended(for: index.all[place])
      {
        mends.append((place, mended))
      }
      given.put(answer, at: place)
    }
    original = answers
    self.given = given
    for (place, answer) in mends { given.put(answer, at: place) }
    placed = given
    self.facts = facts
    self.asOf = asOf
    self.index = index
  }

  /// The same for CEL; indicators without an answer are unknown there.
  public var activation: Activation {
    var activation = Activation(facts)
    for indicator in index.all { add(indicator.id, to: &activation) }
    return activation
  }

  /// What one program reads of it: a few values, and not all that the checklist knows.
  func activation(of program: Program) -> Activation { activation(of: program.variables) }

  /// What rules with these variables read of it.
  func activation(of variables: [String]) -> Activation {
    var activation = Activation()
    activation.values.reserveCapacity(variables.count)
    for name in variables { add(name, to: &activation) }
    return activation
  }

  private func add(_ name: String, to activation: inout Activation) {
    guard let place = index.place(of: name) else {
      activation.values[name] = facts[name]
      return
    }
    if let value = placed.answers[place]?.celValue(of: index.all[place]) {
      activation.values[name] = value
    } else {
      activation.unknowns.append(AttributePattern(variable: name))
    }
  }

  /// The figure that answers an indicator, which probably has the place given; nil where none does.
  func number(_ id: String, at place: Int?) -> Number? {
    var place = place
    if let given = place, given >= index.all.count || index.all[given].id != id { place = nil }
    guard let place = place ?? index.place(of: id) else { return nil }
    return placed.number(at: place)
  }

  /// What a plugin said of a check.
  @inline(never)
  func outcome(of check: Check) -> PluginOutcome? { outcomes[check.id] }

  /// Whether an indicator has an answer that is not "missing".
  public func isAnswered(_ indicator: String) -> Bool {
    index.place(of: indicator).map { placed.bases[$0] != nil } ?? false
  }

  /// The answer to an indicator; one that does not fit it stands as missing.
  public subscript(indicator: String) -> Answer? {
    index.place(of: indicator).flatMap { placed.answers[$0] }
  }

  /// The value of the answer to an indicator.
  func value(of indicator: String) -> AnswerValue? {
    index.place(of: indicator).flatMap { placed.answers[$0]?.value }
  }
}

extension Answer {
  private static let misfit = LocalizedText(
    vi: "câu trả lời không hợp với chỉ tiêu", en: "the answer does not fit the indicator")

  /// The answer under another name, by which it is then asked for where it is not exact enough.
  func known(as name: String) -> Answer {
    guard case .number(.bounded(let interval)) = value else { return self }
    var renamed = self
    do throws(NumberError) {
      renamed.value = .number(
        Number(
          try BoundedNumber(
            lower: interval.lower, upper: interval.upper, sources: [name],
            isAverage: interval.isAverage)))
      return renamed
    } catch {
      return self
    }
  }

  /// An answer that its indicator does not surely admit (``AnswerFit``) as rules may read it, of the
  /// indicator's type and within its bounds, or missing; nil where it may be read as it stands.
  func mended(for indicator: Indicator) -> Answer? {
    var fitted = self
    switch (value, indicator.type) {
    case (.text(let word), .choice):
      for option in indicator.options where option.id == word { return nil }
    case (.table(let table), .table):
      if let schema = indicator.table, schema.fits(table) { return nil }
    case (.number(let number), .int), (.number(let number), .decimal),
      (.number(let number), .percent), (.number(let number), .money):
      if indicator.type == .int, let value = number.exactValue, !value.isWhole { break }
      do throws(NumberError) {
        let clipped = try number.clipped(
          lower: indicator.lowerBound, upper: indicator.upperBound)
        if clipped == number { return nil }
        fitted.value = .number(clipped)
        return fitted
      } catch {
        break
      }
    default: break
    }
    fitted.value = .missing(Answer.misfit)
    return fitted
  }

  /// The value under which rules see the answer to an indicator; nil where it is missing.
  func celValue(of indicator: Indicator) -> Value? {
    switch value {
    case .number(let number): .number(number)
    case .bool(let truth): .bool(truth)
    case .text(let text): .string(text)
    case .date(let date): date.midnight.map { .timestamp($0) }
    case .dateTime(let time): time.instant.map { .timestamp($0) }
    case .table(let table): table.celValue(of: indicator)
    case .missing: nil
    }
  }
}

extension CivilDateTime {
  /// The instant in Vietnam, UTC+07:00; nil outside the years CEL can tell.
  var instant: Timestamp? {
    Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(minute) * 60 - 7 * 3600)
  }
}

extension CivilDate {
  /// The instant the day begins in Vietnam, UTC+07:00; nil outside the years CEL can tell.
  var midnight: Timestamp? {
    Timestamp(seconds: Int64(daysSinceEpoch) * 86_400 - 7 * 3600)
  }
}
