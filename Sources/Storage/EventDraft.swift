package import InspectionCore
package import JSON

/// An event before the journal takes it: what the journal adds is its name and its place in the chain.
package struct EventDraft: Hashable, Sendable {
  /// What it is about.
  package var subject: SubjectID
  /// What happened, such as `item.issued`.
  package var type: String
  /// The version of the payload's form, from 1.
  package var form: Int
  /// What happened, in the terms of its type.
  package var payload: JSONObject
  /// Who, for whom, on which paper, when.
  package var attribution: Attribution
  /// The earlier event that this one corrects.
  package var corrects: EventID?
  /// The files it rests on; each must be in the evidence store already.
  package var files: [Digest]
  /// The free texts it holds; each is kept by the journal already or comes with the same append.
  package var texts: [Digest]

  /// Creates a draft.
  package init(
    subject: SubjectID, type: String, form: Int = 1, payload: JSONObject,
    attribution: Attribution, corrects: EventID? = nil, files: [Digest] = [], texts: [Digest] = []
  ) {
    self.subject = subject
    self.type = type
    self.form = form
    self.payload = payload
    self.attribution = attribution
    self.corrects = corrects
    self.files = files
    self.texts = texts
  }
}

/// An event as one store has it.
package struct RecordedEvent: Hashable, Sendable {
  /// Its number in this store, from 1 without gaps; another store numbers it otherwise.
  package let number: Int64
  /// The version it gave its subject in this store, from 1.
  package let version: Int64
  /// Its own hash.
  package let hash: Digest
  /// The event.
  package let event: JournalEvent
}

/// How far the chain of one origin reached: whoever holds it can prove a truncation.
package struct Anchor: Hashable, Sendable {
  /// The origin's last event then.
  package let id: EventID
  /// That event's hash.
  package let hash: Digest

  /// Creates an anchor.
  package init(id: EventID, hash: Digest) {
    self.id = id
    self.hash = hash
  }

  /// Reads ``text``.
  package init?(text: String) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 3, let sequence = Int64(parts[1]), sequence > 0,
      let hash = Digest(hex: String(parts[2])), !parts[0].isEmpty
    else { return nil }
    self.init(id: EventID(origin: String(parts[0]), sequence: sequence), hash: hash)
  }

  /// The anchor in one word for printing on paper, such as `so-y-te#1204#9f86…`.
  package var text: String { "\(id.origin)#\(id.sequence)#\(hash.hex)" }

  var json: JSONValue {
    .object([
      "origin": .string(id.origin), "sequence": .integer(id.sequence), "hash": .string(hash.hex),
    ])
  }
}

/// How far a store had come: its chains, and the order in which it received them.
package struct JournalHead: Hashable, Sendable {
  /// The number of its last event; 0 while it is empty.
  package let number: Int64
  /// The seal over the order of all events up to that number, which only this store has.
  package let seal: Digest
  /// The head of each origin, by name.
  package let origins: [Anchor]

  /// Creates a head.
  package init(number: Int64, seal: Digest, origins: [Anchor]) {
    self.number = number
    self.seal = seal
    self.origins = origins
  }
}
