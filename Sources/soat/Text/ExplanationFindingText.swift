import Diagnostics
import InspectionCore

/// What the finding is called, what puts it right and by when, and what it rests on.
extension ExplanationText {
  var finding: String {
    guard let deficiency = explanation.deficiency else { return unusedConfirmation }
    var text = "\n" + words("Gọi là", "What it is called") + "\n"
    text += "  " + deficiency.word.head(result.verdict)[language] + "\n"
    text += naming(deficiency)
    if let remedy = check.remedy.text {
      text += "\n" + words("Khắc phục", "Remedy") + "\n" + wrapped(remedy[language], indent: "  ")
    }
    return text + deadline(deficiency)
  }

  /// Why it is, or is not, called a violation.
  private func naming(_ deficiency: Deficiency) -> String {
    guard check.checkClass == .duty else { return "" }
    if let confirmation = deficiency.confirmation {
      return wrapped(
        words(
          "\(confirmation.by.vi) xác nhận ngày \(day(confirmation.date)); điều khoản làm căn cứ đã đối chiếu",
          "confirmed by \(confirmation.by.en) on \(day(confirmation.date)); the place of law is verified"
        ), indent: "  ")
    }
    if let objection = explanation.confirmation?.effect.objection {
      return wrapped(objection[language], indent: "  ")
    }
    return wrapped(
      words(
        "không gọi là vi phạm: chưa có xác nhận của lãnh đạo",
        "not called a violation: no leader has confirmed it"), indent: "  ")
  }

  private var unusedConfirmation: String {
    guard let objection = explanation.confirmation?.effect.objection else { return "" }
    return "\n" + words("Xác nhận của lãnh đạo", "A leader's confirmation") + "\n"
      + wrapped(objection[language], indent: "  ")
  }

  // MARK: Deadline

  private func deadline(_ deficiency: Deficiency) -> String {
    var text = "\n" + words("Thời hạn", "Deadline") + "\n"
    if let request = deficiency.request {
      text += wrapped(
        words("Đoàn kiểm tra yêu cầu ngày ", "Asked by the team on ") + day(request.asked) + ": "
          + request.text[language], indent: "  ")
    }
    guard let due = deficiency.due else {
      return text + wrapped(deficiency.problem?[language] ?? undated(deficiency), indent: "  ")
    }
    text += wrapped(due.derivation[language], indent: "  ") + days
    text += "  → " + words("hết ngày ", "end of ") + day(due.due)
    if due.sendBy != due.due {
      text += words("; gửi chậm nhất ", "; send by ") + day(due.sendBy)
    }
    return text + "\n"
  }

  private func undated(_ deficiency: Deficiency) -> String {
    deficiency.word == .recommendation
      ? words("không đặt thời hạn", "no deadline is set")
      : words("do người ra quyết định ấn định", "to be set by whoever decides")
  }

  /// The working days one by one, each with its number; what lies between is named.
  private var days: String {
    guard !explanation.days.isEmpty else { return "" }
    let told = explanation.days.map { counted in
      let date = day(counted.date)
      if let number = counted.number { return "\(date) (\(number))" }
      return "\(date) (\(counted.off?[language] ?? "–"))"
    }
    return wrapped(words("Đếm: ", "Counted: ") + told.joined(separator: ", "), indent: "  ")
  }

  // MARK: Law

  var law: String {
    guard !check.cites.isEmpty else { return "" }
    var text = "\n" + words("Căn cứ", "Rests on") + "\n"
    let period = assessment.submission.period
    for reference in check.cites {
      guard let citation = checklist.citations.first(where: { $0.id == reference.citation }) else {
        text += "  " + reference.text + "\n"
        continue
      }
      let place = citation.places.first { $0.id == reference.place }
      text += wrapped(name(of: citation, place), indent: "  ")
      text += wrapped(force(of: citation, in: period), indent: "      ")
      text += wrapped(status(of: citation, place), indent: "      ")
    }
    return text
  }

  private func name(of citation: Citation, _ place: CitationPlace?) -> String {
    let head = place.map { $0.title[language] + ", " } ?? ""
    return words(
      "\(head)\(citation.type.vi) \(citation.number) ngày \(day(citation.date)) của \(citation.issuer.vi): \(citation.title.vi)",
      "\(head)\(citation.type.en) \(citation.number) of \(day(citation.date)), \(citation.issuer.en): \(citation.title.en)"
    )
  }

  private func force(of citation: Citation, in period: Period) -> String {
    var text = words("Hiệu lực từ ", "In force from ") + day(citation.inForceFrom)
    if let to = citation.inForceTo { text += words(" đến hết ", " up to ") + day(to) }
    return text
      + (citation.isInForce(during: period)
        ? words("; có hiệu lực trong kỳ", "; in force in the period")
        : words(
          "; không có hiệu lực trong kỳ, chỉ để tham khảo",
          "; not in force in the period, for information only"))
  }

  private func status(of citation: Citation, _ place: CitationPlace?) -> String {
    switch (citation.status, place?.status) {
    case (.verified, .verified):
      words("Văn bản và điều khoản đã đối chiếu", "Document and place verified")
    case (.verified, .recalled):
      words(
        "Văn bản đã đối chiếu; điều khoản chưa đối chiếu", "Document verified; place not verified")
    case (.verified, nil):
      words(
        "Văn bản đã đối chiếu; không dẫn điều khoản cụ thể", "Document verified; no place is cited")
    case (.recalled, _):
      words("Văn bản chưa đối chiếu", "Document not verified")
    }
  }
}
