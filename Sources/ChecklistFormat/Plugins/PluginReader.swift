import Diagnostics
import InspectionCore

/// Reads a plugin's manifest, `plugin.yaml`.
struct PluginReader {
  let reader: FileReader

  /// The manifest, without its sources; nil where something it takes is missing or wrong.
  func manifest(_ root: YAMLNode, folder: String) -> PluginManifest? {
    let errorsBefore = reader.errorReports
    guard let file = reader.mapping(root, .plugin) else { return nil }
    file.checkFormatVersion()
    let name = file.text("plugin")
    if let name { checkName(name, folder, at: file.valueRange("plugin")) }
    let version = file.text("version")
    let title = file.localized("title")
    let summary = file.localized("summary")
    let runtime = file.choice("runtime", of: PluginManifest.Runtime.self)
    let program = file.text("program")
    if let program { checkInside(program, at: file.valueRange("program")) }
    let credit = file.bool("credit") ?? false
    let facts = file.list("reads").compactMap { reader.choice($0, of: ExternalKind.Fact.self) }
    let parameters = file.list("parameters", most: 50).compactMap(parameter)
    checkUnique(parameters.map { $0.description.name }, file.valueRange("parameters"))
    let evidence = file.list("evidence", most: 50).compactMap(evidence)
    checkUnique(evidence.map(\.name), file.valueRange("evidence"))
    let limits = file.mapping("limits", .pluginLimits).map(limits) ?? PluginLimits()
    guard let name, let version, let title, let summary, let runtime, let program,
      reader.errorReports == errorsBefore
    else { return nil }
    return PluginManifest(
      kind: ExternalKind(
        id: name, version: version, title: title, summary: summary, givesPartialCredit: credit,
        parameters: parameters, evidence: evidence,
        facts: file.optional("reads") == nil ? [.unit, .period] : facts),
      folder: folder, runtime: runtime, program: program, limits: limits)
  }

  private func checkName(_ name: String, _ folder: String, at range: SourceRange) {
    let real = FileBytes.realPath(folder) ?? folder
    let last = real.split(separator: "/").last.map(String.init) ?? ""
    guard name != last || !PluginReader.isName(name) || CheckKind.builtIn(name) != nil else {
      return
    }
    reader.report(
      "plugin-name",
      LocalizedText(
        vi: "\"\(shown(name))\" không làm tên phần kiểm tra bổ sung ở đây được",
        en: "\"\(shown(name))\" cannot name the plugin here"),
      mend: LocalizedText(
        vi:
          "đặt tên như thư mục \"\(shown(last))\": chữ thường, số, nối bằng -, khác tên kiểu có sẵn",
        en:
          "name it like its folder, \"\(shown(last))\": lower-case words joined by -, unlike any built-in kind"
      ), at: range)
  }

  /// Whether a name is made of lower-case words and numbers joined by `-`.
  static func isName(_ name: String) -> Bool {
    let words = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard name.utf8.count <= 60, let first = words.first?.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else { return false }
    return words.allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  private func checkInside(_ program: String, at range: SourceRange) {
    let parts = program.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }) else { return }
    reader.report(
      "include-escape",
      LocalizedText(
        vi: "\"\(shown(program))\" không nằm trong thư mục này",
        en: "\"\(shown(program))\" does not lie inside the folder"),
      mend: LocalizedText(
        vi: "ghi đường dẫn từ thư mục này, như bin/check",
        en: "write the path from the folder, such as bin/check"), at: range)
  }

  private func checkUnique(_ names: [String], _ range: SourceRange) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      reader.report(
        "duplicate-key",
        LocalizedText(
          vi: "tên \"\(shown(name))\" viết hai lần", en: "the name \"\(shown(name))\" stands twice"),
        mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"),
        at: reader.firstLine(of: range))
    }
  }

  private func parameter(_ node: YAMLNode) -> ExternalKind.Parameter? {
    guard let mapping = reader.mapping(node, .pluginParameter) else { return nil }
    let name = mapping.text("name")
    let meaning = mapping.localized("meaning")
    let word = mapping.value("type", as: .choice).flatMap {
      reader.choice($0, among: ParameterType.pluginWords)
    }
    let named = mapping.optional("of") == nil ? nil : mapping.texts("of")
    let isRequired = mapping.bool("required") ?? true
    let isOpen = mapping.bool("open") ?? false
    let readsPrevious = mapping.bool("previous") ?? false
    guard let name, let meaning, let word else { return nil }
    var types = IndicatorType.allCases
    if word == "indicator" || word == "indicators", mapping.optional("of") != nil {
      types = mapping.list("of").compactMap { reader.choice($0, of: IndicatorType.self) }
    } else if word == "choice" {
      _ = mapping.required("of")
    }
    guard let type = ParameterType(word: word, indicators: types, words: named ?? []) else {
      return nil
    }
    return ExternalKind.Parameter(
      ParameterDescription(name, type, meaning, isRequired: isRequired), isOpen: isOpen,
      readsPrevious: readsPrevious)
  }

  private func evidence(_ node: YAMLNode) -> ExternalKind.EvidenceNeed? {
    guard let mapping = reader.mapping(node, .pluginEvidence) else { return nil }
    let name = mapping.text("name")
    let meaning = mapping.localized("meaning")
    let media = mapping.texts("media")
    let isRequired = mapping.bool("required") ?? true
    let most = number("most", in: mapping, from: 1, to: 1_000) ?? 1
    let takesAll = mapping.bool("all") ?? false
    guard let name, let meaning else { return nil }
    return ExternalKind.EvidenceNeed(
      name: name, meaning: meaning, media: media, isRequired: isRequired, most: most,
      takesAll: takesAll)
  }

  private func limits(_ mapping: Mapping) -> PluginLimits {
    var limits = PluginLimits()
    if let seconds = number("seconds", in: mapping, from: 1, to: 60) { limits.seconds = seconds }
    if let seconds = number("cpu_seconds", in: mapping, from: 1, to: 3_600) {
      limits.processorSeconds = seconds
    }
    if let memory = number("memory_mb", in: mapping, from: 16, to: 4_096) { limits.memory = memory }
    if let answer = number("answer_kb", in: mapping, from: 1, to: 1_024) { limits.answer = answer }
    if let evidence = number("evidence_kb", in: mapping, from: 1, to: 65_536) {
      limits.evidence = evidence
    }
    return limits
  }

  private func number(_ key: String, in mapping: Mapping, from least: Int, to most: Int) -> Int? {
    guard let number = mapping.wholeNumber(key) else { return nil }
    if (least...most).contains(number) { return number }
    if let node = mapping.optional(key) {
      reader.reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "một số từ \(least) đến \(most)", en: "a number from \(least) to \(most)")
      )
    }
    return nil
  }
}
