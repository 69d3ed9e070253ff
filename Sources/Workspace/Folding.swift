import InspectionCore
import JSON
import Storage

/// A subject whose state is the fold of its events.
struct Folded<State> {
  /// The state; nil before the first event.
  var state: State?
  /// Its version, for an append that expects it.
  var version: Int64
  /// The subject.
  var subject: SubjectID
}

extension Workspace {
  /// Folds the events of a subject.
  func fold<State>(
    _ kind: String, _ id: String,
    _ apply: (State?, JournalEvent) throws(WireError) -> State?
  ) throws(WorkspaceError) -> Folded<State> {
    let subject = SubjectID(kind: kind, id: id)
    var state: State?
    var version: Int64 = 0
    for event in try events(of: subject) {
      do throws(WireError) { state = try apply(state, event.event) } catch {
        throw WorkspaceError(subject, error)
      }
      version = event.version
    }
    return Folded(state: state, version: version, subject: subject)
  }

  func foldedRound(_ id: String) throws(WorkspaceError) -> Folded<Round> {
    try fold(RoundEvent.kind, id) { (state: Round?, event) throws(WireError) in
      evolve(
        state, try RoundEvent(type: event.type, payload: event.payload),
        on: event.attribution.happened)
    }
  }

  func foldedSelfAssessment(
    _ key: SelfAssessmentKey
  ) throws(WorkspaceError) -> Folded<SelfAssessment> {
    try fold(SelfAssessmentEvent.kind, key.id) {
      (state: SelfAssessment?, event) throws(WireError) in
      evolve(
        state, try SelfAssessmentEvent(type: event.type, payload: event.payload),
        by: event.attribution)
    }
  }

  func foldedInspection(_ id: String) throws(WorkspaceError) -> Folded<Inspection> {
    try fold(InspectionEvent.kind, id) { (state: Inspection?, event) throws(WireError) in
      evolve(
        state, try InspectionEvent(type: event.type, payload: event.payload),
        by: event.attribution)
    }
  }
}

extension Session {
  func draft(_ subject: SubjectID, _ event: RoundEvent) -> EventDraft {
    EventDraft(
      subject: subject, type: event.type, payload: event.payload, attribution: attribution)
  }

  func draft(_ subject: SubjectID, _ event: SelfAssessmentEvent) -> EventDraft {
    let (files, texts) = event.attachments
    return EventDraft(
      subject: subject, type: event.type, payload: event.payload, attribution: attribution,
      files: files.compactMap { Digest(hex: $0) }, texts: texts.compactMap { Digest(hex: $0.hex) })
  }

  func draft(_ subject: SubjectID, _ event: InspectionEvent) -> EventDraft {
    EventDraft(
      subject: subject, type: event.type, payload: event.payload, attribution: attribution,
      files: event.files.compactMap { Digest(hex: $0) })
  }
}
