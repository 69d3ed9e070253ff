import CEL
public import Diagnostics
public import JSON

/// An assessment as a document for one audience in one language; Documentation/score.schema.json
/// describes it.
public struct AssessmentDocument: Sendable {
  /// How much of a document is written.
  public enum Extent: Hashable, Sendable {
    /// All of it.
    case whole
    /// What was found, without what the checklist says of each check and indicator (titles, classes,
    /// remedies, law, how the points came about) and without the answers, which the submission holds.
    /// Documentation/score-line.schema.json describes it; it is for many results, of which each would
    /// repeat its two sources.
    case findings
  }

  let assessment: Assessment
  let checklist: Checklist
  let digest: String
  let disclosure: Disclosure
  let language: Language
  let hidesPoints: Bool
  let standing: Standing
  let grades: ShownGrades

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - assessment: the result.
  ///   - checklist: the checklist it was assessed by.
  ///   - digest: the digest of the frozen checklist, as the host computed it.
  ///   - audience: who will read it.
  ///   - language: the language of titles and reasons.
  public init(
    _ assessment: Assessment, checklist: Checklist, digest: String, audience: Audience,
    language: Language
  ) {
    self.assessment = assessment
    self.checklist = checklist
    self.digest = digest
    self.language = language
    let disclosure = Disclosure(assessment, checklist: checklist, for: audience)
    self.disclosure = disclosure
    var hides = false
    for area in assessment.areas where disclosure.hidesPoints(of: area) { hides = true }
    hidesPoints = hides
    standing = assessment.standing(checklist.scoring)
    grades = ShownGrades(assessment, checklist.scoring, standing.possible, disclosure)
  }

  /// The whole document.
  public var json: JSONValue {
    var tree = JSONTree()
    DocumentWriting(document: self, isWhole: true).write(to: &tree)
    return tree.value
  }

  /// Writes the document.
  public func write(_ extent: Extent = .whole, to text: JSONText) {
    var sink = text
    DocumentWriting(document: self, isWhole: extent == .whole).write(to: &sink)
  }
}

/// Puts a document down in a sink: the one place that says what stands in it.
struct DocumentWriting {
  let document: AssessmentDocument
  /// Whether what the checklist itself says is written too.
  let isWhole: Bool

  var assessment: Assessment { document.assessment }
  var checklist: Checklist { document.checklist }
  var disclosure: Disclosure { document.disclosure }
  var language: Language { document.language }
  var isScored: Bool { document.assessment.isScored }

  func write(to sink: inout some JSONSink) {
    let submission = assessment.submission
    sink.beginObject()
    sink.object("checklist") { sink in
      sink.member("id", text: checklist.id)
      sink.member("version", text: checklist.version)
      sink.member("digest", text: document.digest)
      if isWhole { sink.member("title", .string(checklist.title[language])) }
    }
    sink.member("engine", text: Assessment.engine)
    sink.member("submission", text: submission.id)
    sink.object("unit") { sink in
      sink.member("code", text: submission.unit.code)
      sink.member("name", text: submission.unit.name)
      sink.member("level", text: submission.unit.level)
    }
    sink.object("period") { sink in
      sink.member("from", day: submission.period.from)
      sink.member("to", day: submission.period.to)
    }
    sink.member("asOf", day: assessment.asOf)
    sink.member("audience", text: disclosure.audience.rawValue)
    sink.member("language", text: language.rawValue)
    if isScored { score(to: &sink) } else { sink.member("score", .null) }
    verdicts(to: &sink)
    sink.list("openAnswers", document.standing.openAnswers) { answer, sink in
      openAnswer(answer, to: &sink)
    }
    sink.object("completeness") { sink in
      let completeness = assessment.completeness
      sink.member("answered", .integer(Int64(completeness.answered)))
      sink.member("applicable", .integer(Int64(completeness.applicable)))
      sink.member("percent", percent(completeness.share))
    }
    sink.list("areas", assessment.areas.indices) { place, sink in self.area(place, to: &sink) }
    sink.list("deficiencies", assessment.deficiencies) { item, sink in
      deficiency(item, to: &sink)
    }
    sink.list("requests", assessment.requests) { result, sink in request(result, to: &sink) }
    sink.list("dataRequests", assessment.dataRequests) { request, sink in
      dataRequest(request, to: &sink)
    }
    if !assessment.confirmations.isEmpty {
      sink.list("confirmations", assessment.confirmations) { result, sink in
        confirmation(result, to: &sink)
      }
    }
    if !assessment.plugins.isEmpty {
      sink.list("plugins", assessment.plugins) { record, sink in plugin(record, to: &sink) }
    }
    if let scope = assessment.scope { self.scope(scope, to: &sink) }
    sink.endObject()
  }

  private func scope(_ scope: Scope, to sink: inout some JSONSink) {
    var count = 0
    for area in checklist.areas { count += area.checks.count }
    sink.object("scope") { sink in
      sink.member("theme", scope.theme.map { .string($0) } ?? .null)
      sink.member("title", text: scope.title[language])
      sink.member("checks", .integer(Int64(scope.checks.count)))
      sink.member("of", .integer(Int64(count)))
    }
  }

  private func verdicts(to sink: inout some JSONSink) {
    sink.object("verdicts") { sink in
      for (verdict, count) in assessment.verdictCounts {
        sink.key(verdict.rawValue)
        sink.put(.integer(count))
      }
    }
  }

