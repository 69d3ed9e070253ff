import CEL
import Diagnostics
@testable import InspectionCore
import JSON
import TestSupport
import Testing

@Suite("No small count can be found from a public roll-up")
struct RollUpMaskingTests {
  private static let ids = ["cases.a", "cases.b", "cases.total"]
  private static let indicators = ids.map { RollUpSample.indicator($0, counts: .cases) }

  /// A table of counts, nil where a unit does not answer, with the checks of the units.
  private struct Table {
    var cells: [[Int64?]]
    var checks: [Check] = []
    /// The checks of the parent's checklist, which has one of its own where there are any.
    var parentChecks: [Check]?
    /// Whether the parent gives the same figures itself.
    var hasParent = false
    var extra: [Indicator] = []

    var units: Int { cells[0].count }

    func rollUp() throws -> RollUp {
      let indicators = RollUpMaskingTests.indicators + extra
      var children: [RollUpInput] = []
      for unit in 0..<units {
        var answers: [String: Answer] = [:]
        for (row, id) in RollUpMaskingTests.ids.enumerated() {
          if let value = cells[row][unit] { answers[id] = .int(value) }
        }
        children.append(RollUpSample.input(unit < 10 ? "u0\(unit)" : "u\(unit)", answers))
      }
      var parent: RollUpInput?
      if hasParent {
        var answers: [String: Answer] = [:]
        for (row, id) in RollUpMaskingTests.ids.enumerated()
        where cells[row].contains(where: { $0 != nil }) {
          answers[id] = .int(cells[row].reduce(0) { $0 + ($1 ?? 0) })
        }
        parent = RollUpSample.parentInput(answers)
      }
      return try RollUp(
        RollUpRequest(
          children: children, checklist: try RollUpSample.child(indicators, checks),
          parent: parent,
          target: hasParent || parentChecks != nil
            ? try RollUpSample.parent(indicators, parentChecks ?? checks) : nil))
    }
  }

  private func disclosure(_ table: Table) throws -> (RollUp, RollUpDisclosure) {
    let rollUp = try table.rollUp()
    return (rollUp, RollUpDisclosure(rollUp, for: .everyone))
  }

  /// What a reader can find out, for the rows that are there; checks are of kind sum.
  private func reader(_ table: Table) throws -> (PublicReader, [String]) {
    let (rollUp, shown) = try disclosure(table)
    let ids = Self.ids.filter { id in rollUp.rows.contains { $0.indicator.id == id } }
    let rows = try ids.map { id -> PublicReader.Row in
      let row = try rollUp.row(id)
      let possible = row.contributions.indices.map { unit -> [Int]? in
        guard let value = row.contributions[unit].figure?.exactValue else { return nil }
        guard let mask = shown.mask(of: row, unit: unit) else { return [Int(value.numerator)] }
        if mask == LocalizedText(same: Disclosure.smallCount) { return [1, 2, 3, 4] }
        // Any figure but zero; a reader who looks no further than this finds out more, not less.
        let figure = Int(value.numerator)
        return Array(max(1, figure - 3)...figure + 3)
      }
      var told: Int?
      if !shown.hidesTotal(of: row) { told = row.sum?.exactValue.map { Int($0.numerator) } }
      if !shown.hidesParent(of: row), let own = row.parentFigure?.exactValue {
        told = Int(own.numerator)
      }
      return PublicReader.Row(id: id, possible: possible, sum: told)
    }
    var relations: [(parts: [Int], total: Int, relation: String)] = []
    for check in table.checks + (table.parentChecks ?? []) {
      guard case .list(let parts)? = check.parameters["parts"],
        case .expression(let total)? = check.parameters["total"],
        case .name(let relation)? = check.parameters["relation"],
        let whole = ids.firstIndex(of: total)
      else { continue }
      let found = parts.compactMap { part -> Int? in
        if case .expression(let id) = part { ids.firstIndex(of: id) } else { nil }
      }
      if found.count == parts.count { relations.append((found, whole, relation)) }
    }
    func verdict(_ index: Int, _ values: [Int?]) -> Bool? {
      let relation = relations[index]
      let parts = relation.parts.compactMap { values[$0] }
      guard parts.count == relation.parts.count, let total = values[relation.total] else {
        return nil
      }
      let sum = parts.reduce(0, +)
      return switch relation.relation {
      case "at_most": sum <= total
      case "at_least": sum >= total
      default: sum == total
      }
    }
    let truth = ids.map { id in table.cells[Self.ids.firstIndex(of: id)!].map { $0.map(Int.init) } }
    let verdicts = relations.indices.map { index in
      (0..<table.units).map { unit in verdict(index, truth.map { $0[unit] }) }
    }
    let sums = truth.map { row in
      row.contains { $0 != nil } ? row.reduce(0) { $0 + ($1 ?? 0) } : nil
    }
    let ofParent = relations.indices.map { table.hasParent ? verdict($0, sums) : nil }
    var shares: [(of: Int, to: Int, value: Rational, units: [Bool])] = []
    for row in rollUp.rows {
      guard case .rate(let of, let to) = row.rule, let value = row.sum?.exactValue,
        !shown.hidesTotal(of: row), let first = ids.firstIndex(of: of),
        let second = ids.firstIndex(of: to)
      else { continue }
      shares.append((first, second, value, rollUp.reported.indices.map { row.isAnswered(by: $0) }))
    }
    return (
      PublicReader(
        rows: rows, relations: relations, verdicts: verdicts, verdictsOfParent: ofParent,
        shares: shares), ids
    )
  }

