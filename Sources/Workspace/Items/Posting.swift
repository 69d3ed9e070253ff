import ChecklistFormat
import Diagnostics
import Documents
import Foundation
package import InspectionCore
import Storage

/// What letters are mailed with: from whom, to which addresses, and what carries them.
package struct LetterPost: Sendable {
  let from: String
  let carrier: LetterCarrier
  /// The address of each unit's office.
  let addresses: [String: String]
  let language: Language
  /// The moment the letters bear, in milliseconds since 1970-01-01T00:00:00Z.
  var recorded: Int64 = 0

  /// The message as mail programs take it (RFC 5322), its text and subject in UTF-8 as base64. A letter
  /// that is tried again keeps its id, by which a mail program knows a second copy.
  func message(_ letter: ChasingLetter, to address: String) -> String {
    let subject = LocalizedText(
      vi: "Đôn đốc thực hiện nội dung cần khắc phục", en: "Items to be put right")[language]
    let body = Data(letter.text(language).utf8)
      .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
      .replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
    let domain = from.split(separator: "@").last ?? "localhost"
    return """
      From: \(from)
      To: \(address)
      Subject: =?UTF-8?B?\(Data(subject.utf8).base64EncodedString())?=
      Date: \(Self.date(recorded))
      Message-ID: <\(letter.key.hex.prefix(32))@\(domain)>
      Auto-Submitted: auto-generated
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      \(body)

      """
  }

  /// A moment as messages write it, on Vietnam's clock.
  private static func date(_ milliseconds: Int64) -> String {
    let seconds = Int(milliseconds / 1000) + 7 * 3600
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard let day = CivilDate(daysSinceEpoch: seconds / 86_400), seconds >= 0 else { return "" }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let clock = "\(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return "\(days[seconds / 86_400 % 7]), \(day.day) \(months[day.month - 1]) \(day.year) "
      + "\(clock) +0700"
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
    for round: ReminderRound, addresses path: String?, _ session: Session
  ) throws(WorkspaceError) -> LetterPost? {
    guard let path else { return nil }
    guard let mail = settings.mail else {
      throw WorkspaceError(
        "no-mail",
        LocalizedText(
          vi: "soat.yaml chưa khai báo cách gửi thư", en: "soat.yaml says nothing of mail"),
        mend: LocalizedText(
          vi: "thêm mail: { from: …, smtp: { url: … } } hoặc mail: { from: …, command: […] }",
          en: "add mail: { from: …, smtp: { url: … } } or mail: { from: …, command: […] }"))
    }
    var addresses: [String: String] = [:]
    for row in try table(path).rows {
      let address = row.text(at: 1)
      guard LetterPost.isAddress(address) else { continue }
      addresses[row.text(at: 0)] = address
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
    guard LetterPost.isAddress(mail.from) else {
      throw WorkspaceError(
        "mail-from",
        LocalizedText(
          vi: "mail.from \"\(mail.from)\" không phải một địa chỉ thư",
          en: "mail.from \"\(mail.from)\" is no address"))
    }
    return LetterPost(
      from: mail.from, carrier: try LetterCarrier(mail, in: folder), addresses: addresses,
      language: settings.language, recorded: session.recorded)
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
}
