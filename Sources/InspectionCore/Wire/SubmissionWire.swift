import CEL
import Diagnostics
public import JSON

extension Submission {
  /// The submission as the browser and the journal keep it; answers in the order of their names.
  public var json: JSONValue {
    var answered = JSONObject()
    for id in answers.keys.sorted() { answered.put(id, answers[id]?.json) }
    return [
      "id": .string(id), "checklist": .string(checklist),
      "unit": [
        "code": .string(unit.code), "name": .string(unit.name), "level": .string(unit.level),
      ],
      "period": period.json,
      "documents": documents.json { document in
        var object: JSONObject = ["id": .string(document.id), "title": document.title.json]
        object.put("date", document.date.map { .string($0.iso) })
        return .object(object)
      },
      "answers": .object(answered), "requests": requests.json { $0.json },
      "notes": notes.json { $0.json },
    ]
  }

  /// Reads a submission that was written by ``json``.
  public init(json: JSONValue) throws(WireError) {
    let node = WireNode(value: json, path: "")
    let unit = try node.required("unit")
    var answers: [String: Answer] = [:]
    for member in try node.required("answers").members() {
      answers[member.key] = try Answer(member.node, indicator: member.key)
    }
    self.init(
      id: try node.required("id").string(), checklist: try node.required("checklist").string(),
      unit: InspectedUnit(
        code: try unit.required("code").string(), name: try unit.required("name").string(),
        level: try unit.required("level").string()),
      period: try node.required("period").period(),
      documents: try node.list("documents") { node throws(WireError) in
        SourceDocument(
          id: try node.required("id").string(), title: try node.required("title").localized(),
          date: try node.optional("date")?.date())
      },
      answers: answers,
      requests: try node.list("requests") { node throws(WireError) in try TeamRequest(node) },
      notes: try node.list("notes") { node throws(WireError) in try node.localized() })
  }
}

extension Answer {
  var json: JSONValue {
    var object = JSONObject()
    switch value {
    case .bool(let truth): object["bool"] = .bool(truth)
    case .text(let text): object["text"] = .string(text)
    case .date(let date): object["date"] = .string(date.iso)
    case .missing(let reason): object["missing"] = reason.json
    case .number(let number):
      var interval = JSONObject()
      interval.put("lower", number.interval.lower?.json)
      interval.put("upper", number.interval.upper?.json)
      object["number"] = .object(interval)
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
      "check": .string(check), "within": .string(within.canonical),
      "asked": .string(asked.iso), "text": text.json,
    ]
    object.put("source", source.map { .string($0) })
    object.put("place", place.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      check: try node.required("check").string(),
      within: try node.required("within").timeLimit(),
      asked: try node.required("asked").date(), text: try node.required("text").localized(),
      source: try node.optional("source")?.string(),
      place: try node.optional("place")?.string())
  }
}
