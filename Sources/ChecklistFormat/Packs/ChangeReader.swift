import CEL
import Diagnostics
import InspectionCore

// What a pack changes in the checklist it extends.

extension PackLoading {
  mutating func applyChanges(_ mapping: Mapping, _ main: FileReader) {
    guard base != nil else { return }
    var seen: Set<String> = []
    for node in mapping.list("changes") {
      guard let change = main.mapping(node, .change) else { continue }
      let check = change.text("check")
      let area = change.text("area")
      guard (check == nil) != (area == nil), let subject = check ?? area else {
        main.reportGroup(change, ["check", "area"])
        continue
      }
      let place = change.valueRange(check == nil ? "area" : "check")
      guard seen.insert((check == nil ? "area " : "check ") + subject).inserted else {
        main.report(
          "duplicate-change",
          LocalizedText(
            vi: "\"\(shown(subject))\" được thay đổi hai lần",
            en: "\"\(shown(subject))\" is changed twice"),
          mend: LocalizedText(vi: "gộp lại một chỗ", en: "put both in one place"), at: place)
        continue
      }
      if check == nil {
        applyToArea(subject, change, place, main)
      } else {
        applyToCheck(subject, change, place, main)
      }
    }
  }

  // MARK: Areas

  private mutating func applyToArea(
    _ id: String, _ change: Mapping, _ place: SourceRange, _ main: FileReader
  ) {
    for key in MappingDescription.change.names
    where !["check", "area", "drop", "weight", "title", "reason"].contains(key) {
      if change.optional(key) != nil { reportMisplaced(key, change, main) }
    }
    guard let position = areas.firstIndex(where: { $0.area.id == id }) else {
      reportUnknownArea(id, place, main)
      return
    }
    let before = areas[position].area
    if change.bool("drop") == true {
      reportBesideDrop(change, main)
      let duties = areas[position].checks.filter { $0.check.checkClass == .duty }.map(\.check.id)
      if !duties.isEmpty { warnOfDroppedDuty(duties.joined(separator: ", "), place, main) }
      areas.remove(at: position)
      changes.append(
        AppliedChange(before: nil, after: nil, areaBefore: before, areaAfter: nil, place: place))
      return
    }
    if let weight = change.millionths("weight") {
      areas[position].area.weight = weight
      areas[position].weightPlace = change.valueRange("weight")
      areas[position].weightReader = main
    }
    if let title = change.localized("title") { areas[position].area.title = title }
    _ = change.localized("reason")
    changes.append(
      AppliedChange(
        before: nil, after: nil, areaBefore: before, areaAfter: areas[position].area, place: place))
  }

  private func reportUnknownArea(_ id: String, _ place: SourceRange, _ main: FileReader) {
    guard !gaps.contains(.areas) else { return }
    main.reportUnknown(
      id, among: areas.map(\.area.id), code: "unknown-area",
      what: LocalizedText(vi: "lĩnh vực", en: "area"), at: place)
  }

  /// Reports changes of what is dropped.
  private func reportBesideDrop(_ change: Mapping, _ main: FileReader) {
    for key in MappingDescription.change.names
    where !["check", "area", "drop", "reason"].contains(key) {
      if change.optional(key) != nil { reportMisplaced(key, change, main) }
    }
    _ = change.localized("reason")
  }

  private func reportMisplaced(_ key: String, _ change: Mapping, _ main: FileReader) {
    main.report(
      "unknown-key",
      LocalizedText(
        vi: "\"\(key)\" không dùng được ở đây", en: "\"\(key)\" does not go with this"),
      mend: LocalizedText(vi: "bỏ khóa này", en: "remove the key"), at: change.keyRange(key))
  }

  // MARK: Checks

  private mutating func applyToCheck(
    _ id: String, _ change: Mapping, _ place: SourceRange, _ main: FileReader
  ) {
    if change.optional("weight") != nil { reportMisplaced("weight", change, main) }
    for area in areas.indices {
      guard let position = areas[area].checks.firstIndex(where: { $0.check.id == id }) else {
        continue
      }
      let before = areas[area].checks[position]
      if change.bool("drop") == true {
        reportBesideDrop(change, main)
        if before.check.checkClass == .duty { warnOfDroppedDuty(id, place, main) }
        areas[area].checks.remove(at: position)
        note(before.check, nil, place)
        return
      }
      let after = changed(before, change, main)
      areas[area].checks[position] = after
      note(before.check, after.check, place)
      return
    }
    guard !gaps.contains(.areas) else { return }
    main.reportUnknown(
      id, among: areas.flatMap(\.checks).map(\.check.id), code: "unknown-check",
      what: LocalizedText(vi: "mục kiểm tra", en: "check"), at: place)
  }

