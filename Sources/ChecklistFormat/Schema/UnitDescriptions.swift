import Diagnostics
import InspectionCore

// Lists of units: who should report.

extension MappingDescription {
  static let unitList = MappingDescription(
    "units",
    LocalizedText(
      vi: "Danh sách đơn vị phải báo cáo.", en: "A list of the units that should report."),
    [
      .formatVersion,
      .optional(
        "units_of", .mapping(.listedUnit), vi: "đơn vị cấp trên của chúng",
        en: "the unit that they belong to"),
      .required(
        "units", .list(.mapping(.listedUnit), minimum: 1), vi: "các đơn vị", en: "the units"),
      .optional(
        "relations", .list(.mapping(.unitRelation)), vi: "sáp nhập, chia tách, đổi tên",
        en: "mergers, splits and renames"),
    ])

  static let listedUnit = MappingDescription(
    "listed-unit",
    LocalizedText(vi: "Một đơn vị.", en: "A unit."),
    [
      .required("code", .text(), vi: "mã đơn vị", en: "its code"),
      .required("name", .text(), vi: "tên đơn vị", en: "its name"),
      .required("level", .text(), vi: "cấp", en: "its level"),
      .optional(
        "parent", .text(), vi: "mã đơn vị cấp trên; mặc định là units_of",
        en: "the code of the unit above it; that of units_of where it is left out"),
      .optional("from", .date, vi: "ngày thành lập", en: "the first day it exists"),
      .optional("to", .date, vi: "ngày cuối còn tồn tại", en: "the last day it exists"),
    ])

  static let unitRelation = MappingDescription(
    "unit-relation",
    LocalizedText(
      vi: "Đơn vị nào thay thế một đơn vị.", en: "What took the place of a unit."),
    [
      .required(
        "kind", .choice(UnitRelation.Kind.allCases.map(\.rawValue)), vi: "cách thay đổi",
        en: "what happened"),
      .required("from", .text(), vi: "mã đơn vị cũ", en: "the code of the unit that ended"),
      .required("to", .text(), vi: "mã đơn vị kế tục", en: "the code of the unit that follows"),
      .required(
        "date", .date, vi: "ngày đơn vị kế tục tiếp nhận", en: "the day the heir takes over"),
      .optional(
        "share", .choice(UnitRelation.Share.allCases.map(\.rawValue)),
        vi: "tiếp nhận toàn bộ hay một phần; mặc định toàn bộ",
        en: "whether it takes all over or a part; all where it is left out"),
    ])
}
