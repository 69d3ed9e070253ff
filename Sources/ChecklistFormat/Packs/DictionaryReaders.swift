import CEL
import Diagnostics
import InspectionCore

/// Something that others call by its id, with the place where it got it.
struct Named<Value> {
  let value: Value
  let id: String
  let reader: FileReader
  let place: SourceRange
  /// Whether a stopgap stands in it that could make what uses it look wrong.
  var isDoubtful = false
  /// Where it says how it is rolled up, where it does.
  var rollUpPlace: SourceRange?
}

/// Reads an indicator dictionary: `soat`, `indicators`.
struct IndicatorReader {
  /// Words that an expression could not read as part of a name.
  static let wordsOfCEL: Set<String> = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in",
    "let", "loop", "namespace", "null", "package", "return", "true", "var", "void", "while",
  ]
  let reader: FileReader

  func indicators(_ root: YAMLNode) -> [Named<Indicator>] {
    guard let file = reader.mapping(root, .indicatorFile) else { return [] }
    file.checkFormatVersion()
    return file.list("indicators").compactMap(indicator)
  }

  /// An indicator; with a stopgap for what is wrong in it, so that only the mistake itself is
  /// reported and not every rule that names the indicator.
  private func indicator(_ node: YAMLNode) -> Named<Indicator>? {
    guard let mapping = reader.mapping(node, .indicator) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let type = mapping.choice("type", of: IndicatorType.self)
    let unit = mapping.localized("unit")
    let lower = mapping.value("from", as: .number).flatMap { bound($0, type) }
    let upper = mapping.value("to", as: .number).flatMap { bound($0, type) }
    let counts = mapping.choice("counts", of: Subjects.self)
    let time = mapping.choice("time", of: TimeBasis.self)
    let supplier = mapping.text("supplier")
    let code = mapping.text("code")
    let options = options(mapping, isChoice: type.map { $0 == .choice })
    let table = table(mapping, type)
    let rollUp = rollUp(mapping)
    guard let id else { return nil }
    if counts == nil, table?.rows.isSample != true {
      checkCounts(mapping, [unit] + (table?.columns ?? []).map(\.unit))
    }
    if !isIndicatorName(id) {
      reader.report(
        "indicator-name",
        LocalizedText(
          vi: "\"\(shown(id))\" không dùng làm tên chỉ tiêu được",
          en: "\"\(shown(id))\" cannot name an indicator"),
        mend: LocalizedText(
          vi: "chữ thường không dấu, số và _, các phần nối bằng dấu chấm: staff.total",
          en: "lower-case words joined by dots, two or more: staff.total"),
        at: mapping.valueRange("id"))
    }
    if let lower, let upper, lower > upper {
      reader.report(
        "empty-bounds",
        LocalizedText(vi: "from lớn hơn to", en: "from is greater than to"),
        at: mapping.keyRange("to"))
    }
    let indicator = Indicator(
      id: id, title: title ?? LocalizedText(same: id), type: type ?? .int, unit: unit,
      lowerBound: lower, upperBound: upper,
      counts: counts ?? (table?.rows.isSample == true ? .cases : nil), time: time ?? .period,
      supplier: supplier, code: code, options: options, table: table,
      rollUp: rollUp)
    return Named(
      value: indicator, id: id, reader: reader, place: mapping.valueRange("id"),
      isDoubtful: type == nil,
      rollUpPlace: rollUp == nil ? nil : reader.firstLine(of: mapping.valueRange("roll_up")))
  }

  /// Reports a figure in children or cases whose small numbers nothing would mask.
  private func checkCounts(_ mapping: Mapping, _ units: [LocalizedText?]) {
    for unit in units {
      guard let name = unit?.vi.lowercased(),
        let subject = IndicatorReader.countedUnits.first(where: { $0.value.contains(name) })?.key
      else { continue }
      reader.report(
        "counts-missing",
        LocalizedText(
          vi:
            "chỉ tiêu này đếm \"\(shown(name))\" mà không ghi counts: số từ 1 đến 4 sẽ không được che",
          en:
            "this counts \"\(shown(unit?.en ?? name))\" without saying so: 1 to 4 would not be masked"
        ),
        severity: .warning,
        mend: LocalizedText(
          vi: "thêm counts: \(subject.rawValue)", en: "add counts: \(subject.rawValue)"),
        at: mapping.valueRange("id"))
      return
    }
  }

  /// Units of measure, in Vietnamese, that say that children or cases are counted.
  private static let countedUnits: [Subjects: Set<String>] = [
    .children: ["trẻ", "trẻ em", "em", "cháu", "học sinh"], .cases: ["vụ", "vụ việc", "ca"],
  ]

  func bound(_ node: YAMLNode, _ type: IndicatorType?) -> Rational? {
    guard let number = reader.number(node) else { return nil }
    if let type, !reader.checkMeasure(number, of: type, at: node) { return nil }
    return number.value
  }

  private func isIndicatorName(_ id: String) -> Bool {
    let segments = id.split(separator: ".", omittingEmptySubsequences: false)
    guard segments.count >= 2 else { return false }
    guard !Indicator.reservedPrefixes.contains(String(segments[0])) else { return false }
    return segments.allSatisfy { segment in
      guard let first = segment.utf8.first, (0x61...0x7A).contains(first) else { return false }
      guard !IndicatorReader.wordsOfCEL.contains(String(segment)) else { return false }
      return segment.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
    }
  }
}

/// Reads a register of citations: `soat`, `citations`.
struct CitationReader {
  let reader: FileReader

  func citations(_ root: YAMLNode) -> [Named<Citation>] {
    guard let file = reader.mapping(root, .citationFile) else { return [] }
    file.checkFormatVersion()
    return file.list("citations").compactMap(citation)
  }

  /// A citation; with a stopgap for what is wrong in it, so that only the mistake itself is
  /// reported and not every check that cites it.
  private func citation(_ node: YAMLNode) -> Named<Citation>? {
    guard let mapping = reader.mapping(node, .citation) else { return nil }
    let id = mapping.text("id")
    let type = mapping.localized("type")
    let number = mapping.text("number")
    let issuer = mapping.localized("issuer")
    let date = mapping.date("date")
    let title = mapping.localized("title")
    let status = mapping.choice("status", of: SourceStatus.self)
    let places = mapping.list("places").compactMap(place)
    let force = mapping.value("in_force", as: .mapping).map { reader.bounds($0, .force) }
    guard let id, let day = date ?? CivilDate.stopgap else { return nil }
    reader.checkUnique(
      places, code: "duplicate-place",
      LocalizedText(vi: "điều, mục", en: "the place"))
    let stopgap = LocalizedText(same: id)
    let citation = Citation(
      id: id, type: type ?? stopgap, number: number ?? id, issuer: issuer ?? stopgap, date: day,
      title: title ?? stopgap, inForceFrom: force?.from ?? day, inForceTo: force?.to,
      status: status ?? .recalled, places: places.map(\.value))
    return Named(value: citation, id: id, reader: reader, place: mapping.valueRange("id"))
  }

  private func place(_ node: YAMLNode) -> Named<CitationPlace>? {
    guard let mapping = reader.mapping(node, .place) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let status = mapping.choice("status", of: SourceStatus.self)
    let note = mapping.localized("note")
    guard let id else { return nil }
    let place = CitationPlace(
      id: id, title: title ?? LocalizedText(same: id), status: status ?? .recalled, note: note)
    return Named(value: place, id: id, reader: reader, place: mapping.valueRange("id"))
  }
}
