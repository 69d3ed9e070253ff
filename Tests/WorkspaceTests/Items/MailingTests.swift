import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Storage
import TestSupport
import Testing

@testable import Workspace

/// A mail server in a process of its own, ended when it is let go.
private final class TestServer {
  let port: Int
  let folder: URL
  private let process = Process()

  init(_ manner: String, password: String = "", certificate: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = URL(filePath: "/usr/bin/python3")
    let script = packageRoot.appending(path: "Tests/WorkspaceTests/Items/MailServer.py")
    process.arguments = [script.path, manner, folder.path] + [certificate].compactMap { $0 }
    process.environment = ["PASSWORD": password]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = output.fileHandleForReading.availableData
    port = try #require(Int(String(decoding: line, as: UTF8.self).split(separator: "\n")[0]))
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  /// The messages taken, each with its recipient in the first line.
  func messages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }
}

// One after the other: a server that starts while Foundation starts another program inherits the socket
// by which the end of that program is noticed, and keeps it open.
@Suite("Letters by mail", .serialized)
struct MailingTests {
  private let session = Session(
    account: "phong", party: .department, today: day("2024-11-15"), recorded: 1_731_629_655_000)

  /// An office with items late in two units, whose `soat.yaml` sends mail.
  private func office(_ mail: String) throws -> (office: Office, workspace: Workspace) {
    let office = try Office()
    try office.prepare()
    _ = try office.issued(office.wish("NS-04"))
    _ = try office.issued(office.wish("NS-04", unit: "quang-ngai/son-tay"))
    let path = office.folder + "/soat.yaml"
    let settings = try String(contentsOfFile: path, encoding: .utf8)
    try Data((settings + "mail: { from: \"so@so.example\", \(mail) }\n").utf8)
      .write(to: URL(fileURLWithPath: path))
    return (office, try Workspace(at: office.folder))
  }

  private func smtp(_ server: TestServer, _ rest: String = "") -> String {
    "smtp: { url: \"smtp://127.0.0.1:\(server.port)\", tls: none\(rest) }"
  }

  private func addresses(_ office: Office) throws -> String {
    let path = office.folder + "/addresses.csv"
    try Data(
      "Đơn vị,Thư\nquang-ngai/ba-to,mot@xa.example\nquang-ngai/son-tay,hai@xa.example\n".utf8
    )
    .write(to: URL(fileURLWithPath: path))
    return path
  }

  private func round(_ workspace: Workspace) throws -> ReminderRound {
    try workspace.reminders(DueFilter(), session)
  }

