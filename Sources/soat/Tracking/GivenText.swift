import Diagnostics
import InspectionCore
import Workspace

/// What orders on items led to, a line each.
struct GivenText: Wording {
  let language: Language
  let isDryRun: Bool

  func text(_ given: [GivenOrder]) -> String {
    var text = ""
    for order in given {
      var line = "\(order.item): \(order.command.title[language])"
      let after = order.after.status.title[language]
      if let before = order.before?.status, before != order.after.status {
        line += " (\(before.title[language]) → \(after))"
      } else {
        line += " (\(after))"
      }
      if let due = order.after.due {
        line += words(", thời hạn \(due.vietnamese)", ", due \(due.iso)")
      } else if let proposed = order.after.proposed {
        line += words(
          ", thời hạn dự kiến \(proposed.vietnamese)", ", proposed deadline \(proposed.iso)")
      }
      text += visible(line) + "\n"
    }
    if isDryRun {
      text += words(
        "Chạy thử: chưa ghi gì (\(given.count) nội dung)\n",
        "Dry run: nothing was recorded (\(given.count) items)\n")
    }
    return text
  }

  /// What a bulk issue left alone.
  func left(_ ids: [String]) -> String {
    guard !ids.isEmpty else { return "" }
    return words(
      "Chưa ban hành vì giải trình đã được chấp nhận: \(ids.joined(separator: ", "))\n",
      "Not issued, since the explanation was accepted: \(ids.joined(separator: ", "))\n")
  }
}
