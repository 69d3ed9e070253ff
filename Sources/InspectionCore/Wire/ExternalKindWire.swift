import CEL
import Diagnostics
import JSON

extension ExternalKind {
  var json: JSONValue {
    [
      "id": .string(id), "version": .string(version), "digest": .string(digest),
      "title": title.json, "summary": summary.json, "credit": .bool(givesPartialCredit),
      "parameters": parameters.json { $0.json }, "evidence": evidence.json { $0.json },
      "facts": facts.json { .string($0.rawValue) },
    ]
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), version: try node.required("version").string(),
      title: try node.required("title").localized(),
      summary: try node.required("summary").localized(),
      givesPartialCredit: try node.required("credit").bool(),
      parameters: try node.list("parameters") { node throws(WireError) in try Parameter(node) },
      evidence: try node.list("evidence") { node throws(WireError) in try EvidenceNeed(node) },
      facts: try node.list("facts") { node throws(WireError) in try node.word(Fact.self) },
      digest: try node.required("digest").string())
  }
}

extension ExternalKind.Parameter {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "name": .string(description.name), "type": .string(description.type.word),
      "meaning": description.summary.json, "required": .bool(description.isRequired),
      "open": .bool(isOpen), "previous": .bool(readsPrevious),
    ]
    switch description.type {
    case .indicator(let types), .indicators(let types):
      object["of"] = types.json { .string($0.rawValue) }
    case .choice(let words): object["of"] = words.json { .string($0) }
    default: break
    }
    return .object(object)
  }

  fileprivate init(_ node: WireNode) throws(WireError) {
    let word = try node.required("type")
    let words = try node.optionalList("of") { node throws(WireError) in node }
    var types: [IndicatorType] = []
    var choices: [String] = []
    for word in words {
      choices.append(try word.string())
      if let type = IndicatorType(rawValue: try word.string()) { types.append(type) }
    }
    guard let type = ParameterType(word: try word.string(), indicators: types, words: choices)
    else { throw word.wrong(such: "\"figure\"") }
    self.init(
      ParameterDescription(
        try node.required("name").string(), type, try node.required("meaning").localized(),
        isRequired: try node.required("required").bool()),
      isOpen: try node.required("open").bool(),
      readsPrevious: try node.required("previous").bool())
  }
}

extension ParameterType {
  /// The words of the types that a plugin's parameter may have.
  public static let pluginWords = [
    "figure", "figures", "rule", "indicator", "indicators", "day", "choice", "text", "texts",
  ]

  /// The type that a manifest names; nil where no plugin's parameter is of such a type.
  public init?(word: String, indicators: [IndicatorType], words: [String]) {
    switch word {
    case "figure": self = .figure
    case "figures": self = .figures
    case "rule": self = .rule
    case "indicator": self = .indicator(indicators)
    case "indicators": self = .indicators(indicators)
    case "day": self = .day
    case "choice": self = .choice(words)
    case "text": self = .text
    case "texts": self = .texts
    default: return nil
    }
  }

  fileprivate var word: String {
    switch self {
    case .figure: "figure"
    case .figures: "figures"
    case .rule, .rowRule: "rule"
    case .indicator: "indicator"
    case .indicators: "indicators"
    case .day, .limit: "day"
    case .choice, .shares: "choice"
    case .text: "text"
    case .texts: "texts"
    }
  }
}

extension ExternalKind.EvidenceNeed {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "meaning": meaning.json, "media": media.json { .string($0) },
      "required": .bool(isRequired), "most": .integer(Int64(most)), "all": .bool(takesAll),
    ]
  }

  fileprivate init(_ node: WireNode) throws(WireError) {
    self.init(
      name: try node.required("name").string(), meaning: try node.required("meaning").localized(),
      media: try node.list("media") { node throws(WireError) in try node.string() },
      isRequired: try node.required("required").bool(),
      most: try node.required("most").integer(), takesAll: try node.required("all").bool())
  }
}

extension EvidenceFile {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "file": .string(file), "media": .string(media),
      "for": checks.json { .string($0) },
    ]
    object.put("as", name.map { .string($0) })
    object.put("sha256", digest.map { .string($0) })
    object.put("source", source.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      id: try node.required("id").string(), file: try node.required("file").string(),
      media: try node.required("media").string(),
      checks: try node.list("for") { node throws(WireError) in try node.string() },
      name: try node.optional("as")?.string(), digest: try node.optional("sha256")?.string(),
      source: try node.optional("source")?.string())
  }
}