  private func mail(_ workspace: Workspace, _ office: Office) throws -> MailReport {
    let round = try round(workspace)
    let post = try #require(
      try workspace.post(for: round, addresses: addresses(office), session))
    return try workspace.mail(round, by: post, session)
  }

  private func outbox(_ office: Office) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: office.folder + "/soat.db.outbox")
    return (names ?? []).filter { $0 != "lock" }
  }

  @Test("A server takes each letter once, and what it has taken is recorded")
  func sends() throws {
    for manner in ["fine", "silent-quit"] {
      let server = try TestServer(manner)
      let (office, workspace) = try office(smtp(server))
      let letters = try round(workspace).letters
      #expect(letters.count == 2)
      let report = try mail(workspace, office)
      #expect(report.sent.map(\.unit) == letters.map(\.unit) && report.refusal == nil)
      let messages = try server.messages()
      #expect(messages.count == 2)
      #expect(messages[0].hasPrefix("RCPT TO:<mot@xa.example>\r\nFrom: so@so.example\r\n"))
      #expect(messages[1].contains("\r\nTo: hai@xa.example\r\n"))
      #expect(messages.allSatisfy { !$0.replacing("\r\n", with: "").contains("\n") })
      #expect(outbox(office).isEmpty)
      #expect(try round(workspace).letters.isEmpty)
      #expect(try mail(workspace, office).sent.isEmpty)
      #expect(try server.messages().count == 2)
    }
  }

  @Test("A refused recipient stays to be reminded, the others go, and none goes twice")
  func refusesOne() throws {
    let server = try TestServer("refuse-rcpt")
    let (office, workspace) = try office(smtp(server))
    let report = try mail(workspace, office)
    #expect(report.sent.map(\.unit) == ["quang-ngai/son-tay"])
    #expect(report.failures.map(\.unit) == [Office.baTo])
    #expect(report.refusal?.message.vi.contains("550") == true)
    #expect(try round(workspace).letters.map(\.unit) == [Office.baTo])
    #expect(outbox(office).isEmpty)
    let again = try TestServer("fine")
    let later = try Workspace(at: office.folder)
    let post = LetterPost(
      from: "so@so.example",
      carrier: .server(lines: [
        "silent", "show-error", "crlf", "url = \"smtp://127.0.0.1:\(again.port)\"",
        "mail-from = \"so@so.example\"",
      ]),
      addresses: [Office.baTo: "ba@xa.example"], language: .vi)
    #expect(try later.mail(round(later), by: post, session).sent.map(\.unit) == [Office.baTo])
    #expect(try again.messages().count == 1)
  }

  @Test(
    "A delivery that is refused or broken off leaves its reminder unsent",
    arguments: ["refuse-data", "refuse-end", "drop-data", "drop-end", "drop-at-once"])
  func failsHalfway(_ manner: String) throws {
    let server = try TestServer(manner)
    let (office, workspace) = try office(smtp(server))
    let number = try workspace.journal.head().number
    let report = try mail(workspace, office)
    #expect(report.sent.isEmpty)
    #expect(report.failures.count + report.untried == 2)
    #expect(report.refusal?.code == "not-sent")
    #expect(try workspace.journal.head().number == number, "nothing is recorded")
    #expect(try round(workspace).letters.count == 2)
    #expect(try server.messages().isEmpty)
    #expect(outbox(office).isEmpty)
  }

  @Test("Where no server answers, the first letter says so and the others are not tried")
  func findsNoServer() throws {
    var port = 0
    do { port = try TestServer("fine").port }
    let (office, workspace) = try office("smtp: { url: \"smtp://127.0.0.1:\(port)\", tls: none }")
    let report = try mail(workspace, office)
    #expect(report.failures.count == 1 && report.untried == 1)
    #expect(report.refusal?.message.en.hasPrefix("2 letters were not sent") == true)
  }

  @Test("The password comes from a file that nobody else may read, and stands in no argument")
  func logsIn() throws {
    let secret = #"mật "khẩu\ 1"#
    let server = try TestServer("login", password: secret)
    let (office, workspace) = try office(
      smtp(server, ", user: theo-doi, password_file: mat-khau"))
    let file = office.folder + "/mat-khau"
    _ = FileManager.default.createFile(
      atPath: file, contents: Data((secret + "\n").utf8), attributes: [.posixPermissions: 0o644])
    let open = refusal { _ = try mail(workspace, office) }
    #expect(open?.code == "smtp-password" && open?.mend?.en == "chmod 600 \(file)")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(try mail(workspace, office).sent.count == 2)
    for name in try FileManager.default.subpathsOfDirectory(atPath: office.folder)
    where name != "mat-khau" {
      let bytes = (try? Data(contentsOf: URL(filePath: office.folder + "/" + name))) ?? Data()
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
    }
  }

  @Test("A wrong password is refused once, and nothing goes")
  func refusesLogin() throws {
    let server = try TestServer("login", password: "khác")
    let (office, workspace) = try office(
      smtp(server, ", user: theo-doi, password_file: mat-khau"))
    _ = FileManager.default.createFile(
      atPath: office.folder + "/mat-khau", contents: Data("mật-khẩu-sai".utf8),
      attributes: [.posixPermissions: 0o600])
    let report = try mail(workspace, office)
    #expect(report.failures.count == 1 && report.untried == 1 && report.sent.isEmpty)
    let told = report.refusal?.message.en ?? ""
    #expect(told.contains("(67)") && !told.contains("mật-khẩu-sai"))
  }

  /// A certificate for 127.0.0.1 that nobody signed, alone and with its key, in a folder.
  private func certificate(in folder: String) throws -> (known: String, whole: String) {
    let (key, known) = (folder + "/key.pem", folder + "/ca.pem")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", known, "-days", "2",
      "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let whole = folder + "/server.pem"
    let parts = try [key, known].map { try String(contentsOfFile: $0, encoding: .utf8) }
    try parts.joined().write(toFile: whole, atomically: true, encoding: .utf8)
    return (known, whole)
  }

  /// What is sent through a server with encryption and a password, and what that server took.
  private func encrypted(
    _ manner: String, isTrusted: Bool
  ) throws -> (report: MailReport, messages: [String]) {
    let scratch = try Office()
    let (known, whole) = try certificate(in: scratch.folder)
    let server = try TestServer(manner, password: "mật-khẩu", certificate: whole)
    let url = (manner == "tls" ? "smtps" : "smtp") + "://127.0.0.1:\(server.port)"
    let trust = isTrusted ? ", ca_file: \"\(known)\"" : ""
    let (office, workspace) = try office(
      "smtp: { url: \"\(url)\", user: theo-doi, password_file: mat-khau\(trust) }")
    _ = FileManager.default.createFile(
      atPath: office.folder + "/mat-khau", contents: Data("mật-khẩu".utf8),
      attributes: [.posixPermissions: 0o600])
    return (try mail(workspace, office), try server.messages())
  }

  @Test(
    "Letters and the password go encrypted, from the start or before anything else",
    arguments: ["starttls", "tls"])
  func encrypts(manner: String) throws {
    let (report, messages) = try encrypted(manner, isTrusted: true)
    #expect(report.sent.count == 2, "\(report.refusal?.message.en ?? "")")
    // A file more would hold what came before encryption.
    #expect(messages.count == 2)
  }

  @Test(
    "A server whose certificate nobody vouches for gets neither password nor letter",
    arguments: ["starttls", "tls"])
  func distrusts(manner: String) throws {
    let (report, messages) = try encrypted(manner, isTrusted: false)
    #expect(report.sent.isEmpty && report.failures.count == 1 && report.untried == 1)
    #expect(report.refusal?.message.vi.contains("mail.smtp.ca_file") == true)
    #expect(messages.isEmpty)
  }

  @Test("A server that does not encrypt gets nothing where encryption is not waived")
  func refusesClearServer() throws {
    let server = try TestServer("fine")
    let (office, workspace) = try office(
      "smtp: { url: \"smtp://127.0.0.1:\(server.port)\" }")
    let report = try mail(workspace, office)
    #expect(report.sent.isEmpty && report.untried == 1)
    #expect(report.refusal?.message.en.contains("does not encrypt") == true)
    #expect(try server.messages().isEmpty)
    #expect(try round(workspace).letters.count == 2)
  }

  @Test(
    "Encryption that cannot begin is told by its cause: the port, or a file that is no certificate")
  func tellsFailedEncryption() throws {
    let clear = try TestServer("fine")
    let (office, workspace) = try office("smtp: { url: \"smtps://127.0.0.1:\(clear.port)\" }")
    #expect(try mail(workspace, office).refusal?.message.en.contains("check the port") == true)
    let scratch = try Office()
    let server = try TestServer("tls", certificate: try certificate(in: scratch.folder).whole)
    let (other, itsWorkspace) = try self.office(
      "smtp: { url: \"smtps://127.0.0.1:\(server.port)\", ca_file: soat.yaml }")
    #expect(
      try mail(itsWorkspace, other).refusal?.message.en.contains("no certificate in PEM") == true)
    #expect(try clear.messages().isEmpty && server.messages().isEmpty)
  }

  @Test("A letter that was on its way when a run ended is recorded and named, and not sent again")
  func settles() throws {
    let server = try TestServer("fine")
    let (office, workspace) = try office(smtp(server))
    let letter = try #require(try round(workspace).letters.first)
    let folder = office.folder + "/soat.db.outbox"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let note = [letter.unit, "2024-11-15"] + letter.items.map(\.entry.item.id)
    try Data(note.joined(separator: "\n").utf8).write(
      to: URL(filePath: folder + "/\(letter.key.hex).items"))
    let report = try mail(workspace, office)
    #expect(report.doubtful == [letter.unit])
    #expect(report.sent.map(\.unit) == ["quang-ngai/son-tay"])
    #expect(try server.messages().count == 1)
    #expect(outbox(office).isEmpty)
    #expect(try round(workspace).letters.isEmpty)
    // Recorded already, and only the note was left.
    try Data(note.joined(separator: "\n").utf8).write(
      to: URL(filePath: folder + "/\(letter.key.hex).items"))
    #expect(try mail(workspace, office).doubtful == [letter.unit])
    #expect(outbox(office).isEmpty)
  }

  @Test("A program that fails leaves its reminders unsent, and one mail command runs at a time")
  func programs() throws {
    let (office, workspace) = try office("command: [/bin/false]")
    #expect(try mail(workspace, office).failures.count == 2)
    #expect(try round(workspace).letters.count == 2)
    let lock = open(office.folder + "/soat.db.outbox/lock", O_RDWR)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    #expect(refusal { _ = try mail(workspace, office) }?.code == "mailing-already")
    close(lock)
    let post = LetterPost(
      from: "so@so.example", carrier: .program(["/bin/cat"]),
      addresses: [Office.baTo: "a@b"], language: .vi)
    #expect(try workspace.mail(round(workspace), by: post, session).sent.count == 1)
  }

  @Test(
    "What is no mail server, or would send a password in the clear, is refused",
    arguments: [
      ("smtp: { url: \"http://a\" }", "smtp-url"), ("smtp: { url: \"smtp://a:b@c\" }", "smtp-url"),
      ("smtp: { url: \"smtp://a/b\" }", "smtp-url"), ("smtp: { url: \"smtp://a:0\" }", "smtp-url"),
      ("smtp: { url: \"smtp://\" }", "smtp-url"),
      ("smtp: { url: \"smtp://a\\nb\" }", "errors-in-file"),
      ("smtp: { url: \"smtp://a\", user: b }", "smtp-password"),
      ("smtp: { url: \"smtp://a\", user: b, password_env: SOAT_NOT_THERE }", "smtp-password"),
      (
        "smtp: { url: \"smtp://a\", user: b, password_env: PATH, tls: none }", "smtp-plain-password"
      ),
      ("smtp: { url: \"smtp://a\", password_file: b, user: c }", "unreadable-file"),
      ("smtp: { url: \"smtp://a\", ca_file: nowhere.pem }", "unreadable-file"),
      ("smtp: { url: \"smtp://a\" }, command: [a]", "errors-in-file"),
      ("language: vi", "errors-in-file"),
    ])
  func refusesSettings(_ settings: String, _ code: String) throws {
    let found = refusal {
      let (office, workspace) = try office(settings)
      _ = try mail(workspace, office)
    }
    #expect(found?.code == code, "\(String(describing: found))")
  }
}
