extension Library {
  /// `regex.replace`, `regex.extract` and `regex.extractAll` (cel-go `ext`, "Regex"), with the
  /// patterns of `matches`; `extract` gives an optional and is meant to stand beside ``optionals``.
  public static let regex = Library(functions: [
    Function(
      "regex.extract",
      overloads: [
        binary("regex_extract_string_string", .string, .string, .optional(.string)) {
          text, pattern in
          searching(text, pattern, most: 1) { search in
            guard let match = search.next() else { return .optional(nil) }
            return .optional(extracted(match, search))
          }
        }
      ]),
    Function(
      "regex.extractAll",
      overloads: [
        binary("regex_extractAll_string_string", .string, .string, .list(.string)) {
          text, pattern in
          searching(text, pattern, most: 1) { search in
            var texts: [Value] = []
            while let match = search.next() {
              if let text = extracted(match, search) { texts.append(text) }
            }
            return .list(texts)
          }
        }
      ]),
    Function(
      "regex.replace",
      overloads: [
        Overload(
          "regex_replace_string_string_string", [.string, .string, .string], result: .string,
          body: .any { arguments in
            arguments.count == 3 ? replaced(arguments, most: -1) : .noSuchOverload
          }),
        Overload(
          "regex_replace_string_string_string_int", [.string, .string, .string, .int],
          result: .string,
          body: .any { arguments in
            guard arguments.count == 4, case .int(let most) = arguments[3] else {
              return .noSuchOverload
            }
            return replaced(arguments, most: most)
          }),
      ]),
  ])
}

/// Runs a search with a pattern that has at most so many groups.
private func searching(
  _ text: Value, _ pattern: Value, most groups: Int, _ use: (inout PatternSearch) -> Value
) -> Value {
  guard case .string(let text) = text, case .string(let pattern) = pattern else {
    return .noSuchOverload
  }
  switch Pattern.compile(pattern, keepsGroups: true) {
  case .failure(let problem):
    return .failure(.invalidArgument, "invalid pattern: \(problem.message)")
  case .success(let compiled):
    guard compiled.groupCount <= groups else {
      return .failure(
        .invalidArgument,
        "the pattern has more than one capturing group: \(quoted(shortened(pattern)))")
    }
    var search = PatternSearch(compiled, in: text)
    let value = use(&search)
    return search.isExhausted ? .limitExceeded : value
  }
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return .string(String(view))
}

/// What a match extracts: its group where the pattern has one, which counts for nothing where it is
/// empty, or else the whole.
private func extracted(_ match: PatternSearch.Match, _ search: PatternSearch) -> Value? {
  guard match.count > 2 else { return string(search.text(of: 0, in: match)) }
  let group = search.text(of: 1, in: match)
  return group.isEmpty ? nil : string(group)
}

private func replaced(_ arguments: [Value], most: Int64) -> Value {
  guard case .string(let replacement) = arguments[2] else { return .noSuchOverload }
  if most == 0 { return arguments[0] }
  return searching(arguments[0], arguments[1], most: Int.max) { search in
    var result: [Unicode.Scalar] = []
    var end = 0
    var left = most < 0 ? Int64.max : most
    while left != 0, let match = search.next() {
      left -= 1
      guard let parts = parts(of: replacement, groups: match.count / 2 - 1) else {
        return .failure(
          .invalidArgument, "invalid replacement \(quoted(shortened(replacement)))")
      }
      result += search.scalars[end..<match[0]]
      for part in parts {
        switch part {
        case .scalar(let scalar): result.append(scalar)
        case .group(let number): result += search.text(of: number, in: match)
        }
      }
      end = match[1]
      if result.count > Limits.valueSize { return .limitExceeded }
    }
    return string(result + search.scalars[end...])
  }
}

private enum ReplacementPart {
  case scalar(Unicode.Scalar)
  case group(Int)
}

/// The parts of a replacement, in which `\1` is a group and `\\` a backslash; nil where a backslash
/// stands for nothing.
private func parts(of replacement: String, groups: Int) -> [ReplacementPart]? {
  var parts: [ReplacementPart] = []
  var isEscaped = false
  for scalar in replacement.unicodeScalars {
    if !isEscaped {
      if scalar == "\\" { isEscaped = true } else { parts.append(.scalar(scalar)) }
      continue
    }
    isEscaped = false
    if scalar == "\\" {
      parts.append(.scalar(scalar))
    } else if let digit = UInt8(exactly: scalar.value).flatMap(decimalDigit), digit <= groups {
      parts.append(.group(digit))
    } else {
      return nil
    }
  }
  return isEscaped ? nil : parts
}
