import Diagnostics
import InspectionCore
import Testing

/// Ba Tơ's 19 communes as they went into 8 on 01/7/2025; the district ended with them.
enum BaTo {
  static let changeover = date("2025-07-01")
  static let eve = date("2025-06-30")
  static let successors: [(String, [String])] = [
    ("Ba Vì", ["Ba Tiêu", "Ba Ngạc", "Ba Vì"]), ("Ba Tô", ["Ba Lế", "Ba Nam", "Ba Tô"]),
    ("Ba Dinh", ["Ba Giang", "Ba Dinh"]), ("Ba Tơ", ["TT Ba Tơ", "Ba Cung", "Ba Bích"]),
    ("Ba Vinh", ["Ba Điền", "Ba Vinh"]), ("Ba Động", ["Ba Liên", "Ba Thành", "Ba Động"]),
    ("Đặng Thùy Trâm", ["Ba Trang", "Ba Khâm"]), ("Ba Xa", ["Ba Xa"]),
  ]
  static let communes = successors.flatMap { $0.1 }
  static let department = "qng/department"

  static func old(_ name: String) -> String { "qng/bato/" + name }
  static func new(_ name: String) -> String { "qng/" + name }

  static let register: UnitRegister = {
    let start = date("2000-01-01")
    var units = [
      RegisteredUnit(code: "qng", level: "province", from: start),
      RegisteredUnit(code: department, level: "office", parent: "qng", from: start),
      RegisteredUnit(code: "qng/bato", level: "district", parent: "qng", from: start, to: eve),
    ]
    var relations: [UnitRelation] = []
    for (successor, predecessors) in successors {
      units.append(
        RegisteredUnit(code: new(successor), level: "commune", parent: "qng", from: changeover))
      relations.append(
        UnitRelation(
          kind: .dissolution, from: "qng/bato", to: new(successor), date: changeover, share: .part))
      for name in predecessors {
        units.append(
          RegisteredUnit(
            code: old(name), level: "commune", parent: "qng/bato", from: start, to: eve))
        relations.append(
          UnitRelation(
            kind: predecessors.count == 1 ? .rename : .merge, from: old(name), to: new(successor),
            date: changeover))
      }
    }
    return UnitRegister(units: units, relations: relations)
  }()
}

@Suite("Open items follow their unit into its successors")
struct SuccessionTests {
  private static let handover = DocumentReference(number: "01/BB-BG", date: BaTo.changeover)

  private func open(_ id: String, in unit: String) -> TrackedItem {
    Life.issued(Follow.proposal(id, unit: unit)).item!
  }

