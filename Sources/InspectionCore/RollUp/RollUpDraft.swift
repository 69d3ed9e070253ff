import CEL
public import Diagnostics

extension RollUp {
  /// A draft of the parent's own submission: every figure that follows from its children, as firmly
  /// as it is known. What the parent alone can answer is not in it.
  ///
  /// - Parameters:
  ///   - id: the submission's name.
  ///   - unit: the parent.
  ///   - language: of the places, which are in one language alone.
  public func draft(id: String, of unit: InspectedUnit, in language: Language) -> Submission {
    let source = "r0"
    let title = LocalizedText(
      vi: "Bài nộp của \(reported.count)/\(expectedCount) đơn vị cấp dưới, cộng lại",
      en: "Submissions of \(reported.count) of \(expectedCount) child units, added up")
    var answers: [String: Answer] = [:]
    for row in rows where row.indicator.type != .bool {
      guard var answer = drafted(row) else { continue }
      answer.source = source
      answer.place =
        LocalizedText(
          vi: "Cộng từ \(row.answered)/\(expectedCount) đơn vị",
          en: "Added up from \(row.answered) of \(expectedCount) units")[language]
      answers[row.indicator.id] = answer
    }
    var notes = [
      LocalizedText(
        vi: "Bản nháp cộng từ cấp dưới: đơn vị phải đối chiếu và bổ sung số của chính mình.",
        en: "A draft added up from child units: to be checked, and completed by the unit's own.")
    ]
    if let absent = absence { notes.append(absent) }
    return Submission(
      id: id, checklist: request.target.checklist.reference, unit: unit, period: period,
      documents: [SourceDocument(id: source, title: title)], answers: answers, notes: notes)
  }

  /// Who did not report, in words; nil where everybody did.
  public var absence: LocalizedText? {
    guard expectedCount > reported.count else { return nil }
    var names: [String] = []
    for unit in missing { names.append("\(unit.name) (\(unit.code))") }
    var vi = names.joined(separator: "; ")
    var en = vi
    if unnamedMissing > 0 {
      let joint = names.isEmpty ? "" : "; "
      vi += joint + "\(unnamedMissing) đơn vị chưa rõ tên"
      en += joint + "\(unnamedMissing) units that are not named"
    }
    return LocalizedText(
      vi: "\(reported.count)/\(expectedCount) đơn vị đã báo cáo; còn thiếu: \(vi).",
      en: "\(reported.count) of \(expectedCount) units reported; missing: \(en).")
  }

  /// The answer that a row gives; nil where it gives nothing to answer.
  private func drafted(_ row: RollUpRow) -> Answer? {
    guard let total = row.total else { return nil }
    let indicator = row.indicator
    let clipped: Number
    do throws(NumberError) {
      clipped = try total.clipped(lower: indicator.lowerBound, upper: indicator.upperBound)
    } catch {
      return Answer(
        .missing(
          LocalizedText(
            vi: "tổng của các đơn vị vượt giới hạn của chỉ tiêu",
            en: "the units come to more than the indicator allows")))
    }
    guard let (qualifier, value) = clipped.stated(beyond: indicator) else {
      return Answer(
        .missing(
          LocalizedText(
            vi: "chưa đủ đơn vị trả lời để biết con số", en: "too few units answered to know it")))
    }
    return Answer(
      .number(
        Number(value, known: qualifier, source: indicator.id).within(indicator)),
      qualifier: qualifier, stated: value)
  }
}

extension Number {
  /// The number as an answer states it; nil where it says no more than the indicator's own bounds.
  /// Of two ends the lower is kept, since an answer has one.
  fileprivate func stated(beyond indicator: Indicator) -> (Qualifier, Rational)? {
    if let exactValue { return (.exact, exactValue) }
    let known = interval
    if let lower = known.lower, lower.value != indicator.lowerBound || !lower.isClosed {
      return (lower.isClosed ? .atLeast : .over, lower.value)
    }
    if let upper = known.upper, upper.value != indicator.upperBound || !upper.isClosed {
      return (upper.isClosed ? .atMost : .under, upper.value)
    }
    return nil
  }

  /// The number within an indicator's bounds, as the reader of submissions leaves it.
  fileprivate func within(_ indicator: Indicator) -> Number {
    do throws(NumberError) {
      return try clipped(lower: indicator.lowerBound, upper: indicator.upperBound)
    } catch {
      return self
    }
  }
}
