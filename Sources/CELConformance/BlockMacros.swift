/// Rewrites `cel.block([a, b], c)` with `cel.index(0)`, `cel.iterVar(0, 1)` and `cel.accuVar(0, 1)`,
/// which only a test harness has, to nested `cel.bind`.
enum BlockMacros {
  static func rewritten(_ text: String) -> String {
    var text = text
    text.replace(#/cel\.index\((\d+)\)/#) { "index\($0.output.1)" }
    text.replace(#/cel\.(iterVar|accuVar)\((\d+), (\d+)\)/#) {
      "\($0.output.1)_\($0.output.2)_\($0.output.3)"
    }
    guard text.hasPrefix("cel.block(["), text.hasSuffix(")") else { return text }
    let (elements, rest) = elements(of: text.dropFirst("cel.block([".count))
    let body = rest.drop { $0 == "," || $0 == " " }.dropLast()
    var result = String(body)
    for (index, element) in elements.enumerated().reversed() {
      result = "cel.bind(index\(index), \(element), \(result))"
    }
    return result
  }

  /// The elements up to the bracket that closes the list, and what follows it.
  private static func elements(of text: Substring) -> (elements: [String], rest: Substring) {
    var elements = [""]
    var depth = 0
    var quote: Character?
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if let open = quote {
        if character == open { quote = nil }
      } else {
        switch character {
        case "'", "\"": quote = character
        case "[", "(", "{": depth += 1
        case "]" where depth == 0: return (elements, text[index...])
        case "]", ")", "}": depth -= 1
        case "," where depth == 0:
          elements.append("")
          continue
        default: break
        }
      }
      elements[elements.count - 1].append(character)
    }
    return (elements, "")
  }
}
