import Diagnostics
import InspectionCore
import JSON

/// Writes events in the canonical form of RFC 8785 without building their JSON value first: the members
/// stand here in the order that form sorts them. `JSONWriter.canonical(event.json)` is the definition.
struct CanonicalEvent {
  /// The event's canonical bytes.
  private(set) var bytes: [UInt8] = []

  /// Writes an event over what was written before.
  mutating func write(_ event: JournalEvent) {
    bytes.removeAll(keepingCapacity: true)
    put("{\"by\":")
    put(event.attribution)
    if let corrects = event.corrects {
      put(",\"corrects\":")
      put(corrects)
    }
    put(",\"files\":", event.files)
    put(",\"form\":")
    put(Int64(event.form))
    put(",\"origin\":", event.id.origin)
    put(",\"payload\":")
    JSONWriter.writeCanonical(.object(event.payload), to: &bytes)
    put(",\"previous\":", event.previous)
    putSeen(event.seen)
    put(",\"sequence\":")
    put(event.id.sequence)
    put(",\"subject\":{\"id\":", event.subject.id)
    put(",\"kind\":", event.subject.kind)
    put("}")
    put(",\"texts\":", event.texts)
    put(",\"type\":", event.type)
    put("}")
  }

  private mutating func put(_ attribution: Attribution) {
    put("{\"account\":", attribution.account)
    if let document = attribution.document {
      put(",\"document\":{\"date\":", document.date.iso)
      put(",\"number\":", document.number)
      if let scan = document.scan { put(",\"scan\":", scan) }
      put("}")
    }
    put(",\"happened\":", attribution.happened.iso)
    put(",\"party\":", attribution.party.rawValue)
    put(",\"recorded\":")
    put(attribution.recorded)
    if let unit = attribution.unit { put(",\"unit\":", unit) }
    put("}")
  }

  private mutating func put(_ id: EventID) {
    put("{\"origin\":", id.origin)
    put(",\"sequence\":")
    put(id.sequence)
    put("}")
  }

  private mutating func putSeen(_ seen: [EventID]) {
    guard !seen.isEmpty else { return }
    put(",\"seen\":[")
    for (place, id) in seen.enumerated() {
      if place > 0 { put(",") }
      put(id)
    }
    put("]")
  }

  /// A list of texts under a name; nothing where it is empty.
  private mutating func put(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    put(name)
    put("[")
    for (place, text) in texts.enumerated() {
      if place > 0 { put(",") }
      JSONWriter.writeCanonical(.string(text), to: &bytes)
    }
    put("]")
  }

  private mutating func put(_ name: StaticString, _ text: String) {
    put(name)
    JSONWriter.writeCanonical(.string(text), to: &bytes)
  }

  private mutating func put(_ number: Int64) {
    JSONWriter.writeCanonical(.integer(number), to: &bytes)
  }

  private mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension JournalEvent {
  /// Reads an event from canonical bytes.
  ///
  /// - Throws: ``UnreadableEvent`` with what is wrong.
  init(canonical bytes: [UInt8]) throws(UnreadableEvent) {
    let value: JSONValue
    do { value = try JSONReader.read(bytes) } catch {
      throw UnreadableEvent(reason: error.message)
    }
    do { self = try JournalEvent(json: value) } catch { throw UnreadableEvent(error) }
  }
}

/// Why bytes are no event.
struct UnreadableEvent: Error {
  let reason: LocalizedText

  init(reason: LocalizedText) { self.reason = reason }

  init(_ error: WireError) {
    reason = LocalizedText(same: error.path.isEmpty ? "" : error.path + ": ") + error.message
  }
}
