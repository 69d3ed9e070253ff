import ChecklistFormat
import Diagnostics
package import InspectionCore
package import Storage

extension Workspace {
  /// The side that an account speaks for where it does not say: the department's before the team's before
  /// the unit's, by the roles it has.
  package func side(of account: String, on day: CivilDate) throws(WorkspaceError) -> Party {
    let roles = try register().grants.filter { known in
      known.grant.account == account && known.grant.holds(on: day)
    }.map(\.grant.role)
    for (party, own) in Self.sides where roles.contains(where: { own.contains($0) }) {
      return party
    }
    return .department
  }

  private static let sides: [(Party, [Role])] = [
    (.department, [.departmentHead, .departmentOfficer, .administrator, .auditor]),
    (.team, [.teamLeader, .teamMember]), (.unit, [.unitHead, .unitOfficer]),
  ]

  /// Keeps a file as evidence.
  ///
  /// - Returns: its SHA-256 in lower-case hex.
  package func keepFile(at path: String) throws(WorkspaceError) -> String {
    guard FileBytes.exists(path) else {
      throw WorkspaceError(
        .unreadable, "unreadable-file",
        .init(vi: "\(path): không có tệp này", en: "\(path): no such file"))
    }
    return try storing { () throws(JournalError) in try journal.evidence.keep(fileAt: path).hex }
  }
}

extension Workspace {
  /// Units, accounts and grants, for a session that may read them.
  package func registerToRead(_ session: Session) throws(WorkspaceError) -> RegisterRecord {
    try authorize(session, .workspace(.read), unit: settings.coordinator)
    return try register()
  }
}
