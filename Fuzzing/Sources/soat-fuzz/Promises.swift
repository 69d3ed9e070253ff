import Diagnostics

/// Traps, for libFuzzer to see, where a promise is broken.
func require(_ holds: Bool, _ promise: @autoclosure () -> String) {
  guard holds else { fatalError("broken: " + promise()) }
}

/// Every diagnostic names a place in its file and can be drawn, each part on one line: a text of
/// the author's that broke a line could forge the line after it.
func check(_ list: DiagnosticList, in sources: [String: SourceText] = [:]) {
  require(
    list.hasErrors || !list.all.contains { $0.severity == .error }, "errors shown and not counted")
  for diagnostic in list.all {
    for language in [Language.vi, .en] {
      let message = diagnostic.message[language]
      require(!message.isEmpty, "a diagnostic without words: \(diagnostic.code)")
      require(
        isOneLine(message) && isOneLine(diagnostic.mend?[language] ?? ""),
        "a message of several lines: \(diagnostic.code)")
    }
    guard let source = sources[diagnostic.source] else {
      require(sources.isEmpty, "a diagnostic of no file: \(diagnostic.code)")
      continue
    }
    require(
      diagnostic.range.lower >= 0 && diagnostic.range.upper <= source.bytes.count,
      "a diagnostic outside its file: \(diagnostic.code)")
    for language in [Language.vi, .en] {
      let text = DiagnosticRenderer(language: language).render(diagnostic, in: source)
      require(
        text.unicodeScalars.count { $0 == "\n" } == (diagnostic.mend == nil ? 3 : 4),
        "drawn on more lines than it has: \(diagnostic.code)")
    }
  }
}

private func isOneLine(_ text: String) -> Bool { !text.contains(where: \.isNewline) }
