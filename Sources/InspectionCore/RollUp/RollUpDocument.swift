import CEL
public import Diagnostics
public import JSON

/// A roll-up as a document for one audience in one language; Documentation/roll-up.schema.json
/// describes it.
public struct RollUpDocument: Sendable {
  private let rollUp: RollUp
  private let disclosure: RollUpDisclosure
  private let words: RollUpWords
  private let language: Language

  /// Creates a document.
  public init(_ rollUp: RollUp, audience: Audience, language: Language) {
    self.rollUp = rollUp
    self.language = language
    disclosure = RollUpDisclosure(rollUp, for: audience)
    words = RollUpWords(disclosure, language)
  }

  /// The document.
  public var json: JSONValue {
    let request = rollUp.request
    return [
      "engine": .string(Assessment.engine),
      "checklist": checklist(request.checklist.checklist),
      "target": checklist(request.target.checklist),
      "period": rollUp.period.json,
      "audience": .string(disclosure.audience.rawValue),
      "language": .string(language.rawValue),
      "parent": rollUp.parentUnit.map(unit) ?? .null,
      "expected": expected,
      "reported": .integer(Int64(rollUp.reported.count)),
      "units": units,
      "unnamedMissing": .integer(Int64(rollUp.unnamedMissing)),
      "rows": rollUp.rows.json(row),
      "notAdded": rollUp.notAdded.json { exclusion in
        [
          "indicator": .string(exclusion.indicator.id),
          "title": .string(exclusion.indicator.title[language]),
          "reason": .string(exclusion.reason[language]),
        ]
      },
    ]
  }

  private func checklist(_ checklist: Checklist) -> JSONValue {
    [
      "id": .string(checklist.id), "version": .string(checklist.version),
      "title": .string(checklist.title[language]),
    ]
  }

  private func unit(_ unit: InspectedUnit) -> JSONValue {
    ["code": .string(unit.code), "name": .string(unit.name), "level": .string(unit.level)]
  }

  private var expected: JSONValue {
    let basis =
      switch rollUp.request.expected {
      case .given: "given"
      case .count: "count"
      case .listed: "list"
      }
    return ["count": .integer(Int64(rollUp.expectedCount)), "basis": .string(basis)]
  }

  private var units: JSONValue {
    var values: [JSONValue] = []
    for child in rollUp.reported {
      var object = unit(child.submission.unit).objectValue ?? JSONObject()
      object["submission"] = .string(child.submission.id)
      values.append(.object(object))
    }
    for missing in rollUp.missing {
      var object = unit(missing).objectValue ?? JSONObject()
      object["submission"] = JSONValue.null
      values.append(.object(object))
    }
    return .array(values)
  }

  // MARK: Rows

  private func row(_ row: RollUpRow) -> JSONValue {
    var object: JSONObject = [
      "indicator": .string(row.indicator.id), "title": .string(row.indicator.title[language]),
      "rule": row.rule.json,
      "answered": .integer(Int64(row.answered)),
      "sum": figure(row.sum, isHidden: disclosure.hidesTotal(of: row)),
      "total": figure(row.total, isHidden: disclosure.hidesTotal(of: row)),
      "totalText": .string(words.total(of: row)),
      "masked": .bool(disclosure.hidesTotal(of: row)),
      "problem": row.problem.map { .string($0[language]) } ?? .null,
      "parent": parent(row),
      "values": values(row),
      "unanswered": .array(codes(row) { $0 == .unanswered }),
      "leftOut": .array(
        codes(row) { contribution in
          if case .leftOut = contribution { true } else { false }
        }),
    ]
    object.put("unit", row.indicator.unit.map { .string($0[language]) })
    return .object(object)
  }

  private func figure(_ number: Number?, isHidden: Bool) -> JSONValue {
    if isHidden { return .string(Disclosure.withheld[language]) }
    return number.map { .string($0.description) } ?? .null
  }

  private func parent(_ row: RollUpRow) -> JSONValue {
    guard let answer = row.parent else { return .null }
    let isHidden = disclosure.hidesParent(of: row)
    let hidesDifference = disclosure.hidesDifference(of: row)
    return [
      "value": isHidden ? .string(Disclosure.withheld[language]) : answer.plainValue,
      "text": .string(words.parent(of: row) ?? ""),
      "masked": .bool(isHidden),
      "difference": hidesDifference ? .null : row.difference.map { $0.json } ?? .null,
      "agreement": hidesDifference
        ? .null : row.agreement.map { .string($0.rawValue) } ?? .null,
    ]
  }

