import CEL
import Diagnostics
import InspectionCore

/// How one check came to its verdict and its points.
struct ExplanationText: Wording {
  private let result: CheckResult
  private let assessment: Assessment
  private let compiled: CompiledChecklist
  let language: Language
  private let figures: FigureText

  init(
    _ result: CheckResult, in assessment: Assessment, checklist: CompiledChecklist,
    language: Language
  ) {
    self.result = result
    self.assessment = assessment
    self.compiled = checklist
    self.language = language
    self.figures = FigureText(language)
  }

  var text: String {
    let unit = assessment.submission.unit
    var text = "\(result.check.id)  \(result.check.title[language])\n"
    text += "\(unit.name), \(checklist.title[language]) \(checklist.version)\n"
    text += words("Loại: ", "Class: ") + result.check.checkClass.title[language] + " · "
    text += words("mức độ: ", "severity: ") + result.check.severity.title[language] + "\n"
    text += inputs + rule + verdict + points + limits + remedy + law + help
    return text
  }

  private var checklist: Checklist { compiled.checklist }

  private var inputs: String {
    var text = "\n" + words("Số liệu", "Inputs") + "\n"
    if result.inputs.isEmpty { text += "  –\n" }
    for id in result.inputs {
      let indicator = assessment.indicators.first { $0.id == id }
      text += "  \(id)  \(indicator?.title[language] ?? "")\n"
      guard let answer = assessment.answers[id] else {
        text += "      " + AnswerText.unanswered[language] + "\n"
        continue
      }
      text += wrapped("= " + AnswerText(language).text(answer, indicator), indent: "      ")
      text += source(of: answer)
    }
    return text
  }

  private func source(of answer: Answer) -> String {
    guard let source = answer.source else { return "" }
    let document = assessment.submission.documents.first { $0.id == source }
    var line = words("Nguồn: ", "Source: ") + (document?.title[language] ?? source)
    if let place = answer.place { line += ", " + place }
    return wrapped(line, indent: "      ")
  }

  private var rule: String {
    var text = "\n" + words("Quy tắc: kiểu ", "Rule: kind ") + result.check.kind + "\n"
    for name in result.check.parameters.keys.sorted() {
      guard let value = result.check.parameters[name] else { continue }
      let meaning = CheckKind.builtIn(result.check.kind)?.description.parameter(name)?.summary
      let title = meaning.map { " (\($0[language]))" } ?? ""
      text += wrapped("\(name)\(title): \(self.text(value))", indent: "  ")
    }
    for target in checklist.targets where result.check.reads(target) {
      let unit = assessment.submission.unit
      let value = target.value(for: unit, in: assessment.submission.period)
      let level = value.map { figures.text($0.value, $0.style) } ?? words("chưa đặt", "not set")
      let doubt = target.status == .recalled ? words(" (chưa đối chiếu)", " (not verified)") : ""
      text += wrapped(
        "\(target.variable) (\(target.title[language])): \(level)\(doubt)", indent: "  ")
    }
    guard let compiledRule = compiled.rule(of: result.check.id) else { return text }
    let sheet = AnswerSheet(assessment.submission, for: compiled)
    for (parameter, program) in compiledRule.programs {
      let trace = program.trace(sheet.activation)
      guard trace.entries.count > 1 else { continue }
      text += "  " + words("Tính ", "Evaluating ") + parameter + "\n"
      for entry in trace.entries {
        let indent = String(repeating: "  ", count: entry.depth + 2)
        text += indent + oneLine(program.source.text(of: entry.range)) + "  →  "
        text += self.text(entry.value) + "\n"
      }
    }
    return text
  }

  private var verdict: String {
    let disclosure = Disclosure(assessment, checklist: checklist, for: .team)
    var text = "\n" + words("Kết quả: ", "Verdict: ") + result.verdict.title[language] + "\n"
    text += wrapped(disclosure.reason(of: result, language), indent: "  ")
    return text
  }

  private var points: String {
    let points = result.points
    var text = "\n" + words("Điểm", "Points") + "\n"
    if let area = assessment.areas.first(where: { area in
      area.checks.contains { $0.check.id == result.check.id }
    }) {
      let written = checklist.areas.first { $0.id == area.id }
      var total: Int64 = 0
      for check in written?.checks ?? [] { total += check.points }
      text += "  " + words("điểm trong lĩnh vực: ", "points in its area: ")
      text += figures.points(result.check.points) + words(" trên ", " of ")
      text += figures.points(total) + "\n"
      if let weight = written?.weight {
        text += "  " + words("trọng số lĩnh vực: ", "weight of the area: ")
        text += figures.points(weight) + "\n"
      }
    }
    text += "  " + words("phần được chia: ", "share of the weight: ")
    text += figures.points(points.nominal) + "\n"
    if points.redistributed != 0 {
      text += "  " + words("nhận từ mục không áp dụng: ", "taken over from checks not applicable: ")
      text += figures.points(points.redistributed) + "\n"
    }
    text += "  " + words("tỷ lệ được hưởng: ", "credit: ")
    text += figures.text(result.credit, .percent) + "\n"
    text += "  " + words("được: ", "earned: ") + figures.points(points.earned)
    text += words(" trên ", " of ") + figures.points(points.of) + "\n"
    return text
  }

