import JSON

extension BlobDigest {
  var json: JSONValue { .string(hex) }

  init(_ node: WireNode) throws(WireError) {
    guard let digest = BlobDigest(hex: try node.string()) else {
      throw node.wrong(such: "64 × 0–9, a–f")
    }
    self = digest
  }
}

extension WireNode {
  func reason() throws(WireError) -> BlobDigest { try BlobDigest(try required("reason")) }

  func digest(_ key: String) throws(WireError) -> BlobDigest? {
    guard let node = optional(key) else { return nil }
    return try BlobDigest(node)
  }
}

extension DueDate {
  var json: JSONValue {
    var object: JSONObject = [
      "due": .string(due.iso), "sendBy": .string(sendBy.iso), "provisional": .bool(isProvisional),
      "derivation": derivation.json,
    ]
    object.put("moment", moment.map { .string($0.iso) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    var moment: CivilDateTime?
    if let known = node.optional("moment") {
      moment = CivilDateTime(text: try known.string())
      guard moment != nil else { throw known.wrong(such: "\"2024-11-10T08:30\"") }
    }
    self.init(
      due: try node.required("due").date(), sendBy: try node.required("sendBy").date(),
      moment: moment, isProvisional: try node.required("provisional").bool(),
      derivation: try node.required("derivation").localized())
  }
}

extension Deadline {
  var json: JSONValue {
    var object: JSONObject = [
      "basis": .string(basis.rawValue), "start": .string(start.iso), "due": due.json,
    ]
    object.put("limit", limit.map { .string($0.canonical) })
    object.put("days", days == 0 ? nil : .integer(Int64(days)))
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      basis: try node.required("basis").word(Basis.self),
      limit: try node.optional("limit")?.timeLimit(), start: try node.required("start").date(),
      days: try node.optional("days")?.integer() ?? 0,
      due: try DueDate(try node.required("due")))
  }

  init?(optional key: String, of node: WireNode) throws(WireError) {
    guard let node = node.optional(key) else { return nil }
    self = try Deadline(node)
  }
}

extension IssueRecord {
  var json: JSONValue {
    var object: JSONObject = ["document": document.json]
    object.put("received", received.map { .string($0.iso) })
    object.put("deadline", deadline?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      document: try DocumentReference(try node.required("document")),
      received: try node.optional("received")?.date(),
      deadline: try Deadline(optional: "deadline", of: node))
  }
}

extension FailedCheck {
  var json: JSONValue {
    [
      "checklist": .string(checklist), "check": .string(check),
      "class": .string(checkClass.rawValue), "severity": .string(severity.rawValue),
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      checklist: try node.required("checklist").string(),
      check: try node.required("check").string(),
      checkClass: try node.required("class").word(CheckClass.self),
      severity: try node.required("severity").word(CheckSeverity.self))
  }
}

extension ItemOrigin {
  private enum Kind: String {
    case check, checks, finding, recommendation, commitment, figures, proposal
  }

  var json: JSONValue {
    switch self {
    case .check(let check): ["kind": "check", "check": check.json]
    case .checks(let checks): ["kind": "checks", "checks": checks.json { $0.json }]
    case .finding: ["kind": "finding"]
    case .recommendation(let known):
      [
        "kind": "recommendation", "authority": .string(known.authority),
        "document": known.document.json, "addressees": known.addressees.json { .string($0) },
      ]
    case .commitment: ["kind": "commitment"]
    case .figures(let request):
      [
        "kind": "figures", "checklist": .string(request.checklist),
        "check": .string(request.check), "indicators": request.indicators.json { .string($0) },
      ]
    case .proposal(let party): ["kind": "proposal", "to": .string(party.rawValue)]
    }
  }

  init(_ node: WireNode) throws(WireError) {
    switch try node.required("kind").word(Kind.self) {
    case .check: self = .check(try FailedCheck(try node.required("check")))
    case .checks:
      self = .checks(
        try node.list("checks") { node throws(WireError) in try FailedCheck(node) })
    case .finding: self = .finding
    case .recommendation:
      self = .recommendation(
        AuthorityRecommendation(
          authority: try node.required("authority").string(),
          document: try DocumentReference(try node.required("document")),
          addressees: try node.list("addressees") { node throws(WireError) in try node.string() }))
    case .commitment: self = .commitment
    case .figures:
      self = .figures(
        FigureRequest(
          checklist: try node.required("checklist").string(),
          check: try node.required("check").string(),
          indicators: try node.list("indicators") { node throws(WireError) in try node.string() }))
    case .proposal: self = .proposal(to: try node.required("to").word(Party.self))
    }
  }
}

extension Proposal {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "kind": .string(kind.rawValue), "origin": origin.json,
      "unit": .string(unit), "owedBy": .string(owedBy.rawValue),
      "severity": .string(severity.rawValue),
    ]
    object.put("text", text?.json)
    object.put("inspection", inspection.map { .string($0) })
    object.put("lineage", lineage.isEmpty ? nil : lineage.json { $0.json })
    object.put("limit", limit.map { .string($0.canonical) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), kind: try node.required("kind").word(ItemKind.self),
      origin: try ItemOrigin(try node.required("origin")),
      unit: try node.required("unit").string(),
      owedBy: try node.required("owedBy").word(Party.self),
      severity: try node.required("severity").word(CheckSeverity.self),
      text: try node.digest("text"), inspection: try node.optional("inspection")?.string(),
      lineage: try node.optionalList("lineage") { node throws(WireError) in
        ItemLink(
          try node.required("relation").word(ItemLink.Relation.self),
          try node.required("item").string())
      }, limit: try node.optional("limit")?.timeLimit())
  }
}

extension ItemLink {
  var json: JSONValue {
    ["relation": .string(relation.rawValue), "item": .string(item)]
  }
}

extension ExplanationRuling {
  var json: JSONValue {
    var object: JSONObject = ["outcome": .string(outcome.rawValue), "reason": reason.json]
    object.put("before", before.map { .string($0.rawValue) })
    object.put("after", after.map { .string($0.rawValue) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      outcome: try node.required("outcome").word(Outcome.self),
      before: try node.optional("before")?.word(Verdict.self),
      after: try node.optional("after")?.word(Verdict.self), reason: try node.reason())
  }
}
