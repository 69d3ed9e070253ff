import CEL
@testable import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@Suite("The pack of child-friendly communes recognises what its decision recognises")
struct ChildFriendlyPackTests {
  /// A commune in which every check is met.
  private static let perfect: [String: AnswerValue] = [
    "staff.officer_assigned": .bool(true), "board.commune": .bool(true), "forum.held": .bool(true),
  ].merging(
    [
      "villages.total": 10, "villages.with_collaborator": 10, "board.meetings": 4,
      "budget.allocated": 30_000_000, "children.under_five": 200,
      "children.under_five_registered": 200, "children.abused": 0, "children.law_violations": 0,
      "children.drug_users": 0, "children.injured": 0, "children.resident": 1_000,
      "children.injury_deaths": 0, "children.special_supported": 40,
      "children.special_circumstances": 40, "cases.serious": 0, "cases.serious_with_plan": 0,
      "children.under_one": 30, "children.under_one_vaccinated": 30,
      "children.under_five_underweight": 10, "children.under_five_stunted": 20,
      "children.checked_up": 950, "children.preschool_age": 100, "children.preschool_enrolled": 99,
      "children.school_age": 500, "children.school_enrolled": 500, "children.seven_up": 600,
      "children.consulted": 400, "play_points.independent": 1, "villages.play_points_children": 6,
      "survey.asked": 100, "survey.satisfied": 90,
    ].mapValues { AnswerValue.number(Number($0)) }
  ) { $1 }

  private func score(
    _ changes: [String: AnswerValue?] = [:], classes: [String] = []
  ) throws -> Score {
    let path = packageRoot.appending(path: "Checklists/child-friendly-commune").path
    let pack = try #require(try PackLoader.load(path + "/checklist.yaml").compiled)
    var answers = Self.perfect
    for (id, value) in changes { answers[id] = value }
    let year = try #require(Period(iso: "2024-01-01/2024-12-31"))
    let submission = Submission(
      id: "x", checklist: pack.checklist.reference,
      unit: InspectedUnit(code: "x", name: "Xã X", level: "commune", classes: classes),
      period: year, answers: answers.mapValues { Answer($0) })
    #expect(pack.checklist.objection(to: submission) == nil)
    return assess(pack, submission, AssessmentContext(asOf: year.to)).score
  }

  private func number(_ value: Int64) -> AnswerValue { .number(Number(value)) }

  @Test("A commune that meets all has 1,000 points and is recognised")
  func perfect() throws {
    let score = try score()
    #expect(score.points == 1_000_000_000 && score.of == 1_000_000_000)
    #expect(score.grade?.id == "recognised", "\(String(describing: score.withheld))")
    #expect(score.zeroLimits.count == 13)
  }

  @Test("One criterion with 0 points is enough not to be recognised, whatever the total")
  func zero() throws {
    let score = try score(["survey.satisfied": number(0)])
    #expect(score.points == 950_000_000)
    #expect(score.grade?.id == "not-recognised")
    #expect(score.zeroLimits.filter { $0.state == .struck }.map(\.id) == ["criterion-13"])
  }

  @Test(
    "800, 850 and 900 points are asked by class of commune",
    arguments: [
      ([], "not-recognised"), (["mountain"], "recognised"), (["central-city"], "not-recognised"),
    ])
  func thresholds(classes: [String], grade: String) throws {
    // 1,000 − 45 (a child in conflict with the law) − 50 (no officer) − 45 − 30: 830 points.
    let score = try score(
      [
        "children.law_violations": number(6), "staff.officer_assigned": .bool(false),
        "play_points.independent": number(0), "forum.held": .bool(false),
      ], classes: classes)
    #expect(score.points == 830_000_000)
    #expect(score.grade?.id == grade)
  }

  @Test("A figure that is missing withholds recognition")
  func missing() throws {
    let score = try score(["children.under_one": nil])
    #expect(score.grade == nil)
    #expect(score.withheld != nil)
  }

  @Test("Whatever was not seen in the decision is cited as recalled")
  func unverified() throws {
    let path = packageRoot.appending(path: "Checklists/child-friendly-commune").path
    let checklist = try #require(try PackLoader.load(path + "/checklist.yaml").compiled).checklist
    let decision = try #require(checklist.citations.first { $0.id == "qd-06-2019" })
    for area in checklist.areas {
      guard let number = area.id.split(separator: "-").last.map(String.init) else { continue }
      let places = Set(area.checks.flatMap(\.cites).compactMap(\.place))
      let statuses = decision.places.filter { places.contains($0.id) }.map(\.status)
      let isSeen = ["1", "6", "7"].contains(number)
      #expect(
        !statuses.isEmpty && statuses.allSatisfy { ($0 == .verified) == isSeen }, "\(area.id)")
    }
  }
}
