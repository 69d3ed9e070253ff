import CEL
import Diagnostics
public import JSON

extension Checklist {
  /// The version of the frozen form.
  static let wireVersion = "1"

  /// The frozen checklist: everything an assessment needs, the calendar included. Its canonical
  /// form (RFC 8785) is what a digest is taken of.
  public var json: JSONValue {
    var object: JSONObject = [
      "soatChecklist": .string(Checklist.wireVersion), "id": .string(id),
      "version": .string(version), "title": title.json, "levels": levels.json { .string($0) },
      "indicators": indicators.json { $0.json }, "citations": citations.json { $0.json },
      "calendar": calendar.json, "areas": areas.json { $0.json }, "scoring": scoring.json,
    ]
    object.put("appliesFrom", appliesFrom.map { .string($0.iso) })
    object.put("appliesTo", appliesTo.map { .string($0.iso) })
    object.put("unitClasses", unitClasses.isEmpty ? nil : unitClasses.json { $0.json })
    object.put("periods", periods.isEmpty ? nil : periods.json { $0.json })
    object.put("themes", themes.isEmpty ? nil : themes.json { $0.json })
    object.put("targets", targets.isEmpty ? nil : targets.json { $0.json })
    object.put("policies", policies == FollowUpPolicies() ? nil : policies.json)
    object.put("migrations", migrations.isEmpty ? nil : migrations.json { $0.json })
    object.put("base", base.map { .string($0) })
    object.put("plugins", plugins.isEmpty ? nil : plugins.json { $0.json })
    return .object(object)
  }

  /// Reads a frozen checklist.
  public init(json: JSONValue) throws(WireError) {
    let node = WireNode(value: json, path: "")
    guard try node.required("soatChecklist").string() == Checklist.wireVersion else {
      throw WireError(
        path: "soatChecklist",
        message: LocalizedText(
          vi: "không đọc được phiên bản này", en: "this version is not known"))
    }
    self.init(
      id: try node.required("id").string(), version: try node.required("version").string(),
      title: try node.required("title").localized(),
      levels: try node.list("levels") { node throws(WireError) in try node.string() },
      appliesFrom: try node.optional("appliesFrom")?.date(),
      appliesTo: try node.optional("appliesTo")?.date(),
      indicators: try node.list("indicators") { node throws(WireError) in try Indicator(node) },
      citations: try node.list("citations") { node throws(WireError) in try Citation(node) },
      calendar: try WorkingCalendar(try node.required("calendar")),
      areas: try node.list("areas") { node throws(WireError) in try Area(node) },
      scoring: try ScoringRules(try node.required("scoring")),
      unitClasses: try node.optionalList("unitClasses") { node throws(WireError) in
        try UnitClass(node)
      },
      periods: try node.optionalList("periods") { node throws(WireError) in
        try PeriodPreset(node)
      },
      targets: try node.optionalList("targets") { node throws(WireError) in try Target(node) },
      policies: try FollowUpPolicies(orDefault: node.optional("policies")),
      migrations: try node.optionalList("migrations") { node throws(WireError) in
        try Migration(node)
      }, base: try node.optional("base")?.string(),
      themes: try node.optionalList("themes") { node throws(WireError) in try Theme(node) },
      plugins: try node.optionalList("plugins") { node throws(WireError) in
        try ExternalKind(node)
      })
  }
}

extension Theme {
  var json: JSONValue {
    [
      "id": .string(id), "title": title.json, "areas": areas.json { .string($0) },
      "checks": checks.json { .string($0) },
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      areas: try node.list("areas") { node throws(WireError) in try node.string() },
      checks: try node.list("checks") { node throws(WireError) in try node.string() })
  }
}
