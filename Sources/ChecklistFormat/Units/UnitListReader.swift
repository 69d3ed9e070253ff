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
      for unit in units where unit.id == over.id || unit.value.level == over.value.level {
        reader.report(
          "unit-not-beneath",
          LocalizedText(
            vi: "\"\(shown(unit.value.name))\" không thể ở dưới \"\(shown(over.value.name))\": "
              + "cùng mã hoặc cùng cấp",
            en: "\"\(shown(unit.value.name))\" cannot be beneath \"\(shown(over.value.name))\": "
              + "they share code or level"),
          mend: LocalizedText(
            vi: "sửa code, level của đơn vị này hoặc của units_of",
            en: "correct code and level here or under units_of"), at: unit.place)
      }
    }
    return UnitList(over: over?.value, units: units.map(\.value))
  }

  private func unit(_ node: YAMLNode) -> Named<InspectedUnit>? {
    guard let mapping = reader.mapping(node, .listedUnit) else { return nil }
    let code = mapping.text("code")
    let name = mapping.text("name")
    let level = mapping.text("level")
    guard let code, let name, let level else { return nil }
    return Named(
      value: InspectedUnit(code: code, name: name, level: level), id: code, reader: reader,
      place: mapping.valueRange("code"))
  }
}
