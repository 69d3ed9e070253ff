public import Diagnostics

/// By what a status report is divided.
public enum StatusDimension: String, Hashable, Sendable, CaseIterable {
  /// Where items come from.
  case origin
  /// What they ask for.
  case kind
  /// The area of the checklist (lĩnh vực).
  case area
  /// How grave they are.
  case severity
  /// The unit.
  case unit

  /// What it is called.
  public var title: LocalizedText {
    switch self {
    case .origin: LocalizedText(vi: "nguồn", en: "origin")
    case .kind: LocalizedText(vi: "loại", en: "kind")
    case .area: LocalizedText(vi: "lĩnh vực", en: "area")
    case .severity: LocalizedText(vi: "mức độ", en: "severity")
    case .unit: LocalizedText(vi: "đơn vị", en: "unit")
    }
  }
}

/// How many items stood how at the end of a reporting period, and what became of them within it.
public struct StatusCounts: Hashable, Sendable {
  /// Found within the period.
  public var found = 0
  /// Binding and open at its end.
  public var open = 0
  /// Of those, with a deadline that had passed and still waiting for measures.
  public var overdue = 0
  /// Of those, with evidence that waited for verification.
  public var awaiting = 0
  /// Of those, with at least one extension granted.
  public var extended = 0
  /// Of those, waived on its last day.
  public var waived = 0
  /// Provisional at its end.
  public var provisional = 0
  /// Verified and closed within it.
  public var closed = 0
  /// Of those, with the evidence in by the deadline.
  public var closedOnTime = 0
  /// Withdrawn within it before issue.
  public var withdrawn = 0

  /// Creates counts of nothing.
  public init() {}

  /// The share of the items closed that were on time, in percent rounded down; nil where none was closed.
  public var percentOnTime: Int? { closed == 0 ? nil : closedOnTime * 100 / closed }

  /// Whether nothing was counted.
  public var isEmpty: Bool { self == StatusCounts() }

  mutating func add(_ item: ItemSummary, in period: Period, requestStopsClock: Bool) {
    if period.from <= item.opened, item.opened <= period.to { found += 1 }
    let phase = item.phase(on: period.to, requestStopsClock: requestStopsClock)
    switch phase {
    case .provisional: provisional += 1
    case .ended: addEnded(item, in: period)
    // Its parts are counted.
    case .divided: break
    case .undated, .running, .awaitingVerification, .paused, .waived:
      open += 1
      if item.extensions > 0 { extended += 1 }
      if phase == .waived { waived += 1 }
      if phase == .awaitingVerification { awaiting += 1 }
      if phase == .running, item.overdueDays(in: phase, on: period.to) > 0 { overdue += 1 }
    }
  }

  private mutating func addEnded(_ item: ItemSummary, in period: Period) {
    guard let ended = item.ended, period.from <= ended, ended <= period.to, !item.hasParts else {
      return
    }
    guard item.status == .closed else {
      withdrawn += 1
      return
    }
    closed += 1
    if item.overdueDays(in: .ended, on: period.to) == 0 { closedOnTime += 1 }
  }
}

/// One line of a status report.
public struct StatusGroup: Hashable, Sendable {
  /// What its items have in common: a word, an area's id, a unit's code; empty for what has none.
  public var key: String
  /// The counts.
  public var counts: StatusCounts

  /// Creates a group.
  public init(key: String, counts: StatusCounts) {
    self.key = key
    self.counts = counts
  }
}

/// How what was asked for stood at the end of a period (báo cáo tình hình thực hiện), by one dimension.
///
/// The items are given as they were at the end of the last day of the period, from what had happened by
/// then: a report on a past quarter comes out as it did.
public struct StatusReport: Sendable {
  /// The period.
  public let period: Period
  /// By what it is divided.
  public let dimension: StatusDimension
  /// All together.
  public private(set) var total = StatusCounts()
  private var counts: [String: StatusCounts] = [:]

  /// Begins a report.
  public init(period: Period, by dimension: StatusDimension) {
    self.period = period
    self.dimension = dimension
  }

  /// Counts an item as it was at the end of the period; those found later do not count.
  ///
  /// - Parameters:
  ///   - area: the id of the area of the checklist that it belongs to.
  ///   - requestStopsClock: whether its policy lets the clock stand while a request for extension is open.
  public mutating func add(_ item: ItemSummary, area: String?, requestStopsClock: Bool) {
    guard item.opened <= period.to else { return }
    total.add(item, in: period, requestStopsClock: requestStopsClock)
    counts[key(of: item, area), default: StatusCounts()].add(
      item, in: period, requestStopsClock: requestStopsClock)
  }

  /// The lines that counted anything, in the order of their words or codes.
  public var groups: [StatusGroup] {
    var groups: [StatusGroup] = []
    for (key, counts) in counts where !counts.isEmpty {
      groups.append(StatusGroup(key: key, counts: counts))
    }
    groups.sort { (rank($0.key), $0.key) < (rank($1.key), $1.key) }
    return groups
  }

  private func key(of item: ItemSummary, _ area: String?) -> String {
    switch dimension {
    case .origin: item.origin.name
    case .kind: item.kind.rawValue
    case .area: area ?? ""
    case .severity: item.severity.rawValue
    case .unit: item.unit
    }
  }

  /// Words come in the order in which they are declared, codes in their own.
  private func rank(_ key: String) -> Int {
    switch dimension {
    case .origin: ItemOrigin.names.firstIndex(of: key) ?? 0
    case .kind: ItemKind.allCases.firstIndex { $0.rawValue == key } ?? 0
    case .severity: CheckSeverity(rawValue: key)?.rank ?? 0
    case .area, .unit: 0
    }
  }
}

extension ItemOrigin {
  /// What the origin of a word is called; nil for a word of none.
  public static func title(of name: String) -> LocalizedText? {
    switch name {
    case "check": LocalizedText(vi: "mục kiểm tra không đạt", en: "failed check")
    case "checks": LocalizedText(vi: "nhóm mục kiểm tra không đạt", en: "grouped failed checks")
    case "finding": LocalizedText(vi: "nhận định của đoàn", en: "finding of the team's own")
    case "recommendation":
      LocalizedText(vi: "kiến nghị của cơ quan khác", en: "recommendation of another authority")
    case "commitment": LocalizedText(vi: "cam kết của đơn vị", en: "commitment of the unit")
    case "figures": LocalizedText(vi: "yêu cầu bổ sung số liệu", en: "request for figures")
    case "proposal": LocalizedText(vi: "đề xuất lên cấp trên", en: "proposal to a higher level")
    default: nil
    }
  }
}
