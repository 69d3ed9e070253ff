public import Diagnostics

/// The unit a submission is about, as the submission names it.
public struct InspectedUnit: Hashable, Sendable {
  /// The code; it names the unit.
  public var code: String
  /// The name for people.
  public var name: String
  /// The level, such as `district` or `commune`; configured, not built in.
  public var level: String
  /// The classes it belongs to, such as `mountain`; a checklist may set its thresholds by them.
  public var classes: [String]

  /// Creates a unit.
  public init(code: String, name: String, level: String, classes: [String] = []) {
    self.code = code
    self.name = name
    self.level = level
    self.classes = classes
  }
}

/// A class of units that a checklist tells apart, such as communes in the mountains.
public struct UnitClass: Hashable, Sendable {
  /// The id.
  public var id: String
  /// What it is called.
  public var title: LocalizedText

  /// Creates a class.
  public init(id: String, title: LocalizedText) {
    self.id = id
    self.title = title
  }
}
