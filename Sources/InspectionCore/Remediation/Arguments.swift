import Diagnostics

/// What a command brings along: bounded, and of a piece with the item.
extension Deciding {
  /// The most entries of a list.
  static let longestList = 1_000
  /// The most bytes of an id, a code, a position or a number.
  static let longestName = 200
  /// The largest whole number that travels as one.
  static let largestCount: Int64 = 1 << 53

  func bad(_ vi: String, _ en: String) -> RefusalReason { .badValue(LocalizedText(vi: vi, en: en)) }

  /// An id, a code, a position, a number: something, of some length, on one line.
  func check(name: String) throws(RefusalReason) {
    guard !name.isEmpty, name.utf8.count <= Self.longestName,
      name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), name.utf8.contains(where: { $0 > 0x20 })
    else {
      throw bad(
        "mã, số, chức vụ phải có chữ, viết trên một dòng, không quá \(Self.longestName) byte",
        "ids, numbers and positions have letters, one line and at most \(Self.longestName) bytes")
    }
  }

  func check(count: Int, in range: ClosedRange<Int>) throws(RefusalReason) {
    guard range.contains(count) else {
      throw bad(
        "danh sách phải có từ \(range.lowerBound) đến \(range.upperBound) mục",
        "the list has from \(range.lowerBound) to \(range.upperBound) entries")
    }
  }

  /// A document that existed when what rests on it happened.
  func check(_ document: DocumentReference) throws(RefusalReason) {
    guard !document.number.isEmpty else { throw .documentMissing }
    try check(name: document.number)
    guard document.date <= by.happened else { throw .documentLater(document.date) }
    if let scan = document.scan, BlobDigest(hex: scan) == nil {
      throw bad("mã băm của bản quét phải là 64 ký tự hex", "a scan is named by 64 hex digits")
    }
  }

  func check(_ proposal: Proposal) throws(RefusalReason) {
    try check(name: proposal.id)
    try check(name: proposal.unit)
    if let inspection = proposal.inspection { try check(name: inspection) }
    try check(count: proposal.lineage.count, in: 0...Self.longestList)
    for link in proposal.lineage {
      try check(name: link.item)
      guard link.item != proposal.id, link.relation != .part else { throw .notRelated(link.item) }
    }
    try check(proposal.origin, hasText: proposal.text != nil)
  }

  private func check(_ origin: ItemOrigin, hasText: Bool) throws(RefusalReason) {
    switch origin {
    case .check(let check): try self.check(check)
    case .checks(let checks):
      try check(count: checks.count, in: 2...Self.longestList)
      for check in checks { try self.check(check) }
    case .recommendation(let recommendation):
      try check(name: recommendation.authority)
      try check(recommendation.document)
      try check(count: recommendation.addressees.count, in: 1...Self.longestList)
      for unit in recommendation.addressees { try check(name: unit) }
    case .figures(let request):
      try check(name: request.checklist)
      try check(name: request.check)
      try check(count: request.indicators.count, in: 1...Self.longestList)
      for indicator in request.indicators { try check(name: indicator) }
    case .finding, .commitment, .proposal: break
    }
    switch origin {
    case .check, .figures: break
    case .checks, .finding, .recommendation, .commitment, .proposal:
      guard hasText else {
        throw bad("phải có nội dung bằng lời", "the item needs a wording of its own")
      }
    }
  }

  private func check(_ check: FailedCheck) throws(RefusalReason) {
    try self.check(name: check.checklist)
    try self.check(name: check.check)
  }

  func check(_ ruling: ExplanationRuling, of item: TrackedItem) throws(RefusalReason) {
    let hasChecks = !item.terms.origin.failedChecks.isEmpty
    switch (ruling.before, ruling.after) {
    case (nil, nil):
      guard !hasChecks else { throw .verdictsDoNotFit }
    case (let before?, let after?):
      let stands = after != .met && after != .notApplicable
      let fits =
        switch ruling.outcome {
        case .accepted: !stands
        case .partly: stands
        case .rejected: before == after && stands
        }
      guard hasChecks, fits else { throw .verdictsDoNotFit }
    default: throw .verdictsDoNotFit
    }
  }

  func check(_ plan: ItemPlan, of item: TrackedItem) throws(RefusalReason) {
    try check(count: plan.measures.count, in: 1...Self.longestList)
    try check(name: plan.responsible)
    try check(count: plan.milestones.count, in: 0...Self.longestList)
    if let due = item.due?.due {
      for milestone in plan.milestones where milestone.due > due {
        throw bad(
          "mốc \(milestone.due.vietnamese) sau thời hạn \(due.vietnamese)",
          "the milestone of \(milestone.due.iso) lies after the deadline \(due.iso)")
      }
    }
    if let budget = plan.budget, !(0...Self.largestCount).contains(budget) {
      throw bad("kinh phí phải từ 0 đồng", "the budget is 0 đồng or more, up to 2^53")
    }
  }

  func check(_ progress: Progress) throws(RefusalReason) {
    guard progress.day <= by.happened else { throw .impossibleDay(progress.day) }
    try check(count: progress.byUnit.count, in: 0...Self.longestList)
    try check(progress.done, of: progress.of)
    guard !progress.byUnit.isEmpty else { return }
    var units = Set<String>()
    var done = 0
    var of = 0
    for share in progress.byUnit {
      try check(name: share.unit)
      try check(share.done, of: share.of)
      units.insert(share.unit)
      done += share.done
      of += share.of
    }
    guard units.count == progress.byUnit.count, done == progress.done, of == progress.of else {
      throw bad(
        "số của từng xã phải cộng lại bằng số chung, mỗi xã một dòng",
        "the counts of the communes must add up to the whole, each commune once")
    }
  }

  private func check(_ done: Int, of total: Int) throws(RefusalReason) {
    guard (1...1_000_000_000).contains(total), (0...total).contains(done) else {
      throw bad(
        "tiến độ phải từ 0 đến tổng số, tổng số từ 1",
        "progress runs from 0 to a total of 1 or more")
    }
  }

  func check(_ sources: [EvidenceSource]) throws(RefusalReason) {
    try check(count: sources.count, in: 1...Self.longestList)
    for source in sources {
      switch source {
      case .file: break
      case .inspection(let id): try check(name: id)
      case .seen(let original):
        try check(name: original.type)
        try check(name: original.number)
        try check(name: original.seenBy)
        guard original.date <= by.happened else { throw .documentLater(original.date) }
      }
    }
  }
}
