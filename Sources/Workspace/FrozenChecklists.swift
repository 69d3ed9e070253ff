import ChecklistFormat
package import Diagnostics
package import InspectionCore
import JSON
import Storage

/// A checklist as a workspace has frozen it.
package struct FrozenChecklist: Hashable, Sendable {
  /// Its name, `id@version`.
  package var reference: String
  /// What it is called.
  package var title: LocalizedText
  /// `sha256:` and 64 digits, of its canonical JSON.
  package var digest: String
  /// The day it was added.
  package var added: CivilDate
}

extension Workspace {
  private static let checklistKind = "checklist"

  /// Freezes a checklist: its canonical JSON, calendar included, is kept beside the journal under its
  /// digest, and nothing that is judged by it changes any more.
  ///
  /// - Returns: the frozen checklist; nil where the same one is there already.
  package func add(
    _ checklist: CompiledChecklist, _ session: Session
  ) throws(WorkspaceError) -> FrozenChecklist? {
    try authorize(session, .workspace(.addChecklist), unit: settings.coordinator)
    let frozen = checklist.checklist
    let subject = SubjectID(kind: Self.checklistKind, id: frozen.reference)
    let digest = frozen.digest
    if let known = try self.frozen(frozen.reference) {
      if known.digest == digest { return nil }
      throw WorkspaceError(
        "version-taken",
        LocalizedText(
          vi: "đã có \(frozen.reference) với nội dung khác (\(known.digest.prefix(19))…)",
          en: "\(frozen.reference) is there with other content (\(known.digest.prefix(19))…)"),
        mend: LocalizedText(
          vi: "bảng kiểm đã dùng thì không sửa; đặt version mới",
          en: "a checklist in use does not change; give it a new version"))
    }
    let file = try keep(JSONWriter.canonical(frozen.json), session)
    let payload: JSONObject = [
      "digest": .string(digest), "file": .string(file.hex),
      "title": ["vi": .string(frozen.title.vi), "en": .string(frozen.title.en)],
    ]
    try record(
      [
        EventDraft(
          subject: subject, type: "checklist.added", payload: payload,
          attribution: session.attribution, files: session.isDryRun ? [] : [file])
      ], expecting: [subject: 0], session)
    return FrozenChecklist(
      reference: frozen.reference, title: frozen.title, digest: digest, added: session.happened)
  }

  /// Every frozen checklist, by name.
  package func frozenChecklists() throws(WorkspaceError) -> [FrozenChecklist] {
    let names = try storing { () throws(JournalError) in
      try journal.subjects(of: Self.checklistKind)
    }
    var checklists: [FrozenChecklist] = []
    for name in names {
      if let known = try frozen(name) { checklists.append(known) }
    }
    return checklists
  }

  /// A frozen checklist by its name; nil where there is none.
  package func frozen(_ reference: String) throws(WorkspaceError) -> FrozenChecklist? {
    try addition(reference)?.checklist
  }

  private func addition(
    _ reference: String
  ) throws(WorkspaceError) -> (checklist: FrozenChecklist, file: Digest)? {
    let subject = SubjectID(kind: Self.checklistKind, id: reference)
    guard let event = try events(of: subject).first?.event else { return nil }
    let payload = JSONValue.object(event.payload)
    guard let digest = payload["digest"]?.stringValue,
      let file = payload["file"]?.stringValue.flatMap({ Digest(hex: $0) })
    else {
      throw WorkspaceError(
        subject, .init(path: "file", message: .init(vi: "không đọc được", en: "cannot be read")))
    }
    let title = LocalizedText(
      vi: payload["title"]?["vi"]?.stringValue ?? reference,
      en: payload["title"]?["en"]?.stringValue ?? reference)
    return (
      FrozenChecklist(
        reference: reference, title: title, digest: digest, added: event.attribution.happened), file
    )
  }

  /// A frozen checklist, compiled; read once a command.
  ///
  /// - Throws: ``WorkspaceError`` with the nearest name where there is none, or where what is kept is not
  ///   what was frozen.
  package func checklist(_ reference: String) throws(WorkspaceError) -> CompiledChecklist {
    if let known = checklists[reference] { return known }
    let content = try content(reference)
    let frozen = try frozen(reference)
    guard content.digest == frozen?.digest else {
      throw WorkspaceError(
        .unreadable, "other-digest",
        LocalizedText(
          vi: "\(reference): nội dung lưu không khớp dấu vân tay \(frozen?.digest ?? "")",
          en: "\(reference): what is kept does not match the digest \(frozen?.digest ?? "")"),
        mend: LocalizedText(
          vi: "khôi phục từ bản sao lưu", en: "restore a backup"))
    }
    do throws(ChecklistCompilationError) {
      let compiled = try CompiledChecklist(content)
      checklists[reference] = compiled
      return compiled
    } catch {
      let first = error.problems.first
      throw WorkspaceError(
        SubjectID(kind: Self.checklistKind, id: reference),
        WireError(
          path: first?.check ?? "",
          message: first?.problem.diagnostic.message ?? LocalizedText(same: reference)))
    }
  }

  private static var noChecklist: WorkspaceError {
    WorkspaceError(
      "no-checklist",
      LocalizedText(
        vi: "thư mục làm việc chưa có bảng kiểm nào", en: "the workspace has no checklist yet"),
      mend: LocalizedText(
        vi: "thêm bảng kiểm: soat checklist add THƯ_MỤC", en: "add one: soat checklist add FOLDER"))
  }

  /// What a frozen checklist says, its rules not compiled: for titles, policies and the calendar, which
  /// commands on items need no more of; read once a command.
  ///
  /// The file is checked against its hash as it is read.
  package func content(_ reference: String) throws(WorkspaceError) -> Checklist {
    if let known = contents[reference] { return known }
    guard let (_, file) = try addition(reference) else {
      let names = try frozenChecklists().map(\.reference)
      guard !names.isEmpty else { throw Self.noChecklist }
      throw WorkspaceError.unknown(
        "unknown-checklist", LocalizedText(vi: "bảng kiểm", en: "checklist"), reference,
        among: names)
    }
    let bytes = try storing { () throws(JournalError) in try journal.evidence.bytes(of: file) }
    let subject = SubjectID(kind: Self.checklistKind, id: reference)
    let value = try json(bytes, subject)
    do throws(WireError) {
      let content = try Checklist(json: value)
      contents[reference] = content
      return content
    } catch {
      throw WorkspaceError(subject, error)
    }
  }

  /// The checklist whose policies and calendar hold where none is named: the one added last.
  package func defaultContent() throws(WorkspaceError) -> Checklist {
    let all = try frozenChecklists()
    let last = all.max { ($0.added, $0.reference) < ($1.added, $1.reference) }
    guard let last else { throw Self.noChecklist }
    return try content(last.reference)
  }
}

/// Bytes that were kept as JSON.
func json(_ bytes: [UInt8], _ subject: SubjectID) throws(WorkspaceError) -> JSONValue {
  do throws(JSONError) { return try JSONReader.read(bytes) } catch {
    throw WorkspaceError(
      subject, WireError(path: "\(error.line):\(error.column)", message: error.message))
  }
}
