import Diagnostics
import InspectionCore

/// Reads a list of units: `soat`, `units_of`, `units`.
struct UnitListReader {
  let reader: FileReader

  func list(_ root: YAMLNode) -> UnitList? {
    guard let file = reader.mapping(root, .unitList) else { return nil }
    file.checkFormatVersion()
    let over = file.value("units_of", as: .mapping).flatMap(unit)
    let units = file.list("units").compactMap(unit)
    reader.checkUnique(
      units, code: "duplicate-unit", LocalizedText(vi: "đơn vị", en: "the unit"))
    if let over {
      for unit in units where unit.id == over.id || unit.value.unit.level == over.value.unit.level {
        reader.report(
          "unit-not-beneath",
          LocalizedText(
            vi:
              "\"\(shown(unit.value.unit.name))\" không thể ở dưới \"\(shown(over.value.unit.name))\": "
              + "cùng mã hoặc cùng cấp",
            en:
              "\"\(shown(unit.value.unit.name))\" cannot be beneath \"\(shown(over.value.unit.name))\": "
              + "they share code or level"),
          mend: LocalizedText(
            vi: "sửa code, level của đơn vị này hoặc của units_of",
            en: "correct code and level here or under units_of"), at: unit.place)
      }
    }
    return UnitList(
      over: over?.value.unit, entries: units.map { entry($0.value, over?.value.unit) },
      relations: file.list("relations").compactMap(relation))
  }

  /// A unit without a parent of its own is beneath the one that the list is of.
  private func entry(_ unit: ListedUnit, _ over: InspectedUnit?) -> ListedUnit {
    var unit = unit
    if unit.parent == nil { unit.parent = over?.code }
    return unit
  }

  private func relation(_ node: YAMLNode) -> UnitRelation? {
    guard let mapping = reader.mapping(node, .unitRelation) else { return nil }
    let kind = mapping.choice("kind", of: UnitRelation.Kind.self)
    let from = mapping.text("from")
    let to = mapping.text("to")
    let date = mapping.date("date")
    let share = mapping.choice("share", of: UnitRelation.Share.self)
    guard let kind, let from, let to, let date else { return nil }
    return UnitRelation(kind: kind, from: from, to: to, date: date, share: share ?? .whole)
  }

  private func unit(_ node: YAMLNode) -> Named<ListedUnit>? {
    guard let mapping = reader.mapping(node, .listedUnit) else { return nil }
    let code = mapping.text("code")
    let name = mapping.text("name")
    let level = mapping.text("level")
    let parent = mapping.text("parent")
    let from = mapping.date("from")
    let to = mapping.date("to")
    guard let code, let name, let level else { return nil }
    return Named(
      value: ListedUnit(
        unit: InspectedUnit(code: code, name: name, level: level), parent: parent, from: from,
        to: to), id: code, reader: reader, place: mapping.valueRange("code"))
  }
}
