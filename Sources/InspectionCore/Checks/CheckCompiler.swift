public import CEL
public import Diagnostics

/// Something wrong with a check's parameter, for whoever knows where the parameter was written.
public struct ParameterProblem: Hashable, Sendable {
  /// The parameter; nil where the check as a whole is meant.
  public var parameter: String?
  /// Which of a list of values.
  public var index: Int?
  /// What is wrong; its range counts within the parameter's text.
  public var diagnostic: Diagnostic
}

/// What a kind compiles a check to.
public struct CompiledRule: Sendable {
  /// The indicators the rule reads, each once.
  public var inputs: [String]
  /// The rule.
  public var judge: @Sendable (AnswerSheet) -> Judgement
  /// The CEL programs behind it, with the parameter each stands at; explanations trace them.
  public var programs: [(parameter: String, program: Program)]
  /// The programs over the rows of a table, with the parameter each stands at.
  var rowPrograms: [(parameter: String, program: Program)]
  /// What is asked of a plugin, where one judges; the rule then takes its outcome.
  public var external: ExternalRule?

  init(
    inputs: [String], programs: [(parameter: String, program: Program)] = [],
    rowPrograms: [(parameter: String, program: Program)] = [],
    judge: @escaping @Sendable (AnswerSheet) -> Judgement
  ) {
    var unique: [String] = []
    for input in inputs where !unique.contains(input) { unique.append(input) }
    self.inputs = unique
    self.programs = programs
    self.rowPrograms = rowPrograms
    self.judge = judge
  }
}

/// Turns a check's parameters into programs, collecting every problem instead of stopping.
public struct CheckCompiler {
  /// The check being compiled.
  public let check: Check
  /// What was found wrong.
  public private(set) var problems: [ParameterProblem] = []
  /// The programs compiled so far.
  private(set) var programs: [(parameter: String, program: Program)] = []
  /// The programs over rows compiled so far.
  private(set) var rowPrograms: [(parameter: String, program: Program)] = []
  private let vocabulary: RuleVocabulary

  init(check: Check, vocabulary: RuleVocabulary) {
    self.check = check
    self.vocabulary = vocabulary
  }

  private var indicators: [String: Indicator] { vocabulary.indicators }
  /// The days on which offices work, for rules that count them.
  var calendar: WorkingCalendar { vocabulary.calendar }
  private var suggestsNames: Bool { vocabulary.environment.suggestsNames }

  /// The indicators that a program reads, targets and facts of the unit and the period left out.
  func inputs(of program: Program) -> [String] {
    program.variables.filter { indicators[$0] != nil }
  }

  /// The value of a parameter as written.
  func value(_ name: String) -> ParameterValue? { check.parameters[name] }

  /// The figure of a required parameter; nil after reporting what is wrong.
  mutating func figure(_ name: String) -> Figure? {
    guard let value = value(name) else {
      reportMissing(name)
      return nil
    }
    return figure(value, at: name, index: nil)
  }

  /// The figures of a list parameter, two or more; nil after reporting what is wrong.
  mutating func figures(_ name: String) -> [Figure]? {
    guard case .list(let values) = value(name) else {
      reportMissing(name)
      return nil
    }
    guard values.count >= 2 else {
      reportTooFew(
        name, LocalizedText(vi: "ít nhất hai số liệu", en: "two figures at the least"))
      return nil
    }
    var figures: [Figure] = []
    for (index, value) in values.enumerated() {
      if let figure = figure(value, at: name, index: index) { figures.append(figure) }
    }
    return figures.count == values.count ? figures : nil
  }

  /// The program of a rule, of type bool or number.
  mutating func rule(_ name: String) -> Program? {
    guard case .expression(let text) = value(name) else {
      reportMissing(name)
      return nil
    }
    guard let program = compile(text, at: name, index: nil) else { return nil }
    switch program.resultType {
    case .bool, .number, .int: return program
    default:
      report(
        name, nil, code: "rule-type",
        LocalizedText(
          vi: "quy tắc phải cho kết quả đúng/sai hoặc một số, không phải \(program.resultType)",
          en: "a rule must give true/false or a number, not \(program.resultType)"),
        length: text.utf8.count)
      return nil
    }
  }

