/// The code points of a text, on which the string functions work.
private typealias Scalars = [Unicode.Scalar]

extension Library {
  /// Functions on strings by code point (cel-go `ext`, "Strings"): `charAt`, `indexOf`,
  /// `lastIndexOf`, `join`, `lowerAscii`, `upperAscii`, `replace`, `split`, `substring`, `trim`,
  /// `reverse`, `format` and `strings.quote`.
  public static let strings = Library(functions: searching + cutting + changing + composing)

  private static func member(
    _ name: String, _ id: String, _ parameters: [ValueType], _ result: ValueType,
    _ body: @escaping @Sendable ([Value]) -> Value
  ) -> Overload {
    Overload(id, parameters, isMember: true, result: result, body: .any(body))
  }

  private static var searching: [Function] {
    [
      Function(
        "charAt",
        overloads: [
          member("charAt", "string_char_at_int", [.string, .int], .string) { arguments in
            let text = scalars(arguments[0])
            let index = int(arguments[1])
            guard index >= 0, index <= text.count else { return outOfRange(index) }
            return index == text.count ? .string("") : string([text[index]])
          }
        ]),
      Function(
        "indexOf",
        overloads: [
          member("indexOf", "string_index_of_string", [.string, .string], .int) {
            index(of: scalars($0[1]), in: scalars($0[0]), from: 0)
          },
          member("indexOf", "string_index_of_string_int", [.string, .string, .int], .int) {
            index(of: scalars($0[1]), in: scalars($0[0]), from: int($0[2]))
          },
        ]),
      Function(
        "lastIndexOf",
        overloads: [
          member("lastIndexOf", "string_last_index_of_string", [.string, .string], .int) {
            let text = scalars($0[0])
            return lastIndex(of: scalars($0[1]), in: text, from: text.count)
          },
          member("lastIndexOf", "string_last_index_of_string_int", [.string, .string, .int], .int) {
            lastIndex(of: scalars($0[1]), in: scalars($0[0]), from: int($0[2]))
          },
        ]),
    ]
  }

  private static var cutting: [Function] {
    [
      Function(
        "substring",
        overloads: [
          member("substring", "string_substring_int", [.string, .int], .string) {
            let text = scalars($0[0])
            return substring(text, int($0[1]), text.count)
          },
          member("substring", "string_substring_int_int", [.string, .int, .int], .string) {
            substring(scalars($0[0]), int($0[1]), int($0[2]))
          },
        ]),
      Function(
        "split",
        overloads: [
          member("split", "string_split_string", [.string, .string], .list(.string)) {
            split(scalars($0[0]), at: scalars($0[1]), most: -1)
          },
          member("split", "string_split_string_int", [.string, .string, .int], .list(.string)) {
            split(scalars($0[0]), at: scalars($0[1]), most: int($0[2]))
          },
        ]),
      Function(
        "trim",
        overloads: [
          member("trim", "string_trim", [.string], .string) { trimmed(scalars($0[0])) }
        ]),
    ]
  }

