public import Diagnostics

extension RefusalReason {
  /// Why, and how to mend it, in one sentence without a final full stop.
  public var why: LocalizedText {
    switch self {
    case .noItem: text("chưa có nội dung này; hãy đề xuất trước", "no such item; propose it first")
    case .alreadyBegun:
      text(
        "mã này đã dùng cho nội dung khác; hãy chọn mã mới",
        "the id is taken by another item; choose a new one")
    case .wrongStatus(let status):
      text(
        "nội dung đang ở trạng thái \"\(status.title.vi)\" nên không thực hiện được",
        "this cannot be done while the item is \"\(status.title.en)\"")
    case .impossibleDay(let day):
      text(
        "ngày xảy ra \(day.vietnamese) sau hôm nay hoặc trước ngày phát hiện; hãy sửa ngày",
        "it cannot have happened on \(day.iso), after today or before the item was found")
    case .dayOutOfRange:
      text(
        "ngày hôm nay phải thuộc các năm 1900–9000; hãy kiểm tra đồng hồ máy",
        "today must lie in the years 1900 to 9000; check the clock of the machine")
    case .forTheOwingSide(let party):
      text("việc này do \(party.title.vi) thực hiện", "this is for \(party.title.en) to do")
    case .notForTheOwingSide(let party):
      text(
        "\(party.title.vi) là bên phải thực hiện nên không tự quyết định việc này",
        "\(party.title.en) owes the item and cannot decide this itself")
    case .anotherUnit(let unit):
      text(
        "nội dung này không thuộc đơn vị \"\(unit ?? "")\"; hãy ghi đúng mã đơn vị",
        "the item does not concern the unit \"\(unit ?? "")\"; name the right code")
    case .sameSide(let party):
      text(
        "\(party.title.vi) là bên đã nộp; phải do bên khác quyết định",
        "it was given for \(party.title.en); another side has to decide")
    case .sameAccount:
      text(
        "chính tài khoản này đã nhập; phải do người khác quyết định",
        "this account typed it; another person has to decide")
    case .explanationOpen, .noOpenExplanation, .explanationAccepted, .explanationNotAccepted,
      .verdictsDoNotFit:
      whyOfExplanations
    case .documentMissing, .documentLater, .deadlineMissing, .reminderHasNoDeadline,
      .dueBeforeStart, .noDeadline:
      whyOfDeadlines
    case .requestOpen, .noOpenRequest, .noExtensions, .extensionsUsedUp, .tooManyDays,
      .pastNextInspection, .notLater, .laterThanAsked, .askedTooLate:
      whyOfExtensions
    case .badValue(let wrong): wrong
    case .time(let error): error.message
    default: whyOfTheRest
    }
  }

  private var whyOfExplanations: LocalizedText {
    switch self {
    case .explanationOpen:
      text(
        "giải trình của đơn vị chưa được trả lời; hãy trả lời trước",
        "the unit's explanation has no answer yet; answer it first")
    case .noOpenExplanation:
      text("không có giải trình nào chờ trả lời", "no explanation waits for an answer")
    case .explanationAccepted:
      text(
        "giải trình đã được chấp nhận; hãy rút lại nội dung này",
        "the explanation was accepted; withdraw the item")
    case .explanationNotAccepted:
      text(
        "chỉ rút lại khi giải trình đã được chấp nhận",
        "an item is withdrawn only after its explanation was accepted")
    default:
      text(
        "kết quả trước và sau không khớp với trả lời: chấp nhận thì sau phải là đạt hoặc không áp"
          + " dụng, không chấp nhận thì giữ nguyên",
        "the verdicts do not go with the answer: accepted ends in met or not applicable, rejected"
          + " changes nothing")
    }
  }

  private var whyOfDeadlines: LocalizedText {
    switch self {
    case .documentMissing:
      text(
        "phải nêu số, ngày của văn bản; thời hạn chỉ tính từ văn bản đã ban hành",
        "name the document's number and date; time runs only from an issued document")
    case .documentLater(let day):
      text(
        "văn bản ngày \(day.vietnamese) có sau việc dựa vào văn bản đó; hãy kiểm tra các ngày",
        "the document of \(day.iso) is later than what rests on it; check the dates")
    case .deadlineMissing:
      text("yêu cầu có thời hạn phải nêu thời hạn", "a dated requirement needs a time limit")
    case .reminderHasNoDeadline:
      text(
        "nhắc nhở thường xuyên không có thời hạn; bỏ thời hạn hoặc chọn loại yêu cầu",
        "a standing reminder has no deadline; leave it out or make it a requirement")
    case .dueBeforeStart(let due):
      text(
        "hạn \(due.vietnamese) trước ngày bắt đầu tính; hãy chọn hạn muộn hơn",
        "the deadline \(due.iso) lies before time begins to run; choose a later one")
    default: text("nội dung này không có thời hạn", "the item has no deadline")
    }
  }

