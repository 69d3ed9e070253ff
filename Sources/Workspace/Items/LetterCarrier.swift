import ChecklistFormat
import Diagnostics
import Foundation

/// What carries a message: a program like sendmail, or a mail server, which curl speaks to.
///
/// curl is a program that offices have and that knows SMTP, its encryption and its ways to log in; it is
/// told everything, the password too, on its standard input, never in its arguments.
enum LetterCarrier: Sendable {
  case program([String])
  /// What curl is told of the server: the lines of its configuration that are the same for each letter.
  case server(lines: [String])

  /// Why a message did not go.
  struct Failure: Error {
    var cause: LocalizedText
    /// Whether the next message would fail likewise: the server was not reached, or does not let us in.
    var isGeneral: Bool
  }

  /// The most seconds until a server answers, and until a message is through.
  private static let patience = (connect: 20, whole: 120)

  /// - Throws: ``WorkspaceError`` where the server or the password is not as it must be.
  init(_ mail: WorkspaceSettings.Mail, in folder: String) throws(WorkspaceError) {
    switch mail.carrier {
    case .command(let command): self = .program(command)
    case .smtp(let server):
      guard let url = MailURL(server.url) else {
        throw WorkspaceError(
          "smtp-url",
          LocalizedText(
            vi: "mail.smtp.url \"\(server.url)\" không phải địa chỉ máy chủ thư",
            en: "mail.smtp.url \"\(server.url)\" is no mail server"),
          mend: LocalizedText(
            vi: "viết như smtp://thu.so.example:587 hoặc smtps://thu.so.example:465",
            en: "write it as smtp://mail.example:587 or smtps://mail.example:465"))
      }
      var lines = [
        "silent", "show-error", "crlf", "proto = \"=smtp,smtps\"", "noproxy = \"*\"",
        "connect-timeout = \(Self.patience.connect)", "max-time = \(Self.patience.whole)",
        "url = \(Self.quoted(url.text))", "mail-from = \(Self.quoted(mail.from))",
      ]
      if server.encryption == .required { lines.append("ssl-reqd") }
      if let file = server.authorityFile {
        let path = Paths.join(folder, file)
        // curl would say only that it cannot use it.
        do throws(FileProblem) { _ = try FileBytes.read(path, limit: 1 << 20) } catch {
          throw WorkspaceError(error)
        }
        lines.append("cacert = \(Self.quoted(path))")
      }
      if let user = server.user {
        let password = try Self.password(of: server, in: folder)
        guard server.encryption == .required || url.isEncrypted || url.isThisMachine else {
          throw WorkspaceError(
            "smtp-plain-password",
            LocalizedText(
              vi: "mật khẩu thư sẽ đi qua mạng không mã hóa",
              en: "the password would cross the network in the clear"),
            mend: LocalizedText(vi: "bỏ tls: none", en: "remove tls: none"))
        }
        lines.append("user = \(Self.quoted("\(user):\(password)"))")
      }
      self = .server(lines: lines)
    }
  }

  /// Hands a message over and waits until it is taken.
  ///
  /// - Parameter path: the file that holds it.
  func send(_ path: String, to address: String) throws(Failure) {
    switch self {
    case .program(let command):
      let message: Data
      do { message = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
        throw Failure(cause: LocalizedText(same: "\(error)"), isGeneral: true)
      }
      let (status, _) = try Self.run(command, input: message)
      guard status == 0 else {
        throw Failure(cause: LocalizedText(same: "\(command[0]): \(status)"), isGeneral: false)
      }
    case .server(let lines):
      let all =
        lines + ["mail-rcpt = \(Self.quoted(address))", "upload-file = \(Self.quoted(path))"]
      let text = all.joined(separator: "\n") + "\n"
      let (status, complaint) = try Self.run(
        ["/usr/bin/env", "curl", "-q", "--config", "-"], input: Data(text.utf8))
      guard status != 0 else { return }
      let said = LocalizedText(same: complaint.isEmpty ? "curl \(status)" : complaint)
      let cause =
        Self.cause(status).map {
          LocalizedText(vi: "\($0.vi) (\(said.vi))", en: "\($0.en) (\(said.en))")
        } ?? said
      // 55 and 56: the server refused the message or broke off; 8: an answer that makes no sense.
      throw Failure(cause: cause, isGeneral: ![8, 55, 56].contains(status))
    }
  }

