import CEL
import Diagnostics
import InspectionCore

/// A target with the places of what it names.
struct ReadTarget {
  let target: Named<Target>
  let classes: [(name: String, place: SourceRange)]
  let cites: [(reference: CitationReference, node: YAMLNode)]
}

/// Reads targets: of a register (`soat`, `targets`) or of a checklist's own.
struct TargetReader {
  let reader: FileReader

  func targets(_ root: YAMLNode) -> [ReadTarget] {
    guard let file = reader.mapping(root, .targetFile) else { return [] }
    file.checkFormatVersion()
    return file.list("targets").compactMap(target)
  }

  func target(_ node: YAMLNode) -> ReadTarget? {
    guard let mapping = reader.mapping(node, .target) else { return nil }
    let id = mapping.shortName("id")
    let title = mapping.localized("title")
    var classes: [(name: String, place: SourceRange)] = []
    var values: [TargetValue] = []
    for node in mapping.list("values") {
      guard let value = value(node) else { continue }
      values.append(value.value)
      if let name = value.value.unitClass { classes.append((name, value.place)) }
    }
    let cites = mapping.list("cites").compactMap { node in
      reader.text(node).map { (reference: CitationReference(text: $0), node: node) }
    }
    let status = mapping.choice("status", of: SourceStatus.self)
    checkStyles(values, mapping)
    checkOverlaps(values, mapping)
    guard let id else { return nil }
    let target = Target(
      id: id, title: title ?? LocalizedText(same: id), values: values,
      cites: cites.map(\.reference), status: status ?? .recalled)
    return ReadTarget(
      target: Named(value: target, id: id, reader: reader, place: mapping.valueRange("id")),
      classes: classes, cites: cites)
  }

  private func value(_ node: YAMLNode) -> (value: TargetValue, place: SourceRange)? {
    guard let mapping = reader.mapping(node, .targetValue) else { return nil }
    let number = mapping.value("value", as: .number).flatMap(reader.number)
    let from = mapping.date("from")
    let to = mapping.date("to")
    let unitClass = mapping.text("class")
    if let from, let to, to < from { reader.reportEmptyPeriod(mapping) }
    guard let number else { return nil }
    return (
      TargetValue(number.value, number.style, from: from, to: to, unitClass: unitClass),
      mapping.valueRange("class")
    )
  }

  private func checkStyles(_ values: [TargetValue], _ mapping: Mapping) {
    guard let first = values.first, values.contains(where: { $0.style != first.style }) else {
      return
    }
    reader.report(
      "mixed-target",
      LocalizedText(
        vi: "các mức của một chỉ tiêu phải cùng đơn vị (số, % hoặc tiền)",
        en: "the values of a target must be alike: numbers, shares or money"),
      mend: LocalizedText(
        vi: "viết mọi mức với %, hoặc mọi mức không có %",
        en: "write all of them with a percent sign, or none"),
      at: mapping.keyRange("values"))
  }

  /// Two values for the same class and day would leave it to chance which one counts.
  private func checkOverlaps(_ values: [TargetValue], _ mapping: Mapping) {
    for (index, value) in values.enumerated() {
      for other in values[..<index] where value.unitClass == other.unitClass {
        let startsLater = value.from.map { from in other.to.map { $0 < from } ?? false } ?? false
        let endsEarlier = value.to.map { to in other.from.map { to < $0 } ?? false } ?? false
        guard !startsLater, !endsEarlier else { continue }
        reader.report(
          "target-overlap",
          LocalizedText(
            vi: "hai mức cùng áp dụng trong một thời gian", en: "two values hold at the same time"),
          mend: LocalizedText(
            vi: "đặt from, to để các mức nối tiếp nhau",
            en: "give them from and to, so that one follows the other"),
          at: mapping.keyRange("values"))
        return
      }
    }
  }
}

/// Reads a register of recurring periods: `soat`, `periods`.
struct PresetReader {
  let reader: FileReader

  func presets(_ root: YAMLNode) -> [Named<PeriodPreset>] {
    guard let file = reader.mapping(root, .periodFile) else { return [] }
    file.checkFormatVersion()
    return file.list("periods").compactMap(preset)
  }

  private func preset(_ node: YAMLNode) -> Named<PeriodPreset>? {
    guard let mapping = reader.mapping(node, .preset) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let from = mapping.dayOfYear("from")
    let to = mapping.dayOfYear("to")
    let yearOf = mapping.choice("year_of", of: PeriodPreset.YearOf.self)
    let source = mapping.text("source")
    let status = mapping.choice("status", of: SourceStatus.self)
    guard let id, let from, let to else { return nil }
    let preset = PeriodPreset(
      id: id, title: title ?? LocalizedText(same: id), from: from, to: to,
      yearOf: yearOf ?? .end, source: source, status: status ?? .recalled)
    return Named(value: preset, id: id, reader: reader, place: mapping.valueRange("id"))
  }
}
