public import Diagnostics
public import InspectionCore

/// A round as loaded, or what is wrong with it.
public struct LoadedRound: Sendable {
  /// The round; nil where there are errors.
  public let plan: RoundPlan?
  /// Everything found.
  public let diagnostics: DiagnosticList
  /// The text that diagnostics point into.
  public let source: SourceText
}

/// Loads rounds of inspections.
public enum RoundLoader {
  /// Loads a round.
  ///
  /// - Throws: ``FileProblem`` where the file cannot be read.
  public static func load(_ path: String) throws(FileProblem) -> LoadedRound {
    let loaded = try loadYAML(path) { reader, root in RoundReader(reader: reader).round(root) }
    return LoadedRound(
      plan: loaded.value, diagnostics: loaded.diagnostics, source: loaded.source)
  }
}

struct RoundReader {
  let reader: FileReader

  func round(_ root: YAMLNode) -> RoundPlan? {
    guard let file = reader.mapping(root, .round) else { return nil }
    file.checkFormatVersion()
    let id = file.text("round")
    let title = file.localized("title")
    let decision = file.mapping("decision", .decision).flatMap(document)
    let checklists = file.list("checklists").compactMap { reader.line($0) }
    let theme = file.text("theme")
    let period = period(file, "period")
    let submitBy = file.date("submit_by")
    let teams = teams(file)
    guard let id, let title, let decision, let period else { return nil }
    return RoundPlan(
      id: id, title: title, decision: decision, checklists: checklists, theme: theme,
      period: period, submitBy: submitBy, teams: teams)
  }

  private func document(_ mapping: Mapping) -> DocumentReference? {
    let number = mapping.text("number")
    let date = mapping.date("date")
    guard let number, let date else { return nil }
    return DocumentReference(number: number, date: date)
  }

  private func period(_ mapping: Mapping, _ key: String) -> Period? {
    mapping.value(key, as: .mapping).flatMap { reader.period($0) }
  }

  private func teams(_ file: Mapping) -> [RoundTeam] {
    var named: [Named<RoundTeam>] = []
    var visitors: [String: String] = [:]
    for node in file.list("teams") {
      guard let mapping = reader.mapping(node, .team) else { continue }
      let id = mapping.text("id")
      let leader = mapping.text("leader")
      let members = mapping.list("members").compactMap { reader.line($0) }
      let visits = period(mapping, "visits")
      var units: [String] = []
      for node in mapping.list("units") {
        guard let unit = reader.line(node) else { continue }
        if let other = visitors[unit] { reportVisitedTwice(unit, other, node) }
        visitors[unit] = id ?? ""
        units.append(unit)
      }
      guard let id, let leader, let visits else { continue }
      named.append(
        Named(
          value: RoundTeam(
            id: id, leader: leader, members: members, units: units, visits: visits), id: id,
          reader: reader, place: mapping.valueRange("id")))
    }
    reader.checkUnique(named, code: "duplicate-team", LocalizedText(vi: "đoàn", en: "the team"))
    return named.map(\.value)
  }

  private func reportVisitedTwice(_ unit: String, _ team: String, _ node: YAMLNode) {
    reader.report(
      "unit-visited-twice",
      LocalizedText(
        vi: "đơn vị \"\(shown(unit))\" đã được giao cho đoàn \"\(shown(team))\"",
        en: "the unit \"\(shown(unit))\" is visited by the team \"\(shown(team))\" already"),
      mend: LocalizedText(vi: "giữ lại ở một đoàn", en: "keep it with one team"), at: node.range)
  }
}
