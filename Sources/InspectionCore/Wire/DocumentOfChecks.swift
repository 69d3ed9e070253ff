import CEL
import Diagnostics
import JSON

/// What a document says of areas, checks and what is to be put right.
extension DocumentWriting {
  func area(_ place: Int, to sink: inout some JSONSink) {
    let area = assessment.areas[place]
    let hides = !isScored || disclosure.hidesPoints(of: area)
    sink.beginObject()
    sink.member("id", text: area.id)
    if isWhole { sink.member("title", text: area.title[language]) }
    sink.member("points", points: hides ? nil : area.points)
    sink.member("of", points: isScored ? area.of : nil)
    sink.member("percent", hides ? .null : percent(Rational.ratio(area.points, area.of)))
    sink.list("checks", area.checks.indices) { place, sink in
      check(place, of: area.checks, to: &sink)
    }
    sink.endObject()
  }

  /// Writes the result at a place; it is large to copy.
  private func check(_ place: Int, of results: [CheckResult], to sink: inout some JSONSink) {
    let hides =
      !isScored || (disclosure.hidesSome && disclosure.hidesPoints(of: results[place]))
    sink.beginObject()
    sink.member("id", text: results[place].shared.check.id)
    if isWhole { title(of: results[place].shared.check, to: &sink) }
    sink.member("verdict", text: results[place].verdict.rawValue)
    sink.member("points", points: hides ? nil : results[place].points.earned)
    sink.member("of", points: isScored ? results[place].points.of : nil)
    sink.key(word: "reason")
    sink.text { sink in
      if disclosure.hidesSome {
        disclosure.write(reasonOf: results[place], language, to: &sink)
      } else {
        disclosure.write(results[place].reason, language, to: &sink)
      }
    }
    if isWhole {
      derived(results[place], hides, to: &sink)
    } else if !results[place].decidedWithout.isEmpty {
      sink.member("decidedWithout", texts: results[place].decidedWithout)
    }
    sink.endObject()
  }

  /// What the checklist says of a check.
  private func title(of check: Check, to sink: inout some JSONSink) {
    sink.member("title", text: check.title[language])
    sink.member("kind", text: check.kind)
    sink.member("class", text: check.checkClass.rawValue)
    sink.member("severity", text: check.severity.rawValue)
  }

  /// From what a result comes.
  private func derived(_ result: CheckResult, _ hides: Bool, to sink: inout some JSONSink) {
    sink.list("inputs", result.inputs) { id, sink in input(id, to: &sink) }
    sink.member("decidedWithout", texts: result.decidedWithout)
    if let outcome = result.outcome { self.outcome(outcome, to: &sink) }
    derivation(result, hides, to: &sink)
    citations(result.check, to: &sink)
  }

  private func derivation(_ result: CheckResult, _ hides: Bool, to sink: inout some JSONSink) {
    guard isScored else { return sink.member("derivation", .null) }
    sink.object("derivation") { sink in
      sink.member("nominal", points: result.points.nominal)
      sink.member("redistributed", points: result.points.redistributed)
      sink.member("credit", hides ? .null : result.credit.json)
      sink.member("policy", result.points.policy.map { .string($0.rawValue) } ?? .null)
    }
  }

  private func input(_ id: String, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("indicator", text: id)
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
      sink.member("place", text: place)
    }
    sink.member("basis", text: answer.basis.rawValue)
  }

  private func words(_ answer: Answer, _ id: String) -> JSONValue {
    .string(disclosure.text(answer, assessment.index[id], language))
  }

  private func citations(_ check: Check, to sink: inout some JSONSink) {
    sink.list("citations", check.cites) { reference, sink in
      let line = CitationLine(reference, in: checklist, during: assessment.submission.period)
      sink.beginObject()
      sink.member("id", text: reference.text)
      sink.member("text", text: line.text(language))
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
    sink.member("check", text: check.id)
    if isWhole {
      sink.member("title", text: check.title[language])
      sink.member("severity", text: check.severity.rawValue)
      sink.member("class", text: check.checkClass.rawValue)
    }
    sink.member("finding", text: deficiency.word.rawValue)
    if isWhole {
      let verdict = assessment.result(of: check.id)?.verdict ?? .unmet
      sink.member("findingTitle", text(deficiency.word.head(verdict)))
    }
    sink.member("confirmedOn", day: deficiency.confirmation?.date)
    sink.member("due", day: due?.due)
    sink.member("sendBy", day: due?.sendBy)
    sink.member("computed", day: deficiency.computed?.due)
    sink.member("provisional", .bool(due?.isProvisional ?? false))
    sink.member("basis", text(due?.derivation ?? deficiency.problem))
    if let request = deficiency.request {
      asked(request, to: &sink)
    } else {
      sink.member("request", .null)
    }
    if isWhole {
      sink.member("remedy", text(check.remedy.text))
      sink.member("reason", text: reason(of: deficiency))
      citations(check, to: &sink)
    }
    sink.endObject()
  }

  func request(_ result: RequestResult, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("check", text: result.request.check)
    asked(result.request, to: &sink)
    sink.member("verdict", text: result.verdict.rawValue)
    sink.member("due", day: result.due?.due)
    sink.member("sendBy", day: result.due?.sendBy)
    sink.member("provisional", .bool(result.due?.isProvisional ?? false))
    sink.member("basis", text(result.due?.derivation ?? result.problem))
    sink.endObject()
  }

  func confirmation(_ result: ConfirmationResult, to sink: inout some JSONSink) {
    let confirmation = result.confirmation
    sink.beginObject()
    sink.member("check", text: confirmation.check)
    sink.member("on", day: confirmation.date)
    sink.member("by", disclosure.hidesFreeText ? .null : text(confirmation.by))
    sink.member("effect", text: result.effect.rawValue)
    sink.endObject()
  }

  private func asked(_ request: TeamRequest, to sink: inout some JSONSink) {
    sink.object("request") { sink in
      sink.member(
        "text", disclosure.hidesFreeText ? .null : .string(request.text[language]))
      sink.member("asked", day: request.asked)
      sink.member("within", request.within.map { .string($0.canonical) } ?? .null)
    }
  }

  func dataRequest(_ request: DataRequest, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("check", text: request.check.id)
    sink.list("indicators", request.indicators) { id, sink in
      sink.beginObject()
      sink.member("id", text: id)
      if isWhole { sink.member("title", title(of: id)) }
      sink.endObject()
    }
    sink.endObject()
  }

  private func reason(of deficiency: Deficiency) -> String {
    guard let result = assessment.result(of: deficiency.check.id) else { return "" }
    return disclosure.reason(of: result, language)
  }
}
