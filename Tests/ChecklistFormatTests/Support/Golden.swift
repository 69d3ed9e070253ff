import Foundation
import Testing

/// A fixture with a name, and the whole text it must give, which stands in a Swift file beside the
/// tests; `RECORD=1 swift test` writes those files anew, for a person to read before committing.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: @Sendable () throws -> String

  init(_ name: String, _ text: @escaping @Sendable () throws -> String) {
    self.name = name
    // Without spaces at line ends, which the formatter would take out of the recorded text.
    self.text = {
      try text().split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
    }
  }

  var testDescription: String { name }
}

let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

/// Writes `let <variable>` with the texts of the cases into a file beside this one.
func record(_ cases: [GoldenCase], as variable: String, folder: String = #filePath) throws {
  var source = "// Recorded by RECORD=1 swift test; read every change before committing it.\n\n"
  source += "// swift-format-ignore\nlet \(variable): [String: String] = [\n"
  for item in cases {
    source += "  \"\(item.name)\": #\"\"\"\n"
    for line in try item.text().split(separator: "\n", omittingEmptySubsequences: false) {
      source += line.isEmpty ? "\n" : "    \(line)\n"
    }
    source += "    \"\"\"#,\n"
  }
  source += "]\n"
  let name = variable.prefix(1).uppercased() + variable.dropFirst() + ".swift"
  let file = URL(filePath: folder).deletingLastPathComponent().appending(path: name)
  try Data(source.utf8).write(to: file)
}
