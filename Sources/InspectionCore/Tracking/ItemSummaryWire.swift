public import JSON

extension ItemOrigin {
  /// Its kind in one word, such as `check` or `recommendation`.
  public var name: String {
    switch self {
    case .check: "check"
    case .checks: "checks"
    case .finding: "finding"
    case .recommendation: "recommendation"
    case .commitment: "commitment"
    case .figures: "figures"
    case .proposal: "proposal"
    }
  }

  /// The words of ``name``.
  public static let names = [
    "check", "checks", "finding", "recommendation", "commitment", "figures", "proposal",
  ]

  /// The origin as JSON.
  public var document: JSONValue { json }

  /// Reads ``document``.
  ///
  /// - Throws: ``WireError`` with the path of what cannot be read.
  public init(document: JSONValue) throws(WireError) {
    try self.init(WireNode(value: document, path: "origin"))
  }
}

extension ItemLink {
  /// The link as JSON.
  public var document: JSONValue { json }

  /// Reads ``document``.
  ///
  /// - Throws: ``WireError`` with the path of what cannot be read.
  public init(document: JSONValue) throws(WireError) {
    let node = WireNode(value: document, path: "lineage")
    self.init(
      try node.required("relation").word(Relation.self), try node.required("item").string())
  }
}

extension ItemSummary {
  /// The summary as a document of an item list; days are `YYYY-MM-DD`.
  public var document: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "kind": .string(kind.rawValue), "origin": origin.json,
      "unit": .string(unit), "owed_by": .string(owedBy.rawValue),
      "severity": .string(severity.rawValue), "status": .string(status.rawValue),
      "opened": .string(opened.iso),
    ]
    object.put("text", text?.json)
    object.put("inspection", inspection.map { .string($0) })
    object.put("lineage", lineage.isEmpty ? nil : lineage.json { $0.json })
    object.put("proposed", proposed.map { .string($0.iso) })
    object.put("due", due.map { .string($0.iso) })
    object.put("issue", issue?.json)
    object.put("responsible", responsible.map { .string($0) })
    object.put("evidence", evidence.map { .string($0.iso) })
    object.put("request", request.map { .string($0.iso) })
    object.put("extensions", extensions == 0 ? nil : .integer(Int64(extensions)))
    object.put("overdue_days_kept", overdueDaysKept == 0 ? nil : .integer(Int64(overdueDaysKept)))
    object.put("waivers", waivers.isEmpty ? nil : waivers.json { $0.json })
    object.put("closing", closing.map { .string($0.rawValue) })
    object.put("ended", ended.map { .string($0.iso) })
    return .object(object)
  }
}
