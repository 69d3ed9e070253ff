public import Diagnostics

/// Answers as they were written down at one time: the canonical JSON of a submission, kept outside the
/// journal under its SHA-256.
public struct AnswersRevision: Hashable, Sendable {
  /// Its number, from 1.
  public var number: Int
  /// The SHA-256 of the canonical JSON, 64 hexadecimal digits in lower case.
  public var file: String
  /// The day it was written.
  public var day: CivilDate
  /// The account that typed it.
  public var account: String

  /// Creates a revision.
  public init(number: Int, file: String, day: CivilDate, account: String) {
    self.number = number
    self.file = file
    self.day = day
    self.account = account
  }
}

/// Which self-assessment: one a unit, checklist and round.
public struct SelfAssessmentKey: Hashable, Sendable {
  /// The round.
  public var round: String
  /// The code of the unit.
  public var unit: String
  /// The checklist, as `id@version`.
  public var checklist: String

  /// Creates a key.
  public init(round: String, unit: String, checklist: String) {
    self.round = round
    self.unit = unit
    self.checklist = checklist
  }

  /// The subject's id in the journal.
  public var id: String { "\(round)|\(unit)|\(checklist)" }
}

/// A unit's self-assessment in a round (báo cáo tự đánh giá), every revision kept.
public struct SelfAssessment: Hashable, Sendable {
  /// Where it stands.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Being written.
    case draft
    /// Submitted; the unit waits.
    case submitted
    /// Sent back with reasons.
    case returned
    /// Accepted; nothing changes any more.
    case accepted

    /// What it is called.
    public var title: LocalizedText {
      switch self {
      case .draft: LocalizedText(vi: "bản nháp", en: "draft")
      case .submitted: LocalizedText(vi: "đã nộp", en: "submitted")
      case .returned: LocalizedText(vi: "trả lại để bổ sung", en: "returned")
      case .accepted: LocalizedText(vi: "đã tiếp nhận", en: "accepted")
      }
    }
  }

  /// Sent back, with the text of the reasons outside the journal.
  public struct Return: Hashable, Sendable {
    /// The revision that was sent back.
    public var revision: Int
    /// The reasons.
    public var reason: BlobDigest
    /// The day.
    public var day: CivilDate
  }

  /// Which it is.
  public var key: SelfAssessmentKey
  /// Where it stands.
  public var status: Status
  /// Every revision, in order.
  public var revisions: [AnswersRevision]
  /// The revision that was submitted last; nil until one is.
  public var submitted: Int?
  /// The day of the last submission.
  public var submittedOn: CivilDate?
  /// How often it was sent back.
  public var returns: [Return] = []

  /// The revision that counts: the submitted one, and while there is none the last.
  public var current: AnswersRevision? {
    submitted.flatMap { number in revisions.first { $0.number == number } } ?? revisions.last
  }
}

/// Something that happened to a self-assessment.
public enum SelfAssessmentEvent: Hashable, Sendable {
  /// A revision was written.
  case saved(SelfAssessmentKey, file: String)
  /// The last revision was submitted.
  case submitted
  /// It was sent back.
  case returned(reason: BlobDigest)
  /// It was accepted.
  case accepted
}

/// What somebody wants done about a self-assessment.
public enum SelfAssessmentCommand: Hashable, Sendable {
  /// Write a revision down.
  case save(SelfAssessmentKey, file: String)
  /// Submit the last revision.
  case submit
  /// Send it back.
  case `return`(reason: BlobDigest)
  /// Accept it.
  case accept
}

/// Why something about a round, a self-assessment or an inspection is refused.
public struct RoundRefusal: Error, Hashable, Sendable {
  /// A stable code.
  public var code: String
  /// Why, in one sentence without a final full stop.
  public var why: LocalizedText
  /// What would be accepted.
  public var mend: LocalizedText

  /// Creates a refusal.
  public init(_ code: String, _ why: LocalizedText, mend: LocalizedText) {
    self.code = code
    self.why = why
    self.mend = mend
  }
}

