import CEL
public import Diagnostics

/// What of a roll-up may be shown to an audience.
///
/// The team and the parent unit see everything. The public sees no count of children or cases from 1
/// to 4, and nothing that brings one back: not a unit's figure, a sum, the parent's own figure, the
/// difference of the two, or a share recomputed from them; see ``CountTable``.
public struct RollUpDisclosure: Sendable {
  /// For whom.
  public let audience: Audience
  /// The masks of the units' figures, by the indicator they answered.
  private var masks: [String: [CountMask]] = [:]
  /// The rows whose sums and totals are withheld, by indicator.
  private var hiddenTotals: Set<String> = []
  /// The indicators whose figure of the parent is withheld.
  private var hiddenParents: Set<String> = []

  /// Decides what to mask.
  public init(_ rollUp: RollUp, for audience: Audience) {
    self.audience = audience
    guard audience == .everyone else { return }
    let masking = RollUpMasking(rollUp)
    masks = masking.masks
    hiddenTotals = masking.hiddenTotals
    hiddenParents = masking.hiddenParents
  }

  /// Whether what a row comes to is withheld.
  public func hidesTotal(of row: RollUpRow) -> Bool { hiddenTotals.contains(row.indicator.id) }

  /// Whether the parent's own figure is withheld.
  public func hidesParent(of row: RollUpRow) -> Bool { hiddenParents.contains(row.indicator.id) }

  /// Whether what parent and children differ by is withheld.
  public func hidesDifference(of row: RollUpRow) -> Bool {
    hidesTotal(of: row) || hidesParent(of: row)
  }

  /// What stands for a unit's figure where it is masked; nil where it is shown.
  public func mask(of row: RollUpRow, unit: Int) -> LocalizedText? {
    guard let source = row.indicator.rollUpSource, let masks = masks[source] else { return nil }
    switch masks[unit] {
    case .shown: return nil
    case .small: return LocalizedText(same: Disclosure.smallCount)
    case .guarding: return Disclosure.withheld
    }
  }
}

/// The working out of what the public may see.
struct RollUpMasking {
  private(set) var masks: [String: [CountMask]] = [:]
  private(set) var hiddenTotals: Set<String> = []
  private(set) var hiddenParents: Set<String> = []
  private let rollUp: RollUp
  /// The row of each indicator of the children that is a count to be masked.
  private var rowOfSource: [String: Int] = [:]
  private var sources: [String] = []
  /// The counts that a unit's own public result tells to be from 1 to 4, by row and unit.
  private var toldSmall: [[Bool]] = []

  init(_ rollUp: RollUp) {
    self.rollUp = rollUp
    collectSources()
    let cells = cells()
    var table = CountTable(cells: cells, relations: relations(), smallSums: smallSums())
    table.maskBesideForeignRelations()
    let ownMasks = parentMasks()
    for row in rollUp.rows {
      guard let index = countRow(of: row), ownMasks.contains(row.indicator.id) else { continue }
      // What the parent hides of itself is not shown as the sum of its children either.
      if row.parentFigure?.exactValue == row.sum?.exactValue { table.withhold(index) }
    }
    table.settle()
    publish(table, ownMasks)
  }

  /// The row of the table that a row of the roll-up adds up; nil where it is none to be masked.
  private func countRow(of row: RollUpRow) -> Int? {
    guard row.isAddition, let source = row.indicator.rollUpSource else { return nil }
    return rowOfSource[source]
  }

  private mutating func collectSources() {
    var counting: Set<String> = []
    for indicator in rollUp.request.checklist.checklist.indicators where indicator.isCounting {
      counting.insert(indicator.id)
    }
    for row in rollUp.rows where row.isAddition {
      guard let source = row.indicator.rollUpSource else { continue }
      guard counting.contains(source) || row.indicator.isCounting else { continue }
      guard rowOfSource[source] == nil else { continue }
      rowOfSource[source] = sources.count
      sources.append(source)
    }
  }

  // MARK: What is in the table

