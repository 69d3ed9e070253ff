import Diagnostics
import InspectionCore

/// Scores as a person reads them on a terminal or prints them: the scoreboard first where there
/// are several units, then each unit with its areas, deficiencies and data requests.
struct ScoreText: Wording {
  private let results: [ScoredSubmission]
  private let audience: Audience
  let language: Language
  private let isSummary: Bool

  /// - Parameter isSummary: leaves out the checks one by one and the figures asked for.
  init(
    _ results: [ScoredSubmission], audience: Audience, language: Language, isSummary: Bool
  ) {
    self.results = results
    self.audience = audience
    self.language = language
    self.isSummary = isSummary
  }

  var text: String {
    var text = results.count > 1 ? scoreboard + "\n" : ""
    for (index, result) in results.enumerated() {
      if index > 0 { text += "\n" }
      let unit = UnitText(result, audience: audience, language: language)
      text += isSummary ? unit.summary : unit.text
    }
    return text
  }

  private var scoreboard: String {
    var table = Table([.left, .left, .right, .right, .right, .right, .left])
    table.add([
      words("Đơn vị", "Unit"), words("Kỳ", "Period"), words("Điểm", "Points"),
      words("Tỷ lệ", "Share"), words("Đã chấm", "Decided"), words("Tồn tại", "Deficient"),
      words("Xếp loại", "Grade"),
    ])
    for result in results {
      let unit = UnitText(result, audience: audience, language: language)
      let assessment = result.assessment
      table.add([
        assessment.submission.unit.name, unit.period, unit.points, unit.share,
        "\(assessment.completeness.answered)/\(assessment.completeness.applicable)",
        "\(assessment.deficiencies(in: .deficiency).count)",
        unit.grades.grade?.title[language] ?? words("chưa xếp loại", "none"),
      ])
    }
    return words("BẢNG ĐIỂM", "SCOREBOARD") + "\n" + table.text
  }
}

/// One unit's result in words.
struct UnitText: Wording {
  private let assessment: Assessment
  private let checklist: Checklist
  private let disclosure: Disclosure
  let language: Language
  private let figures: FigureText
  private let hidesPoints: Bool
  /// The grades, as far as they may be shown.
  let grades: ShownGrades

  init(_ result: ScoredSubmission, audience: Audience, language: Language) {
    let disclosure = Disclosure(result.assessment, checklist: result.checklist, for: audience)
    self.assessment = result.assessment
    self.checklist = result.checklist
    self.disclosure = disclosure
    self.language = language
    self.figures = FigureText(language)
    self.hidesPoints = result.assessment.areas.contains { area in
      area.checks.contains { disclosure.hidesPoints(of: $0) }
    }
    grades = ShownGrades(result.assessment, result.checklist.scoring, nil, disclosure)
  }

  var period: String {
    let period = assessment.submission.period
    return language == .vi ? period.vietnamese : period.iso
  }

  /// The points earned, or what stands for them where they would tell a masked figure.
  /// Nothing where no points are given.
  var earned: String {
    guard assessment.isScored else { return "" }
    return hidesPoints ? hidden : figures.points(assessment.score.points)
  }

  /// What could be earned; nothing where no points are given.
  var possible: String { assessment.isScored ? figures.points(assessment.score.of) : "" }

  var points: String {
    guard assessment.isScored else { return "–" }
    return earned + "/" + figures.points(assessment.score.of)
  }

  var share: String {
    guard assessment.isScored, let share = assessment.score.share else { return "–" }
    return hidesPoints ? hidden : figures.text(share, .percent)
  }

  var text: String {
    var text = heading
    for area in assessment.areas { text += self.text(area) }
    return text + findings + requests
  }

  /// The score and the deficiencies alone.
  var summary: String { heading + findings }

  private var findings: String {
    DeficiencyText(assessment, checklist, disclosure, language: language).text
  }

