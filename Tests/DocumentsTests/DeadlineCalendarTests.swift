import Diagnostics
import Foundation
import InspectionCore
import Testing

@testable import Documents

@Suite("The calendar of deadlines")
struct DeadlineCalendarTests {
  private func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

  private func feed(_ tasks: [CalendarTask], alarm: Int? = 3) -> String {
    DeadlineCalendar(
      name: "Hạn khắc phục", origin: "so-y-te", written: 1_741_060_800_000,
      alarmDays: alarm
    ).text(tasks)
  }

  private var tasks: [CalendarTask] {
    [
      CalendarTask(
        id: "xa-1.2025.001", summary: "Mỗi xã có người được giao làm công tác bảo vệ trẻ em",
        details: "Văn bản 05/TB-SYT; ngày 04/3/2025, dòng một\ndòng hai \\ hết",
        due: day("2025-03-25"), start: day("2025-03-04"), severity: .critical,
        categories: ["Xã A, huyện B", "Tổ chức"]),
      CalendarTask(
        id: "xa-2.2025.001", summary: String(repeating: "ữ", count: 200), due: day("2025-02-28"),
        severity: .low, isStarted: true, completed: day("2025-02-27")),
    ]
  }

  @Test("No line is over 75 octets, none is broken inside a letter, each ends in CRLF")
  func folds() {
    let text = feed(tasks)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"))
    for line in lines {
      #expect(line.last == UInt8(ascii: "\r"))
      #expect(line.count <= 76)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    #expect(lines.contains { $0.count >= 74 })
  }

  @Test("An alarm rings some days before the due day at eight, and none where the task is done")
  func rings() {
    #expect(feed(tasks).components(separatedBy: "BEGIN:VALARM").count == 2)
    #expect(feed(tasks).contains("TRIGGER;RELATED=END:-P2DT16H\r\n"))
    #expect(feed(tasks, alarm: 0).contains("TRIGGER;RELATED=END:PT8H\r\n"))
    #expect(!feed(tasks, alarm: nil).contains("VALARM"))
  }

  /// Runs only where a Python with the package is named or found, and says so where it is not.
  @Test(
    "The Python package icalendar reads it", .enabled(if: Self.python != nil, "no icalendar here"))
  func isParsed() throws {
    let python = try #require(Self.python)
    let program = """
      import sys, icalendar
      calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
      print(calendar["X-WR-CALNAME"])
      for task in calendar.walk("VTODO"):
          print(task["UID"], task.decoded("DUE"), task["STATUS"], task["PRIORITY"])
          print(task["SUMMARY"])
          print(repr(str(task.get("DESCRIPTION", ""))))
          print([str(name) for name in (task["CATEGORIES"].cats if "CATEGORIES" in task else [])])
          for alarm in task.walk("VALARM"): print(alarm.decoded("TRIGGER"), alarm["ACTION"])
      """
    let printed = try Self.run(python, ["-c", program], input: feed(tasks))
    #expect(
      printed == """
        Hạn khắc phục
        xa-1.2025.001@so-y-te.soat 2025-03-25 NEEDS-ACTION 1
        Mỗi xã có người được giao làm công tác bảo vệ trẻ em
        'Văn bản 05/TB-SYT; ngày 04/3/2025, dòng một\\ndòng hai \\\\ hết'
        ['Xã A, huyện B', 'Tổ chức']
        -3 days, 8:00:00 DISPLAY
        xa-2.2025.001@so-y-te.soat 2025-02-28 COMPLETED 9
        \(String(repeating: "ữ", count: 200))
        ''
        []

        """)
  }

  private static let python: String? = {
    let named = ProcessInfo.processInfo.environment["SOAT_TEST_PYTHON"]
    for candidate in [named, "/usr/bin/python3"].compactMap({ $0 }) {
      if (try? run(candidate, ["-c", "import icalendar"], input: "")) != nil { return candidate }
    }
    return nil
  }()

  private struct Failed: Error {}

  private static func run(_ program: String, _ arguments: [String], input: String) throws -> String
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let bytes = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
