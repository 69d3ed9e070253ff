import Diagnostics
import InspectionCore

/// What was found, each finding by the word that its class allows: deficiencies first, then figures to
/// be reviewed, then recommendations; numbered through, so that a number names one finding.
struct DeficiencyText: Wording {
  private let assessment: Assessment
  private let checklist: Checklist
  private let disclosure: Disclosure
  let language: Language

  init(
    _ assessment: Assessment, _ checklist: Checklist, _ disclosure: Disclosure, language: Language
  ) {
    self.assessment = assessment
    self.checklist = checklist
    self.disclosure = disclosure
    self.language = language
  }

  var text: String {
    var text = ""
    var number = 0
    for group in FindingGroup.allCases {
      let found = assessment.deficiencies(in: group)
      if !found.isEmpty { text += "\n" + group.title[language].uppercased() + "\n" }
      for deficiency in found {
        number += 1
        text += item(deficiency, number)
      }
    }
    return text + confirmations + otherRequests
  }

  private func item(_ deficiency: Deficiency, _ number: Int) -> String {
    let check = deficiency.check
    let result = assessment.result(of: check.id)
    var text = "  \(number). \(check.id)  \(check.title[language])\n"
    let head = deficiency.word.head(result?.verdict ?? .unmet)[language]
    text += "      " + head + " · " + words("mức độ: ", "severity: ")
    text += check.severity.title[language] + "\n"
    if let confirmation = deficiency.confirmation {
      text += wrapped(confirmed(confirmation), indent: "      ")
    }
    if let result { text += wrapped(disclosure.reason(of: result, language), indent: "      ") }
    if let remedy = check.remedy.text {
      text += wrapped(words("Khắc phục: ", "Remedy: ") + remedy[language], indent: "      ")
    }
    text += due(deficiency)
    for reference in check.cites {
      let line = CitationLine(reference, in: checklist, during: assessment.submission.period)
        .text(language)
      text += wrapped(words("Căn cứ: ", "Rests on: ") + line, indent: "      ")
    }
    return text
  }

  // MARK: Confirmations

  private func confirmed(_ confirmation: Confirmation) -> String {
    let by = disclosure.hidesFreeText ? words("lãnh đạo", "a leader") : confirmation.by[language]
    let date = day(confirmation.date)
    return words("Được xác nhận là vi phạm: \(by), \(date)", "Confirmed by: \(by), \(date)")
  }

  /// What was confirmed and yet is not called a violation, with the reason.
  private var confirmations: String {
    var text = ""
    for result in assessment.confirmations {
      guard let objection = result.effect.objection else { continue }
      let confirmation = result.confirmation
      text += wrapped(
        "\(confirmation.check) (\(day(confirmation.date))): \(objection[language])",
        indent: "    ", first: "- ")
    }
    guard !text.isEmpty else { return "" }
    return "\n"
      + words("XÁC NHẬN CHƯA THÀNH VI PHẠM", "CONFIRMED, YET NOT CALLED A VIOLATION") + "\n" + text
  }

  // MARK: Requests

  /// What the team asked for at checks that are no deficiency, or asked before it asked again.
  private var otherRequests: String {
    let shown = assessment.deficiencies.compactMap(\.request)
    let others = assessment.requests.filter { !shown.contains($0.request) }
    guard !others.isEmpty else { return "" }
    var text = "\n" + words("YÊU CẦU KHÁC CỦA ĐOÀN KIỂM TRA", "OTHER REQUESTS OF THE TEAM") + "\n"
    for result in others {
      text += wrapped(
        "\(result.request.check) (\(day(result.request.asked))): \(wording(of: result.request))",
        indent: "    ", first: "- ")
      if let due = result.due {
        text += "    " + dates(due) + "\n"
      } else if let problem = result.problem {
        text += wrapped(problem[language], indent: "    ")
      } else {
        text += "    " + words("Đoàn không đặt thời hạn", "The team set no deadline") + "\n"
      }
    }
    return text
  }

  private func wording(of request: TeamRequest) -> String {
    disclosure.hidesFreeText ? hidden : request.text[language]
  }

  // MARK: Deadlines

  private func due(_ deficiency: Deficiency) -> String {
    if let problem = deficiency.problem { return wrapped(problem[language], indent: "      ") }
    let check = deficiency.check
    var text = ""
    if let request = deficiency.request {
      text += wrapped(
        words("Đoàn kiểm tra yêu cầu ngày ", "Asked by the team on ") + day(request.asked) + ": "
          + wording(of: request), indent: "      ")
    }
    guard let due = deficiency.due else { return text + "      " + undated(deficiency) + "\n" }
    let isDefault = deficiency.request?.within == nil
    if case .hours(let hours)? = check.remedy.within, isDefault {
      text += "      "
      text += words(
        "Thời hạn mặc định: \(hours) giờ kể từ khi có yêu cầu, chậm nhất hết ngày ",
        "Default deadline: \(hours) hours from the request, at the latest the end of ")
      return text + day(due.due) + "\n"
    }
    text += "      " + dates(due, isDefault: isDefault) + "\n"
    if deficiency.requested != nil, let computed = deficiency.computed {
      text += "      " + dates(computed, isDefault: true) + "\n"
    }
    return text
  }

  private func undated(_ deficiency: Deficiency) -> String {
    deficiency.word == .recommendation
      ? words("Không đặt thời hạn", "No deadline is set")
      : words("Thời hạn: do người ra quyết định ấn định", "Due: to be set by whoever decides")
  }

  private func dates(_ due: DueDate, isDefault: Bool = false) -> String {
    var text =
      isDefault
      ? words("Thời hạn mặc định: hết ngày ", "Default deadline: end of ")
      : words("Thời hạn: hết ngày ", "Due: end of ")
    text += day(due.due)
    if due.sendBy != due.due {
      text += words("; gửi chậm nhất ", "; send by ") + day(due.sendBy)
    }
    if due.isProvisional { text += words(" (tạm tính)", " (provisional)") }
    return text
  }

  private func day(_ date: CivilDate) -> String { date.text[language] }
}