  private var whyOfExtensions: LocalizedText {
    switch self {
    case .requestOpen:
      text("đang có đề nghị gia hạn chờ quyết định", "a request for extension waits for a decision")
    case .noOpenRequest:
      text("không có đề nghị gia hạn nào", "no request for extension waits for a decision")
    case .noExtensions(let severity):
      text(
        "mức độ \(severity.title.vi) không được gia hạn",
        "items of severity \(severity.title.en) get no extension")
    case .extensionsUsedUp(let times, let days):
      text(
        "đã gia hạn \(times) lần, \(days) ngày, hết mức cho phép",
        "all extensions are used: \(times) granted, \(days) days")
    case .tooManyDays(let left):
      text("chỉ còn được gia hạn \(left) ngày", "only \(left) days of extension are left")
    case .pastNextInspection(let day):
      text(
        "hạn không được sau cuộc kiểm tra tới ngày \(day.vietnamese)",
        "no deadline may lie past the next inspection on \(day.iso)")
    case .notLater(let day):
      text(
        "hạn mới phải sau hạn hiện tại \(day.vietnamese)",
        "the new deadline must be later than \(day.iso)")
    case .laterThanAsked(let day):
      text(
        "hạn mới không được sau ngày đề nghị \(day.vietnamese)",
        "the new deadline must not be later than \(day.iso), which was asked for")
    case .askedTooLate(let days):
      text(
        "đề nghị nộp khi đã quá hạn \(days) ngày nên chỉ được từ chối",
        "the request came \(days) days after the deadline and can only be refused")
    default: text("nội dung này không có thời hạn", "the item has no deadline")
    }
  }

  private var whyOfTheRest: LocalizedText {
    switch self {
    case .duty:
      text("trách nhiệm theo luật không được thôi theo dõi", "a duty of law cannot be waived")
    case .waived(let day):
      text(
        "đang thôi theo dõi đến hết ngày \(day.vietnamese); muốn tiếp tục, hãy theo dõi trở lại",
        "the item is waived until \(day.iso); revoke the waiver to go on")
    case .notWaived: text("nội dung vẫn đang được theo dõi", "the item is not waived")
    case .waiverOver(let day):
      text(
        "ngày \(day.vietnamese) đã qua; hãy chọn ngày hết thôi theo dõi muộn hơn",
        "\(day.iso) is over; choose a later last day of the waiver")
    case .hasParts:
      text(
        "nội dung đã được chia; hãy thực hiện trên từng phần",
        "the item was divided; act on its parts")
    case .partUnchanged: text("chưa có phần nào thay đổi", "no part has changed")
    case .notRelated(let item):
      text(
        "\"\(item)\" không phải nội dung liên quan hoặc chưa được đọc kèm",
        "\"\(item)\" is not related to the item, or was not read with it")
    case .alreadyReviewed(let inspection):
      text(
        "cuộc kiểm tra \"\(inspection)\" đã rà soát nội dung này",
        "the inspection \"\(inspection)\" has reviewed the item already")
    case .nothingToRemind: text("chưa đến bước đôn đốc nào", "no step of chasing has been reached")
    case .alreadyReminded:
      text("bước đôn đốc này đã gửi rồi", "the letter of this step has been sent")
    case .unknownEvent:
      text(
        "sự kiện cần đính chính không thuộc nội dung này",
        "the event to correct is none of this item's")
    case .cannotUndo(let status):
      text(
        "không thể trở về trạng thái \"\(status.title.vi)\"",
        "there is no way back to \"\(status.title.en)\"")
    default: text("không có gì thay đổi", "nothing would change")
    }
  }

  private func text(_ vi: String, _ en: String) -> LocalizedText { LocalizedText(vi: vi, en: en) }
}
