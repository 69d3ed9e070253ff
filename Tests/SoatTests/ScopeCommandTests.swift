import Foundation
import JSON
import TestSupport
import Testing

@Suite("soat score confined to a theme, to some checks, or to verdicts")
struct ScopeCommandTests {
  private func document(_ arguments: String...) throws -> JSONValue {
    let result = try Command.soat(
      scoreArguments(["ba-to-2024"], "--lang", "en", "--format", "json") + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONReader.read(result.output)
  }

  @Test("Areas and checks are picked by id, and the result says so")
  func only() throws {
    let whole = try document()
    let part = try document("--only", "staffing", "BC-02")
    #expect(part["areas"]?.arrayValue?.compactMap { $0["id"]?.stringValue }.count == 2)
    #expect(part["scope"]?["title"]?.stringValue == "staffing, BC-02")
    #expect(part["score"]?["grade"] == .null)
    #expect(part["score"]?["withheld"]?.stringValue?.contains("in scope") == true)
    let staffing = { (document: JSONValue) in
      document["areas"]?.arrayValue?.first { $0["id"]?.stringValue == "staffing" }
    }
    #expect(staffing(part) == staffing(whole))
    let text = try Command.soat(scoreArguments(["ba-to-2024"], "--only", "staffing"))
    #expect(text.output.contains("không so sánh với điểm của cả bảng kiểm"))
  }

  @Test("A theme of the pack gives the score of its areas")
  func theme() throws {
    let part = try document("--theme", "cases")
    let areas = part["areas"]?.arrayValue?.compactMap { $0["id"]?.stringValue }
    #expect(areas == ["case-handling"])
    #expect(part["scope"]?["theme"]?.stringValue == "cases")
  }

  @Test("A theme or a check that no checklist has is wrong use and says what there is")
  func unknown() throws {
    for arguments in [["--theme", "nothing"], ["--only", "XX-99"]] {
      let result = try Command.soat(scoreArguments(["ba-to-2024"]) + arguments)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains(arguments[1]), "\(result.errors)")
    }
    let both = try Command.soat(
      scoreArguments(["ba-to-2024"], "--theme", "a", "--only", "staffing"))
    #expect(both.status == 2)
  }

  @Test(
    "A submission whose checklist lacks what is in scope is told of; the others are scored",
    arguments: ["text", "csv"])
  func mixed(format: String) throws {
    let result = try Command.soat(
      scoreArguments(
        ["ba-to-2024", "dai-dong-2024"], "--only", "BC-20", "--format", format, "--lang", "en"))
    #expect(result.status == 1)
    #expect(result.output.contains("Ba Tơ") && !result.output.contains("Đại Đồng"))
    #expect(result.errors.contains("child-protection-commune@"), "\(result.errors)")
  }

  @Test("Without points there is neither a figure of points nor a grade")
  func verdicts() throws {
    let document = try document("--no-points")
    #expect(document["score"] == .null)
    let text = try Command.soat(
      scoreArguments(["ba-to-2024"], "--no-points", "--lang", "en"))
    #expect(text.output.contains("Verdicts: "))
    for word in ["Points:", "Grade:", "Verified:"] {
      #expect(!text.output.contains(word))
    }
  }
}
