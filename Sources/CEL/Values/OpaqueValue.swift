/// A value of a type that CEL knows by name only, such as an IP address: what functions of a library
/// or of the host make and read.
///
/// Two of them are equal where type and content are, so the content must be in one canonical form.
public struct OpaqueValue: Sendable {
  /// The name of the type, such as `net.IP`.
  public let typeName: String
  /// The value in a form that only the functions of its type understand.
  public let content: [UInt8]
  private let describe: @Sendable ([UInt8]) -> String

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - typeName: the name of the type, such as `net.IP`.
  ///   - content: the value in a form that only the functions of its type understand.
  ///   - describe: the expression that gives the value, from its content: `ip("::1")`.
  public init(
    typeName: String, content: [UInt8], describe: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.typeName = typeName
    self.content = content
    self.describe = describe
  }

  /// The value as an expression that gives it.
  public var literal: String { describe(content) }

  /// Whether two values are of one type and have one content.
  public func isEqual(to other: OpaqueValue) -> Bool {
    sameCodePoints(typeName, other.typeName) && content == other.content
  }
}
