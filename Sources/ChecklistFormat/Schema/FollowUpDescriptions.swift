import Diagnostics
import InspectionCore

// How a pack changes another, what it sets, and how what it finds is followed up.

extension MappingDescription {
  static let change = MappingDescription(
    "change",
    LocalizedText(
      vi: "Một chỗ khác với bảng kiểm gốc: nêu đúng một mục hoặc một lĩnh vực.",
      en: "A difference from the checklist that is extended: of one check or one area."),
    [
      .oneOf("subject", "check", .text(), vi: "mã mục kiểm tra", en: "the id of the check"),
      .oneOf("subject", "area", .text(), vi: "mã lĩnh vực", en: "the id of the area"),
      .optional("drop", .bool, vi: "bỏ mục hoặc lĩnh vực này", en: "leaves it out"),
      .optional(
        "weight", .points, vi: "trọng số mới của lĩnh vực", en: "the new weight of the area"),
      .optional("title", .localized, vi: "tên mới", en: "the new title"),
      .optional(
        "with", .parameters, vi: "các tham số thay đổi; tham số khác giữ nguyên",
        en: "the parameters that change; others stay"),
      .optional("expr", .rule, vi: "quy tắc CEL mới", en: "the new CEL rule"),
    ]
      + check.keys.filter {
        [
          "points", "partial", "not_applicable", "severity", "remedy", "cites", "effective", "when",
          "evidence", "guidance",
        ].contains($0.name)
      }.map { key in
        KeyDescription(
          name: key.name, value: key.value, isRequired: false, group: nil, meaning: key.meaning)
      }
      + [
        .optional("reason", .localized, vi: "vì sao khác", en: "why it differs")
      ])

  static let targetFile = MappingDescription(
    "targets",
    LocalizedText(vi: "Danh mục mức chỉ tiêu.", en: "A register of targets."),
    [
      .formatVersion,
      .required("targets", .list(.mapping(.target)), vi: "các mức chỉ tiêu", en: "the targets"),
    ])

  static let target = MappingDescription(
    "target",
    LocalizedText(
      vi: "Một mức chỉ tiêu; quy tắc dùng dưới tên target.MÃ.",
      en: "A target; rules use it as target.ID."),
    [
      .required(
        "id", .text(), vi: "mã: chữ thường không dấu, số và _", en: "lower-case letters, digits, _"
      ),
      .required("title", .localized, vi: "nội dung", en: "what it sets"),
      .required(
        "values", .list(.mapping(.targetValue)),
        vi: "các mức theo thời gian và loại đơn vị; [] khi chưa đặt mức",
        en: "its values by time and class of unit; [] while none is set"),
      .optional("cites", .list(.text()), vi: "căn cứ", en: "what it rests on"),
      .required(
        "status", .choice(SourceStatus.words), vi: "đã thấy nội dung hay theo trí nhớ",
        en: "whether the values were seen in a source"),
    ])

  static let targetValue = MappingDescription(
    "target-value",
    LocalizedText(vi: "Một mức.", en: "One value of a target."),
    [
      .required("value", .number, vi: "mức", en: "the value"),
      .optional("from", .date, vi: "từ ngày", en: "the first day it holds"),
      .optional("to", .date, vi: "đến hết ngày", en: "the last day it holds"),
      .optional(
        "class", .text(), vi: "loại đơn vị; bỏ trống là mọi đơn vị",
        en: "the class of unit; left out, every unit"),
    ])

  static let periodFile = MappingDescription(
    "periods",
    LocalizedText(vi: "Danh mục kỳ báo cáo.", en: "A register of recurring periods."),
    [
      .formatVersion,
      .required("periods", .list(.mapping(.preset)), vi: "các kỳ", en: "the periods"),
    ])

  static let preset = MappingDescription(
    "period-preset",
    LocalizedText(vi: "Một kỳ lặp lại hằng năm.", en: "A period that recurs every year."),
    [
      .required("id", .text(), vi: "mã kỳ", en: "the id of the period"),
      .required("title", .localized, vi: "tên kỳ", en: "what it is called"),
      .required("from", .dayOfYear, vi: "ngày đầu, như 15/12", en: "the first day, such as 15/12"),
      .required(
        "to", .dayOfYear, vi: "ngày cuối; trước ngày đầu thì thuộc năm sau",
        en: "the last day; where it comes before the first, of the next year"),
      .optional(
        "year_of", .choice(PeriodPreset.YearOf.words),
        vi: "năm của kỳ là năm của ngày đầu (start) hay ngày cuối (end)",
        en: "whether its year is that of its start or its end"),
      .optional("source", .text(), vi: "nguồn", en: "where it is laid down"),
      .required(
        "status", .choice(SourceStatus.words), vi: "đã thấy nội dung hay theo trí nhớ",
        en: "whether the source was seen"),
    ])

  // MARK: Policies

  static let policies = MappingDescription(
    "policies",
    LocalizedText(
      vi: "Cách theo dõi việc khắc phục. Không văn bản nào ấn định các con số này: đơn vị tự đặt.",
      en: "How what is found is followed up. No law sets these numbers: they are the office's own."),
    [
      .optional("deadlines", .mapping(.deadlines), vi: "thời hạn", en: "deadlines"),
      .optional("extensions", .mapping(.extensions), vi: "gia hạn", en: "extensions"),
      .optional(
        "escalation", .list(.mapping(.escalationStep)), vi: "đôn đốc, theo thứ tự thời gian",
        en: "the steps of chasing, earliest first"),
      .optional(
        "recurrence", .choice(["raise", "keep"]),
        vi: "tồn tại tái diễn: tăng một mức độ (raise) hay giữ nguyên (keep)",
        en: "whether a finding that recurs becomes one step more severe"),
      .optional(
        "next_visit", .list(.mapping(.visitRule)),
        vi: "khi nào kiểm tra lại; dòng đầu tiên khớp được dùng",
        en: "when the next visit is proposed; the first line that fits counts"),
    ])

