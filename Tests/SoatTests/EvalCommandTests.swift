import Foundation
import TestSupport
import Testing

@Suite("Expressions are evaluated, and timed on request")
struct EvalCommandTests {
  @Test("--repeat prints the value and three medians, in either language")
  func timing() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(#"{"a": 25, "rows": [{"x": 1}, {"x": 2}]}"#.utf8).write(to: file)
    for (language, names) in [
      ("en", ["evaluate", "trace", "parse and check"]),
      ("vi", ["tính", "tính kèm diễn giải", "đọc và kiểm tra kiểu"]),
    ] {
      let result = try Command.soat([
        "eval", "rows.all(r, r.x < a)", "--bindings", file.path, "--repeat", "200", "--lang",
        language,
      ])
      #expect(result.status == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n")
      #expect(lines.first == "true")
      try #require(lines.count == 4, "\(result.output)")
      for (line, name) in zip(lines[1...], names) {
        let parts = line.split(separator: ": ")
        #expect(parts.first.map(String.init) == name)
        let figure = try #require(parts.last?.split(separator: " ").first)
        #expect(line.hasSuffix(" ns"))
        #expect(try #require(Double(figure)) > 0)
      }
    }
  }

  @Test("--repeat times nothing that has no value, and takes whole numbers from 1")
  func refused() throws {
    let failing = try Command.soat(["eval", "1 / 0", "--repeat", "10", "--lang", "en"])
    #expect(failing.status == 1)
    #expect(!failing.output.contains(" ns"))
    for count in ["0", "-1", "many"] {
      #expect(try Command.soat(["eval", "1", "--repeat=\(count)"]).status == 2)
    }
  }

  @Test(
    "Named time zones are the host's, summer time included",
    arguments: [
      (#"timestamp("2026-01-01T00:00:00Z").getHours("Asia/Ho_Chi_Minh")"#, "7"),
      (#"timestamp("2026-07-01T00:00:00Z").getHours("Asia/Ho_Chi_Minh")"#, "7"),
      // Berlin has summer time from 29 March 2026, 01:00 UTC, to 25 October, 01:00 UTC.
      (#"timestamp("2026-03-29T00:59:59Z").getHours("Europe/Berlin")"#, "1"),
      (#"timestamp("2026-03-29T01:00:00Z").getHours("Europe/Berlin")"#, "3"),
      (#"timestamp("2026-10-25T00:59:59Z").getHours("Europe/Berlin")"#, "2"),
      (#"timestamp("2026-10-25T01:00:00Z").getHours("Europe/Berlin")"#, "2"),
      // The zone moves the date, half an hour being part of the offset.
      (#"timestamp("2026-12-31T18:45:00Z").getFullYear("Asia/Kolkata")"#, "2027"),
      (#"timestamp("2026-01-01T00:00:00Z").getMinutes("Asia/Kolkata")"#, "30"),
      (#"timestamp("2026-01-01T00:00:00Z").getHours("+07:00")"#, "7"),
    ])
  func zones(expression: String, value: String) throws {
    let result = try Command.soat(["eval", expression, "--lang", "en"])
    #expect(result.output == value + "\n", "\(expression): \(result.errors)")
  }

  @Test(
    "A time zone that the host does not know is an error",
    arguments: ["Asia/Ha_Tay", "asia/ho_chi_minh", "IST", "GMT+7", "../etc/passwd", "Asia/"])
  func unknownZone(zone: String) throws {
    let result = try Command.soat([
      "eval", #"timestamp("2026-01-01T00:00:00Z").getHours("\#(zone)")"#, "--lang", "en",
    ])
    #expect(result.status == 1)
    #expect(result.errors.contains("unknown time zone"), "\(zone): \(result.errors)")
  }

  @Test("All problems of syntax are shown at once")
  func severalProblems() throws {
    let result = try Command.soat(["eval", "a > && b <", "--lang", "en"])
    #expect(result.status == 1)
    #expect(result.errors.contains("<expression>:1:5: error:"))
    #expect(result.errors.contains("<expression>:1:11: error:"))
  }
}
