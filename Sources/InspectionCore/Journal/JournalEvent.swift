import Diagnostics
public import JSON

/// An event's own name: where it was made, and its place in that journal (design decision 8).
public struct EventID: Hashable, Sendable {
  /// The store it was made in: a server, a laptop, a tablet.
  public var origin: String
  /// Its place in that origin's journal, from 1 without gaps.
  public var sequence: Int64

  /// Creates an id.
  public init(origin: String, sequence: Int64) {
    self.origin = origin
    self.sequence = sequence
  }
}

/// What an event is about: the things whose state is a fold of their events.
public struct SubjectID: Hashable, Sendable {
  /// What kind of thing it is, such as `item`, `inspection`, `submission` or `unit`.
  public var kind: String
  /// Its id among those.
  public var id: String

  /// Creates an id.
  public init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }
}

/// A side in an inspection; whoever types for a side speaks as that side.
public enum Party: String, Hashable, Sendable, CaseIterable {
  /// The inspected unit (đơn vị được kiểm tra).
  case unit
  /// The inspection team (đoàn kiểm tra).
  case team
  /// The office that tracks what was asked for (phòng theo dõi).
  case department
  /// The province (UBND tỉnh).
  case province
  /// Another authority: an elected body, an inspectorate, an audit.
  case authority
}

/// The paper that something rests on: most decisions are signed, few are typed by who signs.
public struct DocumentReference: Hashable, Sendable {
  /// Its number, such as `05/TB-SYT`.
  public var number: String
  /// The day it was signed.
  public var date: CivilDate
  /// The SHA-256 of its scan, in lower-case hex; nil where none is kept.
  public var scan: String?

  /// Creates a reference.
  public init(number: String, date: CivilDate, scan: String? = nil) {
    self.number = number
    self.date = date
    self.scan = scan
  }
}

/// Who did something, for whom, on which paper, when it happened and when it was written down.
public struct Attribution: Hashable, Sendable {
  /// The account that typed it.
  public var account: String
  /// The side it was typed for.
  public var party: Party
  /// The code of the unit it was typed for, where the side is a unit.
  public var unit: String?
  /// The paper it rests on.
  public var document: DocumentReference?
  /// The day it happened.
  public var happened: CivilDate
  /// When it was written down, in milliseconds since 1970-01-01T00:00:00Z.
  public var recorded: Int64

  /// Creates an attribution.
  public init(
    account: String, party: Party, unit: String? = nil, document: DocumentReference? = nil,
    happened: CivilDate, recorded: Int64
  ) {
    self.account = account
    self.party = party
    self.unit = unit
    self.document = document
    self.happened = happened
    self.recorded = recorded
  }
}

/// One entry of a journal, as it was made; never changed afterwards.
///
/// Its canonical bytes (RFC 8785), which hold the hash of the event before it in the same origin, are
/// what its own hash is taken of, so that the events of an origin make a chain. The store that receives
/// an event numbers it and counts its subject's version; neither is part of the event.
public struct JournalEvent: Hashable, Sendable {
  /// Its name.
  public var id: EventID
  /// What it is about.
  public var subject: SubjectID
  /// What happened, such as `item.issued`.
  public var type: String
  /// The version of the payload's form, from 1.
  public var form: Int
  /// What happened, in the terms of its type; free text and files stand outside, by digest.
  public var payload: JSONObject
  /// Who, for whom, on which paper, when.
  public var attribution: Attribution
  /// The earlier event that this one corrects; both stay visible.
  public var corrects: EventID?
  /// The last events of its subject that came from elsewhere and were known where it was made, one an
  /// origin; with its own origin's earlier events they are all that its maker could have seen.
  public var seen: [EventID]
  /// The SHA-256 of each file it rests on, in lower-case hex; the files stand outside the chain.
  public var files: [String]
  /// The salted digest of each free text it holds, in lower-case hex; the texts stand outside the
  /// chain, so that they can be forgotten.
  public var texts: [String]
  /// The hash of the event before it in its origin, in lower-case hex; empty for the first.
  public var previous: String

