import CEL
import Diagnostics

/// What the public learns of a limit.
enum SmallCountOutcome {
  /// Met or unmet.
  case verdict
  /// Partly met or unmet.
  case lowestStep
  /// Applicable or not.
  case application
  /// Changed by half or more, or not.
  case change
}

extension FileReader {
  /// Notes a limit that tells of a masked count.
  func note(
    _ telling: CountComparison.Telling, _ outcome: SmallCountOutcome, at range: SourceRange
  ) {
    report(
      "small-count-limit", telling.message(outcome), severity: .note, mend: telling.mend(outcome),
      at: range)
  }
}

extension CountComparison.Telling {
  fileprivate func message(_ outcome: SmallCountOutcome) -> LocalizedText {
    let what: LocalizedText =
      switch outcome {
      case .verdict, .change:
        LocalizedText(vi: "kết quả của mục này", en: "the verdict")
      case .lowestStep:
        LocalizedText(
          vi: "việc mục này đạt một phần hay chưa đạt",
          en: "whether the check is partly met or unmet"
        )
      case .application:
        LocalizedText(
          vi: "việc mục này có áp dụng hay không", en: "whether the check applies")
      }
    let count = shown(self.count)
    var vi = "\(what.vi) cho người ngoài biết phần nào \"\(count)\", số từ 1 đến 4 đã được che"
    var en = "\(what.en) tells the public something about \"\(count)\", masked from 1 to 4"
    if !beside.isEmpty {
      let names = beside.map { "\"\(shown($0))\"" }.joined(separator: ", ")
      vi += ", vì \(names) không được che"
      en += ", since \(names) \(beside.count == 1 ? "is" : "are") shown"
    }
    return LocalizedText(vi: vi, en: en)
  }

  fileprivate func mend(_ outcome: SmallCountOutcome) -> LocalizedText {
    let count = shown(self.count)
    switch outcome {
    case .change: return LocalizedText(vi: "dùng tỷ lệ dưới 50%", en: "use a share below 50%")
    case .application:
      return LocalizedText(
        vi:
          "trong when, so sánh với 0, với số từ 5 trở lên, hoặc với một số đếm trẻ em, vụ việc khác",
        en: "in when, compare with 0, with 5 or more, or with another count of children or cases")
    case .verdict, .lowestStep:
      guard beside.isEmpty else {
        return LocalizedText(
          vi:
            "dùng tỷ lệ giữa hai số đếm trẻ em, vụ việc, hoặc chỉ áp dụng (when) khi \(count) >= 5",
          en:
            "use a ratio of two counts of children or cases, or let it apply only when \(count) >= 5"
        )
      }
      guard outcome == .verdict else {
        return LocalizedText(
          vi: "để bậc thấp nhất bắt đầu từ mức ứng với 5 trở lên, hoặc dùng partial: linear",
          en: "let the lowest step begin where it asks for 5 or more, or use partial: linear")
      }
      return LocalizedText(
        vi: "dùng mức so sánh từ 5 trở lên hoặc bằng 0, hoặc dùng tỷ lệ",
        en: "compare with 0, with 5 or more, or use a ratio")
    }
  }
}
