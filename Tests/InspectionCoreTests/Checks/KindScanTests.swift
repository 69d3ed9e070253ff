import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@Suite struct KindScanTests {
  private static let folder = packageRoot.appending(path: "Sources/InspectionCore/Checks")

  private static func sources() throws -> [(file: String, text: String)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix("Check.swift") }.sorted().map { name in
      (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  @Test("Every …Check.swift declares one kind, and the list names each of them once, in order")
  func registration() throws {
    var declared: [String] = []
    for (file, text) in try Self.sources() {
      let names = text.matches(of: /static let (\w+) = CheckKind\(/).map { String($0.1) }
      #expect(names.count == 1, "\(file)")
      declared += names
    }
    let registry = try String(
      contentsOf: Self.folder.appending(path: "CheckKind.swift"), encoding: .utf8)
    let list = try #require(registry.firstMatch(of: /builtIn: \[CheckKind\] = \[([^\]]*)\]/)).1
    let listed = list.matches(of: /\w+/).map { String($0.0) }
    #expect(listed == declared.sorted())
    #expect(CheckKind.builtIn.count == declared.count)
    let ids = CheckKind.builtIn.map(\.description.id)
    #expect(ids == Set(ids).sorted())
    for id in ids { #expect(CheckKind.builtIn(id)?.description.id == id) }
    #expect(CheckKind.builtIn("no-such-kind") == nil)
  }

  @Test("A kind's file reads every parameter that its description offers")
  func parameters() throws {
    let sources = try Self.sources()
    let shared = try String(
      contentsOf: Self.folder.appending(path: "Comparison.swift"), encoding: .utf8)
    for description in CheckKind.builtIn.map(\.description) {
      let own = try #require(sources.first { $0.text.contains("id: \"\(description.id)\"") }).text
      let code = try #require(own.components(separatedBy: "description = KindDescription(").first)
      for parameter in description.parameters {
        let name = "\"\(parameter.name)\""
        let isShared = parameter.group == "comparison" || parameter.name == "when_zero"
        #expect(isShared ? shared.contains(parameter.name) : code.contains(name), "\(name)")
        if parameter.group == "comparison" { #expect(code.contains("Comparison.compiled")) }
        if parameter.name == "when_zero" { #expect(code.contains("WhenZero.compiled")) }
      }
    }
  }

  @Test("Everything a kind says is said in Vietnamese and in English")
  func languages() {
    for description in CheckKind.builtIn.map(\.description) {
      var texts = [description.title, description.summary]
      texts += description.parameters.map(\.summary) + description.examples.map(\.title)
      for text in texts {
        #expect(!text.vi.isEmpty && !text.en.isEmpty && text.vi != text.en, "\(text)")
      }
      #expect(description.summary.vi.hasSuffix(".") && description.summary.en.hasSuffix("."))
      #expect(Set(description.examples.map(\.title.en)).count == description.examples.count)
    }
  }
}
