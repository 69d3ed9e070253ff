import CEL
package import Diagnostics
package import InspectionCore
package import JSON

/// All there is to say about one kind of check in one language, from its description alone; the
/// command, its JSON and the reference page print it.
package struct KindSheet {
  /// One parameter.
  package struct Parameter {
    package let name: String
    package let type: String
    package let need: String
    package let meaning: String
    let description: ParameterDescription
    let group: [String]
  }

  /// One example.
  package struct Example {
    package let title: String
    /// The parameters as an author writes them.
    package let written: [String]
    /// The answers, in a line.
    package let answers: String
    package let verdict: String
    package let credit: String?
    package let reason: String
    let example: KindExample
  }

  package let id: String
  package let title: String
  package let summary: String
  package let partialCredit: String
  package let parameters: [Parameter]
  package let examples: [Example]
  private let givesPartialCredit: Bool

  /// Every built-in kind, and those of plugins.
  package static func all(
    _ language: Language, plugins: [KindDescription] = []
  ) -> [KindSheet] {
    (CheckKind.builtIn.map(\.description) + plugins).map { KindSheet($0, language) }
  }

  package init(_ kind: KindDescription, _ language: Language) {
    id = kind.id
    title = kind.title[language]
    summary = kind.summary[language]
    givesPartialCredit = kind.givesPartialCredit
    partialCredit =
      (kind.givesPartialCredit
      ? LocalizedText(
        vi: "chấm được từng phần", en: "can give part of the points")
      : LocalizedText(vi: "đạt hoặc không, không chấm từng phần", en: "all or nothing"))[language]
    parameters = kind.parameters.map { parameter in
      let group = kind.parameters.filter { $0.group != nil && $0.group == parameter.group }
      return Parameter(
        name: parameter.name, type: parameter.type.words[language],
        need: parameter.need[language], meaning: parameter.summary[language],
        description: parameter, group: group.map(\.name))
    }
    examples = kind.examples.map { example in
      Example(
        title: example.title[language], written: example.written(for: kind),
        answers: example.answered(language), verdict: example.verdict.title[language],
        credit: example.verdict == .partial
          ? FigureText(language).text(example.credit, .percent) : nil,
        reason: KindExampleRun(kind: kind, example: example).reason(language), example: example)
    }
  }

  /// The sheet for machines.
  package var json: JSONValue {
    [
      "id": .string(id), "title": .string(title), "summary": .string(summary),
      "partial": .bool(givesPartialCredit),
      "parameters": .array(parameters.map(\.json)), "examples": .array(examples.map(\.json)),
    ]
  }
}

extension KindSheet.Parameter {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["name": .string(name)]
    switch description.type {
    case .figure: object["type"] = "figure"
    case .figures: object["type"] = "figures"
    case .rule: object["type"] = "rule"
    case .rowRule: object["type"] = "row-rule"
    case .indicators(let types):
      object["type"] = "indicators"
      object["of"] = .array(types.map { .string($0.rawValue) })
    case .indicator(let types):
      object["type"] = "indicator"
      object["of"] = .array(types.map { .string($0.rawValue) })
    case .day: object["type"] = "day"
    case .limit: object["type"] = "limit"
    case .shares: object["type"] = "shares"
    case .choice(let words):
      object["type"] = "choice"
      object["of"] = .array(words.map { .string($0) })
    case .text: object["type"] = "text"
    case .texts: object["type"] = "texts"
    }
    object["required"] = .bool(description.isRequired && description.group == nil)
    if !group.isEmpty { object["exactly_one_of"] = .array(group.map { .string($0) }) }
    object["meaning"] = .string(meaning)
    return .object(object)
  }
}

extension KindSheet.Example {
  fileprivate var json: JSONValue {
    [
      "title": .string(title), "check": .array(written.map { .string($0) }),
      "answers": .string(answers), "verdict": .string(example.verdict.rawValue),
      "credit": .string(example.credit.description), "reason": .string(reason),
    ]
  }
}

