import CEL
import Diagnostics
@testable import InspectionCore
import JSON
import Testing

@Suite struct DisclosureTests {
  private static let indicators = [
    Sample.indicator("cases.a", counts: .cases), Sample.indicator("cases.b", counts: .cases),
    Sample.indicator("cases.c", counts: .cases), Sample.indicator("cases.total", counts: .cases),
    Sample.indicator("children.n", counts: .children), Sample.indicator("staff.n"),
    Sample.indicator("classes.n"),
    Sample.indicator("plan.document", .document),
  ]

  private func disclosure(
    _ checks: [Check], _ answers: [String: Answer], _ audience: Audience = .everyone
  ) throws -> Disclosure {
    let checklist = Sample.checklist([Sample.area("A", checks)], indicators: Self.indicators)
    return Disclosure(
      try Sample.assessment(checklist, answers), checklist: checklist, for: audience)
  }

  private func document(
    _ checks: [Check], _ answers: [String: Answer], _ audience: Audience = .everyone,
    _ language: Language = .en, requests: [TeamRequest] = []
  ) throws -> JSONValue {
    let checklist = Sample.checklist([Sample.area("A", checks)], indicators: Self.indicators)
    let assessment = try Sample.assessment(checklist, answers, requests: requests)
    return AssessmentDocument(
      assessment, checklist: checklist, digest: "d", audience: audience, language: language
    ).json
  }

  private func sum(_ id: String, _ parts: [String], _ total: String, _ relation: String = "equal")
    -> Check
  {
    Sample.check(
      id, "sum",
      [
        "parts": .list(parts.map { .expression($0) }), "total": .expression(total),
        "relation": .name(relation),
      ])
  }

  @Test("The public does not see counts of children or cases from 1 to 4, and sees all others")
  func range() throws {
    for value: Int64 in 0...6 {
      let answers: [String: Answer] = [
        "cases.a": .int(value), "children.n": .int(value), "staff.n": .int(value),
        "classes.n": .int(value),
      ]
      let masked = try disclosure([], answers).masked
      #expect(masked == ((1...4).contains(value) ? ["cases.a", "children.n"] : []), "\(value)")
      #expect(try disclosure([], answers, .unit).masked.isEmpty)
      #expect(try disclosure([], answers, .team).masked.isEmpty)
    }
  }

