import CEL
import Diagnostics
import JSON

extension AnswerTable {
  var json: JSONValue {
    var object: JSONObject = [
      "rows": rows.json { row in
        var cells = JSONObject()
        for id in row.keys.sorted() { cells.put(id, row[id]?.json) }
        return .object(cells)
      }
    ]
    if let sample {
      object["sample"] = [
        "population": .integer(Int64(sample.population)), "method": sample.method.json,
        "drawnBy": sample.drawnBy.json,
      ]
    }
    return .object(object)
  }

  init(_ node: WireNode, indicator: String) throws(WireError) {
    let rows = try node.list("rows") { node throws(WireError) in
      var cells: [String: CellValue] = [:]
      for member in try node.members() {
        cells[member.key] = try CellValue(member.node, indicator: indicator)
      }
      return cells
    }
    var sample: SampleFrame?
    if let frame = node.optional("sample") {
      sample = SampleFrame(
        population: try frame.required("population").integer(),
        method: try frame.required("method").localized(),
        drawnBy: try frame.required("drawnBy").localized())
    }
    self.init(rows: rows, sample: sample)
  }
}

extension CellValue {
  var json: JSONValue {
    switch self {
    case .number(let number): ["number": number.boundsJSON]
    case .bool(let truth): ["bool": .bool(truth)]
    case .text(let text): ["text": .string(text)]
    case .date(let date): ["date": .string(date.iso)]
    case .notApplicable: "not_applicable"
    }
  }

  init(_ node: WireNode, indicator: String) throws(WireError) {
    if node.value.stringValue == "not_applicable" {
      self = .notApplicable
    } else if let truth = node.optional("bool") {
      self = .bool(try truth.bool())
    } else if let text = node.optional("text") {
      self = .text(try text.string())
    } else if let date = node.optional("date") {
      self = .date(try date.date())
    } else {
      self = .number(try node.required("number").number(of: indicator, isAverage: false))
    }
  }
}

extension WireNode {
  func dateTime() throws(WireError) -> CivilDateTime {
    guard let time = CivilDateTime(text: try string()) else {
      throw wrong(such: "\"2024-10-31T14:30\"")
    }
    return time
  }
}
