public import Diagnostics

/// What about a subject differs.
public enum ChangeAspect: String, Hashable, Sendable, CaseIterable {
  case title, points, weight, rule, parameter, partial, area, severity, deadline, remedy
  case citations, effective, condition, evidence, guidance, total, completeness, threshold, grade
  case levels, periods, base, type, unit, bounds, counts, time, supplier, code, options, columns
  case identity, force, status, places, values, days, verified, notes, year, source
  case escalation, recurrence, mode, extent
  case budgetRounds = "budget-rounds"
  case notApplicable = "not-applicable"
  case checkClass = "class"
  case classThreshold = "class-threshold"
  case countedFrom = "counted-from"
  case defaultLimit = "default-limit"
  case extensions = "extension"
  case extensionsBeforeDue = "extensions-before-due"
  case requestStopsClock = "request-stops-clock"
  case nextVisit = "next-visit"
  case rollUp = "roll-up"

  /// The aspect in words.
  public var title: LocalizedText {
    switch self {
    case .title: LocalizedText(vi: "tên", en: "title")
    case .points: LocalizedText(vi: "điểm", en: "points")
    case .weight: LocalizedText(vi: "trọng số", en: "weight")
    case .rule: LocalizedText(vi: "quy tắc", en: "rule")
    case .parameter: LocalizedText(vi: "tham số", en: "parameter")
    case .partial: LocalizedText(vi: "điểm từng phần", en: "partial credit")
    case .area: LocalizedText(vi: "lĩnh vực", en: "area")
    case .severity: LocalizedText(vi: "mức độ", en: "severity")
    case .deadline: LocalizedText(vi: "thời hạn", en: "deadline")
    case .remedy: LocalizedText(vi: "biện pháp khắc phục", en: "remedy")
    case .citations: LocalizedText(vi: "căn cứ", en: "rests on")
    case .effective: LocalizedText(vi: "thời gian áp dụng", en: "effective")
    case .condition: LocalizedText(vi: "điều kiện áp dụng", en: "condition")
    case .evidence: LocalizedText(vi: "minh chứng", en: "evidence")
    case .guidance: LocalizedText(vi: "hướng dẫn", en: "guidance")
    case .notApplicable:
      LocalizedText(vi: "điểm khi không áp dụng", en: "points where not applicable")
    case .checkClass: LocalizedText(vi: "loại", en: "class")
    default: scoringTitle
    }
  }

  private var scoringTitle: LocalizedText {
    switch self {
    case .mode: LocalizedText(vi: "cách chấm", en: "mode")
    case .total: LocalizedText(vi: "tổng điểm", en: "total")
    case .completeness: LocalizedText(vi: "mức đầy đủ tối thiểu", en: "minimum completeness")
    case .threshold: LocalizedText(vi: "ngưỡng", en: "threshold")
    case .classThreshold:
      LocalizedText(vi: "ngưỡng theo loại đơn vị", en: "threshold by class of unit")
    case .grade: LocalizedText(vi: "mức xếp loại tối đa", en: "highest grade")
    case .levels: LocalizedText(vi: "cấp áp dụng", en: "levels")
    case .periods: LocalizedText(vi: "kỳ áp dụng", en: "periods")
    case .base: LocalizedText(vi: "bảng kiểm gốc", en: "extends")
    case .countedFrom: LocalizedText(vi: "thời hạn tính từ", en: "deadlines run from")
    case .defaultLimit: LocalizedText(vi: "thời hạn mặc định", en: "default deadline")
    case .extensions: LocalizedText(vi: "gia hạn", en: "extension")
    case .extensionsBeforeDue:
      LocalizedText(vi: "phải xin gia hạn trước khi hết hạn", en: "extensions asked for before due")
    case .requestStopsClock:
      LocalizedText(vi: "ngừng tính hạn khi đang xin", en: "a request stops the clock")
    case .escalation: LocalizedText(vi: "đôn đốc", en: "escalation")
    case .recurrence: LocalizedText(vi: "tái diễn thì tăng mức độ", en: "recurrence is graver")
    case .nextVisit: LocalizedText(vi: "kiểm tra lại", en: "next visit")
    default: dictionaryTitle
    }
  }

  private var dictionaryTitle: LocalizedText {
    switch self {
    case .type: LocalizedText(vi: "kiểu số liệu", en: "type")
    case .unit: LocalizedText(vi: "đơn vị tính", en: "unit of measure")
    case .bounds: LocalizedText(vi: "giới hạn", en: "bounds")
    case .counts: LocalizedText(vi: "đếm (để che số nhỏ)", en: "counts")
    case .time: LocalizedText(vi: "thời điểm hay thời kỳ", en: "time basis")
    case .supplier: LocalizedText(vi: "nơi cung cấp", en: "supplier")
    case .code: LocalizedText(vi: "mã số thống kê", en: "code")
    case .options: LocalizedText(vi: "các lựa chọn", en: "options")
    case .columns: LocalizedText(vi: "các cột", en: "columns")
    case .identity: LocalizedText(vi: "số, ngày, cơ quan ban hành", en: "number, date, issuer")
    case .force: LocalizedText(vi: "hiệu lực", en: "in force")
    case .status: LocalizedText(vi: "tình trạng đối chiếu", en: "status")
    case .places: LocalizedText(vi: "các điều khoản", en: "places")
    case .values: LocalizedText(vi: "các mức", en: "values")
    case .days: LocalizedText(vi: "ngày nghỉ, ngày làm bù", en: "days off and make-up days")
    case .budgetRounds: LocalizedText(vi: "kỳ dự toán", en: "budget rounds")
    case .verified: LocalizedText(vi: "đã đối chiếu", en: "verified")
    case .notes: LocalizedText(vi: "ghi chú", en: "notes")
    case .year: LocalizedText(vi: "năm của kỳ", en: "year of the period")
    case .source: LocalizedText(vi: "nguồn", en: "source")
    case .rollUp: LocalizedText(vi: "cách cộng từ cấp dưới", en: "roll-up")
    case .extent: LocalizedText(vi: "phạm vi", en: "extent")
    default: LocalizedText(same: rawValue)
    }
  }
}
