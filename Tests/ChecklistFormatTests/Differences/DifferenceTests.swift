import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@Suite("A difference says what changed in meaning, each thing once")
struct DifferenceTests {
  private let sample = DifferenceSample.checklist

  @Test("The sample is a checklist that compiles")
  func sound() throws {
    _ = try CompiledChecklist(sample)
  }

  @Test(
    "A checklist does not differ from itself",
    arguments: ["child-protection-district", "child-protection-commune"])
  func itself(name: String) throws {
    let path = packageRoot.appending(path: "Checklists/\(name)").path
    let shipped = try #require(try ChecklistFile.load(path).compiled).checklist
    for checklist in [shipped, sample] {
      let difference = ChecklistDifference(from: checklist, to: checklist)
      #expect(difference.changes == [])
      #expect(difference.suggestions == [])
      #expect(difference.warnings == [])
      #expect(difference.comparability == .full)
      #expect(difference.checks.allSatisfy { $0.comparability == .full && $0.was == $0.now })
      #expect(difference.checks.count == checklist.areas.flatMap(\.checks).count)
    }
  }

  @Test("A field that is altered gives one change of its weight", arguments: DifferenceMutation.all)
  func mutation(_ mutation: DifferenceMutation) throws {
    var altered = sample
    mutation.alter(&altered)
    try #require(altered != sample)
    let changes = ChecklistDifference(from: sample, to: altered).changes
    let change = try #require(changes.first)
    #expect(changes.count == 1, "\(changes)")
    #expect(change.subject.kind == mutation.subject)
    #expect(change.kind == mutation.kind)
    #expect(change.aspect == mutation.aspect)
    #expect(change.weight == mutation.weight)
    #expect(change.before != change.after || change.aspect == .notes)
  }

  @Test("The other way round, everything is mirrored", arguments: DifferenceMutation.all)
  func mirrored(_ mutation: DifferenceMutation) {
    var altered = sample
    mutation.alter(&altered)
    let there = ChecklistDifference(from: sample, to: altered)
    let back = ChecklistDifference(from: altered, to: sample)
    #expect(Set(there.changes.map(\.withoutTitle)) == Set(back.changes.map(\.mirrored)))
    #expect(there.found == back.found)
  }

  @Test(
    "Every aspect has its own words, in both languages", arguments: ChangeAspect.allCases)
  func aspects(aspect: ChangeAspect) {
    #expect(aspect.title.vi != aspect.rawValue, "\(aspect) is not worded")
    let others = ChangeAspect.allCases.filter { $0 != aspect }
    #expect(!others.contains { $0.title.vi == aspect.title.vi })
  }

  private static let sameRules = [
    "staff.total>=1&&(cases.total>0.5||true)",
    "(staff.total >= 1) && ((cases.total > 0.50) || (true))",
    "staff.total >= 0x1 && (cases.total > 5e-1 || true)",
    "staff.total >= 1.0 && (cases.total > .5 || true) // as before",
  ]

  @Test(
    "Spacing, parentheses, comments and the spelling of literals are no change",
    arguments: Self.sameRules)
  func sameRule(rule: String) {
    var altered = sample
    altered.areas[0].checks[1].parameters["expr"] = .expression(rule)
    #expect(ChecklistDifference(from: sample, to: altered).changes == [])
  }

  @Test("Parentheses within a chain, a default written out and the order of parts are no change")
  func sameMeaning() {
    var altered = sample
    altered.areas[0].checks[0].condition = "(staff.total) > 0"
    altered.areas[0].checks[0].notApplicable = .redistribute
    altered.areas[1].checks[0].parameters["relation"] = .name("equal")
    altered.areas[1].checks[0].parameters["parts"] = .list([
      .expression("staff.total"), .expression("cases.open"),
    ])
    altered.areas[1].checks[1].remedy.within = .calendarDays(30)
    altered.areas[0].checks.swapAt(0, 1)
    #expect(ChecklistDifference(from: sample, to: altered).changes == [])
    var first = sample
    var second = sample
    first.areas[0].checks[1].parameters["expr"] = .expression("(a && b) && (c && d)")
    second.areas[0].checks[1].parameters["expr"] = .expression("a && (b && (c && d))")
    #expect(ChecklistDifference(from: first, to: second).changes == [])
  }

  @Test("An indicator's change names the checks that read it, also for the period before")
  func readers() throws {
    var earlier = sample
    earlier.areas[0].checks[1].condition = "previous.cases.open > 0"
    var later = earlier
    later.indicators[3].unit = LocalizedText(same: "x")
    let changes = ChecklistDifference(from: earlier, to: later).changes
    #expect(changes.first?.checks == ["A-2", "B-1"])
    #expect(changes.first?.weight == .judgement)
  }

  @Test("What a check has other than another is in an official's words")
  func words() throws {
    let old = sample.areas[0].checks[0]
    var new = old
    new.points = 20_000_000
    new.remedy.within = .workingDays(10)
    new.parameters["at_least"] = .number(DifferenceSample.share(905_000), .percent)
    let lines = new.differences(from: old).map { change in
      [
        change.aspect?.title.vi, change.detail, change.before?.vi, change.after?.vi,
        change.before?.en, change.after?.en,
      ].compactMap { $0 }.joined(separator: "|")
    }
    #expect(
      lines == [
        "tham số|at_least|95%|90,5%|95%|90.5%", "điểm|10|20|10|20",
        "thời hạn|15 ngày làm việc|10 ngày làm việc|15 working days|10 working days",
      ])
  }
}

extension Change {
  /// The same without the subject's title, which is always the later one.
  fileprivate var withoutTitle: Change {
    var change = self
    change.subject.title = nil
    if kind == .renamed { change.subject.id = "" }
    return change
  }

  fileprivate var mirrored: Change {
    var change = withoutTitle
    (change.before, change.after) = (after, before)
    switch kind {
    case .added: change.kind = .removed
    case .removed: change.kind = .added
    case .split: change.kind = .merged
    case .merged: change.kind = .split
    case .renamed, .changed: break
    }
    return change
  }
}
