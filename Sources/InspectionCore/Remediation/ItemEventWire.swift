import Diagnostics
public import JSON

extension ItemEvent {
  /// What happened as a journal payload: what changes, and no free text.
  public var payload: JSONObject {
    switch self {
    case .proposed(let proposal, let deadline):
      var object: JSONObject = ["proposal": proposal.json]
      object.put("deadline", deadline?.json)
      return object
    case .tookOver(let heritage): return ["heritage": heritage.json]
    case .explained(let stance, let reason):
      return ["stance": .string(stance.rawValue), "reason": reason.json]
    case .explanationRuled(let ruling): return ["ruling": ruling.json]
    case .withdrawn(let reason), .rejected(let reason), .waiverRevoked(let reason),
      .recordsMissing(let reason):
      return ["reason": reason.json]
    case .issued(let issue): return ["issue": issue.json]
    case .acknowledged: return JSONObject()
    case .planned(let plan): return ["plan": plan.json]
    case .progressed(let progress): return ["progress": progress.json]
    case .evidenceSubmitted(let sources): return ["sources": sources.json { $0.json }]
    case .verified(let closing, let reason):
      var object: JSONObject = ["closing": .string(closing.rawValue)]
      object.put("reason", reason?.json)
      return object
    case .extensionRequested, .extensionGranted, .extensionRefused: return extensionPayload
    case .waived(let waiver): return ["waiver": waiver.json]
    case .reopened(let reason, let issue):
      var object: JSONObject = ["reason": reason.json]
      object.put("issue", issue?.json)
      return object
    case .transferred(let transfer): return ["transfer": transfer.json]
    case .divided(let parts, let document):
      return ["parts": parts.json { $0.json }, "document": document.json]
    case .partSettled(let part): return ["part": part.json]
    case .reviewed(let review):
      return [
        "inspection": .string(review.inspection), "outcome": .string(review.outcome.rawValue),
      ]
    case .reminded(let letter): return ["letter": letter.json]
    case .corrected(let correction): return ["correction": correction.json]
    }
  }

  private var extensionPayload: JSONObject {
    switch self {
    case .extensionRequested(let to, let reason, let overdueDays):
      return [
        "to": .string(to.iso), "reason": reason.json, "overdueDays": .integer(Int64(overdueDays)),
      ]
    case .extensionGranted(let deadline, let overdueDays):
      return ["deadline": deadline.json, "overdueDays": .integer(Int64(overdueDays))]
    case .extensionRefused(let reason, let deadline):
      var object: JSONObject = ["reason": reason.json]
      object.put("deadline", deadline?.json)
      return object
    default: return JSONObject()
    }
  }

  /// Reads an event from a journal entry.
  ///
  /// - Throws: ``WireError`` for a type or a form that is not known, or with the path of what cannot
  ///   be read in the payload.
  public init(type: String, form: Int, payload: JSONObject) throws(WireError) {
    guard type.utf8.starts(with: "item.".utf8),
      let name = Name(rawValue: String(type.dropFirst(5)))
    else {
      throw WireError(
        path: "type",
        message: LocalizedText(
          vi: "không có loại sự kiện \"\(type)\"", en: "there is no type of event \"\(type)\""))
    }
    guard form == Self.form else {
      throw WireError(
        path: "form",
        message: LocalizedText(
          vi: "phiên bản \(form) của sự kiện chưa được hỗ trợ; hãy cập nhật phần mềm",
          en: "form \(form) of the event is not known; update the software"))
    }
    self = try Self.read(name, WireNode(value: .object(payload), path: "payload"))
  }

  private static func read(_ name: Name, _ node: WireNode) throws(WireError) -> ItemEvent {
    switch name {
    case .proposed:
      return .proposed(
        try Proposal(try node.required("proposal")), try Deadline(optional: "deadline", of: node))
    case .tookOver: return .tookOver(try Inheritance(try node.required("heritage")))
    case .explained:
      return .explained(
        try node.required("stance").word(UnitExplanation.Stance.self), reason: try node.reason())
    case .explanationRuled:
      return .explanationRuled(try ExplanationRuling(try node.required("ruling")))
    case .withdrawn: return .withdrawn(reason: try node.reason())
    case .rejected: return .rejected(reason: try node.reason())
    case .waiverRevoked: return .waiverRevoked(reason: try node.reason())
    case .recordsMissing: return .recordsMissing(reason: try node.reason())
    case .issued: return .issued(try IssueRecord(try node.required("issue")))
    case .acknowledged: return .acknowledged
    case .planned: return .planned(try ItemPlan(try node.required("plan")))
    case .progressed: return .progressed(try Progress(try node.required("progress")))
    case .evidenceSubmitted:
      return .evidenceSubmitted(
        try node.list("sources") { node throws(WireError) in try EvidenceSource(node) })
    case .verified:
      return .verified(
        try node.required("closing").word(Closing.self), reason: try node.digest("reason"))
    default: return try readRarer(name, node)
    }
  }

  private static func readRarer(_ name: Name, _ node: WireNode) throws(WireError) -> ItemEvent {
    switch name {
    case .extensionRequested:
      return .extensionRequested(
        to: try node.required("to").date(), reason: try node.reason(),
        overdueDays: try node.required("overdueDays").integer())
    case .extensionGranted:
      return .extensionGranted(
        try Deadline(try node.required("deadline")),
        overdueDays: try node.required("overdueDays").integer())
    case .extensionRefused:
      return .extensionRefused(
        reason: try node.reason(), try Deadline(optional: "deadline", of: node))
    case .waived: return .waived(try Waiver(try node.required("waiver")))
    case .reopened:
      var issue: IssueRecord?
      if let known = node.optional("issue") { issue = try IssueRecord(known) }
      return .reopened(reason: try node.reason(), issue)
    case .transferred: return .transferred(try Transfer(try node.required("transfer")))
    case .divided:
      return .divided(
        try node.list("parts") { node throws(WireError) in try ItemPart(node) },
        try DocumentReference(try node.required("document")))
    case .partSettled: return .partSettled(try ItemPart(try node.required("part")))
    case .reviewed:
      return .reviewed(
        Review(
          inspection: try node.required("inspection").string(),
          outcome: try node.required("outcome").word(Review.Outcome.self)))
    case .reminded: return .reminded(try SentReminder(try node.required("letter")))
    default: return .corrected(try Correction(try node.required("correction")))
    }
  }
}
