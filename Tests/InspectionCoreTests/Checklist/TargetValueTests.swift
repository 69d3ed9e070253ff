import CEL
import Diagnostics
import InspectionCore
import Testing

@Suite("A target holds for its years and its class of unit")
struct TargetValueTests {
  private static let target = Target(
    id: "can_swim", title: LocalizedText(same: "Swimming"),
    values: [
      TargetValue(percent(50), .percent, to: date("2025-12-31")),
      TargetValue(percent(60), .percent, from: date("2026-01-01"), to: date("2030-12-31")),
      TargetValue(percent(40), .percent, to: date("2025-12-31"), unitClass: "mountain"),
      TargetValue(percent(30), .percent, unitClass: "island"),
    ])

  private static func percent(_ value: Int64) -> Rational {
    Rational(decimal: "0." + String(value))!
  }

  private func value(_ classes: [String], _ period: String) throws -> Rational? {
    let unit = InspectedUnit(code: "x", name: "X", level: "commune", classes: classes)
    return Self.target.value(for: unit, in: try #require(Period(iso: period)))?.value
  }

  @Test("The value on the last day of the period counts")
  func dates() throws {
    #expect(try value([], "2025-01-01/2025-12-31") == Self.percent(50))
    #expect(try value([], "2025-12-15/2026-01-01") == Self.percent(60))
    #expect(try value([], "2030-01-01/2030-12-31") == Self.percent(60))
    #expect(try value([], "2030-01-01/2031-01-01") == nil)
  }

  @Test("A value for a class of the unit comes before the one for every unit")
  func classes() throws {
    #expect(try value(["mountain"], "2025-01-01/2025-12-31") == Self.percent(40))
    // Where the class has none on that day, the one for every unit holds.
    #expect(try value(["mountain"], "2026-01-01/2026-12-31") == Self.percent(60))
    #expect(try value(["island"], "2040-01-01/2040-12-31") == Self.percent(30))
    #expect(try value(["urban"], "2025-01-01/2025-12-31") == Self.percent(50))
    // Of several classes the first that has a value.
    #expect(try value(["mountain", "island"], "2025-01-01/2025-12-31") == Self.percent(40))
    #expect(try value(["island", "mountain"], "2025-01-01/2025-12-31") == Self.percent(30))
    #expect(try value(["mountain", "island"], "2026-01-01/2026-12-31") == Self.percent(30))
  }

  // MARK: In rules

  private func assessed(_ check: Check, _ period: String, classes: [String] = []) throws -> (
    result: CheckResult, reason: String
  ) {
    var checklist = Sample.checklist(
      [Sample.area("A", [check])], indicators: [Sample.indicator("a.n"), Sample.indicator("b.n")])
    checklist.targets = [Self.target]
    var submission = Sample.submission(
      ["a.n": .int(45), "b.n": .int(100)], period: try #require(Period(iso: period)))
    submission.unit.classes = classes
    let assessment = assess(
      try CompiledChecklist(checklist), submission, AssessmentContext(asOf: Sample.asOf))
    return (try #require(assessment.result(of: "X")), assessment.reason(of: "X", in: checklist))
  }

  private static let ratio = Sample.check(
    "X", "ratio",
    [
      "of": .expression("a.n"), "to": .expression("b.n"),
      "at_least": .expression("target.can_swim"), "when_zero": .name("unmet"),
    ])

  @Test("A rule that uses it compares with the value for the unit and the period")
  func compared() throws {
    let plain = try assessed(Self.ratio, "2025-01-01/2025-12-31")
    #expect(plain.result.verdict == .unmet)
    #expect(plain.reason.hasSuffix("at least 50%"))
    #expect(plain.result.inputs == ["a.n", "b.n"])
    let mountain = try assessed(Self.ratio, "2025-01-01/2025-12-31", classes: ["mountain"])
    #expect(mountain.result.verdict == .met)
    #expect(mountain.reason.hasSuffix("at least 40%"))
  }

  @Test("Where none is set for the unit and the period, the check does not apply and says why")
  func notSet() throws {
    let reason = "No target \"Swimming\" is set for this period and class of unit"
    let ratio = try assessed(Self.ratio, "2031-01-01/2031-12-31")
    #expect(ratio.result.verdict == .notApplicable)
    #expect(ratio.reason == reason)
    #expect(ratio.result.wanting.isEmpty)
    let condition = Sample.rule("X", "a.n == 45", when: "target.can_swim >= 0.5")
    let when = try assessed(condition, "2031-01-01/2031-12-31")
    #expect(when.result.verdict == .notApplicable)
    #expect(when.reason == reason)
    #expect(try assessed(condition, "2025-01-01/2025-12-31").result.verdict == .met)
  }
}
