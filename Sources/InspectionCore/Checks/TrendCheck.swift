import CEL
import Diagnostics

extension CheckKind {
  /// A figure compared with the same figure of the period before.
  static let trend = CheckKind(description: description) { compiler in
    let value = compiler.figure("value")
    let isGiven = compiler.value("previous") != nil
    let previous =
      isGiven ? compiler.figure("previous") : value.flatMap { compiler.figureBefore($0) }
    let trend = Trend.compiled(&compiler)
    guard let value, let previous, let trend else { return nil }
    var figures = [value, previous]
    if let by = trend.by { figures.append(by) }
    var inputs: [String] = []
    for figure in figures { inputs += figure.inputs }
    return CompiledRule(inputs: inputs, programs: compiler.programs) { [figures] sheet in
      guard let numbers = figures.known(sheet) else {
        if let whenZero = trend.whenZero, let before = previous.known(sheet), before.isZero {
          return whenZero.judgement(previous)
        }
        return figures.open(sheet)
      }
      do throws(NumberError) {
        return try trend.judgement(figures, numbers, sheet)
      } catch {
        return .failed(error.message)
      }
    }
  }

}

/// What a figure must do from one period to the next.
private struct Trend: Sendable {
  enum Direction: String, Sendable, CaseIterable {
    case rises
    case falls
    case doesNotRise = "does_not_rise"
    case doesNotFall = "does_not_fall"

    /// Whether a share of change is counted upwards.
    var isUpwards: Bool { self == .rises || self == .doesNotRise }

    var words: LocalizedText {
      switch self {
      case .rises: LocalizedText(vi: "tăng", en: "to rise")
      case .falls: LocalizedText(vi: "giảm", en: "to fall")
      case .doesNotRise: LocalizedText(vi: "không tăng", en: "not to rise")
      case .doesNotFall: LocalizedText(vi: "không giảm", en: "not to fall")
      }
    }

    /// What stands before a share.
    var margin: LocalizedText {
      switch self {
      case .rises, .falls: LocalizedText(vi: " ít nhất ", en: " by at least ")
      case .doesNotRise, .doesNotFall: LocalizedText(vi: " quá ", en: " by more than ")
      }
    }
  }

  let direction: Direction
  let by: Figure?
  /// What a previous figure of zero means, where change cannot be told of it.
  let whenZero: WhenZero?

  static func compiled(_ compiler: inout CheckCompiler) -> Trend? {
    let words = Direction.allCases.map { $0.rawValue }
    guard compiler.value("change") != nil else {
      compiler.reportMissing("change")
      return nil
    }
    let word = compiler.choice("change", among: words, unlessGiven: "")
    let isByGiven = compiler.value("by") != nil
    let by = isByGiven ? compiler.shareOfChange("by", word) : nil
    guard let word, let direction = Direction(rawValue: word) else { return nil }
    var whenZero: WhenZero?
    if isByGiven || direction == .falls {
      whenZero = WhenZero.compiled(&compiler)
      guard whenZero != nil else { return nil }
    } else if compiler.value("when_zero") != nil {
      compiler.reportPair("when_zero", "by")
      return nil
    }
    guard isByGiven == (by != nil) else { return nil }
    return Trend(direction: direction, by: by, whenZero: whenZero)
  }

  /// The judgement of known figures: the value, the one before, and the share if there is one.
  func judgement(
    _ figures: [Figure], _ numbers: [Number], _ sheet: AnswerSheet
  ) throws(NumberError) -> Judgement {
    let now = numbers[0]
    let before = numbers[1]
    if let whenZero, before.isZero { return whenZero.judgement(figures[1]) }
    if numbers.count > 2 {
      if let point = before.interval.point, point < .zero {
        return .failed(
          LocalizedText(
            vi: "số kỳ trước âm nên không tính được tỷ lệ tăng giảm",
            en: "no share of change can be told of a negative figure"))
      }
      guard before.isNeverNegative else { return .inexact([before], in: sheet) }
    }
    let truth = holds(now, try limit(numbers))
    // Where the figure before may be zero, it decides only what zero would decide too.
    if let whenZero, before.interval.contains(.zero), !whenZero.agrees(with: truth) {
      return .inexact(numbers, in: sheet)
    }
    if case .open = truth { return .inexact(numbers, in: sheet) }
    return .compared(truth, reason: reason(figures, numbers), in: sheet)
  }

  /// What this period's figure is compared with.
  private func limit(_ numbers: [Number]) throws(NumberError) -> Number {
    guard numbers.count > 2 else { return numbers[1] }
    let one = Number(1)
    let factor =
      direction.isUpwards ? try one.adding(numbers[2]) : try one.subtracting(numbers[2])
    return try numbers[1].multiplied(by: factor)
  }

  private func holds(_ now: Number, _ limit: Number) -> Truth {
    switch direction {
    case .rises: by == nil ? limit.isLess(than: now) : limit.isLessOrEqual(to: now)
    case .falls: by == nil ? now.isLess(than: limit) : now.isLessOrEqual(to: limit)
    case .doesNotRise: now.isLessOrEqual(to: limit)
    case .doesNotFall: limit.isLessOrEqual(to: now)
    }
  }

