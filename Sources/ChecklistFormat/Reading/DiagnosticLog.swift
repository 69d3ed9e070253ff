import Diagnostics

/// What was found wrong with one file, each problem once, bounded by a cap for errors and one for
/// warnings and notes, so that a hundred missing translations cannot hide one error. Notes come last
/// and cannot hide a warning.
struct DiagnosticLog {
  private var kept: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private var errors = 0
  private var others = 0
  private var errorsLeftOut = 0
  private var othersLeftOut = 0
  private let cap: Int

  init(cap: Int) {
    self.cap = cap
  }

  var hasErrors: Bool { errors > 0 }
  /// Whether nothing at all was reported.
  var isEmpty: Bool { errors + others + errorsLeftOut + othersLeftOut == 0 }
  /// Whether no further error will be kept, so that its message need not be worked out.
  var isFull: Bool { errors >= cap }

  mutating func report(_ diagnostic: Diagnostic) {
    let isError = diagnostic.severity == .error
    if isError ? errors >= cap : others >= cap {
      countOnly(isError: isError)
      return
    }
    guard seen.insert(diagnostic).inserted else { return }
    if isError { errors += 1 } else { others += 1 }
    kept.append(diagnostic)
  }

  /// Counts a problem that is beyond the cap, whatever it is.
  mutating func countOnly(isError: Bool) {
    if isError { errorsLeftOut += 1 } else { othersLeftOut += 1 }
  }

  /// The logs of several files as one list: file by file and from top to bottom; where there are
  /// too many, errors are kept before warnings, and warnings before notes.
  static func list(of logs: [DiagnosticLog], cap: Int = 100) -> DiagnosticList {
    var ordered: [Diagnostic] = []
    for log in logs {
      let sorted = log.kept.enumerated().sorted { first, second in
        let lower = (first.element.range.lower, second.element.range.lower)
        return lower.0 == lower.1 ? first.offset < second.offset : lower.0 < lower.1
      }
      ordered += sorted.map(\.element)
    }
    var room: [Severity: Int] = [:]
    var free = cap
    for severity in [Severity.error, .warning, .note] {
      let kept = min(ordered.count { $0.severity == severity }, free)
      room[severity] = kept
      free -= kept
    }
    var list = DiagnosticList(cap: cap)
    var rest: [Diagnostic] = []
    for diagnostic in ordered {
      if let left = room[diagnostic.severity], left > 0 {
        room[diagnostic.severity] = left - 1
        list.report(diagnostic)
      } else {
        rest.append(diagnostic)
      }
    }
    // The list is full by now if anything was left out: what follows is counted, not kept.
    for diagnostic in rest { list.report(diagnostic) }
    for log in logs {
      list.leaveOut(log.errorsLeftOut, .error)
      list.leaveOut(log.othersLeftOut, .warning)
    }
    return list
  }
}
