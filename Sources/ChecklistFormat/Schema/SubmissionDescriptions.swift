import CEL
import Diagnostics
import InspectionCore

// Submissions: what a unit answers.

extension MappingDescription {
  static let submission = MappingDescription(
    "submission",
    LocalizedText(vi: "Bài nộp của một đơn vị.", en: "A unit's submission."),
    [
      .formatVersion,
      .required("submission", .text(), vi: "mã bài nộp", en: "the id of the submission"),
      .required(
        "checklist", .text(), vi: "bảng kiểm, dạng mã@phiên bản",
        en: "the checklist, as id@version"),
      .required("unit", .mapping(.unit), vi: "đơn vị được kiểm tra", en: "the inspected unit"),
      .required(
        "period", .mapping(.submissionPeriod), vi: "kỳ kiểm tra", en: "the inspected period"),
      .optional(
        "documents", .list(.mapping(.document)), vi: "các tài liệu nguồn",
        en: "the documents answers are read from"),
      .required("answers", .answers, vi: "câu trả lời theo chỉ tiêu", en: "answers by indicator"),
      .optional(
        "earlier", .list(.mapping(.earlier)), vi: "số liệu các kỳ trước, để so sánh",
        en: "figures of earlier periods, to compare with"),
      .optional(
        "requests", .list(.mapping(.request)),
        vi: "yêu cầu của đoàn kiểm tra, có ngày riêng nếu đoàn đặt",
        en: "what the team asked for, with its own date where it set one"),
      .optional(
        "confirmations", .list(.mapping(.confirmation)),
        vi: "xác nhận của lãnh đạo rằng một thiếu sót là vi phạm",
        en: "what a leader confirmed to be a violation"),
      .optional(
        "evidence", .list(.mapping(.evidence)), vi: "các tệp minh chứng",
        en: "files of evidence"),
      .optional(
        "notes", .list(.localized), vi: "lưu ý khi đọc số liệu",
        en: "traps in reading the figures"),
    ])

  static let unit = MappingDescription(
    "unit",
    LocalizedText(vi: "Đơn vị được kiểm tra.", en: "The inspected unit."),
    [
      .required("code", .text(), vi: "mã đơn vị", en: "its code"),
      .required("name", .text(), vi: "tên đơn vị", en: "its name"),
      .required(
        "level", .text(), vi: "cấp, một trong các cấp của bảng kiểm",
        en: "its level, one of the checklist's"),
      .optional(
        "classes", .list(.text()), vi: "các loại đơn vị mà nó thuộc về",
        en: "the classes of units it belongs to"),
    ])

  static let submissionPeriod = MappingDescription(
    "submission-period",
    LocalizedText(
      vi: "Kỳ: hai ngày from, to; hoặc tên kỳ preset và năm year.",
      en: "A period: two days, from and to; or the name of a preset and its year."),
    [
      .optional("from", .date, vi: "ngày đầu", en: "the first day"),
      .optional("to", .date, vi: "ngày cuối", en: "the last day"),
      .optional(
        "preset", .text(), vi: "tên kỳ trong danh mục kỳ", en: "the id of a recurring period"),
      .optional("year", .wholeNumber, vi: "năm của kỳ", en: "its year"),
    ])

  static let earlier = MappingDescription(
    "earlier",
    LocalizedText(vi: "Số liệu của một kỳ trước.", en: "The figures of an earlier period."),
    [
      .required("period", .mapping(.submissionPeriod), vi: "kỳ", en: "the period"),
      .required("answers", .answers, vi: "câu trả lời theo chỉ tiêu", en: "answers by indicator"),
    ])

  static let sample = MappingDescription(
    "sample",
    LocalizedText(
      vi: "Cách rút mẫu; thiếu nó thì kết quả không nói lên điều gì.",
      en: "How a sample was drawn, without which its results mean nothing."),
    [
      .required(
        "population", .wholeNumber, vi: "tổng số hồ sơ", en: "how many there are altogether"),
      .required("method", .localized, vi: "cách rút mẫu", en: "how it was drawn"),
      .required(
        "drawn_by", .localized, vi: "ai rút: cơ quan hoặc chức danh, không ghi tên",
        en: "who drew it: an office or position, no name"),
    ])

  static let document = MappingDescription(
    "document",
    LocalizedText(vi: "Một tài liệu nguồn.", en: "A source document."),
    [
      .required("id", .text(), vi: "mã để dẫn", en: "the id that answers name"),
      .required("title", .localized, vi: "tên tài liệu", en: "its title"),
      .optional(
        "date", .date, vi: "ngày của tài liệu; bỏ nếu bản gốc không có",
        en: "its date; left out where the original has none"),
    ])

