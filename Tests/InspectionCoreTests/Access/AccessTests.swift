import InspectionCore
import Testing

@Suite("Who may do what")
struct AccessTests {
  private static let since = date("2024-01-01")

  private static func register(_ grants: [(String, Role, String)]) -> AccessRegister {
    AccessRegister(
      grants: grants.map { Grant(account: $0.0, role: $0.1, unit: $0.2, from: since) },
      units: UnitRegister(
        units: [
          RegisteredUnit(code: "p", level: "province", from: since),
          RegisteredUnit(code: "p/a", level: "commune", parent: "p", from: since),
          RegisteredUnit(code: "p/a/1", level: "village", parent: "p/a", from: since),
          RegisteredUnit(code: "p/b", level: "commune", parent: "p", from: since),
          RegisteredUnit(
            code: "moved", level: "commune", parent: "p/a", from: since, to: date("2024-06-30")),
          RegisteredUnit(code: "moved", level: "commune", parent: "p/b", from: date("2024-07-01")),
        ], relations: []))
  }

  private func ask(
    _ role: Role, _ verb: Verb, as party: Party = .unit, at granted: String = "p/a",
    unit: String = "p/a", on day: String = "2024-03-01"
  ) -> Permission {
    may(
      Actor(account: "x", party: party), verb, unit: unit, on: date(day),
      in: Self.register([("x", role, granted)]))
  }

  @Test("A grant covers its unit and all below it, from its first day to its last")
  func scope() {
    let read = Verb.workspace(.read)
    #expect(ask(.unitOfficer, read).isGiven)
    #expect(ask(.unitOfficer, read, unit: "p/a/1").isGiven)
    #expect(!ask(.unitOfficer, read, unit: "p/b").isGiven)
    #expect(!ask(.unitOfficer, read, unit: "p").isGiven)
    #expect(!ask(.unitOfficer, read, unit: "nowhere").isGiven)
    #expect(!ask(.unitOfficer, read, on: "2023-12-31").isGiven)
    #expect(ask(.unitOfficer, read, unit: "moved", on: "2024-06-30").isGiven)
    #expect(!ask(.unitOfficer, read, unit: "moved", on: "2024-07-01").isGiven)
    let ended = AccessRegister(
      grants: [
        Grant(
          account: "x", role: .auditor, unit: "p", from: Self.since, to: date("2024-02-01"))
      ], units: UnitRegister(units: [], relations: []))
    let actor = Actor(account: "x", party: .unit)
    #expect(may(actor, read, unit: "p", on: date("2024-02-01"), in: ended).isGiven)
    #expect(!may(actor, read, unit: "p", on: date("2024-02-02"), in: ended).isGiven)
    let stranger = Actor(account: "y", party: .unit)
    #expect(!may(stranger, read, unit: "p", on: date("2024-02-01"), in: ended).isGiven)
  }

  @Test("An auditor reads everything and changes nothing; an administrator decides no item")
  func readers() {
    for verb in Verb.all {
      let isReading = [.read, .readJournal, .verifyJournal, .verifyAssessment]
        .contains { verb == .workspace($0) }
      #expect(ask(.auditor, verb).isGiven == isReading, "\(verb.name)")
      if case .item = verb {
        for party in Party.allCases {
          #expect(!ask(.administrator, verb, as: party).isGiven, "\(verb.name)")
        }
      }
    }
  }

  @Test("What a head signs, an officer types on paper; what an officer decides needs none")
  func paper() {
    let extend = Verb.item(.requestExtension)
    #expect(ask(.unitOfficer, extend).isOnPaper)
    #expect(ask(.unitHead, extend).isGiven && !ask(.unitHead, extend).isOnPaper)
    #expect(ask(.departmentOfficer, .item(.waive), as: .department).isOnPaper)
    #expect(!ask(.unitHead, .item(.waive)).isGiven)
    #expect(!ask(.teamLeader, .item(.waive), as: .team).isGiven)
    #expect(ask(.departmentOfficer, .item(.verify), as: .department).isGiven)
    #expect(!ask(.unitHead, .item(.verify)).isGiven)
  }

  @Test("A unit's account speaks for its unit alone, whatever it asks")
  func sides() {
    for verb in Verb.all {
      guard case .item = verb else { continue }
      for party in Party.allCases where party != .unit {
        #expect(!ask(.unitHead, verb, as: party).isGiven, "\(verb.name) \(party)")
        #expect(!ask(.unitOfficer, verb, as: party).isGiven, "\(verb.name) \(party)")
      }
    }
    #expect(ask(.departmentOfficer, .item(.submitEvidence), as: .unit).isGiven)
  }

  @Test("Every verb has somebody who may do it, and a denial names who")
  func everyVerb() {
    var names = Set<String>()
    for verb in Verb.all {
      #expect(names.insert(verb.name).inserted)
      guard case .denied(let roles) = ask(.unitOfficer, verb, unit: "p/b") else {
        Issue.record("\(verb.name) is given for another unit")
        continue
      }
      #expect(!roles.isEmpty)
      #expect(Set(roles).count == roles.count, "\(verb.name)")
      for role in roles {
        #expect(
          Party.allCases.contains { ask(role, verb, as: $0).isGiven }, "\(verb.name) \(role)")
      }
    }
  }
}

extension Permission {
  fileprivate var isOnPaper: Bool {
    if case .onPaper = self { true } else { false }
  }
}
