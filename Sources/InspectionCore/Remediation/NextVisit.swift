import CEL
public import Diagnostics

/// When the next visit is proposed, and by which rule.
public struct VisitProposal: Hashable, Sendable {
  /// The rule's place in the policy, from 0.
  public var rule: Int
  /// When, at the latest.
  public var due: DueDate
  /// Why, in one sentence without a final full stop.
  public var why: LocalizedText
}

/// When the next visit to a unit is proposed: by the first rule of the policy whose conditions all
/// hold; nil where none does.
///
/// A withheld grade is no grade: a rule that names one does not hold then.
///
/// - Parameters:
///   - score: the unit's score.
///   - bands: the bands of the scoring, highest first.
///   - recurred: how many findings recurred.
///   - overdue: how many items are overdue.
///   - from: the day of the inspection.
/// - Throws: ``TimeError`` where the calendar cannot give the day.
public func proposeNextVisit(
  score: Score, bands: [Band], recurred: Int, overdue: Int, policies: FollowUpPolicies,
  calendar: WorkingCalendar, from: CivilDate
) throws(TimeError) -> VisitProposal? {
  for (place, rule) in policies.nextVisit.enumerated()
  where rule.holds(score: score, bands: bands, recurred: recurred, overdue: overdue) {
    let due = try calendar.due(rule.within, from: from)
    return VisitProposal(
      rule: place, due: due, why: rule.why(score: score, recurred: recurred, overdue: overdue))
  }
  return nil
}

extension VisitRule {
  fileprivate func holds(score: Score, bands: [Band], recurred: Int, overdue: Int) -> Bool {
    if let grade {
      guard let reached = score.grade, let place = bands.firstIndex(where: { $0.id == reached.id }),
        let least = bands.firstIndex(where: { $0.id == grade }), place >= least
      else { return false }
    }
    if let below {
      guard let share = score.share, share < below else { return false }
    }
    return recurred >= (self.recurred ?? 0) && overdue >= (self.overdue ?? 0)
  }

  fileprivate func why(score: Score, recurred: Int, overdue: Int) -> LocalizedText {
    var vi: [String] = []
    var en: [String] = []
    if grade != nil, let reached = score.grade {
      vi.append("xếp loại \(reached.title.vi)")
      en.append("grade \(reached.title.en)")
    }
    if let below {
      let percent = below.percentText(maximumDigits: 2)
      vi.append("điểm dưới \(percent.split(separator: ".").joined(separator: ","))%")
      en.append("the score is below \(percent)%")
    }
    if self.recurred != nil {
      vi.append("\(recurred) tồn tại tái diễn")
      en.append("\(recurred) recurred")
    }
    if self.overdue != nil {
      vi.append("\(overdue) nội dung quá hạn")
      en.append("\(overdue) overdue")
    }
    guard !vi.isEmpty else {
      return LocalizedText(vi: "theo chu kỳ thường lệ", en: "in the ordinary course")
    }
    return LocalizedText(vi: vi.joined(separator: ", "), en: en.joined(separator: ", "))
  }
}
