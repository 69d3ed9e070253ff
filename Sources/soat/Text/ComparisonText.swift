import CEL
import Diagnostics
import InspectionCore
import JSON
import Workspace

/// The unit's figures beside the team's, round by round.
struct DivergenceText: Wording {
  private let found: [RoundDivergence]
  let language: Language

  init(_ found: [RoundDivergence], language: Language) {
    self.found = found
    self.language = language
  }

  var text: String {
    guard !found.isEmpty else {
      return words(
        "Chưa có đợt nào vừa có báo cáo tự đánh giá đã nộp vừa có kết quả của đoàn.\n",
        "No round has both a submitted self-assessment and answers of the team.\n")
    }
    var text = ""
    for one in found { text += self.text(one) }
    if found.count > 1 { text += reliability }
    return text
  }

  private func text(_ one: RoundDivergence) -> String {
    let difference = one.divergence
    let figures = FigureText(language)
    var text = words("Đợt ", "Round ") + "\(one.round), \(one.checklist)\n"
    text += words(
      "  Điểm tự chấm \(figures.points(difference.unitPoints)), đoàn chấm \(figures.points(difference.teamPoints))\n",
      "  Points by the unit \(figures.points(difference.unitPoints)), by the team \(figures.points(difference.teamPoints))\n"
    )
    text += "  " + share(difference) + "\n"
    let answers = AnswerText(language)
    var table = Table([.left, .left, .left, .left])
    for figure in difference.figures where figure.kind != .agrees {
      let none = words("không nêu", "not given")
      table.add([
        "  " + figure.indicator, figure.title[language],
        words("đơn vị: ", "unit: ") + (figure.unit.map { answers.text($0, nil) } ?? none),
        words("đoàn: ", "team: ") + (figure.team.map { answers.text($0, nil) } ?? none),
      ])
    }
    for verdict in difference.verdicts {
      table.add([
        "  " + verdict.check, verdict.title[language],
        words("đơn vị: ", "unit: ") + verdict.unit.title[language],
        words("đoàn: ", "team: ") + verdict.team.title[language],
      ])
    }
    return text + table.text
  }

  private func share(_ difference: Divergence) -> String {
    guard let share = difference.reliability else {
      return words("Không có số liệu nào cả hai cùng nêu", "No figure was given by both")
    }
    let percent = FigureText(language).text(share, .percent, digits: 1)
    return words(
      "Số liệu khớp: \(difference.agreeing)/\(difference.compared) (\(percent))",
      "Figures that agree: \(difference.agreeing) of \(difference.compared) (\(percent))")
  }

  /// How reliable the unit's own figures have been, over its rounds.
  private var reliability: String {
    var text = words(
      "Độ tin cậy số liệu tự báo qua các đợt:\n", "The unit's own figures over its rounds:\n")
    for one in found { text += "  \(one.round): \(share(one.divergence))\n" }
    return text
  }

  var json: String {
    let rounds = found.map { one -> JSONValue in
      let difference = one.divergence
      let answers = AnswerText(language)
      return [
        "round": .string(one.round), "checklist": .string(one.checklist),
        "compared": .integer(Int64(difference.compared)),
        "agreeing": .integer(Int64(difference.agreeing)),
        "points": [
          "unit": .string(Self.points(difference.unitPoints)),
          "team": .string(Self.points(difference.teamPoints)),
        ],
        "figures": .array(
          difference.figures.map { figure in
            [
              "indicator": .string(figure.indicator), "kind": .string(figure.kind.rawValue),
              "unit": figure.unit.map { .string(answers.text($0, nil)) } ?? .null,
              "team": figure.team.map { .string(answers.text($0, nil)) } ?? .null,
            ]
          }),
        "checks": .array(
          difference.verdicts.map { verdict in
            [
              "check": .string(verdict.check), "unit": .string(verdict.unit.rawValue),
              "team": .string(verdict.team.rawValue),
            ]
          }),
      ]
    }
    return String(decoding: JSONWriter.pretty(.array(rounds)), as: UTF8.self)
  }

  /// Millionths of a point as an exact decimal.
  static func points(_ millionths: Int64) -> String {
    Rational(millionths: millionths).decimalText(maximumDigits: 6)
  }
}

/// A unit's scores side by side.
struct ComparisonText: Wording {
  private let comparison: ScoreComparison
  let language: Language

  init(_ comparison: ScoreComparison, language: Language) {
    self.comparison = comparison
    self.language = language
  }

