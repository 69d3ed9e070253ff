public import CEL
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
public struct Disclosure: Sendable {
  /// For whom.
  public let audience: Audience
  /// The indicators whose figures are masked.
  public let masked: Set<String>
  private let titles: [String: LocalizedText]

  /// Decides what to mask.
  ///
  /// A count of children or cases from 1 to 4 is masked for the public. Where a check relates
  /// exactly one masked count to others by addition, the smallest of the others is masked too, so
  /// that subtraction does not bring the first one back.
  public init(_ assessment: Assessment, checklist: Checklist, for audience: Audience) {
    var titles: [String: LocalizedText] = [:]
    var counting: Set<String> = []
    for indicator in checklist.indicators {
      titles[indicator.id] = indicator.title
      if indicator.counts != nil { counting.insert(indicator.id) }
    }
    self.titles = titles
    self.audience = audience
    guard audience == .everyone else {
      masked = []
      return
    }
    let answers = assessment.submission.answers
    var masked: Set<String> = []
    for id in counting {
      if let value = answers[id]?.countedValue, value >= Rational(1), value < Rational(5) {
        masked.insert(id)
      }
    }
    var changed = true
    while changed {
      changed = false
      for area in assessment.areas {
        for result in area.checks where result.check.kind == "sum" || result.check.kind == "rule" {
          var hidden = 0
          var smallest: (id: String, value: Rational)?
          for id in result.inputs where counting.contains(id) {
            if masked.contains(id) {
              hidden += 1
              continue
            }
            guard let value = answers[id]?.countedValue, !value.isZero else { continue }
            if let found = smallest, found.value <= value { continue }
            smallest = (id, value)
          }
          if hidden == 1, let smallest {
            masked.insert(smallest.id)
            changed = true
          }
        }
      }
    }
    self.masked = masked
  }

  /// Whether a check's earned points would tell a masked figure, since they are a share of it.
  public func hidesPoints(of result: CheckResult) -> Bool {
    guard result.verdict == .partial else { return false }
    for id in result.inputs where masked.contains(id) { return true }
    return false
  }

  /// A reason in words, masked figures left out.
  public func text(_ reason: Reason, _ language: Language) -> String {
    var text = ""
    for part in reason.parts {
      switch part {
      case .text(let words): text += words[language]
      case .indicator(let id): text += titles[id]?[language] ?? id
      case .figure(let number, let style, let inputs):
        text += figure(number, style, inputs: inputs, language)
      }
    }
    return text
  }

  /// A figure in words, or what stands for it where it is masked.
  public func figure(
    _ number: Number, _ style: FigureStyle, inputs: [String], _ language: Language
  ) -> String {
    var hidden = false
    for id in inputs where masked.contains(id) { hidden = true }
    guard hidden else { return FigureText(language).text(number, style) }
    if inputs.count == 1, let value = number.exactValue, value >= Rational(1), value < Rational(5) {
      return Disclosure.smallCount
    }
    return LocalizedText(vi: "[đã che]", en: "[masked]")[language]
  }

  /// What stands for a masked count.
  public static let smallCount = "[1–4]"
}

extension Answer {
  /// The count as stated, bounds set aside; nil where the answer is no figure.
  var countedValue: Rational? {
    if let stated { return stated }
    guard case .number(let number) = value else { return nil }
    return number.exactValue
  }
}
