package import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

/// What a new workspace begins with.
package struct WorkspacePlan: Sendable {
  /// What the office calls it.
  package var title: String
  /// The office that tracks: the root of the hierarchy.
  package var office: ListedUnit
  /// The name of this store, which no other machine has.
  package var origin: String
  /// The first account, which gets ``roles`` over the office and everything beneath it.
  package var account: String
  /// The position the account is for; never a person's name.
  package var position: String
  /// Its roles.
  package var roles: [Role]

  /// Creates a plan.
  package init(
    title: String, office: ListedUnit, origin: String, account: String, position: String,
    roles: [Role] = [.administrator, .departmentHead]
  ) {
    self.title = title
    self.office = office
    self.origin = origin
    self.account = account
    self.position = position
    self.roles = roles
  }
}

extension Workspace {
  /// Makes a workspace: the folder, its settings and an empty journal with the office and the first
  /// account in it.
  ///
  /// - Throws: ``WorkspaceError`` where something stands in the way; what is there is left alone.
  package static func create(
    at folder: String, _ plan: WorkspacePlan, today: CivilDate, recorded: Int64
  ) throws(WorkspaceError) -> Workspace {
    for name in [settingsName, databaseName] where FileBytes.exists(Paths.join(folder, name)) {
      throw WorkspaceError(
        .refused, "exists",
        LocalizedText(
          vi: "\(folder) đã có \(name)", en: "\(folder) has \(name) already"),
        mend: LocalizedText(
          vi: "chọn thư mục khác, hoặc dùng luôn thư mục này",
          en: "choose another folder, or use it"))
    }
    try storing { () throws(JournalError) in try StoredFile.makeFolder(folder) }
    let database = Paths.join(folder, databaseName)
    let journal = try storing { () throws(JournalError) in
      try Journal(path: database, origin: plan.origin, projections: projections)
    }
    let session = Session(
      account: plan.account, party: .department, today: today, recorded: recorded)
    let from = plan.office.from ?? firstDay
    var drafts = [
      session.draft(
        "unit", plan.office.unit.code,
        .unit(
          RegisteredUnit(
            code: plan.office.unit.code, level: plan.office.unit.level, parent: nil, from: from),
          name: plan.office.unit.name)),
      session.draft("account", plan.account, .accountOpened(position: plan.position)),
    ]
    for role in plan.roles {
      let grant = Grant(
        account: plan.account, role: role, unit: plan.office.unit.code, from: firstDay)
      drafts.append(session.draft("grant", grant.id, .granted(grant)))
    }
    try storing { () throws(JournalError) in
      try journal.append(drafts)
      try journal.close()
      // The settings come last: a folder that has them is whole.
      try StoredFile.write(
        WorkspaceFileLoader.text(title: plan.title, coordinator: plan.office.unit.code),
        to: Paths.join(folder, settingsName))
    }
    return try Workspace(at: folder)
  }

  /// The first day of what has no first day of its own: units and roles of before are told by their own dates.
  package static let firstDay: CivilDate = {
    guard let day = CivilDate(year: 2004, month: 1, day: 1) else {
      preconditionFailure("1 January 2004 exists")
    }
    return day
  }()
}

extension Grant {
  /// What names it: who, what, over which unit, since when.
  package var id: String { "\(account)|\(role.rawValue)|\(unit)|\(from.iso)" }
}

extension Session {
  /// A draft about the register.
  func draft(_ kind: String, _ id: String, _ event: RegisterEvent) -> EventDraft {
    EventDraft(
      subject: SubjectID(kind: kind, id: id), type: event.type, payload: event.payload,
      attribution: attribution)
  }
}
