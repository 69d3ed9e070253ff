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

  /// What of the answer breaks the protocol; nil where nothing does.
  func objection(to request: PluginRequest, _ kind: ExternalKind) -> LocalizedText? {
    do throws(Objection) {
      _ = try read(request, kind)
      return nil
    } catch {
      return error.message
    }
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
      throw .misnamed(
        AnswerLine.shown(Array("\(name) \(version)".utf8)), expected: "\(kind.id) \(kind.version)")
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

    /// A field that is not as the protocol has it, and how it should be.
    init(_ field: String, vi: String, en: String) {
      message = LocalizedText(
        vi: "\"\(field)\" trong câu trả lời sai quy ước: \(vi)",
        en: "\"\(field)\" of its answer is not as the protocol has it: \(en)")
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
      let known = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
      throw Objection(
        "verdict", vi: "phải là một trong: \(known)", en: "it must be one of \(known)")
    }
    guard let given = object["reason"] else {
      throw Objection("reason", vi: "không có", en: "there is none")
    }
    let reason = try AnswerLine.words(given, "reason")
    let names = request.parameters + request.evidence.map(\.name)
    var used = names
    if let given = object["used"] {
      guard let items = given.arrayValue else {
        throw Objection("used", vi: "phải là danh sách tên", en: "it must be a list of names")
      }
      used = items.map { $0.stringValue ?? "?" }
      if let unknown = used.first(where: { !names.contains($0) }) {
        let said = AnswerLine.shown(Array(unknown.utf8))
        let sent = names.joined(separator: ", ")
        throw Objection(
          "used", vi: "\"\(said)\" không được gửi; đã gửi: \(sent)",
          en: "\"\(said)\" was not sent; what was: \(sent)")
      }
    }
    return PluginOutcome(
      verdict, credit: try credit(verdict, kind), reason: reason, used: used,
      positions: try positions(request))
  }

  private func credit(_ verdict: Verdict, _ kind: ExternalKind) throws(Objection) -> Rational? {
    guard let score = object["score"] else {
      guard verdict == .partial else { return nil }
      throw Objection(
        "score", vi: "partial phải kèm score, như \"3/4\"", en: "partial takes one, like \"3/4\"")
    }
    guard verdict == .partial else {
      throw Objection("score", vi: "chỉ đi với partial", en: "it goes with partial only")
    }
    guard kind.givesPartialCredit else {
      throw Objection(
        "score", vi: "plugin.yaml chưa ghi credit: true", en: "plugin.yaml lacks credit: true")
    }
    guard let text = score.stringValue, let share = Rational(text: text), share > .zero,
      share < .one
    else {
      throw Objection(
        "score", vi: "phải là chuỗi, lớn hơn 0 và nhỏ hơn 1, như \"3/4\" hoặc \"0.75\"",
        en: "it must be a string above 0 and below 1, like \"3/4\" or \"0.75\"")
    }
    return share
  }

  /// A text of one line in both languages.
  private static func words(
    _ value: JSONValue, _ field: String
  ) throws(Objection) -> LocalizedText {
    guard let vi = value["vi"]?.stringValue, let en = value["en"]?.stringValue else {
      throw Objection(
        field, vi: "phải là { \"vi\": …, \"en\": … }", en: "it must be { \"vi\": …, \"en\": … }")
    }
    for text in [vi, en] {
      let count = text.utf8.count
      guard (1...2_000).contains(count) else {
        throw Objection(
          field, vi: "dài \(count) byte; được từ 1 đến 2.000, hãy rút gọn",
          en: "it has \(count) bytes; 1 to 2,000 are taken, so cut it")
      }
      guard !text.contains(where: \.isNewline),
        text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
      else {
        throw Objection(
          field, vi: "phải là một dòng, không có ký tự điều khiển",
          en: "it must be one line without control characters")
      }
    }
    return LocalizedText(vi: vi, en: en)
  }

  private func positions(_ request: PluginRequest) throws(Objection) -> [EvidencePosition] {
    guard let given = object["positions"] else { return [] }
    guard let items = given.arrayValue, items.count <= 100 else {
      throw Objection(
        "positions", vi: "phải là danh sách không quá 100 vị trí",
        en: "they must be a list of at most 100")
    }
    let known = request.evidence.flatMap(\.files).map(\.id)
    var found: [EvidencePosition] = []
    for item in items {
      guard let id = item["evidence"]?.stringValue, known.contains(id) else {
        let said = AnswerLine.shown(Array((item["evidence"]?.stringValue ?? "").utf8))
        let sent = known.joined(separator: ", ")
        throw Objection(
          "positions", vi: "không có minh chứng \"\(said)\"; đã gửi: \(sent)",
          en: "there is no evidence \"\(said)\"; what was sent: \(sent)")
      }
      var position = EvidencePosition(evidence: id)
      position.line = try number("line", item)
      position.row = try number("row", item)
      if let column = item["column"] {
        guard let text = column.stringValue, (1...200).contains(text.utf8.count),
          text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else {
          throw Objection(
            "positions", vi: "column phải là chuỗi từ 1 đến 200 byte",
            en: "a column is a string of 1 to 200 bytes")
        }
        position.column = text
      }
      if let note = item["note"] { position.note = try AnswerLine.words(note, "positions") }
      found.append(position)
    }
    return found
  }

  private func number(_ key: String, _ item: JSONValue) throws(Objection) -> Int? {
    guard let value = item[key] else { return nil }
    guard let number = value.integerValue, number >= 1 else {
      throw Objection(
        "positions", vi: "\(key) phải là số nguyên từ 1", en: "a \(key) is a whole number from 1")
    }
    return Int(number)
  }
}
