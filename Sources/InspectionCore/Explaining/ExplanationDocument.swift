import CEL
public import Diagnostics
public import JSON

/// An explanation as a document in one language, for the team and the unit;
/// Documentation/explain.schema.json describes it. Points are decimals in texts, all six places kept.
public struct ExplanationDocument: Sendable {
  private let assessment: Assessment
  private let compiled: CompiledChecklist
  private let language: Language
  private let words: ExplanationWords

  /// Creates a document of an assessment by a checklist.
  public init(_ assessment: Assessment, checklist: CompiledChecklist, language: Language) {
    self.assessment = assessment
    compiled = checklist
    self.language = language
    words = ExplanationWords(checklist, language)
  }

  private var checklist: Checklist { compiled.checklist }

  /// What both documents say of the assessment.
  private var head: JSONObject {
    let submission = assessment.submission
    return [
      "checklist": ["id": .string(checklist.id), "version": .string(checklist.version)],
      "submission": .string(submission.id),
      "unit": ["code": .string(submission.unit.code), "name": .string(submission.unit.name)],
      "period": submission.period.json, "asOf": .string(assessment.asOf.iso),
      "language": .string(language.rawValue),
    ]
  }

  // MARK: One check

  /// The explanation of one check.
  public func json(_ explanation: CheckExplanation) -> JSONValue {
    let result = explanation.result
    let check = result.check
    let disclosure = Disclosure(assessment, checklist: checklist, for: .team)
    var object = head
    object["check"] = [
      "id": .string(check.id), "title": .string(check.title[language]),
      "kind": .string(check.kind), "class": .string(check.checkClass.rawValue),
      "severity": .string(check.severity.rawValue),
    ]
    object["inputs"] = result.inputs.json(input)
    object["rule"] = rule(explanation)
    object.put("plugin", result.outcome.map(plugin))
    object["verdict"] = .string(result.verdict.rawValue)
    object["reason"] = .string(disclosure.reason(of: result, language))
    object["decidedWithout"] = result.decidedWithout.json { .string($0) }
    object["wanting"] = result.wanting.json { .string($0) }
    object["points"] = assessment.isScored ? points(explanation) : .null
    object["limits"] = explanation.limits.json(limit)
    object["finding"] = explanation.deficiency.map { finding($0, explanation) } ?? .null
    object["confirmation"] = text(explanation.confirmation?.effect.rawValue)
    object["citations"] = check.cites.json(citation)
    return .object(object)
  }

  private func input(_ id: String) -> JSONValue {
    let indicator = assessment.indicators.first { $0.id == id }
    let answer = assessment.answers[id]
    let documents = assessment.submission.documents
    let source = answer?.source
    return [
      "indicator": .string(id), "title": .string(indicator?.title[language] ?? id),
      "text": .string(
        answer.map { AnswerText(language).text($0, indicator) }
          ?? AnswerText.unanswered[language]),
      "source": text(source),
      "document": text(documents.first { $0.id == source }?.title[language]),
      "place": text(answer?.place), "basis": text(answer?.basis.rawValue),
    ]
  }

  private func plugin(_ outcome: PluginOutcome) -> JSONValue {
    var tree = JSONTree()
    outcome.write(language, to: &tree)
    return tree.value
  }

  private func rule(_ explanation: CheckExplanation) -> JSONValue {
    let check = explanation.result.check
    return [
      "parameters": check.parameters.keys.sorted().json { name in
        [
          "name": .string(name), "title": text(words.title(ofParameter: name, of: check)),
          "text": .string(words.text(ofParameter: name, of: check)),
        ]
      },
      "condition": explanation.condition.map(trace) ?? .null,
      "expressions": explanation.expressions.json(trace),
      "rows": explanation.rows.map(rows) ?? .null,
    ]
  }

  private func trace(_ trace: ExpressionTrace) -> JSONValue {
    [
      "parameter": .string(trace.parameter), "previous": .bool(trace.isOfPeriodBefore),
      "text": .string(trace.text), "value": .string(words.text(trace.value, of: trace.text)),
      "remaining": text(trace.remaining), "steps": trace.steps.json(step),
      "leftOut": .integer(Int64(trace.leftOut)),
    ]
  }

  private func step(_ step: TraceStep) -> JSONValue {
    [
      "text": .string(step.text), "value": .string(words.text(step)),
      "depth": .integer(Int64(step.depth)),
    ]
  }

  private func rows(_ trace: RowsTrace) -> JSONValue {
    var counts = JSONObject()
    for state in RowState.allCases {
      counts[state.rawValue] = .integer(Int64(trace.count(state)))
    }
    return [
      "table": .string(trace.table.id), "total": .integer(Int64(trace.total)),
      "counts": .object(counts),
      "shown": trace.rows.json { row in
        [
          "row": .integer(Int64(row.number)), "state": .string(row.state.rawValue),
          "cells": row.cells.json { cell in
            [
              "column": .string(cell.column.id),
              "text": .string(words.text(cell.value, cell.column)),
            ]
          },
          "steps": row.steps.json(step),
        ]
      },
    ]
  }

