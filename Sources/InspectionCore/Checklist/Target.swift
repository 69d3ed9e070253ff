public import CEL
public import Diagnostics

/// One value of a target, with the days and the class of unit it holds for.
public struct TargetValue: Hashable, Sendable {
  /// The value.
  public var value: Rational
  /// How it is written.
  public var style: FigureStyle
  /// The first day it holds; nil from the beginning.
  public var from: CivilDate?
  /// The last day it holds; nil without an end.
  public var to: CivilDate?
  /// The class of unit it holds for; nil for every unit without a value of its class.
  public var unitClass: String?

  /// Creates a value.
  public init(
    _ value: Rational, _ style: FigureStyle, from: CivilDate? = nil, to: CivilDate? = nil,
    unitClass: String? = nil
  ) {
    self.value = value
    self.style = style
    self.from = from
    self.to = to
    self.unitClass = unitClass
  }

  func holds(on day: CivilDate) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }
}

/// A target of a programme (chỉ tiêu chương trình): a level that changes with the years and the class
/// of unit, kept apart from the rules that use it as `target.ID`.
public struct Target: Hashable, Sendable {
  /// The id, without the prefix.
  public var id: String
  /// What it sets.
  public var title: LocalizedText
  /// Its values.
  public var values: [TargetValue]
  /// What it rests on.
  public var cites: [CitationReference]
  /// Whether the values were seen in a source.
  public var status: SourceStatus

  /// Creates a target.
  public init(
    id: String, title: LocalizedText, values: [TargetValue], cites: [CitationReference] = [],
    status: SourceStatus = .recalled
  ) {
    self.id = id
    self.title = title
    self.values = values
    self.cites = cites
    self.status = status
  }

  /// The name of the target in rules.
  public var variable: String { Target.prefix + id }

  static let prefix = "target."

  /// The value on the last day of a period for a unit: that of the first of its classes that has
  /// one, otherwise the one for every unit; nil where none is set.
  public func value(for unit: InspectedUnit, in period: Period) -> TargetValue? {
    for name in unit.classes {
      for value in values where value.unitClass == name && value.holds(on: period.to) {
        return value
      }
    }
    for value in values where value.unitClass == nil && value.holds(on: period.to) {
      return value
    }
    return nil
  }
}