  private func reason(_ figures: [Figure], _ numbers: [Number]) -> Reason {
    var parts: [ReasonPart] = [
      figures[0].part(numbers[0]), .text(LocalizedText(vi: ", kỳ trước ", en: ", before it ")),
      figures[1].part(numbers[1]),
    ]
    if let change = Trend.change(numbers[0], from: numbers[1]) {
      parts += [
        .text(LocalizedText(vi: " (thay đổi ", en: " (a change of ")),
        .figure(.exact(change), .percent, inputs: figures[0].inputs + figures[1].inputs),
        .text(LocalizedText(same: ")")),
      ]
    }
    let words = direction.words
    parts.append(.text(LocalizedText(vi: ", yêu cầu " + words.vi, en: ", needs " + words.en)))
    if let by { parts += [.text(direction.margin), by.part(numbers[2])] }
    return Reason(parts)
  }

  /// The change as a share of the figure before, where both are single values.
  private static func change(_ now: Number, from before: Number) -> Rational? {
    guard let now = now.interval.point, let before = before.interval.point, before > .zero else {
      return nil
    }
    do throws(NumberError) {
      return try now.subtracting(before).divided(by: before)
    } catch {
      // The share only illustrates the two figures beside it.
      return nil
    }
  }
}

extension CheckCompiler {
  /// The same figure of the period before; nil after reporting that there is none.
  fileprivate mutating func figureBefore(_ figure: Figure) -> Figure? {
    var isFound = !figure.inputs.isEmpty
    for input in figure.inputs where indicator(RuleVocabulary.previous + input) == nil {
      isFound = false
    }
    for name in figure.variables where name.hasPrefix("period.") { isFound = false }
    guard isFound else {
      report(
        "value", nil, code: "no-previous",
        LocalizedText(
          vi: "số liệu này không có kỳ trước để so sánh",
          en: "there is no period before to compare this figure with"),
        mend: LocalizedText(
          vi: "viết số liệu bằng chỉ tiêu của kỳ này, hoặc nêu previous",
          en: "write it with indicators of this period, or give previous"),
        length: expressionLength("value"))
      return nil
    }
    return figure.ofPeriodBefore
  }

  /// The share by which a figure changes; nil after reporting one that is none.
  fileprivate mutating func shareOfChange(_ name: String, _ direction: String?) -> Figure? {
    if case .number(let share, let style)? = value(name) {
      let isBounded = direction == "falls" || direction == "does_not_fall"
      guard style == .percent, share > .zero, !isBounded || share <= .one else {
        report(
          name, nil, code: "change-share",
          LocalizedText(
            vi: "mức tăng giảm phải là một tỷ lệ trên 0%, giảm thì không quá 100%",
            en: "a change is a share above 0%, and nothing falls by more than 100%"),
          mend: LocalizedText(vi: "viết như 2%", en: "write it as 2%"), length: 0)
        return nil
      }
    }
    return figure(name)
  }
}

extension WhenZero {
  /// Whether a verdict would be the same if the figure before were zero.
  fileprivate func agrees(with truth: Truth) -> Bool {
    switch truth {
    case .yes: self == .met
    case .no: self == .unmet
    case .open: true
    }
  }
}

extension Number {
  fileprivate var isNeverNegative: Bool {
    guard let lower = interval.lower else { return false }
    return lower.value >= .zero
  }
}

extension CheckKind {
  static let trendID = "trend"

  private static let description = KindDescription(
    id: "trend",
    title: LocalizedText(vi: "So với kỳ trước", en: "Trend"),
    summary: LocalizedText(
      vi:
        "Số liệu kỳ này so với chính nó ở kỳ trước (các chỉ tiêu ở earlier của báo cáo): tăng, giảm, không tăng hoặc không giảm.",
      en:
        "A figure against the same figure of the period before (under earlier in the submission): that it rises, falls, does not rise or does not fall."
    ),
    parameters: [
      ParameterDescription(
        "value", .figure, LocalizedText(vi: "số liệu kỳ này", en: "the figure of this period")),
      ParameterDescription(
        "previous", .figure,
        LocalizedText(
          vi:
            "số liệu kỳ trước, nếu là chỉ tiêu riêng; không ghi thì lấy previous.X của từng chỉ tiêu",
          en:
            "the figure of the period before where it is an indicator of its own; otherwise previous.X of each indicator"
        ), isRequired: false),
      ParameterDescription(
        "change", .choice(Trend.Direction.allCases.map { $0.rawValue }),
        LocalizedText(
          vi:
            "phải thế nào: rises (tăng), falls (giảm), does_not_rise (không tăng), does_not_fall (không giảm)",
          en: "what the figure must do")),
      ParameterDescription(
        "by", .figure,
        LocalizedText(
          vi: "tăng hoặc giảm ít nhất tỷ lệ này; với does_not_… là không quá tỷ lệ này",
          en: "rises or falls by this share at least; with does_not_… by no more than it"),
        isRequired: false),
      ParameterDescription(
        WhenZero.parameter.name, WhenZero.parameter.type,
        LocalizedText(
          vi: "kết quả khi số kỳ trước bằng 0; cần với falls và với by",
          en: "the verdict where the figure before is zero; needed with falls and with by"),
        isRequired: false),
    ],
    examples: TrendExamples.all)
}
