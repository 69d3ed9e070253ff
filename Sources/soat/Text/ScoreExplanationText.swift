import CEL
import Diagnostics
import InspectionCore

/// How a unit's score came about, as arithmetic: check by check, area by area, the share, the bands,
/// what limited the grade, and why there is none.
struct ScoreExplanationText: Wording {
  private let assessment: Assessment
  private let checklist: Checklist
  private let explanation: ScoreExplanation
  let language: Language
  private let figures: FigureText
  private let exact: ExplanationWords

  init(_ assessment: Assessment, checklist: CompiledChecklist, language: Language) {
    self.assessment = assessment
    self.checklist = checklist.checklist
    self.language = language
    explanation = ScoreExplanation(assessment, by: checklist.checklist.scoring)
    figures = FigureText(language)
    exact = ExplanationWords(checklist, language)
  }

  var text: String {
    guard assessment.isScored else { return heading + verdicts + notes }
    var text = heading
    for area in assessment.areas { text += self.text(area) }
    return text + total + decided + grade + notes
  }

  private var heading: String {
    let submission = assessment.submission
    let period = language == .vi ? submission.period.vietnamese : submission.period.iso
    var text = "\(submission.unit.name), \(checklist.title[language]) \(checklist.version)\n"
    text += words("Kỳ kiểm tra: ", "Period: ") + period + " · "
    text += words("ngày chấm: ", "assessed on ") + assessment.asOf.text[language] + "\n"
    if let scope = assessment.scope {
      text += words("Phạm vi: ", "In scope: ") + scope.title[language] + "\n"
    }
    return text
  }

  private var verdicts: String {
    var text = "\n" + words("Lần chấm này không tính điểm.\n", "No points are given here.\n")
    for area in assessment.areas {
      text += "\n" + area.title[language] + "\n"
      for result in area.checks {
        text += "  \(result.check.id)  \(result.verdict.title[language])\n"
      }
    }
    return text
  }

  private var notes: String {
    let notes = assessment.submission.notes
    guard !notes.isEmpty else { return "" }
    return notes.reduce("\n" + words("Lưu ý khi đọc số liệu", "Notes on the figures") + "\n") {
      $0 + wrapped($1[language], indent: "    ", first: "- ")
    }
  }

  // MARK: Points

  private func text(_ area: AreaResult) -> String {
    let written = checklist.areas.first { $0.id == area.id }
    var text = "\n" + area.title[language]
    if let weight = written?.weight {
      text += words(" (trọng số ", " (weight ") + exact.points(weight) + ")"
    }
    text += "\n"
    var table = Table([.left, .right, .left, .right, .left])
    table.add([
      words("Mục", "Check"), words("Tối đa", "Can earn"), words("Mức hưởng", "Credit"),
      words("Điểm", "Earned"), words("Kết quả", "Verdict"),
    ])
    for result in area.checks { table.add(row(result)) }
    text += table.text.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
    let sum = sum(area.checks.map(\.points.earned).filter { $0 != 0 })
    return text
      + wrapped(
        words("Cộng: ", "Together: ") + sum + exact.points(area.points) + words(" trên ", " of ")
          + exact.points(area.of), indent: "    ", first: "- ")
  }

  /// `NS-03   1,612903 × 50% = 0,806452   đạt một phần`
  private func row(_ result: CheckResult) -> [String] {
    let verdict = result.verdict.title[language].lowercased()
    let of = exact.points(result.points.of)
    guard result.check.points > 0 else {
      return [result.check.id, "–", "", "", words("không tính điểm, ", "no points, ") + verdict]
    }
    guard result.verdict.isDecided || result.points.policy == .full else {
      let earned = result.verdict == .notApplicable && result.points.of == 0 ? "–" : "0"
      return [result.check.id, of, "", earned, verdict]
    }
    let credit =
      isShort(result.credit)
      ? figures.text(result.credit, .percent) : exact.fraction(result.credit)
    return [
      result.check.id, of, "× " + credit + " =", exact.points(result.points.earned), verdict,
    ]
  }

  /// Whether two decimals of a percentage tell a share whole.
  private func isShort(_ share: Rational) -> Bool {
    10_000 % share.denominator == 0
  }

  /// `1,5625 + 3,125 = `; nothing of fewer than two amounts.
  private func sum(_ amounts: [Int64]) -> String {
    guard amounts.count > 1 else { return "" }
    return amounts.map { exact.points($0) }.joined(separator: " + ") + " = "
  }

  private var total: String {
    let score = assessment.score
    let points = sum(assessment.areas.map(\.points))
    let of = sum(assessment.areas.map(\.of))
    var text = "\n" + words("Cả bảng kiểm", "All areas") + "\n"
    text += wrapped(
      words("Điểm: ", "Points: ") + points + exact.points(score.points),
      indent: "    ", first: "- ")
    text += wrapped(
      words("Trên: ", "Of: ") + of + exact.points(score.of), indent: "    ", first: "- ")
    guard let share = score.share else { return text }
    text += "  - " + words("Tỷ lệ: ", "Share: ") + exact.points(score.points) + "/"
    return text + exact.points(score.of) + " ≈ " + figures.text(share, .percent) + "\n"
  }

  // MARK: Grade

  private var decided: String {
    let completeness = assessment.completeness
    var text = "  - " + words("Đã chấm: ", "Decided: ")
    text += "\(completeness.answered)/\(completeness.applicable)"
    text += words(" mục áp dụng", " applicable checks")
    if let share = completeness.share { text += " ≈ " + figures.text(share, .percent) }
    text += words(", cần ít nhất ", ", needs at least ")
    return text + figures.text(checklist.scoring.minimumCompleteness, .percent) + "\n"
  }

  private var grade: String {
    var text = "\n" + words("Xếp loại", "Grade") + "\n"
    for step in explanation.bands {
      text += "  \(step.band.title[language]): " + words("từ ", "from ")
      text += figures.text(step.from, .percent) + " → "
      text += (step.isReached ? words("đạt", "reached") : words("chưa đạt", "not reached")) + "\n"
    }
    if let band = explanation.byShare {
      text += "  " + words("Theo tỷ lệ điểm: ", "By the share: ") + band.title[language] + "\n"
    }
    for limit in explanation.limits {
      let grade = checklist.scoring.bands.first { $0.id == limit.grade }?.title[language]
      text += wrapped(
        limit.text(grade: grade ?? limit.grade, language), indent: "    ", first: "- ")
    }
    let score = assessment.score
    text += "  → " + (score.grade?.title[language] ?? words("chưa xếp loại", "none"))
    if let reason = score.withheld { text += " (" + reason[language] + ")" }
    return text + "\n"
  }
}