  /// Creates an event.
  public init(
    id: EventID, subject: SubjectID, type: String, form: Int = 1, payload: JSONObject,
    attribution: Attribution, corrects: EventID? = nil, seen: [EventID] = [], files: [String] = [],
    texts: [String] = [], previous: String
  ) {
    self.id = id
    self.subject = subject
    self.type = type
    self.form = form
    self.payload = payload
    self.attribution = attribution
    self.corrects = corrects
    self.seen = seen
    self.files = files
    self.texts = texts
    self.previous = previous
  }

  /// The event as JSON; the hash is taken of its canonical form.
  public var json: JSONValue {
    var object: JSONObject = [
      "origin": .string(id.origin), "sequence": .integer(id.sequence),
      "subject": ["kind": .string(subject.kind), "id": .string(subject.id)],
      "type": .string(type), "form": .integer(Int64(form)), "payload": .object(payload),
      "by": attribution.json, "previous": .string(previous),
    ]
    object.put("corrects", corrects?.json)
    if !seen.isEmpty { object["seen"] = seen.json { $0.json } }
    if !files.isEmpty { object["files"] = files.json { .string($0) } }
    if !texts.isEmpty { object["texts"] = texts.json { .string($0) } }
    return .object(object)
  }

  /// Reads an event.
  ///
  /// - Throws: ``WireError`` with the path of what cannot be read.
  public init(json: JSONValue) throws(WireError) {
    let node = WireNode(value: json, path: "")
    let subject = try node.required("subject")
    let payload = try node.required("payload")
    guard let object = payload.value.objectValue else {
      throw WireError(
        path: payload.path,
        message: LocalizedText(vi: "phải là một đối tượng JSON", en: "must be a JSON object"))
    }
    self.init(
      id: try EventID(node),
      subject: SubjectID(
        kind: try subject.required("kind").string(), id: try subject.required("id").string()),
      type: try node.required("type").string(), form: try node.required("form").integer(),
      payload: object, attribution: try Attribution(try node.required("by")),
      corrects: try EventID(optional: node.optional("corrects")),
      seen: try node.optionalList("seen") { (item) throws(WireError) in try EventID(item) },
      files: try node.optionalList("files") { (item) throws(WireError) in try item.string() },
      texts: try node.optionalList("texts") { (item) throws(WireError) in try item.string() },
      previous: try node.required("previous").string())
  }
}

extension EventID {
  /// The id as JSON.
  public var json: JSONValue { ["origin": .string(origin), "sequence": .integer(sequence)] }

  fileprivate init(_ node: WireNode) throws(WireError) {
    self.init(
      origin: try node.required("origin").string(),
      sequence: try node.required("sequence").integer64())
  }

  fileprivate init?(optional node: WireNode?) throws(WireError) {
    guard let node else { return nil }
    self = try EventID(node)
  }
}

extension Attribution {
  /// The attribution as JSON.
  public var json: JSONValue {
    var object: JSONObject = [
      "account": .string(account), "party": .string(party.rawValue),
      "happened": .string(happened.iso), "recorded": .integer(recorded),
    ]
    object.put("unit", unit.map { .string($0) })
    object.put("document", document?.json)
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    var document: DocumentReference?
    if let paper = node.optional("document") { document = try DocumentReference(paper) }
    self.init(
      account: try node.required("account").string(),
      party: try node.required("party").word(Party.self),
      unit: try node.optional("unit")?.string(), document: document,
      happened: try node.required("happened").date(),
      recorded: try node.required("recorded").integer64())
  }
}

extension DocumentReference {
  var json: JSONValue {
    var object: JSONObject = ["number": .string(number), "date": .string(date.iso)]
    object.put("scan", scan.map { .string($0) })
    return .object(object)
  }

  init(_ node: WireNode) throws(WireError) {
    self.init(
      number: try node.required("number").string(), date: try node.required("date").date(),
      scan: try node.optional("scan")?.string())
  }
}
