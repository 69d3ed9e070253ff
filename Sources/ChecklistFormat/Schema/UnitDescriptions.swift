import Diagnostics

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
    ])

  static let listedUnit = MappingDescription(
    "listed-unit",
    LocalizedText(vi: "Một đơn vị.", en: "A unit."),
    [
      .required("code", .text(), vi: "mã đơn vị", en: "its code"),
      .required("name", .text(), vi: "tên đơn vị", en: "its name"),
      .required("level", .text(), vi: "cấp", en: "its level"),
    ])
}
