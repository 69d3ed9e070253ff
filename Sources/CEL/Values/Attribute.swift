/// A variable, or a part of one, that an expression reads: `staff.total`, `rows[2].name`.
public struct Attribute: Hashable, Sendable, CustomStringConvertible {
  /// The name of the variable as it was declared.
  public let variable: String
  /// The fields and indices that lead from the variable to the part.
  public let qualifiers: [Qualifier]

  /// One step into a value.
  public enum Qualifier: Hashable, Sendable {
    /// A field, or a string key.
    case field(String)
    /// A list index, or an int key.
    case index(Int64)
    /// A uint key beyond Int64.
    case largeIndex(UInt64)
    /// A bool key.
    case flag(Bool)
  }

  /// Creates an attribute.
  public init(variable: String, qualifiers: [Qualifier] = []) {
    self.variable = variable
    self.qualifiers = qualifiers
  }

  /// The attribute as it would be written, with dots where a field is an identifier.
  public var description: String {
    var text = variable
    for qualifier in qualifiers {
      switch qualifier {
      case .field(let name):
        text += Attribute.isIdentifier(name) ? ".\(name)" : "[\(quoted(name))]"
      case .index(let index): text += "[\(index)]"
      case .largeIndex(let index): text += "[\(index)u]"
      case .flag(let flag): text += flag ? "[true]" : "[false]"
      }
    }
    return text
  }

  /// Whether a text can be a name without quotes.
  static func isIdentifier(_ name: String) -> Bool {
    var first = true
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x5F: break
      case 0x30...0x39: if first { return false }
      default: return false
      }
      first = false
    }
    return !first
  }
}

extension Attribute.Qualifier {
  /// The qualifier that a key or an index stands for, or nil where it cannot be one.
  init?(_ value: Value) {
    switch MapKey(looking: value) {
    case .bool(let flag)?: self = .flag(flag)
    case .int(let index)?: self = .index(index)
    case .large(let index)?: self = .largeIndex(index)
    case .string(let name)?: self = .field(name)
    case nil: return nil
    }
  }
}

/// The attributes an unknown value waits for: sorted by their text, each once.
public struct UnknownSet: Hashable, Sendable {
  /// The attributes, sorted by their text.
  public let attributes: [Attribute]

  /// Sorts the attributes and drops repeated ones.
  public init(_ attributes: [Attribute]) {
    if attributes.count < 2 {
      self.attributes = attributes
      return
    }
    var texts: [(text: String, attribute: Attribute)] = []
    for attribute in attributes { texts.append((attribute.description, attribute)) }
    texts.sort { precedesByCodePoint($0.text, $1.text) }
    var kept: [Attribute] = []
    for entry in texts where kept.last != entry.attribute { kept.append(entry.attribute) }
    self.attributes = kept
  }

  /// The attributes of both.
  public func union(_ other: UnknownSet) -> UnknownSet {
    self == other ? self : UnknownSet(attributes + other.attributes)
  }
}
