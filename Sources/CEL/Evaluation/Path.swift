import Diagnostics

/// A step into a value.
enum PathStep: Sendable {
  case field(FieldName, SourceRange)
  case index(Step, SourceRange)
  case optionalField(FieldName, SourceRange)
  case optionalIndex(Step, SourceRange)

  /// Whether the step is written out, so that nothing is evaluated to find it.
  var isField: Bool {
    switch self {
    case .field, .optionalField: true
    case .index, .optionalIndex: false
    }
  }
}

/// The part of a value that a step leads to (langdef.md, "Field Selection").
///
/// After an optional step all further steps are optional too: `a.?b.c` is absent where either is.
func apply(_ step: PathStep, to value: Value, _ frame: inout Frame) -> Value {
  switch step {
  case .field(let name, let range): return field(name, of: value, range)
  case .optionalField(let name, let range):
    if value.isFailure { return value }
    if case .optional(nil) = value { return value }
    return optional(part(of: unwrapped(value), .string(name.text)), range)
  case .index(let index, let range):
    if value.isFailure { return value }
    let key = index(&frame)
    if key.isFailure { return key }
    guard frame.pay(for: key) else { return Value.limitExceeded.located(at: range) }
    guard case .optional(let inner) = value else { return part(of: value, key).located(at: range) }
    guard let inner else { return value }
    return optional(part(of: inner, key), range)
  case .optionalIndex(let index, let range):
    if value.isFailure { return value }
    let key = index(&frame)
    if key.isFailure { return key }
    guard frame.pay(for: key) else { return Value.limitExceeded.located(at: range) }
    if case .optional(nil) = value { return value }
    return optional(part(of: unwrapped(value), key), range)
  }
}

/// A field of a value.
func field(_ name: FieldName, of value: Value, _ range: SourceRange) -> Value {
  switch value {
  case .map(let map): map.value(of: name) ?? missing(shortened(name.text)).located(at: range)
  case .error, .unknown, .optional(nil): value
  case .optional(let inner?): optional(part(of: inner, .string(name.text)), range)
  default: part(of: value, .string(name.text)).located(at: range)
  }
}

private func unwrapped(_ value: Value) -> Value {
  if case .optional(let inner?) = value { inner } else { value }
}

/// What is there as a present optional, what is absent as an absent one, other errors as they are.
private func optional(_ found: Value, _ range: SourceRange) -> Value {
  guard case .error(let error) = found else { return .optional(found) }
  switch error.code {
  case .noSuchKey, .indexOutOfRange: return .optional(nil)
  default: return found.located(at: range)
  }
}

private func missing(_ key: String) -> Value { .failure(.noSuchKey, "no such key: \(key)") }

/// The entry of a map or the element of a list.
func part(of value: Value, _ key: Value) -> Value {
  switch value {
  case .map(let map): return map[key] ?? missing(key.plainText)
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
