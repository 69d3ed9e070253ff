import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("Targets, and the classes of units they hold for")
struct TargetTests {
  @Test("A mistake gives exactly this text", arguments: targetCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(targetGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(targetCases, as: "targetGolden")
  }

  @Test("Targets of a register and of the checklist are read as they are written")
  func read() throws {
    let pack = try ScratchPack(features: [
      "pack/checklist.yaml": ScratchPack.features(
        #"targets: [{ id: officers, title: { vi: "Số cán bộ", en: "Officers" }, values: [{ value: 1.200 }], status: recalled }]"#
      )
    ])
    #expect(try pack.lint() == "")
    let targets = try #require(try PackLoader.load(pack.main).compiled).checklist.targets
    #expect(targets.map(\.id) == ["can_swim", "officers"])
    #expect(targets[0].values.map(\.style) == [.percent, .percent, .percent])
    #expect(targets[0].values.map(\.unitClass) == [nil, nil, "mountain"])
    #expect(targets[0].values.map(\.from) == [nil, CivilDate(iso: "2026-01-01"), nil])
    #expect(targets[0].status == .verified)
    #expect(targets[1].values[0].value == Rational(1200))
    #expect(targets[1].values[0].style == .plain)
    #expect(targets[1].status == .recalled)
  }
}

/// A pack whose register of targets holds this one.
private func target(_ name: String, _ keys: String, _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    let status = keys.contains("status") ? "" : "\nstatus: verified"
    let keys = (keys + status).split(separator: "\n").joined(separator: "\n    ")
    let register = "soat: 1\ntargets:\n  - \(keys)\n"
    return try ScratchPack(features: ["targets/national.yaml": register]).lint(language)
  }
}

private func pack(_ name: String, _ files: [String: String]) -> GoldenCase {
  GoldenCase(name) { try ScratchPack(features: files).lint() }
}

private func rule(_ name: String, _ rule: String, kind: String = "rule") -> GoldenCase {
  pack(name, ["pack/area.yaml": ScratchPack.area(ScratchPack.check("A-1", rule, kind: kind))])
}

private let title = #"title: { vi: "Biết bơi", en: "Swimming" }"#

private let targetCases: [GoldenCase] = [
  target(
    "shares and numbers mixed",
    "id: can_swim\n\(title)\nvalues: [{ value: 50%, to: 2025-12-31 }, { value: 60, from: 2026-01-01 }]"
  ),
  target(
    "two values at one time, in Vietnamese",
    "id: can_swim\n\(title)\nvalues: [{ value: 50%, to: 2026-01-01 }, { value: 60%, from: 2026-01-01 }]",
    .vi),
  target(
    "two values of one class at one time",
    "id: can_swim\n\(title)\nvalues:\n  - { value: 50% }\n  - { value: 40%, class: mountain }\n  - { value: 30%, class: mountain, from: 2026-01-01 }"
  ),
  target(
    "a value that ends before it begins",
    "id: can_swim\n\(title)\nvalues: [{ value: 50%, from: 2026-01-01, to: 2025-12-31 }]"),
  target(
    "a class that nobody declared",
    "id: can_swim\n\(title)\nvalues: [{ value: 50% }, { value: 40%, class: mountan }]"),
  target(
    "a citation that nobody registered, and a status nobody knows",
    "id: can_swim\n\(title)\nvalues: [{ value: 50% }]\ncites: [luat-2061]\nstatus: verifed"),
  target("no values, not even an empty list", "id: can_swim\n\(title)"),
  target("a name that no rule could use", "id: Can-Swim\n\(title)\nvalues: [{ value: 50% }]"),
  pack(
    "a target declared twice",
    [
      "pack/checklist.yaml": ScratchPack.features(
        "targets: [{ id: can_swim, \(title), values: [{ value: 70% }], status: verified }]")
    ]),
  pack(
    "a class declared twice",
    [
      "pack/checklist.yaml": ScratchPack.features().replacingOccurrences(
        of: "id: island", with: "id: mountain")
    ]),
  pack(
    "targets that cannot be read make no rule wrong",
    [
      "pack/checklist.yaml": ScratchPack.features().replacingOccurrences(
        of: "[national]", with: "[nationl]"),
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check("A-1", "expr: share.handled >= target.can_swim")),
    ]),
  pack(
    "classes that cannot all be read make no target wrong",
    [
      "pack/checklist.yaml": ScratchPack.features().replacingOccurrences(
        of: "id: mountain, ", with: "")
    ]),
  rule("a misspelt target", "expr: share.handled >= target.can_swin"),
  rule(
    "a misspelt target in with",
    "with: { of: staff.trained, to: staff.total, at_least: target.can_swin, when_zero: met }",
    kind: "ratio"),
  rule("a target without its prefix", "expr: share.handled >= can_swim"),
  rule("a share compared with a quantity", "expr: staff.total >= target.can_swim"),
  rule("a misspelt fact of the unit", #"expr: unit.levl == "district""#),
  rule("a misspelt figure of the period before", "expr: staff.total >= previous.staff.totl"),
  rule("a table of the period before", "expr: previous.communes.list.size() > 0"),
]
