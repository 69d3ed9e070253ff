import Diagnostics
import InspectionCore
import JSON

/// What an example may ask: only what its plugin would be asked in use.
extension PluginExample {
  /// What in the request the manifest does not have; nil where all is declared.
  func objection(of kind: ExternalKind) -> LocalizedText? {
    unknownMember ?? parameterObjection(kind) ?? evidenceObjection(kind)
  }

  private static let members = [
    "type", "id", "soat-plugin", "kind", "check", "unit", "period", "day", "parameters", "evidence",
  ]

  private var unknownMember: LocalizedText? {
    guard let key = request.keys.first(where: { !PluginExample.members.contains($0) }) else {
      return nil
    }
    return PluginExample.unknown("request", key, among: PluginExample.members)
  }

  // MARK: Parameters

  private func parameterObjection(_ kind: ExternalKind) -> LocalizedText? {
    let given = request["parameters"]?.objectValue ?? JSONObject()
    let names = kind.parameters.map(\.description.name)
    if let key = given.keys.first(where: { !names.contains($0) }) {
      return PluginExample.unknown("parameters", key, among: names)
    }
    for parameter in kind.parameters {
      let name = parameter.description.name
      guard let value = given[name] else {
        if parameter.description.isRequired { return PluginExample.missing("parameters", name) }
        continue
      }
      if let form = parameter.form, !parameter.takes(value) {
        return LocalizedText(
          vi: "parameters.\(name) phải có dạng \(form)",
          en: "parameters.\(name) must look like \(form)")
      }
    }
    return nil
  }

  // MARK: Evidence

  private func evidenceObjection(_ kind: ExternalKind) -> LocalizedText? {
    let given = request["evidence"]?.objectValue ?? JSONObject()
    let names = kind.evidence.map(\.name)
    if let key = given.keys.first(where: { !names.contains($0) }) {
      return PluginExample.unknown("evidence", key, among: names)
    }
    for need in kind.evidence {
      guard let value = given[need.name] else {
        if need.isRequired { return PluginExample.missing("evidence", need.name) }
        continue
      }
      guard let files = value.arrayValue,
        (1...max(need.most, 1)).contains(files.count) || need.takesAll
      else {
        return LocalizedText(
          vi: "evidence.\(need.name) phải là danh sách từ 1 đến \(need.most) tệp",
          en: "evidence.\(need.name) must be a list of 1 to \(need.most) files")
      }
      for file in files {
        guard let id = file["id"]?.stringValue, !id.isEmpty else {
          return PluginExample.missing("evidence.\(need.name)", "id")
        }
        let media = file["media"]?.stringValue ?? ""
        guard need.media.isEmpty || need.media.contains(media) else {
          let known = need.media.joined(separator: ", ")
          return LocalizedText(
            vi: "evidence.\(need.name): plugin.yaml không nhận \"\(media)\"; nhận: \(known)",
            en: "evidence.\(need.name): plugin.yaml does not take \"\(media)\"; it takes \(known)")
        }
      }
    }
    return nil
  }

  // MARK: Words

  private static func unknown(
    _ place: String, _ key: String, among names: [String]
  ) -> LocalizedText {
    let near = nearestName(to: key, in: names)
    let list = names.joined(separator: ", ")
    return LocalizedText(
      vi: "\(place): plugin.yaml không có \"\(key)\"; "
        + (near.map { "có phải là \"\($0)\"?" } ?? "có: \(list)"),
      en: "\(place): plugin.yaml has no \"\(key)\"; "
        + (near.map { "did you mean \"\($0)\"?" } ?? "it has: \(list)"))
  }

  private static func missing(_ place: String, _ key: String) -> LocalizedText {
    LocalizedText(vi: "\(place) thiếu \"\(key)\"", en: "\(place) lacks \"\(key)\"")
  }
}

extension ExternalKind.Parameter {
  /// How a value of it is sent, for a message; nil where anything may stand.
  fileprivate var form: String? {
    switch description.type {
    case .figure: "{ \"value\": \"75\" }"
    case .indicator: "{ \"value\": …, \"indicator\": … }"
    case .figures, .indicators: "[ { \"value\": … }, … ]"
    case .rule: "true, false"
    case .day: "\"2024-11-10\""
    case .choice(let words): words.joined(separator: ", ")
    case .text: "\"…\""
    case .texts: "[ \"…\" ]"
    case .rowRule, .limit, .shares: nil
    }
  }

  /// Whether a value may be sent for it.
  fileprivate func takes(_ value: JSONValue) -> Bool {
    switch description.type {
    case .figure, .indicator: takesMembers(value)
    case .figures, .indicators: value.arrayValue?.allSatisfy(takesMembers) ?? false
    case .rule: value.boolValue != nil || (isOpen && value.isNull)
    case .day:
      value.stringValue.flatMap { CivilDate(iso: $0) } != nil || (isOpen && value.isNull)
    case .choice(let words): value.stringValue.map { words.contains($0) } ?? false
    case .text: value.stringValue != nil
    case .texts: value.arrayValue?.allSatisfy { $0.stringValue != nil } ?? false
    case .rowRule, .limit, .shares: true
    }
  }

  /// Whether a value is known exactly, or the plugin takes ranges and missing ones too.
  private func takesMembers(_ value: JSONValue) -> Bool {
    guard let members = value.objectValue else { return false }
    return isOpen || members["value"] != nil
  }
}
