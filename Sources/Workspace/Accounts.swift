import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

extension Workspace {
  /// Opens an account for a position.
  package func openAccount(
    _ account: String, position: String, _ session: Session
  ) throws(WorkspaceError) {
    try authorize(session, .workspace(.manageAccounts), unit: settings.coordinator)
    if try register().accounts.contains(where: { $0.account == account && $0.isOpen }) {
      throw WorkspaceError(
        "account-exists",
        LocalizedText(
          vi: "đã có tài khoản \"\(account)\"", en: "there is an account \"\(account)\" already"),
        mend: LocalizedText(vi: "chọn tên khác", en: "choose another name"))
    }
    guard Self.isName(account) else {
      throw WorkspaceError(
        "account-name",
        LocalizedText(
          vi: "\"\(account)\" không dùng làm tên tài khoản được",
          en: "\"\(account)\" cannot name an account"),
        mend: LocalizedText(
          vi:
            "dùng chữ thường không dấu, số, dấu chấm, gạch ngang; đặt theo chức vụ, không theo tên người",
          en: "use small letters, digits, points, hyphens; name the position, not the person"))
    }
    try record([session.draft("account", account, .accountOpened(position: position))], session)
  }

  /// Closes an account; what it did stays.
  package func closeAccount(_ account: String, _ session: Session) throws(WorkspaceError) {
    try authorize(session, .workspace(.manageAccounts), unit: settings.coordinator)
    try requireAccount(account)
    try requireAnotherAdministrator(than: account, session)
    try record([session.draft("account", account, .accountClosed)], session)
  }

  /// Gives a role over a unit and all below it.
  package func give(_ grant: Grant, _ session: Session) throws(WorkspaceError) {
    try authorize(session, .workspace(.manageGrants), unit: settings.coordinator)
    try requireAccount(grant.account)
    _ = try unit(grant.unit, on: grant.from)
    if let to = grant.to, to < grant.from {
      throw WorkspaceError(
        "empty-span",
        LocalizedText(
          vi: "ngày cuối \(to.vietnamese) trước ngày đầu \(grant.from.vietnamese)",
          en: "the last day \(to.iso) comes before the first, \(grant.from.iso)"),
        mend: LocalizedText(vi: "sửa --to", en: "correct --to"))
    }
    if try register().grants.contains(where: { $0.grant == grant }) {
      throw WorkspaceError(
        "grant-exists",
        LocalizedText(vi: "đã giao vai trò này", en: "this role was given already"),
        mend: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"))
    }
    try record([session.draft("grant", grant.id, .granted(grant))], session)
  }

  /// Ends the roles of an account over a unit from the day after the session's.
  ///
  /// - Parameter role: the role; nil for all of them.
  /// - Returns: the ids of the grants that end.
  package func revoke(
    _ role: Role?, of account: String, over unit: String, _ session: Session
  ) throws(WorkspaceError) -> [String] {
    try authorize(session, .workspace(.manageGrants), unit: settings.coordinator)
    try requireAccount(account)
    let day = session.happened
    let ended = try register().grants.filter { known in
      known.grant.account == account && known.grant.unit == unit && known.grant.holds(on: day)
        && (role == nil || known.grant.role == role)
    }
    guard !ended.isEmpty else {
      throw WorkspaceError(
        "no-such-grant",
        LocalizedText(
          vi: "\(account) không có vai trò đó ở đơn vị \(unit)",
          en: "\(account) has no such role over the unit \(unit)"),
        mend: LocalizedText(
          vi: "xem: soat account list", en: "look at: soat account list"))
    }
    if ended.contains(where: { $0.grant.role == .administrator }) {
      try requireAnotherAdministrator(than: account, session)
    }
    var drafts: [EventDraft] = []
    for grant in ended { drafts.append(session.draft("grant", grant.id, .grantEnded(to: day))) }
    try record(drafts, session)
    return ended.map(\.id)
  }

  private func requireAccount(_ account: String) throws(WorkspaceError) {
    let known = try register().accounts.filter(\.isOpen).map(\.account)
    guard known.contains(account) else {
      throw .unknown(
        "unknown-account", LocalizedText(vi: "tài khoản", en: "account"), account, among: known)
    }
  }

  /// A workspace that nobody administers could never be mended.
  private func requireAnotherAdministrator(
    than account: String, _ session: Session
  ) throws(WorkspaceError) {
    let record = try register()
    let open = Set(record.accounts.filter(\.isOpen).map(\.account))
    let others = record.grants.contains { known in
      known.grant.role == .administrator && known.grant.account != account
        && open.contains(known.grant.account) && known.grant.holds(on: session.today)
        && known.grant.to == nil
    }
    let isOne = record.grants.contains { known in
      known.grant.role == .administrator && known.grant.account == account
        && known.grant.holds(on: session.today)
    }
    guard others || !isOne else {
      throw WorkspaceError(
        "last-administrator",
        LocalizedText(
          vi: "\(account) là quản trị duy nhất", en: "\(account) is the only administrator"),
        mend: LocalizedText(
          vi: "giao quyền quản trị cho tài khoản khác trước", en: "give that role to another first")
      )
    }
  }

  /// Whether a text can name an account, a round or an inspection: small ASCII letters, digits, `.`, `-`
  /// and `_`, 1 to 64 of them.
  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { letter in
        (0x61...0x7A).contains(letter) || (0x30...0x39).contains(letter)
          || [0x2D, 0x2E, 0x5F].contains(letter)
      }
  }
}

extension WorkspaceError {
  /// A refusal.
  init(_ code: String, _ message: LocalizedText, mend: LocalizedText? = nil) {
    self.init(.refused, code, message, mend: mend)
  }
}
