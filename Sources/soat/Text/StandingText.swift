import CEL
import Diagnostics
import InspectionCore

/// What a score rests on and how far it can still move, as lines under it.
struct StandingText: Wording {
  /// How many of the figures that could move the score most are named.
  private static let namedAnswers = 5

  private let assessment: Assessment
  private let checklist: Checklist
  private let standing: Standing
  private let figures: FigureText
  private let hidesPoints: Bool
  let language: Language

  /// - Parameter hidesPoints: whether the points would tell a masked figure.
  init(
    _ assessment: Assessment, _ checklist: Checklist, hidesPoints: Bool, language: Language
  ) {
    self.assessment = assessment
    self.checklist = checklist
    self.hidesPoints = hidesPoints
    self.language = language
    standing = assessment.standing(checklist.scoring)
    figures = FigureText(language)
  }

  /// The line that says what part of the checklist was in scope; empty for the whole.
  var scope: String {
    guard let scope = assessment.scope else { return "" }
    let all = checklist.areas.map(\.checks.count).reduce(0, +)
    return words(
      "Phạm vi: \(scope.title.vi) (\(scope.checks.count)/\(all) mục); "
        + "không so sánh với điểm của cả bảng kiểm\n",
      "In scope: \(scope.title.en) (\(scope.checks.count) of \(all) checks); "
        + "not to be compared with the score of the whole checklist\n")
  }

  /// How many checks there are of each verdict.
  var verdicts: String {
    var counts: [Verdict: Int] = [:]
    for area in assessment.areas {
      for result in area.checks { counts[result.verdict, default: 0] += 1 }
    }
    let parts = Verdict.allCases.compactMap { verdict in
      counts[verdict].map { "\(verdict.title[language]) \($0)" }
    }
    return words("Kết luận: ", "Verdicts: ") + parts.joined(separator: " · ") + "\n"
  }

  /// Where the score can end, what of it is verified, and which figures would move it most.
  var text: String { assessment.isScored ? range + verified + openAnswers : "" }

  private var range: String {
    guard let possible = standing.possible, !hidesPoints, possible.least != possible.greatest else {
      return ""
    }
    let least = figures.points(possible.least)
    let greatest = figures.points(possible.greatest)
    var text = words(
      "Khi đủ số liệu: từ \(least) đến \(greatest) điểm",
      "Once all figures are in: between \(least) and \(greatest) points")
    if let lowest = possible.lowestGrade, let highest = possible.highestGrade {
      text +=
        lowest == highest
        ? words(", xếp loại \(lowest.title.vi)", ", grade \(lowest.title.en)")
        : words(
          ", xếp loại từ \(lowest.title.vi) đến \(highest.title.vi)",
          ", grade from \(lowest.title.en) to \(highest.title.en)")
    }
    return text + "\n"
  }

  private var verified: String {
    let verified = standing.verified
    guard let share = verified.share else { return "" }
    let percent = figures.text(share, .percent)
    if verified.of == 0 {
      return words(
        "Đã xác minh: chưa có mục tính điểm nào\n", "Verified: no check with points yet\n")
    }
    let earned = hidesPoints ? hidden : figures.points(verified.points)
    let of = figures.points(verified.of)
    return words(
      "Đã xác minh: \(earned)/\(of) điểm, bằng \(percent) tổng điểm\n",
      "Verified: \(earned) of \(of) points, which is \(percent) of all points\n")
  }

  private var openAnswers: String {
    var titles: [String: LocalizedText] = [:]
    for indicator in assessment.indicators { titles[indicator.id] = indicator.title }
    let moving = standing.openAnswers.filter { $0.alone > 0 }
    guard !moving.isEmpty else { return "" }
    var text = words(
      "Số liệu còn thiếu làm điểm thay đổi nhiều nhất:\n",
      "Missing figures that would move the score most:\n")
    for answer in moving.prefix(StandingText.namedAnswers) {
      let title = titles[answer.indicator]?[language] ?? answer.indicator
      let points = figures.points(answer.alone)
      text += words(
        "  \(title): đến \(points) điểm", "  \(title): up to \(points) points")
      text += " (" + answer.checks.joined(separator: ", ") + ")\n"
    }
    return text
  }
}
