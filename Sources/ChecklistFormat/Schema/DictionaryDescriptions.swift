import Diagnostics
import InspectionCore

// What packs share: indicators, citations, the calendar.

extension MappingDescription {
  static let indicatorFile = MappingDescription(
    "indicators",
    LocalizedText(vi: "Danh mục chỉ tiêu.", en: "An indicator dictionary."),
    [
      .formatVersion,
      .required(
        "indicators", .list(.mapping(.indicator)), vi: "các chỉ tiêu", en: "the indicators"),
    ])

  static let indicator = MappingDescription(
    "indicator",
    LocalizedText(
      vi: "Một chỉ tiêu. Chỉ ghi tổng số, không ghi thông tin về một trẻ em.",
      en: "One indicator. Totals only, nothing about one child."),
    [
      .required(
        "id", .text(.indicatorName),
        vi: "tên: chữ thường không dấu, các phần nối bằng dấu chấm, như staff.total",
        en: "lower-case words joined by dots, two or more, such as staff.total"),
      .required("title", .localized, vi: "nội dung chỉ tiêu", en: "what it states"),
      .required("type", .choice(IndicatorType.words), vi: "kiểu giá trị", en: "the type of value"),
      .optional(
        "unit", .localized, vi: "đơn vị tính, cho int và decimal",
        en: "the unit of measure, for int and decimal"),
      .optional("from", .number, vi: "giá trị nhỏ nhất", en: "the least value, inclusive"),
      .optional("to", .number, vi: "giá trị lớn nhất", en: "the greatest value, inclusive"),
      .optional(
        "counts", .choice(Subjects.words),
        vi: "đếm trẻ em hoặc vụ việc: số từ 1 đến 4 được che khi công khai",
        en: "what it counts, if children or cases: 1 to 4 are masked for the public"),
      .optional(
        "time", .choice(TimeBasis.words),
        vi: "tại một ngày, trong kỳ, hoặc lũy kế chương trình",
        en: "as of a day, over the period, or a programme total"),
      .optional(
        "supplier", .text(), vi: "nơi cung cấp số liệu", en: "the office that has the figure"),
      .optional(
        "code", .text(), vi: "mã bốn chữ số của Thông tư 13/2021/TT-BLĐTBXH, đặt trong ngoặc kép",
        en: "four digits of Circular 13/2021/TT-BLĐTBXH, quoted"),
      .optional(
        "options", .list(.mapping(.choiceOption), minimum: 2),
        vi: "các lựa chọn, cho kiểu choice", en: "what may be chosen, for type choice"),
      .optional(
        "rows", .choice(RowSubject.words), vi: "mỗi dòng nói về gì, cho kiểu table",
        en: "what each row is about, for type table"),
      .optional(
        "columns", .list(.mapping(.column), minimum: 1), vi: "các cột, cho kiểu table",
        en: "the columns, for type table"),
      .optional(
        "roll_up", .rollUp,
        vi: "cách cộng từ cấp dưới: none không cộng, sum cộng, part là một phần, units số đơn vị",
        en: "how it follows from child units: none, sum, part of the figure, units their number"),
    ])

  static let rollUp = MappingDescription(
    "roll-up",
    LocalizedText(
      vi: "Cộng từ chỉ tiêu khác của cấp dưới: sum; đếm đơn vị có: count; tỷ lệ tính lại: of, to.",
      en: "From other indicators: sum of one, count of units that have one, share of two."),
    [
      .optional(
        "sum", .text(.indicatorName), vi: "chỉ tiêu của cấp dưới để cộng",
        en: "the indicator of the child units that is added"),
      .optional(
        "count", .text(.indicatorName),
        vi: "đếm đơn vị trả lời có, có văn bản, hoặc có số lớn hơn 0",
        en: "counts the units that say yes, have the document, or give more than 0"),
      .optional(
        "of", .text(.indicatorName), vi: "tử số, đã cộng", en: "the figure divided, added up"),
      .optional("to", .text(.indicatorName), vi: "mẫu số, đã cộng", en: "the divisor, added up"),
    ])

  static let choiceOption = MappingDescription(
    "choice-option",
    LocalizedText(vi: "Một lựa chọn.", en: "One of the words to choose from."),
    [
      .required(
        "id", .text(), vi: "mã, dùng trong câu trả lời và quy tắc",
        en: "the word that answers and rules use"),
      .required("title", .localized, vi: "nghĩa", en: "what it means"),
    ])

  static let column = MappingDescription(
    "column",
    LocalizedText(
      vi: "Một cột. Bảng hồ sơ rút mẫu chỉ có cột bool, yes_no_na, hours, working_days.",
      en: "A column. Sampled case files have columns bool, yes_no_na, hours, working_days alone."),
    [
      .required("id", .text(), vi: "tên, dùng sau row.", en: "the name that follows row."),
      .required("title", .localized, vi: "nội dung", en: "what it states"),
      .required("type", .choice(ColumnType.words), vi: "kiểu giá trị", en: "the type of value"),
      .optional("unit", .localized, vi: "đơn vị tính", en: "the unit of measure"),
      .optional("from", .number, vi: "giá trị nhỏ nhất", en: "the least value, inclusive"),
      .optional("to", .number, vi: "giá trị lớn nhất", en: "the greatest value, inclusive"),
      .optional(
        "options", .list(.mapping(.choiceOption), minimum: 2),
        vi: "các lựa chọn, cho kiểu choice", en: "what may be chosen, for type choice"),
    ])

