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
      .optional(
        "extends", .text(), vi: "bảng kiểm gốc mà bảng này mở rộng, dạng mã@phiên bản",
        en: "the checklist it extends, as id@version"),
      .optional(
        "extends_digest", .text(),
        vi: "dấu vân tay (digest) của bản gốc lúc viết, để biết khi bản gốc thay đổi",
        en: "the digest of that checklist at the time of writing, to tell when it changes"),
      .optional(
        "applies", .mapping(.applies),
        vi: "áp dụng cho cấp nào, kỳ nào; bắt buộc nếu không có extends",
        en: "the levels and periods it is for; required unless it extends another"),
      .optional(
        "uses", .mapping(.uses),
        vi: "các danh mục và lịch dùng chung; bắt buộc nếu không có extends",
        en: "the dictionaries and the calendar it uses; required unless it extends another"),
      .optional(
        "include", .list(.text(), minimum: 1),
        vi: "các tệp lĩnh vực, theo thứ tự; bắt buộc nếu không có extends",
        en: "the files of its areas, in order; required unless it extends another"),
      .optional(
        "changes", .list(.mapping(.change)), vi: "những chỗ khác với bản gốc",
        en: "where it differs from the checklist it extends"),
      .optional(
        "unit_classes", .list(.mapping(.unitClass)),
        vi: "các loại đơn vị được phân biệt, như xã miền núi",
        en: "the classes of units it tells apart, such as communes in the mountains"),
      .optional(
        "themes", .list(.mapping(.theme)),
        vi: "các chuyên đề: những phần mà một cuộc kiểm tra có thể chỉ xét riêng",
        en: "the parts that an inspection may confine itself to"),
      .optional(
        "targets", .list(.mapping(.target)), vi: "mức chỉ tiêu riêng của bảng kiểm này",
        en: "targets of this checklist's own"),
      .optional("scoring", .mapping(.scoring), vi: "cách tính điểm", en: "how it is scored"),
      .optional(
        "policies", .mapping(.policies), vi: "cách theo dõi việc khắc phục",
        en: "how what it finds is followed up"),
      .optional(
        "supersedes", .list(.mapping(.migration)),
        vi: "các phiên bản trước và mục nào đi đâu",
        en: "earlier versions, and where their checks went"),
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
      .optional(
        "indicators", .list(.text(.libraryName)),
        vi: "danh mục chỉ tiêu (thư mục indicators); bắt buộc nếu không có extends",
        en: "indicator dictionaries (folder indicators); required unless it extends another"),
      .optional(
        "citations", .list(.text(.libraryName)), vi: "danh mục văn bản (thư mục citations)",
        en: "registers of citations (folder citations)"),
      .optional(
        "targets", .list(.text(.libraryName)), vi: "danh mục mức chỉ tiêu (thư mục targets)",
        en: "registers of targets (folder targets)"),
      .optional(
        "periods", .list(.text(.libraryName)), vi: "danh mục kỳ báo cáo (thư mục periods)",
        en: "registers of periods (folder periods)"),
      .optional(
        "calendar", .text(.libraryName),
        vi: "lịch làm việc (thư mục calendars); bắt buộc nếu không có extends",
        en: "the working calendar (folder calendars); required unless it extends another"),
    ])

  static let scoring = MappingDescription(
    "scoring",
    LocalizedText(vi: "Cách tính điểm và xếp loại.", en: "How points make a score and a grade."),
    [
      .optional(
        "mode", .choice(ScoringMode.words),
        vi: "points: chấm điểm (mặc định); verdicts: chỉ kết luận từng mục, không điểm",
        en: "points (the default), or verdicts alone: neither points nor grades"),
      .optional(
        "total", .points,
        vi: "tổng mà các trọng số (hoặc điểm, nếu lĩnh vực không có trọng số) phải cộng lại bằng",
        en: "what the weights, or points where areas have none, must add up to"),
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
      .optional(
        "zero_limits", .list(.mapping(.zeroLimit)),
        vi: "mức xếp loại tối đa khi có lĩnh vực hoặc mục được 0 điểm",
        en: "the best grade while an area or a check earns nothing"),
    ])

  static let zeroLimit = MappingDescription(
    "zero-limit",
    LocalizedText(
      vi: "Không được có 0 điểm: giới hạn mức xếp loại.",
      en: "What must not earn zero, or the grade is limited."),
    [
      .required(
        "of", .choice(ZeroLimit.Subject.words), vi: "xét điểm của lĩnh vực hay của mục",
        en: "whether areas or checks are looked at"),
      .optional(
        "ids", .list(.text()), vi: "chỉ những mã này; bỏ trống là tất cả",
        en: "these alone; left out, all that carry points"),
      .required("grade", .text(), vi: "mã mức xếp loại cao nhất", en: "the best grade left"),
    ])

  static let band = MappingDescription(
    "band",
    LocalizedText(vi: "Một mức xếp loại.", en: "One grade."),
    [
      .required("id", .text(), vi: "mã của mức", en: "the id of the grade"),
      .required("title", .localized, vi: "tên của mức", en: "its title"),
      .required(
        "from", .share, vi: "tỷ lệ điểm thấp nhất của mức", en: "the least share of the points"),
      .optional(
        "by_class", .list(.mapping(.classThreshold)),
        vi: "mức riêng theo loại đơn vị; loại khớp đầu tiên được dùng",
        en: "other shares for classes of units; the first that fits counts"),
    ])

  static let classThreshold = MappingDescription(
    "class-threshold",
    LocalizedText(vi: "Mức riêng của một loại đơn vị.", en: "The share for a class of units."),
    [
      .required("class", .text(), vi: "mã loại đơn vị", en: "the id of the class"),
      .required("from", .share, vi: "tỷ lệ điểm thấp nhất", en: "the least share of the points"),
    ])

  static let theme = MappingDescription(
    "theme",
    LocalizedText(
      vi: "Một chuyên đề: phần của bảng kiểm mà một cuộc kiểm tra chỉ xét riêng.",
      en: "A part of the checklist that an inspection may confine itself to."),
    [
      .required("id", .text(), vi: "mã chuyên đề", en: "the id of the theme"),
      .required("title", .localized, vi: "tên chuyên đề", en: "what it is called"),
      .optional(
        "areas", .list(.text()), vi: "mã các lĩnh vực, lấy mọi mục",
        en: "ids of areas, with all their checks"),
      .optional("checks", .list(.text()), vi: "mã các mục lấy thêm", en: "ids of checks besides"),
    ])

  static let unitClass = MappingDescription(
    "unit-class",
    LocalizedText(vi: "Một loại đơn vị.", en: "A class of units."),
    [
      .required("id", .text(), vi: "mã loại", en: "the id of the class"),
      .required("title", .localized, vi: "tên loại", en: "what it is called"),
    ])

  static let gradeLimit = MappingDescription(
    "grade-limit",
    LocalizedText(
      vi: "Mục kiểm tra giới hạn mức xếp loại.", en: "A check that limits the grade."),
    [
      .required("check", .text(), vi: "mã mục kiểm tra", en: "the id of the check"),
      .required("grade", .text(), vi: "mã mức xếp loại cao nhất", en: "the best grade left"),
    ])

  // MARK: Areas and checks

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
        "points", .points,
        vi: "điểm; 0 là báo cáo mà không chấm, cũng là khi scoring có mode: verdicts",
        en: "its points; 0 is reported but not scored, and is right with mode: verdicts"),
      .optional(
        "partial", .partialCredit,
        vi: "linear: cho điểm theo phần đạt được; steps: theo bậc",
        en: "linear: credit in proportion; steps: in steps"),
      .optional(
        "not_applicable", .choice(NotApplicablePolicy.words),
        vi: "điểm của mục này khi không áp dụng, nếu khác với cả bảng kiểm",
        en: "what becomes of its points where it does not apply, if not as in the checklist"),
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

  static let creditSteps = MappingDescription(
    "credit-steps",
    LocalizedText(vi: "Điểm theo bậc.", en: "Credit in steps."),
    [
      .required(
        "steps", .list(.mapping(.creditStep), minimum: 1), vi: "các bậc, từ thấp đến cao",
        en: "the steps, lowest first")
    ])

  static let creditStep = MappingDescription(
    "credit-step",
    LocalizedText(vi: "Một bậc điểm.", en: "One step of credit."),
    [
      .required(
        "from", .share, vi: "đạt từ phần này so với mức yêu cầu",
        en: "the least share of what was asked"),
      .required("credit", .share, vi: "được phần điểm này", en: "the share of the points"),
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
