import Diagnostics
public import JSON

extension SelfAssessmentEvent {
  /// The kind of subject that these events are of.
  public static let kind = "submission"

  /// The event's type in the journal.
  public var type: String {
    switch self {
    case .saved: "submission.saved"
    case .submitted: "submission.submitted"
    case .returned: "submission.returned"
    case .accepted: "submission.accepted"
    }
  }

  /// What happened as a journal payload.
  public var payload: JSONObject {
    switch self {
    case .saved(let key, let file):
      [
        "round": .string(key.round), "unit": .string(key.unit),
        "checklist": .string(key.checklist), "file": .string(file),
      ]
    case .returned(let reason): ["reason": reason.json]
    case .submitted, .accepted: JSONObject()
    }
  }

  /// Reads an event from a journal entry.
  ///
  /// - Throws: ``WireError`` for a type that is not known, or with the path of what cannot be read.
  public init(type: String, payload: JSONObject) throws(WireError) {
    let node = WireNode(value: .object(payload), path: "")
    switch type {
    case "submission.saved":
      self = .saved(
        SelfAssessmentKey(
          round: try node.required("round").string(), unit: try node.required("unit").string(),
          checklist: try node.required("checklist").string()),
        file: try node.required("file").string())
    case "submission.submitted": self = .submitted
    case "submission.returned": self = .returned(reason: try node.reason())
    case "submission.accepted": self = .accepted
    default: throw WireError(unknownType: type)
    }
  }

  /// The file and the text that stand outside the journal.
  public var attachments: (files: [String], texts: [BlobDigest]) {
    switch self {
    case .saved(_, let file): ([file], [])
    case .returned(let reason): ([], [reason])
    case .submitted, .accepted: ([], [])
    }
  }
}
