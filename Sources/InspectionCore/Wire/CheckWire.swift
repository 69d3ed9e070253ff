import CEL
import Diagnostics
import JSON

extension ParameterValue {
  var json: JSONValue {
    switch self {
    case .number(let value, let style):
      ["number": value.json, "style": .string(style.rawValue)]
    case .expression(let text): ["expression": .string(text)]
    case .name(let name): ["name": .string(name)]
    case .date(let date): ["date": .string(date.iso)]
    case .limit(let limit): ["limit": .string(limit.canonical)]
    case .shares(let shares): ["shares": ParameterValue.json(of: shares)]
    case .list(let values): ["list": values.json { $0.json }]
    }
  }

  private static func json(of shares: [String: Rational]) -> JSONValue {
    var object = JSONObject()
    for option in shares.keys.sorted() { object.put(option, shares[option]?.json) }
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    if let number = node.optional("number") {
      self = .number(
        try number.rational(), try node.required("style").word(FigureStyle.self))
    } else if let text = node.optional("expression") {
      self = .expression(try text.string())
    } else if let name = node.optional("name") {
      self = .name(try name.string())
    } else if let date = node.optional("date") {
      self = .date(try date.date())
    } else if let limit = node.optional("limit") {
      self = .limit(try limit.timeLimit())
    } else if let shares = node.optional("shares") {
      var read: [String: Rational] = [:]
      for member in try shares.members() { read[member.key] = try member.node.rational() }
      self = .shares(read)
    } else {
      self = .list(try node.list("list") { node throws(WireError) in try ParameterValue(node) })
    }
  }
}

extension PartialCredit {
  var json: JSONValue {
    switch self {
    case .none: "none"
    case .linear: "linear"
    case .stepped(let steps):
      ["steps": steps.json { ["from": $0.from.json, "credit": $0.credit.json] }]
    }
  }

  init(_ node: WireNode) throws(WireError) {
    switch node.value.stringValue {
    case "none": self = .none
    case "linear": self = .linear
    default:
      self = .stepped(
        try node.list("steps") { node throws(WireError) in
          CreditStep(
            from: try node.required("from").rational(),
            credit: try node.required("credit").rational())
        })
    }
  }
}

extension Check {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "title": title.json, "kind": .string(kind),
      "points": points.pointsJSON, "partial": partial.json,
      "class": .string(checkClass.rawValue), "severity": .string(severity.rawValue),
    ]
    var with = JSONObject()
    for name in parameters.keys.sorted() { with.put(name, parameters[name]?.json) }
    object["with"] = .object(with)
    object.put("notApplicable", notApplicable.map { .string($0.rawValue) })
    object.put("within", remedy.within.map { .string($0.canonical) })
    object.put("remedy", remedy.text?.json)
    object["cites"] = cites.json { .string($0.text) }
    object.put("effectiveFrom", effectiveFrom.map { .string($0.iso) })
    object.put("effectiveTo", effectiveTo.map { .string($0.iso) })
    object.put("when", condition.map { .string($0) })
    object["evidence"] = evidence.json { $0.json }
    object.put("guidance", guidance?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    var parameters: [String: ParameterValue] = [:]
    for member in try node.required("with").members() {
      parameters[member.key] = try ParameterValue(member.node)
    }
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      kind: try node.required("kind").string(), parameters: parameters,
      points: try node.required("points").millionths(),
      partial: try PartialCredit(try node.required("partial")),
      checkClass: try node.required("class").word(CheckClass.self),
      severity: try node.required("severity").word(CheckSeverity.self),
      remedy: Remedy(
        within: try node.optional("within")?.timeLimit(),
        text: try node.optional("remedy")?.localized()),
      cites: try node.list("cites") { node throws(WireError) in
        CitationReference(text: try node.string())
      },
      effectiveFrom: try node.optional("effectiveFrom")?.date(),
      effectiveTo: try node.optional("effectiveTo")?.date(),
      condition: try node.optional("when")?.string(),
      evidence: try node.list("evidence") { node throws(WireError) in try node.localized() },
      guidance: try node.optional("guidance")?.localized(),
      notApplicable: try node.optional("notApplicable")?.word(NotApplicablePolicy.self))
  }
}

extension Area {
  var json: JSONValue {
    var object: JSONObject = ["id": .string(id), "title": title.json]
    object.put("weight", weight?.pointsJSON)
    object["checks"] = checks.json { $0.json }
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      weight: try node.optional("weight")?.millionths(),
      checks: try node.list("checks") { node throws(WireError) in try Check(node) })
  }
}

extension ScoringRules {
  var json: JSONValue {
    var object: JSONObject = [
      "minimumCompleteness": minimumCompleteness.json,
      "notApplicable": .string(notApplicable.rawValue),
      "bands": bands.json { $0.json }, "gates": gates.json { $0.json },
      "caps": caps.json { $0.json },
    ]
    object.put("zeroLimits", zeroLimits.isEmpty ? nil : zeroLimits.json { $0.json })
    object.put("total", total?.pointsJSON)
    object.put("mode", mode == .points ? nil : .string(mode.rawValue))
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      minimumCompleteness: try node.required("minimumCompleteness").rational(),
      notApplicable: try node.required("notApplicable").word(NotApplicablePolicy.self),
      bands: try node.list("bands") { node throws(WireError) in try Band(node) },
      gates: try node.list("gates") { node throws(WireError) in try GradeLimit(node) },
      caps: try node.list("caps") { node throws(WireError) in try GradeLimit(node) },
      zeroLimits: try node.optionalList("zeroLimits") { node throws(WireError) in
        try ZeroLimit(node)
      }, total: try node.optional("total")?.millionths(),
      mode: try node.optional("mode")?.word(ScoringMode.self) ?? .points)
  }
}

extension Band {
  var json: JSONValue {
    var object: JSONObject = ["id": .string(id), "title": title.json, "from": from.json]
    if !fromByClass.isEmpty {
      object["fromByClass"] = fromByClass.json {
        ["class": .string($0.unitClass), "from": $0.from.json]
      }
    }
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      from: try node.required("from").rational(),
      fromByClass: try node.optionalList("fromByClass") { node throws(WireError) in
        ClassThreshold(
          unitClass: try node.required("class").string(),
          from: try node.required("from").rational())
      })
  }
}

extension ZeroLimit {
  var json: JSONValue {
    [
      "subject": .string(subject.rawValue), "ids": ids.json { .string($0) },
      "grade": .string(grade),
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      subject: try node.required("subject").word(Subject.self),
      ids: try node.list("ids") { node throws(WireError) in try node.string() },
      grade: try node.required("grade").string())
  }
}

extension GradeLimit {
  var json: JSONValue { ["check": .string(check), "grade": .string(grade)] }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      check: try node.required("check").string(), grade: try node.required("grade").string())
  }
}
