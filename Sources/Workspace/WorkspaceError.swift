package import ChecklistFormat
package import Diagnostics
package import InspectionCore
package import Storage

/// Why something in a workspace is refused or failed; nothing has changed when it is thrown.
package struct WorkspaceError: Error, Sendable {
  /// What a caller does about it.
  package enum Kind: Sendable {
    /// A rule, a right or a value forbids it.
    case refused
    /// A file, the store or the disk is not as it must be.
    case unreadable
  }

  /// What a caller does about it.
  package let kind: Kind
  /// A stable code, such as `unknown-unit` or `wrong_status`.
  package let code: String
  /// What is wrong, in one sentence without a final full stop.
  package let message: LocalizedText
  /// What would be accepted, or how to mend it.
  package let mend: LocalizedText?
  /// What was found in a file that was read, with the text it points into.
  package var findings: (diagnostics: DiagnosticList, sources: [String: SourceText])?

  /// Creates an error.
  package init(
    _ kind: Kind = .refused, _ code: String, _ message: LocalizedText, mend: LocalizedText? = nil
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.mend = mend
  }

  /// A refusal of the journal.
  package init(_ error: JournalError) {
    let isRule = error.code == .versionConflict || error.code == .invalidEvent
    self.init(
      isRule ? .refused : .unreadable, error.code.rawValue,
      error.cause.map {
        LocalizedText(vi: "\(error.message.vi): \($0)", en: "\(error.message.en): \($0)")
      }
        ?? error.message,
      mend: error.mend)
  }

  /// A file that cannot be read.
  package init(_ problem: FileProblem) {
    self.init(
      .unreadable, "unreadable-file",
      LocalizedText(
        vi: "\(problem.path): \(problem.message.vi)", en: "\(problem.path): \(problem.message.en)"))
  }

  /// A record of the journal that this program does not understand.
  package init(_ subject: SubjectID, _ error: WireError) {
    self.init(
      .unreadable, "unreadable-record",
      LocalizedText(
        vi: "\(subject.kind) \(subject.id): \(error.path) \(error.message.vi)",
        en: "\(subject.kind) \(subject.id): \(error.path) \(error.message.en)"),
      mend: LocalizedText(
        vi: "cập nhật phần mềm, hoặc chạy soat journal verify",
        en: "install a newer Soat, or run soat journal verify"))
  }

  /// A refusal of a round, a self-assessment or an inspection.
  package init(_ refusal: RoundRefusal) {
    self.init(.refused, refusal.code, refusal.why, mend: refusal.mend)
  }

  /// A file with errors in it.
  package static func findings(
    _ path: String, _ diagnostics: DiagnosticList, _ sources: [String: SourceText]
  ) -> WorkspaceError {
    var error = WorkspaceError(
      .refused, "errors-in-file",
      LocalizedText(
        vi: "\(path): có lỗi, chưa ghi gì", en: "\(path): has errors, nothing was recorded"),
      mend: LocalizedText(
        vi: "sửa các lỗi nêu trên rồi làm lại", en: "mend what is listed, then try again"))
    error.findings = (diagnostics, sources)
    return error
  }

  /// A name that nothing bears, with the nearest one that something does.
  package static func unknown(
    _ code: String, _ what: LocalizedText, _ name: String, among names: some Sequence<String>
  ) -> WorkspaceError {
    let near = nearestName(to: name, in: names)
    return WorkspaceError(
      .refused, code,
      LocalizedText(
        vi: "không có \(what.vi) \"\(name)\"", en: "there is no \(what.en) \"\(name)\""),
      mend: near.map {
        LocalizedText(vi: "có phải là \"\($0)\"?", en: "did you mean \"\($0)\"?")
      })
  }
}

/// Runs something of the journal's with its refusals as ours.
func storing<Result>(
  _ body: () throws(JournalError) -> Result
) throws(WorkspaceError) -> Result {
  do { return try body() } catch { throw WorkspaceError(error) }
}
