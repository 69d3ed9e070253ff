import Foundation
import GRDB
import Diagnostics
import InspectionCore
import JSON
import Testing

@testable import Storage

@Suite("Free text")
struct FreeTextTests {
  private let words = "Bác sĩ trạm y tế xã cho biết sẽ bổ sung sổ theo dõi"

  @Test("A text stands outside the chain under a salted digest")
  func keepsOutside() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let text = FreeText(words)
    #expect(FreeText(words).digest != text.digest)
    let event = try journal.append([Sample.draft(1, texts: [text.digest])], texts: [text])[0].event
    #expect(event.texts == [text.digest.hex])
    #expect(!String(decoding: event.json.description.utf8, as: UTF8.self).contains("Bác sĩ"))
    #expect(try journal.text(of: text.digest) == .kept(words))
    #expect(try journal.text(of: Digest(of: [])) == .unknown)
    #expect(try journal.verify().isSound)
  }

  @Test("An event that names a text nobody kept is refused")
  func requiresTexts() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let refused = refusal { () throws(JournalError) in
      try journal.append([Sample.draft(1, texts: [FreeText(words).digest])])
    }
    #expect(refused?.code == .missingAttachment)
  }

  @Test("A purge leaves no byte of the text in any file, and the chain verifies")
  func forgets() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let text = FreeText(String(repeating: words, count: 200))
    try journal.append([Sample.draft(1, texts: [text.digest])], texts: [text])
    #expect(try holds(words, in: folder))
    try journal.purge(.text, text.digest, reason: "hết thời hạn lưu giữ", by: Sample.attribution)
    #expect(try journal.text(of: text.digest) == .purged)
    #expect(try journal.verify().isSound)
    #expect(try !holds(words, in: folder))
    let again = refusal { () throws(JournalError) in
      try journal.append([Sample.draft(1, texts: [text.digest])], texts: [text])
    }
    #expect(again?.code == .purged)
  }

  private func holds(_ words: String, in folder: ScratchFolder) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
      FileManager.default.contents(atPath: folder.path + "/" + name)?.range(of: Data(words.utf8))
        != nil
    }
  }

  @Test("Texts travel with their events, purges too; what was purged first never arrives")
  func travels() throws {
    let folder = try ScratchFolder()
    let (office, laptop) = (try folder.store("office"), try folder.store("laptop"))
    let late = try folder.store("late")
    let (text, kept) = (FreeText(words), FreeText("Đã xem bản gốc"))
    try office.append(
      [Sample.draft(1, texts: [text.digest]), Sample.draft(2, texts: [kept.digest, text.digest])],
      texts: [text, kept])
    try laptop.import(try exported(office), by: Sample.attribution)
    #expect(try laptop.text(of: text.digest) == .kept(words))
    let before = try exported(office)
    try office.purge(.text, text.digest, reason: "", by: Sample.attribution)
    let after = try exported(office)
    #expect(try laptop.import(after, by: Sample.attribution).imported == 1)
    #expect(try laptop.text(of: text.digest) == .purged)
    // An old stream that still holds the text does not bring it back.
    #expect(try laptop.import(before, by: Sample.attribution).imported == 0)
    #expect(try laptop.text(of: text.digest) == .purged)
    try late.import(after, by: Sample.attribution)
    #expect(try late.text(of: text.digest) == .purged)
    #expect(try late.text(of: kept.digest) == .kept("Đã xem bản gốc"))
    for store in [office, laptop, late] { #expect(try store.verify().isSound) }
  }

  @Test("A text that was changed or removed behind the journal's back is found")
  func findsDamage() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let text = FreeText(words)
    try journal.append([Sample.draft(1, texts: [text.digest])], texts: [text])
    try journal.pool.write { db in try db.execute(sql: "UPDATE texts SET text = text || '.'") }
    #expect(try journal.verify().faults.map(\.code) == [.changedText])
    try journal.pool.write { db in try db.execute(sql: "DELETE FROM texts") }
    #expect(try journal.verify().faults.map(\.code) == [.missingAttachment])
  }
}
