import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Storage
import TestSupport
import Testing

@testable import Workspace

func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

/// An office with accounts, the units of Quảng Ngãi and the district's checklist; gone when it is let go.
final class Office {
  let folder: String
  let workspace: Workspace

  static let district = "child-protection-district@2024.1"
  static let baTo = "quang-ngai/ba-to"

  init(name: String = "so-y-te", from copy: String? = nil) throws {
    folder = NSTemporaryDirectory() + "soat-workspace-" + UUID().uuidString
    if let copy {
      _ = try Workspace.restore(copy, to: folder, origin: name)
      workspace = try Workspace(at: folder)
      return
    }
    workspace = try Workspace.create(
      at: folder,
      WorkspacePlan(
        title: "Sở Y tế",
        office: ListedUnit(
          unit: InspectedUnit(code: "quang-ngai", name: "Tỉnh Quảng Ngãi", level: "province")),
        origin: name, account: "quan-tri", position: "quản trị"),
      today: day("2024-01-05"), recorded: 1)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Who is at it; the document stands for what a head signed.
  func session(
    _ account: String, _ party: Party, on iso: String, document: String? = nil,
    dryRun: Bool = false
  ) -> Session {
    Session(
      account: account, party: party, today: day(iso),
      document: document.map { DocumentReference(number: $0, date: day("2024-10-02")) },
      recorded: 1_700_000_000_000, isDryRun: dryRun)
  }

  var head: Session { session("quan-tri", .department, on: "2024-10-03", document: "45/QĐ-SYT") }

  /// Units, accounts, the checklist and an open round.
  func prepare() throws {
    let loaded = try UnitListLoader.load(Self.units)
    let list = try #require(loaded.list, "\(loaded.diagnostics.all)")
    _ = try workspace.importUnits(list, head)
    for (account, position) in [
      ("phong", "Trưởng phòng"), ("doan-1", "Trưởng đoàn"), ("ba-to", "Phòng LĐTBXH"),
      ("ba-to-lanh-dao", "Lãnh đạo UBND huyện"),
    ] {
      try workspace.openAccount(account, position: position, head)
    }
    try grant("phong", .departmentHead, "quang-ngai")
    try grant("ba-to", .unitOfficer, Self.baTo)
    try grant("ba-to-lanh-dao", .unitHead, Self.baTo)
    #expect(try workspace.add(checklist(), head)?.reference == Self.district)
    try workspace.open(plan(), head)
  }

  func grant(_ account: String, _ role: Role, _ unit: String) throws {
    try workspace.give(
      Grant(account: account, role: role, unit: unit, from: day("2024-01-01")), head)
  }

  func plan(_ id: String = "2024-1", decided: String = "2024-10-02", from: String = "2024-10-28")
    -> RoundPlan
  {
    RoundPlan(
      id: id, title: .init(vi: "Kiểm tra năm 2024", en: "Inspection of 2024"),
      decision: DocumentReference(number: "45/QĐ-SYT", date: day(decided)),
      checklists: [Self.district],
      period: Period(from: day("2024-01-01"), to: day("2024-07-31"))!,
      submitBy: day("2024-10-20"),
      teams: [
        RoundTeam(
          id: "doan-1", leader: "doan-1", members: [], units: [Self.baTo],
          visits: Period(from: day(from), to: day(from))!)
      ])
  }

  /// The shipped pack.
  func checklist() throws -> CompiledChecklist {
    let pack = try PackLoader.load(path("Checklists/child-protection-district/checklist.yaml"))
    return try #require(pack.compiled, "\(pack.diagnostics.all)")
  }

  /// The worked submission of Ba Tơ.
  func submission() throws -> Submission {
    let file = try SubmissionLoader.open(path("Checklists/examples/ba-to-2024.yaml"))
    let loaded = SubmissionLoader.load(file, for: try checklist().checklist)
    return try #require(loaded.submission, "\(loaded.diagnostics.all)")
  }

  static let units = packageRoot.appending(path: "Checklists/units/quang-ngai.yaml").path

  private func path(_ name: String) -> String { packageRoot.appending(path: name).path }
}

/// The refusal that something ends in.
func refusal(_ body: () throws -> Void) -> WorkspaceError? {
  do {
    try body()
    return nil
  } catch let error as WorkspaceError {
    return error
  } catch {
    Issue.record("\(error)")
    return nil
  }
}
