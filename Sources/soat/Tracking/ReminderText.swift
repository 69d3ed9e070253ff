import Diagnostics
import InspectionCore
import Workspace

/// What a round of chasing letters is or was.
struct ReminderText: Wording {
  let language: Language

  /// What would be sent.
  func preview(_ round: ReminderRound) -> String {
    guard !round.letters.isEmpty else { return nothing }
    var table = Table([.left, .right, .right, .left])
    table.add([
      words("Đơn vị", "Unit"), words("Nội dung", "Items"), words("Quá hạn", "Overdue"),
      words("Bước", "Step"),
    ])
    for letter in round.letters {
      let steps = letter.items.map { $0.step.title[language] }
      table.add([
        visible("\(letter.unitName) (\(letter.unit))"), String(letter.items.count),
        String(letter.overdue), Set(steps).sorted().joined(separator: ", "),
      ])
    }
    return visibleLines(table.text)
      + words("Chạy thử: chưa ghi, chưa gửi gì\n", "Dry run: nothing was recorded or sent\n")
  }

  /// What was sent.
  func summary(_ round: ReminderRound, into folder: String?) -> String {
    guard !round.letters.isEmpty else { return nothing }
    var items = 0
    for letter in round.letters { items += letter.items.count }
    var text = words(
      "Đã đôn đốc \(round.letters.count) đơn vị, \(items) nội dung",
      "\(round.letters.count) units reminded of \(items) items")
    if let folder { text += words("; công văn trong \(folder)", "; letters in \(folder)") }
    return visible(text) + "\n"
  }

  /// Letters of which nobody knows whether they went.
  func doubtful(_ units: [String]) -> String {
    let list = visible(units.joined(separator: ", "))
    return words(
      "cảnh báo: lần gửi trước bị ngắt giữa chừng, không rõ thư đã tới chưa: \(list); đã ghi là đã gửi để "
        + "không gửi hai lần, hãy hỏi lại đơn vị",
      "warning: an earlier run was broken off, and whether the letter went is not known: \(list); it is "
        + "recorded as sent, so that it cannot go twice; ask the unit")
  }

  private var nothing: String {
    words("Hôm nay không có bước đôn đốc nào chưa gửi\n", "No letter is called for today\n")
  }
}
