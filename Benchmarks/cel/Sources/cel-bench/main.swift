import CEL
import Diagnostics

// cel-bench                 medians of all cases, in nanoseconds
// cel-bench CASE COUNT      one case that many times, silently, for valgrind

struct Case {
  let name: String
  let run: (Int) -> Bool
}

func holds(_ outcome: Outcome, _ literal: String) -> Bool {
  if case .value(let value) = outcome { return value.literal == literal }
  return false
}

func record(_ pairs: [(String, Value)]) -> Value { .map(MapValue(pairs)) }

let compared = "indicators.communes_with_board == indicators.communes"
let looped =
  "staff.filter(s, s.dedicated).size() >= 1 && staff.all(s, s.trained_hours >= 8)"
let graded =
  "double(a)/double(b) >= 0.95 ? 10 : (double(a)/double(b) >= 0.8 ? 6 : 0)"

let indicators = record(
  (0..<38).map { ("indicator_number_\($0)", Value.int(Int64($0))) } + [
    ("communes", .int(27)), ("communes_with_board", .int(27)),
  ])
let staff = Value.list(
  (0..<27).map { number in
    record([
      ("id", .string("staff-\(number)")), ("dedicated", .bool(true)),
      ("trained_hours", .int(Int64(8 + number % 5))), ("commune", .string("commune-\(number)")),
    ])
  })

func evaluated(
  _ name: String, _ expression: String, _ types: [(String, ValueType)], _ values: [String: Value],
  _ result: String, traced: Bool = false, bound: Bool = false
) throws -> Case {
  var environment = Environment()
  for (name, type) in types { environment.declare(variable: name, as: type) }
  let program = try environment.compile(expression)
  let activation = Activation(values)
  var bindings = Bindings(environment)
  for (name, value) in values { bindings.set(value, for: name) }
  let tracing = program.traced()
  return Case(name: name) { [bindings] count in
    var good = true
    if bound {
      for _ in 0..<count {
        if case .value = program.evaluate(bindings) {} else { good = false }
      }
    } else if traced {
      for _ in 0..<count {
        if case .value = tracing.trace(bindings).outcome {} else { good = false }
      }
    } else {
      for _ in 0..<count {
        if case .value = program.evaluate(activation) {} else { good = false }
      }
    }
    return good && holds(program.evaluate(activation), result)
  }
}

func compiled() -> Case {
  var environment = Environment()
  environment.declare(variable: "staff", as: .list(.map(.string, .dyn)))
  return Case(name: "d") { [environment] count in
    for _ in 0..<count {
      guard let parsed = try? environment.parse(SourceText(name: "", text: looped)),
        let checked = try? environment.check(parsed), checked.resultType == .bool
      else { return false }
    }
    return true
  }
}

let cases = try [
  evaluated(
    "a-maps", compared, [("indicators", .map(.string, .dyn))], ["indicators": indicators], "true"),
  evaluated(
    "a-slots", compared,
    [("indicators.communes_with_board", .int), ("indicators.communes", .int)],
    ["indicators.communes_with_board": .int(27), "indicators.communes": .int(27)], "true"),
  evaluated("b", looped, [("staff", .list(.map(.string, .dyn)))], ["staff": staff], "true"),
  evaluated(
    "b-traced", looped, [("staff", .list(.map(.string, .dyn)))], ["staff": staff], "true",
    traced: true),
  evaluated(
    "c", graded, [("a", .dyn), ("b", .dyn)], ["a": .int(25), "b": .int(27)], "6"),
  evaluated(
    "c-bound", graded, [("a", .dyn), ("b", .dyn)], ["a": .int(25), "b": .int(27)], "6",
    bound: true),
  evaluated(
    "a-maps-bound", compared, [("indicators", .map(.string, .dyn))], ["indicators": indicators],
    "true", bound: true),
  evaluated(
    "a-slots-bound", compared,
    [("indicators.communes_with_board", .int), ("indicators.communes", .int)],
    ["indicators.communes_with_board": .int(27), "indicators.communes": .int(27)], "true",
    bound: true),
  compiled(),
]

func median(_ one: Case) -> Double {
  let clock = ContinuousClock()
  var count = 1
  while true {
    let time = clock.measure { precondition(one.run(count), "wrong result") }
    if time > .milliseconds(5) { break }
    count *= 2
  }
  var samples: [Double] = []
  for _ in 0..<21 {
    let time = clock.measure { precondition(one.run(count), "wrong result") }
    samples.append(
      (Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9)
        / Double(count))
  }
  samples.sort()
  return samples[samples.count / 2]
}

let arguments = CommandLine.arguments
if arguments.count == 3, let count = Int(arguments[2]) {
  for one in cases where one.name == arguments[1] {
    precondition(one.run(count), "wrong result")
  }
} else {
  for one in cases {
    let time = Int(median(one) * 10)
    print("\(one.name)\t\(time / 10).\(time % 10) ns")
  }
}
