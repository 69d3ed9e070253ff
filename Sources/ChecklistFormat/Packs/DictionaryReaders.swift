import CEL
import Diagnostics
import InspectionCore

/// Reads an indicator dictionary: `soat`, `indicators`.
struct IndicatorReader {
  static let keys = [
    "id", "title", "type", "unit", "from", "to", "counts", "time", "supplier", "code",
  ]
  let reader: FileReader

  func indicators(_ root: YAMLNode) -> [Indicator] {
    guard let file = reader.mapping(root, keys: ["soat", "indicators"]) else { return [] }
    file.checkFormatVersion()
    return file.list("indicators", required: true).compactMap(indicator)
  }

  private func indicator(_ node: YAMLNode) -> Indicator? {
    guard let mapping = reader.mapping(node, keys: IndicatorReader.keys) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let type = mapping.choice("type", of: IndicatorType.self)
    let unit = mapping.localized("unit", required: false)
    let lower = mapping.optional("from").flatMap(reader.number)?.value
    let upper = mapping.optional("to").flatMap(reader.number)?.value
    let counts = mapping.choice("counts", of: Subjects.self, required: false)
    let time = mapping.choice("time", of: TimeBasis.self, required: false)
    let supplier = mapping.text("supplier", required: false)
    let code = mapping.text("code", required: false)
    guard let id, let title, let type else { return nil }
    if !isIndicatorName(id) {
      reader.report(
        "indicator-name",
        LocalizedText(
          vi:
            "tên chỉ tiêu gồm chữ thường không dấu, số và _, các phần nối bằng dấu chấm: staff.total",
          en: "an indicator's name is lower-case words joined by dots: staff.total"),
        at: mapping.optional("id")?.range ?? mapping.firstLine)
      return nil
    }
    if let lower, let upper, lower > upper {
      reader.report(
        "empty-bounds",
        LocalizedText(vi: "from lớn hơn to", en: "from is greater than to"),
        at: mapping.keyRange("to"))
    }
    return Indicator(
      id: id, title: title, type: type, unit: unit, lowerBound: lower, upperBound: upper,
      counts: counts, time: time ?? .period, supplier: supplier, code: code)
  }

  private func isIndicatorName(_ id: String) -> Bool {
    let segments = id.split(separator: ".", omittingEmptySubsequences: false)
    guard segments.count >= 2 else { return false }
    return segments.allSatisfy { segment in
      guard let first = segment.utf8.first, (0x61...0x7A).contains(first) else { return false }
      return segment.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
    }
  }
}

/// Reads a register of citations: `soat`, `citations`.
struct CitationReader {
  static let keys = [
    "id", "type", "number", "issuer", "date", "title", "in_force", "status", "places",
  ]
  let reader: FileReader

  func citations(_ root: YAMLNode) -> [Citation] {
    guard let file = reader.mapping(root, keys: ["soat", "citations"]) else { return [] }
    file.checkFormatVersion()
    return file.list("citations", required: true).compactMap(citation)
  }

  private func citation(_ node: YAMLNode) -> Citation? {
    guard let mapping = reader.mapping(node, keys: CitationReader.keys) else { return nil }
    let id = mapping.text("id")
    let type = mapping.localized("type")
    let number = mapping.text("number")
    let issuer = mapping.localized("issuer")
    let date = mapping.date("date", required: true)
    let title = mapping.localized("title")
    let status = mapping.choice("status", of: SourceStatus.self)
    let places = mapping.list("places").compactMap(place)
    var from: CivilDate?
    var to: CivilDate?
    if let node = mapping.required("in_force"),
      let force = reader.mapping(node, keys: ["from", "to"])
    {
      from = force.date("from", required: true)
      to = force.date("to")
    }
    guard let id, let type, let number, let issuer, let date, let title, let status, let from
    else { return nil }
    return Citation(
      id: id, type: type, number: number, issuer: issuer, date: date, title: title,
      inForceFrom: from, inForceTo: to, status: status, places: places)
  }

  private func place(_ node: YAMLNode) -> CitationPlace? {
    guard let mapping = reader.mapping(node, keys: ["id", "title", "status", "note"]) else {
      return nil
    }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let status = mapping.choice("status", of: SourceStatus.self)
    let note = mapping.localized("note", required: false)
    guard let id, let title, let status else { return nil }
    return CitationPlace(id: id, title: title, status: status, note: note)
  }
}

/// Reads a working-day calendar: `soat`, `calendar`, `title`, `verified`, `off`, `working`.
struct CalendarReader {
  let reader: FileReader

  func calendar(_ root: YAMLNode) -> WorkingCalendar? {
    let keys = ["soat", "calendar", "title", "verified", "off", "working"]
    guard let file = reader.mapping(root, keys: keys) else { return nil }
    file.checkFormatVersion()
    let id = file.text("calendar")
    let title = file.localized("title")
    var verified: Period?
    if let node = file.required("verified") { verified = reader.period(node) }
    let off = days(file.list("off", required: true))
    let working = days(file.list("working"))
    guard let id, let title, let verified else { return nil }
    return WorkingCalendar(
      id: id, title: title, verified: verified, daysOff: off, makeUpDays: working)
  }

  private func days(_ nodes: [YAMLNode]) -> [CivilDate: CalendarDay] {
    var days: [CivilDate: CalendarDay] = [:]
    for node in nodes {
      guard
        let mapping = reader.mapping(node, keys: ["date", "name", "source", "confirmed"])
      else { continue }
      let date = mapping.date("date", required: true)
      let name = mapping.localized("name")
      let source = mapping.text("source")
      let confirmed = mapping.required("confirmed").flatMap(reader.bool)
      guard let date, let name, let source, let confirmed else { continue }
      if days[date] != nil {
        reader.report(
          "duplicate-day",
          LocalizedText(
            vi: "ngày \(date.vietnamese) ghi hai lần", en: "\(date.iso) is listed twice"),
          at: mapping.firstLine)
      }
      days[date] = CalendarDay(name: name, source: source, isConfirmed: confirmed)
    }
    return days
  }
}

extension FileReader {
  /// A period of both dates.
  func period(_ node: YAMLNode) -> Period? {
    guard let mapping = mapping(node, keys: ["from", "to"]) else { return nil }
    let from = mapping.date("from", required: true)
    let to = mapping.date("to", required: true)
    guard let from, let to else { return nil }
    guard let period = Period(from: from, to: to) else {
      report(
        "empty-period",
        LocalizedText(vi: "ngày cuối trước ngày đầu", en: "the last day is before the first"),
        at: node.range)
      return nil
    }
    return period
  }
}
