import Diagnostics

/// The indicators that the rules of a checklist read, found by name without searching or copying.
public struct IndicatorIndex: Sendable {
  /// The indicators in their order.
  public let all: [Indicator]
  private let places: [String: Int]

  /// Indexes indicators; of two with one name the later is found.
  public init(_ indicators: [Indicator]) {
    all = indicators
    var places: [String: Int] = [:]
    places.reserveCapacity(indicators.count)
    for (place, indicator) in indicators.enumerated() { places[indicator.id] = place }
    self.places = places
  }

  /// The indicator of a name.
  public subscript(id: String) -> Indicator? { places[id].map { all[$0] } }

  /// The place of an indicator among ``all``.
  func place(of id: String) -> Int? { places[id] }

  /// What an indicator is called; its name where there is none.
  func title(of id: String, _ language: Language) -> String {
    guard let place = places[id] else { return id }
    return all[place].title[language]
  }
}
