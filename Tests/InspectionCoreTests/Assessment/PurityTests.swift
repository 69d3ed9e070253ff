import CEL
import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite struct PurityTests {
  @Test("The same values give the same document, in whatever order the dictionaries were filled")
  func dictionaryOrder() throws {
    let names = (0..<40).map { "n\($0).count" }
    let sum = names.joined(separator: " + ")
    let indicators = names.map { Sample.indicator($0, counts: .children) }
    let parts = ParameterValue.list(names.map { .expression($0) })
    let checks = [
      Sample.rule("X", "\(sum) >= 10"), Sample.rule("Y", "n3.count / (n4.count + 7)"),
      Sample.check("Z", "supplied", ["figures": .list(names.map { .name($0) })], partial: .linear),
      Sample.check("W", "sum", ["parts": parts, "total": .expression("n7.count")]),
    ]
    let checklist = Sample.checklist([Sample.area("A", weight: 7, checks)], indicators: indicators)
    var generator = SeededGenerator(seed: 4_711)
    var documents: Set<String> = []
    for _ in 0..<20 {
      var answers: [String: Answer] = Dictionary(
        minimumCapacity: Int.random(in: 1...400, using: &generator))
      for (index, name) in names.enumerated().shuffled(using: &generator) {
        answers[name] = index % 9 == 0 ? .missing : .int(Int64(index % 7))
      }
      let assessment = try Sample.assessment(checklist, answers)
      for audience in Audience.allCases {
        let document = AssessmentDocument(
          assessment, checklist: checklist, digest: "d", audience: audience, language: .vi)
        documents.insert(String(decoding: JSONWriter.canonical(document.json), as: UTF8.self))
      }
    }
    #expect(documents.count == Audience.allCases.count)
  }
}
