import Diagnostics
import Documents
import InspectionCore

/// What is proposed for the items of units that ended.
struct SuccessionText: Wording {
  let language: Language

  func table(_ proposals: [SuccessionProposal]) -> String {
    guard !proposals.isEmpty else {
      return words(
        "Không có nội dung nào của đơn vị đã kết thúc\n", "No unit that has ended has open items\n")
    }
    var table = Table([.left, .left, .left, .left])
    table.add([
      words("Mã", "Id"), words("Đơn vị cũ", "From"), words("Phương án", "Course"),
      words("Đơn vị nhận", "To"),
    ])
    for proposal in proposals {
      table.add([
        visible(proposal.item), visible(proposal.unit), course(proposal),
        visible(units(proposal).joined(separator: ", ")),
      ])
    }
    return visibleLines(table.text)
  }

  /// The items that wait for a person, each with all it may be given to, to be cut down by hand.
  func csv(_ proposals: [SuccessionProposal]) -> String {
    var text = CSVText.byteOrderMark
    text += CSVText.row([words("Mã", "Id"), words("Đơn vị nhận", "To")], language)
    for proposal in proposals {
      if case .toAllocate(let units) = proposal.course {
        text += CSVText.row([proposal.item, units.joined(separator: " ")], language)
      }
    }
    return text
  }

  private func course(_ proposal: SuccessionProposal) -> String {
    switch proposal.course {
    case .stays: words("giữ nguyên", "stays")
    case .follows: words("chuyển theo", "follows")
    case .shared: words("chia, cùng xong", "shared")
    case .toAllocate: words("chờ phân giao", "to allocate")
    }
  }

  private func units(_ proposal: SuccessionProposal) -> [String] {
    switch proposal.course {
    case .stays: []
    case .follows(let unit): [unit]
    case .shared(let units), .toAllocate(let units): units
    }
  }
}