extension ParameterType {
  /// What the parameter takes, in words.
  fileprivate var words: LocalizedText {
    switch self {
    case .figure: LocalizedText(vi: "số hoặc biểu thức", en: "number or expression")
    case .figures:
      LocalizedText(
        vi: "danh sách từ hai số hoặc biểu thức", en: "list of two or more numbers or expressions")
    case .rule: LocalizedText(vi: "biểu thức CEL", en: "CEL expression")
    case .rowRule:
      LocalizedText(vi: "biểu thức CEL trên row", en: "CEL expression over row")
    case .indicators(let types):
      if types == IndicatorType.allCases {
        LocalizedText(vi: "một hay nhiều chỉ tiêu", en: "one or more indicators")
      } else {
        LocalizedText(
          vi: "một hay nhiều chỉ tiêu kiểu " + list(types),
          en: "one or more indicators of type " + list(types))
      }
    case .indicator(let types):
      LocalizedText(
        vi: "một chỉ tiêu kiểu " + list(types), en: "one indicator of type " + list(types))
    case .day:
      LocalizedText(
        vi: "ngày, hoặc một chỉ tiêu kiểu date, datetime",
        en: "date, or one indicator of type date, datetime")
    case .limit: LocalizedText(vi: "thời hạn", en: "time limit")
    case .shares:
      LocalizedText(
        vi: "{ lựa chọn: tỷ lệ, … } đủ các lựa chọn", en: "{ option: share, … } of every option")
    case .choice(let words):
      LocalizedText(
        vi: "một trong: " + words.joined(separator: ", "),
        en: "one of: " + words.joined(separator: ", "))
    case .text: LocalizedText(vi: "một dòng chữ", en: "text of one line")
    case .texts:
      LocalizedText(vi: "danh sách các dòng chữ", en: "list of texts of one line")
    }
  }

  private func list(_ types: [IndicatorType]) -> String {
    types.map(\.rawValue).joined(separator: ", ")
  }
}

extension ParameterDescription {
  /// Whether it must be given, in words.
  fileprivate var need: LocalizedText {
    if group != nil { return LocalizedText(vi: "đúng một trong nhóm", en: "exactly one of these") }
    return isRequired
      ? LocalizedText(vi: "bắt buộc", en: "required")
      : LocalizedText(vi: "không bắt buộc", en: "optional")
  }
}

extension KindExample {
  /// The check's lines from `kind` on, as YAML.
  fileprivate func written(for kind: KindDescription) -> [String] {
    var lines = ["kind: " + kind.id]
    let given = kind.parameters.compactMap { parameter in
      parameters[parameter.name].map { (parameter.name, $0) }
    }
    if kind.id == CheckKind.ruleID {
      lines += given.map { name, value in "\(name): \(value.written(inFlow: false))" }
    } else {
      let inner = given.map { name, value in "\(name): \(value.written(inFlow: true))" }
      lines.append("with: { " + inner.joined(separator: ", ") + " }")
    }
    switch partial {
    case .none: break
    case .linear: lines.append("partial: linear")
    case .stepped(let steps):
      let written = steps.map { step in
        let text = FigureText(.vi)
        return "{ from: \(text.text(step.from, .percent)), "
          + "credit: \(text.text(step.credit, .percent)) }"
      }
      lines.append("partial: { steps: [" + written.joined(separator: ", ") + "] }")
    }
    return lines
  }

  private func indicator(_ id: String) -> Indicator? {
    tables[id].map {
      Indicator(id: id, title: LocalizedText(same: id), type: .table, table: $0)
    }
  }

  /// The answers as people read them.
  fileprivate func answered(_ language: Language) -> String {
    let given = answers.keys.sorted().map { ($0, answers[$0]) }
    let before = earlier.keys.sorted().map { ("previous." + $0, earlier[$0]) }
    return (given + before).map { id, value in
      let words =
        switch value {
        case .missing?, nil: AnswerText.unanswered[language]
        case let value?: AnswerText(language).text(Answer(value), indicator(id))
        }
      return id + ": " + words
    }.joined(separator: "; ")
  }
}

extension ParameterValue {
  /// The value as an author writes it in YAML.
  fileprivate func written(inFlow: Bool) -> String {
    switch self {
    case .number(let value, let style):
      let text = FigureText(.vi).text(value, style)
      return text.contains(",") ? "\"\(text)\"" : text
    case .expression(let text) where Rational(decimal: text) != nil && text.contains("."):
      // A number on its own is written with a decimal comma, in CEL with a point.
      return "\"" + text.split(separator: ".").joined(separator: ",") + "\""
    case .expression(let text), .name(let text):
      // What YAML would read otherwise: a comment, a key, the marks of a list or mapping.
      let special: Set<Character> = inFlow ? [",", "[", "]", "{", "}", "#", "\""] : ["#", "\""]
      let isPlain = !text.contains(where: special.contains) && !text.contains(": ")
      return isPlain
        ? text
        : "'"
          + text.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "''") + "'"
    case .date(let date): return date.vietnamese
    case .limit(let limit): return limit.canonical
    case .shares(let shares):
      let levels = shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let written = levels.map { option, share in
        let name = ParameterValue.name(option).written(inFlow: true)
        return name + ": " + ParameterValue.number(share, .percent).written(inFlow: true)
      }
      return "{ " + written.joined(separator: ", ") + " }"
    case .list(let values):
      return "[" + values.map { $0.written(inFlow: true) }.joined(separator: ", ") + "]"
    }
  }
}
