import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Storage
import Testing

@testable import Workspace

@Suite("Accounts, grants and units")
struct RegisterTests {
  @Test("A new workspace has the office, its first account, and nothing else")
  func creates() throws {
    let office = try Office()
    let register = try office.workspace.register()
    #expect(register.units.map(\.unit.code) == ["quang-ngai"])
    #expect(register.accounts.map(\.account) == ["quan-tri"])
    #expect(Set(register.grants.map(\.grant.role)) == [.administrator, .departmentHead])
    #expect(office.workspace.settings.coordinator == "quang-ngai")
    let again = refusal { () throws in
      _ = try Workspace.create(
        at: office.folder,
        WorkspacePlan(
          title: "x",
          office: ListedUnit(unit: InspectedUnit(code: "x", name: "x", level: "province")),
          origin: "x", account: "x", position: "x"), today: day("2024-01-05"), recorded: 1)
    }
    #expect(again?.code == "exists")
  }

  @Test("What is no workspace is refused with the mend")
  func opensNothing() {
    let refused = refusal { _ = try Workspace(at: NSTemporaryDirectory() + UUID().uuidString) }
    #expect(refused?.code == "no-workspace")
    #expect(refused?.kind == .unreadable)
    #expect(refused?.mend?.vi.contains("soat init") == true)
  }

  @Test("Importing the same units twice records nothing new, and a dry run records nothing at all")
  func importsTwice() throws {
    let office = try Office()
    let loaded = try UnitListLoader.load(Office.units)
    let list = try #require(loaded.list)
    let dry = office.session("quan-tri", .department, on: "2024-10-03", dryRun: true)
    let planned = try office.workspace.importUnits(list, dry)
    #expect(planned.new.count == list.entries.count)
    #expect(try office.workspace.register().units.count == 1)

    let first = try office.workspace.importUnits(list, office.head)
    #expect(first == planned)
    let second = try office.workspace.importUnits(list, office.head)
    #expect(second.new.isEmpty && second.changed.isEmpty && second.relations.isEmpty)
    #expect(second.unchanged == list.entries.count)

    let units = try office.workspace.access().units
    #expect(units.exists("quang-ngai/ba-to/ba-vi", on: day("2025-06-30")))
    #expect(!units.exists("quang-ngai/ba-to/ba-vi", on: day("2025-07-01")))
    #expect(
      units.heirs(of: "quang-ngai/ba-to/ba-nam", on: day("2025-07-01")).map(\.unit)
        == ["quang-ngai/xa/ba-too"])
    #expect(
      units.heirs(of: Office.baTo, on: day("2025-07-01")).count == 9,
      "eight communes and the province")
  }

  @Test("A list with an unknown parent is refused whole, with the nearest code")
  func refusesUnknownParent() throws {
    let office = try Office()
    let list = UnitList(
      over: nil,
      entries: [
        ListedUnit(
          unit: InspectedUnit(code: "a", name: "A", level: "district"), parent: "quang-ngaj")
      ], relations: [])
    let refused = refusal { _ = try office.workspace.importUnits(list, office.head) }
    #expect(refused?.code == "unknown-parent")
    #expect(refused?.mend?.en == "did you mean \"quang-ngai\"?")
    #expect(try office.workspace.register().units.count == 1)
  }

  @Test("A level that the settings do not name is refused, with the nearest")
  func refusesUnknownLevel() throws {
    let office = try Office()
    func refused(_ level: String) -> WorkspaceError? {
      refusal {
        _ = try office.workspace.importUnits(
          UnitList(
            over: nil,
            entries: [
              ListedUnit(
                unit: InspectedUnit(code: "a", name: "A", level: level), parent: "quang-ngai")
            ], relations: []), office.head)
      }
    }
    #expect(refused("comune")?.code == "unknown-level")
    #expect(refused("comune")?.mend?.en == "did you mean \"commune\"?")
    #expect(refused("school")?.mend?.en == "add it to levels in soat.yaml")
    #expect(refused("commune") == nil)
  }

  @Test("Who may not is refused, and told who may")
  func refusesWithoutRight() throws {
    let office = try Office()
    try office.prepare()
    let officer = office.session("ba-to", .unit, on: "2024-10-10")
    let refused = refusal {
      try office.workspace.openAccount("them", position: "x", officer)
    }
    #expect(refused?.code == "not-allowed")
    #expect(refused?.message.vi.contains("quản trị hệ thống") == true)
    let unknown = refusal {
      try office.workspace.openAccount(
        "them", position: "x", office.session("phongg", .department, on: "2024-10-10"))
    }
    #expect(unknown?.code == "unknown-account")
    #expect(unknown?.mend?.en == "did you mean \"phong\"?")
  }

  @Test("A closed account may do nothing, and the last administrator stays")
  func closesAccounts() throws {
    let office = try Office()
    try office.prepare()
    #expect(
      refusal { try office.workspace.closeAccount("quan-tri", office.head) }?.code
        == "last-administrator")
    try office.workspace.closeAccount("ba-to", office.head)
    let refused = refusal {
      _ = try office.workspace.save(
        office.submission(), in: "2024-1", office.session("ba-to", .unit, on: "2024-10-10"))
    }
    #expect(refused?.code == "closed-account")
  }

  @Test("A role ends after the day it is taken")
  func revokes() throws {
    let office = try Office()
    try office.prepare()
    _ = try office.workspace.revoke(.unitOfficer, of: "ba-to", over: Office.baTo, office.head)
    let access = try office.workspace.access()
    let actor = Actor(account: "ba-to", party: .unit)
    #expect(
      may(
        actor, .workspace(.draftSubmission), unit: Office.baTo, on: day("2024-10-03"), in: access
      ).isGiven)
    #expect(
      !may(
        actor, .workspace(.draftSubmission), unit: Office.baTo, on: day("2024-10-04"), in: access
      ).isGiven)
  }

  @Test(
    "Account names carry no capitals, blanks or marks", arguments: ["Nguyễn Văn A", "", "a b", "A"])
  func refusesNames(_ name: String) throws {
    let office = try Office()
    #expect(
      refusal { try office.workspace.openAccount(name, position: "x", office.head) }?.code
        == "account-name")
  }
}
