import CEL
public import Diagnostics

/// For whom a result is written.
public enum Audience: String, Hashable, Sendable, CaseIterable {
  /// The inspection team: sees everything.
  case team
  /// The inspected unit: sees its own figures.
  case unit
  /// Everyone else: counts of children or cases from 1 to 4 are masked, since in a small place
  /// they point at a child.
  case everyone = "public"
}

/// What of an assessment may be shown to an audience.
///
/// Documentation/Masking.md says what is masked for the public and why.
public struct Disclosure: Sendable {
  /// For whom.
  public let audience: Audience
  /// The indicators whose figures are masked.
  public let masked: Set<String>
  /// Those of them that some check reads together with another masked count, so that nothing may be
  /// said of their size; the others are counts from 1 to 4, and are told to be.
  private let connected: Set<String>
  private let index: IndicatorIndex
  private let placed: PlacedAnswers

  /// Decides what to mask.
  ///
  /// A count of children or cases from 1 to 4 is masked for the public, and with it every count that
  /// a check reads beside a masked one. Which of them are small is not told: the verdict on the
  /// check would narrow them down. None of this depends on figures but on which are from 1 to 4 and
  /// which are zero, so that the masks themselves tell nothing.
  public init(_ assessment: Assessment, checklist: Checklist, for audience: Audience) {
    index = assessment.index
    placed = assessment.placed
    self.audience = audience
    guard audience == .everyone else {
      masked = []
      connected = []
      return
    }
    var masked: Set<String> = []
    var counts: Set<String> = []
    for indicator in index.all where indicator.isCounting {
      guard let answer = assessment.answers[indicator.id], !answer.isNeverMasked else { continue }
      counts.insert(indicator.id)
      if answer.showsSmallCount { masked.insert(indicator.id) }
    }
    var connected: Set<String> = []
    if !masked.isEmpty {
      var groups = Disclosure.groups(of: counts, in: assessment)
      while let found = groups.firstIndex(where: { !masked.isDisjoint(with: $0) }) {
        connected.formUnion(groups[found])
        masked.formUnion(groups.remove(at: found))
      }
    }
    self.masked = masked
    self.connected = connected
  }

  /// The counts that checks read together, by their rules or their conditions; how many figures are
  /// supplied tells nothing of them.
  private static func groups(of counts: Set<String>, in assessment: Assessment) -> [Set<String>] {
    var groups: [Set<String>] = []
    for area in assessment.areas {
      for place in area.checks.indices {
        let check = area.checks[place].shared
        if check.check.kind == "supplied" { continue }
        let group = counts.intersection(area.checks[place].inputs + check.conditionInputs)
        if group.count > 1 { groups.append(group) }
      }
    }
    return groups
  }

  /// The kinds whose reasons tell a count by what it is compared with.
  private static let comparing = ["threshold", "ratio", "rows", "trend"]

  /// Whether any figure is masked.
  var hidesSome: Bool { !masked.isEmpty }

  /// Whether a check's earned points would tell a masked figure, since they are a share of it.
  public func hidesPoints(of result: CheckResult) -> Bool {
    guard !masked.isEmpty, result.verdict == .partial, result.check.kind != "supplied" else {
      return false
    }
    for id in result.inputs where masked.contains(id) { return true }
    return false
  }

  /// Whether an area's earned points would tell a masked figure of one of its checks.
  func hidesPoints(of area: AreaResult) -> Bool {
    guard !masked.isEmpty else { return false }
    for result in area.checks where hidesPoints(of: result) { return true }
    return false
  }

  /// Whether an indicator's figure is masked.
  func masks(_ indicator: String) -> Bool { !masked.isEmpty && masked.contains(indicator) }

  /// A check's reason in words. Where it compares a masked count with a limit of the author's, the
  /// limit would tell the count, so the reason is withheld whole.
  public func reason(of result: CheckResult, _ language: Language) -> String {
    String { write(reasonOf: result, language, to: &$0) }
  }

  /// Writes what ``reason(of:_:)`` says.
  func write(reasonOf result: CheckResult, _ language: Language, to sink: inout some TextSink) {
    if withholdsReason(of: result) { return sink.write(Disclosure.withheld[language]) }
    write(result.reason, language, to: &sink)
  }

  private func withholdsReason(of result: CheckResult) -> Bool {
    guard !masked.isEmpty, result.verdict.isDecided,
      Disclosure.comparing.contains(result.check.kind)
    else { return false }
    for id in result.inputs where masked.contains(id) { return true }
    return false
  }

