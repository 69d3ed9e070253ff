import CEL
public import Diagnostics
public import JSON

/// An assessment as a document for one audience in one language; Documentation/score.schema.json
/// describes it.
public struct AssessmentDocument: Sendable {
  private let assessment: Assessment
  private let checklist: Checklist
  private let digest: String
  private let disclosure: Disclosure
  private let language: Language
  private let indicators: [String: Indicator]
  private let hidesPoints: Bool

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
    var indicators: [String: Indicator] = [:]
    for indicator in assessment.indicators { indicators[indicator.id] = indicator }
    self.indicators = indicators
    var hides = false
    for area in assessment.areas {
      for result in area.checks where disclosure.hidesPoints(of: result) { hides = true }
    }
    hidesPoints = hides
  }

  /// The document.
  public var json: JSONValue {
    let submission = assessment.submission
    return [
      "checklist": [
        "id": .string(checklist.id), "version": .string(checklist.version),
        "digest": .string(digest), "title": .string(checklist.title[language]),
      ],
      "engine": .string(Assessment.engine),
      "submission": .string(submission.id),
      "unit": [
        "code": .string(submission.unit.code), "name": .string(submission.unit.name),
        "level": .string(submission.unit.level),
      ],
      "period": submission.period.json,
      "asOf": .string(assessment.asOf.iso),
      "audience": .string(disclosure.audience.rawValue),
      "language": .string(language.rawValue),
      "score": score,
      "completeness": [
        "answered": .integer(Int64(assessment.completeness.answered)),
        "applicable": .integer(Int64(assessment.completeness.applicable)),
        "percent": percent(assessment.completeness.share),
      ],
      "areas": assessment.areas.json(area),
      "deficiencies": assessment.deficiencies.json(deficiency),
      "requests": assessment.requests.json(request),
      "dataRequests": assessment.dataRequests.json { request in
        [
          "check": .string(request.check.id),
          "indicators": request.indicators.json { id in
            ["id": .string(id), "title": .string(indicators[id]?.title[language] ?? id)]
          },
        ]
      },
    ]
  }

  private var score: JSONValue {
    let score = assessment.score
    var object: JSONObject = [
      "points": hidesPoints ? .null : score.points.pointsJSON,
      "of": score.of.pointsJSON,
      "percent": hidesPoints ? .null : percent(score.share),
      "grade": score.grade.map { .string($0.id) } ?? .null,
      "gradeTitle": score.grade.map { .string($0.title[language]) } ?? .null,
      "withheld": score.withheld.map { .string($0[language]) } ?? .null,
      "gates": score.gates.json(limit), "caps": score.caps.json(limit),
    ]
    if !score.zeroLimits.isEmpty {
      object["zeroLimits"] = score.zeroLimits.json { result in
        [
          "subject": .string(result.subject.rawValue), "id": .string(result.id),
          "grade": .string(result.grade), "state": .string(result.state.rawValue),
        ]
      }
    }
    return .object(object)
  }

  private func limit(_ result: LimitResult) -> JSONValue {
    [
      "check": .string(result.limit.check), "grade": .string(result.limit.grade),
      "state": .string(result.state.rawValue),
    ]
  }

  private func area(_ area: AreaResult) -> JSONValue {
    var hides = false
    for result in area.checks where disclosure.hidesPoints(of: result) { hides = true }
    let share = Rational.ratio(area.points, area.of)
    return [
      "id": .string(area.id), "title": .string(area.title[language]),
      "points": hides ? .null : area.points.pointsJSON, "of": area.of.pointsJSON,
      "percent": hides ? .null : percent(share), "checks": area.checks.json(check),
    ]
  }

  private func check(_ result: CheckResult) -> JSONValue {
    let hides = disclosure.hidesPoints(of: result)
    return [
      "id": .string(result.check.id), "title": .string(result.check.title[language]),
      "kind": .string(result.check.kind), "class": .string(result.check.checkClass.rawValue),
      "severity": .string(result.check.severity.rawValue),
      "verdict": .string(result.verdict.rawValue),
      "points": hides ? .null : result.points.earned.pointsJSON,
      "of": result.points.of.pointsJSON,
      "reason": .string(disclosure.reason(of: result, language)),
      "inputs": result.inputs.json(input),
      "decidedWithout": result.decidedWithout.json { .string($0) },
      "derivation": [
        "nominal": result.points.nominal.pointsJSON,
        "redistributed": result.points.redistributed.pointsJSON,
        "credit": hides ? .null : result.credit.json,
        "policy": result.points.policy.map { .string($0.rawValue) } ?? .null,
      ],
      "citations": result.check.cites.json(citation),
    ]
  }

  private func input(_ id: String) -> JSONValue {
    let indicator = indicators[id]
    var object: JSONObject = [
      "indicator": .string(id), "title": .string(indicator?.title[language] ?? id),
    ]
    let isMasked = disclosure.masked.contains(id)
    guard let answer = assessment.answers[id] else {
      object["value"] = .null
      object["text"] = .string(AnswerText.unanswered[language])
      return .object(object)
    }
    object["value"] =
      isMasked || disclosure.hidesText(of: answer, indicator)
      ? .string(disclosure.text(answer, indicator, language)) : answer.plainValue
    object["qualifier"] = .string(answer.isAnswered ? answer.qualifier.rawValue : "missing")
    object["text"] = .string(disclosure.text(answer, indicator, language))
    object["masked"] = .bool(isMasked)
    object.put("source", answer.source.map { .string($0) })
    if !disclosure.hidesFreeText { object.put("place", answer.place.map { .string($0) }) }
    object["basis"] = .string(answer.basis.rawValue)
    return .object(object)
  }

  private func request(_ result: RequestResult) -> JSONValue {
    [
      "check": .string(result.request.check), "request": asked(result.request),
      "verdict": .string(result.verdict.rawValue),
      "due": result.due.map { .string($0.due.iso) } ?? .null,
      "sendBy": result.due.map { .string($0.sendBy.iso) } ?? .null,
      "provisional": .bool(result.due?.isProvisional ?? false),
      "basis": (result.due?.derivation ?? result.problem).map { .string($0[language]) } ?? .null,
    ]
  }

  private func asked(_ request: TeamRequest) -> JSONValue {
    [
      "text": disclosure.hidesFreeText ? .null : .string(request.text[language]),
      "asked": .string(request.asked.iso),
      "within": .string(request.within.canonical),
    ]
  }

  private func deficiency(_ deficiency: Deficiency) -> JSONValue {
    let check = deficiency.check
    let due = deficiency.due
    return [
      "check": .string(check.id), "title": .string(check.title[language]),
      "severity": .string(check.severity.rawValue), "class": .string(check.checkClass.rawValue),
      "due": due.map { .string($0.due.iso) } ?? .null,
      "sendBy": due.map { .string($0.sendBy.iso) } ?? .null,
      "computed": deficiency.computed.map { .string($0.due.iso) } ?? .null,
      "provisional": .bool(due?.isProvisional ?? false),
      "basis": (due?.derivation ?? deficiency.problem).map { .string($0[language]) } ?? .null,
      "request": deficiency.request.map(asked) ?? .null,
      "remedy": check.remedy.text.map { .string($0[language]) } ?? .null,
      "reason": .string(reason(of: deficiency)),
      "citations": check.cites.json(citation),
    ]
  }

  private func reason(of deficiency: Deficiency) -> String {
    guard let result = assessment.result(of: deficiency.check.id) else { return "" }
    return disclosure.reason(of: result, language)
  }

  private func citation(_ reference: CitationReference) -> JSONValue {
    let line = CitationLine(reference, in: checklist, during: assessment.submission.period)
    return [
      "id": .string(reference.text), "text": .string(line.text(language)),
      "verified": .bool(line.isVerified), "inForce": .bool(line.isInForce),
    ]
  }

  private func percent(_ share: Rational?) -> JSONValue {
    guard let share else { return .null }
    return .string(share.percentText(maximumDigits: 2))
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
