import CEL

/// Where the programs of a checklist find what they read, worked out once for all submissions.
struct SheetLayout: Sendable {
  /// The bindings of a submission without answers.
  private let unanswered: Bindings
  /// The indicators that programs read, by their places, each with its slot.
  private let indicators: [(place: Int, slot: Int)]
  /// What programs read besides, each with its slot.
  private let facts: [(name: String, slot: Int)]

  /// - Parameters:
  ///   - environment: that of the programs.
  ///   - names: the variables that they read; some may stand more than once.
  ///   - index: the indicators that rules may read.
  init(_ environment: Environment, reading names: [String], _ index: IndicatorIndex) {
    var bindings = Bindings(environment)
    var indicators: [(place: Int, slot: Int)] = []
    var facts: [(name: String, slot: Int)] = []
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      guard let slot = environment.slot(of: name) else { continue }
      if let place = index.place(of: name) {
        bindings.setUnknown(at: slot)
        indicators.append((place, slot))
      } else {
        facts.append((name, slot))
      }
    }
    unanswered = bindings
    self.indicators = indicators
    self.facts = facts
  }

  /// What programs read of some answers, each of which fits its indicator.
  func bindings(
    _ placed: PlacedAnswers, _ index: IndicatorIndex, facts known: [String: Value]
  ) -> Bindings {
    var bindings = unanswered.copied()
    for (name, slot) in facts { bindings.set(known[name], at: slot) }
    for (place, slot) in indicators {
      if let value = placed.answers[place]?.celValue(of: index.all[place]) {
        bindings.set(value, at: slot)
      }
    }
    return bindings
  }
}

extension AnswerSheet {
  /// What a program comes to.
  func evaluate(_ program: Program) -> Outcome {
    if let bindings { return program.evaluate(bindings) }
    return program.evaluate(activation(of: program))
  }
}
