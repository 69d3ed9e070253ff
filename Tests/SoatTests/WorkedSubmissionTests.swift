import Foundation
import JSON
import TestSupport
import Testing

@Suite("The worked submissions give what their documents say")
struct WorkedSubmissionTests {
  @Test("Whole outputs stay as recorded", arguments: workedSubmissions, ["vi", "en"])
  func goldens(id: String, language: String) throws {
    let text = try Command.soat(scoreArguments([id], "--lang", language))
    #expect(text.status == 0)
    #expect(text.errors == "")
    try expectSnapshot(text.output, at: "Tests/SoatTests/Golden/\(id).\(language).txt")
    let json = try Command.soat(scoreArguments([id], "--lang", language, "--format", "json"))
    #expect(json.status == 0)
    try expectSnapshot(json.output, at: "Tests/SoatTests/Golden/\(id).\(language).json")
  }

  @Test("The public reads a version of its own", arguments: ["dai-dong-2024", "ba-to-2024"])
  func publicGoldens(id: String) throws {
    let text = try Command.soat(scoreArguments([id], "--audience", "public"))
    try expectSnapshot(text.output, at: "Tests/SoatTests/Golden/\(id).public.txt")
  }

  @Test("Several units are scored with the scoreboard first")
  func scoreboard() throws {
    let result = try Command.soat(scoreArguments(workedSubmissions))
    #expect(result.status == 0)
    let board = result.output.components(separatedBy: "\n\n")[0] + "\n"
    try expectSnapshot(board, at: "Tests/SoatTests/Golden/scoreboard.txt")
  }

  @Test("Khoái Châu: no dedicated officer, sums that agree, a fund known only as over 500 million")
  func khoaiChau() throws {
    let score = try Scored("khoai-chau-2019")
    #expect(score.verdict("NS-03") == "unmet")
    #expect(score.reason("NS-03").hasPrefix("0 of 27 (0%)"))
    #expect(score.verdict("NS-04") == "met")
    #expect(score.verdict("NS-05") == "met")
    #expect(score.verdict("KP-07") == "unmet")
    #expect(score.reason("KP-07").contains("over 500,000,000"))
  }

  @Test("Ba Tơ: 19 of 19 boards; a mixed class decides neither training check")
  func baTo() throws {
    let score = try Scored("ba-to-2024")
    #expect(score.verdict("NS-08") == "met")
    #expect(score.reason("NS-08") == "19 of 19")
    #expect(score.verdict("DT-01") == "unanswered")
    #expect(score.verdict("DT-02") == "unanswered")
    #expect(score.verdict("VC-04") == "unanswered")
    #expect(score.dataRequests.contains("VC-04"))
  }

  @Test("Thạch Thất: 416 covers 393 and 11; figures asked for before 10/11/2024; no grade")
  func thachThat() throws {
    let score = try Scored("thach-that-2024")
    #expect(score.verdict("VV-16") == "met")
    #expect(score.reason("VV-16") == "393 + 11 = 404, must be at most 416")
    let request = try #require(score.deficiency("BC-02"))
    #expect(request["due"]?.stringValue == "2024-11-09")
    #expect(request["sendBy"]?.stringValue == "2024-11-08")
    #expect(score.document["score"]?["grade"]?.isNull == true)
    for area in ["staffing", "budget", "training"] {
      let verdicts = score.verdicts(in: area)
      #expect(verdicts.filter { $0 == "unanswered" }.count * 2 > verdicts.count, "\(area)")
    }
  }

  @Test("Nobody is asked for what the team did not ask for, and no officer is inferred")
  func nothingInferred() throws {
    for id in ["khoai-chau-2019", "ba-to-2024"] {
      #expect(try Scored(id).verdict("BC-02") == "unanswered")
    }
    #expect(try Scored("dai-dong-2024").verdict("NS-01") == "unanswered")
  }

  @Test("A figure known roughly is shown as it was stated")
  func stated() throws {
    let score = try Scored("ba-to-2024")
    #expect(score.reason("DT-09").contains("about 520"))
    #expect(!score.reason("DT-09").contains("at least 0"))
  }

  @Test("Law that was not in force in the period is said to inform only")
  func force() throws {
    let citations = try #require(try Scored("khoai-chau-2019").check("NS-03")?["citations"])
    #expect(citations[0]?["inForce"]?.boolValue == false)
    #expect(citations[0]?["text"]?.stringValue?.contains("not in force") == true)
  }

