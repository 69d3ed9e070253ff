import CEL
import Diagnostics
import InspectionCore

extension IndicatorReader {
  /// What may be chosen; `isChoice` is nil where the type could not be read.
  func options(_ mapping: Mapping, isChoice: Bool?) -> [ChoiceOption] {
    guard mapping.optional("options") != nil else {
      if isChoice == true { _ = mapping.required("options") }
      return []
    }
    var named: [Named<ChoiceOption>] = []
    for node in mapping.list("options") {
      guard let option = reader.mapping(node, .choiceOption) else { continue }
      let id = option.text("id")
      let title = option.localized("title")
      guard let id else { continue }
      named.append(
        Named(
          value: ChoiceOption(id: id, title: title ?? LocalizedText(same: id)), id: id,
          reader: reader, place: option.valueRange("id")))
    }
    reader.checkUnique(
      named, code: "duplicate-option", LocalizedText(vi: "lựa chọn", en: "the option"))
    if isChoice == false {
      reportOnly("options", for: "choice", mapping)
      return []
    }
    return named.map(\.value)
  }

  /// What the rows of a table hold; nil for any other type, or where it cannot be read.
  func table(_ mapping: Mapping, _ type: IndicatorType?) -> TableSchema? {
    guard type == .table else {
      for key in ["rows", "columns"] where type != nil && mapping.optional(key) != nil {
        reportOnly(key, for: "table", mapping)
      }
      return nil
    }
    _ = mapping.required("rows")
    _ = mapping.required("columns")
    let rows = mapping.choice("rows", of: RowSubject.self)
    let columns = mapping.list("columns").compactMap { column($0, rows) }
    reader.checkUnique(
      columns, code: "duplicate-column", LocalizedText(vi: "cột", en: "the column"))
    for key in ["from", "to", "unit"] where mapping.optional(key) != nil {
      reportOnly(key, for: "int, decimal", mapping)
    }
    guard let rows else { return nil }
    return TableSchema(rows: rows, columns: columns.map(\.value))
  }

  private func column(_ node: YAMLNode, _ rows: RowSubject?) -> Named<TableColumn>? {
    guard let mapping = reader.mapping(node, .column) else { return nil }
    let id = mapping.shortName("id")
    let title = mapping.localized("title")
    let type = mapping.choice("type", of: ColumnType.self)
    let unit = mapping.localized("unit")
    let figure = type.map { $0.figureType } ?? .decimal
    let lower = mapping.value("from", as: .number).flatMap { bound($0, figure) }
    let upper = mapping.value("to", as: .number).flatMap { bound($0, figure) }
    let options = options(mapping, isChoice: type.map { $0 == .choice })
    if let lower, let upper, lower > upper {
      reader.report(
        "empty-bounds", LocalizedText(vi: "from lớn hơn to", en: "from is greater than to"),
        at: mapping.keyRange("to"))
    }
    if type != nil, figure == nil {
      for key in ["from", "to", "unit"] where mapping.optional(key) != nil {
        reportOnly(key, for: "int, decimal, percent, money, hours, working_days", mapping)
      }
    }
    if let type, rows?.isSample == true, !type.isAllowedInSamples {
      reader.report(
        "sample-column",
        LocalizedText(
          vi: "bảng hồ sơ rút mẫu không được có cột kiểu \(type.rawValue)",
          en: "sampled case files cannot have a column of type \(type.rawValue)"),
        mend: LocalizedText(
          vi: "chỉ ghi có, không, không áp dụng, số giờ hoặc số ngày làm việc: bool, yes_no_na, "
            + "hours, working_days",
          en: "record yes, no, not applicable, hours or working days alone: bool, yes_no_na, "
            + "hours, working_days"),
        at: mapping.valueRange("type"))
    }
    guard let id, let type else { return nil }
    let isElapsed = type == .hours || type == .workingDays
    let column = TableColumn(
      id: id, title: title ?? LocalizedText(same: id), type: type,
      unit: unit ?? type.ownUnit, lowerBound: lower ?? (isElapsed ? .zero : nil),
      upperBound: upper, options: options)
    return Named(value: column, id: id, reader: reader, place: mapping.valueRange("id"))
  }

  private func reportOnly(_ key: String, for types: String, _ mapping: Mapping) {
    reader.report(
      "key-of-type",
      LocalizedText(
        vi: "khóa \"\(key)\" chỉ dùng cho kiểu \(types)",
        en: "the key \"\(key)\" is for type \(types) alone"),
      mend: LocalizedText(vi: "bỏ khóa này, hoặc sửa type", en: "remove the key, or mend the type"),
      at: mapping.keyRange(key))
  }
}

extension ColumnType {
  /// The unit of measure that goes with the type.
  fileprivate var ownUnit: LocalizedText? {
    switch self {
    case .hours: LocalizedText(vi: "giờ", en: "hours")
    case .workingDays: LocalizedText(vi: "ngày làm việc", en: "working days")
    default: nil
    }
  }
}
