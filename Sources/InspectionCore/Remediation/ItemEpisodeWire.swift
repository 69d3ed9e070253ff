import JSON

extension ItemPlan {
  var json: JSONValue {
    var object: JSONObject = [
      "measures": measures.json { $0.json }, "responsible": .string(responsible),
    ]
    object.put("milestones", milestones.isEmpty ? nil : milestones.json { $0.json })
    object.put("budget", budget.map { .integer($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      measures: try node.list("measures") { node throws(WireError) in try BlobDigest(node) },
      responsible: try node.required("responsible").string(),
      milestones: try node.optionalList("milestones") { node throws(WireError) in
        Milestone(
          due: try node.required("due").date(), text: try BlobDigest(try node.required("text")))
      }, budget: try node.optional("budget")?.integer64())
  }
}

extension ItemPlan.Milestone {
  fileprivate var json: JSONValue { ["due": .string(due.iso), "text": text.json] }
}

extension Progress {
  var json: JSONValue {
    var object: JSONObject = [
      "done": .integer(Int64(done)), "of": .integer(Int64(of)), "day": .string(day.iso),
    ]
    object.put("byUnit", byUnit.isEmpty ? nil : byUnit.json { $0.json })
    object.put("note", note?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      done: try node.required("done").integer(), of: try node.required("of").integer(),
      byUnit: try node.optionalList("byUnit") { node throws(WireError) in
        Share(
          unit: try node.required("unit").string(), done: try node.required("done").integer(),
          of: try node.required("of").integer())
      }, note: try node.digest("note"), day: try node.required("day").date())
  }
}

extension Progress.Share {
  fileprivate var json: JSONValue {
    ["unit": .string(unit), "done": .integer(Int64(done)), "of": .integer(Int64(of))]
  }
}

extension EvidenceSource {
  var json: JSONValue {
    switch self {
    case .file(let digest): ["file": digest.json]
    case .inspection(let id): ["inspection": .string(id)]
    case .seen(let original):
      [
        "type": .string(original.type), "number": .string(original.number),
        "date": .string(original.date.iso), "seenBy": .string(original.seenBy),
      ]
    }
  }

  init(_ node: WireNode) throws(WireError) {
    if let file = try node.digest("file") {
      self = .file(file)
    } else if let inspection = node.optional("inspection") {
      self = .inspection(try inspection.string())
    } else {
      self = .seen(
        SeenOriginal(
          type: try node.required("type").string(), number: try node.required("number").string(),
          date: try node.required("date").date(), seenBy: try node.required("seenBy").string()))
    }
  }
}

extension Waiver {
  var json: JSONValue {
    [
      "reason": reason.json, "approver": .string(approver), "from": .string(from.iso),
      "until": .string(until.iso),
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      reason: try node.reason(), approver: try node.required("approver").string(),
      from: try node.required("from").date(), until: try node.required("until").date())
  }
}

extension Transfer {
  var json: JSONValue {
    var object: JSONObject = [
      "from": .string(from), "to": .string(to), "owedBy": .string(owedBy.rawValue),
      "document": document.json,
    ]
    object.put("note", note?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      from: try node.required("from").string(), to: try node.required("to").string(),
      owedBy: try node.required("owedBy").word(Party.self),
      document: try DocumentReference(try node.required("document")),
      note: try node.digest("note"))
  }
}

extension ItemPart {
  var json: JSONValue {
    var object: JSONObject = [
      "item": .string(item), "unit": .string(unit), "owedBy": .string(owedBy.rawValue),
    ]
    object.put("ending", ending.map { .string($0.rawValue) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      item: try node.required("item").string(), unit: try node.required("unit").string(),
      owedBy: try node.required("owedBy").word(Party.self),
      ending: try node.optional("ending")?.word(Ending.self))
  }
}

extension Inheritance {
  var json: JSONValue {
    var object: JSONObject = [
      "terms": terms.json, "whole": .string(whole), "opened": .string(opened.iso),
      "used": ["times": .integer(Int64(used.times)), "days": .integer(Int64(used.days))],
    ]
    object.put("proposed", proposed?.json)
    object.put("issues", issues.isEmpty ? nil : issues.json { $0.json })
    object.put("deadlines", deadlines.isEmpty ? nil : deadlines.json { $0.json })
    object.put("waiver", waiver?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    let used = try node.required("used")
    var waiver: Waiver?
    if let known = node.optional("waiver") { waiver = try Waiver(known) }
    self.init(
      terms: try Proposal(try node.required("terms")), whole: try node.required("whole").string(),
      opened: try node.required("opened").date(),
      proposed: try Deadline(optional: "proposed", of: node),
      issues: try node.optionalList("issues") { node throws(WireError) in try IssueRecord(node) },
      deadlines: try node.optionalList("deadlines") { node throws(WireError) in
        try Deadline(node)
      },
      used: ExtensionUse(
        times: try used.required("times").integer(), days: try used.required("days").integer()),
      waiver: waiver)
  }
}

extension SentReminder {
  var json: JSONValue {
    [
      "offset": .integer(Int64(offset)), "due": .string(due.iso), "recipient": .string(recipient),
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      offset: try node.required("offset").integer(), due: try node.required("due").date(),
      recipient: try node.required("recipient").string())
  }
}

extension Correction {
  var json: JSONValue {
    var object: JSONObject = [
      "event": ["origin": .string(event.origin), "sequence": .integer(event.sequence)],
      "reason": reason.json,
    ]
    switch amendment {
    case .note: break
    case .severity(let severity): object["severity"] = .string(severity.rawValue)
    case .text(let text): object["text"] = text.json
    case .issue(let issue): object["issue"] = issue.json
    case .undone(let status): object["backTo"] = .string(status.rawValue)
    }
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    let event = try node.required("event")
    self.init(
      event: EventID(
        origin: try event.required("origin").string(),
        sequence: try event.required("sequence").integer64()),
      amendment: try Amendment(node), reason: try node.reason())
  }
}

extension Amendment {
  fileprivate init(_ node: WireNode) throws(WireError) {
    if let severity = node.optional("severity") {
      self = .severity(try severity.word(CheckSeverity.self))
    } else if let text = try node.digest("text") {
      self = .text(text)
    } else if let issue = node.optional("issue") {
      self = .issue(try IssueRecord(issue))
    } else if let status = node.optional("backTo") {
      self = .undone(try status.word(ItemStatus.self))
    } else {
      self = .note
    }
  }
}
