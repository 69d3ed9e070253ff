import CEL
import InspectionCore

/// Somebody who reads a public roll-up, knows what every mask stands for, what the checks of the
/// units and of the parent say of the figures, and tries every table that could be behind it.
///
/// It presumes besides that the parent's own figures are those of its children, where they are.
struct PublicReader {
  /// A table's figures by row, of one unit or of all together.
  typealias Figures = [Int]

  /// What is known of one row.
  struct Row {
    let id: String
    /// What each unit may give; nil where it gives nothing.
    var possible: [[Int]?]
    /// The sum, where it is told.
    var sum: Int?
  }

  let rows: [Row]
  /// The parts and the total of what the units' checks say, by position, with the relation.
  let relations: [(parts: [Int], total: Int, relation: String)]
  /// Whether each relation holds in a unit, as its own public result says.
  let verdicts: [[Bool?]]
  /// What is told of the sums beside their values: whether a relation holds for them.
  let verdictsOfParent: [Bool?]
  /// The shares told: of two rows, the figure, and which units it is of.
  let shares: [(of: Int, to: Int, value: Rational, units: [Bool])]

  /// What each masked count can be, by row and unit, and each withheld sum by row.
  func possibilities() -> (cells: [[Set<Int>]], sums: [Set<Int>]) {
    let units = rows[0].possible.count
    let worlds = (0..<units).map(worlds)
    var before: [Set<Figures>] = [[empty]]
    for unit in 0..<units { before.append(adding(before[unit], worlds[unit], unit)) }
    var after: [Set<Figures>] = [[empty]]
    for unit in (0..<units).reversed() { after.append(adding(after.last!, worlds[unit], unit)) }
    after.reverse()
    var cells = rows.map { _ in [Set<Int>](repeating: [], count: units) }
    for unit in 0..<units {
      let others = merged(before[unit], after[unit + 1])
      for world in worlds[unit] {
        let own = features(world, unit)
        guard others.contains(where: { isTold(plus($0, own)) }) else { continue }
        for row in rows.indices { cells[row][unit].insert(world[row]) }
      }
    }
    var sums = [Set<Int>](repeating: [], count: rows.count)
    for total in before[units] where isTold(total) {
      for row in rows.indices { sums[row].insert(total[row]) }
    }
    return (cells, sums)
  }

  private var empty: Figures { Array(repeating: 0, count: rows.count + 2 * shares.count) }

  /// The figures a unit may give, in all rows, by what its own result tells.
  private func worlds(_ unit: Int) -> [Figures] {
    var worlds: [Figures] = [[]]
    for row in rows {
      let values = row.possible[unit] ?? [0]
      worlds = worlds.flatMap { world in values.map { world + [$0] } }
    }
    return worlds.filter { world in
      for (index, relation) in relations.enumerated() {
        guard let verdict = verdicts[index][unit] else { continue }
        if holds(relation, world) != verdict { return false }
      }
      return true
    }
  }

  private func holds(
    _ relation: (parts: [Int], total: Int, relation: String), _ world: Figures
  ) -> Bool {
    let sum = relation.parts.reduce(0) { $0 + world[$1] }
    switch relation.relation {
    case "at_most": return sum <= world[relation.total]
    case "at_least": return sum >= world[relation.total]
    default: return sum == world[relation.total]
    }
  }

  /// A unit's figures with what it gives to the shares.
  private func features(_ world: Figures, _ unit: Int) -> Figures {
    var features = world
    for share in shares {
      features += share.units[unit] ? [world[share.of], world[share.to]] : [0, 0]
    }
    return features
  }

  private func adding(_ sums: Set<Figures>, _ worlds: [Figures], _ unit: Int) -> Set<Figures> {
    merged(sums, Set(worlds.map { features($0, unit) }))
  }

  private func merged(_ first: Set<Figures>, _ second: Set<Figures>) -> Set<Figures> {
    var all: Set<Figures> = []
    for one in first {
      for other in second {
        let sum = plus(one, other)
        if isWithin(sum) { all.insert(sum) }
      }
    }
    return all
  }

  private func plus(_ first: Figures, _ second: Figures) -> Figures {
    zip(first, second).map { $0 + $1 }
  }

  /// Whether sums do not exceed what is told yet.
  private func isWithin(_ sums: Figures) -> Bool {
    for (index, row) in rows.enumerated() {
      if let sum = row.sum, sums[index] > sum { return false }
    }
    return true
  }

  /// Whether sums are what is told.
  private func isTold(_ sums: Figures) -> Bool {
    for (index, row) in rows.enumerated() {
      if let sum = row.sum, sums[index] != sum { return false }
    }
    for (index, relation) in relations.enumerated() {
      if let verdict = verdictsOfParent[index], holds(relation, sums) != verdict { return false }
    }
    for (index, share) in shares.enumerated() {
      let (of, to) = (sums[rows.count + 2 * index], sums[rows.count + 2 * index + 1])
      if Int64(of) * share.value.denominator != Int64(to) * share.value.numerator { return false }
    }
    return true
  }
}
