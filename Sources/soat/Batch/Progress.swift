import Diagnostics
import Glibc
import InspectionCore

/// How far long work has come, on a terminal alone: redirected, nothing is written.
struct Progress {
  private let total: Int
  private let language: Language
  private var shown = false

  /// - Parameter total: how many pieces of work there are; with few nothing is shown.
  init(total: Int, language: Language) {
    self.total = total
    self.language = language
  }

  /// Shows that so many are done.
  mutating func show(_ done: Int) {
    guard total >= 300, isatty(2) == 1 else { return }
    let figures = FigureText(language)
    func count(_ number: Int) -> String {
      figures.points(Int64(number) * 1_000_000)
    }
    let filled = done * 30 / max(total, 1)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\(bar) \(count(done))/\(count(total))")
    shown = true
  }

  /// Takes the line away again.
  func end() {
    if shown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    Console.write(text, to: 2)
  }
}

/// A bar for work whose size is known only once it runs.
final class RebuildBar {
  private let language: Language
  private var bar: Progress?

  init(_ language: Language) { self.language = language }

  /// Shows that so many of so many are done.
  func show(_ done: Int64, _ total: Int64) {
    var bar = bar ?? Progress(total: Int(total), language: language)
    bar.show(Int(min(done, total)))
    self.bar = bar
  }

  deinit { bar?.end() }
}
