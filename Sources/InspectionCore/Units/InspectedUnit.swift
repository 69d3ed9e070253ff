/// A unit (đơn vị) as one submission names it.
public struct InspectedUnit: Hashable, Sendable {
  /// The code that identifies the unit; a name never does, since names repeat and change.
  public var code: String
  /// The name as written in documents.
  public var name: String
  /// The configured level, such as `district` or `commune`.
  public var level: String

  /// Creates a unit.
  public init(code: String, name: String, level: String) {
    self.code = code
    self.name = name
    self.level = level
  }
}
