import CEL
import Diagnostics

/// What the rules of a checklist may name, and how figures of each name are written.
///
/// Besides the indicators: `previous.X` is the answer to X for the period before, `target.X` a target
/// of a programme, `unit.level` and `unit.classes` what the unit is, `period.from`, `period.to` and
/// `period.days` the inspected period.
struct RuleVocabulary: Sendable {
  /// The first part of names that are no indicators of the dictionary.
  static let reserved = ["previous", "target", "unit", "period", "row"]
  /// The name of a row of a table in rules over rows.
  static let row = "row"
  static let previous = "previous."

  private(set) var environment = Environment(libraries: [.standard, .numbers])
  /// The indicators by name, those of the period before included where rules read them.
  private(set) var indicators: [String: Indicator] = [:]
  /// The places of the checklist's own indicators among them.
  private(set) var places: [String: Int] = [:]
  /// The days on which offices work.
  let calendar: WorkingCalendar
  private var targetStyles: [String: FigureStyle] = [:]

  init(_ checklist: Checklist) {
    calendar = checklist.calendar
    let readsPrevious = checklist.readsPrevious
    for (place, indicator) in checklist.indicators.enumerated() {
      places[indicator.id] = place
      declare(indicator)
      if readsPrevious, indicator.type != .table { declare(indicator.ofPreviousPeriod) }
    }
    for target in checklist.targets {
      environment.declare(variable: target.variable, as: .number)
      targetStyles[target.variable] = target.values.first?.style ?? .plain
    }
    environment.declare(variable: "unit.level", as: .string)
    environment.declare(variable: "unit.classes", as: .list(.string))
    environment.declare(variable: "period.from", as: .timestamp)
    environment.declare(variable: "period.to", as: .timestamp)
    environment.declare(variable: "period.days", as: .int)
  }

  /// No longer looks for the name meant by a misspelt one.
  mutating func stopSuggesting() { environment.suggestsNames = false }

  private mutating func declare(_ indicator: Indicator) {
    environment.declare(variable: indicator.id, as: indicator.valueType)
    if let table = indicator.table {
      environment.declare(record: indicator.rowType, fields: table.fields)
    }
    indicators[indicator.id] = indicator
  }

  func style(of name: String) -> FigureStyle {
    indicators[name]?.figureStyle ?? targetStyles[name] ?? .plain
  }
}

extension Indicator {
  /// The same figure for the period before.
  var ofPreviousPeriod: Indicator {
    var previous = self
    previous.id = RuleVocabulary.previous + id
    previous.title = LocalizedText(
      vi: title.vi + " (kỳ trước)", en: title.en + " (period before)")
    return previous
  }
}

extension Checklist {
  /// Whether some rule names a figure of the period before.
  fileprivate var readsPrevious: Bool {
    for plugin in plugins {
      for parameter in plugin.parameters where parameter.readsPrevious { return true }
    }
    for area in areas {
      for check in area.checks {
        if check.kind == CheckKind.trendID { return true }
        if check.condition?.namesPrevious ?? false { return true }
        for value in check.parameters.values where value.namesPrevious { return true }
      }
    }
    return false
  }
}

extension ParameterValue {
  fileprivate var namesPrevious: Bool {
    switch self {
    case .number, .date, .limit, .shares: return false
    case .expression(let text), .name(let text): return text.namesPrevious
    case .list(let values):
      for value in values where value.namesPrevious { return true }
      return false
    }
  }
}

extension String {
  fileprivate var namesPrevious: Bool {
    let word = Array(RuleVocabulary.previous.utf8)
    let bytes = Array(utf8)
    guard bytes.count > word.count else { return false }
    for start in 0...(bytes.count - word.count) where bytes[start] == word[0] {
      if bytes[start..<(start + word.count)].elementsEqual(word) { return true }
    }
    return false
  }
}

extension Submission {
  /// What rules read besides answers: what the unit is, the period, and the targets set for them.
  func facts(for checklist: Checklist) -> [String: Value] {
    var classes: [Value] = []
    for name in unit.classes { classes.append(.string(name)) }
    var facts: [String: Value] = [
      "unit.level": .string(unit.level), "unit.classes": .list(classes),
      "period.days": .int(Int64(period.dayCount)),
    ]
    if let from = period.from.midnight { facts["period.from"] = .timestamp(from) }
    if let to = period.to.midnight { facts["period.to"] = .timestamp(to) }
    for target in checklist.targets {
      if let set = target.value(for: unit, in: period) {
        facts[target.variable] = .number(.exact(set.value))
      }
    }
    return facts
  }
}