  static let request = MappingDescription(
    "request",
    LocalizedText(vi: "Một yêu cầu của đoàn kiểm tra.", en: "What the team asked for."),
    [
      .required("check", .text(), vi: "mã mục kiểm tra", en: "the id of the check"),
      .optional(
        "within", .timeLimit, vi: "thời hạn đoàn đặt; không nêu thì theo thời hạn của mục kiểm tra",
        en: "the limit the team set; without one that of the check holds"),
      .required("asked", .date, vi: "ngày yêu cầu", en: "the day it was asked"),
      .required("text", .localized, vi: "nội dung yêu cầu", en: "what was asked"),
      .optional("source", .text(), vi: "mã tài liệu nguồn", en: "the id of its document"),
      .optional("place", .text(), vi: "chỗ trong tài liệu", en: "where in that document"),
    ])

  static let evidence = MappingDescription(
    "evidence",
    LocalizedText(vi: "Một tệp minh chứng.", en: "A file of evidence."),
    [
      .required("id", .text(), vi: "mã để dẫn", en: "its id"),
      .required(
        "file", .text(), vi: "đường dẫn, từ thư mục của bài nộp",
        en: "its path, from the submission's folder"),
      .required(
        "for", .list(.text(), minimum: 1), vi: "các mục kiểm tra dùng nó",
        en: "the ids of the checks it is for"),
      .optional(
        "as", .text(), vi: "tên mà kiểu kiểm tra đặt cho nó",
        en: "the name that the kind of those checks gives it"),
      .optional(
        "media", .text(), vi: "loại nội dung; mặc định theo đuôi tệp",
        en: "its media type; by its ending where it is left out"),
      .optional(
        "sha256", .text(), vi: "mã băm của tệp; khác thì không nhận",
        en: "its digest; a file that differs is refused"),
      .optional("source", .text(), vi: "mã tài liệu nguồn", en: "the id of its document"),
    ])

  static let confirmation = MappingDescription(
    "confirmation",
    LocalizedText(
      vi: "Xác nhận của lãnh đạo: mục kiểm tra này chưa đạt là vi phạm.",
      en: "A leader's confirmation that a check unmet is a violation."),
    [
      .required(
        "check", .text(), vi: "mã mục kiểm tra, thuộc loại duty",
        en: "the id of the check, which is of class duty"),
      .required("on", .date, vi: "ngày xác nhận", en: "the day of the confirmation"),
      .required(
        "by", .localized, vi: "chức danh người xác nhận, không ghi tên",
        en: "who confirmed it: a position, no name"),
      .optional("source", .text(), vi: "mã tài liệu nguồn", en: "the id of its document"),
      .optional("place", .text(), vi: "chỗ trong tài liệu", en: "where in that document"),
    ])

  /// How firmly a figure is known, by the key that says so.
  static let qualifiers: [(key: String, qualifier: Qualifier)] = [
    ("value", .exact), ("at_least", .atLeast), ("over", .over), ("at_most", .atMost),
    ("under", .under), ("about", .about), ("average", .average),
  ]

  static let answer = MappingDescription(
    "answer",
    LocalizedText(
      vi: "Một câu trả lời kèm nguồn; ghi đúng điều tài liệu nêu.",
      en: "An answer with its source; what the document states and nothing worked out from it."),
    qualifiers.map { key, qualifier in
      .oneOf(
        "answer", key, .text(), vi: qualifierMeaning(qualifier).vi,
        en: qualifierMeaning(qualifier).en)
    } + [
      .oneOf(
        "answer", "rows", .rows, vi: "các dòng, cho chỉ tiêu kiểu table",
        en: "the rows, for an indicator of type table"),
      .oneOf(
        "answer", "missing", .localized, vi: "không nêu: lý do chưa có số liệu",
        en: "not stated: the reason why there is no answer"),
      .optional("source", .text(), vi: "mã tài liệu nguồn", en: "the id of its document"),
      .optional("place", .text(), vi: "chỗ trong tài liệu", en: "where in that document"),
      .optional(
        "basis", .choice(Basis.words), vi: "căn cứ: theo báo cáo, hồ sơ, quan sát, phỏng vấn",
        en: "how it is known"),
      .optional(
        "tolerance", .share, vi: "sai số của about", en: "by how much about may be off"),
      .optional(
        "sample", .mapping(.sample), vi: "cách rút mẫu, cho bảng hồ sơ rút mẫu",
        en: "how the rows were drawn, for sampled case files"),
    ])

  private static func qualifierMeaning(_ qualifier: Qualifier) -> LocalizedText {
    switch qualifier {
    case .exact: LocalizedText(vi: "đúng giá trị này", en: "exactly this")
    case .atLeast: LocalizedText(vi: "ít nhất, từ … trở lên", en: "this or more")
    case .over: LocalizedText(vi: "trên mức này", en: "more than this")
    case .atMost: LocalizedText(vi: "tối đa, không quá", en: "this or less")
    case .under: LocalizedText(vi: "dưới mức này", en: "less than this")
    case .about:
      LocalizedText(
        vi: "khoảng; tự nó không quyết định được gì", en: "about this; decides nothing by itself")
    case .average:
      LocalizedText(
        vi: "bình quân; không được đem cộng", en: "on average; may not enter a sum")
    }
  }
}
