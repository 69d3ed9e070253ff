import Diagnostics
import InspectionCore

extension PackLoading {
  /// Reads the themes, after the areas: they name areas and checks.
  mutating func readThemes(_ mapping: Mapping, _ main: FileReader) {
    let isWhole = !gaps.contains(.areas) && checks.allSatisfy(\.hasID)
    let knownChecks = isWhole ? Set(checks.map(\.check.id)) : nil
    let knownAreas = isWhole ? Set(areas.map(\.area.id)) : nil
    for node in mapping.list("themes") {
      guard let inner = main.mapping(node, .theme) else { continue }
      let id = inner.text("id")
      let title = inner.localized("title")
      let areas = names(
        inner.list("areas"), known: knownAreas, main, code: "unknown-area",
        LocalizedText(vi: "lĩnh vực", en: "area"))
      let single = names(
        inner.list("checks"), known: knownChecks, main, code: "unknown-check",
        LocalizedText(vi: "mục kiểm tra", en: "check"))
      if inner.isEmptyOrAbsent("areas"), inner.isEmptyOrAbsent("checks") {
        main.report(
          "empty-theme",
          LocalizedText(
            vi: "chuyên đề không có mục kiểm tra nào", en: "the theme holds no check"),
          mend: LocalizedText(
            vi: "thêm areas: [ … ] hoặc checks: [ … ]", en: "add areas: [ … ] or checks: [ … ]"),
          at: inner.firstLine)
      }
      guard let id else { continue }
      let theme = Theme(
        id: id, title: title ?? LocalizedText(same: id), areas: areas, checks: single)
      themes.append(Named(value: theme, id: id, reader: main, place: inner.valueRange("id")))
    }
    main.checkUnique(
      themes, code: "duplicate-theme", LocalizedText(vi: "chuyên đề", en: "the theme"))
    for theme in themes where !isOwn(theme.reader) {
      checkInherited(theme.value, knownAreas, knownChecks, mapping, main)
    }
  }

  private func names(
    _ nodes: [YAMLNode], known: Set<String>?, _ main: FileReader, code: String,
    _ what: LocalizedText
  ) -> [String] {
    var names: [String] = []
    for node in nodes {
      guard let name = main.line(node) else { continue }
      if let known, !known.contains(name) {
        main.reportUnknown(name, among: known, code: code, what: what, at: node.range)
      }
      names.append(name)
    }
    return names
  }

  /// Reports a theme of the base whose area or check was dropped.
  private func checkInherited(
    _ theme: Theme, _ areas: Set<String>?, _ checks: Set<String>?, _ mapping: Mapping,
    _ main: FileReader
  ) {
    guard let areas, let checks else { return }
    let dropped =
      theme.areas.filter { !areas.contains($0) } + theme.checks.filter { !checks.contains($0) }
    for id in dropped {
      main.report(
        "dropped-limit",
        LocalizedText(
          vi: "\"\(shown(id))\" đã bỏ nhưng chuyên đề \"\(shown(theme.id))\" của bảng gốc còn nêu",
          en:
            "\"\(shown(id))\" is dropped, but the theme \"\(shown(theme.id))\" of the base names it"
        ),
        mend: LocalizedText(vi: "giữ lại mục đó", en: "keep it"), at: mapping.keyRange("changes"))
    }
  }
}
