import CEL
import Diagnostics
import JSON

/// What has to be asked about a check, or what is known without asking.
enum PluginQuestion: Sendable {
  case settled(Judgement)
  case ask(JSONObject, [PluginRequest.Files])
}

/// The part of a compiled check that a plugin judges.
public struct ExternalRule: Sendable {
  /// The kind.
  public let kind: ExternalKind
  /// What to ask, for one unit's answers.
  let question: @Sendable (AnswerSheet) -> PluginQuestion
}

/// The value of one parameter for one unit.
private enum ParameterReading: Sendable {
  case known(JSONValue)
  case wanting([String])
  case failed(LocalizedText)
}

private typealias Reading = @Sendable (AnswerSheet) -> ParameterReading

extension CheckKind {
  /// The kind of a plugin, which compiles like a built-in one; its verdict comes from the outcomes
  /// that the host puts in the context.
  public init(_ kind: ExternalKind) {
    self.init(description: kind.description) { compiler in compiler.rule(of: kind) }
  }
}

extension CheckCompiler {
  fileprivate mutating func rule(of kind: ExternalKind) -> CompiledRule? {
    let problemsBefore = problems.count
    var inputs: [String] = []
    var collected: [(name: String, read: Reading)] = []
    for parameter in kind.parameters {
      let name = parameter.description.name
      guard value(name) != nil || parameter.description.isRequired else { continue }
      if let read = reading(of: parameter, &inputs) { collected.append((name, read)) }
    }
    guard problems.count == problemsBefore else { return nil }
    let check = check.id
    let readings = collected
    let question: @Sendable (AnswerSheet) -> PluginQuestion = { sheet in
      var parameters = JSONObject()
      var wanting: [String] = []
      for reading in readings {
        switch reading.read(sheet) {
        case .known(let value): parameters[reading.name] = value
        case .wanting(let names):
          for name in names where !wanting.contains(name) { wanting.append(name) }
        case .failed(let message): return .settled(.failed(message))
        }
      }
      if !wanting.isEmpty { return .settled(.unanswered(wanting: wanting, in: sheet)) }
      return kind.files(for: check, parameters, among: sheet.evidence)
    }
    var compiled = CompiledRule(inputs: inputs, programs: programs) { sheet in
      switch question(sheet) {
      case .settled(let judgement): return judgement
      case .ask:
        guard let outcome = sheet.outcomes[check] else { return .notRun(kind) }
        return outcome.judgement(of: kind)
      }
    }
    compiled.external = ExternalRule(kind: kind, question: question)
    return compiled
  }

  private mutating func reading(
    of parameter: ExternalKind.Parameter, _ inputs: inout [String]
  ) -> Reading? {
    let name = parameter.description.name
    let isOpen = parameter.isOpen
    switch parameter.description.type {
    case .figure:
      guard let figure = figure(name) else { return nil }
      inputs += figure.inputs
      return { sheet in figure.pluginValue(sheet, isOpen: isOpen) }
    case .figures:
      guard let figures = figures(name) else { return nil }
      for figure in figures { inputs += figure.inputs }
      return { sheet in listed(figures) { $0.pluginValue(sheet, isOpen: isOpen) } }
    case .rule:
      guard let program = rule(name) else { return nil }
      inputs += self.inputs(of: program)
      return { sheet in program.pluginValue(sheet, isOpen: isOpen) }
    case .indicator(let types):
      guard let indicator = indicator(name, of: types) else { return nil }
      return reading([indicator], parameter, isList: false, &inputs)
    case .indicators(let types):
      guard let ids = indicators(name, of: types) else { return nil }
      return reading(ids.compactMap { indicator($0) }, parameter, isList: true, &inputs)
    case .day: return day(name, isOpen: isOpen, &inputs)
    case .choice(let words):
      guard value(name) != nil else {
        reportMissing(name)
        return nil
      }
      guard let word = choice(name, among: words, unlessGiven: "") else { return nil }
      return { _ in .known(.string(word)) }
    case .text, .texts: return text(name)
    case .rowRule, .limit, .shares:
      report(
        name, nil, code: "wrong-type",
        LocalizedText(
          vi: "phần kiểm tra bổ sung không nhận được giá trị kiểu này",
          en: "a plugin cannot be given a value of this type"), length: 0)
      return nil
    }
  }

  private func reading(
    _ indicators: [Indicator], _ parameter: ExternalKind.Parameter, isList: Bool,
    _ inputs: inout [String]
  ) -> Reading {
    let isOpen = parameter.isOpen
    let readsPrevious = parameter.readsPrevious
    for indicator in indicators {
      inputs.append(indicator.id)
      if readsPrevious, indicator.type != .table {
        inputs.append(RuleVocabulary.previous + indicator.id)
      }
    }
    return { sheet in
      let read = listed(indicators) {
        $0.pluginValue(sheet, isOpen: isOpen, readsPrevious: readsPrevious)
      }
      if !isList, case .known(.array(let values)) = read, let value = values.first {
        return .known(value)
      }
      return read
    }
  }

