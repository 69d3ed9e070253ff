import CEL
import Diagnostics
import InspectionCore

// Values of a checklist in the words of an official.

extension LocalizedText {
  /// A number in each language's own spelling.
  init(_ value: Rational, _ style: FigureStyle) {
    self.init(vi: FigureText(.vi).text(value, style), en: FigureText(.en).text(value, style))
  }

  /// Points, given in millionths.
  init(points: Int64) { self.init(Rational(millionths: points), .plain) }

  init(_ date: CivilDate) { self.init(vi: date.vietnamese, en: date.iso) }

  static func yesNo(_ truth: Bool) -> LocalizedText {
    truth ? LocalizedText(vi: "có", en: "yes") : LocalizedText(vi: "không", en: "no")
  }

  /// What stands where nothing is set.
  static let nothing = LocalizedText(vi: "không có", en: "none")

  /// Several texts with something between them; nothing where there are none.
  static func joined(_ texts: [LocalizedText], _ separator: String = "; ") -> LocalizedText {
    guard !texts.isEmpty else { return .nothing }
    return LocalizedText(
      vi: texts.map(\.vi).joined(separator: separator),
      en: texts.map(\.en).joined(separator: separator))
  }

  /// A name with a text after it.
  static func labelled(_ name: LocalizedText, _ text: LocalizedText) -> LocalizedText {
    LocalizedText(vi: "\(name.vi) \(text.vi)", en: "\(name.en) \(text.en)")
  }

  static func labelled(_ name: String, _ text: LocalizedText) -> LocalizedText {
    labelled(LocalizedText(same: name), text)
  }

  /// A stretch of days, open at either end.
  static func days(_ from: CivilDate?, _ to: CivilDate?) -> LocalizedText {
    switch (from, to) {
    case (nil, nil): LocalizedText(vi: "mọi lúc", en: "always")
    case (let from?, nil): LocalizedText(vi: "từ \(from.vietnamese)", en: "from \(from.iso)")
    case (nil, let to?): LocalizedText(vi: "đến hết \(to.vietnamese)", en: "up to \(to.iso)")
    case (let from?, let to?):
      LocalizedText(
        vi: "từ \(from.vietnamese) đến hết \(to.vietnamese)", en: "from \(from.iso) to \(to.iso)")
    }
  }

  /// Bounds, open at either end.
  static func bounds(
    _ lower: Rational?, _ upper: Rational?, _ style: FigureStyle
  ) -> LocalizedText {
    var parts: [LocalizedText] = []
    if let lower {
      parts.append(.labelled(LocalizedText(vi: "từ", en: "from"), LocalizedText(lower, style)))
    }
    if let upper {
      parts.append(.labelled(LocalizedText(vi: "đến", en: "to"), LocalizedText(upper, style)))
    }
    return .joined(parts, " ")
  }
}

extension ParameterValue {
  var words: LocalizedText {
    switch self {
    case .number(let value, let style): LocalizedText(value, style)
    case .expression(let text): LocalizedText(same: RuleMeaning(text).text)
    case .name(let name): LocalizedText(same: name)
    case .date(let date): LocalizedText(date)
    case .limit(let limit): limit.text
    case .shares(let shares):
      .joined(
        shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { option, share in
          .labelled(option + ":", LocalizedText(share, .percent))
        }, ", ")
    case .list(let values): .joined(values.map(\.words), ", ")
    }
  }
}

extension PartialCredit {
  var words: LocalizedText {
    switch self {
    case .none: return LocalizedText(vi: "không", en: "none")
    case .linear: return LocalizedText(vi: "theo tỷ lệ", en: "in proportion")
    case .stepped(let steps):
      return .joined(
        steps.map { step in
          let from = LocalizedText(step.from, .percent)
          let credit = LocalizedText(step.credit, .percent)
          return LocalizedText(
            vi: "từ \(from.vi) được \(credit.vi)", en: "from \(from.en) earns \(credit.en)")
        })
    }
  }
}

extension ScoringMode {
  /// The mode in words.
  var words: LocalizedText {
    switch self {
    case .points: LocalizedText(vi: "chấm điểm", en: "points")
    case .verdicts: LocalizedText(vi: "chỉ kết luận, không chấm điểm", en: "verdicts alone")
    }
  }
}

extension NotApplicablePolicy {
  var words: LocalizedText {
    switch self {
    case .redistribute: LocalizedText(vi: "chia lại cho mục khác", en: "redistributed")
    case .exclude: LocalizedText(vi: "bỏ ra khỏi tổng", en: "excluded")
    case .full: LocalizedText(vi: "cho đủ điểm", en: "given in full")
    case .zero: LocalizedText(vi: "không điểm", en: "lost")
    }
  }
}

extension SourceStatus {
  var words: LocalizedText {
    switch self {
    case .verified: LocalizedText(vi: "đã đối chiếu", en: "verified")
    case .recalled: LocalizedText(vi: "chưa đối chiếu", en: "recalled")
    }
  }
}

extension TimeBasis {
  var words: LocalizedText {
    switch self {
    case .asOf: LocalizedText(vi: "tại một ngày", en: "on one day")
    case .period: LocalizedText(vi: "trong kỳ", en: "over the period")
    case .programme: LocalizedText(vi: "lũy kế chương trình", en: "since the programme began")
    }
  }
}

extension Check {
  /// The rule as a whole: its kind and parameters, or the expression alone.
  var ruleWords: LocalizedText {
    if kind == CheckKind.ruleID, let text = parameters["expr"]?.words { return text }
    let description = CheckKind.builtIn(kind)?.description
    let names = description?.parameters.map(\.name) ?? []
    let others = parameters.keys.filter { !names.contains($0) }.sorted()
    let given = (names + others).compactMap { name in
      parameters[name].map { LocalizedText.labelled(name + ":", $0.words) }
    }
    let title = description?.title ?? LocalizedText(same: kind)
    return .labelled(title, LocalizedText(same: "(") + .joined(given) + LocalizedText(same: ")"))
  }

  /// The check in a list: its title with its points.
  var summaryWords: LocalizedText {
    let points = LocalizedText(points: points)
    return LocalizedText(
      vi: "\(title.vi) (\(points.vi) điểm)", en: "\(title.en) (\(points.en) points)")
  }
}
