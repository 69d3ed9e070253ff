import CEL

/// How a count of one unit is published.
enum CountMask: Hashable, Sendable {
  /// As it is.
  case shown
  /// As "1 to 4".
  case small
  /// Not at all, since it would help to find a small one.
  case guarding
}

/// One unit's count.
struct CountCell {
  /// The count as stated.
  let value: Rational
  /// Whether it is known exactly, so that it enters the sum as it is.
  let isExact: Bool
  var mask: CountMask
}

/// The counts of children or cases that are added up, units by indicator, and what becomes of their
/// sums for the public.
///
/// What is masked in a unit's own result stays masked, and no more of the units than that: a unit's
/// other figures are public elsewhere and would protect nothing. So it is sums that give way. A sum
/// stays where for every small count there is another table, with that count one higher or lower,
/// that shows the same everywhere: found as a ``CountShift`` in one unit that another unit undoes.
/// Where there is none, the sums of the rows concerned are withheld; their reader still learns them
/// within a few children from the cells shown.
struct CountTable {
  /// The counts by row and unit; nil where a unit gives none.
  var cells: [[CountCell?]]
  let relations: [CountRelation]
  /// The rows whose sum is a small count itself.
  let smallSums: Set<Int>
  /// The rows whose sums are withheld.
  private(set) var withheld: Set<Int> = []
  /// The relations of each row.
  private let relationsOfRow: [[Int]]
  /// The units that could undo a shift: those with a masked, exact count in the row.
  private var partners: [[Int]] = []

  init(cells: [[CountCell?]], relations: [CountRelation], smallSums: Set<Int>) {
    self.cells = cells
    self.relations = relations
    self.smallSums = smallSums
    var found = [[Int]](repeating: [], count: cells.count)
    for (index, relation) in relations.enumerated() {
      for term in relation.terms { found[term.row].append(index) }
    }
    relationsOfRow = found
  }

  /// Withholds the sum of a row, whatever else there is.
  mutating func withhold(_ row: Int) { withheld.insert(row) }

  // MARK: Cells

  /// Masks, in each unit, what a relation of the parent's checklist would tell of a masked count.
  mutating func maskBesideForeignRelations() {
    guard !cells.isEmpty else { return }
    for unit in cells[0].indices {
      var changed = true
      while changed {
        changed = false
        for relation in relations {
          if maskBeside(relation, unit) || maskWhereFound(relation, unit) { changed = true }
        }
      }
    }
  }

  /// Masks the other counts of a relation where just one is masked; whether any was.
  private mutating func maskBeside(_ relation: CountRelation, _ unit: Int) -> Bool {
    var masked = 0
    var others: [Int] = []
    for term in relation.terms {
      guard let cell = cells[term.row][unit] else { continue }
      if cell.mask != .shown { masked += 1 } else { others.append(term.row) }
    }
    guard masked == 1 || (masked > 0 && relation.isOpaque && relation.isForeign) else {
      return false
    }
    var changed = false
    for row in others where !(cells[row][unit]?.value.isZero ?? true) {
      cells[row][unit]?.mask = .guarding
      changed = true
    }
    return changed
  }

  /// Masks all counts of a relation of the parent's checklist where what is shown of them leaves a
  /// small one no other value; whether any was masked.
  private mutating func maskWhereFound(_ relation: CountRelation, _ unit: Int) -> Bool {
    guard relation.isForeign, !relation.isOpaque else { return false }
    for term in relation.terms where cells[term.row][unit]?.mask == .small {
      guard shifts(of: term.row, unit).isEmpty else { continue }
      var changed = false
      for other in relation.terms where cells[other.row][unit]?.mask == .shown {
        guard !(cells[other.row][unit]?.value.isZero ?? true) else { continue }
        cells[other.row][unit]?.mask = .guarding
        changed = true
      }
      if changed { return true }
    }
    return false
  }

  // MARK: Sums

  /// Withholds sums until no small count, and no small sum, can be found from what is left.
  mutating func settle() {
    partners = []
    for row in cells.indices {
      var units: [Int] = []
      for unit in cells[row].indices where isMasked(row, unit) {
        if cells[row][unit]?.isExact ?? false { units.append(unit) }
      }
      partners.append(units)
    }
    var changed = true
    while changed {
      changed = false
      for row in cells.indices {
        if !protectSum(of: row) { changed = true }
        for unit in cells[row].indices where cells[row][unit]?.mask == .small {
          if !protect(row, unit) { changed = true }
        }
      }
      if withholdBesideLone() { changed = true }
    }
  }

  func isMasked(_ row: Int, _ unit: Int) -> Bool {
    guard let cell = cells[row][unit] else { return false }
    return cell.mask != .shown
  }

  /// Whether a small count cannot be found; otherwise withholds what tells it.
  private mutating func protect(_ row: Int, _ unit: Int) -> Bool {
    let shifts = shifts(of: row, unit)
    for shift in shifts where isUnseen(shift, unit) { return true }
    return withholdRows(of: shifts, or: row)
  }

  /// Whether a small sum cannot be found; otherwise withholds what tells it.
  private mutating func protectSum(of row: Int) -> Bool {
    guard smallSums.contains(row) else { return true }
    var shifts: [CountShift] = []
    for unit in cells[row].indices where isMasked(row, unit) {
      shifts += self.shifts(of: row, unit)
    }
    if withheld.contains(row) {
      for shift in shifts where withheld.isSuperset(of: shift.rows) { return true }
    }
    return withholdRows(of: shifts, or: row)
  }

