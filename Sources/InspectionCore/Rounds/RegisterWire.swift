import Diagnostics
public import JSON

/// Something that happened to the register of units, accounts and grants.
public enum RegisterEvent: Hashable, Sendable {
  /// A unit is registered for a time, or its entry from the same day is replaced.
  case unit(RegisteredUnit, name: String)
  /// What became of a unit.
  case relation(UnitRelation)
  /// An account was opened for a position, which is never a person's name.
  case accountOpened(position: String)
  /// An account was closed.
  case accountClosed
  /// A role was given.
  case granted(Grant)
  /// A role ended.
  case grantEnded(to: CivilDate)

  /// The event's type in the journal.
  public var type: String {
    switch self {
    case .unit: "unit.registered"
    case .relation: "unit.related"
    case .accountOpened: "account.opened"
    case .accountClosed: "account.closed"
    case .granted: "grant.given"
    case .grantEnded: "grant.ended"
    }
  }

  /// What happened as a journal payload.
  public var payload: JSONObject {
    switch self {
    case .unit(let unit, let name):
      var object: JSONObject = [
        "code": .string(unit.code), "name": .string(name), "level": .string(unit.level),
        "from": .string(unit.from.iso),
      ]
      object.put("parent", unit.parent.map { .string($0) })
      object.put("to", unit.to.map { .string($0.iso) })
      return object
    case .relation(let relation):
      return [
        "kind": .string(relation.kind.rawValue), "from": .string(relation.from),
        "to": .string(relation.to), "date": .string(relation.date.iso),
        "share": .string(relation.share.rawValue),
      ]
    case .accountOpened(let position): return ["position": .string(position)]
    case .accountClosed: return JSONObject()
    case .granted(let grant):
      var object: JSONObject = [
        "account": .string(grant.account), "role": .string(grant.role.rawValue),
        "unit": .string(grant.unit), "from": .string(grant.from.iso),
      ]
      object.put("to", grant.to.map { .string($0.iso) })
      return object
    case .grantEnded(let to): return ["to": .string(to.iso)]
    }
  }

  /// Reads an event from a journal entry.
  ///
  /// - Throws: ``WireError`` for a type that is not known, or with the path of what cannot be read.
  public init(type: String, payload: JSONObject) throws(WireError) {
    let node = WireNode(value: .object(payload), path: "")
    switch type {
    case "unit.registered":
      self = .unit(
        RegisteredUnit(
          code: try node.required("code").string(), level: try node.required("level").string(),
          parent: try node.optional("parent")?.string(), from: try node.required("from").date(),
          to: try node.optional("to")?.date()), name: try node.required("name").string())
    case "unit.related":
      self = .relation(
        UnitRelation(
          kind: try node.required("kind").word(UnitRelation.Kind.self),
          from: try node.required("from").string(), to: try node.required("to").string(),
          date: try node.required("date").date(),
          share: try node.required("share").word(UnitRelation.Share.self)))
    case "account.opened": self = .accountOpened(position: try node.required("position").string())
    case "account.closed": self = .accountClosed
    case "grant.given":
      self = .granted(
        Grant(
          account: try node.required("account").string(),
          role: try node.required("role").word(Role.self),
          unit: try node.required("unit").string(), from: try node.required("from").date(),
          to: try node.optional("to")?.date()))
    case "grant.ended": self = .grantEnded(to: try node.required("to").date())
    default: throw WireError(unknownType: type)
    }
  }
}
