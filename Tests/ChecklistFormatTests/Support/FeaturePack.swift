import Foundation

// What packs with tables, targets, classes of units and recurring periods are made of.

extension ScratchPack {
  /// A pack that uses every dictionary there is; `files` replaces or adds files, by their paths.
  convenience init(features files: [String: String]) throws {
    try self.init(ScratchPack.features.merging(files, uniquingKeysWith: { $1 }))
  }

  static let features = [
    "pack/checklist.yaml": features(),
    "indicators/facts.yaml": indicators + tables,
    "targets/national.yaml": targets,
    "periods/vietnam.yaml": periods,
  ]

  /// A `checklist.yaml` that uses every dictionary; `rest` holds more keys.
  static func features(_ rest: String = "") -> String {
    checklist(
      scoring: """
        unit_classes:
          - { id: mountain, title: { vi: "Miền núi", en: "Mountain" } }
          - { id: island, title: { vi: "Hải đảo", en: "Island" } }
        \(rest)
        """
    ).replacingOccurrences(
      of: "calendar: days", with: "targets: [national], periods: [vietnam], calendar: days")
  }

  /// More indicators: a choice, a time and two tables.
  static let tables = """
      - { id: commune.kind, title: { vi: "Loại xã", en: "Kind" }, type: choice, options: [{ id: ward, title: { vi: "Phường", en: "Ward" } }, { id: rural, title: { vi: "Xã", en: "Rural" } }] }
      - { id: meeting.held_at, title: { vi: "Lúc họp", en: "Time of meeting" }, type: datetime }
      - id: communes.list
        title: { vi: "Danh sách xã", en: "The communes" }
        type: table
        rows: communes
        columns:
          - { id: name, title: { vi: "Tên", en: "Name" }, type: text }
          - { id: kind, title: { vi: "Loại", en: "Kind" }, type: choice, options: [{ id: ward, title: { vi: "Phường", en: "Ward" } }, { id: rural, title: { vi: "Xã", en: "Rural" } }] }
          - { id: officer, title: { vi: "Có cán bộ", en: "Has an officer" }, type: bool }
          - { id: board, title: { vi: "Có Ban", en: "Has a board" }, type: yes_no_na }
          - { id: visits, title: { vi: "Số lần thăm", en: "Visits" }, type: int, unit: { vi: lần, en: visits }, from: 0, to: 100 }
          - { id: share, title: { vi: "Tỷ lệ", en: "Share" }, type: percent, from: 0%, to: 100% }
          - { id: spent, title: { vi: "Đã chi", en: "Spent" }, type: money, from: 0 đồng }
          - { id: decided, title: { vi: "Ngày quyết định", en: "Decided on" }, type: date }
      - id: files.sampled
        title: { vi: "Hồ sơ rút mẫu", en: "Files sampled" }
        type: table
        rows: case_files
        columns:
          - { id: plan, title: { vi: "Có kế hoạch", en: "Has a plan" }, type: yes_no_na }
          - { id: days, title: { vi: "Số ngày lập kế hoạch", en: "Days to plan" }, type: working_days }
          - { id: hours, title: { vi: "Số giờ phản hồi", en: "Hours to respond" }, type: hours }

    """

  static let targets = """
    soat: 1
    targets:
      - id: can_swim
        title: { vi: "Biết bơi", en: "Swimming" }
        values: [{ value: 50%, to: 2025-12-31 }, { value: 60%, from: 2026-01-01 }, { value: 40%, class: mountain }]
        cites: [luat-2016]
        status: verified

    """

  static let periods = """
    soat: 1
    periods:
      - { id: year, title: { vi: "Năm", en: "Year" }, from: 01/01, to: 31/12, status: verified }
      - { id: reporting-year, title: { vi: "Năm báo cáo", en: "Reporting year" }, from: 15/12, to: 14/12, status: recalled }
      - { id: school-year, title: { vi: "Năm học", en: "School year" }, from: 01/09, to: 31/05, year_of: start, status: recalled }

    """
}