  private func values(_ row: RollUpRow) -> JSONValue {
    guard !row.rule.isRate, row.rule != .units else { return .array([]) }
    var values: [JSONValue] = []
    for (unit, child) in rollUp.reported.enumerated() {
      let mask = disclosure.mask(of: row, unit: unit)
      values.append([
        "unit": .string(child.submission.unit.code),
        "value": mask.map { .string($0[language]) }
          ?? row.contributions[unit].figure.map { .string($0.description) } ?? .null,
        "text": .string(words.cell(of: row, unit)), "masked": .bool(mask != nil),
      ])
    }
    return .array(values)
  }

  /// The codes of the units whose contribution, of a share either figure, is of a kind.
  private func codes(_ row: RollUpRow, _ holds: (Contribution) -> Bool) -> [JSONValue] {
    var codes: [JSONValue] = []
    for (unit, child) in rollUp.reported.enumerated() {
      var isOfKind = holds(row.contributions[unit])
      if !row.divisors.isEmpty, holds(row.divisors[unit]) { isOfKind = true }
      if isOfKind { codes.append(.string(child.submission.unit.code)) }
    }
    return codes
  }
}

/// The figures of a roll-up as people read them, for one audience.
public struct RollUpWords: Sendable {
  private let disclosure: RollUpDisclosure
  private let language: Language

  /// Creates a writer.
  public init(_ disclosure: RollUpDisclosure, _ language: Language) {
    self.disclosure = disclosure
    self.language = language
  }

  /// What a row comes to for all expected units; what stands for it where it is withheld, and a dash
  /// where there is none.
  public func total(of row: RollUpRow) -> String {
    if disclosure.hidesTotal(of: row) { return Disclosure.withheld[language] }
    guard let total = row.total else { return "—" }
    return FigureText(language).text(total, row.style)
  }

  /// What the units that answered come to.
  public func sum(of row: RollUpRow) -> String {
    if disclosure.hidesTotal(of: row) { return Disclosure.withheld[language] }
    guard let sum = row.sum else { return "—" }
    return FigureText(language).text(sum, row.style)
  }

  /// The parent's own figure; nil where it answers nothing.
  public func parent(of row: RollUpRow) -> String? {
    guard let answer = row.parent else { return nil }
    if disclosure.hidesParent(of: row) { return Disclosure.withheld[language] }
    var indicator = row.indicator
    indicator.unit = nil
    if !answer.isAnswered { return AnswerText.unanswered[language] }
    return AnswerText(language).text(answer, indicator)
  }

  /// Whether what parent and children differ by may be shown.
  public func showsDifference(of row: RollUpRow) -> Bool { !disclosure.hidesDifference(of: row) }

  /// What the parent's figure and the sum differ by; nil where that is not known or not shown.
  public func difference(of row: RollUpRow) -> String? {
    guard !disclosure.hidesDifference(of: row), let difference = row.difference else { return nil }
    let sign = difference.sign > 0 ? "+" : ""
    return sign + FigureText(language).text(difference, row.style)
  }

  /// One unit's figure; a dash where it gives none.
  public func cell(of row: RollUpRow, _ unit: Int) -> String {
    if let mask = disclosure.mask(of: row, unit: unit) { return mask[language] }
    switch row.contributions[unit] {
    case .figure(let number):
      if case .count = row.rule, let value = number.exactValue {
        return value.isZero
          ? LocalizedText(vi: "không", en: "no")[language]
          : LocalizedText(vi: "có", en: "yes")[language]
      }
      return FigureText(language).text(number, row.indicator.figureStyle)
    case .unanswered: return "—"
    case .leftOut(let answer):
      var indicator = row.indicator
      indicator.unit = nil
      return AnswerText(language).text(answer, indicator)
    }
  }
}

extension RollUpRow {
  /// How its figures are written: of a number of units, whatever is counted, plainly.
  fileprivate var style: FigureStyle { indicator.figureStyle }
}
