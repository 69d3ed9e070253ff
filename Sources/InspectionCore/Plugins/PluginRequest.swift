import CEL
import Diagnostics
import JSON

/// What a plugin is asked about one check of one unit.
public struct PluginRequest: Hashable, Sendable {
  /// Files under the name that the plugin gives them.
  public struct Files: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The files.
    public var files: [EvidenceFile]

    /// Creates the files of a name.
    public init(name: String, files: [EvidenceFile]) {
      self.name = name
      self.files = files
    }
  }

  /// The plugin's name.
  public var kind: String
  /// The check's id.
  public var check: String
  /// The names of the parameters that are sent.
  public var parameters: [String]
  /// The members of the request but for its id, type, version and evidence: an object in JSON.
  public var body: [UInt8]
  /// The evidence to send, in the order of the manifest.
  public var evidence: [Files]

  /// Creates a request.
  public init(
    kind: String, check: String, parameters: [String], body: [UInt8], evidence: [Files]
  ) {
    self.kind = kind
    self.check = check
    self.parameters = parameters
    self.body = body
    self.evidence = evidence
  }
}

/// What a plugin has to be asked before a submission can be assessed: one request for each check
/// that applies, whose parameters are known and whose evidence is there. Pure.
public func pluginRequests(
  _ checklist: CompiledChecklist, _ submission: Submission, _ context: AssessmentContext
) -> [PluginRequest] {
  guard !checklist.checklist.plugins.isEmpty else { return [] }
  let sheet = AnswerSheet(submission, for: checklist, asOf: context.asOf)
  var requests: [PluginRequest] = []
  for area in checklist.areas {
    for compiled in area {
      guard let external = compiled.rule.external, context.scope?.contains(compiled.check) ?? true,
        compiled.beforeRule(sheet, submission.period) == nil,
        case .ask(let parameters, let evidence) = external.question(sheet)
      else { continue }
      requests.append(
        PluginRequest(
          kind: external.kind.id, check: compiled.check.id, parameters: parameters.keys,
          body: external.kind.body(compiled.check.id, parameters, submission, context),
          evidence: evidence))
    }
  }
  return requests
}

extension ExternalKind {
  fileprivate func body(
    _ check: String, _ parameters: JSONObject, _ submission: Submission,
    _ context: AssessmentContext
  ) -> [UInt8] {
    var object: JSONObject = ["kind": .string(id), "check": .string(check)]
    if facts.contains(.unit) {
      object["unit"] = [
        "code": .string(submission.unit.code), "level": .string(submission.unit.level),
        "classes": submission.unit.classes.json { .string($0) },
      ]
    }
    if facts.contains(.period) { object["period"] = submission.period.json }
    if facts.contains(.day) { object["day"] = .string(context.asOf.iso) }
    object["parameters"] = .object(parameters)
    let text = JSONText(capacity: 512)
    text.put(.object(object))
    return text.bytes
  }
}

// MARK: Values

extension Number {
  /// The figure as plugins read it.
  var pluginMembers: JSONObject {
    var object = JSONObject()
    if let point = interval.point {
      object["value"] = point.json
      return object
    }
    if let lower = interval.lower { object[lower.isClosed ? "least" : "over"] = lower.value.json }
    if let upper = interval.upper { object[upper.isClosed ? "most" : "under"] = upper.value.json }
    return object
  }
}

extension Answer {
  /// The answer as plugins read it; missing where there is none.
  var pluginMembers: JSONObject {
    switch value {
    case .number(let number): number.pluginMembers
    case .bool(let truth): ["value": .bool(truth)]
    case .text(let text): ["value": .string(text)]
    case .date(let date): ["value": .string(date.iso)]
    case .dateTime(let time): ["value": .string(time.iso)]
    case .table(let table): ["value": table.rows.json { row in .object(row.pluginMembers) }]
    case .missing: ["missing": true]
    }
  }

  /// Whether a plugin that takes no open values may be asked.
  var isSettled: Bool {
    switch value {
    case .number(let number): number.interval.point != nil
    case .missing: false
    default: true
    }
  }
}

extension [String: CellValue] {
  fileprivate var pluginMembers: JSONObject {
    var object = JSONObject()
    for column in keys.sorted() {
      switch self[column] {
      case .number(let number)?: object[column] = .object(number.pluginMembers)
      case .bool(let truth)?: object[column] = ["value": .bool(truth)]
      case .text(let text)?: object[column] = ["value": .string(text)]
      case .date(let date)?: object[column] = ["value": .string(date.iso)]
      case .notApplicable?: object[column] = ["na": true]
      case nil: object[column] = .null
      }
    }
    return object
  }
}