  /// The indicators of a parameter, each of one of the types; nil after reporting what is wrong.
  mutating func indicators(_ name: String, of types: [IndicatorType]) -> [String]? {
    guard let value = value(name) else {
      reportMissing(name)
      return nil
    }
    var values = [value]
    if case .list(let list) = value { values = list }
    guard !values.isEmpty else {
      reportTooFew(
        name, LocalizedText(vi: "ít nhất một chỉ tiêu", en: "one indicator at the least"))
      return nil
    }
    var ids: [String] = []
    for (index, value) in values.enumerated() {
      let place = values.count == 1 ? nil : index
      guard case .name(let id) = value else {
        report(
          name, place, code: "wrong-type",
          LocalizedText(
            vi: "ở đây cần tên một chỉ tiêu", en: "this takes the name of an indicator"), length: 0)
        continue
      }
      guard let indicator = indicators[id] else {
        reportUnknownIndicator(id, at: name, index: place)
        continue
      }
      guard types.contains(indicator.type) else {
        let wanted = types.map { $0.rawValue }.joined(separator: ", ")
        report(
          name, place, code: "indicator-type",
          LocalizedText(
            vi: "chỉ tiêu \"\(id)\" có kiểu \(indicator.type.rawValue), ở đây cần \(wanted)",
            en: "indicator \"\(id)\" is of type \(indicator.type.rawValue); here it takes \(wanted)"
          ), length: id.utf8.count)
        continue
      }
      ids.append(id)
    }
    return ids.count == values.count ? ids : nil
  }

  /// The one indicator of a parameter, of one of the types; nil after reporting what is wrong.
  mutating func indicator(_ name: String, of types: [IndicatorType]) -> Indicator? {
    if case .list? = value(name) {
      report(
        name, nil, code: "wrong-type",
        LocalizedText(
          vi: "ở đây cần tên một chỉ tiêu", en: "this takes the name of an indicator"), length: 0)
      return nil
    }
    return indicators(name, of: types)?.first.flatMap { indicators[$0] }
  }

  /// The word of a choice; nil where the parameter is not given.
  func choice(_ name: String) -> String? {
    if case .name(let word) = value(name) { return word }
    return nil
  }

  /// The word of a choice that may be left out; nil after reporting one that is not offered.
  mutating func choice(
    _ name: String, among words: [String], unlessGiven fallback: String
  ) -> String? {
    guard value(name) != nil else { return fallback }
    if let word = choice(name), words.contains(word) { return word }
    let list = words.joined(separator: ", ")
    report(
      name, nil, code: "unknown-choice",
      LocalizedText(vi: "ở đây cần một trong: \(list)", en: "this takes one of: \(list)"),
      length: choice(name)?.utf8.count ?? 0)
    return nil
  }

  mutating func compile(_ text: String, at parameter: String, index: Int?) -> Program? {
    let program = compile(text, in: vocabulary.environment, at: parameter, index: index)
    if let program { programs.append((parameter, program)) }
    return program
  }

  /// The targets that the programs read, each once.
  private(set) var targets: [String] = []

  /// A program over one row of a table, which rules call `row`.
  mutating func compile(row text: String, of table: Indicator, at parameter: String) -> Program? {
    var environment = vocabulary.environment
    environment.declare(extra: RuleVocabulary.row, as: .object(table.rowType))
    let program = compile(text, in: environment, at: parameter, index: nil)
    if let program { rowPrograms.append((parameter, program)) }
    return program
  }

  private mutating func compile(
    _ text: String, in environment: Environment, at parameter: String, index: Int?
  ) -> Program? {
    do throws(CompilationError) {
      let program = try environment.compile(text)
      for name in program.variables
      where name.hasPrefix(Target.prefix) && !targets.contains(name) {
        targets.append(name)
      }
      return program
    } catch {
      for diagnostic in error.diagnostics {
        problems.append(
          ParameterProblem(parameter: parameter, index: index, diagnostic: diagnostic))
      }
      return nil
    }
  }