  private mutating func note(_ before: Check, _ after: Check?, _ place: SourceRange) {
    changes.append(
      AppliedChange(before: before, after: after, areaBefore: nil, areaAfter: nil, place: place))
  }

  private func warnOfDroppedDuty(_ id: String, _ place: SourceRange, _ main: FileReader) {
    main.report(
      "dropped-duty",
      LocalizedText(
        vi:
          "\"\(shown(id))\" là trách nhiệm theo luật; bảng kiểm địa phương bỏ nó thì luật vẫn còn",
        en: "\"\(shown(id))\" is a duty in law, which stays whatever a local checklist drops"),
      severity: .warning,
      mend: LocalizedText(
        vi: "giữ mục này; nếu không muốn chấm thì đặt points: 0",
        en: "keep the check; to report without scoring, set points: 0"), at: place)
  }

  /// A check with what a change says in place of what it said.
  private func changed(_ read: ReadCheck, _ change: Mapping, _ main: FileReader) -> ReadCheck {
    var read = read
    let area = AreaReader(reader: main, kinds: kinds)
    if let title = change.localized("title") { read.check.title = title }
    if let points = change.millionths("points") { read.check.points = points }
    if let partial = area.partialCredit(change) {
      read.check.partial = partial
      put(change.optional("partial"), at: ParameterPlace("partial", nil), in: &read, main)
      area.checkPartial(change, read.check.kind, partial)
    }
    if let policy = change.choice("not_applicable", of: NotApplicablePolicy.self) {
      read.check.notApplicable = policy
    }
    if let severity = change.choice("severity", of: CheckSeverity.self) {
      read.check.severity = severity
    }
    if change.optional("remedy") != nil {
      let remedy = area.remedy(change)
      if let within = remedy.within {
        read.check.remedy.within = within
        put(change.optional("remedy"), at: ParameterPlace("remedy", nil), in: &read, main)
      }
      if let text = remedy.text { read.check.remedy.text = text }
    }
    if change.optional("cites") != nil {
      read.cites = change.list("cites").compactMap { node in
        main.text(node).map { (reference: CitationReference(text: $0), node: node) }
      }
      read.citesChangedIn = main
      read.check.cites = read.cites.map(\.reference)
      area.checkCites(change, read.check.checkClass)
    }
    if let node = change.value("effective", as: .mapping) {
      (read.check.effectiveFrom, read.check.effectiveTo) = main.bounds(node)
      read.effectivePlace = main.firstLine(of: node.range)
      read.effectiveChangedIn = main
    }
    if change.optional("evidence") != nil {
      read.check.evidence = change.list("evidence").compactMap(main.localized)
    }
    if let guidance = change.localized("guidance") { read.check.guidance = guidance }
    _ = change.localized("reason")
    changeRule(&read, change, main)
    return read
  }

  private func changeRule(_ read: inout ReadCheck, _ change: Mapping, _ main: FileReader) {
    if let condition = change.rule("when") {
      read.check.condition = condition
      put(change.optional("when"), at: ParameterPlace("when", nil), in: &read, main)
    }
    guard let kind = kinds.description(read.check.kind) else { return }
    var parameters = ParameterReader(main, kind)
    var values: [String: ParameterValue] = [:]
    if kind.id == CheckKind.ruleID {
      if change.optional("with") != nil { reportMisplaced("with", change, main) }
      if let node = change.value("expr", as: .rule), let described = kind.parameter("expr") {
        values["expr"] = parameters.value(node, described)
      }
    } else {
      if change.optional("expr") != nil { reportMisplaced("expr", change, main) }
      if let node = change.value("with", as: .parameters),
        let with = main.mapping(node, kinds.parameters(kind))
      {
        values = parameters.changes(with)
      }
    }
    for (name, value) in values {
      // Of a group only one may be given: the new one takes the place of the old.
      if let group = kind.parameter(name)?.group {
        for other in kind.parameters where other.group == group {
          read.check.parameters[other.name] = nil
        }
      }
      read.check.parameters[name] = value
    }
    for (place, node) in parameters.places { put(node, at: place, in: &read, main) }
  }

  private func put(
    _ node: YAMLNode?, at place: ParameterPlace, in read: inout ReadCheck, _ main: FileReader
  ) {
    read.parameters[place] = node
    read.changedIn[place] = main
  }
}
