import Diagnostics
public import JSON

/// What plugins said, as it is kept beside a recorded assessment, so that it can be computed again
/// without asking them.
extension AssessmentContext {
  /// The plugins that were asked and what they said of each check.
  public var outcomesJSON: JSONValue {
    var said = JSONObject()
    for check in outcomes.keys.sorted() { said[check] = outcomes[check]?.json }
    return ["plugins": plugins.json { $0.json }, "outcomes": .object(said)]
  }

  /// Takes what plugins said from what was kept.
  ///
  /// - Throws: ``WireError`` with the path of what cannot be read.
  public mutating func takeOutcomes(_ json: JSONValue) throws(WireError) {
    let node = WireNode(value: json, path: "")
    plugins = try node.list("plugins") { (item) throws(WireError) in try PluginRecord(item) }
    outcomes = [:]
    for member in try node.required("outcomes").members() {
      outcomes[member.key] = try PluginOutcome(member.node)
    }
  }
}

extension PluginRecord {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "name": .string(name), "version": .string(version), "digest": .string(digest),
      "held": held.json { .string($0) }, "unheld": unheld.json { .string($0) },
      "restarts": .integer(Int64(restarts)), "log": .string(log),
    ]
    object.put("program", program.map { .string($0) })
    return .object(object)
  }

  fileprivate init(_ node: WireNode) throws(WireError) {
    self.init(
      name: try node.required("name").string(), version: try node.required("version").string(),
      digest: try node.required("digest").string(),
      program: try node.optional("program")?.string(),
      held: try node.list("held") { (item) throws(WireError) in try item.string() },
      unheld: try node.list("unheld") { (item) throws(WireError) in try item.string() },
      restarts: try node.required("restarts").integer(), log: try node.required("log").string())
  }
}

extension PluginOutcome {
  fileprivate var json: JSONValue {
    [
      "verdict": .string(verdict.rawValue), "credit": credit.json, "reason": reason.json,
      "used": used.json { .string($0) }, "positions": positions.json { $0.json },
      "files": files.json { ["id": .string($0.id), "sha256": .string($0.digest)] },
    ]
  }

  fileprivate init(_ node: WireNode) throws(WireError) {
    self.init(
      try node.required("verdict").word(Verdict.self),
      credit: try node.required("credit").rational(),
      reason: try node.required("reason").localized(),
      used: try node.list("used") { (item) throws(WireError) in try item.string() },
      positions: try node.list("positions") { (item) throws(WireError) in
        try EvidencePosition(item)
      },
      files: try node.list("files") { (item) throws(WireError) in
        SentFile(
          id: try item.required("id").string(), digest: try item.required("sha256").string())
      })
  }
}

extension EvidencePosition {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["evidence": .string(evidence)]
    object.put("line", line.map { .integer(Int64($0)) })
    object.put("row", row.map { .integer(Int64($0)) })
    object.put("column", column.map { .string($0) })
    object.put("note", note.map { $0.json })
    return .object(object)
  }

  fileprivate init(_ node: WireNode) throws(WireError) {
    self.init(
      evidence: try node.required("evidence").string(), line: try node.optional("line")?.integer(),
      row: try node.optional("row")?.integer(), column: try node.optional("column")?.string(),
      note: try node.optional("note")?.localized())
  }
}