  private func openAnswer(_ answer: OpenAnswer, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("indicator", text: answer.indicator)
    if isWhole { sink.member("title", title(of: answer.indicator)) }
    sink.member("alone", points: isScored ? answer.alone : nil)
    sink.member("together", points: isScored ? answer.together : nil)
    sink.member("checks", texts: answer.checks)
    sink.endObject()
  }

  // MARK: The score

  private func score(to sink: inout some JSONSink) {
    let score = assessment.score
    sink.object("score") { sink in
      sink.member("points", points: hidden(score.points))
      sink.member("of", points: score.of)
      sink.member("percent", document.hidesPoints ? .null : percent(score.share))
      let grades = document.grades
      sink.member("grade", grades.grade.map { .string($0.id) } ?? .null)
      if isWhole {
        sink.member("gradeTitle", grades.grade.map { .string($0.title[language]) } ?? .null)
      }
      sink.member("withheld", text(grades.withheld))
      sink.list("gates", score.gates) { result, sink in limit(result, to: &sink) }
      sink.list("caps", score.caps) { result, sink in limit(result, to: &sink) }
      possible(to: &sink)
      verified(to: &sink)
      guard !score.zeroLimits.isEmpty else { return }
      sink.list("zeroLimits", score.zeroLimits) { result, sink in
        sink.beginObject()
        sink.member("subject", text: result.subject.rawValue)
        sink.member("id", text: result.id)
        sink.member("grade", text: result.grade)
        sink.member("state", text: result.state.rawValue)
        sink.endObject()
      }
    }
  }

  private func possible(to sink: inout some JSONSink) {
    guard let possible = document.standing.possible else {
      return sink.member("possible", .null)
    }
    sink.object("possible") { sink in
      sink.member("least", points: hidden(possible.least))
      sink.member("greatest", points: hidden(possible.greatest))
      let grades = document.grades
      sink.member("lowestGrade", grades.lowest.map { .string($0.id) } ?? .null)
      sink.member("highestGrade", grades.highest.map { .string($0.id) } ?? .null)
    }
  }

  private func verified(to sink: inout some JSONSink) {
    let verified = document.standing.verified
    sink.object("verified") { sink in
      sink.member("points", points: hidden(verified.points))
      sink.member("of", points: verified.of)
      sink.member("percent", percent(verified.share))
      sink.member("checks", .integer(Int64(verified.checks)))
    }
  }

  private func limit(_ result: LimitResult, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("check", text: result.limit.check)
    sink.member("grade", text: result.limit.grade)
    sink.member("state", text: result.state.rawValue)
    sink.endObject()
  }

  /// Points that would tell a masked figure of some check.
  private func hidden(_ points: Int64) -> Int64? { document.hidesPoints ? nil : points }

  // MARK: Words

  func title(of indicator: String) -> JSONValue {
    .string(assessment.index.title(of: indicator, language))
  }

  func text(_ text: LocalizedText?) -> JSONValue {
    text.map { .string($0[language]) } ?? .null
  }

  func percent(_ share: Rational?) -> JSONValue {
    guard let share else { return .null }
    return .string(share.percentText(maximumDigits: 2))
  }
}

extension Assessment {
  /// How many checks got each verdict.
  fileprivate var verdictCounts: [(verdict: Verdict, count: Int64)] {
    var counts: [(verdict: Verdict, count: Int64)] = Verdict.allCases.map { ($0, 0) }
    for area in areas.indices {
      for check in areas[area].checks.indices {
        let verdict = areas[area].checks[check].verdict
        for place in counts.indices where counts[place].verdict == verdict {
          counts[place].count += 1
        }
      }
    }
    return counts
  }
}

extension JSONSink {
  /// Puts down a member whose value is at hand.
  mutating func member(_ name: StaticString, _ value: JSONValue) {
    key(word: name)
    put(value)
  }

  /// Puts down a member that is a string.
  mutating func member(_ name: StaticString, text: String) {
    key(word: name)
    put(text: text)
  }

  /// Puts down a member that is an amount of points; `null` where there is none.
  mutating func member(_ name: StaticString, points millionths: Int64?) {
    key(word: name)
    guard let millionths else { return put(.null) }
    text { DecimalDigits(millionths: millionths).write(to: &$0) }
  }

  /// Puts down a member that is a date; `null` where there is none.
  mutating func member(_ name: StaticString, day: CivilDate?) {
    key(word: name)
    guard let day else { return put(.null) }
    text { day.writeISO(to: &$0) }
  }

  /// Puts down a member that is a list of strings.
  mutating func member(_ name: StaticString, texts: [String]) {
    key(word: name)
    beginArray()
    for text in texts { put(text: text) }
    endArray()
  }

  /// Puts down a member that is an object.
  mutating func object(_ name: StaticString, _ members: (inout Self) -> Void) {
    key(word: name)
    beginObject()
    members(&self)
    endObject()
  }

  /// Puts down a member that is a list.
  mutating func list<Elements: RandomAccessCollection>(
    _ name: StaticString, _ elements: Elements,
    _ element: (Elements.Element, inout Self) -> Void
  ) {
    key(word: name)
    beginArray()
    for index in elements.indices { element(elements[index], &self) }
    endArray()
  }
}

extension Rational {
  /// The ratio of two amounts of points; nil where the second is zero.
  static func ratio(_ points: Int64, _ of: Int64) -> Rational? {
    guard of > 0 else { return nil }
    do throws(NumberError) {
      return try Rational(numerator: points, denominator: of)
    } catch {
      return nil
    }
  }
}
