import Diagnostics

// What several files have in common.

extension KeyDescription {
  static let formatVersion = required(
    "soat", .formatVersion, vi: "phiên bản của định dạng", en: "the version of the format")
}

extension MappingDescription {
  static let localizedText = MappingDescription(
    "wordings",
    LocalizedText(
      vi: "Một đoạn chữ bằng cả hai ngôn ngữ.", en: "A text in both languages."),
    [
      .optional("vi", .text(), vi: "tiếng Việt", en: "the Vietnamese wording"),
      .optional("en", .text(), vi: "tiếng Anh", en: "the English wording"),
    ])

  static let period = MappingDescription(
    "period",
    LocalizedText(vi: "Một kỳ, tính cả hai ngày.", en: "A period, both days included."),
    [
      .required("from", .date, vi: "ngày đầu", en: "the first day"),
      .required("to", .date, vi: "ngày cuối", en: "the last day"),
    ])

  static let span = MappingDescription(
    "span",
    LocalizedText(
      vi: "Một khoảng thời gian; có thể bỏ ngỏ mỗi đầu.",
      en: "A span of time of which either end may be left open."),
    [
      .optional("from", .date, vi: "ngày đầu", en: "the first day"),
      .optional("to", .date, vi: "ngày cuối", en: "the last day"),
    ])

  static let force = MappingDescription(
    "force",
    LocalizedText(vi: "Thời gian có hiệu lực.", en: "The days a document is in force."),
    [
      .required("from", .date, vi: "ngày có hiệu lực", en: "the first day in force"),
      .optional("to", .date, vi: "ngày cuối còn hiệu lực", en: "the last day in force"),
    ])
}
