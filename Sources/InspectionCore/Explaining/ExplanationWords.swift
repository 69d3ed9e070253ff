public import CEL
public import Diagnostics

/// The values of rules and parameters as an explanation writes them: exact, so that a pencil comes to
/// the same figures.
///
/// A score on paper has points with two decimals at the most, each rounded half up, and those need not
/// add up to the last hundredth. An explanation writes all six decimals in which points are counted,
/// leaves off final noughts, and gives what has no such end as a fraction beside its rounded value.
public struct ExplanationWords: Sendable {
  /// The language.
  public let language: Language
  private let figures: FigureText
  private let styles: [String: FigureStyle]
  private let indicators: [Indicator]

  /// Prepares the words for a checklist.
  public init(_ checklist: CompiledChecklist, _ language: Language) {
    self.language = language
    figures = FigureText(language)
    indicators = checklist.indicators
    var styles: [String: FigureStyle] = [:]
    for indicator in checklist.indicators { styles[indicator.id] = indicator.figureStyle }
    for target in checklist.checklist.targets {
      styles[target.variable] = target.values.first?.style ?? .plain
    }
    self.styles = styles
  }

  /// Millionths of a point, all decimals shown.
  public func points(_ millionths: Int64) -> String {
    figures.text(Rational(millionths: millionths), .plain)
  }

  /// A share of the points or of what was asked: `12/19 (≈ 63,16%)`, or `50%` where that is exact.
  public func share(_ value: Rational) -> String {
    let percent = figures.text(value, .percent)
    do throws(NumberError) {
      let tenThousand = try value.multiplied(by: Rational(10_000))
      if tenThousand.isWhole { return percent }
    } catch {
      // Too large to be told otherwise than as a fraction.
    }
    return fraction(value) + " (≈ " + percent + ")"
  }

  /// A number as a fraction of two whole numbers.
  public func fraction(_ value: Rational) -> String {
    let numerator = figures.text(Rational(value.numerator), .plain)
    if value.isWhole { return numerator }
    return numerator + "/" + figures.text(Rational(value.denominator), .plain)
  }

  /// What a part of an expression came to.
  public func text(_ step: TraceStep) -> String { text(step.value, of: step.text) }

  /// The value of an expression; `name` is how it is written, by which an indicator's own style is
  /// found.
  public func text(_ value: Value, of name: String) -> String {
    switch value {
    case .number(let number): return text(number, styles[name] ?? .plain)
    case .int(let int): return figures.text(Rational(int), .plain)
    case .bool(let truth):
      return truth
        ? LocalizedText(vi: "đúng", en: "true")[language]
        : LocalizedText(vi: "sai", en: "false")[language]
    case .null: return LocalizedText(vi: "không áp dụng", en: "not applicable")[language]
    case .timestamp(let point):
      return CivilDateTime(point)?.dayOrTime[language] ?? value.literal
    case .unknown(let set):
      let names = set.attributes.map { $0.description }.joined(separator: ", ")
      return AnswerText.unanswered[language] + " (" + names + ")"
    case .error(let error):
      return LocalizedText(vi: "lỗi: ", en: "error: ")[language] + error.localized[language]
    default: return shortened(value.literal)
    }
  }

