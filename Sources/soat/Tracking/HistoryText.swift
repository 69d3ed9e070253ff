import Diagnostics
import InspectionCore
import Storage
import Workspace

/// A unit's story as text.
struct HistoryText: Wording {
  let language: Language

  func text(_ history: UnitHistory) -> String {
    var text = visible("\(history.unit.name) (\(history.unit.unit.code))") + "\n"
    if !history.before.isEmpty {
      let codes = history.before.joined(separator: ", ")
      text += words("Tiếp nhận từ: \(codes)\n", "Took over from: \(codes)\n")
    }
    let counts = history.counts
    text += words(
      "Nội dung: \(history.lines.count), đang theo dõi \(counts.open) (quá hạn \(counts.overdue)), "
        + "đã xong \(counts.closed) (đúng hạn \(counts.closedOnTime))\n",
      "Items: \(history.lines.count), open \(counts.open) (overdue \(counts.overdue)), "
        + "closed \(counts.closed) (on time \(counts.closedOnTime))\n")
    for visit in history.visits {
      text += visible(words("Kiểm tra \(visit.id)", "Inspection \(visit.id)"))
      if let opened = visit.opened { text += words(", từ ", ", from ") + opened.text[language] }
      if let closed = visit.closed {
        text += words(", kết thúc ", ", closed ") + closed.text[language]
      }
      if let next = visit.nextVisit {
        text += words(", đề xuất lần sau trước ", ", next proposed by ") + next.text[language]
      }
      text += "\n"
    }
    for line in history.lines { text += self.line(line) }
    return text
  }

  private func line(_ line: UnitHistory.Line) -> String {
    let item = line.item
    var parts = [words("phát hiện ", "found ") + item.opened.text[language]]
    if let issue = item.issue { parts.append(issue.number) }
    if let due = item.due { parts.append(words("hạn ", "due ") + due.text[language]) }
    if let ended = item.ended {
      parts.append("\(item.status.title[language]) \(ended.text[language])")
    } else {
      parts.append(item.status.title[language])
    }
    for link in item.lineage {
      parts.append("\(title(link.relation)) \(link.item)")
    }
    var text = visible("\(item.id)  \(line.wording[language])") + "\n    "
    text += visible(parts.joined(separator: "; ")) + "\n"
    for event in line.events {
      let by = event.event.attribution
      text += "      \(by.happened.text[language])  \(event.event.itemTitle[language])"
      text += "  [\(by.account)]\n"
    }
    return text
  }

  private func title(_ relation: ItemLink.Relation) -> String {
    switch relation {
    case .carriedOver: words("chuyển tiếp từ", "carried over from")
    case .recurred: words("tái diễn từ", "recurred from")
    case .part: words("phần của", "part of")
    }
  }
}