  @Test("Sơn Long: a plan without deadlines, budget, measures or a schedule of reports")
  func sonLong() throws {
    let score = try Scored("son-long-2024")
    #expect(score.verdict("BC-08") == "unmet")
  }

  @Test(
    "Đại Đồng: one case and one child are masked for the public; one class and two officers are not"
  )
  func masking() throws {
    let team = try Scored("dai-dong-2024")
    let everyone = try Scored("dai-dong-2024", audience: "public")
    for indicator in ["cases.school_violence_previous", "children.abandoned"] {
      #expect(team.inputs(indicator).allSatisfy { $0["value"]?.stringValue == "1" })
      #expect(!everyone.inputs(indicator).isEmpty)
      for input in everyone.inputs(indicator) {
        #expect(input["masked"]?.boolValue == true)
        #expect(input["value"]?.stringValue == "[1–4]")
        #expect(input["text"]?.stringValue == "[1–4]")
      }
    }
    let baTo = try Scored("ba-to-2024", audience: "public")
    for (indicator, value) in [("training.classes", "1"), ("staff.district_officers", "2")] {
      #expect(!baTo.inputs(indicator).isEmpty, "\(indicator)")
      for input in baTo.inputs(indicator) {
        #expect(input["value"]?.stringValue == value)
        #expect(input["masked"]?.boolValue == false)
      }
    }
  }

  @Test("Every output follows its schema")
  func schema() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var files: [String] = []
    for audience in ["team", "unit", "public"] {
      let one = scratch.appending(path: "\(audience).json").path
      let many = scratch.appending(path: "\(audience)-all.json").path
      let single = try Command.soat(
        scoreArguments(
          ["dai-dong-2024"], "--format", "json", "--audience", audience, "--output", one))
      #expect(single.status == 0)
      #expect(single.output == "")
      let all = try Command.soat(
        scoreArguments(
          workedSubmissions, "--format", "json", "--audience", audience, "--output", many))
      #expect(all.status == 0)
      files += [one, many]
    }
    let validated = try Command.run(
      URL(filePath: "/usr/bin/python3"),
      ["Scripts/validate-json", "Documentation/score.schema.json"] + files)
    #expect(validated.status == 0, "\(validated.output)\(validated.errors)")
    // The validator itself can fail: a document with a wrong verdict is refused.
    let broken = scratch.appending(path: "broken.json")
    let text = try String(contentsOf: URL(filePath: files[0]), encoding: .utf8)
    try Data(text.replacing("\"unanswered\"", with: "\"unknown\"").utf8).write(to: broken)
    let refused = try Command.run(
      URL(filePath: "/usr/bin/python3"),
      ["Scripts/validate-json", "Documentation/score.schema.json", broken.path])
    #expect(refused.status == 1, "\(refused.output)\(refused.errors)")
  }
}

/// One submission scored to JSON, with ways into the document.
struct Scored {
  let document: JSONValue

  init(_ id: String, audience: String = "team") throws {
    let result = try Command.soat(
      scoreArguments([id], "--format", "json", "--lang", "en", "--audience", audience))
    #expect(result.status == 0, "\(result.errors)")
    document = try JSONReader.read(result.output)
  }

  var checks: [JSONValue] {
    (document["areas"]?.arrayValue ?? []).flatMap { $0["checks"]?.arrayValue ?? [] }
  }

  func check(_ id: String) -> JSONValue? { checks.first { $0["id"]?.stringValue == id } }

  func verdict(_ id: String) -> String? { check(id)?["verdict"]?.stringValue }

  func reason(_ id: String) -> String { check(id)?["reason"]?.stringValue ?? "" }

  func verdicts(in area: String) -> [String] {
    let found = document["areas"]?.arrayValue?.first { $0["id"]?.stringValue == area }
    return (found?["checks"]?.arrayValue ?? []).compactMap { $0["verdict"]?.stringValue }
  }

  func inputs(_ indicator: String) -> [JSONValue] {
    checks.flatMap { $0["inputs"]?.arrayValue ?? [] }
      .filter { $0["indicator"]?.stringValue == indicator }
  }

  func deficiency(_ check: String) -> JSONValue? {
    document["deficiencies"]?.arrayValue?.first { $0["check"]?.stringValue == check }
  }

  var dataRequests: [String] {
    (document["dataRequests"]?.arrayValue ?? []).compactMap { $0["check"]?.stringValue }
  }
}
