import CEL
import ChecklistFormat
import Diagnostics
import InspectionCore

/// A difference as a person reads it: the verdict and counts first, then what alters judgement,
/// follow-up and wording, then what earlier submissions would get.
struct DifferenceText: Wording {
  private let difference: ChecklistDifference
  private let submissions: [Reassessment]
  let language: Language

  init(_ difference: ChecklistDifference, submissions: [Reassessment], language: Language) {
    self.difference = difference
    self.submissions = submissions
    self.language = language
  }

  var text: String {
    var text = heading + warnings
    for weight in ChangeWeight.allCases { text += section(weight) }
    text += fates + suggestions
    for result in submissions { text += ReassessmentText(result, language: language).text }
    return text
  }

  private var heading: String {
    var text = difference.from.reference + " → " + difference.to.reference + "\n"
    text += difference.to.title[language] + "\n\n"
    text += words("Kết luận: ", "Verdict: ") + difference.comparability.title[language]
    if difference.migration != nil, difference.comparability != difference.found {
      text += words(" (tác giả khai báo; thực tế ", " (the author's; found ")
      text += difference.found.title[language] + ")"
    }
    text += "\n"
    for reason in difference.reasons {
      text += wrapped(reason[language], indent: "    ", first: "- ")
    }
    guard !difference.changes.isEmpty else {
      return text + words("Không có thay đổi nào về ý nghĩa.\n", "Nothing differs in meaning.\n")
    }
    let counts = ChangeWeight.allCases.map {
      "\(difference.changes($0).count) \(name(of: $0))"
    }
    return text + words("Thay đổi: ", "Changes: ") + counts.joined(separator: " · ") + "\n"
  }

  private func name(of weight: ChangeWeight) -> String {
    switch weight {
    case .judgement: words("ảnh hưởng kết quả chấm", "alter judgement")
    case .followUp: words("về theo dõi khắc phục", "alter follow-up")
    case .wording: words("về câu chữ", "wording only")
    }
  }

  private var warnings: String {
    guard !difference.warnings.isEmpty else { return "" }
    var text = "\n" + words("CẢNH BÁO", "WARNINGS") + "\n"
    for warning in difference.warnings {
      text += wrapped(warning[language], indent: "    ", first: "! ")
    }
    return text
  }

  // MARK: Changes

  private func section(_ weight: ChangeWeight) -> String {
    let changes = difference.changes(weight)
    guard !changes.isEmpty else { return "" }
    var text = "\n" + heading(of: weight) + " (\(changes.count))\n"
    var subject: ChangeSubject?
    for change in changes {
      if change.subject != subject {
        text += wrapped(label(change.subject), indent: "  ")
        subject = change.subject
      }
      text += line(change)
    }
    return text
  }

  private func heading(of weight: ChangeWeight) -> String {
    switch weight {
    case .judgement: words("ẢNH HƯỞNG KẾT QUẢ CHẤM", "ALTER JUDGEMENT")
    case .followUp: words("THEO DÕI KHẮC PHỤC", "ALTER FOLLOW-UP")
    case .wording: words("CÂU CHỮ", "WORDING ONLY")
    }
  }

  private func label(_ subject: ChangeSubject) -> String {
    let title = subject.title.map { " " + $0[language] } ?? ""
    return switch subject.kind {
    case .check: subject.id + title
    case .checklist: words("Bảng kiểm", "Checklist")
    case .area: words("Lĩnh vực ", "Area ") + subject.id + ":" + title
    case .band: words("Xếp loại", "Grade") + title
    case .gate: words("Điều kiện bắt buộc ", "Gate ") + subject.id
    case .cap: words("Mức xếp loại tối đa theo ", "Cap ") + subject.id
    case .zeroLimit: words("Không được 0 điểm: ", "Must not earn zero: ") + subject.id
    case .indicator: words("Chỉ tiêu ", "Indicator ") + subject.id + ":" + title
    case .target: words("Mức chỉ tiêu ", "Target ") + subject.id + ":" + title
    case .citation: words("Văn bản ", "Citation ") + subject.id + ":" + title
    case .unitClass: words("Loại đơn vị ", "Class of unit ") + subject.id + ":" + title
    case .theme: words("Chuyên đề ", "Theme ") + subject.id + ":" + title
    case .period: words("Kỳ ", "Period ") + subject.id + ":" + title
    case .calendar: words("Lịch ", "Calendar ") + subject.id
    case .policy: words("Theo dõi khắc phục", "Follow-up")
    }
  }

