package import Diagnostics
package import InspectionCore

extension JournalEvent {
  /// What happened to an item, in a few words; the type itself for what this program does not know.
  package var itemTitle: LocalizedText {
    guard let event = try? ItemEvent(type: type, form: form, payload: payload) else {
      return LocalizedText(same: type)
    }
    return event.title
  }
}

extension ItemEvent {
  /// What happened, in a few words.
  package var title: LocalizedText {
    switch self {
    case .proposed(_, let deadline):
      text("đề xuất", "proposed") + due(deadline, "dự kiến", "proposed")
    case .tookOver(let heritage):
      text("tiếp nhận phần của \(heritage.whole)", "took over a part of \(heritage.whole)")
    case .explained(let stance, _): stance.title
    case .explanationRuled(let ruling): ruling.outcome.title
    case .withdrawn: text("rút lại", "withdrawn")
    case .issued(let issue):
      text("ban hành: \(issue.document.number)", "issued: \(issue.document.number)")
        + due(issue.deadline, "thời hạn", "due")
    case .acknowledged: text("đơn vị xác nhận đã nhận", "acknowledged by the unit")
    case .planned(let plan):
      text(
        "kế hoạch khắc phục: \(plan.measures.count) biện pháp, \(plan.responsible)",
        "planned: \(plan.measures.count) measures, \(plan.responsible)")
    case .progressed(let progress):
      text("tiến độ \(progress.done)/\(progress.of)", "progress \(progress.done)/\(progress.of)")
    case .evidenceSubmitted(let sources):
      text("nộp \(sources.count) minh chứng", "\(sources.count) pieces of evidence submitted")
    case .verified(.resolved, _): text("xác minh: đã giải quyết dứt điểm", "verified: resolved")
    case .verified(.outsideCompetence, _):
      text("xác minh: ngoài thẩm quyền", "verified: outside its competence")
    case .rejected: text("trả lại minh chứng", "evidence rejected")
    default: rarerTitle
    }
  }

  private var rarerTitle: LocalizedText {
    switch self {
    case .extensionRequested(let to, _, _):
      text("đề nghị gia hạn đến \(to.vietnamese)", "extension to \(to.iso) requested")
    case .extensionGranted(let deadline, _):
      text("gia hạn", "extended") + due(deadline, "đến", "to")
    case .extensionRefused: text("không gia hạn", "extension refused")
    case .waived(let waiver):
      text("thôi theo dõi đến \(waiver.until.vietnamese)", "waived until \(waiver.until.iso)")
    case .waiverRevoked: text("theo dõi trở lại", "followed again")
    case .reopened(_, let issue):
      text("mở lại", "reopened") + due(issue?.deadline, "thời hạn", "due")
    case .transferred(let transfer):
      text(
        "chuyển từ \(transfer.from) sang \(transfer.to)", "from \(transfer.from) to \(transfer.to)")
    case .divided(let parts, _):
      text("chia thành \(parts.count) phần", "divided into \(parts.count) parts")
    case .partSettled(let part): text("cập nhật phần \(part.item)", "part \(part.item) settled")
    case .reviewed(let review):
      text("rà soát tại \(review.inspection): ", "reviewed at \(review.inspection): ")
        + review.outcome.title
    case .recordsMissing: text("hồ sơ không được bàn giao", "records were not handed over")
    case .reminded(let letter):
      text("đôn đốc (hạn \(letter.due.vietnamese))", "reminded (due \(letter.due.iso))")
    case .corrected(let correction):
      text(
        "đính chính sự kiện \(correction.event.origin)#\(correction.event.sequence)",
        "corrects \(correction.event.origin)#\(correction.event.sequence)")
    default: text("", "")
    }
  }

  private func text(_ vi: String, _ en: String) -> LocalizedText { LocalizedText(vi: vi, en: en) }

  private func due(_ deadline: Deadline?, _ vi: String, _ en: String) -> LocalizedText {
    guard let due = deadline?.due.due else { return LocalizedText(same: "") }
    return LocalizedText(vi: ", \(vi) \(due.vietnamese)", en: ", \(en) \(due.iso)")
  }
}

extension UnitExplanation.Stance {
  fileprivate var title: LocalizedText {
    switch self {
    case .accepts: LocalizedText(vi: "giải trình: nhất trí", en: "explanation: accepts")
    case .partly: LocalizedText(vi: "giải trình: nhất trí một phần", en: "explanation: partly")
    case .rejects: LocalizedText(vi: "giải trình: không nhất trí", en: "explanation: rejects")
    }
  }
}

extension ExplanationRuling.Outcome {
  fileprivate var title: LocalizedText {
    switch self {
    case .accepted: LocalizedText(vi: "chấp nhận giải trình", en: "explanation accepted")
    case .partly:
      LocalizedText(vi: "chấp nhận một phần giải trình", en: "explanation partly accepted")
    case .rejected: LocalizedText(vi: "không chấp nhận giải trình", en: "explanation rejected")
    }
  }
}

extension Review.Outcome {
  fileprivate var title: LocalizedText {
    switch self {
    case .carriedOver: LocalizedText(vi: "chuyển tiếp", en: "carried over")
    case .resolved: LocalizedText(vi: "đã khắc phục, chờ xác minh", en: "put right, to be verified")
    case .notComparable: LocalizedText(vi: "không so sánh được", en: "not comparable")
    case .notExamined: LocalizedText(vi: "chưa xem xét", en: "not examined")
    }
  }
}
