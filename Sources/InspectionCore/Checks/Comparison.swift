import CEL
import Diagnostics

/// The comparison a check asks for, with the figure to compare with.
struct Comparison: Sendable {
  enum Relation: String, Sendable, CaseIterable {
    case atLeast = "at_least"
    case above
    case atMost = "at_most"
    case below
  }

  let relation: Relation
  let target: Figure
  /// "at least ", for a reason.
  let words: ReasonPart

  init(_ relation: Relation, _ target: Figure) {
    self.relation = relation
    self.target = target
    words = .text(Comparison.words(relation) + LocalizedText(same: " "))
  }

  /// The parameters of a comparison, of which exactly one is given.
  static func parameters(_ what: LocalizedText) -> [ParameterDescription] {
    var parameters: [ParameterDescription] = []
    for relation in Relation.allCases {
      parameters.append(
        ParameterDescription(
          relation.rawValue, .figure,
          LocalizedText(
            vi: what.vi + " phải " + words(relation).vi + " mức này",
            en: what.en + " must be " + words(relation).en + " this"),
          group: "comparison"))
    }
    return parameters
  }

  /// Compiles whichever comparison the check gives; nil after reporting what is wrong.
  static func compiled(_ compiler: inout CheckCompiler) -> Comparison? {
    var given: [Relation] = []
    for relation in Relation.allCases where compiler.value(relation.rawValue) != nil {
      given.append(relation)
    }
    guard let relation = given.first, given.count == 1 else {
      compiler.report(
        nil, nil, code: given.isEmpty ? "missing-parameter" : "parameter-group",
        LocalizedText(
          vi: "cần đúng một trong các tham số at_least, above, at_most, below",
          en: "exactly one of at_least, above, at_most, below is needed"), length: 0)
      return nil
    }
    guard let target = compiler.figure(relation.rawValue) else { return nil }
    return Comparison(relation, target)
  }

  func holds(_ number: Number, _ target: Number) -> Truth {
    switch relation {
    case .atLeast: target.isLessOrEqual(to: number)
    case .above: target.isLess(than: number)
    case .atMost: number.isLessOrEqual(to: target)
    case .below: number.isLess(than: target)
    }
  }

  private static func words(_ relation: Relation) -> LocalizedText {
    switch relation {
    case .atLeast: LocalizedText(vi: "ít nhất", en: "at least")
    case .above: LocalizedText(vi: "trên", en: "above")
    case .atMost: LocalizedText(vi: "không quá", en: "at most")
    case .below: LocalizedText(vi: "dưới", en: "below")
    }
  }
}

/// What a check says where the figure it divides by is zero.
enum WhenZero: String, Sendable, CaseIterable {
  case notApplicable = "not_applicable"
  case met
  case unmet
  case unanswered

  static let parameter = ParameterDescription(
    "when_zero", .choice(["not_applicable", "met", "unmet", "unanswered"]),
    LocalizedText(
      vi: "kết quả khi mẫu số bằng 0", en: "the verdict where the figure divided by is zero"))

  /// The choice the check makes; nil after reporting that it makes none.
  static func compiled(_ compiler: inout CheckCompiler) -> WhenZero? {
    if let word = compiler.choice("when_zero"), let choice = WhenZero(rawValue: word) {
      return choice
    }
    compiler.report(
      nil, nil, code: "missing-parameter",
      LocalizedText(
        vi: "cần tham số when_zero: not_applicable, met, unmet hoặc unanswered",
        en: "when_zero is needed: not_applicable, met, unmet or unanswered"), length: 0)
    return nil
  }

  func judgement(_ divisor: Figure) -> Judgement {
    let reason = Reason([
      .text(
        LocalizedText(vi: "Số liệu dùng để so sánh là ", en: "The figure to compare with is ")),
      divisor.part(Number(0)),
    ])
    switch self {
    case .notApplicable: return .notApplicable(reason)
    case .met: return .met(reason)
    case .unmet: return .unmet(reason)
    case .unanswered:
      return Judgement(
        .unanswered, credit: Rational(0), reason: reason, wanting: divisor.inputs)
    }
  }
}

extension Judgement {
  /// The judgement of a comparison: met or unmet where it is decided, otherwise unanswered; with
  /// partial credit, a decided shortfall earns `share` of the points.
  static func compared(
    _ truth: Truth, reason: Reason, share: Rational? = nil, in sheet: AnswerSheet
  ) -> Judgement {
    switch truth {
    case .yes: return .met(reason)
    case .no:
      guard let share, share > Rational(0) else { return .unmet(reason) }
      return Judgement(.partial, credit: min(share, Rational(1)), reason: reason)
    case .open(let sources): return .unanswered(wanting: sources, in: sheet)
    }
  }

  /// Unanswered because these numbers are bounds only, and their exact value is wanted.
  static func inexact(_ numbers: [Number], in sheet: AnswerSheet) -> Judgement {
    var wanting: [String] = []
    for number in numbers where number.interval.point == nil {
      for source in number.interval.sources where !wanting.contains(source) {
        wanting.append(source)
      }
    }
    return .unanswered(wanting: wanting, in: sheet)
  }
}

extension Number {
  /// Whether the number is zero, an average of zero included.
  var isZero: Bool { interval.point?.isZero ?? false }

  /// The share `self / whole`, from 0 to 1, that something short of the whole reached. Of figures known
  /// as ranges it is the least share if the greatest earns the same by `partial`, otherwise nil.
  func share(
    of whole: Number, earning partial: PartialCredit
  ) throws(NumberError) -> Rational? {
    if let part = interval.point, let whole = whole.interval.point {
      if part <= .zero { return .zero }
      return part >= whole ? .one : try part.divided(by: whole)
    }
    if let upper = interval.upper, upper.value <= .zero { return .zero }
    guard let smallest = whole.interval.lower, smallest.value > .zero else { return nil }
    var least = Rational.zero
    if let lower = interval.lower, lower.value > .zero, let greatest = whole.interval.upper {
      least = try lower.value.divided(by: greatest.value)
    }
    var most = Rational.one
    var isReached = false
    if let upper = interval.upper, upper.value < smallest.value {
      most = try upper.value.divided(by: smallest.value)
      isReached = upper.isClosed && smallest.isClosed
    }
    return partial.earnsTheSame(from: least, to: most, isReached: isReached) ? least : nil
  }
}
