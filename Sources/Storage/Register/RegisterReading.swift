internal import GRDB
import Diagnostics
package import InspectionCore

/// A unit of the register with its name.
package struct NamedUnit: Hashable, Sendable {
  /// The unit and the days it exists.
  package var unit: RegisteredUnit
  /// What it is called then.
  package var name: String

  /// Creates an entry.
  package init(unit: RegisteredUnit, name: String) {
    self.unit = unit
    self.name = name
  }
}

/// An account of the register.
package struct RegisteredAccount: Hashable, Sendable {
  /// Its name.
  package var account: String
  /// The position it is for; never a person's name.
  package var position: String
  /// Whether it may be used.
  package var isOpen: Bool
}

/// The register as a store has it.
package struct RegisterRecord: Sendable {
  /// Every unit, by code and first day.
  package var units: [NamedUnit]
  /// What became of units, by unit.
  package var relations: [UnitRelation]
  /// The accounts, by name.
  package var accounts: [RegisteredAccount]
  /// The grants, with their ids.
  package var grants: [(id: String, grant: Grant)]
}

extension Journal {
  /// Everything that the register holds; some thousand units are read in a few milliseconds.
  package func register() throws(JournalError) -> RegisterRecord {
    try read { db in
      RegisterRecord(
        units: try Self.units(db), relations: try Self.relations(db),
        accounts: try Self.accounts(db), grants: try Self.grants(db))
    }
  }

  /// The ids of a kind of subject, sorted by bytes.
  package func subjects(of kind: String) throws(JournalError) -> [String] {
    try read { db in
      let rows = try RawStatement(
        db, "SELECT subject FROM subjects WHERE kind = ? ORDER BY subject")
      rows.bind(kind, at: 1)
      var ids: [String] = []
      while try rows.step() { ids.append(rows.text(0)) }
      return ids
    }
  }

  private static func units(_ db: Database) throws -> [NamedUnit] {
    let rows = try RawStatement(
      db, "SELECT code, since, until, level, parent, name FROM units ORDER BY code, since")
    var units: [NamedUnit] = []
    var dates = DateReading()
    while try rows.step() {
      let parent = rows.text(4)
      units.append(
        NamedUnit(
          unit: RegisteredUnit(
            code: rows.text(0), level: rows.text(3), parent: parent.isEmpty ? nil : parent,
            from: try dates.required(rows.text(1)), to: try dates.optional(rows.text(2))),
          name: rows.text(5)))
    }
    return units
  }

  private static func relations(_ db: Database) throws -> [UnitRelation] {
    let rows = try RawStatement(
      db, "SELECT unit, heir, day, kind, share FROM unit_relations ORDER BY unit, heir, day, kind")
    var relations: [UnitRelation] = []
    var dates = DateReading()
    while try rows.step() {
      guard let kind = UnitRelation.Kind(rawValue: rows.text(3)),
        let share = UnitRelation.Share(rawValue: rows.text(4))
      else { throw JournalError.damaged(table: "unit_relations") }
      relations.append(
        UnitRelation(
          kind: kind, from: rows.text(0), to: rows.text(1), date: try dates.required(rows.text(2)),
          share: share))
    }
    return relations
  }

  private static func accounts(_ db: Database) throws -> [RegisteredAccount] {
    let rows = try RawStatement(db, "SELECT account, position, open FROM accounts ORDER BY account")
    var accounts: [RegisteredAccount] = []
    while try rows.step() {
      accounts.append(
        RegisteredAccount(
          account: rows.text(0), position: rows.text(1), isOpen: rows.integer(2) != 0))
    }
    return accounts
  }

  private static func grants(_ db: Database) throws -> [(id: String, grant: Grant)] {
    let rows = try RawStatement(
      db, "SELECT grant_id, account, role, unit, since, until FROM grants ORDER BY grant_id")
    var grants: [(id: String, grant: Grant)] = []
    var dates = DateReading()
    while try rows.step() {
      guard let role = Role(rawValue: rows.text(2)) else {
        throw JournalError.damaged(table: "grants")
      }
      grants.append(
        (
          rows.text(0),
          Grant(
            account: rows.text(1), role: role, unit: rows.text(3),
            from: try dates.required(rows.text(4)), to: try dates.optional(rows.text(5)))
        ))
    }
    return grants
  }
}

/// Reads dates of a table; most rows have the same few, which are read once.
private struct DateReading {
  private var known: [String: CivilDate] = [:]

  mutating func required(_ text: String) throws -> CivilDate {
    if let date = known[text] { return date }
    guard let date = CivilDate(iso: text) else { throw JournalError.damaged(table: "register") }
    known[text] = date
    return date
  }

  mutating func optional(_ text: String) throws -> CivilDate? {
    text.isEmpty ? nil : try required(text)
  }
}

extension JournalError {
  /// A projection holds what it never wrote.
  static func damaged(table: String) -> JournalError {
    JournalError(
      .failed,
      .init(
        vi: "bảng dẫn xuất \(table) có dòng không đọc được",
        en: "the projected table \(table) has a row that cannot be read"),
      mend: .init(
        vi: "chạy soat journal rebuild để dựng lại từ nhật ký",
        en: "run soat journal rebuild to make it anew from the journal"))
  }
}