  @Test("A bound is masked as the count it states, whether or not the statement was kept")
  func bounds() throws {
    for qualifier in Qualifier.allCases {
      var answer = Answer.known(2, qualifier, "cases.a")
      #expect(try disclosure([], ["cases.a": answer]).masked == ["cases.a"], "\(qualifier)")
      answer.stated = nil
      let hides = qualifier != .about
      #expect(
        try disclosure([], ["cases.a": answer]).masked == (hides ? ["cases.a"] : []),
        "\(qualifier)")
      answer.stated = Rational(7)
      #expect(
        try disclosure([], ["cases.a": answer]).masked == (hides ? ["cases.a"] : []),
        "\(qualifier)")
    }
    #expect(try disclosure([], ["cases.a": .known(5, .under, "cases.a")]).masked.isEmpty)
    #expect(try disclosure([], ["cases.a": .known(500, .over, "cases.a")]).masked.isEmpty)
  }

  @Test(
    "A small count shows a range where no check reads it beside another, and a mask where one does")
  func masks() throws {
    let check = sum("X", ["cases.a", "cases.b"], "cases.total")
    let alone = Sample.rule("Y", "children.n > 0")
    let answers: [String: Answer] = [
      "cases.a": .int(2), "cases.b": .int(17), "cases.total": .int(19), "children.n": .int(3),
    ]
    for (language, mask) in [(Language.en, "[masked]"), (.vi, "[đã che]")] {
      let json = try document([check, alone], answers, .everyone, language)
      let shown = json["areas"]?[0]?["checks"]?[0]
      let must = language == .en ? "must be" : "phải bằng"
      #expect(
        shown?["reason"] == .string("\(mask) + \(mask) = \(mask), \(must) \(mask)"))
      let masks = [JSONValue](repeating: .string(mask), count: 3)
      #expect(shown?["inputs"]?.arrayValue?.map { $0["text"] } == masks)
      #expect(shown?["inputs"]?.arrayValue?.map { $0["value"] } == masks)
      #expect(shown?["inputs"]?.arrayValue?.map { $0["masked"] } == [true, true, true])
      let lone = json["areas"]?[0]?["checks"]?[1]?["inputs"]?[0]
      #expect(lone?["value"] == "[1–4]" && lone?["text"] == "[1–4]" && lone?["masked"] == true)
    }
  }

  @Test("With a small count every count is masked that a check reads beside it, but not a zero")
  func together() throws {
    let answers: [String: Answer] = [
      "cases.a": .int(2), "cases.b": .int(10), "cases.c": .int(30), "cases.total": .int(42),
      "staff.n": .int(2),
    ]
    let all: Set<String> = ["cases.a", "cases.b", "cases.c", "cases.total"]
    let parts = ["cases.a", "cases.b", "cases.c"]
    let two: [String: ParameterValue] = [
      "of": .expression("cases.a"), "to": .expression("cases.total"),
      "when_zero": .name("not_applicable"),
    ]
    let pair: Set<String> = ["cases.a", "cases.total"]
    let cases: [(check: Check, masked: Set<String>)] = [
      (sum("X", parts, "cases.total"), all),
      (Sample.rule("X", "cases.total == cases.a + cases.b + cases.c + staff.n"), all),
      (Sample.check("X", "coverage", two), pair),
      (Sample.check("X", "ratio", two.merging(["below": .number(.one, .percent)]) { $1 }), pair),
      (
        Sample.check(
          "X", "threshold",
          ["value": .expression("cases.a"), "below": .expression("2 * cases.total")]), pair
      ),
      (Sample.rule("X", "cases.total > 5", when: "cases.a > 0"), pair),
      (
        Sample.check(
          "X", "supplied", ["figures": .list([.name("cases.a"), .name("cases.total")])]),
        ["cases.a"]
      ),
    ]
    for (check, masked) in cases {
      #expect(try disclosure([check], answers).masked == masked, "\(check.kind)")
    }
    var zero = answers
    zero["cases.b"] = .int(0)
    #expect(
      try disclosure([sum("X", parts, "cases.total")], zero).masked
        == ["cases.a", "cases.c", "cases.total"])
    zero["cases.b"] = .missing
    #expect(
      try disclosure([sum("X", parts, "cases.total")], zero).masked
        == ["cases.a", "cases.c", "cases.total"])
  }

  @Test("What is masked beside a small count has others masked beside it, in whatever order")
  func chain() throws {
    let checks = [
      sum("Y", ["cases.b", "cases.c"], "children.n"),
      sum("X", ["cases.a", "cases.b"], "cases.total"),
    ]
    let answers: [String: Answer] = [
      "cases.a": .int(2), "cases.b": .int(10), "cases.total": .int(12), "cases.c": .int(30),
      "children.n": .int(40),
    ]
    let all = Set(answers.keys)
    #expect(try disclosure(checks, answers).masked == all)
    #expect(try disclosure(checks.reversed(), answers).masked == all)
    // Through a zero nothing is connected, since it is shown.
    var apart = answers
    apart["cases.b"] = .int(0)
    #expect(try disclosure(checks, apart).masked == ["cases.a", "cases.total"])
  }

  @Test("Points that are a share of a masked count are hidden, and so is every total of them")
  func partialCredit() throws {
    let coverage = Sample.check(
      "X", "coverage",
      [
        "of": .expression("cases.a"), "to": .expression("cases.b"),
        "when_zero": .name("not_applicable"),
      ], partial: .linear)
    let answers: [String: Answer] = ["cases.a": .int(3), "cases.b": .int(8), "staff.n": .int(1)]
    let json = try document([coverage, Sample.rule("Y", "staff.n == 1")], answers)
    let check = json["areas"]?[0]?["checks"]?[0]
    #expect(check?["verdict"] == "partial")
    #expect(check?["points"] == .null)
    #expect(check?["of"] == "10")
    #expect(check?["derivation"]?["credit"] == .null)
    #expect(json["areas"]?[0]?["points"] == .null)
    #expect(json["areas"]?[0]?["percent"] == .null)
    #expect(json["score"]?["points"] == .null)
    #expect(json["score"]?["percent"] == .null)
    #expect(json["areas"]?[0]?["checks"]?[1]?["points"] == "10")
    for audience in [Audience.team, .unit] {
      let open = try document([coverage, Sample.rule("Y", "staff.n == 1")], answers, audience)
      #expect(open["areas"]?[0]?["checks"]?[0]?["points"] == "3.75")
      #expect(open["score"]?["percent"] == "68.75")
    }
  }

  @Test("How many figures are supplied tells nothing of them, so those points stay")
  func suppliedPoints() throws {
    let supplied = Sample.check(
      "X", "supplied", ["figures": .list([.name("cases.a"), .name("cases.b")])], partial: .linear)
    let json = try document([supplied], ["cases.a": .int(3)])
    #expect(json["areas"]?[0]?["checks"]?[0]?["points"] == "5")
    #expect(json["score"]?["percent"] == "50")
  }

  @Test(
    "A computed figure is masked whatever its size, since the mask itself would tell",
    arguments: [1, 2, 3, 4] as [Int64])
  func computed(value: Int64) throws {
    let times = Sample.check(
      "X", "threshold",
      ["value": .expression("4 * cases.a"), "at_least": .expression("100 * cases.a")])
    let graded = Sample.rule("Y", "cases.a / 5")
    let ratio = Sample.check(
      "Z", "ratio",
      [
        "of": .expression("cases.a"), "to": .number(Rational(2), .plain),
        "at_least": .number(Rational(50), .percent), "when_zero": .name("unmet"),
      ])
    let json = try document([times, graded, ratio], ["cases.a": .int(value)])
    let reasons = json["areas"]?[0]?["checks"]?.arrayValue?.map { $0["reason"] }
    #expect(
      reasons == [
        "[masked]", "The rule gives [masked] of the points", "[masked]",
      ])
  }

  @Test("No masked number appears anywhere in the public document of a crafted case")
  func wholeText() throws {
    // Decimals of 1 to 4 that can be told apart from every other number of the document.
    let small = Rational(decimal: "3.14159")!
    let guarding = Rational(8_765_432)
    let indicators = [
      Sample.indicator("cases.a", .decimal, counts: .cases),
      Sample.indicator("cases.b", .decimal, counts: .cases),
      Sample.indicator("cases.total", .decimal, counts: .cases),
      Sample.indicator("children.n", .decimal, counts: .children),
      Sample.indicator("staff.n"),
    ]
    let checks = [
      Sample.check(
        "A1", "coverage",
        [
          "of": .expression("cases.a"), "to": .expression("staff.n"),
          "when_zero": .name("unmet"),
        ], partial: .linear, remedy: Remedy(within: .workingDays(5))),
      Sample.check(
        "A2", "ratio",
        [
          "of": .expression("cases.a"), "to": .expression("staff.n"),
          "at_least": .number(Rational(1), .percent), "when_zero": .name("unmet"),
        ], partial: .linear, remedy: Remedy(within: .workingDays(5))),
      Sample.check(
        "A3", "threshold",
        ["value": .expression("cases.a"), "at_least": .expression("cases.a + staff.n")],
        partial: .linear),
      Sample.check(
        "A4", "sum",
        [
          "parts": .list([.expression("cases.a"), .expression("cases.b")]),
          "total": .expression("cases.total"),
        ], severity: .critical),
      Sample.rule("A5", "cases.a > 100"), Sample.rule("A6", "cases.a / 1000", severity: .high),
      Sample.rule("A7", "cases.a + children.n > 0", when: "cases.a > 0"),
      Sample.check(
        "A8", "supplied", ["figures": .list([.name("cases.a"), .name("children.n")])],
        partial: .linear),
    ]
    let remark = LocalizedText(vi: "còn 3.14159 và 3,14159 cháu", en: "3.14159 children remain")
    let answers: [String: Answer] = [
      "cases.a": Answer(.number(.exact(small)), stated: small),
      "cases.b": Answer(.number(.exact(guarding)), stated: guarding),
      "cases.total": Answer(.number(.exact(try guarding.adding(small)))),
      "children.n": Answer(.missing(remark)), "staff.n": .int(17),
    ]
    let checklist = Sample.checklist(
      [Sample.area("A", weight: 100, checks)], indicators: indicators,
      scoring: ScoringRules(
        bands: [Band(id: "all", title: LocalizedText(same: "all"), from: Rational(0))]))
    let assessment = try Sample.assessment(checklist, answers)
    #expect(assessment.areas[0].checks.map(\.verdict).contains(.partial))
    let telling = ["3.14159", "3,14159", "314159", "8765432", "8.765.432", "8,765,432", "876543"]
    for language in Language.allCases {
      func text(_ audience: Audience) -> String {
        let document = AssessmentDocument(
          assessment, checklist: checklist, digest: "d", audience: audience, language: language)
        return String(decoding: JSONWriter.pretty(document.json), as: UTF8.self)
      }
      let publicText = text(.everyone)
      for number in telling { #expect(!publicText.contains(number), "\(number)") }
      // Shares of it: 3.14159/17, its percentage, the points of each check.
      for result in assessment.areas[0].checks where result.verdict == .partial {
        guard result.check.kind != "supplied" else { continue }
        #expect(!publicText.contains(result.credit.description))
        #expect(
          !publicText.contains(
            Rational(millionths: result.points.earned).decimalText(maximumDigits: 2)))
        #expect(!publicText.contains(result.credit.percentText(maximumDigits: 2)))
      }
      for audience in [Audience.team, .unit] {
        #expect(text(audience).contains(language == .vi ? "3,14159" : "3.14159"))
        #expect(text(audience).contains("314159/100000"))
      }
    }
  }

  @Test("What a unit says of a figure it does not give is for the team and the unit only")
  func remarks() throws {
    let remark = Answer(.missing(LocalizedText(vi: "mới có 2 cháu", en: "only 2 children yet")))
    let check = Sample.rule("X", "children.n > 0 && staff.n > 0")
    let answers = ["children.n": remark, "staff.n": remark]
    let open = try document([check], answers)["areas"]?[0]?["checks"]?[0]
    #expect(open?["reason"] == "Missing: children.n; staff.n")
    #expect(open?["inputs"]?[0]?["text"] == "no figure")
    #expect(open?["inputs"]?[1]?["text"] == "no figure")
    let team = try document([check], answers, .team)["areas"]?[0]?["checks"]?[0]
    #expect(
      team?["reason"]
        == "Missing: children.n (only 2 children yet); staff.n (only 2 children yet)")
    #expect(team?["inputs"]?[0]?["text"] == "no figure (only 2 children yet)")
  }

  @Test("A limit of the author's near a small count does not tell the count")
  func limits() throws {
    let check = Sample.check(
      "X", "threshold",
      ["value": .expression("cases.a"), "at_least": .number(Rational(4), .plain)])
    for audience in [Audience.team, .everyone] {
      let json = try document([check], ["cases.a": .int(4)], audience)
      #expect(
        json["areas"]?[0]?["checks"]?[0]?["reason"]
          == (audience == .team ? "4, needs at least 4" : "[masked]"))
    }
  }

  @Test("Free text of a unit is for the team and the unit: places, documents, words")
  func freeText() throws {
    let check = Sample.check("X", "presence", ["of": .list([.name("plan.document")])])
    let answer = Answer(.text("cháu A, 12 tuổi"), source: "d", place: "em B, thôn 3")
    for audience in [Audience.team, .unit, .everyone] {
      let json = try document([check], ["plan.document": answer], audience)
      let text = json.description
      for words in ["cháu A", "em B"] {
        #expect(text.contains(words) == (audience != .everyone), "\(words) \(audience)")
      }
      #expect(
        json["areas"]?[0]?["checks"]?[0]?["verdict"] == "met", "the verdict itself is for all")
    }
  }
}
