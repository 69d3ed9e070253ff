package import InspectionCore
internal import GRDB
import JSON

/// Which fields two events both set, when neither maker knew of the other.
package struct ConflictRule: Sendable {
  /// The names of the fields that both set, and not to the same.
  package let fields: @Sendable (_ first: JournalEvent, _ second: JournalEvent) -> [String]

  /// Creates a rule.
  package init(
    fields: @escaping @Sendable (_ first: JournalEvent, _ second: JournalEvent) -> [String]
  ) {
    self.fields = fields
  }

  /// Two events of a subject set the same field where their payloads hold a member of one name with two
  /// values.
  package static let sameMembers = ConflictRule { first, second in
    first.payload.compactMap { member in
      guard let other = second.payload[member.key], other != member.value else { return nil }
      return member.key
    }
  }
}

/// Two edits of one field, made apart, that a person has to resolve.
///
/// What a store knew when an event was made is in the event: its own origin's earlier events, and
/// `seen`, the last event of each other origin on the subject. Two events neither of which knew the
/// other are concurrent, in whatever order a store received them, so every store finds the same
/// conflicts; the subject's id is made of both names, so each is recorded once.
package struct Conflict: Hashable, Sendable {
  /// The event whose name sorts first.
  package let first: EventID
  /// The other event.
  package let second: EventID
  /// What both are about.
  package let subject: SubjectID
  /// The fields that both set.
  package let fields: [String]

  /// The kind of a conflict's own subject.
  package static let kind = "conflict"
  /// The type of the event that says it was found; its resolution is an event of the same subject.
  package static let foundType = "conflict.found"

  init(_ one: JournalEvent, _ other: JournalEvent, fields: [String]) {
    let isOrdered = (one.id.origin, one.id.sequence) < (other.id.origin, other.id.sequence)
    first = isOrdered ? one.id : other.id
    second = isOrdered ? other.id : one.id
    subject = one.subject
    self.fields = fields.sorted()
  }

  /// The conflict's own subject.
  package var id: SubjectID { SubjectID(kind: Self.kind, id: first.text + "|" + second.text) }

  func draft(by attribution: Attribution) -> EventDraft {
    EventDraft(
      subject: id, type: Self.foundType,
      payload: [
        "between": .array([first.json, second.json]),
        "subject": ["kind": .string(subject.kind), "id": .string(subject.id)],
        "fields": .array(fields.map { .string($0) }),
      ],
      attribution: attribution)
  }
}

extension JournalEvent {
  /// Whether whoever made this event could have seen the other.
  func knows(_ other: EventID) -> Bool {
    if other.origin == id.origin { return other.sequence < id.sequence }
    return seen.contains { $0.origin == other.origin && $0.sequence >= other.sequence }
  }

  /// Whether neither of two events was made in knowledge of the other.
  func isConcurrent(with other: JournalEvent) -> Bool {
    !knows(other.id) && !other.knows(id)
  }
}

/// Finds the conflicts that an import brought.
struct ConflictSearch {
  let rule: ConflictRule

  /// The conflicts of the events after a number with the others of their subjects, each once.
  func conflicts(
    on subjects: Set<ExactSubject>, after number: Int64, in db: Database
  ) throws -> [Conflict] {
    var found: [Conflict] = []
    var known: Set<SubjectID> = []
    for subject in subjects.sorted().map(\.subject) {
      guard try EventRows.lastSequences(of: subject, in: db).count > 1 else { continue }
      let all = try EventRows.events(of: subject, in: db)
      for new in all where new.number > number {
        for other in all where other.number != new.number {
          guard let conflict = conflict(between: new.event, and: other.event),
            known.insert(conflict.id).inserted,
            try EventRows.version(of: conflict.id, in: db) == 0
          else { continue }
          found.append(conflict)
        }
      }
    }
    return found
  }

  private func conflict(between one: JournalEvent, and other: JournalEvent) -> Conflict? {
    guard one.id.origin != other.id.origin, one.isConcurrent(with: other),
      one.type != Conflict.foundType, other.type != Conflict.foundType
    else { return nil }
    let fields = rule.fields(one, other)
    return fields.isEmpty ? nil : Conflict(one, other, fields: fields)
  }
}