  static let citationFile = MappingDescription(
    "citations",
    LocalizedText(vi: "Danh mục văn bản làm căn cứ.", en: "A register of citations."),
    [
      .formatVersion,
      .required("citations", .list(.mapping(.citation)), vi: "các văn bản", en: "the documents"),
    ])

  static let citation = MappingDescription(
    "citation",
    LocalizedText(
      vi: "Một văn bản; loại, số, cơ quan ban hành và ngày cùng xác định văn bản.",
      en: "One document; type, number, issuer and date together name it."),
    [
      .required("id", .text(), vi: "mã để dẫn", en: "the id that checks cite"),
      .required("type", .localized, vi: "loại văn bản", en: "the type of document"),
      .required("number", .text(), vi: "số, ký hiệu", en: "its number"),
      .required("issuer", .localized, vi: "cơ quan ban hành", en: "who issued it"),
      .required("date", .date, vi: "ngày ban hành", en: "the day of issue"),
      .required("title", .localized, vi: "trích yếu", en: "its title"),
      .required("in_force", .mapping(.force), vi: "thời gian có hiệu lực", en: "when in force"),
      .required(
        "status", .choice(SourceStatus.words),
        vi: "verified: đã thấy bản công bố; recalled: theo trí nhớ, phải xác nhận",
        en: "verified: seen in a published copy; recalled: from memory, to be confirmed"),
      .optional("places", .list(.mapping(.place)), vi: "điều, khoản, mục", en: "its places"),
    ])

  static let place = MappingDescription(
    "place",
    LocalizedText(vi: "Một điều, khoản hoặc mục.", en: "An article, clause or section."),
    [
      .required(
        "id", .text(), vi: "mã sau dấu gạch chéo, đặt trong ngoặc kép",
        en: "what checks write after the slash, quoted"),
      .required("title", .localized, vi: "tên điều, mục", en: "what it is called"),
      .required(
        "status", .choice(SourceStatus.words), vi: "đã thấy nội dung hay theo trí nhớ",
        en: "whether what is said there was seen"),
      .optional("note", .localized, vi: "ghi chú", en: "a note"),
    ])

  static let calendar = MappingDescription(
    "calendar",
    LocalizedText(vi: "Lịch làm việc.", en: "A working calendar."),
    [
      .formatVersion,
      .required("calendar", .text(), vi: "mã lịch", en: "the id of the calendar"),
      .required("title", .localized, vi: "tên lịch", en: "its title"),
      .required(
        "verified", .mapping(.period),
        vi: "thời gian đã đối chiếu; thời hạn ra ngoài là tạm tính",
        en: "the days that were verified; a deadline beyond them is provisional"),
      .required("off", .list(.mapping(.day)), vi: "ngày nghỉ, mỗi dòng một ngày", en: "days off"),
      .optional(
        "working", .list(.mapping(.day)), vi: "ngày làm bù, mỗi dòng một ngày",
        en: "make-up days"),
      .optional(
        "budget_rounds", .list(.mapping(.budgetRound)),
        vi: "hạn nộp dự toán ngân sách hằng năm, cho thời hạn \"kỳ dự toán tới\"",
        en: "the yearly days for budget estimates, for the limit \"next budget round\""),
    ])

  static let budgetRound = MappingDescription(
    "budget-round",
    LocalizedText(
      vi: "Một kỳ lập dự toán ngân sách hằng năm.", en: "A yearly round of budget estimates."),
    [
      .required(
        "day", .dayOfYear, vi: "ngày cuối, như 19/07", en: "the last day, such as 19/07"),
      .required("name", .localized, vi: "phải nộp gì", en: "what is due"),
      .required("source", .text(), vi: "nguồn", en: "where it is stated"),
      .required(
        "confirmed", .bool, vi: "đã thấy nguồn; false thì thời hạn theo kỳ này là tạm tính",
        en: "whether that was seen; deadlines by a round that is not are provisional"),
    ])

  static let day = MappingDescription(
    "day",
    LocalizedText(vi: "Một ngày của lịch.", en: "One day of the calendar."),
    [
      .required("date", .date, vi: "ngày", en: "the day"),
      .required("name", .localized, vi: "tên ngày", en: "what it is called"),
      .required("source", .text(), vi: "nguồn", en: "where it is stated"),
      .required(
        "confirmed", .bool, vi: "đã xác nhận; false thì thời hạn qua ngày này là tạm tính",
        en: "whether it is confirmed; deadlines over days that are not are provisional"),
    ])
}
