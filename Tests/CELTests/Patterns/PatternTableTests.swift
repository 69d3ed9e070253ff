import CEL
import Foundation
import Testing

@Suite("Documentation/CEL.md says which patterns can be used")
struct PatternTableTests {
  private struct Row {
    let patterns: [String]
    let isCovered: Bool
  }

  private func rows() throws -> [Row] {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let text = try String(
      contentsOf: root.appending(path: "Documentation/CEL.md"), encoding: .utf8)
    var rows: [Row] = []
    for line in text.split(separator: "\n") {
      guard line.hasPrefix("| `"), line.hasSuffix(" covered |") || line.hasSuffix(" refused |")
      else { continue }
      // A bar inside a cell is written \|.
      let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|")
      let patterns = cells[0].split(separator: "`").map(String.init).filter {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " ,")) != ""
      }
      rows.append(
        Row(
          patterns: patterns.map { $0.replacing("\u{1}", with: "|") },
          isCovered: line.hasSuffix(" covered |")))
    }
    return rows
  }

  @Test("Each pattern of the table is covered or refused as the table says")
  func table() throws {
    let rows = try rows()
    #expect(rows.count > 20)
    var environment = Environment()
    environment.declare(variable: "p", as: .string)
    let program = try environment.compile("'abc'.matches(p)")
    for row in rows {
      for pattern in row.patterns {
        switch program.evaluate(Activation(["p": .string(pattern)])) {
        case .value: #expect(row.isCovered, "\(pattern) is said to be refused")
        case .error(let error): #expect(!row.isCovered, "\(pattern): \(error.message)")
        case .unknown: Issue.record("\(pattern) is unknown")
        }
      }
    }
  }
}
