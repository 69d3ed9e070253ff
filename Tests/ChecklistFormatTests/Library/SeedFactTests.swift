import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("The worked submissions hold every figure of their documents, and none besides")
struct SeedFactTests {
  private static let all: [String: Submission] = {
    var found: [String: Submission] = [:]
    for submission in (try? loadedSubmissions(in: "examples")) ?? [] {
      found[submission.id] = submission
    }
    return found
  }()

  private func submission(_ id: String) throws -> Submission {
    try #require(Self.all[id], "there is no worked submission \(id)")
  }

  @Test("A figure stands as the document states it, with source and place", arguments: seedFacts)
  func figure(_ fact: SeedFact) throws {
    let submission = try submission(fact.submission)
    let answer = try #require(submission.answers[fact.indicator])
    #expect(fact.agrees(with: answer), "\(answer)")
    #expect(submission.documents.contains { $0.id == answer.source })
    #expect(answer.place?.isEmpty == false)
  }

  @Test("Nothing is answered that is not on the list", arguments: seedNotes.keys.sorted())
  func nothingElse(id: String) throws {
    let listed = Set(seedFacts.filter { $0.submission == id }.map(\.indicator))
    let answered = try Set(submission(id).answers.filter { $0.value.isAnswered }.keys)
    #expect(answered.subtracting(listed) == [])
  }

  @Test("Page counters, numbers of documents and sums of ours are no answers")
  func strays() throws {
    for (id, numbers) in strayNumbers {
      let submission = try submission(id)
      let answers = submission.answers.values + submission.earlier.flatMap { $0.answers.values }
      for number in numbers {
        #expect(!answers.contains { $0.stated ?? $0.exact == Rational(number) }, "\(id): \(number)")
      }
    }
  }

  @Test(
    "Shortcomings, wishes, traps and documents are in the notes or the requests",
    arguments: seedNotes.keys.sorted())
  func notes(id: String) throws {
    let submission = try submission(id)
    let text = (submission.notes + submission.requests.map(\.text)).map(\.vi).joined(
      separator: "\n")
    for words in seedNotes[id] ?? [] { #expect(text.contains(words), "\(words)") }
  }

  @Test("Of the team's requests one has a date: before 10/11/2024, asked on 31/10/2024")
  func request() throws {
    let requests = try submission("thach-that-2024").requests
    #expect(requests.map(\.check) == ["BC-02", "BC-05", "VV-08", "BC-09"])
    let limit = TimeLimit.before(try #require(CivilDate(iso: "2024-11-10")))
    #expect(requests.map(\.within) == [limit, nil, nil, nil])
    for request in requests {
      #expect(request.asked == CivilDate(iso: "2024-10-31"))
      #expect(request.source == "t1" && request.place?.isEmpty == false)
    }
    for id in ["khoai-chau-2019", "dai-dong-2024", "ba-to-2024", "son-long-2024"] {
      #expect(try submission(id).requests.isEmpty)
    }
  }

  @Test("What a report tells of the year before stands under that year")
  func earlier() throws {
    let previous = try #require(try submission("ba-to-2024").previous)
    #expect(previous.period == Period(iso: "2023-01-01/2023-12-31"))
    let answer = try #require(previous.answers["directives.issued"])
    #expect(answer.qualifier == .atLeast && answer.stated == Rational(3))
    #expect(answer.source == "b2" && answer.place?.isEmpty == false)
  }

  @Test("A document without a day on it has none here")
  func dates() throws {
    for id in ["ba-to-2024", "son-long-2024"] {
      #expect(try submission(id).documents.allSatisfy { $0.date == nil })
    }
    #expect(
      try submission("khoai-chau-2019").documents.map(\.date) == [CivilDate(iso: "2019-12-15")])
    #expect(
      try submission("thach-that-2024").documents.map(\.date) == [CivilDate(iso: "2024-11-01")])
  }
}

extension Answer {
  fileprivate var exact: Rational? {
    if case .number(let number) = value { number.exactValue } else { nil }
  }
}
