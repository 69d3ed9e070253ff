import ChecklistFormat
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Every code is explained, and its example earns it")
struct ExplanationTests {
  @Test(
    "The example reports its code and nothing else; mended, it reports nothing", arguments: codes)
  func examples(code: String) throws {
    let explanation = try #require(Explanation.of(code))
    guard let example = explanation.example else {
      #expect(ExplanationTests.withoutExample.contains(code))
      return
    }
    #expect(!ExplanationTests.withoutExample.contains(code))
    // A change of a base is noted, whatever else may be said of it.
    let wantsNotes = example.place != .extending || explanation.severity == .note
    func findings(isFailing: Bool) throws -> [String: Severity] {
      try ExamplePack(example, isFailing: isFailing, wantsNotes: wantsNotes).findings()
    }
    #expect(try findings(isFailing: true) == [code: explanation.severity])
    #expect(try findings(isFailing: false) == [:])
  }

  /// What no file can be made to show.
  private static let withoutExample: Set<String> = [
    "broken-checklist", "not-compiled", "not-formatted", "out-of-memory", "plugin-changed",
    "plugin-unpinned",
  ]

  @Test("The registry is alphabetical, names each code once, and speaks both languages")
  func registry() {
    #expect(codes == Set(codes).sorted())
    for explanation in Explanation.all {
      for text in [explanation.title, explanation.text] {
        #expect(!text.vi.isEmpty && !text.en.isEmpty && text.vi != text.en, "\(explanation.code)")
      }
      #expect(!explanation.title.vi.hasSuffix(".") && !explanation.title.en.hasSuffix("."))
      #expect(
        explanation.text.vi.hasSuffix(".") || explanation.text.vi.hasSuffix("…"),
        "\(explanation.code)")
    }
    #expect(Explanation.of("no-such-code") == nil)
  }

  @Test("Every code in the sources is explained, and every one explained is in the sources")
  func scan() throws {
    var found: [String: String] = [:]
    for module in ["CEL", "ChecklistFormat", "InspectionCore"] {
      let folder = packageRoot.appending(path: "Sources/\(module)").resolvingSymlinksInPath()
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      for name in names where name.hasSuffix(".swift") && !name.hasPrefix("Explanations/") {
        // Refusals of commands say themselves what would be allowed; lint never reports them.
        if name.hasPrefix("Remediation/") { continue }
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        for code in reported(in: text) { found[code] = "\(module)/\(name)" }
      }
    }
    for (code, file) in found.sorted(by: { $0.key < $1.key }) {
      #expect(
        Explanation.of(code) != nil,
        "\(file) reports \(code): explain it in Sources/ChecklistFormat/Explanations")
    }
    for code in codes {
      #expect(found[code] != nil, "\(code) is explained, but nothing in Sources reports it")
    }
  }

  /// The codes that a source text reports: after `code:`, as the first word given to `report` (unless
  /// that names a parameter), as the second where the first says what is meant, and in a `code` that
  /// a switch gives.
  private func reported(in text: String) -> Set<String> {
    // A unit has a code too, and it is none of these.
    let text = text.replacing("InspectedUnit(code:", with: "")
    var codes: Set<String> = []
    for match in text.matches(of: /[ (]code:\s*([^,{(]*?"[a-z0-9-]+"[^,{\n]*)/) {
      for word in match.1.matches(of: /"([a-z0-9-]+)"/) { codes.insert(String(word.1)) }
    }
    for match in text.matches(
      of: /[ .]report\(\s*(?:(?:""|[\w.]+),\s*)?"([a-z0-9]+(?:-[a-z0-9]+)*)"(?!,\s*\w+,\s*code:)/)
    {
      codes.insert(String(match.1))
    }
    for match in text.matches(of: /var code: String \{\n(?s:(.*?))\n  \}/) {
      for word in match.1.matches(of: /: "([a-z0-9-]+)"/) { codes.insert(String(word.1)) }
    }
    return codes
  }

  @Test("Documentation/Diagnostics.md is what the registry says")
  func page() throws {
    let file = packageRoot.appending(path: "Documentation/Diagnostics.md")
    if isRecording {
      try Data(Explanation.reference.utf8).write(to: file)
      return
    }
    let written = FileManager.default.contents(atPath: file.path) ?? Data()
    let text = String(decoding: written, as: UTF8.self)
    #expect(
      text == Explanation.reference,
      """
      \(firstDifference(text, Explanation.reference))
      renew it: RECORD=1 swift test --filter ExplanationTests/page
      """)
  }
}

private let codes = Explanation.all.map(\.code)
