import CEL
import Diagnostics
import InspectionCore

/// Reads how what a pack finds is followed up, and how it follows from earlier versions.
struct PolicyReader {
  let reader: FileReader

  /// The policies; `grades` is nil where the bands could not all be read.
  func policies(_ mapping: Mapping, grades: [String]?) -> FollowUpPolicies {
    var policies = FollowUpPolicies()
    if let deadlines = mapping.mapping("deadlines", .deadlines) {
      policies.countedFrom =
        deadlines.choice("counted_from", of: DeadlineStart.self) ?? policies.countedFrom
      policies.defaultLimits = bySeverity(deadlines.list("defaults"), .severityLimit) { mapping in
        let severity = mapping.choice("severity", of: CheckSeverity.self)
        let within = mapping.timeLimit("within")
        guard let severity, let within else { return nil }
        return (severity, SeverityLimit(severity: severity, within: within))
      }
    }
    if let extensions = mapping.mapping("extensions", .extensions) {
      policies.extensionsBeforeDue = extensions.bool("before_due") ?? policies.extensionsBeforeDue
      policies.requestStopsClock =
        extensions.bool("request_stops_clock") ?? policies.requestStopsClock
      policies.extensions = bySeverity(extensions.list("limits"), .extensionLimit) { mapping in
        let severity = mapping.choice("severity", of: CheckSeverity.self)
        let times = mapping.wholeNumber("times")
        let days = mapping.wholeNumber("days")
        guard let severity, let times, let days else { return nil }
        return (severity, ExtensionLimit(severity: severity, times: times, days: days))
      }
    }
    policies.escalation = escalation(mapping.list("escalation"))
    if let node = mapping.value("recurrence", as: .choice) {
      policies.recurrenceRaisesSeverity = reader.choice(node, among: ["raise", "keep"]) != "keep"
    }
    policies.nextVisit = mapping.list("next_visit").compactMap { visitRule($0, grades) }
    return policies
  }

  /// The lines of a list that has one for each severity at the most.
  private func bySeverity<Line>(
    _ nodes: [YAMLNode], _ description: MappingDescription,
    _ read: (Mapping) -> (CheckSeverity, Line)?
  ) -> [Line] {
    var lines: [Line] = []
    var seen: Set<CheckSeverity> = []
    for node in nodes {
      guard let mapping = reader.mapping(node, description), let (severity, line) = read(mapping)
      else { continue }
      guard seen.insert(severity).inserted else {
        reader.report(
          "duplicate-severity",
          LocalizedText(
            vi: "mức độ \(severity.rawValue) ghi hai lần",
            en: "the severity \(severity.rawValue) stands twice"),
          mend: LocalizedText(vi: "giữ lại một dòng", en: "keep one of the lines"),
          at: mapping.valueRange("severity"))
        continue
      }
      lines.append(line)
    }
    return lines
  }

  private func escalation(_ nodes: [YAMLNode]) -> [EscalationStep] {
    var steps: [EscalationStep] = []
    for node in nodes {
      guard let mapping = reader.mapping(node, .escalationStep) else { continue }
      let offset = offset(mapping)
      let recipient = mapping.text("to")
      let title = mapping.localized("title")
      guard let offset, let recipient, let title else { continue }
      if let last = steps.last, offset < last.offset {
        reader.report(
          "escalation-order",
          LocalizedText(
            vi: "bước này sớm hơn bước đứng trước",
            en: "this step comes earlier than the one before it"),
          mend: LocalizedText(
            vi: "xếp các bước theo thời gian", en: "list the steps in the order of time"),
          at: mapping.firstLine)
      }
      steps.append(EscalationStep(offset: offset, recipient: recipient, title: title))
    }
    return steps
  }