  /// The small counts and small sums that a reader finds.
  private func found(in table: Table) throws -> [String] {
    let (reader, ids) = try reader(table)
    let (cells, sums) = reader.possibilities()
    var found: [String] = []
    for (index, id) in ids.enumerated() {
      let truth = table.cells[Self.ids.firstIndex(of: id)!]
      for unit in 0..<table.units {
        guard let value = truth[unit] else { continue }
        // What is masked as small is never told apart, and the reader's own table is among them.
        if !cells[index][unit].contains(Int(value)) {
          found.append("\(id) of \(unit) is not seen as possible")
        }
        if (1...4).contains(value), cells[index][unit].count < 2 {
          found.append("\(id) of \(unit)")
        }
      }
      let sum = truth.reduce(0) { $0 + ($1 ?? 0) }
      if (1...4).contains(sum), sums[index].count < 2 { found.append("the sum of \(id)") }
    }
    return found
  }

  @Test("One small count alone: its sum gives way, and the other units stay")
  func alone() throws {
    let table = Table(cells: [[2, 10, 30], [nil, nil, nil], [nil, nil, nil]], hasParent: true)
    let (rollUp, shown) = try disclosure(table)
    let row = try rollUp.row("cases.a")
    #expect(shown.mask(of: row, unit: 0) == LocalizedText(same: "[1–4]"))
    #expect(shown.mask(of: row, unit: 1) == nil && shown.mask(of: row, unit: 2) == nil)
    #expect(
      shown.hidesTotal(of: row) && shown.hidesParent(of: row) && shown.hidesDifference(of: row))
    #expect(try found(in: table) == [])
  }

  @Test("Two small counts hide each other, and their sum is shown, unless it leaves one way")
  func pairs() throws {
    for first: Int64 in 1...4 {
      for second: Int64 in 1...4 {
        let table = Table(cells: [[first, second, 9], [nil, nil, nil], [nil, nil, nil]])
        let (rollUp, shown) = try disclosure(table)
        let isTelling = (first, second) == (1, 1) || (first, second) == (4, 4)
        #expect(shown.hidesTotal(of: try rollUp.row("cases.a")) == isTelling, "\(first) \(second)")
        #expect(try found(in: table) == [], "\(first) \(second)")
      }
    }
  }

  @Test("The team and the parent see everything")
  func team() throws {
    let rollUp = try Table(cells: [[2, 10], [1, nil], [3, 11]], hasParent: true).rollUp()
    for audience in [Audience.team, .unit] {
      let shown = RollUpDisclosure(rollUp, for: audience)
      for row in rollUp.rows {
        #expect(!shown.hidesTotal(of: row) && !shown.hidesParent(of: row))
        #expect(rollUp.reported.indices.allSatisfy { shown.mask(of: row, unit: $0) == nil })
      }
    }
  }

  @Test("A sum that is a small count itself is withheld, and so is what would bring it back")
  func smallSum() throws {
    let check = RollUpSample.sumCheck("X", ["cases.a", "cases.b"], "cases.total")
    let table = Table(
      cells: [[2, 0, 0], [20, 30, 9], [22, 30, 9]], checks: [check], hasParent: true)
    let (rollUp, shown) = try disclosure(table)
    #expect(shown.hidesTotal(of: try rollUp.row("cases.a")))
    let others = try ["cases.b", "cases.total"].map { shown.hidesTotal(of: try rollUp.row($0)) }
    #expect(others.contains(true))
    #expect(try found(in: table) == [])
  }

  @Test("A share of two sums is shown only where both are")
  func shares() throws {
    let share = RollUpSample.indicator(
      "share.a", .percent, from: nil, .rate(of: "cases.a", to: "cases.b"))
    func hides(_ a: [Int64?], _ b: [Int64?]) throws -> Bool {
      let table = Table(cells: [a, b, a.map { _ in nil }], extra: [share])
      #expect(try found(in: table) == [])
      let (rollUp, shown) = try disclosure(table)
      return shown.hidesTotal(of: try rollUp.row("share.a"))
    }
    #expect(try !hides([8, 9], [10, 10]))
    #expect(try hides([2, 9], [10, 10]))
    #expect(try !hides([2, 3, 9], [10, 10, 10]))
    // The share is of two units, the sum of three: together they would tell one apart.
    #expect(try hides([2, 3, 9], [10, nil, 10]))
  }

  @Test("What the parent's checklist alone relates is heeded in the units too")
  func foreign() throws {
    let check = RollUpSample.sumCheck("X", ["cases.a", "cases.b"], "cases.total")
    let table = Table(
      cells: [[2, 3, 8], [20, 30, 9], [22, 33, 17]], parentChecks: [check], hasParent: true)
    let (rollUp, shown) = try disclosure(table)
    let others = try ["cases.b", "cases.total"].map { shown.mask(of: try rollUp.row($0), unit: 0) }
    #expect(others.contains { $0 != nil })
    #expect(try found(in: table) == [])
  }

  @Test(
    "Whatever the table, every small count keeps two values at least",
    arguments: ["free", "equal", "at_most", "at_least", "parent", "share"])
  func random(shape: String) throws {
    var random = SeededGenerator(seed: 20_240_601)
    var withheld = 0
    var told = 0
    for round in 0..<120 {
      var table = Table(cells: [])
      let units = Int.random(in: 2...(shape == "free" ? 5 : 4), using: &random)
      func value(_ random: inout SeededGenerator) -> Int64? {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: nil
        case 1: 0
        case 2..<7: Int64.random(in: 1...4, using: &random)
        default: Int64.random(in: 5...9, using: &random)
        }
      }
      let a = (0..<units).map { _ in value(&random) }
      let b = (0..<units).map { _ in value(&random) }
      var total: [Int64?] = zip(a, b).map { first, second in
        first.flatMap { value in second.map { value + $0 } }
      }
      let check: Check?
      switch shape {
      case "equal": check = RollUpSample.sumCheck("X", ["cases.a", "cases.b"], "cases.total")
      case "at_most", "at_least":
        check = RollUpSample.sumCheck("X", ["cases.a", "cases.b"], "cases.total", shape)
        let step: Int64 = shape == "at_most" ? 1 : -1
        total = total.map { whole in
          whole.map { max(0, $0 + step * Int64.random(in: 0...3, using: &random)) }
        }
      case "parent":
        check = nil
        table.parentChecks = [RollUpSample.sumCheck("X", ["cases.a", "cases.b"], "cases.total")]
      default:
        check = nil
        total = total.map { _ in nil }
      }
      table.cells = shape == "free" ? [a, total, total] : [a, b, total]
      table.checks = check.map { [$0] } ?? []
      table.hasParent = shape == "parent" || Bool.random(using: &random)
      if shape == "share" {
        table.extra = [
          RollUpSample.indicator(
            "share.a", .percent, from: nil, .rate(of: "cases.a", to: "cases.b"))
        ]
      }
      let (rollUp, shown) = try disclosure(table)
      for row in rollUp.rows where row.sum != nil {
        if shown.hidesTotal(of: row) { withheld += 1 } else { told += 1 }
      }
      guard !rollUp.rows.isEmpty else { continue }
      #expect(try found(in: table) == [], "\(shape) \(round): \(table.cells)")
    }
    // Neither nothing nor everything is withheld.
    #expect(withheld > 10 && told > 10, "\(withheld) withheld, \(told) told")
  }

  @Test("Of many units with small counts the sums are shown")
  func useful() throws {
    var random = SeededGenerator(seed: 3)
    let a = (0..<19).map { _ in Int64.random(in: 0...4, using: &random) }
    let b = (0..<19).map { _ in Int64.random(in: 5...60, using: &random) }
    let check = RollUpSample.sumCheck("X", ["cases.a", "cases.b"], "cases.total")
    let table = Table(cells: [a, b, zip(a, b).map { $0 + $1 }], checks: [check], hasParent: true)
    let (rollUp, shown) = try disclosure(table)
    for row in rollUp.rows { #expect(!shown.hidesTotal(of: row), "\(row.indicator.id)") }
    for (unit, value) in a.enumerated() {
      #expect((shown.mask(of: try rollUp.row("cases.a"), unit: unit) != nil) == (value > 0))
    }
  }
}
