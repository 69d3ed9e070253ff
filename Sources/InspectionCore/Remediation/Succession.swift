/// A unit in the register: a code with a period of validity, never a name.
public struct RegisteredUnit: Hashable, Sendable {
  /// The code.
  public var code: String
  /// The level, such as `district` or `commune`; configured, not built in.
  public var level: String
  /// The code of the unit above; nil at the top.
  public var parent: String?
  /// The first day it exists.
  public var from: CivilDate
  /// The last day it exists; nil while it does.
  public var to: CivilDate?

  /// Creates a unit.
  public init(
    code: String, level: String, parent: String? = nil, from: CivilDate, to: CivilDate? = nil
  ) {
    self.code = code
    self.level = level
    self.parent = parent
    self.from = from
    self.to = to
  }

  /// Whether it exists on a day.
  public func exists(on day: CivilDate) -> Bool { from <= day && day <= to ?? day }
}

/// What became of a unit on a day.
public struct UnitRelation: Hashable, Sendable {
  /// A way of becoming another.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It was joined with others into one (hợp nhất, sáp nhập).
    case merge
    /// It was divided (chia, tách).
    case split
    /// It goes on under another code or name (đổi tên).
    case rename
    /// Its level was abolished; its work goes partly up, partly down (kết thúc hoạt động).
    case dissolution
  }

  /// How much of the unit goes there.
  public enum Share: String, Hashable, Sendable, CaseIterable {
    /// All of it.
    case whole
    /// Some of it.
    case part
  }

  /// What happened.
  public var kind: Kind
  /// The unit before.
  public var from: String
  /// The unit after.
  public var to: String
  /// The first day of the unit after.
  public var date: CivilDate
  /// How much of the unit before goes there.
  public var share: Share

  /// Creates a relation.
  public init(kind: Kind, from: String, to: String, date: CivilDate, share: Share = .whole) {
    self.kind = kind
    self.from = from
    self.to = to
    self.date = date
    self.share = share
  }
}

/// A unit that takes another's place on a day.
public struct Heir: Hashable, Sendable {
  /// The code.
  public var unit: String
  /// How much of the earlier unit it takes over.
  public var share: UnitRelation.Share
  /// Whether a level was abolished on the way, so that a person allocates.
  public var isThroughDissolution: Bool
}

/// All units with their lives.
public struct UnitRegister: Sendable {
  private let units: [String: [RegisteredUnit]]
  private let relations: [String: [UnitRelation]]

  /// Creates a register; a unit that gets another parent stands in it once for each.
  public init(units: [RegisteredUnit], relations: [UnitRelation]) {
    var byCode: [String: [RegisteredUnit]] = [:]
    for unit in units { byCode[unit.code, default: []].append(unit) }
    self.units = byCode
    var byUnit: [String: [UnitRelation]] = [:]
    for relation in relations { byUnit[relation.from, default: []].append(relation) }
    self.relations = byUnit
  }

  /// The unit of a code as it is on a day; where it does not exist then, as it was last before.
  public func unit(_ code: String, on day: CivilDate) -> RegisteredUnit? {
    var last: RegisteredUnit?
    for unit in units[code] ?? [] where unit.from <= day {
      if unit.exists(on: day) { return unit }
      if last.map({ $0.from < unit.from }) ?? true { last = unit }
    }
    return last
  }

  /// Whether a unit exists on a day; of one that is not registered, whether nothing took its place.
  public func exists(_ code: String, on day: CivilDate) -> Bool {
    if let known = units[code] { return known.contains { $0.exists(on: day) } }
    return !(relations[code] ?? []).contains { $0.date <= day }
  }

  /// The units above a unit on a day, nearest first, or above it when it last existed; ends where a
  /// hierarchy runs in a circle.
  public func unitsAbove(_ code: String, on day: CivilDate) -> [String] {
    var above: [String] = []
    var seen: Set<String> = [code]
    var next = unit(code, on: day)?.parent
    while let parent = next, seen.insert(parent).inserted {
      above.append(parent)
      next = unit(parent, on: day)?.parent
    }
    return above
  }

  /// The units that have taken a unit's place by a day, through every change in between, in the order
  /// of the relations; none while it exists itself.
  public func heirs(of code: String, on day: CivilDate) -> [Heir] {
    guard !exists(code, on: day) else { return [] }
    var heirs: [Heir] = []
    var places: [String: Int] = [:]
    var seen: Set<String> = [code]
    var queue = [Heir(unit: code, share: .whole, isThroughDissolution: false)]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for relation in relations[current.unit] ?? [] where relation.date <= day {
        let heir = Heir(
          unit: relation.to,
          share: relation.share == .whole ? current.share : .part,
          isThroughDissolution: current.isThroughDissolution || relation.kind == .dissolution)
        if exists(relation.to, on: day) {
          // Two ways to one heir make it one heir, of a part by either.
          if let place = places[heir.unit] {
            heirs[place].isThroughDissolution =
              heirs[place].isThroughDissolution || heir.isThroughDissolution
          } else {
            places[heir.unit] = heirs.count
            heirs.append(heir)
          }
        } else if seen.insert(relation.to).inserted {
          queue.append(heir)
        }
      }
    }
    return heirs
  }
}

/// What is proposed for an open item when its unit has ended.
public struct SuccessionProposal: Hashable, Sendable {
  /// A course.
  public enum Course: Hashable, Sendable {
    /// The unit exists: nothing changes.
    case stays
    /// One heir takes it over.
    case follows(String)
    /// Several heirs share it, each with a part; it is closed when each part is.
    case shared([String])
    /// A person allocates it to one or more of these, the coordinating office first.
    case toAllocate([String])
  }

  /// The item.
  public var item: String
  /// The unit it concerned.
  public var unit: String
  /// What is proposed.
  public var course: Course
}

/// What is proposed for each open item on a day; every open item has exactly one proposal.
///
/// - Parameter coordinator: the code of the office that coordinates what no single unit inherits.
public func proposeSuccession(
  of items: [TrackedItem], in register: UnitRegister, on day: CivilDate, coordinator: String
) -> [SuccessionProposal] {
  var summaries: [ItemSummary] = []
  for item in items { summaries.append(item.summary(ended: nil)) }
  return proposeSuccession(of: summaries, in: register, on: day, coordinator: coordinator)
}

/// What is proposed for each open item on a day, as a list has it.
public func proposeSuccession(
  of items: [ItemSummary], in register: UnitRegister, on day: CivilDate, coordinator: String
) -> [SuccessionProposal] {
  var known: [String: SuccessionProposal.Course] = [:]
  var proposals: [SuccessionProposal] = []
  for item in items where item.status.isOpen {
    let course =
      known[item.unit] ?? register.course(of: item.unit, on: day, coordinator: coordinator)
    known[item.unit] = course
    proposals.append(SuccessionProposal(item: item.id, unit: item.unit, course: course))
  }
  return proposals
}

extension UnitRegister {
  fileprivate func course(
    of unit: String, on day: CivilDate, coordinator: String
  ) -> SuccessionProposal.Course {
    if unit == coordinator || exists(unit, on: day) { return .stays }
    let heirs = heirs(of: unit, on: day)
    var units: [String] = []
    var isAllocated = heirs.isEmpty
    for heir in heirs {
      units.append(heir.unit)
      isAllocated = isAllocated || heir.isThroughDissolution
    }
    if isAllocated { return .toAllocate([coordinator] + units.filter { $0 != coordinator }) }
    return units.count == 1 ? .follows(units[0]) : .shared(units)
  }
}
