import Diagnostics
public import JSON

extension InspectionEvent {
  /// The kind of subject that these events are of.
  public static let kind = "inspection"

  /// The event's type in the journal.
  public var type: String {
    switch self {
    case .opened: "inspection.opened"
    case .extended: "inspection.extended"
    case .answered: "inspection.answered"
    case .closed: "inspection.closed"
    }
  }

  /// What happened as a journal payload.
  public var payload: JSONObject {
    switch self {
    case .opened(let plan): ["plan": plan.json]
    case .extended(let subject): ["subject": subject.json]
    case .answered(let subject, let file): ["subject": .string(subject), "file": .string(file)]
    case .closed(let outcome): ["outcome": outcome.json]
    }
  }

  /// The files that stand outside the journal.
  public var files: [String] {
    switch self {
    case .opened, .extended: []
    case .answered(_, let file): [file]
    case .closed(let outcome):
      outcome.assessments.map { $0.document } + outcome.assessments.compactMap { $0.outcomes }
    }
  }

  /// Reads an event from a journal entry.
  ///
  /// - Throws: ``WireError`` for a type that is not known, or with the path of what cannot be read.
  public init(type: String, payload: JSONObject) throws(WireError) {
    let node = WireNode(value: .object(payload), path: "")
    switch type {
    case "inspection.opened": self = .opened(try InspectionPlan(try node.required("plan")))
    case "inspection.extended":
      self = .extended(try InspectionSubject(try node.required("subject")))
    case "inspection.answered":
      self = .answered(
        subject: try node.required("subject").string(), file: try node.required("file").string())
    case "inspection.closed": self = .closed(try InspectionOutcome(try node.required("outcome")))
    default: throw WireError(unknownType: type)
    }
  }
}

extension InspectionPlan {
  var json: JSONValue {
    [
      "id": .string(id), "round": .string(round), "team": .string(team), "unit": .string(unit),
      "subjects": subjects.json { $0.json }, "earlier": earlier.json { .string($0) },
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), round: try node.required("round").string(),
      team: try node.required("team").string(), unit: try node.required("unit").string(),
      subjects: try node.list("subjects") { (item) throws(WireError) in
        try InspectionSubject(item)
      },
      earlier: try node.list("earlier") { (item) throws(WireError) in try item.string() })
  }
}

extension InspectionSubject {
  /// The subject as it is opened; its answers are events of their own.
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "unit": .string(unit), "checklist": .string(checklist),
    ]
    object.put("title", title.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), unit: try node.required("unit").string(),
      checklist: try node.required("checklist").string(),
      title: try node.optional("title")?.string())
  }
}

extension InspectionOutcome {
  var json: JSONValue {
    var object: JSONObject = [
      "assessments": assessments.json { $0.json }, "proposed": proposed.json { .string($0) },
    ]
    object.put("nextVisit", nextVisit.map { .string($0.iso) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      assessments: try node.list("assessments") { (item) throws(WireError) in
        try RecordedAssessment(item)
      },
      proposed: try node.list("proposed") { (item) throws(WireError) in try item.string() },
      nextVisit: try node.optional("nextVisit")?.date())
  }
}

extension RecordedAssessment {
  var json: JSONValue {
    var object: JSONObject = [
      "subject": .string(subject), "checklist": .string(checklist), "answers": .string(answers),
      "asOf": .string(asOf.iso), "engine": .string(engine), "document": .string(document),
    ]
    object.put("theme", theme.map { .string($0) })
    object.put("outcomes", outcomes.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      subject: try node.required("subject").string(),
      checklist: try node.required("checklist").string(),
      answers: try node.required("answers").string(), asOf: try node.required("asOf").date(),
      theme: try node.optional("theme")?.string(), engine: try node.required("engine").string(),
      document: try node.required("document").string(),
      outcomes: try node.optional("outcomes")?.string())
  }
}
