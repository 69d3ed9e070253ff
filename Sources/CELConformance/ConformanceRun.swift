package import Foundation

/// Runs files of conformance cases and counts what came of them.
package struct ConformanceRun {
  package private(set) var passed = 0
  package private(set) var failed = 0
  package private(set) var skipped = 0
  private var reasons: [String: Int] = [:]
  private let report: (String) -> Void

  /// Why a file cannot be run.
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  /// - Parameter report: takes each line as it comes.
  package init(report: @escaping (String) -> Void) {
    self.report = report
  }

  /// Whether nothing failed.
  package var isClean: Bool { failed == 0 }

  /// Runs a file of cases, or all `.json` files below a folder in the order of their names; files of a
  /// folder that hold no list of cases are named and passed over.
  package mutating func run(path: String) throws(Problem) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Problem(description: "\(path): no such file or folder")
    }
    guard isFolder.boolValue else {
      try run(file: URL(filePath: path))
      return
    }
    let files = (FileManager.default.subpaths(atPath: path) ?? []).filter { $0.hasSuffix(".json") }
    guard !files.isEmpty else { throw Problem(description: "\(path): no .json files") }
    for file in files.sorted() {
      do throws(Problem) {
        try run(file: URL(filePath: path).appending(path: file))
      } catch { report("passed over: \(error)") }
    }
  }

  /// Runs the cases of one file.
  package mutating func run(file: URL) throws(Problem) {
    let entries: [Datum]
    do {
      entries = try Datum(contentsOf: file).list.orMissing("no list of cases")
    } catch { throw Problem(description: "\(file.relativePath): \(error)") }
    for entry in entries {
      let found: ConformanceCase
      do throws(UnknownDatum) { found = try ConformanceCase(entry) } catch {
        throw Problem(description: "\(file.relativePath): \(error)")
      }
      add(found.run(), of: found)
    }
  }

  private mutating func add(_ verdict: ConformanceCase.Verdict, of found: ConformanceCase) {
    switch verdict {
    case .passed: passed += 1
    case .skipped(let reason):
      skipped += 1
      reasons[reason, default: 0] += 1
    case .failed(let expected, let got):
      failed += 1
      report("\(found.id)")
      report("  expression: \(found.expression)")
      report("  expected:   \(expected)")
      report("  got:        \(got)")
    }
  }

  /// Reports why cases were skipped and, last, how many passed, failed and were skipped.
  package func reportSum() {
    for (reason, count) in reasons.sorted(by: { $0.key < $1.key }) {
      report("skipped \(count): \(reason)")
    }
    report("\(passed) passed, \(failed) failed, \(skipped) skipped")
  }
}