  private var limits: String {
    var text = ""
    for (kind, results) in [
      (words("Điều kiện bắt buộc", "Gate"), assessment.score.gates),
      (words("Giới hạn xếp loại", "Cap"), assessment.score.caps),
    ] {
      for limit in results where limit.limit.check == result.check.id {
        let grade = checklist.scoring.bands.first { $0.id == limit.limit.grade }
        let state =
          switch limit.state {
          case .passed: words("không hạn chế xếp loại", "does not limit the grade")
          case .struck: words("đã hạn chế xếp loại", "limits the grade")
          case .open: words("chưa xác định", "not decided")
          }
        text += "\n\(kind): \(grade?.title[language] ?? limit.limit.grade), \(state)\n"
      }
    }
    return text
  }

  private var remedy: String {
    guard result.verdict == .unmet || result.verdict == .partial else { return "" }
    var text = ""
    if let remedy = result.check.remedy.text {
      text += "\n" + words("Khắc phục", "Remedy") + "\n" + wrapped(remedy[language], indent: "  ")
    }
    guard
      let deficiency = assessment.deficiencies.first(where: { $0.check.id == result.check.id })
    else { return text }
    text += "\n" + words("Thời hạn", "Deadline") + "\n"
    if let due = deficiency.due {
      text += wrapped(due.derivation[language], indent: "  ")
      text += "  " + words("hết ngày ", "end of ") + day(due.due) + "\n"
    } else {
      let unset = words("do người ra quyết định ấn định", "to be set by whoever decides")
      text += wrapped(deficiency.problem?[language] ?? unset, indent: "  ")
    }
    return text
  }

  /// How the check is inspected, and what the submission says of its own figures.
  private var help: String {
    var text = ""
    if let guidance = result.check.guidance {
      text +=
        "\n" + words("Hướng dẫn", "Guidance") + "\n" + wrapped(guidance[language], indent: "  ")
    }
    if !result.check.evidence.isEmpty {
      text += "\n" + words("Minh chứng cần có", "Evidence wanted") + "\n"
      for item in result.check.evidence {
        text += wrapped(item[language], indent: "    ", first: "- ")
      }
    }
    if !assessment.submission.notes.isEmpty {
      text += "\n" + words("Lưu ý khi đọc số liệu", "Notes on the figures") + "\n"
      for note in assessment.submission.notes {
        text += wrapped(note[language], indent: "    ", first: "- ")
      }
    }
    return text
  }

  private func day(_ date: CivilDate) -> String { language == .vi ? date.vietnamese : date.iso }

  private var law: String {
    guard !result.check.cites.isEmpty else { return "" }
    var text = "\n" + words("Căn cứ", "Rests on") + "\n"
    for reference in result.check.cites {
      text += wrapped(
        CitationLine(reference, in: checklist, during: assessment.submission.period).text(language),
        indent: "  ")
    }
    return text
  }

  private func text(_ value: ParameterValue) -> String {
    switch value {
    case .number(let number, let style): figures.text(number, style)
    case .expression(let text), .name(let text): oneLine(text)
    case .date(let date): date.text[language]
    case .limit(let limit): limit.text[language]
    case .shares(let shares):
      shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { option, share in
        option + " " + figures.text(share, .percent)
      }.joined(separator: ", ")
    case .list(let values): values.map { text($0) }.joined(separator: ", ")
    }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .number(let number): figures.text(number, .plain)
    case .bool(true): words("đúng", "true")
    case .bool(false): words("sai", "false")
    case .unknown(let set):
      words("chưa biết: ", "unknown: ") + set.attributes.map(\.variable).joined(separator: ", ")
    case .error(let error): words("lỗi: ", "error: ") + error.message
    default: value.literal
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: { $0.isNewline || $0 == " " }).joined(separator: " ")
  }
}

extension Check {
  /// Whether some parameter or the condition names a target.
  fileprivate func reads(_ target: Target) -> Bool {
    if condition?.contains(target.variable) ?? false { return true }
    return parameters.values.contains { $0.names(target.variable) }
  }
}

extension ParameterValue {
  fileprivate func names(_ variable: String) -> Bool {
    switch self {
    case .number, .date, .limit, .shares: false
    case .expression(let text), .name(let text): text.contains(variable)
    case .list(let values): values.contains { $0.names(variable) }
    }
  }
}
