import CEL
import Diagnostics
import JSON

/// What a document says of areas, checks and what is to be put right.
extension DocumentWriting {
  func area(_ area: AreaResult, to sink: inout some JSONSink) {
    let hides = !isScored || disclosure.hidesPoints(of: area)
    sink.beginObject()
    sink.member("id", .string(area.id))
    if isWhole { sink.member("title", .string(area.title[language])) }
    sink.member("points", hides ? .null : area.points.pointsJSON)
    sink.member("of", isScored ? area.of.pointsJSON : .null)
    sink.member("percent", hides ? .null : percent(Rational.ratio(area.points, area.of)))
    sink.list("checks", area.checks) { result, sink in check(result, to: &sink) }
    sink.endObject()
  }

  private func check(_ result: CheckResult, to sink: inout some JSONSink) {
    let hides = !isScored || disclosure.hidesPoints(of: result)
    sink.beginObject()
    sink.member("id", .string(result.check.id))
    if isWhole {
      sink.member("title", .string(result.check.title[language]))
      sink.member("kind", .string(result.check.kind))
      sink.member("class", .string(result.check.checkClass.rawValue))
      sink.member("severity", .string(result.check.severity.rawValue))
    }
    sink.member("verdict", .string(result.verdict.rawValue))
    sink.member("points", hides ? .null : result.points.earned.pointsJSON)
    sink.member("of", isScored ? result.points.of.pointsJSON : .null)
    sink.member("reason", .string(disclosure.reason(of: result, language)))
    if isWhole {
      sink.list("inputs", result.inputs) { id, sink in input(id, to: &sink) }
    }
    if isWhole || !result.decidedWithout.isEmpty {
      sink.list("decidedWithout", result.decidedWithout) { id, sink in sink.put(.string(id)) }
    }
    if isWhole {
      if let outcome = result.outcome { self.outcome(outcome, to: &sink) }
      derivation(result, hides, to: &sink)
      citations(result.check, to: &sink)
    }
    sink.endObject()
  }

  private func derivation(_ result: CheckResult, _ hides: Bool, to sink: inout some JSONSink) {
    guard isScored else { return sink.member("derivation", .null) }
    sink.object("derivation") { sink in
      sink.member("nominal", result.points.nominal.pointsJSON)
      sink.member("redistributed", result.points.redistributed.pointsJSON)
      sink.member("credit", hides ? .null : result.credit.json)
      sink.member("policy", result.points.policy.map { .string($0.rawValue) } ?? .null)
    }
  }

  private func input(_ id: String, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("indicator", .string(id))
    sink.member("title", title(of: id))
    if let answer = assessment.answers[id] {
      self.answer(answer, to: id, &sink)
    } else {
      sink.member("value", .null)
      sink.member("text", text(AnswerText.unanswered))
    }
    sink.endObject()
  }

  private func answer(_ answer: Answer, to id: String, _ sink: inout some JSONSink) {
    let isMasked = disclosure.masks(id)
    let isWithheld = isMasked || disclosure.hidesText(of: answer, id)
    sink.member("value", isWithheld ? words(answer, id) : answer.plainValue)
    sink.member(
      "qualifier", .string(answer.isAnswered ? answer.qualifier.rawValue : "missing"))
    sink.member("text", words(answer, id))
    sink.member("masked", .bool(isMasked))
    if let source = answer.source { sink.member("source", .string(source)) }
    if !disclosure.hidesFreeText, let place = answer.place {
      sink.member("place", .string(place))
    }
    sink.member("basis", .string(answer.basis.rawValue))
  }

  private func words(_ answer: Answer, _ id: String) -> JSONValue {
    .string(disclosure.text(answer, assessment.index[id], language))
  }

  private func citations(_ check: Check, to sink: inout some JSONSink) {
    sink.list("citations", check.cites) { reference, sink in
      let line = CitationLine(reference, in: checklist, during: assessment.submission.period)
      sink.beginObject()
      sink.member("id", .string(reference.text))
      sink.member("text", .string(line.text(language)))
      sink.member("verified", .bool(line.isVerified))
      sink.member("inForce", .bool(line.isInForce))
      sink.endObject()
    }
  }

  // MARK: What is to be done

  func deficiency(_ deficiency: Deficiency, to sink: inout some JSONSink) {
    let check = deficiency.check
    let due = deficiency.due
    sink.beginObject()
    sink.member("check", .string(check.id))
    if isWhole {
      sink.member("title", .string(check.title[language]))
      sink.member("severity", .string(check.severity.rawValue))
      sink.member("class", .string(check.checkClass.rawValue))
    }
    sink.member("finding", .string(deficiency.word.rawValue))
    if isWhole {
      let verdict = assessment.result(of: check.id)?.verdict ?? .unmet
      sink.member("findingTitle", text(deficiency.word.head(verdict)))
    }
    sink.member("confirmedOn", day(deficiency.confirmation?.date))
    sink.member("due", day(due?.due))
    sink.member("sendBy", day(due?.sendBy))
    sink.member("computed", day(deficiency.computed?.due))
    sink.member("provisional", .bool(due?.isProvisional ?? false))
    sink.member("basis", text(due?.derivation ?? deficiency.problem))
    if let request = deficiency.request {
      asked(request, to: &sink)
    } else {
      sink.member("request", .null)
    }
    if isWhole {
      sink.member("remedy", text(check.remedy.text))
      sink.member("reason", .string(reason(of: deficiency)))
      citations(check, to: &sink)
    }
    sink.endObject()
  }

  func request(_ result: RequestResult, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("check", .string(result.request.check))
    asked(result.request, to: &sink)
    sink.member("verdict", .string(result.verdict.rawValue))
    sink.member("due", day(result.due?.due))
    sink.member("sendBy", day(result.due?.sendBy))
    sink.member("provisional", .bool(result.due?.isProvisional ?? false))
    sink.member("basis", text(result.due?.derivation ?? result.problem))
    sink.endObject()
  }

  func confirmation(_ result: ConfirmationResult, to sink: inout some JSONSink) {
    let confirmation = result.confirmation
    sink.beginObject()
    sink.member("check", .string(confirmation.check))
    sink.member("on", day(confirmation.date))
    sink.member("by", disclosure.hidesFreeText ? .null : text(confirmation.by))
    sink.member("effect", .string(result.effect.rawValue))
    sink.endObject()
  }

  private func asked(_ request: TeamRequest, to sink: inout some JSONSink) {
    sink.object("request") { sink in
      sink.member(
        "text", disclosure.hidesFreeText ? .null : .string(request.text[language]))
      sink.member("asked", day(request.asked))
      sink.member("within", .string(request.within.canonical))
    }
  }

  func dataRequest(_ request: DataRequest, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("check", .string(request.check.id))
    sink.list("indicators", request.indicators) { id, sink in
      sink.beginObject()
      sink.member("id", .string(id))
      if isWhole { sink.member("title", title(of: id)) }
      sink.endObject()
    }
    sink.endObject()
  }

  private func reason(of deficiency: Deficiency) -> String {
    guard let result = assessment.result(of: deficiency.check.id) else { return "" }
    return disclosure.reason(of: result, language)
  }

  private func day(_ date: CivilDate?) -> JSONValue {
    date.map { .string($0.iso) } ?? .null
  }
}