  private mutating func figure(_ value: ParameterValue, at name: String, index: Int?) -> Figure? {
    switch value {
    case .number(let number, let style): return Figure(literal: number, style: style)
    case .expression(let text), .name(let text):
      guard let program = compile(text, at: name, index: index) else { return nil }
      switch program.resultType {
      case .number, .int: break
      default:
        report(
          name, index, code: "figure-type",
          LocalizedText(
            vi: "ở đây cần một số, không phải \(program.resultType)",
            en: "this takes a number, not \(program.resultType)"), length: text.utf8.count)
        return nil
      }
      return Figure(
        program: program, inputs: inputs(of: program), text: text,
        place: vocabulary.places[text], style: style(of: program.variables))
    case .list:
      report(
        name, index, code: "wrong-type",
        LocalizedText(
          vi: "ở đây cần một số, không phải danh sách", en: "this takes one number, not a list"),
        length: 0)
      return nil
    case .date, .limit, .shares:
      report(
        name, index, code: "wrong-type",
        LocalizedText(vi: "ở đây cần một số", en: "this takes a number"), length: 0)
      return nil
    }
  }

  /// The length of an expression parameter in UTF-8 bytes; 0 where it is none.
  func expressionLength(_ name: String) -> Int {
    if case .expression(let text)? = value(name) { return text.utf8.count }
    return 0
  }

  /// How figures of an indicator read.
  func style(of name: String) -> FigureStyle { vocabulary.style(of: name) }

  /// An indicator of a name.
  func indicator(_ name: String) -> Indicator? { indicators[name] }

  /// The table of a required parameter; nil after reporting what is wrong.
  mutating func table(_ name: String) -> Indicator? {
    guard let ids = indicators(name, of: [.table]) else { return nil }
    guard ids.count == 1 else {
      report(
        name, 1, code: "one-table",
        LocalizedText(vi: "ở đây cần đúng một bảng", en: "this takes one table"),
        length: ids[1].utf8.count)
      return nil
    }
    return indicators[ids[0]]
  }

  /// A sum or difference of like figures reads like them; anything else as a plain number.
  private func style(of variables: [String]) -> FigureStyle {
    guard let first = variables.first else { return .plain }
    for variable in variables where style(of: variable) != style(of: first) { return .plain }
    return style(of: first)
  }

  mutating func reportMissing(_ name: String) {
    report(
      nil, nil, code: "missing-parameter",
      LocalizedText(
        vi: "mục kiểm tra kiểu \"\(check.kind)\" cần tham số \"\(name)\"",
        en: "a check of kind \"\(check.kind)\" needs the parameter \"\(name)\""), length: 0)
  }

  private mutating func reportTooFew(_ name: String, _ wanted: LocalizedText) {
    report(
      nil, nil, code: "too-few-values",
      LocalizedText(
        vi: "tham số \"\(name)\" cần \(wanted.vi)",
        en: "the parameter \"\(name)\" takes \(wanted.en)"),
      length: 0)
  }

  private mutating func reportUnknownIndicator(_ id: String, at name: String, index: Int?) {
    var mend: LocalizedText?
    if suggestsNames, let near = nearestName(to: id, in: indicators.keys) {
      mend = LocalizedText(vi: "có phải là \"\(near)\"?", en: "did you mean \"\(near)\"?")
    }
    report(
      name, index, code: "unknown-name",
      LocalizedText(vi: "không có chỉ tiêu \"\(id)\"", en: "there is no indicator \"\(id)\""),
      mend: mend, length: id.utf8.count)
  }

  mutating func report(
    _ parameter: String?, _ index: Int?, code: String, _ message: LocalizedText,
    mend: LocalizedText? = nil, length: Int
  ) {
    problems.append(
      ParameterProblem(
        parameter: parameter, index: index,
        diagnostic: Diagnostic(
          code: code, message: message, mend: mend, source: check.id,
          range: SourceRange(0, length))))
  }
}
