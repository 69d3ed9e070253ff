import CEL
import Diagnostics
import InspectionCore

/// How a check compares, as far as it tells the small counts apart.
private enum Relation {
  case atLeast, above, atMost, below, equal

  /// Whether the verdict separates some of 1, 2, 3 and 4, which the public sees masked, from others.
  func separatesSmallCounts(at limit: Rational) -> Bool {
    let one = Rational.one
    let four = Rational(4)
    switch self {
    case .atLeast, .below: return limit > one && limit <= four
    case .above, .atMost: return limit >= one && limit < four
    case .equal: return limit >= one && limit <= four
    }
  }

  init?(parameter: String) {
    switch parameter {
    case "at_least": self = .atLeast
    case "above": self = .above
    case "at_most": self = .atMost
    case "below": self = .below
    default: return nil
    }
  }

  init?(function: String) {
    switch function {
    case "_>=_": self = .atLeast
    case "_>_": self = .above
    case "_<=_": self = .atMost
    case "_<_": self = .below
    case "_==_", "_!=_": self = .equal
    default: return nil
    }
  }

  /// The same comparison with its sides exchanged.
  var turned: Relation {
    switch self {
    case .atLeast: .atMost
    case .above: .below
    case .atMost: .atLeast
    case .below: .above
    case .equal: .equal
    }
  }
}

extension PackLoading {
  /// Limits that tell the public which masked count a unit has: 1 to 4 children or cases are hidden,
  /// and "met" beside a limit of 3 says on which side of it the count lies.
  func noteSmallCounts(_ known: Known) {
    let counted = Set(known.indicators.values.filter { $0.isCounting }.map(\.id))
    guard !counted.isEmpty else { return }
    for read in checks {
      switch read.check.kind {
      case "threshold":
        for name in read.check.parameters.keys.sorted() {
          guard let relation = Relation(parameter: name) else { continue }
          noteLimit(name, relation, of: "value", read, counted)
        }
      case "coverage": noteLimit("to", .atLeast, of: "of", read, counted)
      case CheckKind.ruleID: noteComparisons(read, counted)
      case "trend": noteChange(read, counted)
      default: continue
      }
    }
  }

  private func noteLimit(
    _ name: String, _ relation: Relation, of value: String, _ read: ReadCheck,
    _ counted: Set<String>
  ) {
    guard case .number(let limit, .plain) = read.check.parameters[name],
      relation.separatesSmallCounts(at: limit),
      case .expression(let text) = read.check.parameters[value],
      let parsed = parsed(text), parsed.root.isCount(of: counted)
    else { return }
    let (reader, range) = read.line(of: name)
    note(reader, at: range)
  }

  /// A change by half or more leaves of two masked counts from 1 to 4 next to nothing open.
  private func noteChange(_ read: ReadCheck, _ counted: Set<String>) {
    guard case .number(let share, .percent) = read.check.parameters["by"],
      share >= Rational(millionths: 500_000),
      case .expression(let text) = read.check.parameters["value"],
      let parsed = parsed(text), parsed.root.isCount(of: counted)
    else { return }
    let (reader, range) = read.line(of: "by")
    note(
      reader, at: range,
      mend: LocalizedText(vi: "dùng tỷ lệ dưới 50%", en: "use a share below 50%"))
  }

  private func noteComparisons(_ read: ReadCheck, _ counted: Set<String>) {
    guard case .expression(let text) = read.check.parameters["expr"],
      let node = read.parameters[ParameterPlace("expr", nil)], let parsed = parsed(text)
    else { return }
    parsed.root.forEachPart { part in
      guard case .call(let call) = part.kind, call.arguments.count == 2,
        let relation = Relation(function: call.function)
      else { return }
      let left = call.arguments[0]
      let right = call.arguments[1]
      let isTold =
        (right.figure.map { relation.separatesSmallCounts(at: $0) } ?? false
          && left.isCount(of: counted))
        || (left.figure.map { relation.turned.separatesSmallCounts(at: $0) } ?? false
          && right.isCount(of: counted))
      guard isTold else { return }
      let reader = read.reader(of: ParameterPlace("expr", nil))
      note(reader, at: ScalarMap(node, in: reader.source).range(of: part.range))
    }
  }

  private func parsed(_ text: String) -> ParsedExpression? {
    do throws(CompilationError) {
      return try Environment(libraries: []).parse(SourceText(name: "", text: text))
    } catch {
      return nil
    }
  }

  private func note(
    _ reader: FileReader, at range: SourceRange,
    mend: LocalizedText = LocalizedText(
      vi: "dùng mức so sánh từ 5 trở lên hoặc bằng 0, hoặc dùng tỷ lệ",
      en: "compare with 0, with 5 or more, or use a ratio")
  ) {
    reader.report(
      "small-count-limit",
      LocalizedText(
        vi: "kết quả của mục này cho người ngoài biết phần nào số từ 1 đến 4 đã được che",
        en: "the verdict tells the public something about a count of 1 to 4 that is masked"),
      severity: .note, mend: mend,
      at: reader.firstLine(of: range))
  }
}

extension Expression {
  /// The names that the expression holds, chains of selections as one.
  var names: [String] {
    var names: [String] = []
    forEachPart { if let name = $0.qualifiedName { names.append(name) } }
    return names
  }

  /// A number written out.
  var figure: Rational? {
    switch kind {
    case .literal(.int(let value)): Rational(value)
    case .decimal(_, let text): Rational(decimal: text)
    default: nil
    }
  }

  /// Whether this is a count, or a sum or difference of figures with one among them.
  fileprivate func isCount(of counted: Set<String>) -> Bool {
    if let name = qualifiedName { return counted.contains(name) }
    guard case .call(let call) = kind, call.function == "_+_" || call.function == "_-_" else {
      return false
    }
    return call.arguments.contains { $0.isCount(of: counted) }
  }

  /// Every part, from the whole down; a chain of selections is one part.
  fileprivate func forEachPart(_ visit: (Expression) -> Void) {
    visit(self)
    guard qualifiedName == nil else { return }
    for part in parts { part.forEachPart(visit) }
  }

  private var parts: [Expression] {
    switch kind {
    case .literal, .decimal, .identifier: []
    case .select(let selection): [selection.operand]
    case .call(let call): (call.target.map { [$0] } ?? []) + call.arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .message(let message): message.fields.map(\.value)
    case .comprehension(let loop):
      [loop.range, loop.initial, loop.condition, loop.step, loop.result]
    }
  }
}
