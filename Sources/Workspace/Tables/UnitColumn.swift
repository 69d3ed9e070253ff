import Diagnostics
import InspectionCore

/// What a column of a list of units holds.
enum UnitColumn: String, CaseIterable {
  case code, name, level, parent, from, to, succeeds, relation, share

  /// What it is.
  var title: LocalizedText {
    switch self {
    case .code: LocalizedText(vi: "mã", en: "code")
    case .name: LocalizedText(vi: "tên", en: "name")
    case .level: LocalizedText(vi: "cấp", en: "level")
    case .parent: LocalizedText(vi: "đơn vị cấp trên", en: "parent")
    case .from: LocalizedText(vi: "từ ngày", en: "from")
    case .to: LocalizedText(vi: "đến ngày", en: "to")
    case .succeeds: LocalizedText(vi: "kế tục", en: "succeeds")
    case .relation: LocalizedText(vi: "hình thức", en: "relation")
    case .share: LocalizedText(vi: "phần", en: "share")
    }
  }

  /// The headings it may stand under, in small letters.
  private var headings: [String] {
    switch self {
    case .code: ["code", "id", "mã", "mã đơn vị", "mã số"]
    case .name: ["name", "tên", "tên đơn vị", "đơn vị"]
    case .level: ["level", "kind", "class", "cấp", "loại", "cấp đơn vị", "loại đơn vị"]
    case .parent:
      [
        "parent", "cấp trên", "đơn vị cấp trên", "mã cấp trên", "thuộc", "trực thuộc",
        "thuộc đơn vị",
      ]
    case .from: ["from", "từ", "từ ngày", "ngày đầu", "ngày thành lập"]
    case .to: ["to", "đến", "đến ngày", "ngày cuối", "ngày kết thúc"]
    case .succeeds:
      ["succeeds", "kế tục", "kế thừa", "thay cho", "hợp thành từ", "đơn vị trước đây"]
    case .relation: ["relation", "hình thức", "quan hệ"]
    case .share: ["share", "phần", "phần kế tục"]
    }
  }

  /// The column of a heading; nil for one that says something else.
  init?(heading: String) {
    let plain = heading.asCompared.replacing("_", with: " ")
    guard let column = Self.allCases.first(where: { $0.headings.contains(plain) }) else {
      return nil
    }
    self = column
  }

  /// All headings, as one line.
  static var allHeadings: String {
    allCases.map { $0.headings.prefix(3).joined(separator: "/") }.joined(separator: ", ")
  }
}

extension UnitRelation.Kind {
  /// The kind that a word of a list means.
  init?(word: String) {
    switch word.lowercased() {
    case "merge", "sáp nhập", "hợp nhất", "nhập": self = .merge
    case "split", "chia", "tách", "chia tách": self = .split
    case "rename", "đổi tên", "đổi mã": self = .rename
    case "dissolution", "giải thể", "kết thúc hoạt động": self = .dissolution
    default: return nil
    }
  }
}

extension UnitRelation.Share {
  /// The share that a word of a list means.
  init?(word: String) {
    switch word.lowercased() {
    case "whole", "toàn bộ", "tất cả": self = .whole
    case "part", "một phần": self = .part
    default: return nil
    }
  }
}
