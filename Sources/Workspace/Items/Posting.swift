import ChecklistFormat
import Diagnostics
import Documents
import Foundation
package import InspectionCore
import Storage

/// What carries letters to units: a program like sendmail that takes a message on its standard input.
package struct LetterPost: Sendable {
  let from: String
  let command: [String]
  /// The address of each unit's office.
  let addresses: [String: String]
  let language: Language

  /// Hands a letter to the program and waits for it.
  ///
  /// - Throws: ``WorkspaceError`` with the program's exit status; the letter is recorded already then, and
  ///   has to be sent by hand.
  package func send(_ letter: ChasingLetter) throws(WorkspaceError) {
    guard let address = addresses[letter.unit] else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    do {
      process.standardInput = try input(message(letter, to: address))
      try process.run()
    } catch {
      throw .notSent(letter, "\(error)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw .notSent(letter, "\(command[0]): \(process.terminationStatus)")
    }
  }

  /// A text to read from, without a pipe: a program that ends before it has read all would end this
  /// process with it. The file has no name any more when the program starts.
  private func input(_ text: String) throws -> FileHandle {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let isWritten = FileManager.default.createFile(
      atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path])
    }
    defer { try? FileManager.default.removeItem(at: file) }
    return try FileHandle(forReadingFrom: file)
  }

  /// The message as mail programs take it (RFC 5322), its text and subject in UTF-8 as base64.
  func message(_ letter: ChasingLetter, to address: String) -> String {
    let subject = LocalizedText(
      vi: "Đôn đốc thực hiện nội dung cần khắc phục", en: "Items to be put right")[language]
    let body = Data(letter.text(language).utf8)
      .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
      .replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
    return """
      From: \(from)
      To: \(address)
      Subject: =?UTF-8?B?\(Data(subject.utf8).base64EncodedString())?=
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      \(body)

      """
  }

  /// Whether a text is one plain address, without a line break that would add a header.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !",;<>()\"".utf8.contains($0) }
  }
}

extension Workspace {
  /// The post for a round of letters; nil where none are to be mailed.
  ///
  /// - Parameter addresses: a CSV of units and the addresses of their offices.
  /// - Throws: ``WorkspaceError`` where `soat.yaml` names no mail program, or a unit has no address.
  package func post(
    for round: ReminderRound, addresses path: String?
  ) throws(WorkspaceError) -> LetterPost? {
    guard let path else { return nil }
    guard let mail = settings.mail else {
      throw WorkspaceError(
        "no-mail",
        LocalizedText(
          vi: "soat.yaml chưa khai báo cách gửi thư", en: "soat.yaml says nothing of mail"),
        mend: LocalizedText(
          vi: "thêm mail: { from: …, command: [/usr/sbin/sendmail, -t] }",
          en: "add mail: { from: …, command: [/usr/sbin/sendmail, -t] }"))
    }
    var addresses: [String: String] = [:]
    for row in try table(path) where row.count >= 2 {
      guard LetterPost.isAddress(row[1]) else { continue }
      addresses[row[0]] = row[1]
    }
    for letter in round.letters where addresses[letter.unit] == nil {
      throw WorkspaceError(
        "no-address",
        LocalizedText(
          vi: "\(path): không có địa chỉ của đơn vị \(letter.unit)",
          en: "\(path): no address of the unit \(letter.unit)"),
        mend: LocalizedText(
          vi: "thêm dòng: mã đơn vị, địa chỉ thư của cơ quan",
          en: "add a row: the unit's code, the address of its office"))
    }
    return LetterPost(
      from: mail.from, command: mail.command, addresses: addresses, language: settings.language)
  }

  /// Writes a letter and its short form into a folder, over what an earlier try left.
  package func write(_ letter: ChasingLetter, into folder: String) throws(WorkspaceError) {
    let name =
      letter.unit.utf8.allSatisfy { $0 != 0x2F && $0 != 0 && $0 >= 0x20 }
      ? letter.unit : letter.unit.replacingOccurrences(of: "/", with: "_")
    let language = settings.language
    try storing { () throws(JournalError) in
      try StoredFile.makeFolder(folder)
      let path = Paths.join(folder, "\(letter.day.iso)-\(name).txt")
      try StoredFile.write(letter.text(language), to: path)
    }
  }

  /// The rows of a CSV file.
  func table(_ path: String) throws(WorkspaceError) -> [[String]] {
    let bytes: [UInt8]
    do throws(FileProblem) { bytes = try FileBytes.read(path, limit: TableLimits().bytes) } catch {
      throw WorkspaceError(error)
    }
    guard !bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw WorkspaceError(
        .unreadable, "no-csv",
        LocalizedText(vi: "\(path) là tệp Excel", en: "\(path) is an Excel file"),
        mend: LocalizedText(
          vi: "trong Excel chọn Lưu thành, kiểu \"CSV UTF-8\"", en: "save it as \"CSV UTF-8\""))
    }
    do throws(TableProblem) { return try CSVText.read(bytes) } catch {
      let place = error.row > 0 ? ":\(error.row)" : ""
      throw WorkspaceError(
        .unreadable, "no-csv",
        LocalizedText(
          vi: "\(path)\(place): \(error.message.vi)", en: "\(path)\(place): \(error.message.en)"))
    }
  }
}

extension WorkspaceError {
  fileprivate static func notSent(_ letter: ChasingLetter, _ cause: String) -> WorkspaceError {
    WorkspaceError(
      .unreadable, "not-sent",
      LocalizedText(
        vi: "thư cho \(letter.unit) đã ghi nhận nhưng chưa gửi được: \(cause)",
        en: "the letter to \(letter.unit) is recorded but was not sent: \(cause)"),
      mend: LocalizedText(
        vi: "gửi tay công văn trong thư mục --into, rồi chạy lại cho các đơn vị còn lại",
        en: "send the letter in the --into folder by hand, then run it again for the others"))
  }
}
