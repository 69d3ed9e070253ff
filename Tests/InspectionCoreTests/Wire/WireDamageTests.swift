import CEL
import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite struct WireDamageTests {
  private static let checklist = WireCase.checklist.json
  private static let submission = WireCase.submission.json

  private func errorInChecklist(_ path: [JSONStep], _ value: JSONValue?) -> WireError? {
    do throws(WireError) {
      _ = try Checklist(json: Self.checklist.replacing(path, with: value))
      return nil
    } catch {
      return error
    }
  }

  private func errorInSubmission(_ path: [JSONStep], _ value: JSONValue?) -> WireError? {
    do throws(WireError) {
      _ = try Submission(json: Self.submission.replacing(path, with: value))
      return nil
    } catch {
      return error
    }
  }

  @Test("A frozen checklist that is damaged says where and what is wrong")
  func checklistDamage() {
    let check: [JSONStep] = ["areas", 0, "checks", 1]
    let cases: [(path: [JSONStep], value: JSONValue?, at: String, en: String)] = [
      (["soatChecklist"], "2", "soatChecklist", "this version is not known"),
      (["areas"], nil, "", "\"areas\" is missing"),
      (["areas"], "x", "areas", "this must be a list"),
      (["indicators"], nil, "", "\"indicators\" is missing"),
      (["areas", 0, "checks"], nil, "areas[0]", "\"checks\" is missing"),
      (check + ["id"], nil, "areas[0].checks[1]", "\"id\" is missing"),
      (check + ["points"], 3, "areas[0].checks[1].points", "this must be a text"),
      (
        check + ["points"], "0.0000001", "areas[0].checks[1].points",
        "this must be such as \"12.5\""
      ),
      (check + ["points"], "1e30", "areas[0].checks[1].points", "this must be such as \"12.5\""),
      (check + ["class"], "dutty", "areas[0].checks[1].class", "there is no choice \"dutty\""),
      (
        check + ["within"], "soon", "areas[0].checks[1].within",
        "this must be such as \"15 working days\""
      ),
      (check + ["cites"], nil, "areas[0].checks[1]", "\"cites\" is missing"),
      (
        check + ["effectiveFrom"], "2024-02-30", "areas[0].checks[1].effectiveFrom",
        "this must be such as \"2024-11-10\""
      ),
      (check + ["with"], [], "areas[0].checks[1].with", "this must be an object"),
      (check + ["with", "of"], [:], "areas[0].checks[1].with.of", "\"list\" is missing"),
      (
        check + ["with", "of"], ["list": [["name": 1]]], "areas[0].checks[1].with.of.list[0].name",
        "this must be a text"
      ),
      (
        check + ["with", "of"], ["number": "1/0", "style": "plain"],
        "areas[0].checks[1].with.of.number", "this must be such as \"19/20\""
      ),
      (check + ["title"], "one language", "areas[0].checks[1].title", "\"vi\" is missing"),
      (
        ["scoring", "bands", 0, "from"], "90%", "scoring.bands[0].from",
        "this must be such as \"19/20\""
      ),
      (["scoring", "gates"], nil, "scoring", "\"gates\" is missing"),
      (
        ["calendar", "verified", "to"], "1999-01-01", "calendar.verified",
        "this must be \"from\" not after \"to\""
      ),
      (
        ["calendar", "off", 0, "confirmed"], "yes", "calendar.off[0].confirmed",
        "this must be true or false"
      ),
      (["citations", 0, "date"], .null, "citations[0]", "\"date\" is missing"),
    ]
    for damage in cases {
      let error = errorInChecklist(damage.path, damage.value)
      #expect(error?.path == damage.at, "\(damage.path)")
      #expect(error?.message.en == damage.en, "\(damage.path)")
      #expect(error?.message.vi.isEmpty == false && error?.message.vi != error?.message.en)
    }
  }

  @Test("A submission that is damaged says where and what is wrong")
  func submissionDamage() {
    let answer: [JSONStep] = ["answers", "cases.a"]
    let cases: [(path: [JSONStep], value: JSONValue?, at: String, en: String)] = [
      (["unit", "code"], nil, "unit", "\"code\" is missing"),
      (["answers"], nil, "", "\"answers\" is missing"),
      (["answers"], [], "answers", "this must be an object"),
      (["requests"], nil, "", "\"requests\" is missing"),
      (answer, [:], "answers.cases.a", "\"number\" is missing"),
      (answer, 3, "answers.cases.a", "\"number\" is missing"),
      (
        answer + ["qualifier"], "roughly", "answers.cases.a.qualifier",
        "there is no choice \"roughly\""
      ),
      (
        answer + ["number", "lower", "value"], "x", "answers.cases.a.number.lower.value",
        "this must be such as \"19/20\""
      ),
      (
        answer + ["number", "lower", "closed"], nil, "answers.cases.a.number.lower",
        "\"closed\" is missing"
      ),
      (
        answer + ["number", "lower", "value"], "9", "answers.cases.a.number",
        "the bounds of the number contradict each other and leave no value"
      ),
      (answer + ["basis"], "hearsay", "answers.cases.a.basis", "there is no choice \"hearsay\""),
      (["period", "from"], "2030-01-01", "period", "this must be \"from\" not after \"to\""),
      (["requests", 0, "asked"], 5, "requests[0].asked", "this must be a text"),
    ]
    for damage in cases {
      let error = errorInSubmission(damage.path, damage.value)
      #expect(error?.path == damage.at, "\(damage.path)")
      #expect(error?.message.en == damage.en, "\(damage.path)")
    }
  }

  @Test("Everything a frozen checklist writes without condition must be there to be read")
  func nothingDropped() {
    for path in Self.checklist.paths() {
      guard case .key(let name)? = path.last else { continue }
      let optional = [
        "weight", "within", "remedy", "when", "guidance", "effectiveFrom", "effectiveTo", "unit",
        "counts", "supplier", "code", "inForceTo", "note", "appliesFrom", "appliesTo",
      ]
      let isParameter = path.dropLast().last == .key("with")
      let isBound = path.first == .key("indicators") && (name == "from" || name == "to")
      guard !optional.contains(name), !isParameter, !isBound else { continue }
      #expect(errorInChecklist(path, nil) != nil, "\(path)")
    }
  }

  @Test(
    "Damaged checklists and submissions are refused or assessed, and never crash",
    arguments: [1, 2, 3, 4] as [UInt64])
  func fuzz(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let odd: [JSONValue] = [
      .null, true, 0, -1, 1e300, "", "0", "-1", "1/0", "9223372036854775807",
      "-9223372036854775808", "1/9223372036854775807", "0.000001", "9223372036854.775807",
      "9999-12-31", "0001-01-01", "10000 days", "before 0001-01-01", "at least", "average",
      "partial", "linear", "full", "rule", "sum", "presence", "threshold", "cases.a", "staff.n",
      "a.yes", "cases.a / cases.b", "[][0]", "cases.a +", [], [:], [[]], ["vi": "a", "en": "b"],
      ["name": "cases.a"], ["expression": "cases.a * cases.b"], ["list": []],
      ["number": "9223372036854775807", "style": "percent"],
      ["lower": ["value": "-5", "closed": false]],
    ]
    let checklistPaths = Self.checklist.paths()
    let submissionPaths = Self.submission.paths()
    var refused = 0
    var uncompiled = 0
    var assessed = 0
    for _ in 0..<800 {
      var checklist = Self.checklist
      var submission = Self.submission
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        if Bool.random(using: &generator) {
          checklist = damaged(checklist, checklistPaths, odd, &generator)
        } else {
          submission = damaged(submission, submissionPaths, odd, &generator)
        }
      }
      do throws(WireError) {
        let read = try Checklist(json: checklist)
        let answers = try Submission(json: submission)
        do throws(ChecklistCompilationError) {
          let compiled = try CompiledChecklist(read)
          let result = assess(compiled, answers, AssessmentContext(asOf: Sample.asOf))
          for audience in Audience.allCases {
            let document = AssessmentDocument(
              result, checklist: read, digest: "d", audience: audience, language: .vi)
            #expect(!JSONWriter.canonical(document.json).isEmpty)
          }
          #expect(result.areas.map(\.checks.count) == read.areas.map(\.checks.count))
          #expect(result.areas.allSatisfy { 0 <= $0.points && $0.points <= $0.of })
          assessed += 1
        } catch {
          #expect(!error.problems.isEmpty)
          uncompiled += 1
        }
      } catch {
        #expect(!error.message.vi.isEmpty)
        refused += 1
      }
    }
    let counts = "\(refused) refused, \(uncompiled) not compiled, \(assessed) assessed"
    #expect(refused > 100, "\(counts)")
    #expect(uncompiled > 10, "\(counts)")
    #expect(assessed > 200, "\(counts)")
  }

  /// Replaces one value by an odd one, or by one that stands elsewhere under the same name, which
  /// is more often still readable.
  private func damaged(
    _ document: JSONValue, _ paths: [[JSONStep]], _ odd: [JSONValue],
    _ generator: inout SeededGenerator
  ) -> JSONValue {
    let path = paths.randomElement(using: &generator)!
    if Int.random(in: 0..<10, using: &generator) == 0 { return document.replacing(path, with: nil) }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      return document.replacing(path, with: odd.randomElement(using: &generator)!)
    }
    let alike = paths.filter { $0.last == path.last }.randomElement(using: &generator)!
    return document.replacing(path, with: document.value(at: alike) ?? .null)
  }
}
