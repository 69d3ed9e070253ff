import Diagnostics
package import InspectionCore
import JSON
import Storage

/// How plugins are asked about what a team answered; the host that runs them is the command's.
package struct PluginAsking {
  /// A context with what plugins say of answers, whose evidence stands in a folder.
  package typealias Ask =
    (AssessmentContext, Submission, CompiledChecklist, _ folder: String) -> AssessmentContext

  /// The plugins that are there, as they were frozen.
  let kinds: Set<ExternalKind>
  /// The folder of each subject's evidence, and of all others under no name.
  private let folders: [String: String]
  let ask: Ask

  /// Nothing is asked: the checks of plugins stay unanswered.
  package static var none: PluginAsking { PluginAsking(kinds: []) { context, _, _, _ in context } }

  /// Creates a way to ask.
  ///
  /// - Parameter evidence: folders, as `FOLDER` or `SUBJECT=FOLDER`; the current folder where none is given.
  package init(kinds: Set<ExternalKind>, evidence: [String] = [], _ ask: @escaping Ask) {
    self.kinds = kinds
    self.ask = ask
    var folders: [String: String] = [:]
    for text in evidence {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      folders[parts.count == 2 ? String(parts[0]) : ""] = String(parts[parts.count - 1])
    }
    self.folders = folders
  }

  func folder(of subject: String) -> String { folders[subject] ?? folders[""] ?? "." }

  /// Whether the plugin of a checklist is there.
  func has(_ kind: ExternalKind) -> Bool { kinds.contains(kind) }
}

extension Workspace {
  /// The plugins that the checklists of an inspection name, each once.
  package func pluginKinds(
    round: String, unit: String
  ) throws(WorkspaceError) -> [ExternalKind] {
    var kinds: [ExternalKind] = []
    for subject in try inspection(round: round, unit: unit).plan.subjects {
      for kind in try content(subject.checklist).plugins where !kinds.contains(kind) {
        kinds.append(kind)
      }
    }
    return kinds
  }

  /// A context with what plugins say, and the file that this is kept as; nil where none was asked.
  ///
  /// A plugin that is not there says nothing, so that its checks stay unanswered and are not counted as
  /// failed.
  func asked(
    _ asking: PluginAsking, about subject: String, _ context: AssessmentContext,
    _ submission: Submission, _ checklist: CompiledChecklist, _ session: Session
  ) throws(WorkspaceError) -> (context: AssessmentContext, outcomes: Digest?) {
    let plugins = checklist.checklist.plugins
    let missing = Set(plugins.filter { !asking.has($0) }.map(\.id))
    guard missing.count < plugins.count else { return (context, nil) }
    var asked = asking.ask(context, submission, checklist, asking.folder(of: subject))
    for request in pluginRequests(checklist, submission, context)
    where missing.contains(request.kind) {
      asked.outcomes[request.check] = nil
    }
    return (asked, try keep(JSONWriter.canonical(asked.outcomesJSON), session))
  }

  /// The context that a recorded assessment was computed in, with what plugins said then.
  func context(
    of record: RecordedAssessment, _ checklist: Checklist
  ) throws(WorkspaceError) -> AssessmentContext {
    var context = AssessmentContext(
      asOf: record.asOf, scope: record.theme.flatMap { checklist.scope(ofTheme: $0) })
    guard let digest = record.outcomes.flatMap({ Digest(hex: $0) }) else { return context }
    let bytes = try storing { () throws(JournalError) in try journal.evidence.bytes(of: digest) }
    let subject = SubjectID(kind: "file", id: digest.hex)
    let value = try json(bytes, subject)
    do throws(WireError) { try context.takeOutcomes(value) } catch {
      throw WorkspaceError(subject, error)
    }
    return context
  }
}
