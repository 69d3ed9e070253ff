import Diagnostics
public import JSON

extension RoundEvent {
  /// The kind of subject that these events are of.
  public static let kind = "round"

  /// The event's type in the journal.
  public var type: String {
    switch self {
    case .opened: "round.opened"
    case .postponed: "round.postponed"
    case .closed: "round.closed"
    }
  }

  /// What happened as a journal payload.
  public var payload: JSONObject {
    switch self {
    case .opened(let plan): return ["plan": plan.json]
    case .postponed(let change):
      var object: JSONObject = ["visits": change.visits.json]
      object.put("team", change.team.map { .string($0) })
      object.put("submitBy", change.submitBy.map { .string($0.iso) })
      return object
    case .closed: return JSONObject()
    }
  }

  /// Reads an event from a journal entry.
  ///
  /// - Throws: ``WireError`` for a type that is not known, or with the path of what cannot be read.
  public init(type: String, payload: JSONObject) throws(WireError) {
    let node = WireNode(value: .object(payload), path: "")
    switch type {
    case "round.opened": self = .opened(try RoundPlan(try node.required("plan")))
    case "round.postponed":
      self = .postponed(
        Postponement(
          team: try node.optional("team")?.string(),
          visits: try node.required("visits").period(),
          submitBy: try node.optional("submitBy")?.date()))
    case "round.closed": self = .closed
    default: throw WireError(unknownType: type)
    }
  }
}

extension WireError {
  init(unknownType type: String) {
    self.init(
      path: "type",
      message: LocalizedText(
        vi: "không có loại sự kiện \"\(type)\"; hãy cập nhật phần mềm",
        en: "there is no type of event \"\(type)\"; install a newer Soat"))
  }
}

extension RoundPlan {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "title": title.json, "decision": decision.json,
      "checklists": checklists.json { .string($0) }, "period": period.json,
      "teams": teams.json { $0.json },
    ]
    object.put("theme", theme.map { .string($0) })
    object.put("submitBy", submitBy.map { .string($0.iso) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      decision: try DocumentReference(try node.required("decision")),
      checklists: try node.list("checklists") { (item) throws(WireError) in try item.string() },
      theme: try node.optional("theme")?.string(), period: try node.required("period").period(),
      submitBy: try node.optional("submitBy")?.date(),
      teams: try node.list("teams") { (item) throws(WireError) in try RoundTeam(item) })
  }
}

extension RoundTeam {
  var json: JSONValue {
    [
      "id": .string(id), "leader": .string(leader), "members": members.json { .string($0) },
      "units": units.json { .string($0) }, "visits": visits.json,
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), leader: try node.required("leader").string(),
      members: try node.list("members") { (item) throws(WireError) in try item.string() },
      units: try node.list("units") { (item) throws(WireError) in try item.string() },
      visits: try node.required("visits").period())
  }
}
