package import Diagnostics
package import InspectionCore

/// A deadline as calendars show it.
package struct CalendarTask: Hashable, Sendable {
  /// What stays the same from one feed to the next, so that a calendar replaces what it has.
  package var id: String
  /// What it is about, in one line.
  package var summary: String
  /// What else there is to say.
  package var details: String
  /// The last day.
  package var due: CivilDate
  /// The day it was issued, where known.
  package var start: CivilDate?
  /// How grave it is.
  package var severity: CheckSeverity
  /// Whether it is being worked on.
  package var isStarted: Bool
  /// The day it was closed; nil while it is open.
  package var completed: CivilDate?
  /// What it belongs to, such as the unit.
  package var categories: [String]

  /// Creates a task.
  package init(
    id: String, summary: String, details: String = "", due: CivilDate, start: CivilDate? = nil,
    severity: CheckSeverity, isStarted: Bool = false, completed: CivilDate? = nil,
    categories: [String] = []
  ) {
    self.id = id
    self.summary = summary
    self.details = details
    self.due = due
    self.start = start
    self.severity = severity
    self.isStarted = isStarted
    self.completed = completed
    self.categories = categories
  }
}

/// A feed of deadlines in iCalendar (RFC 5545): tasks with a day they are due, and an alarm before.
package struct DeadlineCalendar: Sendable {
  /// What the calendar is called.
  package var name: String
  /// What makes ids unique in the world: the workspace's own name.
  package var origin: String
  /// When it was written, in milliseconds since 1970-01-01T00:00:00Z.
  package var written: Int64
  /// How many days before the due day the alarm rings, at eight in the morning; nil for none.
  package var alarmDays: Int?
  /// The language of what the alarm says.
  package var language: Language

  /// Creates a calendar.
  package init(
    name: String, origin: String, written: Int64, alarmDays: Int? = 3, language: Language = .vi
  ) {
    self.name = name
    self.origin = origin
    self.written = written
    self.alarmDays = alarmDays
    self.language = language
  }

  /// The calendar with its tasks: UTF-8, lines of at most 75 octets ending in CRLF.
  package func text(_ tasks: some Sequence<CalendarTask>) -> String {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Soat//Soat//VI")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", text: name)
    lines.add("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh")
    for task in tasks { add(task, to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  private func add(_ task: CalendarTask, to lines: inout ContentLines) {
    lines.add("BEGIN", "VTODO")
    lines.add("UID", text: "\(task.id)@\(origin).soat")
    lines.add("DTSTAMP", stamp)
    if let start = task.start, start < task.due { lines.add("DTSTART;VALUE=DATE", start.compact) }
    lines.add("DUE;VALUE=DATE", task.due.compact)
    lines.add("SUMMARY", text: task.summary)
    if !task.details.isEmpty { lines.add("DESCRIPTION", text: task.details) }
    if !task.categories.isEmpty {
      lines.add("CATEGORIES", task.categories.map(ContentLines.escaped).joined(separator: ","))
    }
    lines.add("PRIORITY", task.severity.priority)
    if let completed = task.completed {
      lines.add("STATUS", "COMPLETED")
      lines.add("COMPLETED", completed.compact + "T000000Z")
    } else {
      lines.add("STATUS", task.isStarted ? "IN-PROCESS" : "NEEDS-ACTION")
      addAlarm(of: task, to: &lines)
    }
    lines.add("END", "VTODO")
  }

  /// The alarm counts from the due day's first minute by the clock of whoever reads the calendar.
  private func addAlarm(of task: CalendarTask, to lines: inout ContentLines) {
    guard let alarmDays, alarmDays >= 0 else { return }
    let title = LocalizedText(
      vi: "Sắp đến hạn: \(task.summary)", en: "Due soon: \(task.summary)")
    lines.add("BEGIN", "VALARM")
    lines.add("ACTION", "DISPLAY")
    lines.add("DESCRIPTION", text: title[language])
    lines.add(
      "TRIGGER;RELATED=END", alarmDays == 0 ? "PT8H" : "-P\(alarmDays - 1)DT16H")
    lines.add("END", "VALARM")
  }

  private var stamp: String {
    let seconds = Int(written / 1000)
    let day = CivilDate(daysSinceEpoch: seconds / 86_400)?.compact ?? "19700101"
    let time = seconds % 86_400
    return day + "T" + two(time / 3600) + two(time / 60 % 60) + two(time % 60) + "Z"
  }
}

/// The lines of an iCalendar file.
private struct ContentLines {
  private(set) var text = ""
  /// The most octets of a line, its end apart (RFC 5545 §3.1).
  private static let width = 75

  /// Adds a line whose value needs no escape.
  mutating func add(_ name: String, _ value: String) { fold(name + ":" + value) }

  /// Adds a line of free text.
  mutating func add(_ name: String, text value: String) {
    fold(name + ":" + Self.escaped(value))
  }

  /// Text as a value (RFC 5545 §3.3.11); other control characters have no place in it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      case "\t": escaped += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  /// Breaks a line between code points, so that no part is over 75 octets.
  private mutating func fold(_ line: String) {
    var room = Self.width
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        text += "\r\n "
        room = Self.width - 1
      }
      text.unicodeScalars.append(scalar)
      room -= size
    }
    text += "\r\n"
  }
}

extension CheckSeverity {
  /// From 1, the highest, to 9 (RFC 5545 §3.8.1.9).
  fileprivate var priority: String {
    switch self {
    case .critical: "1"
    case .high: "3"
    case .medium: "5"
    case .low: "9"
    }
  }
}

extension CivilDate {
  /// The day as `YYYYMMDD`.
  fileprivate var compact: String { iso.replacing("-", with: "") }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
