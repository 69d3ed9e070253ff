import CEL
import Diagnostics
public import JSON

extension Submission {
  /// The submission as the browser and the journal keep it; answers in the order of their names.
  public var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "checklist": .string(checklist),
      "unit": unit.json,
      "period": period.json,
      "documents": documents.json { document in
        var object: JSONObject = ["id": .string(document.id), "title": document.title.json]
        object.put("date", document.date.map { .string($0.iso) })
        return .object(object)
      },
      "answers": answers.json, "requests": requests.json { $0.json },
      "notes": notes.json { $0.json },
    ]
    if !earlier.isEmpty {
      object["earlier"] = earlier.json {
        ["period": $0.period.json, "answers": $0.answers.json]
      }
    }
    if !confirmations.isEmpty { object["confirmations"] = confirmations.json { $0.json } }
    object.put("evidence", evidence.isEmpty ? nil : evidence.json { $0.json })
    return .object(object)
  }

  /// Reads a submission that was written by ``json``.
  public init(json: JSONValue) throws(WireError) {
    let node = WireNode(value: json, path: "")
    self.init(
      id: try node.required("id").string(), checklist: try node.required("checklist").string(),
      unit: try InspectedUnit(try node.required("unit")),
      period: try node.required("period").period(),
      documents: try node.list("documents") { node throws(WireError) in
        SourceDocument(
          id: try node.required("id").string(), title: try node.required("title").localized(),
          date: try node.optional("date")?.date())
      },
      answers: try node.required("answers").answers(),
      earlier: try node.optionalList("earlier") { node throws(WireError) in
        PeriodAnswers(
          period: try node.required("period").period(),
          answers: try node.required("answers").answers())
      },
      requests: try node.list("requests") { node throws(WireError) in try TeamRequest(node) },
      notes: try node.list("notes") { node throws(WireError) in try node.localized() },
      confirmations: try node.optionalList("confirmations") { node throws(WireError) in
        try Confirmation(node)
      },
      evidence: try node.optionalList("evidence") { node throws(WireError) in
        try EvidenceFile(node)
      })
  }
}

extension InspectedUnit {
  var json: JSONValue {
    var object: JSONObject = [
      "code": .string(code), "name": .string(name), "level": .string(level),
    ]
    object.put("classes", classes.isEmpty ? nil : classes.json { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      code: try node.required("code").string(), name: try node.required("name").string(),
      level: try node.required("level").string(),
      classes: try node.optionalList("classes") { node throws(WireError) in try node.string() })
  }
}

extension [String: Answer] {
  /// The answers in the order of their names.
  var json: JSONValue {
    var object = JSONObject()
    for id in keys.sorted() { object.put(id, self[id]?.json) }
    return .object(object)
  }
}

extension WireNode {
  fileprivate func answers() throws(WireError) -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for member in try members() {
      answers[member.key] = try Answer(member.node, indicator: member.key)
    }
    return answers
  }
}

extension Answer {
  var json: JSONValue {
    var object = JSONObject()
    switch value {
    case .bool(let truth): object["bool"] = .bool(truth)
    case .text(let text): object["text"] = .string(text)
    case .date(let date): object["date"] = .string(date.iso)
    case .dateTime(let time): object["dateTime"] = .string(time.iso)
    case .table(let table): object["table"] = table.json
    case .missing(let reason): object["missing"] = reason.json
    case .number(let number):
      object["number"] = number.boundsJSON
      object["qualifier"] = .string(qualifier.rawValue)
      object.put("stated", stated?.json)
    }
    object.put("source", source.map { .string($0) })
    object.put("place", place.map { .string($0) })
    object["basis"] = .string(basis.rawValue)
    return .object(object)
  }

  init(_ node: WireNode, indicator: String) throws(WireError) {
    var qualifier = Qualifier.exact
    let value: AnswerValue
    if let truth = node.optional("bool") {
      value = .bool(try truth.bool())
    } else if let text = node.optional("text") {
      value = .text(try text.string())
    } else if let date = node.optional("date") {
      value = .date(try date.date())
    } else if let time = node.optional("dateTime") {
      value = .dateTime(try time.dateTime())
    } else if let table = node.optional("table") {
      value = .table(try AnswerTable(table, indicator: indicator))
    } else if let reason = node.optional("missing") {
      value = .missing(try reason.localized())
    } else {
      let interval = try node.required("number")
      qualifier = try node.required("qualifier").word(Qualifier.self)
      value = .number(try interval.number(of: indicator, isAverage: qualifier == .average))
    }
    self.init(
      value, qualifier: qualifier, stated: try node.optional("stated")?.rational(),
      source: try node.optional("source")?.string(), place: try node.optional("place")?.string(),
      basis: try node.required("basis").word(Basis.self))
  }
}

extension Number {
  /// The bounds, either of which may be absent.
  var boundsJSON: JSONValue {
    var object = JSONObject()
    object.put("lower", interval.lower?.json)
    object.put("upper", interval.upper?.json)
    return .object(object)
  }
}

extension BoundedNumber.Bound {
  var json: JSONValue { ["value": value.json, "closed": .bool(isClosed)] }
}

extension WireNode {
  func number(of indicator: String, isAverage: Bool) throws(WireError) -> Number {
    let lower = try optional("lower")?.bound()
    let upper = try optional("upper")?.bound()
    do throws(NumberError) {
      return Number(
        try BoundedNumber(
          lower: lower, upper: upper, sources: [indicator], isAverage: isAverage))
    } catch {
      throw WireError(path: path, message: error.message)
    }
  }

  func bound() throws(WireError) -> BoundedNumber.Bound {
    BoundedNumber.Bound(
      try required("value").rational(), isClosed: try required("closed").bool())
  }
}

extension TeamRequest {
  var json: JSONValue {
    var object: JSONObject = [
      "check": .string(check), "asked": .string(asked.iso), "text": text.json,
    ]
    object.put("within", within.map { .string($0.canonical) })
    object.put("source", source.map { .string($0) })
    object.put("place", place.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      check: try node.required("check").string(),
      within: try node.optional("within")?.timeLimit(),
      asked: try node.required("asked").date(), text: try node.required("text").localized(),
      source: try node.optional("source")?.string(),
      place: try node.optional("place")?.string())
  }
}

extension Confirmation {
  var json: JSONValue {
    var object: JSONObject = [
      "check": .string(check), "on": .string(date.iso), "by": by.json,
    ]
    object.put("source", source.map { .string($0) })
    object.put("place", place.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      check: try node.required("check").string(), date: try node.required("on").date(),
      by: try node.required("by").localized(), source: try node.optional("source")?.string(),
      place: try node.optional("place")?.string())
  }
}
