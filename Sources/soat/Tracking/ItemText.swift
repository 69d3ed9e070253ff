import Diagnostics
import InspectionCore
import Storage
import Workspace

/// A list of items as a table.
struct ItemListText: Wording {
  let language: Language

  func text(_ rows: [ItemRow]) -> String {
    guard !rows.isEmpty else { return words("Không có nội dung nào\n", "No items\n") }
    var table = Table([.left, .left, .left, .left, .left, .left])
    table.add([
      words("Mã", "Id"), words("Đơn vị", "Unit"), words("Nguồn", "Origin"),
      words("Mức độ", "Severity"), words("Thời hạn", "Due"), words("Trạng thái", "Status"),
    ])
    for row in rows {
      let item = row.item
      let due = item.due.map { $0.text[language] }
      let proposed = item.proposed.map { "(\($0.text[language]))" }
      table.add([
        visible(item.id), item.unit, item.originText(language), item.severity.title[language],
        due ?? proposed ?? "-", item.status.title[language],
      ])
    }
    return table.text
  }
}

extension ItemSummary {
  /// Its origin in a few words: the check's id, or what kind of origin it is.
  func originText(_ language: Language) -> String {
    if let reference = checkReferences.first {
      return checkReferences.count == 1
        ? reference.check : "\(reference.check) +\(checkReferences.count - 1)"
    }
    return ItemOrigin.title(of: origin.name)?[language] ?? origin.name
  }
}

/// An item with all that happened to it.
struct ItemStoryText: Wording {
  let language: Language

  func text(_ shown: ShownItem) -> String {
    let item = shown.story.summary
    var text = visible("\(item.id)  \(shown.wording[language])") + "\n"
    line(words("Đơn vị", "Unit"), "\(shown.unitName) (\(item.unit))", &text)
    line(
      words("Nguồn", "Origin"),
      (ItemOrigin.title(of: item.origin.name)?[language] ?? item.origin.name)
        + (item.checkReferences.isEmpty
          ? "" : ": " + item.checkReferences.map(\.check).joined(separator: ", ")),
      &text)
    line(
      words("Loại, mức độ", "Kind, severity"),
      "\(item.kind.title[language]), \(item.severity.title[language])", &text)
    line(words("Trạng thái", "Status"), status(shown), &text)
    if let due = shown.story.item.due {
      line(
        words("Thời hạn", "Due"), "\(due.due.text[language]): \(due.derivation[language])", &text)
    }
    if let step = shown.step { line(words("Đôn đốc", "Chasing"), step[language], &text) }
    for link in item.lineage {
      line(words("Tiếp nối", "Follows"), "\(link.item) (\(link.relation.rawValue))", &text)
    }
    text += words("Diễn biến:\n", "What happened:\n")
    for (place, recorded) in shown.story.events.enumerated() {
      let by = recorded.event.attribution
      var line =
        "  \(place + 1). \(by.happened.text[language])  \(recorded.event.itemTitle[language])"
      line += "  [\(by.account), \(by.party.title[language])"
      if let document = by.document { line += ", \(document.number)" }
      text += visible(line + "]") + "\n"
    }
    let commands = shown.commands.map { $0.title[language] }
    if !commands.isEmpty {
      line(words("Lúc này có thể", "Possible now"), commands.joined(separator: ", "), &text)
    }
    return text
  }

  private func status(_ shown: ShownItem) -> String {
    let standing = shown.standing
    var text = shown.story.item.status.title[language]
    if let closing = shown.story.summary.closing, closing == .outsideCompetence {
      text += words(", ngoài thẩm quyền", ", outside its competence")
    }
    if standing.phase == .waived { text += words(", thôi theo dõi", ", waived") }
    if standing.overdueDays > 0 {
      text += words(
        ", quá hạn \(standing.overdueDays) ngày (\(standing.overdueWorkingDays) ngày làm việc)",
        ", \(standing.overdueDays) days overdue (\(standing.overdueWorkingDays) working days)")
    } else if standing.phase == .running {
      text += words(
        ", còn \(standing.workingDaysLeft) ngày làm việc",
        ", \(standing.workingDaysLeft) working days left")
    }
    return text
  }

  private func line(_ name: String, _ value: String, _ text: inout String) {
    text += visible("  \(name): \(value)") + "\n"
  }
}

/// A due list as a table.
struct DueListText: Wording {
  let language: Language

  func text(_ list: DueList) -> String {
    guard !list.lines.isEmpty else {
      return words(
        "Không có nội dung đến hạn tính đến \(list.day.vietnamese)\n",
        "Nothing is due on \(list.day.iso)\n")
    }
    var table = Table([.left, .right, .left, .left, .left, .left, .left])
    table.add([
      words("Thời hạn", "Due"), words("Ngày", "Days"), words("Đơn vị", "Unit"),
      words("Mã", "Id"), words("Nguồn", "Origin"), words("Mức độ", "Severity"),
      words("Trạng thái", "Status"),
    ])
    for line in list.lines {
      let item = line.item
      table.add([
        item.due?.text[language] ?? "", days(line), item.unit, visible(item.id),
        item.originText(language), item.severity.title[language], status(line),
      ])
    }
    var text = table.text
    if list.count > list.lines.count {
      text += words(
        "… và \(list.count - list.lines.count) nội dung nữa (--limit, --all)\n",
        "… and \(list.count - list.lines.count) more (--limit, --all)\n")
    }
    return text
  }

  /// Days overdue stand with a plus, days left without.
  private func days(_ line: DueLine) -> String {
    line.overdueDays > 0 ? "+\(line.overdueDays)" : "\(line.daysLeft)"
  }

  private func status(_ line: DueLine) -> String {
    switch line.phase {
    case .waived: words("thôi theo dõi", "waived")
    case .paused: words("chờ trả lời gia hạn", "extension asked for")
    case .running where line.overdueDays > 0: words("quá hạn", "overdue")
    default: line.item.status.title[language]
    }
  }
}
