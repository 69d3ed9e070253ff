import Diagnostics
import Glibc
import InspectionCore
import JSON

/// An example of a plugin, as `examples/NAME.json` holds it.
struct PluginExample {
  /// The name of its file.
  let name: String
  /// The request without what the host adds.
  let request: JSONObject
  /// What the answer must hold.
  let answer: JSONObject
  /// The folder that files stand in.
  private let folder: String

  /// Why an example cannot be used.
  struct Problem: Error {
    let message: LocalizedText
  }

  init(_ path: String, folder: String) throws(Problem) {
    name = String(path.split(separator: "/").last ?? "")
    self.folder = folder
    guard let bytes = readWhole(path, limit: 96 << 20) else {
      throw Problem(
        message: LocalizedText(vi: "\(path): không đọc được", en: "\(path): cannot be read"))
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.read(bytes, limits: JSONLimits(bytes: 96 << 20))
    } catch {
      throw Problem(
        message: LocalizedText(vi: "\(path): ", en: "\(path): ") + error.message)
    }
    guard let request = value["request"]?.objectValue, let answer = value["answer"]?.objectValue
    else {
      throw Problem(
        message: LocalizedText(
          vi: "\(path): cần request và answer", en: "\(path): takes request and answer"))
    }
    self.request = request
    self.answer = answer
  }

  /// The request as a host writes it.
  func line(_ id: Int, _ kind: ExternalKind) throws(Problem) -> [UInt8] {
    var object: JSONObject = [
      "type": "check", "id": .string(String(id)), "soat-plugin": 1, "kind": .string(kind.id),
      "check": "example", "parameters": [:], "evidence": [:],
    ]
    let facts = ExternalKind.Fact.allCases.filter { !kind.facts.contains($0) }.map(\.rawValue)
    for member in request where member.key != "evidence" && !facts.contains(member.key) {
      object[member.key] = member.value
    }
    var evidence = JSONObject()
    for files in request["evidence"]?.objectValue ?? JSONObject() {
      var sent: [JSONValue] = []
      for file in files.value.arrayValue ?? [] { sent.append(try self.sent(file)) }
      evidence[files.key] = .array(sent)
    }
    object["evidence"] = .object(evidence)
    let text = JSONText(capacity: 1 << 12)
    text.put(.object(object))
    text.endLine()
    return text.bytes
  }

  /// The names of what is sent, for the judgement of the answer.
  func asked(_ kind: ExternalKind) -> PluginRequest {
    var files: [PluginRequest.Files] = []
    for entry in request["evidence"]?.objectValue ?? JSONObject() {
      let ids = entry.value.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
      files.append(
        PluginRequest.Files(
          name: entry.key,
          files: ids.map { EvidenceFile(id: $0, file: "", media: "", checks: []) }))
    }
    return PluginRequest(
      kind: kind.id, check: "example", parameters: request["parameters"]?.objectValue?.keys ?? [],
      body: [], evidence: files)
  }

  private func sent(_ file: JSONValue) throws(Problem) -> JSONValue {
    var object = file.objectValue ?? JSONObject()
    let media = file["media"]?.stringValue ?? "application/octet-stream"
    var content = Array((file["text"]?.stringValue ?? "").utf8)
    if let name = file["file"]?.stringValue {
      guard !name.hasPrefix("/"), !name.split(separator: "/").contains(".."),
        let bytes = readWhole(folder + "/" + name, limit: 64 << 20)
      else {
        throw Problem(
          message: LocalizedText(
            vi: "\(self.name): không đọc được \(name)", en: "\(self.name): cannot read \(name)"))
      }
      content = bytes
    }
    object["file"] = nil
    let evidence = EvidenceContent(content)
    let written = evidence.json(
      EvidenceFile(
        id: file["id"]?.stringValue ?? "", file: "", media: media, checks: []))
    // What the example itself says of its content stands: a text that no media type announces.
    if object["base64"] == nil, object["text"] == nil || file["file"] != nil {
      for member in written.objectValue ?? JSONObject() { object[member.key] = member.value }
    } else {
      object["media"] = .string(media)
      object["bytes"] = written["bytes"]
      object["sha256"] = written["sha256"]
    }
    return .object(object)
  }
}

/// The bytes of a file; nil where it cannot be read or is too large.
func readWhole(_ path: String, limit: Int) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&part, 1, part.count, file)
    if count == 0 { return ferror(file) == 0 ? bytes : nil }
    bytes += part[..<count]
    if bytes.count > limit { return nil }
  }
}

extension JSONValue {
  /// Whether all that another value says stands in this one: members of objects that it leaves out do
  /// not matter, everything else must be alike.
  func holds(_ wanted: JSONValue) -> Bool { difference(from: wanted) == nil }

  /// The first place where this value does not say what another says, with both; nil where it says all.
  func difference(from wanted: JSONValue, at path: String = "") -> String? {
    if let own = arrayValue, let items = wanted.arrayValue {
      guard own.count == items.count else {
        return "\(path): \(own.count) ≠ \(items.count)"
      }
      for (place, (mine, theirs)) in zip(own, items).enumerated() {
        if let found = mine.difference(from: theirs, at: "\(path)[\(place)]") { return found }
      }
      return nil
    }
    guard let members = wanted.objectValue else {
      return self == wanted ? nil : "\(path): \(shown) ≠ \(wanted.shown)"
    }
    for member in members {
      let inner = path.isEmpty ? member.key : path + "." + member.key
      guard let mine = self[member.key] else { return "\(inner): – ≠ \(member.value.shown)" }
      if let found = mine.difference(from: member.value, at: inner) { return found }
    }
    return nil
  }

  private var shown: String { AnswerLine.shown(JSONWriter.canonical(self), most: 120) }
}
