public import Diagnostics

/// The document by which an item is issued, and what its deadline is counted from.
public struct IssueTerms: Hashable, Sendable {
  /// The document.
  public var document: DocumentReference
  /// The day the unit received it, where time is to run from then; nil for the day of signing.
  public var received: CivilDate?
  /// The time limit; nil for the one proposed.
  public var limit: TimeLimit?

  /// Creates terms.
  public init(
    document: DocumentReference, received: CivilDate? = nil, limit: TimeLimit? = nil
  ) {
    self.document = document
    self.received = received
    self.limit = limit
  }
}

/// What a correction asks for; an issue is computed anew from its terms.
public enum AmendmentRequest: Hashable, Sendable {
  /// Nothing but a note.
  case note
  /// Another severity.
  case severity(CheckSeverity)
  /// Another wording.
  case text(BlobDigest)
  /// Another document of issue or another limit.
  case issue(IssueTerms)
  /// The event should not have been recorded: back to an earlier status.
  case undone(ItemStatus)
}

/// What somebody wants done about an item; ``decide(_:_:_:)`` says whether it may be.
public enum ItemCommand: Hashable, Sendable {
  /// Put an item down, provisional.
  case propose(Proposal)
  /// Take a part over from an item that was divided; the whole is among the context's relatives.
  case takeOver(whole: String, part: String)
  /// Say what the unit thinks of a finding (giải trình).
  case explain(UnitExplanation.Stance, reason: BlobDigest)
  /// Answer an explanation.
  case ruleOnExplanation(ExplanationRuling)
  /// Drop an item whose explanation was accepted.
  case withdraw(reason: BlobDigest)
  /// Make an item binding.
  case issue(IssueTerms)
  /// Confirm that the item has arrived.
  case acknowledge
  /// Plan measures; a later plan takes the place of an earlier one.
  case plan(ItemPlan)
  /// Say how far it has come.
  case reportProgress(Progress)
  /// Submit evidence.
  case submitEvidence([EvidenceSource])
  /// Close an item on its evidence.
  case verify(Closing, reason: BlobDigest?)
  /// Send the evidence back.
  case reject(reason: BlobDigest)
  /// Ask for a later deadline.
  case requestExtension(to: CivilDate, reason: BlobDigest)
  /// Grant a later deadline, not later than the one asked for.
  case grantExtension(to: CivilDate)
  /// Refuse a later deadline.
  case refuseExtension(reason: BlobDigest)
  /// Stop following an item up to a day.
  case waive(reason: BlobDigest, approver: String, until: CivilDate)
  /// Follow it again before that day.
  case revokeWaiver(reason: BlobDigest)
  /// Open a closed item again; without terms its old deadline stands.
  case reopen(reason: BlobDigest, IssueTerms?)
  /// Hand an item over, deadlines and all.
  case transfer(to: String, owedBy: Party, DocumentReference, note: BlobDigest?)
  /// Divide an item among several successors.
  case divide([ItemPart], DocumentReference)
  /// Record that a part of a divided item was closed, or is open again.
  case settlePart(String)
  /// Record what a later inspection said.
  case review(Review)
  /// Report that the records needed were not handed over.
  case reportRecordsMissing(reason: BlobDigest)
  /// Record the chasing letter of the step that has been reached.
  case remind
  /// Correct an earlier event.
  case correct(EventID, AmendmentRequest, reason: BlobDigest)
}

/// The kinds of commands, as refusals, grants and pages name them.
public enum ItemCommandKind: String, Hashable, Sendable, CaseIterable {
  /// See ``ItemCommand/propose(_:)``.
  case propose
  /// See ``ItemCommand/takeOver(whole:part:)``.
  case takeOver = "take_over"
  /// See ``ItemCommand/explain(_:reason:)``.
  case explain
  /// See ``ItemCommand/ruleOnExplanation(_:)``.
  case ruleOnExplanation = "rule_on_explanation"
  /// See ``ItemCommand/withdraw(reason:)``.
  case withdraw
  /// See ``ItemCommand/issue(_:)``.
  case issue
  /// See ``ItemCommand/acknowledge``.
  case acknowledge
  /// See ``ItemCommand/plan(_:)``.
  case plan
  /// See ``ItemCommand/reportProgress(_:)``.
  case reportProgress = "report_progress"
  /// See ``ItemCommand/submitEvidence(_:)``.
  case submitEvidence = "submit_evidence"
  /// See ``ItemCommand/verify(_:reason:)``.
  case verify
  /// See ``ItemCommand/reject(reason:)``.
  case reject
  /// See ``ItemCommand/requestExtension(to:reason:)``.
  case requestExtension = "request_extension"
  /// See ``ItemCommand/grantExtension(to:)``.
  case grantExtension = "grant_extension"
  /// See ``ItemCommand/refuseExtension(reason:)``.
  case refuseExtension = "refuse_extension"
  /// See ``ItemCommand/waive(reason:approver:until:)``.
  case waive
  /// See ``ItemCommand/revokeWaiver(reason:)``.
  case revokeWaiver = "revoke_waiver"
  /// See ``ItemCommand/reopen(reason:_:)``.
  case reopen
  /// See ``ItemCommand/transfer(to:owedBy:_:note:)``.
  case transfer
  /// See ``ItemCommand/divide(_:_:)``.
  case divide
  /// See ``ItemCommand/settlePart(_:)``.
  case settlePart = "settle_part"
  /// See ``ItemCommand/review(_:)``.
  case review
  /// See ``ItemCommand/reportRecordsMissing(reason:)``.
  case reportRecordsMissing = "report_records_missing"
  /// See ``ItemCommand/remind``.
  case remind
  /// See ``ItemCommand/correct(_:_:reason:)``.
  case correct
}

