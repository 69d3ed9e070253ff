import CEL
public import Diagnostics

/// How a figure of a parent unit follows from what its child units answered.
public enum RollUpRule: Hashable, Sendable {
  /// It does not: a limit, a year, something that the parent alone has or does.
  case notAdded
  /// The children's figures are added. `of` names the indicator that children answer; nil where it
  /// is the same.
  case sum(of: String?)
  /// The children's figures are added, and the parent has a part of its own beside them, so that
  /// their sum is a lower bound of the parent's figure.
  case part
  /// The number of children that say yes, have the document, or give a figure above zero.
  case count(of: String)
  /// The number of children.
  case units
  /// A share recomputed from the rolled-up figures of two indicators of the parent's checklist.
  case rate(of: String, to: String)

  /// Whether it is a share.
  var isRate: Bool {
    if case .rate = self { true } else { false }
  }
}

extension Indicator {
  /// The rule that holds: the author's, otherwise figures and money are added, yes is counted, and
  /// everything else, shares above all, is not added.
  public var rollUpRule: RollUpRule {
    if let rollUp { return rollUp }
    switch type {
    case .int, .decimal, .money: return .sum(of: nil)
    case .bool: return .count(of: id)
    case .percent, .choice, .text, .date, .dateTime, .document, .table: return .notAdded
    }
  }

  /// The indicator that children answer for it; nil where there is none of its own.
  var rollUpSource: String? {
    switch rollUpRule {
    case .sum(let source): source ?? id
    case .part: id
    case .count(let source): source
    case .notAdded, .units, .rate: nil
    }
  }
}

/// What keeps an indicator's rule from making sense.
public struct RollUpFault: Hashable, Sendable {
  /// An indicator that the rule names and nothing bears; nil where the fault is another.
  public var unknown: String?
  /// What is wrong.
  public var message: LocalizedText
}

extension Indicator {
  /// What keeps the author's rule from making sense; nil where nothing does.
  ///
  /// - Parameter known: the indicators of the checklist by id.
  public func rollUpFault(among known: [String: Indicator]) -> RollUpFault? {
    guard let rollUp else { return nil }
    switch rollUp {
    case .notAdded: return nil
    case .sum(let source): return sumFault(source ?? id, known)
    case .part: return sumFault(id, known)
    case .units: return numberFault
    case .count(let source):
      guard let source = known[source] else { return Indicator.unknown(source) }
      if let numberFault { return numberFault }
      switch source.type {
      case .bool, .document, .int, .decimal, .money: return nil
      case .percent, .choice, .text, .date, .dateTime, .table:
        return Indicator.fault(
          vi: "chỉ đếm được đơn vị theo chỉ tiêu có hay không, văn bản hoặc số đếm, "
            + "\"\(source.id)\" là \(source.type.rawValue)",
          en: "units are counted by a bool, a document or a count; "
            + "\"\(source.id)\" is \(source.type.rawValue)")
      }
    case .rate(let of, let to):
      guard type == .percent else {
        return Indicator.fault(
          vi: "chỉ tỷ lệ (percent) mới tính từ of và to",
          en: "only a share (percent) is worked out from of and to")
      }
      for name in [of, to] {
        guard let source = known[name] else { return Indicator.unknown(name) }
        switch source.rollUpRule {
        case .sum, .part, .count, .units: continue
        case .notAdded, .rate:
          return Indicator.fault(
            vi: "\"\(name)\" không được cộng, nên không tính tỷ lệ từ nó được",
            en: "\"\(name)\" is not added up, so no share follows from it")
        }
      }
      return nil
    }
  }

  private func sumFault(_ source: String, _ known: [String: Indicator]) -> RollUpFault? {
    guard let source = known[source] else { return Indicator.unknown(source) }
    switch type {
    case .int, .decimal, .money: break
    case .percent, .bool, .choice, .text, .date, .dateTime, .document, .table:
      return Indicator.fault(
        vi: "kiểu \(type.rawValue) không cộng được", en: "the type \(type.rawValue) is not added")
    }
    if source.type != type || source.unit != unit {
      return Indicator.fault(
        vi: "\"\(source.id)\" khác kiểu hoặc đơn vị tính với \"\(id)\"",
        en: "\"\(source.id)\" has another type or unit of measure than \"\(id)\"")
    }
    if source.counts != counts {
      return Indicator.fault(
        vi: "\"\(source.id)\" và \"\(id)\" phải có cùng counts, để số nhỏ vẫn được che",
        en:
          "\"\(source.id)\" and \"\(id)\" must have the same counts, so that small ones stay masked"
      )
    }
    return nil
  }

  /// What keeps the indicator from being a number of units.
  private var numberFault: RollUpFault? {
    if type == .int, counts == nil { return nil }
    return Indicator.fault(
      vi: "số đơn vị phải là kiểu int và không ghi counts",
      en: "a number of units is an int, and counts neither children nor cases")
  }

  private static func unknown(_ name: String) -> RollUpFault {
    RollUpFault(
      unknown: name,
      message: LocalizedText(
        vi: "không có chỉ tiêu \"\(name)\"", en: "there is no indicator \"\(name)\""))
  }

  private static func fault(vi: String, en: String) -> RollUpFault {
    RollUpFault(unknown: nil, message: LocalizedText(vi: vi, en: en))
  }
}
