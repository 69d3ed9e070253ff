import CEL
import Diagnostics
import JSON

extension FollowUpPolicies {
  var json: JSONValue {
    [
      "countedFrom": .string(countedFrom.rawValue),
      "defaultLimits": defaultLimits.json {
        ["severity": .string($0.severity.rawValue), "within": .string($0.within.canonical)]
      },
      "extensions": extensions.json {
        [
          "severity": .string($0.severity.rawValue), "times": .integer(Int64($0.times)),
          "days": .integer(Int64($0.days)),
        ]
      },
      "extensionsBeforeDue": .bool(extensionsBeforeDue),
      "requestStopsClock": .bool(requestStopsClock),
      "escalation": escalation.json {
        [
          "offset": .integer(Int64($0.offset)), "to": .string($0.recipient),
          "title": $0.title.json,
        ]
      },
      "recurrenceRaisesSeverity": .bool(recurrenceRaisesSeverity),
      "nextVisit": nextVisit.json { $0.json },
    ]
  }

  /// The policies of a node, or the default ones where there is none.
  init(orDefault node: WireNode?) throws(WireError) {
    guard let node else {
      self.init()
      return
    }
    self.init(
      countedFrom: try node.required("countedFrom").word(DeadlineStart.self),
      defaultLimits: try node.list("defaultLimits") { node throws(WireError) in
        SeverityLimit(
          severity: try node.required("severity").word(CheckSeverity.self),
          within: try node.required("within").timeLimit())
      },
      extensions: try node.list("extensions") { node throws(WireError) in
        ExtensionLimit(
          severity: try node.required("severity").word(CheckSeverity.self),
          times: try node.required("times").integer(), days: try node.required("days").integer())
      },
      extensionsBeforeDue: try node.required("extensionsBeforeDue").bool(),
      requestStopsClock: try node.required("requestStopsClock").bool(),
      escalation: try node.list("escalation") { node throws(WireError) in
        EscalationStep(
          offset: try node.required("offset").integer(),
          recipient: try node.required("to").string(),
          title: try node.required("title").localized())
      },
      recurrenceRaisesSeverity: try node.required("recurrenceRaisesSeverity").bool(),
      nextVisit: try node.list("nextVisit") { node throws(WireError) in try VisitRule(node) })
  }
}

extension VisitRule {
  var json: JSONValue {
    var object: JSONObject = ["within": .string(within.canonical)]
    object.put("grade", grade.map { .string($0) })
    object.put("below", below?.json)
    object.put("recurred", recurred.map { .integer(Int64($0)) })
    object.put("overdue", overdue.map { .integer(Int64($0)) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      grade: try node.optional("grade")?.string(), below: try node.optional("below")?.rational(),
      recurred: try node.optional("recurred")?.integer(),
      overdue: try node.optional("overdue")?.integer(),
      within: try node.required("within").timeLimit())
  }
}

extension Migration {
  var json: JSONValue {
    var object: JSONObject = [
      "version": .string(version), "comparability": .string(comparability.rawValue),
      "checks": checks.json { $0.json },
    ]
    object.put("note", note?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      version: try node.required("version").string(),
      comparability: try node.required("comparability").word(Comparability.self),
      note: try node.optional("note")?.localized(),
      checks: try node.list("checks") { node throws(WireError) in try CheckMigration(node) })
  }
}

extension CheckMigration {
  var json: JSONValue {
    var object: JSONObject = [
      "was": .string(was), "now": now.json { .string($0) },
      "comparability": .string(comparability.rawValue),
    ]
    object.put("note", note?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      was: try node.required("was").string(),
      now: try node.list("now") { node throws(WireError) in try node.string() },
      comparability: try node.required("comparability").word(Comparability.self),
      note: try node.optional("note")?.localized())
  }
}