  var text: String {
    let day = comparison.asOf.text[language]
    let compared = comparison.inspections
    guard !compared.isEmpty else {
      return words(
        "Đến \(day) chưa có cuộc kiểm tra nào kết thúc.\n",
        "No inspection had been closed by \(day).\n")
    }
    var table = Table([.left, .left, .left, .right, .right, .right, .left])
    table.add([
      words("Đợt", "Round"), words("Ngày", "Day"), words("Bảng kiểm", "Checklist"),
      words("Khi kiểm tra", "As found"), words("Sau thôi theo dõi", "After waivers"),
      words("Sau khắc phục", "After remediation"), words("Mục đã xử lý", "Checks treated"),
    ])
    for one in compared {
      let scope = one.theme.map { words(" (chuyên đề \($0))", " (theme \($0))") } ?? ""
      let verified = one.treatments.filter { $0.value == .verified }.keys.sorted()
      let waived = one.treatments.filter { $0.value == .waived }.keys.sorted()
      var treated: [String] = []
      if !verified.isEmpty { treated.append(verified.joined(separator: ", ")) }
      if !waived.isEmpty {
        treated.append(words("thôi theo dõi: ", "waived: ") + waived.joined(separator: ", "))
      }
      table.add([
        one.round, language == .vi ? one.closed.vietnamese : one.closed.iso, one.checklist + scope,
        score(one.found), score(one.afterWaivers), score(one.afterRemediation),
        treated.joined(separator: "; "),
      ])
    }
    return table.text
      + words(
        "Thôi theo dõi và khắc phục tính đến hết ngày \(day).\n",
        "Waivers and remediation as they stood at the end of \(day).\n")
  }

  private func score(_ score: Score) -> String {
    let figures = FigureText(language)
    let grade = score.grade.map { " " + $0.title[language] } ?? ""
    return "\(figures.points(score.points))/\(figures.points(score.of))\(grade)"
  }

  var json: String {
    let rows = comparison.inspections.map { one -> JSONValue in
      [
        "round": .string(one.round), "closed": .string(one.closed.iso),
        "checklist": .string(one.checklist), "theme": one.theme.map { .string($0) } ?? .null,
        "found": json(one.found), "after_waivers": json(one.afterWaivers),
        "after_remediation": json(one.afterRemediation),
        "verified": names(one, .verified), "waived": names(one, .waived),
      ]
    }
    return String(
      decoding: JSONWriter.pretty([
        "form": 1, "unit": .string(comparison.unit), "as_of": .string(comparison.asOf.iso),
        "inspections": .array(rows),
      ]), as: UTF8.self)
  }

  private func names(_ one: ComparedInspection, _ treatment: CheckTreatment) -> JSONValue {
    let ids = one.treatments.filter { $0.value == treatment }.keys.sorted()
    return .array(ids.map { .string($0) })
  }

  private func json(_ score: Score) -> JSONValue {
    [
      "points": .string(DivergenceText.points(score.points)),
      "of": .string(DivergenceText.points(score.of)),
      "grade": score.grade.map { .string($0.id) } ?? .null,
    ]
  }
}

/// What computing recorded assessments again came to.
struct VerificationText: Wording {
  private let checked: [CheckedAssessment]
  let language: Language

  init(_ checked: [CheckedAssessment], language: Language) {
    self.checked = checked
    self.language = language
  }

  var text: String {
    var text = ""
    var same = 0
    for one in checked {
      let name = "\(one.round) \(one.unit) \(one.record.subject)"
      if let refused = one.refused {
        text +=
          words("KHÔNG CHẤM LẠI ĐƯỢC ", "NOT COMPUTED ") + name + ": "
          + refused.message[language] + "\n"
        if let mend = refused.mend { text += "  " + mend[language] + "\n" }
      } else if one.differences.isEmpty {
        same += 1
      } else {
        text += words("KHÁC ", "DIFFERS ") + name + "\n"
        for difference in one.differences {
          let nothing = words("(không có)", "(nothing)")
          text +=
            "  \(difference.path): \(difference.recorded ?? nothing) → \(difference.now ?? nothing)\n"
        }
      }
    }
    return text
      + words(
        "\(same)/\(checked.count) kết quả chấm lại giống hệt hồ sơ.\n",
        "\(same) of \(checked.count) assessments come out as recorded, byte for byte.\n")
  }
}
