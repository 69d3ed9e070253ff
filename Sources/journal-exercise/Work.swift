import Diagnostics
import Glibc
import InspectionCore
import JSON
import Storage

/// Something to say before leaving with status 1.
struct Refusal: Error {
  let text: String

  init(_ text: String) { self.text = text }

  init(_ error: JournalError) {
    text = "\(error.code.rawValue): \(error.message.en); \(error.mend.en)"
  }
}

/// Prints a line at once and in one piece: whoever kills the process finds it whole or not at all.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(1, bytes, bytes.count)
}

/// The numbers of a seed, one after the other (SplitMix64).
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Appends, keeps evidence and texts, and purges until it is killed, saying each thing once it is done.
///
/// Each command appends 1 to 5 events that carry the command's number and how many they are, so that
/// half of one can be told.
struct Work {
  private let path: String
  private let seed: UInt64

  init(_ arguments: [String]) throws {
    guard arguments.count == 3, let seed = UInt64(arguments[2]) else {
      throw Refusal("work DATABASE SEED")
    }
    path = arguments[1]
    self.seed = seed
  }

  func run() throws {
    do throws(JournalError) {
      let journal = try Journal(path: path, origin: "crash")
      var numbers = Numbers(seed: seed)
      say("open \(try journal.head().number)")
      while true { try command(journal, &numbers) }
    } catch {
      throw Refusal(error)
    }
  }

  private func command(_ journal: Journal, _ numbers: inout Numbers) throws(JournalError) {
    let id = String(numbers.next(), radix: 16)
    let count = Int.random(in: 1...5, using: &numbers)
    var files: [Digest] = []
    if numbers.next() % 3 == 0 {
      let size = Int.random(in: 0...200_000, using: &numbers)
      let letter = UInt8(truncatingIfNeeded: numbers.next())
      files.append(
        try journal.evidence.keep(Array(id.utf8) + [UInt8](repeating: letter, count: size)))
      say("file \(files[0].hex)")
    }
    let texts = numbers.next() % 3 == 0 ? [FreeText("text of \(id)")] : []
    let drafts = (1...count).map { place in
      EventDraft(
        subject: SubjectID(kind: "item", id: "\(numbers.next() % 40)"), type: "item.progress",
        payload: [
          "command": .string(id), "place": .integer(Int64(place)), "count": .integer(Int64(count)),
        ],
        attribution: attribution, files: place == 1 ? files : [], texts: texts.map(\.digest))
    }
    let recorded = try journal.append(drafts, texts: texts)
    say("done \(id) \(recorded[count - 1].number) \(recorded[count - 1].hash.hex)")
    if let file = files.first, numbers.next() % 4 == 0 {
      try journal.purge(.file, file, reason: "test", by: attribution)
      say("purged \(file.hex)")
    }
  }
}

let attribution = Attribution(
  account: "tp-1", party: .department, happened: CivilDate(year: 2025, month: 3, day: 4)!,
  recorded: 1_741_060_800_000)
