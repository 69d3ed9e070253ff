import InspectionCore

/// Checks of two checklists that stand for each other: one and one, or more where checks were split
/// or merged; none on one side where a check was added or dropped.
struct CheckGroup {
  /// The ids in the earlier checklist.
  var was: [String] = []
  /// The ids in the later one.
  var now: [String] = []
  /// What the later checklist says became of them.
  var entries: [CheckMigration] = []
  /// Which check became which.
  var edges: [(was: String, now: String)] = []
}

/// Which check of one checklist became which of another: by the migration that the later one
/// declares, and by id for every check it does not mention.
struct CheckMatching {
  private(set) var groups: [CheckGroup] = []
  private var places: [String: Int] = [:]

  init(_ old: Checklist, _ new: Checklist, by migration: Migration?) {
    let later = new.areas.flatMap(\.checks).map(\.id)
    let known = Set(later)
    for check in old.areas.flatMap(\.checks) {
      let entry = migration?.checks.first { $0.was == check.id }
      add(check.id, (entry?.now ?? [check.id]).filter(known.contains), entry)
    }
    groups.removeAll { $0.was.isEmpty }
    let taken = Set(groups.flatMap(\.now))
    for id in later where !taken.contains(id) { groups.append(CheckGroup(now: [id])) }
  }

  private mutating func add(_ id: String, _ targets: [String], _ entry: CheckMigration?) {
    var group = CheckGroup(was: [id])
    if let entry { group.entries.append(entry) }
    var home: Int?
    for target in targets where !group.now.contains(target) {
      group.edges.append((id, target))
      if let place = places[target], place != home {
        group = merged(groups[place], group)
        if home == nil { home = place }
        groups[place] = CheckGroup()
      } else if places[target] == nil {
        group.now.append(target)
      }
    }
    let place = home ?? groups.count
    if home == nil { groups.append(group) } else { groups[place] = group }
    for target in group.now { places[target] = place }
  }

  private func merged(_ first: CheckGroup, _ second: CheckGroup) -> CheckGroup {
    CheckGroup(
      was: first.was + second.was,
      now: first.now + second.now.filter { !first.now.contains($0) },
      entries: first.entries + second.entries, edges: first.edges + second.edges)
  }

  /// The later id of each earlier check that has one successor and is its only predecessor.
  var successors: [String: String] {
    var successors: [String: String] = [:]
    for group in groups where group.was.count == 1 && group.now.count == 1 {
      successors[group.was[0]] = group.now[0]
    }
    return successors
  }
}

extension Checklist {
  /// Each check's share of all the points that can be earned, as millionths.
  var pointShares: [String: Int64] {
    var nominal: [(id: String, points: Int128)] = []
    for area in areas {
      let sum = area.checks.reduce(Int128(0)) { $0 + Int128($1.points) }
      for check in area.checks {
        let points = Int128(check.points)
        guard let weight = area.weight else {
          nominal.append((check.id, points * 1000))
          continue
        }
        nominal.append((check.id, sum == 0 ? 0 : Int128(weight) * points * 1000 / sum))
      }
    }
    let total = nominal.reduce(Int128(0)) { $0 + $1.points }
    var shares: [String: Int64] = [:]
    for entry in nominal where total > 0 {
      shares[entry.id] = Int64((entry.points * 2_000_000 + total) / (2 * total))
    }
    return shares
  }

  /// The checks by id.
  var checksByID: [String: Check] {
    var checks: [String: Check] = [:]
    for area in areas {
      for check in area.checks { checks[check.id] = check }
    }
    return checks
  }
}
