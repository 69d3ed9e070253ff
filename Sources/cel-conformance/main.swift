import CELConformance
import Foundation

// Runs CEL's conformance cases in the files and folders given; exit 1 when any failed, 2 when there
// is nothing to run.

let paths = CommandLine.arguments.dropFirst()
if paths.isEmpty || paths.contains("--help") {
  print("usage: swift run cel-conformance PATH…   (files of conformance cases, or folders of them)")
  exit(paths.isEmpty ? 2 : 0)
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
