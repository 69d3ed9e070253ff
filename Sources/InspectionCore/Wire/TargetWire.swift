import CEL
import Diagnostics
import JSON

extension Target {
  var json: JSONValue {
    [
      "id": .string(id), "title": title.json, "values": values.json { $0.json },
      "cites": cites.json { .string($0.text) }, "status": .string(status.rawValue),
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      values: try node.list("values") { node throws(WireError) in try TargetValue(node) },
      cites: try node.list("cites") { node throws(WireError) in
        CitationReference(text: try node.string())
      }, status: try node.required("status").word(SourceStatus.self))
  }
}

extension TargetValue {
  var json: JSONValue {
    var object: JSONObject = ["value": value.json, "style": .string(style.rawValue)]
    object.put("from", from.map { .string($0.iso) })
    object.put("to", to.map { .string($0.iso) })
    object.put("class", unitClass.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      try node.required("value").rational(), try node.required("style").word(FigureStyle.self),
      from: try node.optional("from")?.date(), to: try node.optional("to")?.date(),
      unitClass: try node.optional("class")?.string())
  }
}

extension PeriodPreset {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "title": title.json, "from": .string(from.text), "to": .string(to.text),
      "yearOf": .string(yearOf.rawValue), "status": .string(status.rawValue),
    ]
    object.put("source", source.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), title: try node.required("title").localized(),
      from: try node.required("from").dayOfYear(), to: try node.required("to").dayOfYear(),
      yearOf: try node.required("yearOf").word(YearOf.self),
      source: try node.optional("source")?.string(),
      status: try node.required("status").word(SourceStatus.self))
  }
}

extension WireNode {
  /// A day of every year, such as `15/12`.
  func dayOfYear() throws(WireError) -> PeriodPreset.Day {
    guard let day = PeriodPreset.Day(text: try string()) else { throw wrong(such: "\"15/12\"") }
    return day
  }
}
