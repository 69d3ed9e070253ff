import Diagnostics
import InspectionCore
import Storage
import Workspace

/// An inspection under way: what is looked at, and what is to be verified first.
struct InspectionText: Wording {
  private let inspection: Inspection
  private let workspace: Workspace
  private let session: Session
  let language: Language

  init(_ inspection: Inspection, in workspace: Workspace, _ session: Session, language: Language) {
    self.inspection = inspection
    self.workspace = workspace
    self.session = session
    self.language = language
  }

  func text() throws(WorkspaceError) -> String {
    let plan = inspection.plan
    var text = words(
      "Cuộc kiểm tra \(plan.unit), đợt \(plan.round), đoàn \(plan.team), mở \(inspection.opened.vietnamese)\n",
      "Inspection of \(plan.unit), round \(plan.round), team \(plan.team), opened \(inspection.opened.iso)\n"
    )
    if let closed = inspection.closed {
      text += words("Kết thúc \(closed.vietnamese)\n", "Closed \(closed.iso)\n")
    }
    text += words("Đối tượng:\n", "Subjects:\n")
    var table = Table([.left, .left, .left])
    for subject in plan.subjects {
      let done = subject.answers.last.map {
        words("bản số \($0.number), \($0.day.vietnamese)", "revision \($0.number), \($0.day.iso)")
      }
      table.add([
        "  " + subject.id + (subject.title.map { " (\($0))" } ?? ""), subject.checklist,
        done ?? words("chưa có kết quả", "no answers yet"),
      ])
    }
    text += table.text
    guard !plan.earlier.isEmpty else {
      return text
        + words("Không có nội dung trước đây phải xác minh.\n", "Nothing earlier to verify.\n")
    }
    text += words(
      "Xác minh trước (\(plan.earlier.count)):\n", "To verify first (\(plan.earlier.count)):\n")
    var items = Table([.left, .left, .left])
    for id in plan.earlier {
      let item = try workspace.item(id, session).item
      let due = item.due?.due.vietnamese ?? words("không thời hạn", "undated")
      items.add(["  " + id, item.status.title[language], due])
    }
    return text + items.text
  }
}

/// What closing an inspection came to.
struct ClosedInspectionText: Wording {
  private let closed: ClosedInspection
  private let isDryRun: Bool
  let language: Language

  init(_ closed: ClosedInspection, isDryRun: Bool, language: Language) {
    self.closed = closed
    self.isDryRun = isDryRun
    self.language = language
  }

  var text: String {
    var text =
      isDryRun ? words("Chạy thử, chưa ghi gì.\n", "A dry run: nothing was recorded.\n") : ""
    for subject in closed.subjects { text += self.text(subject) }
    text += words(
      "Đề xuất \(closed.proposed.count) nội dung; ban hành bằng: soat item issue\n",
      "\(closed.proposed.count) items proposed; issue them with: soat item issue\n")
    if let visit = closed.nextVisit {
      text += words(
        "Lần kiểm tra tới đề xuất chậm nhất \(visit.due.due.vietnamese): \(visit.why.vi)\n",
        "The next visit is proposed by \(visit.due.due.iso): \(visit.why.en)\n")
    }
    return text
  }

  private func text(_ subject: ClosedInspection.Subject) -> String {
    let score = subject.assessment.score
    let figures = FigureText(language)
    var text = "\(subject.subject.id)  \(subject.subject.checklist)\n"
    if subject.assessment.isScored {
      let grade = score.grade?.title[language] ?? words("chưa xếp loại", "no grade")
      text +=
        words("  Điểm ", "  Points ") + figures.points(score.points) + "/"
        + figures.points(score.of) + ", \(grade)\n"
    }
    let found = subject.reconciliation
    let groups: [(LocalizedText, [String])] = [
      (LocalizedText(vi: "mới", en: "new"), found.new.map(\.check)),
      (LocalizedText(vi: "tái diễn", en: "recurred"), found.recurred.map(\.check)),
      (LocalizedText(vi: "chuyển tiếp", en: "carried over"), found.carriedOver.map(\.item)),
      (
        LocalizedText(vi: "đã hết, chờ xác minh", en: "resolved, to be verified"),
        found.resolved.map(\.item)
      ),
      (
        LocalizedText(vi: "không so sánh được", en: "not comparable"),
        found.notComparable.map(\.item)
      ),
      (LocalizedText(vi: "chưa xem xét", en: "not examined"), found.notExamined.map(\.item)),
    ]
    for (title, names) in groups where !names.isEmpty {
      text += wrapped(
        "\(title[language]) (\(names.count)): " + names.joined(separator: ", "), indent: "    ",
        first: "  ")
    }
    return text
  }
}
