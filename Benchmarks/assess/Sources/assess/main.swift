import CEL
import ChecklistFormat
import Foundation
import InspectionCore

// Times `assess` alone on a checklist of 200 checks, in one process and on one thread: what one
// assessment costs once the checklist is loaded, and whether memory grows with the number done.
//
// Run: Benchmarks/generate pack 200 /tmp/pack &&
//      swift run -c release --package-path Benchmarks/assess assess /tmp/pack/checklist.yaml

let arguments = CommandLine.arguments
guard arguments.count == 2 else {
  print("assess PATH-OF-CHECKLIST")
  exit(2)
}
let pack = try PackLoader.load(arguments[1])
guard let compiled = pack.compiled else {
  print("\(arguments[1]): has errors; soat lint tells them")
  exit(1)
}
let checklist = compiled.checklist
guard let context = CivilDate(iso: "2025-01-10").map({ AssessmentContext(asOf: $0) }),
  let from = CivilDate(iso: "2024-01-01"), let to = CivilDate(iso: "2024-12-31"),
  let period = Period(from: from, to: to)
else { exit(1) }

/// Submissions that answer nine in ten indicators, each otherwise.
func submissions(_ count: Int) -> [Submission] {
  var state: UInt64 = 1
  func random(_ bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }
  return (0..<count).map { number in
    var answers: [String: Answer] = [:]
    for indicator in checklist.indicators where random(10) > 0 {
      let value: AnswerValue =
        indicator.type == .bool
        ? .bool(random(4) > 0) : .number(Number(Int64(random(400))))
      answers[indicator.id] = Answer(value, source: "t1", place: "Mục \(random(9))")
    }
    return Submission(
      id: "s-\(number)", checklist: checklist.reference,
      unit: InspectedUnit(code: "u/\(number)", name: "Xã \(number)", level: "commune"),
      period: period, answers: answers)
  }
}

/// The processor time that this thread has used, in microseconds; unlike wall time it does not count
/// what else the machine does.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

/// The process's resident memory in KB.
func residentMemory() -> Int {
  guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
    let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
  else { return 0 }
  return pages * Int(getpagesize()) / 1024
}

let given = submissions(64)
let checks = checklist.areas.reduce(0) { $0 + $1.checks.count }
print("\(checks) checks, \(checklist.indicators.count) indicators, \(given.count) submissions")
print("assessed   µs of processor each (median, least, greatest of 100 runs)   resident KB")
var decided = 0
var done = 0
for _ in 1...5 {
  var times: [Double] = []
  for _ in 0..<100 {
    let started = processorTime()
    for submission in given {
      decided += assess(compiled, submission, context).completeness.answered
    }
    times.append((processorTime() - started) / Double(given.count))
  }
  done += 100 * given.count
  times.sort()
  let figures = [times[50], times[0], times[99]].map { String(format: "%9.1f", $0) }
  print(
    "\(done)".padding(toLength: 8, withPad: " ", startingAt: 0), figures.joined(separator: " "),
    "        \(residentMemory())")
}
print("\(decided) checks decided")
