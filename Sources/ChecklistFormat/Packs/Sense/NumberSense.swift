import CEL
import Diagnostics
import InspectionCore

// Numbers are exact and have units of measure: lint refuses what would lose either.

/// A figure of a check's parameters: how it is measured, and where it stands.
struct MeasuredFigure {
  let measured: Measured
  let node: YAMLNode
  /// The file it is written in.
  let reader: FileReader
  /// How it is written, where it is a number and no expression.
  let style: FigureStyle?
  /// That number.
  var number: Rational?
}

/// Inspects expressions in what a checklist's rules may name.
struct NumberLint {
  private let environment: Environment
  private let variables: [String: Measured]
  private let bounds: SizeBounds?

  init(_ checklist: Checklist, _ variables: [String: Measured]) {
    var environment = checklist.ruleEnvironment
    // Whatever does not compile was told of already.
    environment.suggestsNames = false
    self.environment = environment
    self.variables = variables
    bounds = NumberLint.bounds(of: variables)
  }

  /// The same with the rows of a table, for rules that judge them one by one.
  init(_ lint: NumberLint, rowsOf table: Indicator) {
    var environment = lint.environment
    var variables = lint.variables
    if case .list(let row) = table.valueType {
      environment.declare(extra: NumberLint.row, as: row)
      variables[NumberLint.row] = Measured(table)
    }
    self.environment = environment
    self.variables = variables
    bounds = lint.bounds
  }

  private static let row = "row"

  /// What is found of an expression.
  struct Inspection {
    let measured: Measured
    let type: ValueType
    /// What is wrong with its numbers.
    var findings: [NumberFinding] = []
    /// Whether the largest tables make it so long that it is stopped.
    var isCostly = false
  }

  /// How an expression is measured, its type, and what is wrong with it; nil where it does not
  /// compile, which compiling the checklist reports.
  func inspect(_ text: String) -> Inspection? {
    // Most figures are an indicator's answer as it stands.
    if let measured = variables[text], let type = environment.type(ofVariable: text) {
      return Inspection(measured: measured, type: type)
    }
    do throws(CompilationError) {
      let parsed = try environment.parse(SourceText(name: "", text: text))
      let checked = try environment.check(parsed)
      var inference = MeasureInference(checked, variables)
      let measured = inference.whole()
      return Inspection(
        measured: measured, type: checked.resultType, findings: inference.findings,
        isCostly: bounds.map { checked.worstCost($0).isBeyondLimit } ?? false)
    } catch {
      return nil
    }
  }
}

extension Measured {
  init(_ indicator: Indicator) {
    guard let table = indicator.table else {
      self.init(indicator.type, unit: indicator.unit)
      return
    }
    var columns: [String: Measured] = [:]
    for column in table.columns {
      guard let type = column.type.figureType else { continue }
      columns[column.id] = Measured(type, unit: column.type.unit ?? column.unit)
    }
    self = .row(columns)
  }

  /// A target is measured as its values are written; a bare number fits anything.
  init(_ target: Target) {
    let styles = Set(target.values.map(\.style))
    guard styles.count == 1, let style = styles.first else {
      self = .open
      return
    }
    self.init(written: style)
  }

  /// How a number written out is measured.
  init(written style: FigureStyle) {
    switch style {
    case .plain: self = .literal
    case .percent: self = .known(.share)
    case .money: self = .known(.money)
    }
  }
}

extension ColumnType {
  /// The unit that the type itself implies.
  fileprivate var unit: LocalizedText? {
    switch self {
    case .hours: LocalizedText(vi: "giờ", en: "hours")
    case .workingDays: LocalizedText(vi: "ngày làm việc", en: "working days")
    default: nil
    }
  }
}

extension PackLoading {
  /// Reports divisions of whole numbers, binary fractions, and figures of unlike units added or
  /// compared, in every rule that can be read.
  func checkNumbers(of checklist: Checklist) {
    var tables: [String: Indicator] = [:]
    for indicator in checklist.indicators where indicator.type == .table {
      tables[indicator.id] = indicator
    }
    let lint = NumberLint(checklist, measures(of: checklist))
    var rowLints: [String: NumberLint] = [:]
    for read in checks {
      guard let table = read.check.table(among: tables) else {
        checkNumbers(of: read, lint)
        continue
      }
      let rowLint = rowLints[table.id] ?? NumberLint(lint, rowsOf: table)
      rowLints[table.id] = rowLint
      checkNumbers(of: read, rowLint)
    }
  }

  /// How everything that rules may name is measured; where a dictionary has errors, the units it
  /// gives are not relied on.
  private func measures(of checklist: Checklist) -> [String: Measured] {
    var measures: [String: Measured] = [:]
    for indicator in indicators where indicator.reader.errorReports == 0 {
      let measured = Measured(indicator.value)
      measures[indicator.id] = measured
      measures["previous." + indicator.id] = measured
    }
    for target in checklist.targets { measures[target.variable] = Measured(target) }
    return measures
  }

  private func checkNumbers(of read: ReadCheck, _ lint: NumberLint) {
    var figures: [String: [MeasuredFigure]] = [:]
    for (name, value) in read.check.parameters.sorted(by: { $0.key < $1.key }) {
      if case .list(let values) = value {
        for (index, value) in values.enumerated() {
          figures[name, default: []] += figure(value, ParameterPlace(name, index), read, lint)
        }
      } else {
        figures[name] = figure(value, ParameterPlace(name, nil), read, lint)
      }
    }
    if let condition = read.check.condition {
      _ = figure(.expression(condition), ParameterPlace("when", nil), read, lint)
    }
    checkMeasures(of: figures, read.check.kind)
  }

  /// A parameter's figure, after reporting what is wrong inside it; none where it is no figure.
  private func figure(
    _ value: ParameterValue, _ place: ParameterPlace, _ read: ReadCheck, _ lint: NumberLint
  ) -> [MeasuredFigure] {
    guard let node = read.parameters[place] else { return [] }
    let reader = read.reader(of: place)
    switch value {
    case .number(let number, let style):
      let measured = Measured(written: style)
      return [
        MeasuredFigure(
          measured: measured, node: node, reader: reader, style: style, number: number)
      ]
    case .expression(let text):
      guard let found = lint.inspect(text) else { return [] }
      if found.isCostly {
        let whole = SourceRange(0, text.utf8.count)
        reader.reportCostlyRule(at: ScalarMap(node, in: reader.source).range(of: whole))
      }
      if !found.findings.isEmpty {
        let map = ScalarMap(node, in: reader.source)
        for finding in found.findings {
          // A whole that is a double was refused already: no figure and no truth.
          if case .double = finding.fault, found.type == .double { continue }
          let fault = finding.fault
          reader.report(
            fault.code, fault.message, severity: fault.severity, mend: fault.mend,
            at: reader.firstLine(of: map.range(of: finding.range)))
        }
      }
      return [MeasuredFigure(measured: found.measured, node: node, reader: reader, style: nil)]
    case .name, .date, .limit, .shares, .list: return []
    }
  }
}

extension Check {
  /// The table whose rows the check judges; nil for a check of another kind.
  fileprivate func table(among tables: [String: Indicator]) -> Indicator? {
    guard !tables.isEmpty else { return nil }
    for value in parameters.values {
      if case .name(let id) = value, let table = tables[id] { return table }
      if case .list(let values) = value, values.count == 1, case .name(let id) = values[0],
        let table = tables[id]
      {
        return table
      }
    }
    return nil
  }
}
