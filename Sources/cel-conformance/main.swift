import CELConformance
import Foundation

// Runs CEL's conformance cases in the files and folders given; exit 1 when any failed, 2 when there
// is nothing to run. With --values, evaluates the expressions of standard input, one a line.

let paths = CommandLine.arguments.dropFirst()
if paths.isEmpty || paths.contains("--help") {
  print("usage: swift run cel-conformance PATH…   (files of conformance cases, or folders of them)")
  print("       swift run cel-conformance --values BINDINGS.json   (expressions on standard input)")
  exit(paths.isEmpty ? 2 : 0)
}
if paths.first == "--values", let bindings = paths.dropFirst().first {
  let listing: ValueListing
  do { listing = try ValueListing(bindings: URL(filePath: bindings)) } catch {
    FileHandle.standardError.write(Data("cel-conformance: \(bindings): \(error)\n".utf8))
    exit(2)
  }
  while let expression = readLine() { print(listing.line(expression)) }
  exit(0)
}
var run = ConformanceRun { print($0) }
for path in paths {
  do throws(ConformanceRun.Problem) {
    try run.run(path: path)
  } catch {
    FileHandle.standardError.write(Data("cel-conformance: \(error)\n".utf8))
    exit(2)
  }
}
run.reportSum()
exit(run.isClean ? 0 : 1)
