/// The conformance cases that do not pass, each with its reason; see ``ConformanceTests``.
let skippedCases: [String: String] = {
  var cases: [String: String] = [:]
  for line in skippedList.split(separator: "\n") {
    let parts = line.split(separator: " ", maxSplits: 1)
    cases[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
  }
  return cases
}()

private let skippedList = """
  """