  private mutating func day(
    _ name: String, isOpen: Bool, _ inputs: inout [String]
  ) -> Reading? {
    if case .date(let date)? = value(name) { return { _ in .known(.string(date.iso)) } }
    guard let indicator = indicator(name, of: [.date, .dateTime]) else { return nil }
    let id = indicator.id
    inputs.append(id)
    return { sheet in
      switch sheet.value(of: id) {
      case .date(let date)?: .known(.string(date.iso))
      case .dateTime(let time)?: .known(.string(time.date.iso))
      default: isOpen ? .known(.null) : .wanting([id])
      }
    }
  }

  private mutating func text(_ name: String) -> Reading? {
    switch value(name) {
    case .name(let text)?: return { _ in .known(.string(text)) }
    case .list(let values)?:
      var texts: [JSONValue] = []
      for case .name(let text) in values { texts.append(.string(text)) }
      let known = texts
      if known.count == values.count { return { _ in .known(.array(known)) } }
    default: break
    }
    reportMissing(name)
    return nil
  }
}

/// The values of several things, or all that is wanting of them.
private func listed<Item>(
  _ items: [Item], _ read: (Item) -> ParameterReading
) -> ParameterReading {
  var values: [JSONValue] = []
  var wanting: [String] = []
  for item in items {
    switch read(item) {
    case .known(let value): values.append(value)
    case .wanting(let names): wanting += names
    case .failed(let message): return .failed(message)
    }
  }
  return wanting.isEmpty ? .known(.array(values)) : .wanting(wanting)
}

extension Figure {
  fileprivate func pluginValue(_ sheet: AnswerSheet, isOpen: Bool) -> ParameterReading {
    switch read(sheet) {
    case .known(let number):
      if isOpen || number.interval.point != nil { return .known(.object(number.pluginMembers)) }
      return .wanting(inputs)
    case .unknown(let names): return isOpen ? .known(["missing": true]) : .wanting(names)
    case .failed(let message): return .failed(message)
    }
  }
}

extension Program {
  fileprivate func pluginValue(_ sheet: AnswerSheet, isOpen: Bool) -> ParameterReading {
    switch evaluate(sheet.activation(of: self)) {
    case .value(.bool(let truth)): .known(.bool(truth))
    case .value:
      .failed(
        LocalizedText(
          vi: "kết quả của quy tắc không phải là đúng/sai", en: "the rule gives no truth"))
    case .unknown(let attributes): isOpen ? .known(.null) : .wanting(attributes.names)
    case .error(let error): .failed(error.localized)
    }
  }
}

extension Indicator {
  fileprivate func pluginValue(
    _ sheet: AnswerSheet, isOpen: Bool, readsPrevious: Bool
  ) -> ParameterReading {
    let answer = sheet[id]
    guard isOpen || answer?.isSettled ?? false else { return .wanting([id]) }
    var object: JSONObject = [
      "indicator": .string(id), "title": title.json, "type": .string(type.rawValue),
    ]
    for member in answer?.pluginMembers ?? ["missing": true] { object[member.key] = member.value }
    if readsPrevious {
      let previous = sheet[RuleVocabulary.previous + id]
      object["previous"] = .object(previous?.pluginMembers ?? ["missing": true])
    }
    return .known(.object(object))
  }
}

extension ExternalKind {
  /// The files for a check under their names, or why it cannot be asked.
  fileprivate func files(
    for check: String, _ parameters: JSONObject, among evidence: [EvidenceFile]
  ) -> PluginQuestion {
    var found: [PluginRequest.Files] = []
    for need in self.evidence {
      var files: [EvidenceFile] = []
      for file in evidence where need.takes(file) {
        let isNamed = file.name.map { $0 == need.name } ?? (self.evidence.count == 1)
        if need.takesAll || (isNamed && file.checks.contains(check)) { files.append(file) }
      }
      if files.isEmpty, need.isRequired {
        return .settled(
          Judgement(
            .unanswered, credit: .zero,
            reason: Reason(
              LocalizedText(
                vi: "Thiếu minh chứng: \(need.meaning.vi)",
                en: "Evidence is missing: \(need.meaning.en)"))))
      }
      guard files.count <= need.most else {
        return .settled(
          .failed(
            LocalizedText(
              vi: "\(files.count) tệp minh chứng \"\(need.name)\", nhiều nhất là \(need.most)",
              en: "\(files.count) files of evidence \"\(need.name)\"; \(need.most) are the most")))
      }
      found.append(PluginRequest.Files(name: need.name, files: files))
    }
    return .ask(parameters, found)
  }
}

extension Judgement {
  /// Unanswered, since nobody asked the plugin.
  fileprivate static func notRun(_ kind: ExternalKind) -> Judgement {
    Judgement(
      .unanswered, credit: .zero,
      reason: Reason(
        LocalizedText(
          vi:
            "Máy này không chạy được phần kiểm tra bổ sung \"\(kind.title.vi)\"; điểm là tạm tính",
          en: "This host cannot run the plugin \"\(kind.title.en)\"; the score is provisional")))
  }
}
