import Diagnostics

extension RollUpRequest {
  /// Everything that stands against it: figures are added only where they are of one checklist, one
  /// period and one level, once a unit, and all beneath the parent.
  var problems: [RollUpProblem] {
    var found: [RollUpProblem] = []
    func report(_ vi: String, _ en: String, mend: LocalizedText) {
      found.append(RollUpProblem(message: LocalizedText(vi: vi, en: en), mend: mend))
    }
    guard let first = children.first else {
      report(
        "không có bài nộp nào để cộng", "there is no submission to add",
        mend: LocalizedText(
          vi: "nêu các bài nộp của đơn vị cấp dưới", en: "name the submissions of the child units"))
      return found
    }
    found += likeness(with: first)
    found += repeated
    found += expectation
    if let parent { found += problems(of: parent, besides: first) }
    return found
  }

  /// What differs from the first submission and must not.
  private func likeness(with first: RollUpInput) -> [RollUpProblem] {
    var found: [RollUpProblem] = []
    for child in children {
      let (own, other) = (child.submission, first.submission)
      if own.checklist != checklist.checklist.reference {
        found.append(
          RollUpProblem(
            message: LocalizedText(
              vi: "\(child.origin): theo bảng kiểm \(own.checklist), không phải "
                + checklist.checklist.reference,
              en: "\(child.origin): is for \(own.checklist), not "
                + checklist.checklist.reference),
            mend: LocalizedText(
              vi: "chỉ cộng bài nộp của cùng bảng kiểm, cùng phiên bản",
              en: "add submissions of one checklist in one version")))
      }
      if own.period != other.period {
        found.append(
          RollUpProblem(
            message: LocalizedText(
              vi: "\(child.origin): kỳ \(own.period.vietnamese), khác kỳ "
                + "\(other.period.vietnamese) của \(first.origin)",
              en: "\(child.origin): is of \(own.period.iso), \(first.origin) of "
                + other.period.iso),
            mend: LocalizedText(
              vi: "chỉ cộng bài nộp của cùng một kỳ", en: "add submissions of one period")))
      }
      if own.unit.level != other.unit.level {
        found.append(
          RollUpProblem(
            message: LocalizedText(
              vi: "\(child.origin): đơn vị cấp \"\(own.unit.level)\", khác cấp "
                + "\"\(other.unit.level)\" của \(first.origin)",
              en: "\(child.origin): is of the level \"\(own.unit.level)\", \(first.origin) of "
                + "\"\(other.unit.level)\""),
            mend: LocalizedText(
              vi: "chỉ cộng đơn vị cùng cấp", en: "add units of one level")))
      }
    }
    return found
  }

  /// Units with more than one submission.
  private var repeated: [RollUpProblem] {
    var found: [RollUpProblem] = []
    var origins: [String: String] = [:]
    for child in children {
      let unit = child.submission.unit
      if let other = origins[unit.code] {
        found.append(
          RollUpProblem(
            message: LocalizedText(
              vi: "\(unit.name) (\(unit.code)) có hai bài nộp: \(other) và \(child.origin)",
              en: "\(unit.name) (\(unit.code)) has two submissions: \(other) and \(child.origin)"),
            mend: LocalizedText(
              vi: "bỏ một bài, không cộng hai lần", en: "leave one out, so that it counts once")))
      } else {
        origins[unit.code] = child.origin
      }
    }
    return found
  }

  /// What does not fit who is expected.
  private var expectation: [RollUpProblem] {
    switch expected {
    case .given: return []
    case .count(let count):
      guard count < children.count else { return [] }
      return [
        RollUpProblem(
          message: LocalizedText(
            vi: "có \(children.count) bài nộp mà chỉ có \(count) đơn vị phải báo cáo",
            en: "there are \(children.count) submissions and only \(count) units to report"),
          mend: LocalizedText(
            vi: "sửa số đơn vị, hoặc bỏ bài nộp không thuộc đơn vị này",
            en: "correct the number, or leave out what does not belong here"))
      ]
    case .listed(let units):
      var levels: [String: String] = [:]
      for unit in units { levels[unit.code] = unit.level }
      var found: [RollUpProblem] = []
      for child in children {
        let unit = child.submission.unit
        guard let level = levels[unit.code] else {
          found.append(notListed(child))
          continue
        }
        guard level != unit.level else { continue }
        found.append(
          RollUpProblem(
            message: LocalizedText(
              vi: "\(child.origin): \(unit.code) là cấp \"\(unit.level)\", trong danh sách là "
                + "\"\(level)\"",
              en: "\(child.origin): \(unit.code) is of the level \"\(unit.level)\", in the list "
                + "\"\(level)\""),
            mend: LocalizedText(
              vi: "sửa danh sách hoặc bài nộp", en: "correct the list or the submission")))
      }
      return found
    }
  }

