import Diagnostics
import InspectionCore

// A pack: `checklist.yaml` and its areas.

extension MappingDescription {
  static let checklist = MappingDescription(
    "checklist",
    LocalizedText(
      vi: "Bảng kiểm: tệp checklist.yaml.", en: "A checklist: the file checklist.yaml."),
    [
      .formatVersion,
      .required(
        "id", .text(), vi: "mã của bảng kiểm, ngắn và không đổi",
        en: "the id of the checklist, short and stable"),
      .required("version", .text(), vi: "phiên bản của bảng kiểm", en: "its version"),
      .required("title", .localized, vi: "tên của bảng kiểm", en: "its title"),
      .required(
        "applies", .mapping(.applies), vi: "áp dụng cho cấp nào, kỳ nào",
        en: "the levels and periods it is for"),
      .required(
        "uses", .mapping(.uses), vi: "các danh mục và lịch dùng chung",
        en: "the dictionaries and the calendar it uses"),
      .required(
        "include", .list(.text(), minimum: 1), vi: "các tệp lĩnh vực, theo thứ tự",
        en: "the files of its areas, in order"),
      .optional("scoring", .mapping(.scoring), vi: "cách tính điểm", en: "how it is scored"),
    ])

  static let applies = MappingDescription(
    "applies",
    LocalizedText(vi: "Phạm vi áp dụng.", en: "What a checklist is for."),
    [
      .required(
        "levels", .list(.text(), minimum: 1), vi: "các cấp đơn vị", en: "the levels of units"),
      .optional(
        "periods", .mapping(.span), vi: "các kỳ nằm trong khoảng này",
        en: "periods that lie within these days"),
    ])

  static let uses = MappingDescription(
    "uses",
    LocalizedText(
      vi: "Tên tệp trong các thư mục dùng chung, không kèm .yaml.",
      en: "Names of files of the shared folders, without the ending."),
    [
      .required(
        "indicators", .list(.text(.libraryName)), vi: "danh mục chỉ tiêu (thư mục indicators)",
        en: "indicator dictionaries (folder indicators)"),
      .optional(
        "citations", .list(.text(.libraryName)), vi: "danh mục văn bản (thư mục citations)",
        en: "registers of citations (folder citations)"),
      .required(
        "calendar", .text(.libraryName), vi: "lịch làm việc (thư mục calendars)",
        en: "the working calendar (folder calendars)"),
    ])

  static let scoring = MappingDescription(
    "scoring",
    LocalizedText(vi: "Cách tính điểm và xếp loại.", en: "How points make a score and a grade."),
    [
      .optional(
        "minimum_completeness", .share, vi: "mức đầy đủ tối thiểu để được xếp loại",
        en: "the completeness below which there is no grade"),
      .optional(
        "not_applicable", .choice(NotApplicablePolicy.words),
        vi: "điểm của mục không áp dụng: chia lại, bỏ ra, cho đủ hoặc không điểm",
        en: "what becomes of the points of a check that does not apply"),
      .optional(
        "bands", .list(.mapping(.band)), vi: "các mức xếp loại, từ cao xuống thấp",
        en: "the grades, highest first"),
      .optional(
        "gates", .list(.mapping(.gradeLimit)),
        vi: "điều kiện bắt buộc: chưa đạt thì xếp loại không quá mức nêu; chưa có số liệu thì "
          + "không xếp loại",
        en: "duties without which the grade is at most the one named; no grade while unanswered"),
      .optional(
        "caps", .list(.mapping(.gradeLimit)),
        vi: "mức xếp loại tối đa khi mục chưa đạt", en: "the best grade while a check is not met"),
    ])

  static let band = MappingDescription(
    "band",
    LocalizedText(vi: "Một mức xếp loại.", en: "One grade."),
    [
      .required("id", .text(), vi: "mã của mức", en: "the id of the grade"),
      .required("title", .localized, vi: "tên của mức", en: "its title"),
      .required(
        "from", .share, vi: "tỷ lệ điểm thấp nhất của mức", en: "the least share of the points"),
    ])

