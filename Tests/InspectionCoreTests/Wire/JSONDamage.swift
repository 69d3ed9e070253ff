import JSON

/// One step into a JSON document.
enum JSONStep: Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case key(String)
  case index(Int)

  init(stringLiteral value: String) { self = .key(value) }
  init(integerLiteral value: Int) { self = .index(value) }
}

extension JSONValue {
  /// The document with the value at a path replaced, or removed where the new one is nil; a path
  /// that leads nowhere changes nothing.
  func replacing(_ path: some Collection<JSONStep>, with value: JSONValue?) -> JSONValue {
    guard let step = path.first else { return value ?? .null }
    let rest = path.dropFirst()
    switch (self, step) {
    case (.object(var object), .key(let key)):
      if rest.isEmpty {
        object[key] = value
      } else if let member = object[key] {
        object[key] = member.replacing(rest, with: value)
      }
      return .object(object)
    case (.array(var elements), .index(let index)) where elements.indices.contains(index):
      if rest.isEmpty, value == nil {
        elements.remove(at: index)
      } else {
        elements[index] = elements[index].replacing(rest, with: value)
      }
      return .array(elements)
    default: return self
    }
  }

  /// The value at a path; nil where it leads nowhere.
  func value(at path: some Collection<JSONStep>) -> JSONValue? {
    guard let step = path.first else { return self }
    let member: JSONValue? =
      switch step {
      case .key(let key): self[key]
      case .index(let index): self[index]
      }
    return member?.value(at: path.dropFirst())
  }

  /// Every path into the document but the empty one.
  func paths() -> [[JSONStep]] {
    var found: [[JSONStep]] = []
    switch self {
    case .object(let object):
      for (key, value) in object {
        found.append([.key(key)])
        found += value.paths().map { [.key(key)] + $0 }
      }
    case .array(let elements):
      for (index, value) in elements.enumerated() {
        found.append([.index(index)])
        found += value.paths().map { [.index(index)] + $0 }
      }
    default: break
    }
    return found
  }
}
