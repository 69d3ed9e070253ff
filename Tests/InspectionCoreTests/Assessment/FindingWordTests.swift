import CEL
import Diagnostics
import InspectionCore
import JSON
import Testing

@Suite("A finding is called by what stands behind its check")
struct FindingWordTests {
  private static let read = Sample.citation("nd-1", from: "2017-07-01")

  /// A decree of which article 1 was read, unlike the sample's own.
  private static var verified: Citation {
    var citation = read
    citation.places[0].status = .verified
    return citation
  }

  private static func assessment(
    _ check: Check, citation: Citation = verified, confirmedOn day: String? = "2025-01-15",
    asOf: String = "2025-02-01", value: Int64 = 1
  ) throws -> Assessment {
    var submission = Sample.submission(["a.n": .int(value)])
    if let day {
      submission.confirmations = [
        Confirmation(check: check.id, date: date(day), by: Sample.text("Trưởng đoàn", "Head"))
      ]
    }
    let checklist = Sample.checklist(
      [Sample.area("A", [check])], indicators: [Sample.indicator("a.n")], citations: [citation])
    return assess(
      try CompiledChecklist(checklist), submission, AssessmentContext(asOf: date(asOf)))
  }

  private static func duty(
    _ cites: [String] = ["nd-1/1"], _ checkClass: CheckClass = .duty, expr: String = "a.n == 0"
  ) -> Check {
    Sample.rule("X", expr, checkClass: checkClass, cites: cites)
  }

  @Test("The word follows from class, confirmation and verified law, in every combination")
  func words() {
    for checkClass in CheckClass.allCases {
      for isConfirmed in [false, true] {
        for isVerified in [false, true] {
          let word = FindingWord(checkClass, isConfirmed: isConfirmed, isVerified: isVerified)
          let isViolation = checkClass == .duty && isConfirmed && isVerified
          #expect((word == .violation) == isViolation)
        }
      }
    }
    let plain = CheckClass.allCases.map { FindingWord($0, isConfirmed: false, isVerified: true) }
    #expect(plain == [.shortcoming, .shortfall, .criterion, .review, .recommendation])
    #expect(
      plain.map(\.group) == [.deficiency, .deficiency, .deficiency, .review, .recommendation])
  }

  @Test("Nothing but a violation is worded as one, in either language")
  func wording() {
    for word in FindingWord.allCases {
      for text in [word.noun, word.head(.unmet), word.head(.partial)] {
        #expect(text.vi.lowercased().hasPrefix("vi phạm") == (word == .violation))
        #expect(text.en.lowercased().hasPrefix("violation") == (word == .violation))
      }
    }
  }

  @Test("A duty unmet, confirmed, with a place of law that was read, is a violation")
  func violation() throws {
    let assessment = try Self.assessment(Self.duty())
    #expect(assessment.deficiencies.map(\.word) == [.violation])
    #expect(assessment.confirmations.map(\.effect) == [.violation])
    #expect(assessment.deficiencies[0].confirmation?.by.en == "Head")
    let partial = try Self.assessment(Self.duty(expr: "a.n / 2"))
    #expect(partial.deficiencies.map(\.word) == [.violation])
  }

  @Test("Without a confirmation it is a shortcoming")
  func unconfirmed() throws {
    let assessment = try Self.assessment(Self.duty(), confirmedOn: nil)
    #expect(assessment.deficiencies.map(\.word) == [.shortcoming])
    #expect(assessment.confirmations == [])
  }

  @Test(
    "Law that is recalled, cited without its place, or not in force carries no violation",
    arguments: ["place recalled", "document recalled", "no place", "unknown place"])
  func unverified(name: String) throws {
    var citation = Self.verified
    var cites = ["nd-1/1"]
    switch name {
    case "place recalled": citation.places[0].status = .recalled
    case "document recalled": citation.status = .recalled
    case "no place": cites = ["nd-1"]
    default: cites = ["nd-1/2"]
    }
    let assessment = try Self.assessment(Self.duty(cites), citation: citation)
    #expect(assessment.deficiencies.map(\.word) == [.shortcoming])
    #expect(assessment.confirmations.map(\.effect) == [.unverified])
    #expect(assessment.deficiencies[0].confirmation == nil)
  }

  @Test("A confirmation of what was not found, is no duty or comes later changes nothing")
  func withoutEffect() throws {
    let met = try Self.assessment(Self.duty(), value: 0)
    #expect(met.deficiencies.isEmpty)
    #expect(met.confirmations.map(\.effect) == [.notFound])
    let target = try Self.assessment(Self.duty(["nd-1/1"], .target))
    #expect(target.deficiencies.map(\.word) == [.shortfall])
    #expect(target.confirmations.map(\.effect) == [.noDuty])
    let later = try Self.assessment(Self.duty(), asOf: "2025-01-14")
    #expect(later.deficiencies.map(\.word) == [.shortcoming])
    #expect(later.confirmations.map(\.effect) == [.notYet])
    let sameDay = try Self.assessment(Self.duty(), asOf: "2025-01-15")
    #expect(sameDay.deficiencies.map(\.word) == [.violation])
    for effect in ConfirmationEffect.allCases {
      #expect((effect.objection == nil) == (effect == .violation))
    }
  }

  @Test("A confirmation at a check that the checklist does not have is kept and of no effect")
  func unknownCheck() throws {
    var submission = Sample.submission(["a.n": .int(1)])
    submission.confirmations = [
      Confirmation(check: "Z", date: date("2025-01-15"), by: Sample.text("Trưởng đoàn", "Head"))
    ]
    let checklist = Sample.checklist(
      [Sample.area("A", [Self.duty()])], indicators: [Sample.indicator("a.n")],
      citations: [Self.verified])
    let assessment = assess(
      try CompiledChecklist(checklist), submission, AssessmentContext(asOf: date("2025-02-01")))
    #expect(assessment.confirmations.map(\.effect) == [.notFound])
    #expect(assessment.deficiencies.map(\.word) == [.shortcoming])
  }

  @Test("Nothing scored is changed by a confirmation")
  func score() throws {
    let plain = try Self.assessment(Self.duty(), confirmedOn: nil)
    #expect(try Self.assessment(Self.duty()).score == plain.score)
  }

  @Test("The document names the word, and the public does not read who confirmed it")
  func document() throws {
    let assessment = try Self.assessment(Self.duty())
    let checklist = Sample.checklist(
      [Sample.area("A", [Self.duty()])], indicators: [Sample.indicator("a.n")],
      citations: [Self.verified])
    func json(_ audience: Audience) -> JSONValue {
      AssessmentDocument(
        assessment, checklist: checklist, digest: "", audience: audience, language: .en
      ).json
    }
    let found = json(.team)["deficiencies"]?[0]
    #expect(found?["finding"]?.stringValue == "violation")
    #expect(found?["findingTitle"]?.stringValue == "Violation")
    #expect(found?["confirmedOn"]?.stringValue == "2025-01-15")
    #expect(json(.team)["confirmations"]?[0]?["by"]?.stringValue == "Head")
    #expect(json(.everyone)["confirmations"]?[0]?["by"]?.isNull == true)
  }
}
