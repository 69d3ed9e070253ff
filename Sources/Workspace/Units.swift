package import ChecklistFormat
package import Diagnostics
package import InspectionCore
import Storage

/// What an import of units comes to.
package struct UnitImport: Hashable, Sendable {
  /// A unit whose entry changes.
  package struct Change: Hashable, Sendable {
    /// The code.
    package var code: String
    /// What is different.
    package var differences: [Difference]
  }

  /// A part of an entry, before and after.
  package struct Difference: Hashable, Sendable {
    /// Which part.
    package var part: LocalizedText
    /// How it was; empty where nothing was said.
    package var before: LocalizedText
    /// How it is now.
    package var after: LocalizedText
  }

  /// The units registered for the first time.
  package var new: [ListedUnit] = []
  /// The units whose entry changes.
  package var changed: [Change] = []
  /// How many stay as they are.
  package var unchanged = 0
  /// The mergers, splits and renames that are new.
  package var relations: [UnitRelation] = []
}

extension Workspace {
  /// Registers units and what became of them; what is registered already and has not changed is passed
  /// over, so that the same list may come twice.
  ///
  /// - Parameter from: the first day of units for which the list gives none.
  package func importUnits(
    _ list: UnitList, from: CivilDate? = nil, _ session: Session
  ) throws(WorkspaceError) -> UnitImport {
    try authorize(session, .workspace(.importUnits), unit: settings.coordinator)
    let record = try register()
    var known: [String: [NamedUnit]] = [:]
    for unit in record.units { known[unit.unit.code, default: []].append(unit) }
    var result = UnitImport()
    var drafts: [EventDraft] = []
    var entries = list.entries
    if let over = list.over, known[over.code] == nil,
      !entries.contains(where: { $0.unit.code == over.code })
    {
      entries.insert(
        ListedUnit(unit: over, parent: settings.coordinator, from: nil, to: nil), at: 0)
    }
    let codes = Set(known.keys).union(entries.map(\.unit.code))
    for entry in entries {
      let code = entry.unit.code
      let earlier = known[code]?.last
      let unit = RegisteredUnit(
        code: code, level: entry.unit.level,
        parent: code == settings.coordinator ? nil : entry.parent ?? settings.coordinator,
        from: entry.from ?? earlier?.unit.from ?? from ?? Self.firstDay, to: entry.to)
      try check(unit, among: codes)
      let named = NamedUnit(unit: unit, name: entry.unit.name)
      if known[code]?.contains(named) ?? false {
        result.unchanged += 1
        continue
      }
      if let earlier {
        result.changed.append(
          UnitImport.Change(code: code, differences: named.differences(from: earlier)))
      } else {
        result.new.append(entry)
      }
      drafts.append(session.draft("unit", code, .unit(unit, name: entry.unit.name)))
    }
    try checkCycles(entries, known)
    for relation in list.relations {
      try check(relation, among: codes)
      guard !record.relations.contains(relation) else { continue }
      result.relations.append(relation)
      drafts.append(session.draft("unit", relation.from, .relation(relation)))
    }
    try self.record(drafts, session)
    return result
  }

  private func check(_ unit: RegisteredUnit, among codes: Set<String>) throws(WorkspaceError) {
    // A level that the settings do not name is more often misspelt than new.
    guard settings.levels.isEmpty || settings.levels[unit.level] != nil else {
      let near = nearestName(to: unit.level, in: settings.levels.keys.sorted())
      throw WorkspaceError(
        "unknown-level",
        LocalizedText(
          vi: "đơn vị \(unit.code): soat.yaml không có cấp \"\(unit.level)\"",
          en: "the unit \(unit.code): soat.yaml has no level \"\(unit.level)\""),
        mend: near.map {
          LocalizedText(vi: "có phải là \"\($0)\"?", en: "did you mean \"\($0)\"?")
        }
          ?? LocalizedText(
            vi: "thêm cấp này vào levels của soat.yaml", en: "add it to levels in soat.yaml"))
    }
    if let parent = unit.parent, !codes.contains(parent) {
      throw .unknown(
        "unknown-parent", LocalizedText(vi: "đơn vị cấp trên", en: "parent unit"), parent,
        among: codes)
    }
    if unit.parent == unit.code {
      throw WorkspaceError(
        "own-parent",
        LocalizedText(
          vi: "đơn vị \(unit.code) không thể là cấp trên của chính nó",
          en: "the unit \(unit.code) cannot be above itself"),
        mend: LocalizedText(vi: "sửa parent", en: "correct its parent"))
    }
    if let to = unit.to, to < unit.from {
      throw WorkspaceError(
        "empty-span",
        LocalizedText(
          vi:
            "đơn vị \(unit.code): ngày cuối \(to.vietnamese) trước ngày đầu \(unit.from.vietnamese)",
          en:
            "the unit \(unit.code): its last day \(to.iso) comes before its first, \(unit.from.iso)"
        ),
        mend: LocalizedText(vi: "sửa from hoặc to", en: "correct from or to"))
    }
  }

  /// No unit may lie beneath itself by way of others.
  private func checkCycles(
    _ entries: [ListedUnit], _ known: [String: [NamedUnit]]
  ) throws(WorkspaceError) {
    var parents: [String: String] = [:]
    for (code, units) in known { parents[code] = units.last?.unit.parent }
    for entry in entries where entry.unit.code != settings.coordinator {
      parents[entry.unit.code] = entry.parent ?? settings.coordinator
    }
    var safe: Set<String> = []
    for entry in entries {
      var path: [String] = []
      var seen: Set<String> = []
      var next: String? = entry.unit.code
      while let code = next, !safe.contains(code) {
        guard seen.insert(code).inserted else {
          let circle = (path.drop { $0 != code } + [code]).joined(separator: " → ")
          throw WorkspaceError(
            "parent-cycle",
            LocalizedText(
              vi: "các đơn vị là cấp trên của nhau: \(circle)",
              en: "units lie beneath each other: \(circle)"),
            mend: LocalizedText(vi: "sửa parent", en: "correct a parent"))
        }
        path.append(code)
        next = parents[code]
      }
      safe.formUnion(path)
    }
  }

  private func check(_ relation: UnitRelation, among codes: Set<String>) throws(WorkspaceError) {
    for code in [relation.from, relation.to] where !codes.contains(code) {
      throw .unknown(
        "unknown-unit", LocalizedText(vi: "đơn vị", en: "unit"), code, among: codes)
    }
    guard relation.from != relation.to else {
      throw WorkspaceError(
        "own-heir",
        LocalizedText(
          vi: "đơn vị \(relation.from) không thể kế tục chính nó",
          en: "the unit \(relation.from) cannot be its own heir"),
        mend: LocalizedText(vi: "sửa relations", en: "correct relations"))
    }
  }
}

extension NamedUnit {
  /// What is different from an earlier entry of the unit.
  fileprivate func differences(from earlier: NamedUnit) -> [UnitImport.Difference] {
    func plain(_ text: String?) -> LocalizedText { LocalizedText(vi: text ?? "", en: text ?? "") }
    let nothing = plain(nil)
    let parts = [
      (UnitColumn.name, plain(earlier.name), plain(name)),
      (.level, plain(earlier.unit.level), plain(unit.level)),
      (.parent, plain(earlier.unit.parent), plain(unit.parent)),
      (.from, earlier.unit.from.text, unit.from.text),
      (.to, earlier.unit.to?.text ?? nothing, unit.to?.text ?? nothing),
    ]
    return parts.filter { $0.1 != $0.2 }
      .map { UnitImport.Difference(part: $0.0.title, before: $0.1, after: $0.2) }
  }
}