  private func notListed(_ child: RollUpInput) -> RollUpProblem {
    let unit = child.submission.unit
    return RollUpProblem(
      message: LocalizedText(
        vi: "\(child.origin): \(unit.name) (\(unit.code)) không có trong danh sách đơn vị",
        en: "\(child.origin): \(unit.name) (\(unit.code)) is not on the list of units"),
      mend: LocalizedText(
        vi: "sửa mã đơn vị, thêm vào danh sách, hoặc bỏ bài nộp này",
        en: "correct the code, add the unit to the list, or leave the submission out"))
  }

  // MARK: The parent

  private func problems(of parent: RollUpInput, besides first: RollUpInput) -> [RollUpProblem] {
    var found: [RollUpProblem] = []
    func report(_ vi: String, _ en: String, mend: LocalizedText) {
      found.append(
        RollUpProblem(
          message: LocalizedText(vi: parent.origin + ": " + vi, en: parent.origin + ": " + en),
          mend: mend))
    }
    let (own, child) = (parent.submission, first.submission)
    if own.checklist != target.checklist.reference {
      report(
        "theo bảng kiểm \(own.checklist), không phải \(target.checklist.reference)",
        "is for \(own.checklist), not \(target.checklist.reference)",
        mend: LocalizedText(
          vi: "nêu đúng bảng kiểm của cấp trên", en: "name the checklist of the parent"))
    }
    if own.period != child.period {
      report(
        "kỳ \(own.period.vietnamese), khác kỳ \(child.period.vietnamese) của các đơn vị cấp dưới",
        "is of \(own.period.iso), the child units of \(child.period.iso)",
        mend: LocalizedText(
          vi: "dùng bài nộp cùng kỳ của cấp trên", en: "use the parent's submission of that period")
      )
    }
    if own.unit.level == child.unit.level {
      report(
        "đơn vị cấp \"\(own.unit.level)\" như các đơn vị được cộng, không phải cấp trên",
        "is of the level \"\(own.unit.level)\" like the units added, not above them",
        mend: LocalizedText(
          vi: "nêu bài nộp của đơn vị cấp trên", en: "name the submission of the unit above"))
    }
    if let over, over.code != own.unit.code {
      report(
        "là \(own.unit.name) (\(own.unit.code)), danh sách là của \(over.name) (\(over.code))",
        "is of \(own.unit.name) (\(own.unit.code)), the list of \(over.name) (\(over.code))",
        mend: LocalizedText(
          vi: "dùng danh sách của đúng đơn vị", en: "use the list of the same unit"))
    }
    if case .listed = expected { return found }
    return found + strangers(under: parent)
  }

  /// Children whose code, written as a path, says that they are beneath another unit.
  private func strangers(under parent: RollUpInput) -> [RollUpProblem] {
    let own = parent.submission.unit
    var found: [RollUpProblem] = []
    for child in children {
      let unit = child.submission.unit
      guard unit.code.utf8.contains(UInt8(ascii: "/")), !unit.code.hasPrefix(own.code + "/") else {
        continue
      }
      found.append(
        RollUpProblem(
          message: LocalizedText(
            vi:
              "\(child.origin): \(unit.name) (\(unit.code)) không thuộc \(own.name) (\(own.code))",
            en: "\(child.origin): \(unit.name) (\(unit.code)) is not beneath "
              + "\(own.name) (\(own.code))"),
          mend: LocalizedText(
            vi: "bỏ bài nộp này, hoặc nêu danh sách đơn vị nếu mã đã đổi",
            en: "leave it out, or give a list of the units where codes have changed")))
    }
    return found
  }
}