  /// What an exit status of curl comes to, and its mend; nil for those that curl's own words explain.
  private static func cause(_ status: Int32) -> LocalizedText? {
    switch status {
    case 6, 7, 28:
      LocalizedText(
        vi: "không nối được máy chủ thư; kiểm tra mạng và mail.smtp.url",
        en: "the mail server is not reached; check the network and mail.smtp.url")
    case 35:
      LocalizedText(
        vi: "không mã hóa được với máy chủ thư; kiểm tra cổng, và smtp:// hay smtps://",
        en: "encryption with the mail server failed; check the port, and smtp:// or smtps://")
    case 77:
      LocalizedText(
        vi: "tệp mail.smtp.ca_file không phải chứng thư PEM",
        en: "mail.smtp.ca_file is no certificate in PEM")
    case 60:
      LocalizedText(
        vi:
          "không tin được chứng thư của máy chủ thư; nếu máy chủ dùng chứng thư nội bộ, nêu chứng "
          + "thư của nơi cấp ở mail.smtp.ca_file",
        en:
          "the server's certificate cannot be trusted; where it is one of an internal network, name "
          + "that of its authority in mail.smtp.ca_file")
    case 64:
      LocalizedText(
        vi:
          "máy chủ thư không mã hóa; dùng cổng có mã hóa, hoặc tls: none nếu máy chủ ở ngay cơ quan",
        en:
          "the mail server does not encrypt; use a port that does, or tls: none for one in the house"
      )
    case 67:
      LocalizedText(
        vi: "máy chủ thư không nhận tên và mật khẩu này",
        en: "the mail server does not take this name and password")
    case 127:
      LocalizedText(
        vi: "máy này chưa có curl; cài: apt-get install curl",
        en: "this machine has no curl; apt-get install curl")
    default: nil
    }
  }

  /// Runs a program to its end, and gives its exit status and the first of what it complains of.
  private static func run(
    _ command: [String], input: Data
  ) throws(Failure) -> (status: Int32, complaint: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    do {
      let errors = try scratch(Data())
      process.standardInput = try scratch(input)
      process.standardError = errors
      try process.run()
      process.waitUntilExit()
      try errors.seek(toOffset: 0)
      let complaint = try errors.read(upToCount: 2000) ?? Data()
      let text = String(decoding: complaint, as: UTF8.self)
      return (process.terminationStatus, text.split(separator: "\n").joined(separator: "; "))
    } catch {
      throw Failure(cause: LocalizedText(same: "\(command[0]): \(error)"), isGeneral: true)
    }
  }

  /// A file to read from and write to, without a pipe: a program that ends before it has read all would
  /// end this process with it. It has no name any more when the program starts, and nobody else may read
  /// it before.
  private static func scratch(_ bytes: Data) throws -> FileHandle {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let isWritten = FileManager.default.createFile(
      atPath: file.path, contents: bytes, attributes: [.posixPermissions: 0o600])
    guard isWritten else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path])
    }
    defer { try? FileManager.default.removeItem(at: file) }
    return try FileHandle(forUpdating: file)
  }

  /// A value as curl's configuration takes it.
  private static func quoted(_ text: String) -> String {
    "\""
      + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
        of: "\"", with: "\\\"")
      + "\""
  }

  private static func password(
    of server: WorkspaceSettings.MailServer, in folder: String
  ) throws(WorkspaceError) -> String {
    var password = ""
    switch (server.passwordFile, server.passwordVariable) {
    case (let file?, nil): password = try read(Paths.join(folder, file))
    case (nil, let variable?):
      password = ProcessInfo.processInfo.environment[variable] ?? ""
      if password.isEmpty {
        throw WorkspaceError(
          "smtp-password",
          LocalizedText(
            vi: "biến môi trường \(variable) không có mật khẩu",
            en: "the environment variable \(variable) holds no password"))
      }
    default:
      throw WorkspaceError(
        "smtp-password",
        LocalizedText(
          vi: "mail.smtp có user thì nêu một trong password_file, password_env",
          en: "with a user, mail.smtp takes one of password_file and password_env"))
    }
    guard !password.isEmpty, password.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw WorkspaceError(
        "smtp-password",
        LocalizedText(
          vi: "mật khẩu thư trống hoặc nhiều dòng", en: "the password is no single line"))
    }
    return password
  }

  /// The first line of a file that nobody else may read.
  private static func read(_ path: String) throws(WorkspaceError) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 {
      throw WorkspaceError(
        "smtp-password",
        LocalizedText(
          vi: "\(path): người khác đọc được tệp mật khẩu",
          en: "\(path): others may read the password"),
        mend: LocalizedText(vi: "chmod 600 \(path)", en: "chmod 600 \(path)"))
    }
    let bytes: [UInt8]
    do throws(FileProblem) { bytes = try FileBytes.read(path, limit: 4096) } catch {
      throw WorkspaceError(error)
    }
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}

/// The address of a mail server, without a name, a password or a path in it.
struct MailURL {
  let text: String
  /// Whether encryption comes before everything else.
  let isEncrypted: Bool
  /// Whether it never leaves this machine.
  let isThisMachine: Bool

  init?(_ text: String) {
    guard let end = text.range(of: "://") else { return nil }
    let scheme = text[..<end.lowerBound].lowercased()
    guard ["smtp", "smtps"].contains(scheme) else { return nil }
    let rest = text[end.upperBound...]
    var host = rest
    if let colon = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
      guard let port = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(port) else {
        return nil
      }
      host = rest[..<colon]
    }
    let isAddress = host.hasPrefix("[") && host.hasSuffix("]")
    let inner = isAddress ? host.dropFirst().dropLast() : host
    guard !inner.isEmpty,
      inner.utf8.allSatisfy({ byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x2D || byte == 0x2E || (isAddress && byte == 0x3A)
      })
    else { return nil }
    self.text = text
    isEncrypted = scheme == "smtps"
    isThisMachine = ["localhost", "127.0.0.1", "::1"].contains(String(inner).lowercased())
  }
}