  private var heading: String {
    let submission = assessment.submission
    let rule = String(repeating: "═", count: 78)
    var text = rule + "\n" + submission.unit.name + " (" + submission.unit.code + ")\n"
    text += checklist.title[language] + ", " + words("phiên bản", "version") + " "
    text += checklist.version + "\n"
    text += words("Kỳ kiểm tra: ", "Period: ") + period + " · "
    text += words("ngày chấm: ", "assessed on ") + day(assessment.asOf) + "\n"
    let standing = StandingText(
      assessment, checklist, hidesPoints: hidesPoints, language: language)
    text += standing.scope + "\n"
    guard assessment.isScored else { return text + standing.verdicts }
    text += words("Điểm: ", "Points: ") + points + " (" + share + ")"
    text += " · " + words("đã chấm ", "decided: ")
    text += "\(assessment.completeness.answered)/\(assessment.completeness.applicable)"
    text += words(" mục áp dụng", " applicable checks") + "\n"
    text += words("Xếp loại: ", "Grade: ")
    if let grade = grades.grade {
      text += grade.title[language]
    } else {
      text += words("chưa xếp loại", "none")
    }
    if let reason = grades.withheld { text += " (" + reason[language] + ")" }
    text += "\n"
    for result in assessment.score.gates + assessment.score.caps where result.state == .struck {
      let grade = checklist.scoring.bands.first { $0.id == result.limit.grade }
      let title = grade?.title[language] ?? result.limit.grade
      text += words(
        "  \(result.limit.check) chưa đạt nên xếp loại cao nhất là \(title)\n",
        "  \(result.limit.check) is not met, so the highest grade is \(title)\n")
    }
    for result in assessment.score.zeroLimits where result.state == .struck {
      let grade = checklist.scoring.bands.first { $0.id == result.grade }
      let title = grade?.title[language] ?? result.grade
      text += words(
        "  \(result.id) được 0 điểm nên xếp loại cao nhất là \(title)\n",
        "  \(result.id) earns nothing, so the highest grade is \(title)\n")
    }
    return text + standing.text
  }

  private func text(_ area: AreaResult) -> String {
    guard assessment.isScored else {
      return area.checks.reduce("\n" + area.title[language].uppercased() + "\n") {
        $0 + self.text($1)
      }
    }
    let hides = area.checks.contains { disclosure.hidesPoints(of: $0) }
    let earned = hides ? hidden : figures.points(area.points)
    var text = "\n" + area.title[language].uppercased() + "  "
    text += earned + "/" + figures.points(area.of) + "\n"
    for result in area.checks { text += self.text(result) }
    return text
  }

  private func text(_ result: CheckResult) -> String {
    var points = figures.points(result.points.earned) + "/" + figures.points(result.points.of)
    if disclosure.hidesPoints(of: result) { points = hidden }
    if result.check.points == 0 { points = words("không tính điểm", "not scored") }
    if result.verdict == .notApplicable { points = "–" }
    var text = "  \(mark(result.verdict)) \(result.check.id)  \(result.check.title[language])\n"
    text += wrapped(
      result.verdict.title[language] + (assessment.isScored ? " · " + points : "") + " · "
        + disclosure.reason(of: result, language), indent: "      ")
    if !result.decidedWithout.isEmpty {
      let names = result.decidedWithout.map { title(of: $0) }.joined(separator: "; ")
      text += wrapped(
        words("Kết luận được dù chưa có số liệu: ", "Decided without: ") + names,
        indent: "      ")
    }
    return text
  }

  private var requests: String {
    guard !assessment.dataRequests.isEmpty else { return "" }
    var text = "\n" + words("ĐỀ NGHỊ BỔ SUNG SỐ LIỆU", "FIGURES ASKED FOR") + "\n"
    for request in assessment.dataRequests {
      let names = request.indicators.map { title(of: $0) }.joined(separator: "; ")
      text += wrapped("\(request.check.id): \(names)", indent: "    ", first: "- ")
    }
    return text
  }

  private func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "✓"
    case .partial: "◐"
    case .unmet: "✗"
    case .notApplicable: "–"
    case .unanswered: "?"
    case .error: "!"
    }
  }

  private func day(_ date: CivilDate) -> String { language == .vi ? date.vietnamese : date.iso }

  private func title(of indicator: String) -> String {
    assessment.indicators.first { $0.id == indicator }?.title[language] ?? indicator
  }
}
