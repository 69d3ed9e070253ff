import Diagnostics

/// The part of a value that a step leads to (langdef.md, "Field Selection").
///
/// After an optional step all further steps are optional too: `a.?b.c` is absent where either is.
func apply(_ step: PathStep, to value: Value, _ frame: Frame) -> Value {
  if value.isFailure { return value }
  let isOptional: Bool
  let key: Value
  let place: SourceRange
  switch step {
  case .field(let name, let range):
    (isOptional, key, place) = (false, .string(name), range)
  case .optionalField(let name, let range):
    (isOptional, key, place) = (true, .string(name), range)
  case .index(let index, let range): (isOptional, key, place) = (false, index(frame), range)
  case .optionalIndex(let index, let range):
    (isOptional, key, place) = (true, index(frame), range)
  }
  if key.isFailure { return key }
  if case .optional(let inner) = value {
    guard let inner else { return value }
    return optional(part(of: inner, key), place)
  }
  let found = part(of: value, key)
  return isOptional ? optional(found, place) : found.located(at: place)
}

/// What is there as a present optional, what is absent as an absent one, other errors as they are.
private func optional(_ found: Value, _ range: SourceRange) -> Value {
  guard case .error(let error) = found else { return .optional(found) }
  switch error.code {
  case .noSuchKey, .indexOutOfRange: return .optional(nil)
  default: return found.located(at: range)
  }
}

/// The entry of a map or the element of a list.
func part(of value: Value, _ key: Value) -> Value {
  switch value {
  case .map(let map):
    return map[key] ?? .failure(.noSuchKey, "no such key: \(key.plainText)")
  case .list(let list):
    guard case .int(let index)? = MapKey(looking: key) else {
      return key.isNumeric
        ? .failure(.indexOutOfRange, "index out of bounds: \(key.plainText)") : .noSuchOverload
    }
    guard let place = Int(exactly: index), list.indices.contains(place) else {
      return .failure(.indexOutOfRange, "index out of bounds: \(index)")
    }
    return list[place]
  default: return .noSuchOverload
  }
}
