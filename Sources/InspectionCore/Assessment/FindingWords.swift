public import Diagnostics

/// What an unmet or partly met check is called. The class of its norm decides, so that nobody is
/// charged with more than what stands behind the check.
public enum FindingWord: String, Hashable, Sendable, CaseIterable {
  /// A duty in law unmet, confirmed by a leader, with a verified citation of its place in force.
  case violation
  /// A duty in law unmet.
  case shortcoming
  /// A target of a programme missed.
  case shortfall
  /// A criterion of a scoring scheme unmet.
  case criterion
  /// Figures that do not agree: they are to be reviewed, and nothing is said of the work behind them.
  case review
  /// Good practice not followed: a recommendation.
  case recommendation

  /// The word for a check of a class.
  ///
  /// - Parameters:
  ///   - isConfirmed: whether a leader confirmed the finding.
  ///   - isVerified: whether the check cites a place of law that was seen in its source and was in
  ///     force in the inspected period.
  public init(_ checkClass: CheckClass, isConfirmed: Bool, isVerified: Bool) {
    switch checkClass {
    case .duty: self = isConfirmed && isVerified ? .violation : .shortcoming
    case .target: self = .shortfall
    case .criterion: self = .criterion
    case .consistency: self = .review
    case .practice: self = .recommendation
    }
  }

  /// The word inside a sentence.
  public var noun: LocalizedText {
    switch self {
    case .violation: LocalizedText(vi: "vi phạm", en: "violation")
    case .shortcoming:
      LocalizedText(vi: "thiếu sót so với trách nhiệm", en: "shortcoming against a duty")
    case .shortfall: LocalizedText(vi: "hụt so với chỉ tiêu", en: "shortfall against a target")
    case .criterion: LocalizedText(vi: "nội dung chưa đạt tiêu chí", en: "criterion not met")
    case .review:
      LocalizedText(vi: "đề nghị rà soát số liệu", en: "request to review the figures")
    case .recommendation: LocalizedText(vi: "khuyến nghị", en: "recommendation")
    }
  }

  /// How the line of a finding begins.
  public func head(_ verdict: Verdict) -> LocalizedText {
    let isPartial = verdict == .partial
    return switch self {
    case .violation:
      isPartial
        ? LocalizedText(vi: "Vi phạm, đã thực hiện một phần", en: "Violation, partly done")
        : LocalizedText(vi: "Vi phạm", en: "Violation")
    case .shortcoming:
      isPartial
        ? LocalizedText(
          vi: "Thiếu sót so với trách nhiệm, đã thực hiện một phần",
          en: "Shortcoming against a duty, partly done")
        : LocalizedText(vi: "Thiếu sót so với trách nhiệm", en: "Shortcoming against a duty")
    case .shortfall:
      isPartial
        ? LocalizedText(vi: "Mới đạt một phần chỉ tiêu", en: "Shortfall, target partly reached")
        : LocalizedText(vi: "Chưa đạt chỉ tiêu", en: "Shortfall against a target")
    case .criterion:
      isPartial
        ? LocalizedText(vi: "Mới đạt một phần tiêu chí", en: "Criterion partly met")
        : LocalizedText(vi: "Chưa đạt tiêu chí", en: "Criterion not met")
    case .review: LocalizedText(vi: "Đề nghị rà soát số liệu", en: "Review the figures")
    case .recommendation: LocalizedText(vi: "Khuyến nghị", en: "Recommendation")
    }
  }

  /// Under which heading a record lists it.
  public var group: FindingGroup {
    switch self {
    case .violation, .shortcoming, .shortfall, .criterion: .deficiency
    case .review: .review
    case .recommendation: .recommendation
    }
  }
}

/// The headings under which a record lists what it found, in their order.
public enum FindingGroup: String, Hashable, Sendable, CaseIterable {
  /// Against a duty, a target or a criterion (tồn tại, hạn chế).
  case deficiency
  /// Figures to be reviewed.
  case review
  /// What is recommended and never counted as a deficiency.
  case recommendation

  /// The heading.
  public var title: LocalizedText {
    switch self {
    case .deficiency:
      LocalizedText(vi: "Tồn tại, hạn chế và thời hạn", en: "Deficiencies and deadlines")
    case .review: LocalizedText(vi: "Đề nghị rà soát số liệu", en: "Figures to be reviewed")
    case .recommendation: LocalizedText(vi: "Khuyến nghị", en: "Recommendations")
    }
  }
}

extension Deficiency {
  /// What the finding is called.
  public var word: FindingWord {
    FindingWord(
      check.checkClass, isConfirmed: confirmation != nil, isVerified: confirmation != nil)
  }
}

extension Assessment {
  /// The findings of one heading, in their order.
  public func deficiencies(in group: FindingGroup) -> [Deficiency] {
    deficiencies.filter { $0.word.group == group }
  }
}
