import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

@testable import Storage

/// Our canonical JSON against another implementation of RFC 8785.
@Suite("Canonical JSON beside rfc8785")
struct CanonicalComparisonTests {
  static let script = packageRoot.appending(path: "Tests/Canonical/compare.py").path

  /// Whether python3 and the package are there.
  static let isAvailable: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import rfc8785"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "Random events and numbers are written as rfc8785 writes them",
    .enabled(if: isAvailable, "python3 with the package rfc8785 is not installed"))
  func agrees() throws {
    var random = SeededGenerator(seed: 8785)
    var text: [UInt8] = []
    var count = 0
    for _ in 0..<3000 {
      text += JSONWriter.canonical(RandomEvent.event(using: &random).json) + [UInt8(ascii: "\n")]
      count += 1
      // Doubles of every size; those that are spelled as integers beyond 2⁵³ are strings of ours.
      let number = Double(bitPattern: random.next())
      let isSpelledOut = number.magnitude > 0x1p53 && number.magnitude < 1e21
      guard number.isFinite, !isSpelledOut else { continue }
      text += JSONWriter.canonical(.array([.number(number)])) + [UInt8(ascii: "\n")]
      count += 1
    }
    let output = try run(text)
    #expect(output == "\(count) lines agree\n")
  }

  private func run(_ input: [UInt8]) throws -> String {
    let file = NSTemporaryDirectory() + "soat-canonical-" + UUID().uuidString
    try Data(input).write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.script]
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: file))
    process.standardOutput = output
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self)
  }
}