  @Test("Ba Tơ's 19 communes become 8, and nothing open is lost")
  func baTo() throws {
    #expect(BaTo.communes.count == 19)
    #expect(Set(BaTo.communes).count == 19)
    #expect(BaTo.successors.count == 8)
    var items: [String: TrackedItem] = [:]
    for name in BaTo.communes {
      for number in 1...3 {
        let id = name + "/\(number)"
        items[id] = open(id, in: BaTo.old(name))
      }
    }
    for number in 1...4 { items["district/\(number)"] = open("district/\(number)", in: "qng/bato") }
    let before = items
    let listed = items.values.sorted { $0.id < $1.id }

    let proposals = proposeSuccession(
      of: listed, in: BaTo.register, on: BaTo.changeover, coordinator: BaTo.department)
    #expect(proposals.map(\.item) == listed.map(\.id), "every open item has one proposal")
    #expect(
      proposeSuccession(of: listed, in: BaTo.register, on: BaTo.eve, coordinator: BaTo.department)
        .allSatisfy { $0.course == .stays }, "the day before, nothing moves")
    for proposal in proposals where proposal.unit == "qng/bato" {
      #expect(
        proposal.course
          == .toAllocate([BaTo.department] + BaTo.successors.map { BaTo.new($0.0) }))
    }
    let allocations = [
      Allocation(item: "district/1", units: [BaTo.department]),
      Allocation(item: "district/2", units: [BaTo.new("Ba Vì")]),
      Allocation(item: "district/3", units: BaTo.successors.map { BaTo.new($0.0) }),
      Allocation(item: "district/4", units: [BaTo.department, BaTo.new("Ba Xa")]),
    ]
    let handovers = try handovers(
      proposals, allocations: allocations, document: Self.handover, note: Follow.text,
      coordinator: BaTo.department, partID: { $0 + "@" + $1 })
    #expect(handovers.count == 19 * 3 + 4)
    let by = Follow.by("office.a", .department, on: "2025-07-01")
    for handover in handovers { carryOut(handover, &items, by) }

    // Not one is lost: each is open with a living unit, or divided into parts that are.
    for (id, old) in before {
      let now = try #require(items[id])
      let bearers = now.parts.isEmpty ? [now] : now.parts.compactMap { items[$0.item] }
      #expect(!bearers.isEmpty && bearers.count == max(1, now.parts.count))
      for bearer in bearers {
        #expect(bearer.status.isBinding)
        #expect(BaTo.register.exists(bearer.unit, on: BaTo.changeover))
        #expect(bearer.due == old.due, "the original deadline stays")
      }
    }
    #expect(items["Ba Khâm/2"]?.unit == BaTo.new("Đặng Thùy Trâm"))
    #expect(items["Ba Khâm/2"]?.transfers.map(\.document) == [Self.handover])
    #expect(items["district/1"]?.terms.owedBy == .department)
    #expect(items["district/3"]?.parts.count == 8)
    closeAllParts(of: "district/4", &items)
  }

  private func carryOut(
    _ handover: Handover, _ items: inout [String: TrackedItem], _ by: Attribution
  ) {
    accept(handover.command, handover.item, &items, by)
    for part in handover.parts {
      accept(.takeOver(whole: handover.item, part: part.item), part.item, &items, by)
    }
  }

  private func accept(
    _ command: ItemCommand, _ id: String, _ items: inout [String: TrackedItem], _ by: Attribution
  ) {
    let context = Follow.context(by, relatives: Array(items.values))
    switch decide(command, items[id], context) {
    case .events(let events):
      for event in events { items[id] = evolve(items[id], event, by: by) }
    case .refused(let refusal): Issue.record("\(id) \(command.kind): \(refusal.why.en)")
    }
  }

  /// A shared item closes with its last part, and opens again with any.
  private func closeAllParts(of id: String, _ items: inout [String: TrackedItem]) {
    let evidence = ItemCommand.submitEvidence([.file(Follow.text)])
    let office = Follow.by("office.a", .department, on: "2025-08-01")
    let team = Follow.by("team.leader", .team, on: "2025-08-02")
    for part in items[id]?.parts ?? [] {
      #expect(items[id]?.status == .divided)
      accept(evidence, part.item, &items, office)
      accept(.verify(.resolved, reason: nil), part.item, &items, team)
      accept(.settlePart(part.item), id, &items, team)
    }
    #expect(items[id]?.status == .closed)
    #expect(items[id]?.closing == .resolved)
    let first = items[id]?.parts.last?.item ?? ""
    let context = Follow.context(office, relatives: Array(items.values))
    if case .refused(let refusal) = decide(.reopen(reason: Follow.text, nil), items[id], context) {
      #expect(refusal.reason == .hasParts)
    }
    accept(.reopen(reason: Follow.text, nil), first, &items, office)
    accept(.settlePart(first), id, &items, team)
    #expect(items[id]?.status == .divided)
  }

  @Test("A split shares an item among its heirs, a chain of changes leads to the last of them")
  func chains() {
    let days = ["2010-01-01", "2015-01-01", "2020-01-01"].map { date($0) }
    let register = UnitRegister(
      units: [
        RegisteredUnit(code: "a", level: "c", from: days[0], to: date("2014-12-31")),
        RegisteredUnit(code: "b", level: "c", from: days[1], to: date("2019-12-31")),
        RegisteredUnit(code: "c", level: "c", from: days[1]),
        RegisteredUnit(code: "d", level: "c", from: days[2]),
      ],
      relations: [
        UnitRelation(kind: .split, from: "a", to: "b", date: days[1], share: .part),
        UnitRelation(kind: .split, from: "a", to: "c", date: days[1], share: .part),
        UnitRelation(kind: .merge, from: "b", to: "d", date: days[2]),
        UnitRelation(kind: .rename, from: "d", to: "a", date: days[2]),
      ])
    #expect(register.heirs(of: "a", on: date("2012-01-01")).isEmpty)
    #expect(register.heirs(of: "a", on: date("2016-01-01")).map(\.unit) == ["b", "c"])
    #expect(register.heirs(of: "a", on: date("2021-01-01")).map(\.unit) == ["c", "d"])
    #expect(register.heirs(of: "a", on: date("2021-01-01")).allSatisfy { $0.share == .part })
    #expect(register.heirs(of: "b", on: date("2021-01-01")).map(\.share) == [.whole])
    let proposals = proposeSuccession(
      of: [open("i", in: "a")], in: register, on: date("2021-01-01"), coordinator: "z")
    #expect(proposals.map(\.course) == [.shared(["c", "d"])])
  }

  @Test("Relations in a circle end, and a unit without heirs falls to the coordinating office")
  func circles() {
    let day = date("2020-01-01")
    let register = UnitRegister(
      units: [
        RegisteredUnit(code: "a", level: "c", parent: "b", from: day, to: day),
        RegisteredUnit(code: "b", level: "c", parent: "a", from: day, to: day),
      ],
      relations: [
        UnitRelation(kind: .merge, from: "a", to: "b", date: day),
        UnitRelation(kind: .merge, from: "b", to: "a", date: day),
      ])
    let later = date("2021-01-01")
    #expect(register.heirs(of: "a", on: later).isEmpty)
    #expect(register.unitsAbove("a", on: day) == ["b"])
    let proposals = proposeSuccession(
      of: [open("i", in: "a")], in: register, on: later, coordinator: "z")
    #expect(proposals.map(\.course) == [.toAllocate(["z"])])
  }

  @Test("An allocation in bulk is all or nothing, and says what is missing")
  func allocations() {
    let proposals = proposeSuccession(
      of: [open("1", in: "qng/bato"), open("2", in: "qng/bato")], in: BaTo.register,
      on: BaTo.changeover, coordinator: BaTo.department)
    func error(_ allocations: [Allocation]) -> AllocationError? {
      do throws(AllocationError) {
        _ = try handovers(
          proposals, allocations: allocations, document: Self.handover,
          coordinator: BaTo.department, partID: { $0 + $1 })
        return nil
      } catch {
        return error
      }
    }
    let first = Allocation(item: "1", units: [BaTo.department])
    #expect(error([first]) == .notAllocated(["2"]))
    #expect(error([first, first]) == .allocatedTwice("1"))
    #expect(error([Allocation(item: "3", units: [])]) == .notProposed("3"))
    #expect(error([Allocation(item: "1", units: [])]) == .notACandidate(item: "1", unit: ""))
    #expect(
      error([Allocation(item: "1", units: ["hn"])]) == .notACandidate(item: "1", unit: "hn"))
    #expect(error([first, Allocation(item: "2", units: [BaTo.new("Ba Xa")])]) == nil)
  }

  @Test("Records not handed over are a missing answer: neither met nor unmet")
  func notHandedOver() {
    guard case .missing(let why) = Answer.recordsNotHandedOver.value else {
      Issue.record("not a missing answer")
      return
    }
    #expect(why.vi == "hồ sơ không được bàn giao")
  }
}
