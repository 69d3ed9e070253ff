import ChecklistFormat
import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite("soat kinds and soat schema print the reference")
struct ReferenceCommandTests {
  @Test("The list names every kind, and a kind's page holds all that its JSON does")
  func kinds() throws {
    let list = try Command.soat(["kinds"])
    #expect(list.status == 0)
    for kind in CheckKind.builtIn.map(\.description) {
      #expect(list.output.contains("\n\(kind.id) ") || list.output.hasPrefix("\(kind.id) "))
      for language in ["vi", "en"] {
        let page = try Command.soat(["kinds", kind.id, "--lang", language])
        #expect(page.status == 0)
        let json = try JSONReader.read(
          Array(
            try Command.soat(["kinds", kind.id, "--lang", language, "--format", "json"]).output
              .utf8))
        let words = page.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var wanted = [json["title"], json["summary"]]
        for parameter in json["parameters"]?.arrayValue ?? [] {
          wanted += [parameter["name"], parameter["meaning"]]
        }
        for example in json["examples"]?.arrayValue ?? [] {
          wanted += [example["title"], example["answers"], example["reason"]]
        }
        #expect(wanted.count == 2 + 2 * kind.parameters.count + 3 * kind.examples.count)
        for text in wanted { #expect(words.contains(try #require(text?.stringValue))) }
        guard language == "en" else { continue }
        for example in kind.examples { #expect(words.contains(example.reason)) }
      }
    }
  }

  @Test("As JSON the kinds are one list, with types and groups for machines")
  func kindsAsJSON() throws {
    let all = try JSONReader.read(
      Array(try Command.soat(["kinds", "--format", "json"]).output.utf8))
    // The plugins that are there come after them.
    let ids = try #require(all.arrayValue).compactMap { $0["id"]?.stringValue }
    #expect(ids.starts(with: CheckKind.builtIn.map(\.description.id)))
    let ratio = try JSONReader.read(
      Array(try Command.soat(["kinds", "ratio", "--format", "json", "--lang", "en"]).output.utf8))
    #expect(ratio["id"] == "ratio" && ratio["partial"] == true)
    let parameters = try #require(ratio["parameters"]?.arrayValue)
    let above = try #require(parameters.first { $0["name"] == "above" })
    #expect(above["type"] == "figure" && above["required"] == false)
    #expect(above["exactly_one_of"] == ["at_least", "above", "at_most", "below"])
    #expect(ratio["examples"]?[0]?["verdict"] == "unmet")
  }

  @Test("An unknown kind is wrong use, with the nearest name")
  func unknownKind() throws {
    let result = try Command.soat(["kinds", "ration", "--lang", "en"])
    #expect(result.status == 2)
    #expect(result.errors.contains("did you mean \"ratio\"?"))
    #expect(try Command.soat(["schema", "areas"]).status == 2)
  }

  @Test("The schema printed, or written to a file, is the committed one")
  func schema() throws {
    let committed = packageRoot.appending(path: "Documentation/schemas")
    for file in FormatFile.allCases {
      let expected = try String(
        contentsOf: committed.appending(path: file.schemaName), encoding: .utf8)
      #expect(try Command.soat(["schema", file.rawValue]).output == expected)
    }
    let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    let result = try Command.soat(["schema", "--output", output.path])
    #expect(result.status == 0 && result.output.isEmpty)
    let any = try String(
      contentsOf: committed.appending(path: FormatFile.anySchemaName), encoding: .utf8)
    #expect(try String(contentsOf: output, encoding: .utf8) == any)
  }
}