  private static var changing: [Function] {
    [
      Function(
        "lowerAscii",
        overloads: [
          member("lowerAscii", "string_lower_ascii", [.string], .string) {
            mapped($0[0]) { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
          }
        ]),
      Function(
        "upperAscii",
        overloads: [
          member("upperAscii", "string_upper_ascii", [.string], .string) {
            mapped($0[0]) { $0 >= 0x61 && $0 <= 0x7A ? $0 - 32 : $0 }
          }
        ]),
      Function(
        "reverse",
        overloads: [
          member("reverse", "string_reverse", [.string], .string) {
            string(scalars($0[0]).reversed())
          }
        ]),
      Function(
        "replace",
        overloads: [
          member("replace", "string_replace_string_string", [.string, .string, .string], .string) {
            replace(scalars($0[0]), scalars($0[1]), with: scalars($0[2]), most: -1)
          },
          member(
            "replace", "string_replace_string_string_int", [.string, .string, .string, .int],
            .string
          ) { replace(scalars($0[0]), scalars($0[1]), with: scalars($0[2]), most: int($0[3])) },
        ]),
    ]
  }

  private static var composing: [Function] {
    [
      Function(
        "join",
        overloads: [
          member("join", "list_join", [.list(.string)], .string) { join($0[0], with: []) },
          member("join", "list_join_string", [.list(.string), .string], .string) {
            join($0[0], with: scalars($0[1]))
          },
        ]),
      Function(
        "format",
        overloads: [
          member("format", "string_format", [.string, .list(.dyn)], .string) { arguments in
            guard case .string(let text) = arguments[0], case .list(let values) = arguments[1]
            else { return .noSuchOverload }
            return Format.apply(text, to: values)
          }
        ]),
      Function(
        "strings.quote",
        overloads: [
          unary("strings_quote", .string, .string) { value in
            guard case .string(let text) = value else { return .noSuchOverload }
            return .string(quotedForReading(text))
          }
        ]),
    ]
  }

  private static func mapped(_ value: Value, _ change: (UInt8) -> UInt8) -> Value {
    guard case .string(let text) = value else { return .noSuchOverload }
    return .string(String(decoding: text.utf8.map(change), as: UTF8.self))
  }
}

private func scalars(_ value: Value) -> Scalars {
  if case .string(let text) = value { Array(text.unicodeScalars) } else { [] }
}

private func int(_ value: Value) -> Int {
  if case .int(let number) = value { Int(clamping: number) } else { -1 }
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return .string(String(view))
}

private func outOfRange(_ index: Int) -> Value {
  .failure(.indexOutOfRange, "index out of range: \(index)")
}

private func index(of part: Scalars, in text: Scalars, from start: Int) -> Value {
  guard start >= 0, start <= text.count else { return outOfRange(start) }
  return .int(Int64(Needle(part).place(in: text, from: start) ?? -1))
}

/// The last place at or before `start`, found from the end with both sequences reversed.
private func lastIndex(of part: Scalars, in text: Scalars, from start: Int) -> Value {
  guard start >= 0, start <= text.count else { return outOfRange(start) }
  let skipped = max(0, text.count - part.count - start)
  let found = Needle(Array(part.reversed())).place(in: text.reversed(), from: skipped)
  return .int(Int64(found.map { text.count - $0 - part.count } ?? -1))
}

private func substring(_ text: Scalars, _ start: Int, _ end: Int) -> Value {
  guard start >= 0, start <= text.count else { return outOfRange(start) }
  guard end >= 0, end <= text.count else { return outOfRange(end) }
  guard start <= end else {
    return .failure(
      .indexOutOfRange, "invalid substring range. start: \(start), end: \(end)")
  }
  return string(text[start..<end])
}

/// The parts between the separators; at most `most` of them, or all where it is negative. An empty
/// separator stands between any two code points.
private func pieces(
  _ text: Scalars, at separator: Scalars, most: Int
) -> [ArraySlice<Unicode.Scalar>] {
  let needle = Needle(separator)
  var pieces: [ArraySlice<Unicode.Scalar>] = []
  var start = 0
  while most < 0 || pieces.count + 1 < most {
    guard let place = needle.place(in: text, from: separator.isEmpty ? start + 1 : start),
      !separator.isEmpty || place < text.count
    else { break }
    pieces.append(text[start..<place])
    start = place + separator.count
  }
  pieces.append(text[start...])
  return pieces
}

private func split(_ text: Scalars, at separator: Scalars, most: Int) -> Value {
  if most == 0 || text.isEmpty && separator.isEmpty { return .list([]) }
  return .list(pieces(text, at: separator, most: most).map { string($0) })
}

private func replace(
  _ text: Scalars, _ old: Scalars, with new: Scalars, most: Int
) -> Value {
  if most == 0 { return string(text) }
  var result: Scalars = []
  if old.isEmpty {
    // An empty part stands before every code point and at the end.
    var left = most < 0 ? Int.max : most
    for scalar in text {
      if left > 0 { result += new }
      left -= 1
      result.append(scalar)
      if result.count > Limits.valueSize { return .limitExceeded }
    }
    if left > 0 { result += new }
  } else {
    let limit = most < 0 || most == Int.max ? -1 : most + 1
    for (index, piece) in pieces(text, at: old, most: limit).enumerated() {
      if index > 0 { result += new }
      result += piece
      if result.count > Limits.valueSize { return .limitExceeded }
    }
  }
  return string(result)
}

private func join(_ list: Value, with separator: Scalars) -> Value {
  guard case .list(let values) = list else { return .noSuchOverload }
  var result: Scalars = []
  for (index, value) in values.enumerated() {
    guard case .string = value else { return .noSuchOverload }
    if index > 0 { result += separator }
    result += scalars(value)
    if result.count > Limits.valueSize { return .limitExceeded }
  }
  return string(result)
}

private func trimmed(_ text: Scalars) -> Value {
  var start = 0
  var end = text.count
  while start < end, text[start].properties.isWhitespace { start += 1 }
  while end > start, text[end - 1].properties.isWhitespace { end -= 1 }
  return string(text[start..<end])
}

/// A text between quotes with the escapes of `strings.quote`.
private func quotedForReading(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x07: result += "\\a"
    case 0x08: result += "\\b"
    case 0x0C: result += "\\f"
    case 0x0A: result += "\\n"
    case 0x0D: result += "\\r"
    case 0x09: result += "\\t"
    case 0x0B: result += "\\v"
    case 0x5C: result += "\\\\"
    case 0x22: result += "\\\""
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
