import ChecklistFormat
import Foundation
import JSON
import TestSupport
import Testing

@Suite("Lint speaks to people, to programs and to code scanners")
struct LintFormatTests {
  /// A copy of the shipped checklists with a misspelt indicator, an unclosed quote in a submission,
  /// a missing translation, and a folder name that a URI has to encode.
  private func brokenLibrary() throws -> URL {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let library = root.appending(path: "Bảng kiểm")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Checklists").resolvingSymlinksInPath(), to: library)
    let staffing = library.appending(path: "child-protection-district/staffing.yaml")
    let text = try String(contentsOf: staffing, encoding: .utf8)
    let rule = "staff.total == staff.dedicated + staff.concurrent"
    try #require(text.contains(rule))
    let title = "title: { vi: \"Tổ chức, cán bộ\", en: \"Staffing\" }"
    try #require(text.contains(title))
    let broken = text.replacing(rule, with: "size('𝒳ế') > 0 || staff.totl == staff.dedicated")
      .replacing(title, with: "title: Tổ chức cán bộ")
    try Data(broken.utf8).write(to: staffing)
    let submission = library.appending(path: "examples/broken.yaml")
    try Data("soat: 1\nsubmission: \"x\nanswers: {}\n".utf8).write(to: submission)
    return root
  }