/// Whether a command on a self-assessment is accepted, and what happens then; pure.
public func decide(
  _ command: SelfAssessmentCommand, _ state: SelfAssessment?
) throws(RoundRefusal) -> SelfAssessmentEvent {
  switch command {
  case .save(let key, let file):
    switch state?.status {
    case nil, .draft?, .returned?: break
    case .submitted?:
      throw RoundRefusal(
        "already_submitted",
        LocalizedText(
          vi: "báo cáo đã nộp, đang chờ phòng theo dõi",
          en: "it is submitted, and the office has it"),
        mend: LocalizedText(
          vi: "muốn sửa thì đề nghị phòng theo dõi trả lại", en: "ask the office to return it first"
        ))
    case .accepted?:
      throw RoundRefusal(
        "already_accepted",
        LocalizedText(vi: "báo cáo đã được tiếp nhận", en: "it has been accepted"),
        mend: LocalizedText(
          vi: "số liệu sai thì nêu trong giải trình", en: "say what is wrong in an explanation"))
    }
    if let last = state?.revisions.last, last.file == file {
      throw RoundRefusal(
        "unchanged",
        LocalizedText(
          vi: "giống hệt bản số \(last.number)", en: "it is the same as revision \(last.number)"),
        mend: LocalizedText(vi: "sửa rồi lưu lại, hoặc nộp luôn", en: "change it, or submit it"))
    }
    return .saved(key, file: file)
  case .submit:
    guard let state, state.status == .draft || state.status == .returned,
      state.submitted != state.revisions.last?.number
    else {
      throw wrongStatus(state, wanted: [.draft], LocalizedText(vi: "nộp", en: "be submitted"))
    }
    return .submitted
  case .return(let reason):
    guard let state, state.status == .submitted else {
      throw wrongStatus(
        state, wanted: [.submitted], LocalizedText(vi: "trả lại", en: "be returned"))
    }
    return .returned(reason: reason)
  case .accept:
    guard let state, state.status == .submitted else {
      throw wrongStatus(
        state, wanted: [.submitted], LocalizedText(vi: "tiếp nhận", en: "be accepted"))
    }
    return .accepted
  }
}

private func wrongStatus(
  _ state: SelfAssessment?, wanted: [SelfAssessment.Status], _ what: LocalizedText
) -> RoundRefusal {
  guard let state else {
    return RoundRefusal(
      "no_self_assessment",
      LocalizedText(vi: "đơn vị chưa lưu bản nào", en: "the unit has saved nothing yet"),
      mend: LocalizedText(vi: "lưu bản nháp trước", en: "save a draft first"))
  }
  if state.status == .returned, wanted == [.draft] {
    return RoundRefusal(
      "not_changed_since_return",
      LocalizedText(
        vi: "bản số \(state.submitted ?? 0) đã bị trả lại và chưa sửa",
        en: "revision \(state.submitted ?? 0) was returned and has not been changed"),
      mend: LocalizedText(vi: "lưu bản mới rồi nộp", en: "save a new revision, then submit it"))
  }
  var words: [LocalizedText] = []
  for status in wanted { words.append(status.title) }
  let listed = LocalizedText(
    vi: words.map { $0.vi }.joined(separator: ", "), en: words.map { $0.en }.joined(separator: ", ")
  )
  return RoundRefusal(
    "wrong_status",
    LocalizedText(
      vi: "báo cáo đang ở trạng thái \"\(state.status.title.vi)\", không \(what.vi) được",
      en: "it is \(state.status.title.en) and cannot \(what.en)"),
    mend: LocalizedText(
      vi: "việc này cần trạng thái: \(listed.vi)", en: "this takes one that is: \(listed.en)"))
}

/// A self-assessment with an event applied; nil only before its first revision.
public func evolve(
  _ state: SelfAssessment?, _ event: SelfAssessmentEvent, by: Attribution
) -> SelfAssessment? {
  if case .saved(let key, let file) = event {
    var next =
      state ?? SelfAssessment(key: key, status: .draft, revisions: [], submitted: nil)
    next.revisions.append(
      AnswersRevision(
        number: next.revisions.count + 1, file: file, day: by.happened, account: by.account))
    return next
  }
  guard var state else { return nil }
  switch event {
  case .saved: break
  case .submitted:
    state.status = .submitted
    state.submitted = state.revisions.last?.number
    state.submittedOn = by.happened
  case .returned(let reason):
    state.status = .returned
    state.returns.append(
      SelfAssessment.Return(revision: state.submitted ?? 0, reason: reason, day: by.happened))
  case .accepted: state.status = .accepted
  }
  return state
}