  /// Withholds the sums that the smallest shift would change, or, where there is none, all that are
  /// related to a row; whether they all were withheld already.
  private mutating func withholdRows(of shifts: [CountShift], or row: Int) -> Bool {
    var rows = shifts.first?.rows ?? related(to: row)
    for shift in shifts where shift.rows.count < rows.count { rows = shift.rows }
    if withheld.isSuperset(of: rows) { return true }
    withheld.formUnion(rows)
    return false
  }

  /// Withholds the sums beside one that a relation would bring back; whether there were any.
  private mutating func withholdBesideLone() -> Bool {
    var changed = false
    for relation in relations {
      var open: [Int] = []
      for term in relation.terms where !withheld.contains(term.row) { open.append(term.row) }
      guard relation.terms.count - open.count == 1, !open.isEmpty else { continue }
      withheld.formUnion(open)
      changed = true
    }
    return changed
  }

  /// The rows that relations lead to from a row, itself among them.
  private func related(to row: Int) -> Set<Int> {
    var found: Set<Int> = [row]
    var open = [row]
    while let next = open.popLast() {
      for index in relationsOfRow[next] {
        for term in relations[index].terms where found.insert(term.row).inserted {
          open.append(term.row)
        }
      }
    }
    return found
  }
}

// MARK: Shifts

/// Another way some masked counts of one unit could be, by ones up or down, that keeps all that is
/// known of the unit.
struct CountShift {
  var steps: [(row: Int, step: Int64)]

  var rows: Set<Int> {
    var rows: Set<Int> = []
    for step in steps { rows.insert(step.row) }
    return rows
  }

  func step(of row: Int) -> Int64 {
    for step in steps where step.row == row { return step.step }
    return 0
  }
}

extension CountTable {
  /// How many counts a shift may move at the most.
  private static let longestShift = 5

  /// The shifts that move a unit's count in a row.
  fileprivate func shifts(of row: Int, _ unit: Int) -> [CountShift] {
    var found: [CountShift] = []
    for step: Int64 in [1, -1] {
      complete(CountShift(steps: [(row, step)]), unit, &found)
    }
    return found
  }

  /// Moves further counts until every relation of the unit holds as before.
  private func complete(_ shift: CountShift, _ unit: Int, _ found: inout [CountShift]) {
    guard let (relation, change) = broken(by: shift, unit) else {
      if fits(shift, unit) { found.append(shift) }
      return
    }
    guard shift.steps.count < CountTable.longestShift else { return }
    for term in relation.terms where isMasked(term.row, unit) && shift.step(of: term.row) == 0 {
      guard term.sign != 0 else { continue }
      var longer = shift
      longer.steps.append((term.row, (change > 0) == (term.sign > 0) ? -1 : 1))
      complete(longer, unit, &found)
    }
  }

  /// A relation of the unit that a shift would alter, and by how much; nil where there is none.
  private func broken(by shift: CountShift, _ unit: Int) -> (CountRelation, Int64)? {
    for step in shift.steps {
      for index in relationsOfRow[step.row] {
        let relation = relations[index]
        guard !relation.isOpaque, holds(relation, of: unit) else { continue }
        var change: Int64 = 0
        for term in relation.terms { change += term.sign * shift.step(of: term.row) }
        if change != 0 { return (relation, change) }
      }
    }
    return nil
  }

  /// Whether a relation can say anything of a unit: all its counts are there.
  private func holds(_ relation: CountRelation, of unit: Int) -> Bool {
    for term in relation.terms where cells[term.row][unit] == nil { return false }
    return true
  }

  /// Whether the shifted counts can still be what their masks say, and no relation that is not
  /// analysed has a word in it.
  private func fits(_ shift: CountShift, _ unit: Int) -> Bool {
    for step in shift.steps {
      guard let cell = cells[step.row][unit] else { return false }
      let value: Rational
      do throws(NumberError) { value = try cell.value.adding(Rational(step.step)) } catch {
        return false
      }
      switch cell.mask {
      case .shown: return false
      case .small: if value < .one || value >= Rational(5) { return false }
      case .guarding: if value < Rational(5) { return false }
      }
      for index in relationsOfRow[step.row] where relations[index].isOpaque {
        var others = 0
        for term in relations[index].terms where cells[term.row][unit] != nil { others += 1 }
        if others > 1 { return false }
      }
    }
    return true
  }

  /// Whether no sum that is shown tells of a shift: none changes, or another unit undoes it.
  fileprivate func isUnseen(_ shift: CountShift, _ unit: Int) -> Bool {
    var seen = CountShift(steps: [])
    for step in shift.steps where !withheld.contains(step.row) { seen.steps.append(step) }
    guard let first = seen.steps.first else { return true }
    for step in seen.steps where !(cells[step.row][unit]?.isExact ?? false) { return false }
    for partner in partners[first.row] where partner != unit {
      if undoes(seen, partner) || (seen.steps.count < shift.steps.count && undoes(shift, partner)) {
        return true
      }
    }
    return false
  }

  private func undoes(_ shift: CountShift, _ unit: Int) -> Bool {
    var opposite = shift
    for index in opposite.steps.indices {
      opposite.steps[index].step *= -1
      let row = opposite.steps[index].row
      guard let cell = cells[row][unit], cell.isExact, cell.mask != .shown else { return false }
    }
    return broken(by: opposite, unit) == nil && fits(opposite, unit)
  }
}
