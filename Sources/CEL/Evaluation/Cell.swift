/// Where a value lies. It can be read there without being held, which would count references: two
/// locked operations for each field of a map.
struct Cell<Content>: ~Copyable {
  let content: Content
}

extension Cell<Value> {
  /// The int there, if it is one.
  @inline(__always)
  borrowing func int() -> Int64? {
    if case .int(let number) = content { number } else { nil }
  }

  /// The field of the map there where it is an int.
  @inline(__always)
  borrowing func int(_ name: FieldName) -> Int64? {
    if case .map(let map) = content { map.int(of: name) } else { nil }
  }

  /// The field of the map there, or nil where there is no map or it has none.
  @inline(__always)
  borrowing func field(_ name: FieldName) -> Value? {
    if case .map(let map) = content { map.value(of: name) } else { nil }
  }
}

extension Cell<Value?> {
  /// The int there, if it is one.
  @inline(__always)
  borrowing func int() -> Int64? {
    if case .int(let number)? = content { number } else { nil }
  }

  /// The field of the map there where it is an int.
  @inline(__always)
  borrowing func int(_ name: FieldName) -> Int64? {
    if case .map(let map)? = content { map.int(of: name) } else { nil }
  }

  /// The field of the map there, or nil where there is no map or it has none.
  @inline(__always)
  borrowing func field(_ name: FieldName) -> Value? {
    if case .map(let map)? = content { map.value(of: name) } else { nil }
  }
}

/// The variable of a loop.
struct LoopVariable {
  /// Where its value lies: in the list gone through, or with the loop.
  var value: UnsafePointer<Value>?
  /// The start of that list and its number among what a trace keeps, where one is kept.
  var list: (start: UnsafePointer<Value>, number: Int)?

  /// Creates a variable that has no value yet.
  init() {}
}
