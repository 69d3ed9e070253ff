import CEL
public import Diagnostics
import InspectionCore
public import JSON

/// A difference as a document in one language; Documentation/diff.schema.json describes it.
public struct DifferenceDocument: Sendable {
  private let difference: ChecklistDifference
  private let submissions: [Reassessment]
  private let language: Language

  /// Creates a document.
  public init(_ difference: ChecklistDifference, submissions: [Reassessment], language: Language) {
    self.difference = difference
    self.submissions = submissions
    self.language = language
  }

  /// The document.
  public var json: JSONValue {
    [
      "from": checklist(difference.from), "to": checklist(difference.to),
      "language": .string(language.rawValue),
      "comparability": [
        "found": .string(difference.found.rawValue),
        "declared": orNull(difference.migration?.comparability.rawValue),
        "reasons": list(difference.reasons),
      ],
      "counts": .object(
        JSONObject(
          ChangeWeight.allCases.map { weight in
            (weight.rawValue, .integer(Int64(difference.changes(weight).count)))
          })),
      "changes": .array(difference.changes.map(change)),
      "checks": .array(difference.checks.map(check)),
      "suggestions": .array(
        difference.suggestions.map { suggestion in
          [
            "was": .string(suggestion.was), "now": .string(suggestion.now),
            "reason": text(suggestion.reason),
          ]
        }),
      "warnings": list(difference.warnings),
      "submissions": .array(submissions.map(submission)),
    ]
  }

  private func text(_ text: LocalizedText) -> JSONValue { .string(text[language]) }

  private func text(_ text: LocalizedText?) -> JSONValue { text.map { self.text($0) } ?? .null }

  private func orNull(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private func list(_ texts: [LocalizedText]) -> JSONValue { .array(texts.map { text($0) }) }

  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func points(_ millionths: Int64?) -> JSONValue {
    guard let millionths else { return .null }
    return .string(Rational(millionths: millionths).decimalText(maximumDigits: 6))
  }

  private func checklist(_ checklist: Checklist) -> JSONValue {
    [
      "id": .string(checklist.id), "version": .string(checklist.version),
      "digest": .string(checklist.digest), "title": text(checklist.title),
    ]
  }

  private func change(_ change: Change) -> JSONValue {
    [
      "subject": .string(change.subject.kind.rawValue), "id": .string(change.subject.id),
      "title": text(change.subject.title), "kind": .string(change.kind.rawValue),
      "aspect": orNull(change.aspect?.rawValue), "detail": orNull(change.detail),
      "before": text(change.before), "after": text(change.after),
      "weight": .string(change.weight.rawValue), "checks": strings(change.checks),
    ]
  }

  private func check(_ check: CheckComparison) -> JSONValue {
    [
      "was": strings(check.was), "now": strings(check.now),
      "shareBefore": points(check.shareBefore), "shareAfter": points(check.shareAfter),
      "found": .string(check.found.rawValue), "declared": orNull(check.declared?.rawValue),
      "note": text(check.note), "reasons": list(check.reasons),
    ]
  }

  // MARK: Submissions

  private func submission(_ result: Reassessment) -> JSONValue {
    let before = Disclosure(result.before, checklist: result.from, for: .team)
    let after = result.after.map { Disclosure($0, checklist: result.to, for: .team) }
    func side(_ check: CheckResult?, _ disclosure: Disclosure?) -> JSONValue {
      guard let check, let disclosure else { return .null }
      return [
        "check": .string(check.check.id), "verdict": .string(check.verdict.rawValue),
        "earned": points(check.points.earned), "of": points(check.points.of),
        "reason": .string(disclosure.reason(of: check, language)),
      ]
    }
    return [
      "submission": .string(result.submission.id),
      "unit": .string(result.submission.unit.code),
      "asOf": .string(result.before.asOf.iso),
      "objections": list(result.objections),
      "before": score(result.before),
      "after": result.after.map(score) ?? .null,
      "lost": .array(
        result.lost.map { entry in
          [
            "kind": .string(entry.kind.rawValue), "id": .string(entry.id),
            "reason": text(entry.reason),
          ]
        }),
      "verdicts": .array(
        result.verdicts.map {
          ["before": side($0.before, before), "after": side($0.after, after)]
        }),
      "added": .array(result.added.map { side($0, after) }),
      "dropped": .array(result.dropped.map { side($0, before) }),
      "appearing": .array(result.appearing.map(deficiency)),
      "vanishing": .array(result.vanishing.map(deficiency)),
      "deadlines": .array(
        result.deadlines.map {
          ["before": deficiency($0.before), "after": deficiency($0.after)]
        }),
    ]
  }

  private func score(_ assessment: Assessment) -> JSONValue {
    let share = assessment.score.share?.percentText
    return [
      "points": points(assessment.score.points), "of": points(assessment.score.of),
      "percent": orNull(share), "grade": orNull(assessment.score.grade?.id),
      "withheld": text(assessment.score.withheld),
    ]
  }

  private func deficiency(_ deficiency: Deficiency) -> JSONValue {
    [
      "check": .string(deficiency.check.id),
      "severity": .string(deficiency.check.severity.rawValue),
      "due": orNull(deficiency.due?.due.iso),
    ]
  }
}

extension Rational {
  /// A hundred times the number with two decimals at the most; nil where that is too large.
  fileprivate var percentText: String? {
    do throws(NumberError) {
      return try multiplied(by: Rational(100)).decimalText(maximumDigits: 2)
    } catch {
      return nil
    }
  }
}
