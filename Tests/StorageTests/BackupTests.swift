import Foundation
import GRDB
import Diagnostics
import InspectionCore
import Testing

@testable import Storage

@Suite("Backup")
struct BackupTests {
  @Test("A backup made while the store is written restores to the journal of that moment")
  func restores() async throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let photo = try journal.evidence.keep([1, 2, 3])
    let text = FreeText("Đã xem bản gốc")
    try journal.append([Sample.draft(1, files: [photo], texts: [text.digest])], texts: [text])
    try Sample.fill(journal, count: 300)
    let writer = Task.detached {
      var count = 0
      while !Task.isCancelled {
        let file = try journal.evidence.keep(Array("\(count)".utf8))
        try journal.append([Sample.draft(count, files: [file])])
        count += 1
      }
      return count
    }
    let head = try journal.backUp(to: folder.path + "/backup")
    writer.cancel()
    _ = try await writer.value
    #expect(head.number >= 301)

    let found = try Journal.restore(
      folder.path + "/backup", to: folder.path + "/again.db", known: head)
    #expect(found.events == head.number)
    let again = try Journal(path: folder.path + "/again.db")
    #expect(again.origin == journal.origin)
    #expect(
      try again.read(after: 0, limit: .max) == journal.read(after: 0, limit: Int(head.number)))
    #expect(try again.text(of: text.digest) == .kept("Đã xem bản gốc"))
    #expect(try again.evidence.bytes(of: photo) == [1, 2, 3])
    #expect(try again.verify(anchors: head.origins, known: head).isSound)
    #expect(try journal.verify(anchors: head.origins, known: head).isSound)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/backup")
    #expect(names.sorted() == ["soat.db", "soat.db.evidence"])
  }

  @Test("A copy that goes on beside its original takes a new origin, and both exchange")
  func takesNewOrigin() throws {
    let folder = try ScratchFolder()
    let office = try folder.store("office")
    try Sample.fill(office, count: 5)
    try office.backUp(to: folder.path + "/backup")
    try Journal.restore(folder.path + "/backup", to: folder.path + "/laptop.db", origin: "laptop")
    let laptop = try folder.store("laptop")
    try laptop.append([Sample.draft(50)])
    #expect(try office.import(try exported(laptop), by: Sample.attribution).imported == 1)
    #expect(try office.head().origins.map(\.id.origin) == ["laptop", "office"])
    #expect(try office.verify().isSound && laptop.verify().isSound)
  }

  @Test("A damaged backup is not restored, and nothing is left of the attempt")
  func refusesDamage() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let photo = try journal.evidence.keep([1, 2, 3])
    try journal.append([Sample.draft(1, files: [photo])])
    let backup = folder.path + "/backup"
    let head = try journal.backUp(to: backup)
    #expect(refusal { () throws(JournalError) in try journal.backUp(to: backup) }?.code == .exists)
    #expect(
      refusal { () throws(JournalError) in
        try Journal.restore(backup, to: journal.path)
      }?.code == .exists)

    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    func refused(known: JournalHead? = nil) throws -> JournalError? {
      let refused = refusal { () throws(JournalError) in
        try Journal.restore(backup, to: folder.path + "/again.db", known: known)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
      return refused
    }
    let later = JournalHead(number: head.number + 1, seal: head.seal, origins: head.origins)
    #expect(try refused(known: later)?.message.en.contains("it once had 2") == true)
    let file = backup + "/soat.db.evidence/" + photo.hex.prefix(2) + "/" + photo.hex.dropFirst(2)
    try FileManager.default.removeItem(atPath: file)
    #expect(try refused()?.message.en.contains("not sound") == true)
    try Data([7]).write(to: URL(filePath: file))
    #expect(try refused() != nil)
    try Data([1, 2, 3]).write(to: URL(filePath: file))
    var bytes = try Data(contentsOf: URL(filePath: backup + "/soat.db"))
    let place = try #require(bytes.range(of: Data("tp-1".utf8))).lowerBound
    bytes[place] = UInt8(ascii: "x")
    try bytes.write(to: URL(filePath: backup + "/soat.db"))
    #expect(try refused() != nil)
    try Data("nothing".utf8).write(to: URL(filePath: backup + "/soat.db"))
    #expect(try refused()?.code == .notAJournal)
    #expect(
      refusal { () throws(JournalError) in
        try Journal.restore(folder.path + "/nowhere", to: folder.path + "/again.db")
      }?.code == .notAJournal)
  }

  @Test("A file that was purged is not in a later backup")
  func leavesOutPurged() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let photo = try journal.evidence.keep([1, 2, 3])
    try journal.append([Sample.draft(1, files: [photo])])
    try journal.purge(.file, photo, reason: "", by: Sample.attribution)
    try journal.evidence.keep([1, 2, 3])
    try journal.backUp(to: folder.path + "/backup")
    #expect(try Evidence(folder: folder.path + "/backup/soat.db.evidence").digests().isEmpty)
  }
}