  /// Whether free text of a unit or a team is left out, since nobody has read it for the public.
  public var hidesFreeText: Bool { audience == .everyone }

  /// A reason in words, masked figures left out.
  public func text(_ reason: Reason, _ language: Language) -> String {
    String { write(reason, language, to: &$0) }
  }

  /// Writes what ``text(_:_:)-(Reason,_)`` says: a reason of which nothing is withheld whole.
  func write(_ reason: Reason, _ language: Language, to sink: inout some TextSink) {
    for part in reason.parts {
      switch part {
      case .text(let words): sink.write(words[language])
      case .indicator(let id): sink.write(index.title(of: id, language))
      case .figure(let number, let style, let inputs):
        if masksSome(of: inputs) {
          sink.write(Disclosure.withheld[language])
        } else {
          FigureText(language).write(number, style, to: &sink)
        }
      case .answer(let number, let style, let id):
        if masks(id) {
          sink.write(mask(of: id)[language])
        } else {
          write(number, statedOf: id, language, style, to: &sink)
        }
      case .remark(let words, _): if !hidesFreeText { sink.write(words[language]) }
      }
    }
  }

  /// An answer in words, or what stands for it where it is masked.
  func text(_ answer: Answer, _ indicator: Indicator?, _ language: Language) -> String {
    if let indicator {
      if masks(indicator.id) { return mask(of: indicator.id)[language] }
      if !answer.isAnswered, hidesFreeText { return AnswerText.unanswered[language] }
      if hidesText(of: answer, indicator) { return LocalizedText(vi: "có", en: "yes")[language] }
    }
    var answer = answer
    if hidesFreeText, case .table(var table) = answer.value {
      table.sample = nil
      answer.value = .table(table)
    }
    return AnswerText(language).text(answer, indicator)
  }

  /// Whether a masked count went into a figure. The mask then says nothing of the size of the figure,
  /// which would tell the size of the count.
  private func masksSome(of inputs: [String]) -> Bool {
    guard !masked.isEmpty else { return false }
    for id in inputs where masked.contains(id) { return true }
    return false
  }

  /// Writes an answer: one that is not exact as it was stated, "khoảng 520", and not what its bounds
  /// leave.
  private func write(
    _ number: Number, statedOf id: String, _ language: Language, _ style: FigureStyle,
    to sink: inout some TextSink
  ) {
    let figures = FigureText(language)
    guard let place = index.place(of: id), let qualifier = placed.qualifier(at: place),
      qualifier != .exact, let stated = placed.answers[place]?.stated
    else { return figures.write(number, style, to: &sink) }
    sink.write(qualifier.label[language])
    sink.write(" ")
    figures.write(stated, style, to: &sink)
  }

  /// What stands for a masked answer.
  public func mask(of indicator: String) -> LocalizedText {
    // A table is masked whatever it holds, so that nothing is said of how many rows it has.
    masked.contains(indicator) && !connected.contains(indicator)
      && index[indicator]?.type != .table
      ? LocalizedText(same: Disclosure.smallCount) : Disclosure.withheld
  }

  /// What stands for a count from 1 to 4.
  public static let smallCount = "[1–4]"
  /// What stands for a figure of which nothing may be said, small or not.
  public static let withheld = LocalizedText(vi: "[đã che]", en: "[masked]")

  /// Whether an answer is text that only its presence is told of.
  func hidesText(of answer: Answer, _ id: String) -> Bool {
    hidesFreeText && hidesText(of: answer, index[id])
  }

  private func hidesText(of answer: Answer, _ indicator: Indicator?) -> Bool {
    guard hidesFreeText, case .text(let text) = answer.value, indicator?.type != .choice else {
      return false
    }
    return !text.isEmpty
  }
}

extension Answer {
  /// The count as stated, bounds set aside; nil where the answer is no figure.
  var countedValue: Rational? {
    if let stated { return stated }
    guard case .number(let number) = value else { return nil }
    return number.interval.lower?.value ?? number.interval.upper?.value
  }

  /// Whether it is no figure, or zero, which is shown.
  var isNeverMasked: Bool { !isAnswered || countedValue?.isZero ?? false }

  /// Whether the figure, as stated or as an end of its bounds, lies between 0 and 5. The rows of a
  /// table are few enough to be taken for such a figure whatever their number.
  var showsSmallCount: Bool {
    if case .table = value { return true }
    guard case .number(let number) = value else { return false }
    for value in [stated, number.interval.lower?.value, number.interval.upper?.value] {
      if let value, value > Rational(0), value < Rational(5) { return true }
    }
    return false
  }
}
