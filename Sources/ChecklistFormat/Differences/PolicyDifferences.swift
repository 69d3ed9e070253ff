import CEL
import Diagnostics
import InspectionCore

/// Compares how two checklists have what they find followed up.
struct PolicyComparing {
  let old: FollowUpPolicies
  let new: FollowUpPolicies
  /// The bands of both, for the names of grades.
  let bands: [Band]

  var changes: [Change] {
    var log = ChangeLog(ChangeSubject(.policy, "policies"))
    log.compare(.countedFrom, .followUp, old.countedFrom, new.countedFrom) { start in
      start == .assessment
        ? LocalizedText(vi: "ngày chấm", en: "the day of the assessment")
        : LocalizedText(vi: "ngày ban hành văn bản yêu cầu", en: "the day the request is issued")
    }
    compareBySeverity(&log)
    log.compare(
      .extensionsBeforeDue, .followUp, old.extensionsBeforeDue, new.extensionsBeforeDue
    ) { .yesNo($0) }
    log.compare(.requestStopsClock, .followUp, old.requestStopsClock, new.requestStopsClock) {
      .yesNo($0)
    }
    log.compare(.escalation, .followUp, old.escalation, new.escalation) { .joined($0.map(words)) }
    log.compare(
      .recurrence, .followUp, old.recurrenceRaisesSeverity, new.recurrenceRaisesSeverity
    ) { .yesNo($0) }
    log.compare(.nextVisit, .followUp, old.nextVisit, new.nextVisit) { .joined($0.map(words)) }
    return log.changes
  }

  private func compareBySeverity(_ log: inout ChangeLog) {
    for severity in CheckSeverity.allCases {
      func limit(_ policies: FollowUpPolicies) -> TimeLimit? {
        policies.defaultLimits.first { $0.severity == severity }?.within
      }
      log.compare(
        .defaultLimit, .followUp, limit(old), limit(new), detail: severity.rawValue
      ) { $0?.text ?? LocalizedText(vi: "không đặt", en: "none set") }
      func extending(_ policies: FollowUpPolicies) -> ExtensionLimit? {
        policies.extensions.first { $0.severity == severity }
      }
      log.compare(
        .extensions, .followUp, extending(old), extending(new), detail: severity.rawValue
      ) { limit in
        guard let limit else { return LocalizedText(vi: "không gia hạn", en: "never") }
        return LocalizedText(
          vi: "\(limit.times) lần, tổng \(limit.days) ngày",
          en: "\(limit.times) times, \(limit.days) days in all")
      }
    }
  }

  private func words(_ step: EscalationStep) -> LocalizedText {
    let count = step.offset.magnitude
    let day =
      switch step.offset.signum() {
      case -1:
        LocalizedText(vi: "trước hạn \(count) ngày làm việc", en: "\(count) working days before")
      case 1: LocalizedText(vi: "sau hạn \(count) ngày làm việc", en: "\(count) working days after")
      default: LocalizedText(vi: "đúng ngày hết hạn", en: "on the due day")
      }
    return day + LocalizedText(same: ": ") + step.title
      + LocalizedText(same: " (\(step.recipient))")
  }

  private func words(_ rule: VisitRule) -> LocalizedText {
    var texts: [LocalizedText] = []
    if let grade = rule.grade {
      let title = bands.first { $0.id == grade }?.title ?? LocalizedText(same: grade)
      texts.append(
        LocalizedText(vi: "xếp loại từ \(title.vi) trở xuống", en: "grade \(title.en) or lower"))
    }
    if let below = rule.below {
      texts.append(
        .labelled(LocalizedText(vi: "điểm dưới", en: "below"), LocalizedText(below, .percent)))
    }
    if let recurred = rule.recurred {
      texts.append(LocalizedText(vi: "từ \(recurred) tồn tại tái diễn", en: "\(recurred) recurred"))
    }
    if let overdue = rule.overdue {
      texts.append(LocalizedText(vi: "từ \(overdue) việc quá hạn", en: "\(overdue) overdue"))
    }
    let within = rule.within.text
    guard !texts.isEmpty else { return within }
    return .joined(texts, ", ") + LocalizedText(same: " → ") + within
  }
}
