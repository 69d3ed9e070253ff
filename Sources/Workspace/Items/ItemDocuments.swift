package import Diagnostics
package import InspectionCore
import JSON
package import Storage

/// What commands about items write for other programs; Documentation/Tracking.md describes each, and
/// schemas beside it.
package enum ItemDocuments {
  /// A list of items.
  package static func list(_ items: [ItemSummary]) -> [UInt8] {
    written(["form": 1, "items": .array(items.map(\.document))])
  }

  /// A due list.
  package static func due(_ list: DueList) -> [UInt8] {
    let lines = list.lines.map { line in
      JSONValue.object([
        "item": line.item.document, "phase": .string(line.phase.rawValue),
        "overdue_days": .integer(Int64(line.overdueDays)),
        "days_left": .integer(Int64(line.daysLeft)),
      ])
    }
    return written([
      "form": 1, "day": .string(list.day.iso), "count": .integer(Int64(list.count)),
      "lines": .array(lines),
    ])
  }

  /// An item with its events as the journal has them.
  package static func story(_ story: ItemStory) -> [UInt8] {
    let events = story.events.map { recorded in
      JSONValue.object([
        "version": .integer(recorded.version), "hash": .string(recorded.hash.hex),
        "event": recorded.event.json,
      ])
    }
    return written([
      "form": 1, "item": story.summary.document, "version": .integer(story.version),
      "events": .array(events),
    ])
  }

  /// A status report.
  package static func report(_ report: StatusReport, number: Int64) -> [UInt8] {
    let groups = report.groups.map { group in
      JSONValue.object(["key": .string(group.key), "counts": counts(group.counts)])
    }
    return written([
      "form": 1,
      "period": ["from": .string(report.period.from.iso), "to": .string(report.period.to.iso)],
      "by": .string(report.dimension.rawValue), "journal": .integer(number),
      "groups": .array(groups), "total": counts(report.total),
    ])
  }

  /// The story of a unit.
  package static func history(_ history: UnitHistory) -> [UInt8] {
    let visits = history.visits.map { visit in
      var object: JSONObject = ["id": .string(visit.id)]
      object["opened"] = visit.opened.map { .string($0.iso) }
      object["closed"] = visit.closed.map { .string($0.iso) }
      object["next_visit"] = visit.nextVisit.map { .string($0.iso) }
      return JSONValue.object(object)
    }
    let items = history.lines.map { line in
      var object: JSONObject = [
        "item": line.item.document,
        "wording": ["vi": .string(line.wording.vi), "en": .string(line.wording.en)],
      ]
      if !line.events.isEmpty { object["events"] = .array(line.events.map { $0.event.json }) }
      return JSONValue.object(object)
    }
    return written([
      "form": 1, "unit": .string(history.unit.unit.code), "name": .string(history.unit.name),
      "before": .array(history.before.map { .string($0) }), "inspections": .array(visits),
      "items": .array(items), "counts": counts(history.counts),
    ])
  }

  private static func counts(_ counts: StatusCounts) -> JSONValue {
    .object(
      JSONObject(StatusColumn.allCases.map { ($0.rawValue, .integer(Int64($0.count(in: counts)))) })
    )
  }

  private static func written(_ object: JSONObject) -> [UInt8] {
    JSONWriter.pretty(.object(object))
  }
}

/// The columns of a status report.
package enum StatusColumn: String, CaseIterable, Sendable {
  case found, open, overdue, awaiting, extended, waived, provisional, closed, withdrawn
  case closedOnTime = "closed_on_time"

  /// The columns as a report shows them.
  package static let shown: [StatusColumn] = [
    .found, .open, .overdue, .awaiting, .extended, .waived, .provisional, .closed, .closedOnTime,
    .withdrawn,
  ]

  /// What it counts.
  package func count(in counts: StatusCounts) -> Int {
    switch self {
    case .found: counts.found
    case .open: counts.open
    case .overdue: counts.overdue
    case .awaiting: counts.awaiting
    case .extended: counts.extended
    case .waived: counts.waived
    case .provisional: counts.provisional
    case .closed: counts.closed
    case .closedOnTime: counts.closedOnTime
    case .withdrawn: counts.withdrawn
    }
  }

  /// Its heading.
  package var title: LocalizedText {
    switch self {
    case .found: LocalizedText(vi: "Phát hiện trong kỳ", en: "Found")
    case .open: LocalizedText(vi: "Đang theo dõi", en: "Open")
    case .overdue: LocalizedText(vi: "Quá hạn", en: "Overdue")
    case .awaiting: LocalizedText(vi: "Chờ xác minh", en: "Awaiting")
    case .extended: LocalizedText(vi: "Đã gia hạn", en: "Extended")
    case .waived: LocalizedText(vi: "Thôi theo dõi", en: "Waived")
    case .provisional: LocalizedText(vi: "Dự kiến", en: "Provisional")
    case .closed: LocalizedText(vi: "Xong trong kỳ", en: "Closed")
    case .closedOnTime: LocalizedText(vi: "Trong đó đúng hạn", en: "On time")
    case .withdrawn: LocalizedText(vi: "Rút lại", en: "Withdrawn")
    }
  }
}