  private func validate(_ text: String, _ schema: String) throws -> Command.Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try Command.run(
      URL(filePath: "/usr/bin/python3"), ["Scripts/validate-json", schema, file.path])
  }

  @Test("JSON follows its schema and points at the place", arguments: ["vi", "en"])
  func json(language: String) throws {
    let root = try brokenLibrary()
    defer { try? FileManager.default.removeItem(at: root) }
    let result = try Command.soat(
      ["lint", "Bảng kiểm", "--format", "json", "--lang", language], in: root)
    #expect(result.status == 1)
    let validated = try validate(result.output, "Documentation/lint.schema.json")
    #expect(validated.status == 0, "\(validated.output)\(validated.errors)")
    let document = try JSONReader.read(result.output)
    let found = try #require(document["diagnostics"]?.arrayValue)
    #expect(document["errors"]?.integerValue == Int64(found.count { $0["severity"] == "error" }))
    let name = try #require(found.first { $0["code"] == "unknown-name" })
    #expect(name["file"] == "Bảng kiểm/child-protection-district/staffing.yaml")
    #expect(name["language"] == .string(language))
    // `    expr: size('𝒳ế') > 0 || staff.totl`: one column a code point, whatever it takes in UTF-16.
    #expect(name["column"]?.integerValue == 29)
    #expect(name["endColumn"]?.integerValue == 39)
    #expect(name["endLine"] == name["line"])
    let expected = language == "vi" ? "có phải là" : "did you mean"
    #expect(name["mend"]?.stringValue?.contains(expected) == true)
    #expect(found.contains { $0["code"] == "untranslated" && $0["severity"] == "warning" })
    #expect(found.contains { $0["code"] == "yaml-syntax" })
    // What the broken checklist's own submissions would be told only follows from its errors.
    #expect(!found.contains { $0["code"] == "unknown-checklist" })
    #expect(document["unchecked"]?.integerValue ?? 0 >= 1)
    // The validator itself can fail.
    let wrong = result.output.replacing("\"error\"", with: "\"fault\"")
    #expect(try validate(wrong, "Documentation/lint.schema.json").status == 1)
  }

  @Test("A library without a problem is an empty list in every format, and exit code 0")
  func clean() throws {
    for format in ["json", "sarif"] {
      let result = try Command.soat(["lint", "Checklists", "--format", format])
      #expect(result.status == 0)
      let document = try JSONReader.read(result.output)
      let list = format == "json" ? document["diagnostics"] : document["runs"]?[0]?["results"]
      #expect(list == .array([]))
    }
  }

  @Test("SARIF has one run, a rule for each code found, and a place for each result")
  func sarif() throws {
    let root = try brokenLibrary()
    defer { try? FileManager.default.removeItem(at: root) }
    let file = root.appending(path: "report.sarif")
    let result = try Command.soat(
      ["lint", "./Bảng kiểm", "--format", "sarif", "--notes", "--output", file.path], in: root)
    #expect(result.status == 1)
    #expect(result.output == "")
    let document = try JSONReader.read(String(contentsOf: file, encoding: .utf8))
    #expect(document["version"] == "2.1.0")
    #expect(document["runs"]?.arrayValue?.count == 1)
    let run = try #require(document["runs"]?[0])
    #expect(run["columnKind"] == "unicodeCodePoints")
    #expect(run["tool"]?["driver"]?["name"] == "soat")
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.arrayValue)
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(rule[key]?["text"]?.stringValue?.isEmpty == false)
      }
    }
    let results = try #require(run["results"]?.arrayValue)
    #expect(results.count >= 3)
    for result in results {
      let index = try #require(result["ruleIndex"]?.integerValue)
      #expect(rules[Int(index)]["id"] == result["ruleId"])
      #expect(["error", "warning", "note"].contains(result["level"]?.stringValue))
      #expect(result["suppressions"] == nil)
      let place = try #require(result["locations"]?[0]?["physicalLocation"])
      let uri = try #require(place["artifactLocation"]?["uri"]?.stringValue)
      #expect(uri.hasPrefix("B%E1%BA%A3ng%20ki%E1%BB%83m/"), "\(uri)")
      let decoded = try #require(uri.removingPercentEncoding)
      #expect(FileManager.default.fileExists(atPath: root.appending(path: decoded).path))
      let region = try #require(place["region"])
      let numbers = ["startLine", "startColumn", "endLine", "endColumn"].compactMap {
        region[$0]?.integerValue
      }
      try #require(numbers.count == 4)
      #expect(numbers.allSatisfy { $0 >= 1 })
      #expect((numbers[2], numbers[3]) >= (numbers[0], numbers[1]))
    }
  }

  @Test("A submission whose checklist has errors is not called fine")
  func unchecked() throws {
    let root = try brokenLibrary()
    defer { try? FileManager.default.removeItem(at: root) }
    let result = try Command.soat(
      ["lint", "Bảng kiểm/examples/ba-to-2024.yaml", "--lang", "en"], in: root)
    #expect(result.status == 1)
    #expect(
      result.output
        == "1 files: 0 errors, 0 warnings; 1 submissions not checked, since their checklist has errors\n"
    )
  }

  @Test("A path outside the folder is a file URI")
  func outside() throws {
    let root = try brokenLibrary()
    defer { try? FileManager.default.removeItem(at: root) }
    let result = try Command.soat(
      ["lint", root.appending(path: "Bảng kiểm").path, "--format", "sarif"])
    #expect(result.output.contains("\"file://\(root.path)/B%E1%BA%A3ng%20ki%E1%BB%83m/"))
  }

  @Test("Notes are shown on request, and are no reason to fail")
  func notes() throws {
    let quiet = try Command.soat(["lint", "Checklists", "--lang", "en"])
    #expect(quiet.output.hasSuffix(" files: 0 errors, 0 warnings\n"))
    #expect(!quiet.output.contains("note:"))
    let all = try Command.soat(["lint", "Checklists", "--lang", "en", "--notes"])
    #expect(all.status == 0)
    #expect(all.output.contains("files: 0 errors, 0 warnings, "))
    #expect(all.output.contains("[citation-recalled]"))
  }

  @Test("A code is explained in both languages; a misspelt one is answered with the nearest")
  func explain() throws {
    let one = try Command.soat(["lint", "--explain", "decimal-dot", "--lang", "en"])
    #expect(one.status == 0)
    #expect(
      one.output == """
        decimal-dot (error): A decimal dot

        Figures are written the Vietnamese way: a dot separates thousands, a comma decimals \
        (in quotes). 0.5 is not guessed to be a half.

        Wrong (in a check):
            points: 0.5

        Right:
            points: "0,5"

        """)
    let vietnamese = try Command.soat(["lint", "--explain", "decimal-dot"])
    #expect(vietnamese.output.hasPrefix("decimal-dot (lỗi): Dùng dấu chấm thập phân\n"))
    let list = try Command.soat(["lint", "--explain"])
    #expect(list.output.split(separator: "\n").count == Explanation.all.count)
    let misspelt = try Command.soat(["lint", "--explain", "unknown-nam", "--lang", "en"])
    #expect(misspelt.status == 2)
    #expect(misspelt.output == "")
    #expect(
      misspelt.errors == "there is no code \"unknown-nam\"; did you mean \"unknown-name\"?\n")
    #expect(try Command.soat(["lint"]).status == 2)
    #expect(try Command.soat(["lint", "--explain", "--format", "json"]).status == 2)
  }
}
