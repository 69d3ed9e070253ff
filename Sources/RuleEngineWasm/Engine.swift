import CEL
import Diagnostics
import InspectionCore
import JSON

/// The browser's way in: a frozen checklist, a submission and a day in; an assessment out.
///
/// A request is a JSON object:
/// `{"checklist": …, "digest": "sha256:…", "submission": …, "asOf": "2024-11-01",
///   "audience": "team", "language": "vi"}`, with `"theme": "…"` or `"only": ["…"]` where a part of the
/// checklist is in scope, and `"points": false` for verdicts alone. The answer is the document that `soat score
/// --format json` writes, or `{"error": {"path": …, "vi": …, "en": …}}`.
public enum RuleEngine {
  /// Answers one request, as UTF-8 JSON.
  public static func answer(_ request: [UInt8]) -> [UInt8] {
    let value: JSONValue
    do throws(WireError) {
      value = try assessment(request)
    } catch {
      value = [
        "error": [
          "path": .string(error.path), "vi": .string(error.message.vi),
          "en": .string(error.message.en),
        ]
      ]
    }
    return JSONWriter.canonical(value)
  }

  private static func assessment(_ bytes: [UInt8]) throws(WireError) -> JSONValue {
    let request: JSONValue
    do throws(JSONError) {
      request = try JSONReader.read(bytes)
    } catch {
      throw WireError(path: "\(error.line):\(error.column)", message: error.message)
    }
    let checklist = try Checklist(json: try member(request, "checklist"))
    let submission = try Submission(json: try member(request, "submission"))
    let asOf = try word(request, "asOf") { CivilDate(iso: $0) }
    let audience = try word(request, "audience") { Audience(rawValue: $0) }
    let language = try word(request, "language") { Language(rawValue: $0) }
    let digest = request["digest"]?.stringValue ?? ""
    let compiled: CompiledChecklist
    do throws(ChecklistCompilationError) {
      compiled = try CompiledChecklist(checklist)
    } catch {
      let first = error.problems.first
      throw WireError(
        path: first?.check ?? "checklist",
        message: first?.problem.diagnostic.message ?? LocalizedText(same: "checklist"))
    }
    if let objection = checklist.objection(to: submission) {
      throw WireError(path: "submission", message: objection)
    }
    let context = AssessmentContext(
      asOf: asOf, scope: try scope(request, checklist),
      wantsPoints: request["points"] != .bool(false)
    )
    let result = assess(compiled, submission, context)
    return AssessmentDocument(
      result, checklist: checklist, digest: digest, audience: audience, language: language
    ).json
  }

  /// The part of the checklist that is asked for; nil for the whole.
  private static func scope(
    _ request: JSONValue, _ checklist: Checklist
  ) throws(WireError) -> Scope? {
    if request["theme"] != nil {
      return try word(request, "theme") { checklist.scope(ofTheme: $0) }
    }
    guard let only = request["only"] else { return nil }
    var names: [String] = []
    for value in only.arrayValue ?? [] { names.append(value.stringValue ?? "") }
    let picked = checklist.scope(picking: names)
    if picked.unknown.isEmpty, !names.isEmpty { return picked.scope }
    let unknown = picked.unknown.joined(separator: ", ")
    throw WireError(
      path: "only",
      message: LocalizedText(
        vi: "không có lĩnh vực hay mục: \(unknown)", en: "no area or check: \(unknown)"))
  }

  private static func member(_ request: JSONValue, _ key: String) throws(WireError) -> JSONValue {
    if let value = request[key] { return value }
    throw WireError(
      path: key, message: LocalizedText(vi: "thiếu \"\(key)\"", en: "\"\(key)\" is missing"))
  }

  private static func word<Word>(
    _ request: JSONValue, _ key: String, _ read: (String) -> Word?
  ) throws(WireError) -> Word {
    guard let text = try member(request, key).stringValue, let word = read(text) else {
      throw WireError(
        path: key,
        message: LocalizedText(vi: "\"\(key)\" không hợp lệ", en: "\"\(key)\" cannot be read"))
    }
    return word
  }
}
