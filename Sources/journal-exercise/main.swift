import Glibc

// What Scripts/crash-test and Benchmarks/journal drive; not a product.

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch arguments.first {
  case "work": try Work(arguments).run()
  case "check": try Check(arguments).run()
  case "measure": try Measurement(arguments).run()
  case "track": try Tracking(arguments).run()
  default:
    say(
      "usage: journal-exercise work DATABASE SEED | check DATABASE ACKNOWLEDGED | measure … | track …"
    )
    exit(64)
  }
} catch let refusal as Refusal {
  say("refused \(refusal.text)")
  exit(1)
}
