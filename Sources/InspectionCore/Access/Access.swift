public import Diagnostics

/// What a person is to a unit.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// Works on it in the unit.
  case unitOfficer = "unit_officer"
  /// Leads the unit and signs for it.
  case unitHead = "unit_head"
  /// Inspects.
  case teamMember = "team_member"
  /// Leads the inspection and signs the record.
  case teamLeader = "team_leader"
  /// Tracks what was asked for.
  case departmentOfficer = "department_officer"
  /// Leads the tracking office and signs for it.
  case departmentHead = "department_head"
  /// Keeps accounts, units and the store; decides nothing about an item.
  case administrator
  /// Reads everything and changes nothing.
  case auditor

  /// What it is called.
  public var title: LocalizedText {
    switch self {
    case .unitOfficer: LocalizedText(vi: "cán bộ của đơn vị", en: "unit officer")
    case .unitHead: LocalizedText(vi: "người đứng đầu đơn vị", en: "unit head")
    case .teamMember: LocalizedText(vi: "thành viên đoàn kiểm tra", en: "team member")
    case .teamLeader: LocalizedText(vi: "trưởng đoàn kiểm tra", en: "team leader")
    case .departmentOfficer: LocalizedText(vi: "chuyên viên theo dõi", en: "department officer")
    case .departmentHead: LocalizedText(vi: "trưởng phòng theo dõi", en: "department head")
    case .administrator: LocalizedText(vi: "quản trị hệ thống", en: "administrator")
    case .auditor: LocalizedText(vi: "người giám sát, chỉ xem", en: "auditor")
    }
  }

  /// The sides it may type for; whoever tracks also types what others sign on paper.
  public var sides: [Party] {
    switch self {
    case .unitOfficer, .unitHead: [.unit]
    case .teamMember, .teamLeader: [.team, .unit]
    case .departmentOfficer, .departmentHead: Party.allCases
    case .administrator, .auditor: []
    }
  }
}

/// A role of an account for a unit and all below it, from one day to another.
public struct Grant: Hashable, Sendable {
  /// The account.
  public var account: String
  /// The role.
  public var role: Role
  /// The code of the unit.
  public var unit: String
  /// The first day.
  public var from: CivilDate
  /// The last day; nil while it lasts.
  public var to: CivilDate?

  /// Creates a grant.
  public init(
    account: String, role: Role, unit: String, from: CivilDate, to: CivilDate? = nil
  ) {
    self.account = account
    self.role = role
    self.unit = unit
    self.from = from
    self.to = to
  }

  /// Whether it holds on a day.
  public func holds(on day: CivilDate) -> Bool { from <= day && day <= to ?? day }
}

/// Who wants something, and the side that the account speaks for in it.
public struct Actor: Hashable, Sendable {
  /// The account.
  public var account: String
  /// The side.
  public var party: Party

  /// Creates an actor.
  public init(account: String, party: Party) {
    self.account = account
    self.party = party
  }
}

/// All grants and the units they lie in.
public struct AccessRegister: Sendable {
  private let grants: [String: [Grant]]
  /// The units.
  public let units: UnitRegister

  /// Creates a register.
  public init(grants: [Grant], units: UnitRegister) {
    var byAccount: [String: [Grant]] = [:]
    for grant in grants { byAccount[grant.account, default: []].append(grant) }
    self.grants = byAccount
    self.units = units
  }

  /// An account's grants that hold for a unit on a day.
  public func grants(of account: String, for unit: String, on day: CivilDate) -> [Grant] {
    guard let own = grants[account] else { return [] }
    let above = units.unitsAbove(unit, on: day)
    return own.filter { grant in
      grant.holds(on: day) && (grant.unit == unit || above.contains(grant.unit))
    }
  }
}

/// Whether somebody may do something.
public enum Permission: Hashable, Sendable {
  /// By this grant.
  case allowed(Grant)
  /// By this grant, if the event names the document that whoever decides has signed.
  case onPaper(Grant)
  /// Not; these roles may, alone or on paper.
  case denied([Role])

  /// Whether it may be done at all.
  public var isGiven: Bool {
    if case .denied = self { false } else { true }
  }

  /// What a person is told, in one sentence without a final full stop.
  public var why: LocalizedText {
    switch self {
    case .allowed(let grant):
      return LocalizedText(
        vi: "được phép với vai trò \(grant.role.title.vi)", en: "allowed as \(grant.role.title.en)")
    case .onPaper(let grant):
      return LocalizedText(
        vi: "được nhập với vai trò \(grant.role.title.vi) khi nêu văn bản đã ký",
        en: "allowed as \(grant.role.title.en), naming the signed document")
    case .denied(let roles):
      var vi: [String] = []
      var en: [String] = []
      for role in roles {
        vi.append(role.title.vi)
        en.append(role.title.en)
      }
      return LocalizedText(
        vi: "không được phép; việc này dành cho: " + vi.joined(separator: ", "),
        en: "not allowed; this is for: " + en.joined(separator: ", "))
    }
  }
}

/// Whether an actor may do something about a unit on a day: the one rule that the command, the web
/// and the tablet ask (design decision 12).
///
/// A document signed by whoever decides can be typed by an officer. An item's own rules, such as a
/// second side for every closing, hold besides: ``decide(_:_:_:)``.
public func may(
  _ actor: Actor, _ verb: Verb, unit: String, on day: CivilDate, in register: AccessRegister
) -> Permission {
  let roles = verb.roles
  var onPaper: Grant?
  for grant in register.grants(of: actor.account, for: unit, on: day) {
    guard !verb.needsSide || grant.role.sides.contains(actor.party) else { continue }
    if roles.deciding.contains(grant.role) { return .allowed(grant) }
    if onPaper == nil, roles.typing.contains(grant.role) { onPaper = grant }
  }
  if let onPaper { return .onPaper(onPaper) }
  return .denied(roles.deciding + roles.typing)
}
