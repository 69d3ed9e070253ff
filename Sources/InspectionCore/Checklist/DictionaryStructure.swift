import CEL
import Diagnostics

extension Checklist {
  /// What would make the indicators and targets mean something else than they say.
  var namedProblems: [(code: String, message: LocalizedText)] {
    var problems: [(code: String, message: LocalizedText)] = []
    var indicatorIDs: Set<String> = []
    var known: [String: Indicator] = [:]
    for indicator in indicators { known[indicator.id] = indicator }
    for indicator in indicators {
      if let fault = indicator.rollUpFault(among: known) {
        let code = fault.unknown == nil ? "roll-up-type" : "unknown-name"
        problems.append((code: code, message: fault.message))
      }
      if !indicatorIDs.insert(indicator.id).inserted {
        problems.append(
          (code: "duplicate-indicator", message: .duplicate("chỉ tiêu", "indicator", indicator.id)))
      }
      if indicator.takesReservedName {
        problems.append(
          (
            code: "indicator-name",
            message: LocalizedText(
              vi: "\"\(indicator.id)\" không dùng làm tên chỉ tiêu được",
              en: "\"\(indicator.id)\" cannot name an indicator")
          ))
      }
      problems += indicator.tableProblems
    }
    var targetIDs: Set<String> = []
    for target in targets {
      if !targetIDs.insert(target.id).inserted {
        problems.append(
          (code: "duplicate-target", message: .duplicate("mức chỉ tiêu", "target", target.id)))
      }
      if let style = target.values.first?.style {
        for value in target.values where value.style != style {
          problems.append(
            (
              code: "mixed-target",
              message: LocalizedText(
                vi: "các mức của \"\(target.id)\" phải cùng đơn vị",
                en: "the values of \"\(target.id)\" must be alike")
            ))
          break
        }
      }
    }
    return problems
  }
}

extension Indicator {
  /// Whether rules mean something else by the name.
  fileprivate var takesReservedName: Bool {
    for word in RuleVocabulary.reserved where id == word || id.hasPrefix(word + ".") { return true }
    return false
  }

  fileprivate var tableProblems: [(code: String, message: LocalizedText)] {
    guard let table else {
      guard type == .table else { return [] }
      return [
        (
          code: "missing-key",
          message: LocalizedText(
            vi: "bảng \"\(id)\" không có cột nào", en: "the table \"\(id)\" has no columns")
        )
      ]
    }
    var problems: [(code: String, message: LocalizedText)] = []
    if type != .table {
      problems.append(
        (
          code: "key-of-type",
          message: LocalizedText(
            vi: "\"\(id)\" có cột mà không phải là bảng",
            en: "\"\(id)\" has columns and is no table")
        ))
    }
    if table.columns.isEmpty {
      problems.append(
        (
          code: "missing-key",
          message: LocalizedText(
            vi: "bảng \"\(id)\" không có cột nào", en: "the table \"\(id)\" has no columns")
        ))
    }
    var columns: Set<String> = []
    for column in table.columns {
      if !columns.insert(column.id).inserted {
        problems.append((code: "duplicate-column", message: .duplicate("cột", "column", column.id)))
      }
      if table.rows.isSample, !column.type.isAllowedInSamples {
        problems.append(
          (
            code: "sample-column",
            message: LocalizedText(
              vi: "bảng hồ sơ rút mẫu không được có cột kiểu \(column.type.rawValue)",
              en: "sampled case files cannot have a column of type \(column.type.rawValue)")
          ))
      }
    }
    return problems
  }
}
