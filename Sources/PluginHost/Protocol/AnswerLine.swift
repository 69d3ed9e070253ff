import CEL
import Diagnostics
import InspectionCore
import JSON

/// A line that a plugin wrote.
struct AnswerLine {
  /// The id of the request.
  let id: Int
  private let object: JSONObject

  /// What it says but for the id, which the host chose.
  var members: JSONValue {
    var members = object
    members["id"] = nil
    return .object(members)
  }

  /// - Throws: where the line is no answer to anything.
  init(_ bytes: [UInt8]) throws(PluginFault) {
    guard let object = AnswerLine.object(bytes), let text = object["id"]?.stringValue else {
      guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
      throw .garbage(AnswerLine.shown(bytes))
    }
    guard let id = Int(text), String(id) == text else {
      throw .unknownID(AnswerLine.shown(Array(text.utf8)))
    }
    self.id = id
    self.object = object
  }

  private static func object(_ bytes: [UInt8]) -> JSONObject? {
    do throws(JSONError) {
      return try JSONReader.read(
        bytes, limits: JSONLimits(bytes: bytes.count, depth: 16, members: 10_000)
      ).objectValue
    } catch {
      return nil
    }
  }

  /// A line as a message quotes it: short, without signs that could pass for something else.
  static func shown(_ bytes: [UInt8], most: Int = 80) -> String {
    let text = String(decoding: bytes.prefix(most), as: UTF8.self)
    let plain = String(
      text.map { $0.isLetter || $0.isNumber || ("!"..."~").contains($0) ? $0 : " " })
    return bytes.count > most ? plain + "…" : plain
  }

  /// Makes sure that it is an answer to describe, of the plugin that was asked.
  func requireDescription(of kind: ExternalKind) throws(PluginFault) {
    guard object["soat-plugin"]?.integerValue == 1 else {
      let said = object["error"]?.stringValue ?? "soat-plugin"
      throw .other(AnswerLine.shown(Array(said.utf8)))
    }
    let name = object["name"]?.stringValue ?? ""
    let version = object["version"]?.stringValue ?? ""
    guard name == kind.id, version == kind.version else {
      throw .other(AnswerLine.shown(Array("\(name) \(version)".utf8)))
    }
  }

  /// The outcome; one in error where the answer breaks the protocol, which is known of this check.
  func outcome(of request: PluginRequest, _ kind: ExternalKind) -> PluginOutcome {
    do throws(Objection) {
      return try read(request, kind)
    } catch {
      return .failed(error.message)
    }
  }

  private struct Objection: Error {
    let message: LocalizedText

    /// A field that is not as the protocol has it.
    init(_ field: String) {
      message = LocalizedText(
        vi: "\"\(field)\" trong câu trả lời sai quy ước",
        en: "\"\(field)\" of its answer is not as the protocol has it")
    }

    init(_ message: LocalizedText) {
      self.message = message
    }
  }

  private func read(
    _ request: PluginRequest, _ kind: ExternalKind
  ) throws(Objection) -> PluginOutcome {
    if let refusal = object["error"]?.stringValue, object["verdict"] == nil {
      let said = AnswerLine.shown(Array(refusal.utf8))
      throw Objection(LocalizedText(vi: "nó từ chối: \(said)", en: "it refuses: \(said)"))
    }
    guard let verdict = object["verdict"]?.stringValue.flatMap(Verdict.init(rawValue:)) else {
      throw Objection("verdict")
    }
    guard let reason = object["reason"].flatMap(AnswerLine.words) else { throw Objection("reason") }
    let names = request.parameters + request.evidence.map(\.name)
    var used = names
    if let given = object["used"] {
      guard let items = given.arrayValue else { throw Objection("used") }
      used = items.compactMap(\.stringValue)
      guard used.count == items.count, used.allSatisfy(names.contains) else {
        throw Objection("used")
      }
    }
    return PluginOutcome(
      verdict, credit: try credit(verdict, kind), reason: reason, used: used,
      positions: try positions(request))
  }

  private func credit(_ verdict: Verdict, _ kind: ExternalKind) throws(Objection) -> Rational? {
    guard let score = object["score"] else {
      if verdict == .partial { throw Objection("score") }
      return nil
    }
    guard verdict == .partial, kind.givesPartialCredit, let text = score.stringValue,
      let share = Rational(text: text), share > .zero, share < .one
    else { throw Objection("score") }
    return share
  }

  /// A text of one line in both languages.
  private static func words(_ value: JSONValue) -> LocalizedText? {
    guard let vi = value["vi"]?.stringValue, let en = value["en"]?.stringValue else { return nil }
    for text in [vi, en] {
      guard (1...2_000).contains(text.utf8.count), !text.contains(where: \.isNewline),
        text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
      else { return nil }
    }
    return LocalizedText(vi: vi, en: en)
  }

  private func positions(_ request: PluginRequest) throws(Objection) -> [EvidencePosition] {
    guard let given = object["positions"] else { return [] }
    guard let items = given.arrayValue, items.count <= 100 else { throw Objection("positions") }
    let known = request.evidence.flatMap(\.files).map(\.id)
    var found: [EvidencePosition] = []
    for item in items {
      guard let id = item["evidence"]?.stringValue, known.contains(id) else {
        throw Objection("positions")
      }
      var position = EvidencePosition(evidence: id)
      position.line = try number("line", item)
      position.row = try number("row", item)
      if let column = item["column"] {
        guard let text = column.stringValue, (1...200).contains(text.utf8.count),
          text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { throw Objection("positions") }
        position.column = text
      }
      if let note = item["note"] {
        guard let words = AnswerLine.words(note) else { throw Objection("positions") }
        position.note = words
      }
      found.append(position)
    }
    return found
  }

  private func number(_ key: String, _ item: JSONValue) throws(Objection) -> Int? {
    guard let value = item[key] else { return nil }
    guard let number = value.integerValue, number >= 1 else { throw Objection("positions") }
    return Int(number)
  }
}