extension ItemCommand {
  /// Its kind.
  public var kind: ItemCommandKind {
    switch self {
    case .propose: .propose
    case .takeOver: .takeOver
    case .explain: .explain
    case .ruleOnExplanation: .ruleOnExplanation
    case .withdraw: .withdraw
    case .issue: .issue
    case .acknowledge: .acknowledge
    case .plan: .plan
    case .reportProgress: .reportProgress
    case .submitEvidence: .submitEvidence
    case .verify: .verify
    case .reject: .reject
    case .requestExtension: .requestExtension
    case .grantExtension: .grantExtension
    case .refuseExtension: .refuseExtension
    case .waive: .waive
    case .revokeWaiver: .revokeWaiver
    case .reopen: .reopen
    case .transfer: .transfer
    case .divide: .divide
    case .settlePart: .settlePart
    case .review: .review
    case .reportRecordsMissing: .reportRecordsMissing
    case .remind: .remind
    case .correct: .correct
    }
  }
}

extension ItemCommandKind {
  /// What a person does by it.
  public var title: LocalizedText {
    switch self {
    case .propose: LocalizedText(vi: "đề xuất nội dung cần khắc phục", en: "propose an item")
    case .takeOver: LocalizedText(vi: "tiếp nhận phần được chia", en: "take over a part")
    case .explain: LocalizedText(vi: "giải trình", en: "explain")
    case .ruleOnExplanation: LocalizedText(vi: "trả lời giải trình", en: "answer an explanation")
    case .withdraw: LocalizedText(vi: "rút lại", en: "withdraw")
    case .issue: LocalizedText(vi: "ban hành", en: "issue")
    case .acknowledge: LocalizedText(vi: "xác nhận đã nhận", en: "acknowledge")
    case .plan: LocalizedText(vi: "lập kế hoạch khắc phục", en: "plan measures")
    case .reportProgress: LocalizedText(vi: "báo cáo tiến độ", en: "report progress")
    case .submitEvidence: LocalizedText(vi: "nộp minh chứng", en: "submit evidence")
    case .verify: LocalizedText(vi: "xác minh hoàn thành", en: "verify and close")
    case .reject: LocalizedText(vi: "trả lại minh chứng", en: "reject the evidence")
    case .requestExtension: LocalizedText(vi: "đề nghị gia hạn", en: "ask for an extension")
    case .grantExtension: LocalizedText(vi: "cho gia hạn", en: "grant an extension")
    case .refuseExtension: LocalizedText(vi: "không cho gia hạn", en: "refuse an extension")
    case .waive: LocalizedText(vi: "thôi theo dõi có thời hạn", en: "waive until a day")
    case .revokeWaiver: LocalizedText(vi: "theo dõi trở lại", en: "revoke the waiver")
    case .reopen: LocalizedText(vi: "mở lại", en: "reopen")
    case .transfer: LocalizedText(vi: "chuyển đơn vị thực hiện", en: "transfer")
    case .divide: LocalizedText(vi: "chia cho các đơn vị tiếp nhận", en: "divide")
    case .settlePart: LocalizedText(vi: "cập nhật phần được chia", en: "settle a part")
    case .review: LocalizedText(vi: "rà soát tại cuộc kiểm tra sau", en: "review at an inspection")
    case .reportRecordsMissing:
      LocalizedText(vi: "báo hồ sơ không được bàn giao", en: "report records not handed over")
    case .remind: LocalizedText(vi: "đôn đốc", en: "send a reminder")
    case .correct: LocalizedText(vi: "đính chính", en: "correct an event")
    }
  }
}
