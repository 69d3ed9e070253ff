public import Diagnostics

/// How a number is known, in the words an answer uses.
public enum Qualifier: String, CaseIterable, Hashable, Sendable {
  /// Counted or measured: the number itself.
  case exact
  /// The number or more (ít nhất): [a, ∞).
  case atLeast = "at least"
  /// More than the number (trên): (a, ∞).
  case over
  /// The number or less (tối đa): (−∞, a].
  case atMost = "at most"
  /// Less than the number (dưới): (−∞, a).
  case under
  /// Near the number (khoảng): no bounds unless a tolerance is given.
  case about
  /// A mean (bình quân): the number itself, which may not enter a sum.
  case average

  /// The word as it stands in a report.
  public var label: LocalizedText {
    switch self {
    case .exact: LocalizedText(vi: "chính xác", en: "exactly")
    case .atLeast: LocalizedText(vi: "ít nhất", en: "at least")
    case .over: LocalizedText(vi: "trên", en: "over")
    case .atMost: LocalizedText(vi: "tối đa", en: "at most")
    case .under: LocalizedText(vi: "dưới", en: "under")
    case .about: LocalizedText(vi: "khoảng", en: "about")
    case .average: LocalizedText(vi: "bình quân", en: "on average")
    }
  }
}
