public import Diagnostics

/// Why a command is refused; ``code`` is stable, ``why`` is for people.
public enum RefusalReason: Error, Hashable, Sendable {
  /// There is no item yet.
  case noItem
  /// The item has begun already.
  case alreadyBegun
  /// The item's status does not allow it.
  case wrongStatus(ItemStatus)
  /// The day it is said to have happened is later than today, or before the item was found.
  case impossibleDay(CivilDate)
  /// Today lies outside the years that can be reckoned with.
  case dayOutOfRange
  /// The side that owes the item has to do it.
  case forTheOwingSide(Party)
  /// The side that owes the item must not do it.
  case notForTheOwingSide(Party)
  /// The item does not concern the unit it was typed for.
  case anotherUnit(String?)
  /// It was given for the same side.
  case sameSide(Party)
  /// It was typed by the same account.
  case sameAccount
  /// The unit's explanation waits for an answer.
  case explanationOpen
  /// No explanation waits for an answer.
  case noOpenExplanation
  /// The unit's explanation was accepted.
  case explanationAccepted
  /// No explanation was accepted.
  case explanationNotAccepted
  /// The verdicts before and after do not go with the answer.
  case verdictsDoNotFit
  /// A document has to be named.
  case documentMissing
  /// A document is dated later than what rests on it.
  case documentLater(CivilDate)
  /// A dated requirement has no deadline.
  case deadlineMissing
  /// A standing reminder has no deadline.
  case reminderHasNoDeadline
  /// The deadline would lie before the time begins to run.
  case dueBeforeStart(CivilDate)
  /// The item has no deadline to move.
  case noDeadline
  /// A request waits for a decision.
  case requestOpen
  /// No request waits for a decision.
  case noOpenRequest
  /// The policy grants no extension to this severity.
  case noExtensions(CheckSeverity)
  /// All extensions have been used.
  case extensionsUsedUp(times: Int, days: Int)
  /// More days than are left.
  case tooManyDays(left: Int)
  /// Past the next inspection.
  case pastNextInspection(CivilDate)
  /// Not later than the deadline that holds.
  case notLater(than: CivilDate)
  /// Later than was asked for.
  case laterThanAsked(CivilDate)
  /// The request came after the deadline, which the policy does not accept.
  case askedTooLate(overdueDays: Int)
  /// A duty of law cannot be waived.
  case duty
  /// The item is waived.
  case waived(until: CivilDate)
  /// The item is not waived.
  case notWaived
  /// The waiver would end before it begins.
  case waiverOver(CivilDate)
  /// The parts have to be dealt with instead.
  case hasParts
  /// No part has changed.
  case partUnchanged
  /// The item named is not at hand or not related.
  case notRelated(String)
  /// That inspection has already reviewed it.
  case alreadyReviewed(String)
  /// No step of chasing has been reached.
  case nothingToRemind
  /// The letter of this step has been sent.
  case alreadyReminded
  /// The event named is none of this item's.
  case unknownEvent
  /// There is no way back to that status.
  case cannotUndo(ItemStatus)
  /// Nothing would change.
  case unchanged
  /// A value cannot be what it is.
  case badValue(LocalizedText)
  /// A date cannot be computed.
  case time(TimeError)
}

/// A command that was not accepted: why, and what the same side could do today instead.
public struct Refusal: Hashable, Sendable {
  /// Why.
  public var reason: RefusalReason
  /// The kinds of commands that the same account, for the same side, could give on this item today
  /// with some arguments; what another side could do, the reason says.
  public var allowed: [ItemCommandKind]

  /// The stable code of the reason.
  public var code: String { reason.code }
  /// Why, in one sentence without a final full stop.
  public var why: LocalizedText { reason.why }
}

/// What becomes of a command.
public enum Decision: Hashable, Sendable {
  /// It is accepted: these events are to be appended.
  case events([ItemEvent])
  /// It is not accepted.
  case refused(Refusal)
}

extension RefusalReason {
  /// The stable code.
  public var code: String {
    switch self {
    case .noItem: "no_item"
    case .alreadyBegun: "already_begun"
    case .wrongStatus: "wrong_status"
    case .impossibleDay: "impossible_day"
    case .dayOutOfRange: "day_out_of_range"
    case .forTheOwingSide: "for_the_owing_side"
    case .notForTheOwingSide: "not_for_the_owing_side"
    case .anotherUnit: "another_unit"
    case .sameSide: "same_side"
    case .sameAccount: "same_account"
    case .explanationOpen: "explanation_open"
    case .noOpenExplanation: "no_open_explanation"
    case .explanationAccepted: "explanation_accepted"
    case .explanationNotAccepted: "explanation_not_accepted"
    case .verdictsDoNotFit: "verdicts_do_not_fit"
    case .documentMissing: "document_missing"
    case .documentLater: "document_later"
    case .deadlineMissing: "deadline_missing"
    case .reminderHasNoDeadline: "reminder_has_no_deadline"
    case .dueBeforeStart: "due_before_start"
    case .noDeadline: "no_deadline"
    case .requestOpen: "request_open"
    case .noOpenRequest: "no_open_request"
    case .noExtensions: "no_extensions"
    case .extensionsUsedUp: "extensions_used_up"
    case .tooManyDays: "too_many_days"
    case .pastNextInspection: "past_next_inspection"
    case .notLater: "not_later"
    case .laterThanAsked: "later_than_asked"
    case .askedTooLate: "asked_too_late"
    case .duty: "duty"
    case .waived: "waived"
    case .notWaived: "not_waived"
    case .waiverOver: "waiver_over"
    case .hasParts: "has_parts"
    case .partUnchanged: "part_unchanged"
    case .notRelated: "not_related"
    case .alreadyReviewed: "already_reviewed"
    case .nothingToRemind: "nothing_to_remind"
    case .alreadyReminded: "already_reminded"
    case .unknownEvent: "unknown_event"
    case .cannotUndo: "cannot_undo"
    case .unchanged: "unchanged"
    case .badValue: "bad_value"
    case .time: "time"
    }
  }
}

extension Party {
  /// What the side is called.
  public var title: LocalizedText {
    switch self {
    case .unit: LocalizedText(vi: "đơn vị được kiểm tra", en: "the inspected unit")
    case .team: LocalizedText(vi: "đoàn kiểm tra", en: "the inspection team")
    case .department: LocalizedText(vi: "phòng theo dõi", en: "the tracking office")
    case .province: LocalizedText(vi: "Ủy ban nhân dân tỉnh", en: "the province")
    case .authority: LocalizedText(vi: "cơ quan giám sát khác", en: "another authority")
    }
  }
}
