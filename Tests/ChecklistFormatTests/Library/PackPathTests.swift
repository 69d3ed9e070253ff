import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

/// The shipped submissions of a folder, each read by its own checklist.
func loadedSubmissions(in folder: String) throws -> [Submission] {
  let checklists = try loadedPacks().mapValues(\.checklist)
  return try files(in: folder).map { path in
    let file = try SubmissionLoader.open(path)
    let checklist = try #require(checklists[file.checklist ?? ""], "\(path)")
    return try #require(SubmissionLoader.load(file, for: checklist).submission, "\(path)")
  }
}

/// The shipped packs that this process judges alone; what plugins judge is tested with their host.
func loadedPacks() throws -> [String: CompiledChecklist] {
  var packs: [String: CompiledChecklist] = [:]
  for path in try PackLoader.packs(at: library) {
    let compiled = try #require(try PackLoader.load(path).compiled, "\(path)")
    guard compiled.checklist.plugins.isEmpty else { continue }
    packs[compiled.checklist.reference] = compiled
  }
  return packs
}

func files(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: library + "/" + folder).sorted().map {
    library + "/" + folder + "/" + $0
  }
}

@Suite("Worked and invented units go every way that the packs have")
struct PackPathTests {
  private static let outcomes: Result<[String: [Assessment]], any Error> = Result {
    try assessments()
  }

  private static func assessments() throws -> [String: [Assessment]] {
    let packs = try loadedPacks()
    var outcomes: [String: [Assessment]] = [:]
    for submission in try loadedSubmissions(in: "examples") + loadedSubmissions(in: "invented") {
      let pack = try #require(packs[submission.checklist])
      let day = try #require(CivilDate(iso: "2026-03-02"))
      outcomes[submission.checklist, default: []].append(
        assess(pack, submission, AssessmentContext(asOf: day)))
    }
    return outcomes
  }

  @Test("Every check of every pack is met and unmet, partial and not applicable where it can be")
  func verdicts() throws {
    let outcomes = try Self.outcomes.get()
    for (reference, pack) in try loadedPacks() {
      let assessments = try #require(outcomes[reference], "\(reference)")
      for check in pack.checklist.areas.flatMap(\.checks) {
        let seen = Set(assessments.compactMap { $0.result(of: check.id)?.verdict })
        let wanted = wanted(of: check, in: pack.checklist)
        #expect(wanted.subtracting(seen) == [], "\(reference) \(check.id)")
      }
      #expect(!assessments.flatMap(\.areas).flatMap(\.checks).contains { $0.verdict == .error })
    }
  }

  /// The verdicts that a check can have, of which each must be seen.
  private func wanted(of check: Check, in checklist: Checklist) -> Set<Verdict> {
    if namesUnsetLevel(check, in: checklist) { return [.notApplicable] }
    var wanted: Set<Verdict> = [.met, .unmet]
    if check.partial != .none { wanted.insert(.partial) }
    if check.condition != nil || check.effectiveFrom != nil || check.whenZero == "not_applicable" {
      wanted.insert(.notApplicable)
    }
    return wanted
  }

  /// Whether a check waits for a level that the province has not set.
  private func namesUnsetLevel(_ check: Check, in checklist: Checklist) -> Bool {
    let unset = checklist.targets.filter(\.values.isEmpty).map(\.variable)
    return check.parameters.values.contains { value in
      switch value {
      case .expression(let text), .name(let text): unset.contains(text)
      default: false
      }
    }
  }

  @Test("Every band of every pack is some unit's grade, and some unit has none")
  func grades() throws {
    for (reference, pack) in try loadedPacks() {
      let scores = try #require(try Self.outcomes.get()[reference]).map(\.score)
      let reached = Set(scores.compactMap { $0.grade?.id })
      #expect(reached == Set(pack.checklist.scoring.bands.map(\.id)), "\(reference)")
      #expect(scores.contains { $0.grade == nil && $0.withheld != nil }, "\(reference)")
    }
  }

  @Test("Every gate, cap and zero limit strikes, and passes; each strike counts")
  func limits() throws {
    for (reference, pack) in try loadedPacks() {
      let scores = try #require(try Self.outcomes.get()[reference]).map(\.score)
      let rules = pack.checklist.scoring
      for (index, gate) in rules.gates.enumerated() {
        let states = Set(scores.map { $0.gates[index].state })
        #expect(states == [.passed, .struck, .open], "\(reference) \(gate.check)")
        #expect(scores.contains { limited($0, by: $0.gates[index], rules) }, "\(gate.check)")
      }
      for (index, cap) in rules.caps.enumerated() {
        let states = Set(scores.map { $0.caps[index].state })
        #expect(states.isSuperset(of: [.passed, .struck]), "\(reference) \(cap.check)")
        #expect(scores.contains { limited($0, by: $0.caps[index], rules) }, "\(cap.check)")
      }
      for index in scores[0].zeroLimits.indices {
        let states = Set(scores.map { $0.zeroLimits[index].state })
        #expect(states.isSuperset(of: [.passed, .struck]), "\(scores[0].zeroLimits[index].id)")
      }
    }
  }

  /// Whether the share alone would have given a better grade than the limit left.
  private func limited(_ score: Score, by limit: LimitResult, _ rules: ScoringRules) -> Bool {
    guard limit.state == .struck, let grade = score.grade, grade.id == limit.limit.grade,
      let share = try? Rational(numerator: score.points, denominator: score.of),
      let earned = rules.bands.first(where: { share >= $0.from })
    else { return false }
    return earned.from > grade.from
  }

  @Test("An invented unit says so, in its name and in both languages")
  func labelled() throws {
    for submission in try loadedSubmissions(in: "invented") {
      #expect(submission.unit.name.contains("giả định"))
      #expect(submission.unit.code.hasPrefix("gia-dinh/"))
      #expect(submission.id.hasPrefix("invented-"))
      #expect(
        submission.notes.contains { $0.vi.contains("giả định") && $0.en.contains("invented") })
    }
  }
}

extension Check {
  fileprivate var whenZero: String? {
    if case .name(let name)? = parameters["when_zero"] { name } else { nil }
  }
}
