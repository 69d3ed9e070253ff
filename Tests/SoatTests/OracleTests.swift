import Foundation
import TestSupport
import Testing

@Suite("A second implementation of the scoring rules")
struct OracleTests {
  @Test("Python's reading of the documentation gives the very same record but for its sentences")
  func agreesWithTheOracle() throws {
    // Random checklists and submissions, always the same ones; without python3 this fails.
    let result = try Command.run(
      URL(filePath: "/usr/bin/env"),
      ["python3", "Tests/Oracle/compare.py", "--soat", Command.binary.path, "--pairs", "800"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasPrefix("800 pairs, "))
    #expect(result.output.contains(" checks, "))
    #expect(result.output.contains(": 0 differ"))
  }
}
