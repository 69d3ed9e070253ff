import CEL
import Diagnostics
import JSON

extension Indicator {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "title": title.json, "type": .string(type.rawValue),
      "time": .string(time.rawValue),
    ]
    object.put("unit", unit?.json)
    object.put("from", lowerBound?.json)
    object.put("to", upperBound?.json)
    object.put("counts", counts.map { .string($0.rawValue) })
    object.put("supplier", supplier.map { .string($0) })
    object.put("code", code.map { .string($0) })
    object.put("options", options.isEmpty ? nil : options.json { $0.json })
    object.put("table", table?.json)
    object.put("rollUp", rollUp?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      type: try node.required("type").word(IndicatorType.self),
      unit: try node.optional("unit")?.localized(),
      lowerBound: try node.optional("from")?.rational(),
      upperBound: try node.optional("to")?.rational(),
      counts: try node.optional("counts")?.word(Subjects.self),
      time: try node.required("time").word(TimeBasis.self),
      supplier: try node.optional("supplier")?.string(),
      code: try node.optional("code")?.string(),
      options: try node.optionalList("options") { node throws(WireError) in
        try ChoiceOption(node)
      }, table: try node.optional("table")?.table(),
      rollUp: try node.optional("rollUp")?.rollUpRule())
  }
}

extension ChoiceOption {
  var json: JSONValue { ["id": .string(id), "title": title.json] }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized())
  }
}

extension UnitClass {
  var json: JSONValue { ["id": .string(id), "title": title.json] }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized())
  }
}

extension TableSchema {
  var json: JSONValue {
    ["rows": .string(rows.rawValue), "columns": columns.json { $0.json }]
  }
}

extension WireNode {
  fileprivate func table() throws(WireError) -> TableSchema {
    TableSchema(
      rows: try required("rows").word(RowSubject.self),
      columns: try list("columns") { node throws(WireError) in try TableColumn(node) })
  }
}

extension TableColumn {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "title": title.json, "type": .string(type.rawValue),
    ]
    object.put("unit", unit?.json)
    object.put("from", lowerBound?.json)
    object.put("to", upperBound?.json)
    object.put("options", options.isEmpty ? nil : options.json { $0.json })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      type: try node.required("type").word(ColumnType.self),
      unit: try node.optional("unit")?.localized(),
      lowerBound: try node.optional("from")?.rational(),
      upperBound: try node.optional("to")?.rational(),
      options: try node.optionalList("options") { node throws(WireError) in
        try ChoiceOption(node)
      })
  }
}

extension Citation {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "type": type.json, "number": .string(number), "issuer": issuer.json,
      "date": .string(date.iso), "title": title.json, "inForceFrom": .string(inForceFrom.iso),
      "status": .string(status.rawValue), "places": places.json { $0.json },
    ]
    object.put("inForceTo", inForceTo.map { .string($0.iso) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), type: try node.required("type").localized(),
      number: try node.required("number").string(),
      issuer: try node.required("issuer").localized(), date: try node.required("date").date(),
      title: try node.required("title").localized(),
      inForceFrom: try node.required("inForceFrom").date(),
      inForceTo: try node.optional("inForceTo")?.date(),
      status: try node.required("status").word(SourceStatus.self),
      places: try node.list("places") { node throws(WireError) in try CitationPlace(node) })
  }
}

extension CitationPlace {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "title": title.json, "status": .string(status.rawValue),
    ]
    object.put("note", note?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      status: try node.required("status").word(SourceStatus.self),
      note: try node.optional("note")?.localized())
  }
}

extension WorkingCalendar {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "title": title.json, "verified": verified.json,
      "off": WorkingCalendar.json(daysOff), "working": WorkingCalendar.json(makeUpDays),
    ]
    object.put("budgetRounds", budgetRounds.isEmpty ? nil : budgetRounds.json { $0.json })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      verified: try node.required("verified").period(),
      daysOff: try WorkingCalendar.days(node, "off"),
      makeUpDays: try WorkingCalendar.days(node, "working"),
      budgetRounds: try node.optionalList("budgetRounds") { node throws(WireError) in
        try BudgetRound(node)
      })
  }

  private static func json(_ days: [CivilDate: CalendarDay]) -> JSONValue {
    var values: [JSONValue] = []
    for date in days.keys.sorted() {
      guard let day = days[date] else { continue }
      values.append([
        "date": .string(date.iso), "name": day.name.json, "source": .string(day.source),
        "confirmed": .bool(day.isConfirmed),
      ])
    }
    return .array(values)
  }

  private static func days(
    _ node: WireNode, _ key: String
  ) throws(WireError) -> [CivilDate: CalendarDay] {
    var days: [CivilDate: CalendarDay] = [:]
    for item in try node.required(key).items() {
      days[try item.required("date").date()] = CalendarDay(
        name: try item.required("name").localized(), source: try item.required("source").string(),
        isConfirmed: try item.required("confirmed").bool())
    }
    return days
  }
}

extension BudgetRound {
  var json: JSONValue {
    [
      "day": .string(day.text), "name": name.json, "source": .string(source),
      "confirmed": .bool(isConfirmed),
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      day: try node.required("day").dayOfYear(), name: try node.required("name").localized(),
      source: try node.required("source").string(),
      isConfirmed: try node.required("confirmed").bool())
  }
}
