import ChecklistFormat
import Diagnostics
import InspectionCore

/// An earlier submission by two checklists, in words.
struct ReassessmentText: Wording {
  private let result: Reassessment
  private let before: Disclosure
  private let after: Disclosure?
  let language: Language

  init(_ result: Reassessment, language: Language) {
    self.result = result
    self.language = language
    before = Disclosure(result.before, checklist: result.from, for: .team)
    after = result.after.map { Disclosure($0, checklist: result.to, for: .team) }
  }

  var text: String {
    let submission = result.submission
    var text = "\n" + words("CHẤM LẠI ", "ASSESSED AGAIN ") + submission.id + "\n"
    text += "  " + submission.unit.name + " · "
    text += language == .vi ? submission.period.vietnamese : submission.period.iso
    text += words(" · ngày chấm ", " · assessed on ") + day(result.before.asOf) + "\n"
    guard let after = result.after else { return text + objections + lost }
    text += "  " + words("Điểm: ", "Points: ") + score(result.before) + " → " + score(after) + "\n"
    text += wrapped(
      words("Xếp loại: ", "Grade: ") + grade(result.before) + " → " + grade(after), indent: "  ")
    return text + verdicts + others + deficiencies + lost
  }

  private var objections: String {
    var text =
      "  " + words("Không chấm được bằng bản mới:", "The later one cannot assess it:") + "\n"
    for objection in result.objections {
      text += wrapped(objection[language], indent: "      ", first: "- ")
    }
    return text
  }

  private func score(_ assessment: Assessment) -> String {
    let figures = FigureText(language)
    var text = figures.points(assessment.score.points) + "/" + figures.points(assessment.score.of)
    if let share = assessment.score.share { text += " (\(figures.text(share, .percent)))" }
    return text
  }

  private func grade(_ assessment: Assessment) -> String {
    if let grade = assessment.score.grade { return grade.title[language] }
    let reason = assessment.score.withheld.map { " (" + $0[language] + ")" } ?? ""
    return words("chưa xếp loại", "none") + reason
  }

  // MARK: Verdicts

  private var verdicts: String {
    guard !result.verdicts.isEmpty else {
      return "  " + words("Không mục nào đổi kết luận.", "No verdict differs.") + "\n"
    }
    var text =
      "  " + words("Đổi kết luận", "Verdicts that differ") + " (\(result.verdicts.count))\n"
    for pair in result.verdicts {
      guard let was = pair.before, let now = pair.after, let after else { continue }
      let name = was.check.id == now.check.id ? now.check.id : "\(was.check.id) → \(now.check.id)"
      text += wrapped(
        "\(name): \(was.verdict.title[language]) → \(now.verdict.title[language])",
        indent: "      ", first: "- ")
      text += wrapped(
        words("trước: ", "was: ") + before.reason(of: was, language), indent: "        ")
      text += wrapped(words("nay: ", "now: ") + after.reason(of: now, language), indent: "        ")
    }
    return text
  }

  /// Counts of the checks whose verdicts cannot be set side by side, or differ in points alone.
  private var others: String {
    var parts: [String] = []
    if result.pointsAlone > 0 {
      parts.append(
        words(
          "\(result.pointsAlone) mục chỉ đổi điểm", "\(result.pointsAlone) checks in points alone"))
    }
    if !result.added.isEmpty {
      parts.append(words("\(result.added.count) mục mới", "\(result.added.count) new checks"))
    }
    if !result.dropped.isEmpty {
      parts.append(
        words("\(result.dropped.count) mục đã bỏ", "\(result.dropped.count) checks dropped"))
    }
    return parts.isEmpty
      ? "" : "  " + words("Ngoài ra: ", "Besides: ") + parts.joined(separator: ", ") + "\n"
  }

  // MARK: Deficiencies

  private var deficiencies: String {
    list(words("Tồn tại thêm", "Deficiencies that appear"), result.appearing)
      + list(words("Tồn tại không còn", "Deficiencies that vanish"), result.vanishing) + deadlines
  }

  private func list(_ heading: String, _ deficiencies: [Deficiency]) -> String {
    guard !deficiencies.isEmpty else { return "" }
    var text = "  \(heading) (\(deficiencies.count))\n"
    for deficiency in deficiencies {
      text += wrapped(
        "\(deficiency.check.id): \(deficiency.check.title[language]), \(due(deficiency))",
        indent: "      ", first: "- ")
    }
    return text
  }

  private var deadlines: String {
    guard !result.deadlines.isEmpty else { return "" }
    var text =
      "  " + words("Đổi thời hạn", "Deadlines that move") + " (\(result.deadlines.count))\n"
    for moved in result.deadlines {
      text += "    - \(moved.after.check.id): \(due(moved.before)) → \(due(moved.after))\n"
    }
    return text
  }

  private func due(_ deficiency: Deficiency) -> String {
    guard let due = deficiency.due?.due else { return words("không có hạn", "no deadline") }
    return words("hạn ", "due ") + day(due)
  }

  private var lost: String {
    guard !result.lost.isEmpty else { return "" }
    var text = "  " + words("Bản mới không dùng được", "Of no use to the later one")
    text += " (\(result.lost.count))\n"
    for entry in result.lost {
      text += wrapped(
        "\(name(of: entry.kind))\(entry.id): \(entry.reason[language])", indent: "      ",
        first: "- ")
    }
    return text
  }

  private func name(of kind: LostEntry.Kind) -> String {
    switch kind {
    case .answer: ""
    case .earlierAnswer: words("kỳ trước, ", "period before, ")
    case .confirmation: words("xác nhận của lãnh đạo tại ", "a leader's confirmation at ")
    case .request: words("yêu cầu của đoàn tại ", "request at ")
    }
  }

  private func day(_ date: CivilDate) -> String { language == .vi ? date.vietnamese : date.iso }
}
