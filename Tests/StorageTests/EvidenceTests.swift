import Foundation
import Diagnostics
import InspectionCore
import Testing

@testable import Storage

@Suite("Evidence")
struct EvidenceTests {
  private let photo = [UInt8](0...255) + [UInt8](0...255)

  @Test("A file is kept once under its digest, and read back against it")
  func keepsByContent() throws {
    let folder = try ScratchFolder()
    let evidence = try folder.store().evidence
    let digest = try evidence.keep(photo)
    #expect(try evidence.keep(photo) == digest)
    #expect(try evidence.bytes(of: digest) == photo)
    #expect(try evidence.digests() == [digest])
    #expect(
      evidence.path(of: digest).hasSuffix("/\(digest.hex.prefix(2))/\(digest.hex.dropFirst(2))"))

    let source = folder.path + "/photo"
    try Data(photo).write(to: URL(filePath: source))
    #expect(try evidence.keep(fileAt: source) == digest)
    try Data(photo + [1]).write(to: URL(filePath: source))
    #expect(try evidence.keep(fileAt: source) == Digest(of: photo + [1]))
    #expect(try evidence.keep([]) == Digest(of: []))
    #expect(try evidence.digests().count == 3)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: evidence.folder + "/.incoming").isEmpty)
  }

  @Test("A file that is not there, too large or no file is refused")
  func refuses() throws {
    let folder = try ScratchFolder()
    let evidence = Evidence(folder: folder.path + "/files", longest: 100)
    #expect(refusal { () throws(JournalError) in try evidence.keep(photo) }?.code == .tooLarge)
    let source = folder.path + "/photo"
    try Data(photo).write(to: URL(filePath: source))
    #expect(
      refusal { () throws(JournalError) in try evidence.keep(fileAt: source) }?.code == .tooLarge)
    for path in [folder.path + "/nothing", folder.path] {
      #expect(refusal { () throws(JournalError) in try evidence.keep(fileAt: path) } != nil)
    }
    #expect(try evidence.digests().isEmpty)
    let missing = refusal { () throws(JournalError) in _ = try evidence.bytes(of: Digest(of: [1])) }
    #expect(missing?.code == .missingAttachment)
  }

  @Test("An event can name only files that are kept")
  func requiresFiles() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let digest = Digest(of: photo)
    let refused = refusal { () throws(JournalError) in
      try journal.append([Sample.draft(1, files: [digest])])
    }
    #expect(refused?.code == .missingAttachment)
    try journal.evidence.keep(photo)
    let recorded = try journal.append([Sample.draft(1, files: [digest])])
    #expect(recorded[0].event.files == [digest.hex])
    #expect(try journal.verify().isSound)
  }

  @Test("A file that was changed or removed is found, and kept again where it is offered again")
  func findsDamage() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let digest = try journal.evidence.keep(photo)
    let event = try journal.append([Sample.draft(1, files: [digest])])[0].event.id
    try Data([1, 2, 3]).write(to: URL(filePath: journal.evidence.path(of: digest)))
    #expect(try journal.verify().faults.map(\.code) == [.changedFile])
    #expect(try journal.verify(readsEvidence: false).isSound)
    try FileManager.default.removeItem(atPath: journal.evidence.path(of: digest))
    #expect(try journal.verify().faults.map(\.code) == [.missingAttachment])
    #expect(try journal.verify().faults.first?.event == event)
    try Data([1, 2, 3]).write(to: URL(filePath: journal.evidence.path(of: digest)))
    try journal.evidence.keep(photo)
    #expect(try journal.verify().isSound)
  }

  @Test("What a process that died had begun is removed; what a living one writes is not")
  func removesAbandoned() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try journal.evidence.keep(photo)
    let drafts = journal.evidence.folder + "/.incoming/"
    let ours = "\(ProcessInfo.processInfo.processIdentifier)-1"
    for name in ["2147483000-5", ours, "notes.txt"] {
      try Data([1]).write(to: URL(filePath: drafts + name))
    }
    try journal.close()
    _ = try folder.store()
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: drafts)) == [ours, "notes.txt"])
  }

  @Test("A purged file leaves a tombstone; it is gone, stays gone, and the chain verifies")
  func purges() throws {
    let folder = try ScratchFolder()
    let (office, laptop) = (try folder.store("office"), try folder.store("laptop"))
    let digest = try office.evidence.keep(photo)
    try office.append([Sample.draft(1, files: [digest])])
    let summary = try laptop.import(try exported(office), by: Sample.attribution)
    #expect(summary.missingFiles == [digest])
    try laptop.evidence.copy(digest, from: office.evidence)
    #expect(try laptop.verify().isSound)

    try office.purge(.file, digest, reason: "hết thời hạn lưu giữ", by: Sample.attribution)
    #expect(try !office.evidence.contains(digest))
    #expect(try office.verify().isSound)
    try office.evidence.keep(photo)
    let again = refusal { () throws(JournalError) in
      try office.append([Sample.draft(1, files: [digest])])
    }
    #expect(again?.code == .purged)
    let twice = refusal { () throws(JournalError) in
      try office.purge(.file, digest, reason: "", by: Sample.attribution)
    }
    #expect(twice?.code == .purged)

    try laptop.import(try exported(office), by: Sample.attribution)
    #expect(try !laptop.evidence.contains(digest))
    #expect(try laptop.verify().isSound)
  }
}
