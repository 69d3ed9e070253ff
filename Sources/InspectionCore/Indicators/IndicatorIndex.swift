import Diagnostics

/// The indicators that the rules of a checklist read, found by name without searching or copying.
public struct IndicatorIndex: Sendable {
  /// The indicators in their order.
  public let all: [Indicator]
  /// What may be read of each as it stands.
  let fits: [AnswerFit]
  private let names: NameIndex

  /// Indexes indicators; of two with one name the later is found.
  public init(_ indicators: [Indicator]) {
    all = indicators
    fits = indicators.map { AnswerFit($0) }
    names = NameIndex(indicators.map { $0.id })
  }

  /// The indicator of a name.
  public subscript(id: String) -> Indicator? { place(of: id).map { all[$0] } }

  /// The place of an indicator among ``all``.
  func place(of id: String) -> Int? { names.position(of: id) }

  /// What an indicator is called; its name where there is none.
  func title(of id: String, _ language: Language) -> String {
    guard let place = place(of: id) else { return id }
    return all[place].title[language]
  }
}
