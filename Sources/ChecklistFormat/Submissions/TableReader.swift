import CEL
import Diagnostics
import InspectionCore

extension AnswerReader {
  /// The most rows a table may have.
  static let largestTable = 10_000

  /// The rows of a table, each cell by the type of its column.
  func table(_ mapping: Mapping, _ indicator: Indicator) -> AnswerTable? {
    guard let schema = indicator.table else {
      reader.report(
        "rows-without-table",
        LocalizedText(
          vi: "chỉ tiêu \"\(indicator.id)\" không phải là bảng",
          en: "the indicator \"\(indicator.id)\" is no table"),
        mend: LocalizedText(vi: "ghi giá trị dưới khóa value", en: "write its value under value"),
        at: mapping.keyRange("rows"))
      return nil
    }
    let errorsBefore = reader.errorReports
    var rows: [[String: CellValue]] = []
    if let node = mapping.value("rows", as: .rows), let nodes = reader.list(node, most: .max) {
      guard nodes.count <= AnswerReader.largestTable else {
        reader.report(
          "table-too-long",
          LocalizedText(
            vi: "bảng có \(nodes.count) dòng, nhiều nhất là \(AnswerReader.largestTable)",
            en: "the table has \(nodes.count) rows; \(AnswerReader.largestTable) are the most"),
          at: mapping.keyRange("rows"))
        return nil
      }
      let columns = MappingDescription(rowOf: schema)
      for node in nodes { rows.append(row(node, schema, columns)) }
    }
    let sample = sample(mapping, schema, rows.count)
    guard reader.errorReports == errorsBefore else { return nil }
    return AnswerTable(rows: rows, sample: sample)
  }

  /// Reports how a sample was drawn where there is none.
  func checkNoSample(_ mapping: Mapping) {
    guard mapping.optional("sample") != nil else { return }
    reader.report(
      "sample-without-rows",
      LocalizedText(vi: "sample chỉ đi với rows", en: "sample goes with rows and nothing else"),
      mend: LocalizedText(vi: "bỏ khóa này", en: "remove the key"), at: mapping.keyRange("sample"))
  }

  private func row(
    _ node: YAMLNode, _ schema: TableSchema, _ description: MappingDescription
  ) -> [String: CellValue] {
    guard let mapping = reader.mapping(node, description) else { return [:] }
    var cells: [String: CellValue] = [:]
    for column in schema.columns {
      guard let node = mapping.optional(column.id) else { continue }
      cells[column.id] = cell(node, column)
    }
    return cells
  }

  private func cell(_ node: YAMLNode, _ column: TableColumn) -> CellValue? {
    switch column.type {
    case .bool: return reader.bool(node).map(CellValue.bool)
    case .yesNoNA:
      if node.scalar?.text == "na" { return .notApplicable }
      if node.scalar?.text == "true" || node.scalar?.text == "false" {
        return reader.bool(node).map(CellValue.bool)
      }
      reader.reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "true, false hoặc na (không áp dụng)", en: "true, false or na (not applicable)"))
      return nil
    case .choice:
      return reader.choice(node, among: column.options.map(\.id)).map(CellValue.text)
    case .text: return reader.line(node).map(CellValue.text)
    case .date: return reader.date(node).map(CellValue.date)
    case .int, .decimal, .percent, .money, .hours, .workingDays: return figure(node, column)
    }
  }

  private func figure(_ node: YAMLNode, _ column: TableColumn) -> CellValue? {
    guard let type = column.type.figureType, let number = reader.number(node),
      reader.checkMeasure(number, of: type, at: node)
    else { return nil }
    let isWhole = column.type == .int || column.type == .workingDays
    if isWhole, !number.value.isWhole {
      reader.report(
        "not-whole",
        LocalizedText(
          vi: "\"\(column.title.vi)\" là số nguyên", en: "\"\(column.title.en)\" is a whole number"),
        at: node.range)
      return nil
    }
    let isLow = column.lowerBound.map { number.value < $0 } ?? false
    let isHigh = column.upperBound.map { number.value > $0 } ?? false
    if isLow || isHigh {
      reportOutOfBounds(node, column.asIndicator)
      return nil
    }
    return .number(Number(number.value))
  }

  private func sample(_ mapping: Mapping, _ schema: TableSchema, _ rows: Int) -> SampleFrame? {
    guard mapping.optional("sample") != nil else {
      if schema.rows.isSample {
        reader.report(
          "sample-missing",
          LocalizedText(
            vi: "hồ sơ rút mẫu phải nêu tổng số, cách rút và ai rút",
            en: "sampled files need how many there are, how they were drawn and by whom"),
          mend: LocalizedText(
            vi: "thêm sample: { population: …, method: …, drawn_by: … }",
            en: "add sample: { population: …, method: …, drawn_by: … }"),
          at: mapping.keyRange("rows"))
      }
      return nil
    }
    guard let frame = mapping.mapping("sample", .sample) else { return nil }
    let population = frame.wholeNumber("population")
    let method = frame.localized("method")
    let drawnBy = frame.localized("drawn_by")
    if let population, population < rows {
      reader.report(
        "sample-population",
        LocalizedText(
          vi: "mẫu có \(rows) hồ sơ, nhiều hơn tổng số \(population)",
          en: "the sample has \(rows) files, more than the \(population) there are"),
        at: frame.valueRange("population"))
    }
    guard let population, let method, let drawnBy else { return nil }
    return SampleFrame(population: population, method: method, drawnBy: drawnBy)
  }
}

extension MappingDescription {
  /// The keys of a row: the table's columns.
  fileprivate convenience init(rowOf schema: TableSchema) {
    self.init(
      "row", schema.rows.title,
      schema.columns.map { column in
        KeyDescription(
          name: column.id, value: .text(), isRequired: false, group: nil, meaning: column.title)
      })
  }
}

extension TableColumn {
  /// The column as an indicator of its own, for what is said of its bounds.
  fileprivate var asIndicator: Indicator {
    Indicator(
      id: id, title: title, type: type.figureType ?? .decimal, unit: unit, lowerBound: lowerBound,
      upperBound: upperBound)
  }
}