  private func line(_ change: Change) -> String {
    var text = name(of: change)
    let separator = text.isEmpty ? "" : ": "
    switch (change.before, change.after) {
    case (nil, nil): break
    case (let before?, nil): text += separator + before[language]
    case (nil, let after?): text += separator + after[language]
    case (let before?, let after?): text += separator + pair(before, after)
    }
    if change.aspect == .points { text += shares(of: change.subject.id) }
    if !change.checks.isEmpty {
      text += words(" (mục: ", " (checks: ") + change.checks.joined(separator: ", ") + ")"
    }
    return wrapped(text, indent: "      ")
  }

  /// Before and after; where only the other language differs, in that one.
  private func pair(_ before: LocalizedText, _ after: LocalizedText) -> String {
    let other: Language = language == .vi ? .en : .vi
    guard before[language] == after[language], before[other] != after[other] else {
      return before[language] + " → " + after[language]
    }
    return words("(bản tiếng Anh) ", "(in Vietnamese) ") + before[other] + " → " + after[other]
  }

  private func name(of change: Change) -> String {
    switch change.kind {
    case .added: return words("thêm", "added")
    case .removed: return words("bỏ", "removed")
    case .renamed: return words("đổi mã", "renamed")
    case .split: return words("tách", "split")
    case .merged: return words("gộp", "merged")
    case .changed: break
    }
    guard let aspect = change.aspect else { return "" }
    guard let detail = change.detail else { return aspect.title[language] }
    let known = CheckSeverity(rawValue: detail)?.title[language]
    return aspect.title[language] + " " + (known ?? detail)
  }

  private func shares(of id: String) -> String {
    guard let check = difference.checks.first(where: { $0.now.contains(id) }),
      let before = check.shareBefore, let after = check.shareAfter, before != after
    else { return "" }
    return words(" (tỷ trọng ", " (share ") + share(before) + " → " + share(after) + ")"
  }

  private func share(_ millionths: Int64) -> String {
    FigureText(language).text(Rational(millionths: millionths), .percent, digits: 1)
  }

  // MARK: Checks

  /// The checks that stayed or were declared and cannot be compared in full; that others were
  /// dropped stands among the changes.
  private var fates: String {
    let told = difference.checks.filter { check in
      guard !check.was.isEmpty, check.comparability != .full else { return false }
      return !check.now.isEmpty || check.declared != nil
    }
    guard !told.isEmpty else { return "" }
    var text = "\n"
    text += words("MỤC KHÔNG HOẶC CHỈ SO SÁNH ĐƯỢC MỘT PHẦN", "CHECKS NOT FULLY COMPARABLE")
    text += " (\(told.count))\n"
    for check in told {
      var line = check.was.joined(separator: ", ")
      if check.was != check.now {
        line += " → " + (check.now.isEmpty ? "–" : check.now.joined(separator: ", "))
      }
      line += ": " + check.comparability.title[language]
      let reasons = check.note.map { [$0] } ?? check.reasons
      if !reasons.isEmpty {
        line += " (" + reasons.map { $0[language] }.joined(separator: "; ") + ")"
      }
      text += wrapped(line, indent: "  ")
    }
    return text
  }

  private var suggestions: String {
    guard !difference.suggestions.isEmpty else { return "" }
    var text = "\n" + words("CÓ THỂ CHỈ ĐỔI MÃ (GỢI Ý)", "PERHAPS ONLY RENAMED (SUGGESTED)")
    text += "\n"
    for suggestion in difference.suggestions {
      text += "  \(suggestion.was) → \(suggestion.now): \(suggestion.reason[language])\n"
    }
    return text
  }
}