  private func points(_ explanation: CheckExplanation) -> JSONValue {
    let sum = explanation.arithmetic
    let points = sum.derivation
    return [
      "area": .string(sum.area), "weight": sum.weight.map { $0.pointsJSON } ?? .null,
      "checkPoints": sum.checkPoints.pointsJSON, "areaPoints": sum.areaPoints.pointsJSON,
      "nominal": points.nominal.pointsJSON,
      "freed": sum.freed.json { freed in
        ["check": .string(freed.check), "points": freed.points.pointsJSON]
      },
      "receiving": sum.receiving.pointsJSON, "redistributed": points.redistributed.pointsJSON,
      "of": points.of.pointsJSON, "reached": explanation.reached.map { $0.json } ?? .null,
      "credit": explanation.result.credit.json, "earned": points.earned.pointsJSON,
      "policy": text(points.policy?.rawValue),
    ]
  }

  private func limit(_ limit: AppliedLimit) -> JSONValue {
    [
      "kind": .string(limit.kind.rawValue), "subject": .string(limit.subject),
      "grade": .string(limit.grade), "state": .string(limit.state.rawValue),
    ]
  }

  private func finding(_ deficiency: Deficiency, _ explanation: CheckExplanation) -> JSONValue {
    let due = deficiency.due
    return [
      "word": .string(deficiency.word.rawValue),
      "title": .string(deficiency.word.head(explanation.result.verdict)[language]),
      "due": text(due?.due.iso), "sendBy": text(due?.sendBy.iso),
      "basis": text((due?.derivation ?? deficiency.problem)?[language]),
      "days": explanation.days.json { day in
        [
          "date": .string(day.date.iso), "number": day.number.map { .integer(Int64($0)) } ?? .null,
          "off": text(day.off?[language]),
        ]
      },
    ]
  }

  private func citation(_ reference: CitationReference) -> JSONValue {
    let line = CitationLine(reference, in: checklist, during: assessment.submission.period)
    let citation = checklist.citations.first { $0.id == reference.citation }
    let place = citation?.places.first { $0.id == reference.place }
    return [
      "id": .string(reference.text), "text": .string(line.text(language)),
      "inForceFrom": text(citation?.inForceFrom.iso), "inForceTo": text(citation?.inForceTo?.iso),
      "inForce": .bool(line.isInForce),
      "document": text(citation?.status.rawValue), "place": text(place?.status.rawValue),
    ]
  }

  // MARK: The score

  /// The explanation of the whole score.
  public var json: JSONValue {
    let score = assessment.score
    let explanation = ScoreExplanation(assessment, by: checklist.scoring)
    var object = head
    object["isScored"] = .bool(assessment.isScored)
    object["areas"] = assessment.areas.json(area)
    object["completeness"] = [
      "answered": .integer(Int64(assessment.completeness.answered)),
      "applicable": .integer(Int64(assessment.completeness.applicable)),
      "needed": checklist.scoring.minimumCompleteness.json,
    ]
    guard assessment.isScored else { return .object(object) }
    object["points"] = score.points.pointsJSON
    object["of"] = score.of.pointsJSON
    object["share"] = score.share.map { $0.json } ?? .null
    object["bands"] = explanation.bands.json { step in
      [
        "id": .string(step.band.id), "title": .string(step.band.title[language]),
        "from": step.from.json, "reached": .bool(step.isReached),
      ]
    }
    object["byShare"] = text(explanation.byShare?.id)
    object["limits"] = explanation.limits.json(limit)
    object["grade"] = text(score.grade?.id)
    object["withheld"] = text(score.withheld?[language])
    return .object(object)
  }

  private func area(_ area: AreaResult) -> JSONValue {
    let written = checklist.areas.first { $0.id == area.id }
    return [
      "id": .string(area.id), "title": .string(area.title[language]),
      "weight": written?.weight.map { $0.pointsJSON } ?? .null,
      "points": assessment.isScored ? area.points.pointsJSON : .null,
      "of": assessment.isScored ? area.of.pointsJSON : .null,
      "checks": area.checks.json { result in
        [
          "id": .string(result.check.id), "verdict": .string(result.verdict.rawValue),
          "of": assessment.isScored ? result.points.of.pointsJSON : .null,
          "credit": assessment.isScored ? result.credit.json : .null,
          "earned": assessment.isScored ? result.points.earned.pointsJSON : .null,
        ]
      },
    ]
  }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
