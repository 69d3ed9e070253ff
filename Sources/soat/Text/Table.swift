/// Columns of text, aligned by letters.
struct Table {
  enum Alignment {
    case left
    case right
  }

  let alignments: [Alignment]
  private(set) var rows: [[String]] = []

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// The rows, each on a line, two spaces between columns.
  var text: String {
    var widths = alignments.map { _ in 0 }
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    var text = ""
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += alignments[column] == .left ? cell + padding : padding + cell
        if column < row.count - 1 { line += "  " }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}

/// A text broken into lines at spaces, each line indented; `first` stands before the first line in
/// place of as much indentation.
func wrapped(_ text: String, indent: String, first: String = "", width: Int = 96) -> String {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  lines.append(line)
  let opening = String(indent.dropLast(first.count)) + first
  return lines.enumerated().map { ($0 == 0 ? opening : indent) + $1 + "\n" }.joined()
}
