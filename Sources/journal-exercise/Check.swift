import Diagnostics
import Glibc
import InspectionCore
import JSON
import Storage

/// After a crash: the journal verifies, all that was acknowledged is there, and no half of a command.
struct Check {
  private let path: String
  private let acknowledged: String

  init(_ arguments: [String]) throws {
    guard arguments.count == 3 else { throw Refusal("check DATABASE ACKNOWLEDGED") }
    path = arguments[1]
    acknowledged = arguments[2]
  }

  func run() throws {
    let (journal, found, events) = try opened()
    guard found.isSound else { throw Refusal("not sound: \(found.faults[0].message.en)") }
    try requireWhole(events)
    let count = try requireAcknowledged(events, journal)
    say("sound \(events.count) events, \(count) acknowledged")
  }

  private func opened() throws -> (Journal, JournalVerification, [RecordedEvent]) {
    do throws(JournalError) {
      let journal = try Journal(path: path, origin: "crash")
      return (journal, try journal.verify(), try journal.read(after: 0, limit: .max))
    } catch {
      throw Refusal(error)
    }
  }

  /// Each command's events stand together, all of them.
  private func requireWhole(_ events: [RecordedEvent]) throws {
    var index = 0
    while index < events.count {
      let payload = events[index].event.payload
      guard let count = payload["count"]?.integerValue else {
        index += 1
        continue
      }
      for place in 1...count {
        let here = index + Int(place) - 1
        guard here < events.count, events[here].event.payload["command"] == payload["command"],
          events[here].event.payload["place"]?.integerValue == place
        else {
          throw Refusal(
            "half of the command \(payload["command"]?.stringValue ?? "") at \(index + 1)")
        }
      }
      index += Int(count)
    }
  }

  private func requireAcknowledged(_ events: [RecordedEvent], _ journal: Journal) throws -> Int {
    var count = 0
    var purged: Set<String> = []
    var files: [String] = []
    for line in try lines() {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("done", 4):
        guard let number = Int(words[2]), number <= events.count,
          events[number - 1].hash.hex == words[3],
          events[number - 1].event.payload["command"]?.stringValue == words[1]
        else { throw Refusal("the acknowledged command \(words[1]) is not there") }
        count += 1
      case ("file", 2): files.append(words[1])
      case ("purged", 2): purged.insert(words[1])
      default: continue
      }
    }
    let gone = Set(
      events.filter { $0.event.type == "file.purged" }.map { $0.event.subject.id })
    guard purged.isSubset(of: gone) else { throw Refusal("an acknowledged purge is not there") }
    for file in files where !gone.contains(file) {
      guard let digest = Digest(hex: file) else { throw Refusal("what file is \(file)?") }
      do throws(JournalError) { _ = try journal.evidence.bytes(of: digest) } catch {
        throw Refusal(error)
      }
    }
    return count
  }

  /// The lines that were printed whole.
  private func lines() throws -> [Substring] {
    guard let file = fopen(acknowledged, "r") else { throw Refusal("no file \(acknowledged)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { break }
      bytes += piece[..<count]
    }
    let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { bytes[..<$0] } ?? []
    return String(decoding: whole, as: UTF8.self).split(separator: "\n")
  }
}