  private mutating func cells() -> [[CountCell?]] {
    var cells = [[CountCell?]](repeating: [], count: sources.count)
    toldSmall = [[Bool]](repeating: [], count: sources.count)
    let checklist = rollUp.request.checklist
    for child in rollUp.reported {
      let submission = child.submission
      let assessment = assess(
        checklist, submission, AssessmentContext(asOf: submission.period.to))
      let own = Disclosure(assessment, checklist: checklist.checklist, for: .everyone)
      for (index, source) in sources.enumerated() {
        toldSmall[index].append(own.mask(of: source) == LocalizedText(same: Disclosure.smallCount))
        guard let answer = submission.answers[source], let value = answer.countedValue else {
          cells[index].append(nil)
          continue
        }
        var mask = CountMask.shown
        if own.masked.contains(source) { mask = .guarding }
        if answer.showsSmallCount { mask = .small }
        var isExact = false
        if case .number(let number) = answer.value { isExact = number.exactValue == value }
        cells[index].append(CountCell(value: value, isExact: isExact, mask: mask))
      }
    }
    return cells
  }

  private func smallSums() -> Set<Int> {
    var rows: Set<Int> = []
    for row in rollUp.rows {
      guard let index = countRow(of: row), let sum = row.sum else { continue }
      if Answer(.number(sum)).showsSmallCount { rows.insert(index) }
    }
    return rows
  }

  private func relations() -> [CountRelation] {
    let request = rollUp.request
    var found = relations(of: request.checklist, rowOfSource, isForeign: false)
    guard request.crossesLevels else { return found }
    var rows: [String: Int] = [:]
    for row in rollUp.rows { rows[row.indicator.id] = countRow(of: row) }
    found += relations(of: request.target, rows, isForeign: true)
    return found
  }

  private func relations(
    of checklist: CompiledChecklist, _ rows: [String: Int], isForeign: Bool
  ) -> [CountRelation] {
    var found: [CountRelation] = []
    for area in checklist.checklist.areas {
      for check in area.checks {
        let inputs = checklist.rule(of: check.id)?.inputs ?? []
        if let relation = CountRelation(check, inputs: inputs, rows: rows, isForeign: isForeign) {
          found.append(relation)
        }
      }
    }
    return found
  }

  /// The indicators that the parent's own public result masks.
  private func parentMasks() -> Set<String> {
    guard let parent = rollUp.request.parent?.submission else { return [] }
    let target = rollUp.request.target
    let assessment = assess(target, parent, AssessmentContext(asOf: parent.period.to))
    return Disclosure(assessment, checklist: target.checklist, for: .everyone).masked
  }

  // MARK: What comes of it

  private mutating func publish(_ table: CountTable, _ ownMasks: Set<String>) {
    for (index, source) in sources.enumerated() {
      masks[source] = rollUp.reported.indices.map { unit in
        let mask = table.cells[index][unit]?.mask ?? .shown
        return mask == .small && !toldSmall[index][unit] ? .guarding : mask
      }
    }
    hiddenParents = ownMasks
    for row in rollUp.rows {
      guard let index = countRow(of: row), table.withheld.contains(index) else { continue }
      hiddenTotals.insert(row.indicator.id)
      hiddenParents.insert(row.indicator.id)
    }
    for row in rollUp.rows {
      guard case .rate(let of, let to) = row.rule else { continue }
      if !isSafe(row, of, to) { hiddenTotals.insert(row.indicator.id) }
      let isTelling =
        hiddenTotals.contains(row.indicator.id) || hiddenParents.contains(of)
        || hiddenParents.contains(to)
      if isTelling { hiddenParents.insert(row.indicator.id) }
    }
  }

  /// Whether a share tells nothing that its two sums do not: they are shown and are of the same
  /// units, or none of its figures is masked.
  private func isSafe(_ rate: RollUpRow, _ of: String, _ to: String) -> Bool {
    var isMasked = false
    var isOfSameUnits = true
    for row in rollUp.rows where row.indicator.id == of || row.indicator.id == to {
      let isHidden = hiddenTotals.contains(row.indicator.id)
      let source = row.indicator.rollUpSource.flatMap { masks[$0] } ?? []
      for unit in rollUp.reported.indices {
        let isAnswered = rate.isAnswered(by: unit)
        if row.isAnswered(by: unit) != isAnswered { isOfSameUnits = false }
        if unit < source.count, source[unit] != .shown, row.isAddition { isMasked = true }
      }
      if isHidden { isOfSameUnits = false }
    }
    return !isMasked || isOfSameUnits
  }
}

extension RollUpRow {
  /// Whether figures are added in it.
  var isAddition: Bool {
    switch rule {
    case .sum, .part: true
    case .count, .units, .rate, .notAdded: false
    }
  }
}