  /// Working days after the deadline, negative before it.
  private func offset(_ mapping: Mapping) -> Int? {
    var found: [Int] = []
    for (key, sign) in [("before", -1), ("after", 1)] {
      guard let limit = mapping.timeLimit(key) else { continue }
      guard case .workingDays(let count) = limit else {
        reader.report(
          "wrong-type",
          LocalizedText(
            vi: "ở đây cần số ngày làm việc, như 3 ngày làm việc",
            en: "this takes a number of working days, such as 3 working days"),
          at: mapping.valueRange(key))
        return nil
      }
      found.append(sign * count)
    }
    if mapping.bool("on_due_day") == true { found.append(0) }
    if let offset = found.first, found.count == 1 { return offset }
    reader.reportGroup(mapping, ["before", "on_due_day", "after"])
    return nil
  }

  private func visitRule(_ node: YAMLNode, _ grades: [String]?) -> VisitRule? {
    guard let mapping = reader.mapping(node, .visitRule) else { return nil }
    let grade = mapping.text("grade")
    if let grade, let grades, !grades.contains(grade) {
      reader.reportUnknown(
        grade, among: grades, code: "unknown-grade",
        what: LocalizedText(vi: "mức xếp loại", en: "grade"), at: mapping.valueRange("grade"))
    }
    let below = mapping.value("below", as: .share).flatMap(reader.share)
    let recurred = mapping.wholeNumber("recurred")
    let overdue = mapping.wholeNumber("overdue")
    guard let within = mapping.timeLimit("within") else { return nil }
    return VisitRule(
      grade: grade, below: below, recurred: recurred, overdue: overdue, within: within)
  }

  // MARK: Versions

  /// What became of the checks of earlier versions; `checks` is nil where not all could be read.
  func migrations(_ nodes: [YAMLNode], version: String?, checks: Set<String>?) -> [Migration] {
    var named: [Named<Migration>] = []
    for node in nodes {
      guard let mapping = reader.mapping(node, .migration) else { continue }
      let earlier = mapping.text("version")
      let comparability = mapping.choice("comparable", of: Comparability.self)
      let note = mapping.localized("note")
      let entries = mapping.list("checks").compactMap { self.entry($0, checks) }
      reader.checkUnique(
        entries, code: "duplicate-check", LocalizedText(vi: "mục kiểm tra", en: "the check"))
      guard let earlier, let comparability else { continue }
      if earlier == version {
        reader.report(
          "own-version",
          LocalizedText(
            vi: "một phiên bản không thay thế chính nó", en: "a version does not supersede itself"),
          mend: LocalizedText(
            vi: "nêu phiên bản trước, hoặc tăng version",
            en: "name the earlier one, or raise version"
          ), at: mapping.valueRange("version"))
      }
      let migration = Migration(
        version: earlier, comparability: comparability, note: note, checks: entries.map(\.value))
      named.append(
        Named(
          value: migration, id: earlier, reader: reader, place: mapping.valueRange("version")))
    }
    reader.checkUnique(
      named, code: "duplicate-version", LocalizedText(vi: "phiên bản", en: "the version"))
    return named.map(\.value)
  }

  private func entry(_ node: YAMLNode, _ checks: Set<String>?) -> Named<CheckMigration>? {
    guard let mapping = reader.mapping(node, .checkMigration) else { return nil }
    let was = mapping.text("was")
    let nodes = mapping.list("now")
    let now = nodes.compactMap(reader.line)
    for (id, node) in zip(now, nodes) {
      if let checks, !checks.contains(id) {
        reader.reportUnknown(
          id, among: checks, code: "unknown-check",
          what: LocalizedText(vi: "mục kiểm tra", en: "check"), at: node.range)
      }
    }
    let comparability = mapping.choice("comparable", of: Comparability.self)
    let note = mapping.localized("note")
    guard let was, let comparability else { return nil }
    return Named(
      value: CheckMigration(was: was, now: now, comparability: comparability, note: note),
      id: was, reader: reader, place: mapping.valueRange("was"))
  }
}

extension FileReader {
  /// Reports a mapping that gives none, or more than one, of keys of which one is needed.
  func reportGroup(_ mapping: Mapping, _ keys: [String]) {
    let list = keys.joined(separator: ", ")
    report(
      "parameter-group",
      LocalizedText(
        vi: "cần đúng một trong: \(list)", en: "exactly one of these is needed: \(list)"),
      at: mapping.firstLine)
  }
}