  /// What a parameter of a check means, without what only an author has to know.
  public func title(ofParameter name: String, of check: Check) -> String? {
    guard let summary = CheckKind.builtIn(check.kind)?.description.parameter(name)?.summary else {
      return nil
    }
    let head = summary[language].utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ":") }
    return String(decoding: head, as: UTF8.self)
  }

  /// A parameter as its author gave it, choices and options as people say them.
  public func text(ofParameter name: String, of check: Check) -> String {
    guard let parameter = check.parameters[name] else { return "" }
    let type = CheckKind.builtIn(check.kind)?.description.parameter(name)?.type
    if case .choice? = type, case .name(let word) = parameter {
      return ExplanationWords.choices[word]?[language] ?? word
    }
    return text(parameter, options: options(of: check))
  }

  /// The options of the scale that a check reads.
  private func options(of check: Check) -> [ChoiceOption] {
    guard let id = check.parameters["of"]?.singleName else { return [] }
    return indicators.first { $0.id == id }?.options ?? []
  }

  /// The words of the kinds' choices.
  static let choices: [String: LocalizedText] = [
    "not_applicable": LocalizedText(vi: "không áp dụng", en: "not applicable"),
    "met": LocalizedText(vi: "đạt", en: "met"),
    "unmet": LocalizedText(vi: "chưa đạt", en: "not met"),
    "unanswered": LocalizedText(vi: "chưa có số liệu", en: "unanswered"),
    "equal": LocalizedText(vi: "bằng", en: "equal"),
    "at_most": LocalizedText(vi: "không quá", en: "at most"),
    "at_least": LocalizedText(vi: "ít nhất", en: "at least"),
    "rises": LocalizedText(vi: "tăng", en: "rises"),
    "falls": LocalizedText(vi: "giảm", en: "falls"),
    "does_not_rise": LocalizedText(vi: "không tăng", en: "does not rise"),
    "does_not_fall": LocalizedText(vi: "không giảm", en: "does not fall"),
  ]

  private func text(_ parameter: ParameterValue, options: [ChoiceOption]) -> String {
    switch parameter {
    case .number(let number, let style): return figures.text(number, style)
    case .expression(let text), .name(let text): return text.onOneLine
    case .date(let date): return date.text[language]
    case .limit(let limit): return limit.text[language]
    case .shares(let shares):
      var parts: [String] = []
      for option in shares.keys.sorted(by: { first, second in
        let (one, other) = (shares[first] ?? .zero, shares[second] ?? .zero)
        return one == other ? first < second : one > other
      }) {
        let title = options.first { $0.id == option }?.title[language] ?? option
        parts.append(title + ": " + figures.text(shares[option] ?? .zero, .percent))
      }
      return parts.joined(separator: "; ")
    case .list(let values): return values.map { text($0, options: options) }.joined(separator: ", ")
    }
  }

  /// A cell of a table.
  public func text(_ cell: CellValue?, _ column: TableColumn) -> String {
    switch cell {
    case .number(let number):
      let style = column.figureStyle
      return figures.text(number, style) + (column.unit.map { " " + $0[language] } ?? "")
    case .bool(let truth):
      return truth
        ? LocalizedText(vi: "có", en: "yes")[language]
        : LocalizedText(vi: "không", en: "no")[language]
    case .text(let word):
      for option in column.options where option.id == word { return option.title[language] }
      return shortened(word)
    case .date(let date): return date.text[language]
    case .notApplicable: return LocalizedText(vi: "không áp dụng", en: "not applicable")[language]
    case nil: return AnswerText.unanswered[language]
    }
  }

  private func text(_ number: Number, _ style: FigureStyle) -> String {
    let text = figures.text(number, style)
    guard style == .plain, case .exact(let value) = number, !value.isWhole else { return text }
    do throws(NumberError) {
      if try value.multiplied(by: Rational(1_000_000)).isWhole { return text }
    } catch {
      return text
    }
    return fraction(value) + " ≈ " + text
  }

  /// A long value cut short, so that a table does not fill the page.
  private func shortened(_ text: String) -> String {
    let limit = 100
    return text.count <= limit ? text : String(text.prefix(limit)) + "…"
  }
}

extension TableColumn {
  /// How its figures are written.
  fileprivate var figureStyle: FigureStyle {
    switch type {
    case .percent: .percent
    case .money: .money
    case .int, .decimal, .hours, .workingDays, .bool, .yesNoNA, .choice, .text, .date: .plain
    }
  }
}

extension CivilDateTime {
  /// The time of a point in Vietnam; nil outside the years of dates.
  fileprivate init?(_ point: Timestamp) {
    let local = point.seconds + 7 * 3600
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    guard let date = CivilDate(daysSinceEpoch: Int(day)) else { return nil }
    self.init(date: date, minute: Int(local - day * 86_400) / 60)
  }

  /// The day alone at midnight, which stands for the day.
  fileprivate var dayOrTime: LocalizedText { minute == 0 ? date.text : text }
}
