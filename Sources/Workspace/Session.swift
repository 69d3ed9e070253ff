package import InspectionCore

/// Who is at it, for which side, on which paper and which day.
package struct Session: Hashable, Sendable {
  /// The account that types.
  package var account: String
  /// The side it is typed for.
  package var party: Party
  /// The code of the unit it is typed for, where the side is a unit.
  package var unit: String?
  /// The day of the command.
  package var today: CivilDate
  /// The day it happened; earlier where something is entered late.
  package var happened: CivilDate
  /// The paper it rests on.
  package var document: DocumentReference?
  /// When it is written down, in milliseconds since 1970-01-01T00:00:00Z.
  package var recorded: Int64
  /// Whether everything is checked and nothing written.
  package var isDryRun: Bool

  /// Creates a session.
  package init(
    account: String, party: Party, unit: String? = nil, today: CivilDate,
    happened: CivilDate? = nil, document: DocumentReference? = nil, recorded: Int64,
    isDryRun: Bool = false
  ) {
    self.account = account
    self.party = party
    self.unit = unit
    self.today = today
    self.happened = happened ?? today
    self.document = document
    self.recorded = recorded
    self.isDryRun = isDryRun
  }

  /// The actor that ``may(_:_:unit:on:in:)`` is asked about.
  package var actor: Actor { Actor(account: account, party: party) }

  /// What every event of the session says.
  package var attribution: Attribution {
    Attribution(
      account: account, party: party, unit: unit, document: document, happened: happened,
      recorded: recorded)
  }
}