  static let deadlines = MappingDescription(
    "deadlines",
    LocalizedText(vi: "Thời hạn khắc phục.", en: "Deadlines of remedies."),
    [
      .optional(
        "counted_from", .choice(DeadlineStart.words),
        vi: "tính từ ngày chấm (assessment) hay ngày ban hành văn bản yêu cầu (issue)",
        en: "from the day of the assessment or of the written request"),
      .optional(
        "defaults", .list(.mapping(.severityLimit)),
        vi: "thời hạn mặc định theo mức độ, cho mục không tự nêu (trừ thông lệ)",
        en: "defaults by severity for checks that set none, practice excepted"),
    ])

  static let severityLimit = MappingDescription(
    "severity-limit",
    LocalizedText(vi: "Thời hạn của một mức độ.", en: "The limit of one severity."),
    [
      .required("severity", .choice(CheckSeverity.words), vi: "mức độ", en: "the severity"),
      .required("within", .timeLimit, vi: "thời hạn", en: "the time limit"),
    ])

  static let extensions = MappingDescription(
    "extensions",
    LocalizedText(vi: "Gia hạn.", en: "Extensions of deadlines."),
    [
      .optional(
        "before_due", .bool, vi: "phải xin trước khi hết hạn",
        en: "whether they must be asked for before the deadline"),
      .optional(
        "request_stops_clock", .bool, vi: "ngừng tính hạn khi đang xin",
        en: "whether the clock stands still while a request is open"),
      .required(
        "limits", .list(.mapping(.extensionLimit)),
        vi: "số lần và tổng số ngày theo mức độ; mức độ không nêu thì không gia hạn",
        en: "how many and how long by severity; none for a severity not listed"),
    ])

  static let extensionLimit = MappingDescription(
    "extension-limit",
    LocalizedText(vi: "Gia hạn của một mức độ.", en: "The extensions of one severity."),
    [
      .required("severity", .choice(CheckSeverity.words), vi: "mức độ", en: "the severity"),
      .required("times", .wholeNumber, vi: "số lần nhiều nhất", en: "how many at the most"),
      .required("days", .wholeNumber, vi: "tổng số ngày", en: "how many calendar days in all"),
    ])

  static let escalationStep = MappingDescription(
    "escalation-step",
    LocalizedText(vi: "Một bước đôn đốc.", en: "One step of chasing."),
    [
      .oneOf(
        "offset", "before", .timeLimit, vi: "trước hạn, như 3 ngày làm việc",
        en: "before the deadline, such as 3 working days"),
      .oneOf("offset", "on_due_day", .bool, vi: "đúng ngày hết hạn", en: "on the day itself"),
      .oneOf(
        "offset", "after", .timeLimit, vi: "sau hạn, như 5 ngày làm việc",
        en: "after the deadline, such as 5 working days"),
      .required("to", .text(), vi: "báo cho ai: unit, department, province…", en: "who is told"),
      .required("title", .localized, vi: "tên bước", en: "what the step is called"),
    ])

  static let visitRule = MappingDescription(
    "visit-rule",
    LocalizedText(
      vi: "Một trường hợp kiểm tra lại; mọi điều kiện đã nêu phải cùng đúng.",
      en: "One case of a next visit; all conditions that are given must hold."),
    [
      .optional(
        "grade", .text(), vi: "xếp loại từ mức này trở xuống", en: "this grade or a lower one"),
      .optional("below", .share, vi: "tỷ lệ điểm dưới mức này", en: "a share of points below this"),
      .optional(
        "recurred", .wholeNumber, vi: "có từ chừng này tồn tại tái diễn",
        en: "at least so many findings that recurred"),
      .optional(
        "overdue", .wholeNumber, vi: "có từ chừng này việc quá hạn",
        en: "at least so many items overdue"),
      .required("within", .timeLimit, vi: "kiểm tra lại trong", en: "how soon"),
    ])

  // MARK: Versions

  static let migration = MappingDescription(
    "migration",
    LocalizedText(
      vi: "Quan hệ với một phiên bản trước.", en: "How this version follows from an earlier one."),
    [
      .required("version", .text(), vi: "phiên bản trước", en: "the earlier version"),
      .required(
        "comparable", .choice(Comparability.words),
        vi: "điểm hai bản so sánh được (full), một phần (partial) hay không (none)",
        en: "whether scores by the two may be compared"),
      .optional("note", .localized, vi: "vì sao", en: "why"),
      .optional(
        "checks", .list(.mapping(.checkMigration)),
        vi: "các mục đổi mã, tách, gộp, đổi nghĩa hoặc bỏ; mục khác giữ nguyên",
        en: "checks renamed, split, merged, changed or dropped; every other is as it was"),
    ])

  static let checkMigration = MappingDescription(
    "check-migration",
    LocalizedText(vi: "Một mục của phiên bản trước.", en: "One check of the earlier version."),
    [
      .required("was", .text(), vi: "mã cũ", en: "its id then"),
      .required(
        "now", .list(.text()), vi: "các mã thay thế; danh sách rỗng là đã bỏ",
        en: "the ids that took its place; none where it was dropped"),
      .required(
        "comparable", .choice(Comparability.words), vi: "kết quả có so sánh được không",
        en: "whether results may be compared"),
      .optional("note", .localized, vi: "vì sao", en: "why"),
    ])
}