  static let gradeLimit = MappingDescription(
    "grade-limit",
    LocalizedText(
      vi: "Mục kiểm tra giới hạn mức xếp loại.", en: "A check that limits the grade."),
    [
      .required("check", .text(), vi: "mã mục kiểm tra", en: "the id of the check"),
      .required("grade", .text(), vi: "mã mức xếp loại cao nhất", en: "the best grade left"),
    ])

  static let areaFile = MappingDescription(
    "area",
    LocalizedText(vi: "Một lĩnh vực và các mục kiểm tra.", en: "One area and its checks."),
    [
      .required("area", .mapping(.area), vi: "lĩnh vực", en: "the area"),
      .required(
        "checks", .list(.mapping(.check)), vi: "các mục kiểm tra, theo thứ tự",
        en: "its checks, in order"),
    ])

  static let area = MappingDescription(
    "area-head",
    LocalizedText(vi: "Lĩnh vực.", en: "The area itself."),
    [
      .required("id", .text(), vi: "mã lĩnh vực", en: "the id of the area"),
      .required("title", .localized, vi: "tên lĩnh vực", en: "its title"),
      .optional(
        "weight", .points, vi: "trọng số; các mục chia nhau theo điểm",
        en: "its weight, shared among its checks by their points"),
    ])

  static let check = MappingDescription(
    "check",
    LocalizedText(vi: "Một mục kiểm tra.", en: "One check."),
    [
      .required(
        "id", .text(),
        vi: "mã mục, ngắn và không đổi: tồn tại được theo dõi qua các cuộc kiểm tra theo mã này",
        en: "short and stable: findings are followed by it from one inspection to the next"),
      .required(
        "title", .localized, vi: "điều phải có, nêu ở thể khẳng định",
        en: "what should hold, said positively"),
      .required("kind", .text(.kind), vi: "kiểu kiểm tra", en: "how it is judged"),
      .optional(
        "with", .parameters, vi: "tham số của kiểu (mọi kiểu trừ rule)",
        en: "the kind's parameters (every kind but rule)"),
      .optional(
        "expr", .rule, vi: "quy tắc CEL, khi kind là rule", en: "the CEL rule, where kind is rule"),
      .required(
        "points", .points, vi: "điểm; 0 là báo cáo mà không chấm",
        en: "its points; 0 is reported but not scored"),
      .optional(
        "partial", .choice(PartialCredit.words),
        vi: "linear: cho điểm theo phần đạt được", en: "linear: credit in proportion"),
      .required(
        "class", .choice(CheckClass.words),
        vi: "loại: trách nhiệm theo luật, chỉ tiêu chương trình, tiêu chí chấm điểm, đối chiếu số "
          + "liệu, thông lệ",
        en: "what kind of norm stands behind it"),
      .required(
        "severity", .choice(CheckSeverity.words),
        vi: "mức độ: nghiêm trọng, cao, trung bình, thấp", en: "how grave it is when not met"),
      .optional(
        "remedy", .mapping(.remedy), vi: "biện pháp khắc phục", en: "what puts it right"),
      .optional(
        "cites", .list(.text()),
        vi: "căn cứ: mã văn bản, kèm /điều nếu có; bắt buộc với duty, target, criterion",
        en: "citation ids, with /place where one is meant; needed for duty, target, criterion"),
      .optional(
        "effective", .mapping(.span), vi: "chỉ áp dụng trong khoảng này",
        en: "outside these days the check is not applicable"),
      .optional(
        "when", .rule, vi: "điều kiện CEL; sai thì mục không áp dụng",
        en: "a CEL condition; where it is false the check is not applicable"),
      .optional(
        "evidence", .list(.localized), vi: "minh chứng cần thu thập", en: "what to ask for"),
      .optional("guidance", .localized, vi: "hướng dẫn cách chấm", en: "how to read the check"),
    ])

  static let remedy = MappingDescription(
    "remedy",
    LocalizedText(vi: "Biện pháp khắc phục.", en: "What puts a shortfall right."),
    [
      .optional(
        "within", .timeLimit, vi: "thời hạn, như 15 ngày làm việc",
        en: "the time limit, such as 15 working days"),
      .optional("text", .localized, vi: "việc phải làm", en: "what to do"),
    ])
}
