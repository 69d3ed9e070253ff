public import CEL
import JSON

/// What a plugin says of one check.
public struct CheckAnswer {
  /// What was found.
  public enum Verdict: String, CaseIterable {
    /// What was asked holds.
    case met
    /// Part of it holds.
    case partial
    /// It does not hold.
    case unmet
    /// It does not concern the unit.
    case notApplicable = "not_applicable"
    /// What was sent leaves it open.
    case unanswered
    /// What was sent cannot be worked with.
    case error
  }

  /// A place in a file of evidence.
  public struct Position {
    /// The file's id.
    public var evidence: String
    /// The line, from 1.
    public var line: Int?
    /// The row of a table, from 1.
    public var row: Int?
    /// The column, by name or letter.
    public var column: String?
    /// What is to be seen there, in Vietnamese and English.
    public var note: (vi: String, en: String)?

    /// Creates a position.
    public init(
      _ evidence: String, line: Int? = nil, row: Int? = nil, column: String? = nil,
      note: (vi: String, en: String)? = nil
    ) {
      self.evidence = evidence
      self.line = line
      self.row = row
      self.column = column
      self.note = note
    }
  }

  /// The verdict.
  public var verdict: Verdict
  /// Why, in Vietnamese and English, one line each.
  public var reason: (vi: String, en: String)
  /// With `partial`: the share of the points, between 0 and 1.
  public var score: Rational?
  /// The parameters and evidence that the verdict rests on; nil for all.
  public var used: [String]?
  /// Where in the evidence; 100 at the most are sent.
  public var positions: [Position]

  /// Creates an answer.
  public init(
    _ verdict: Verdict, vi: String, en: String, score: Rational? = nil, used: [String]? = nil,
    positions: [Position] = []
  ) {
    self.verdict = verdict
    reason = (vi, en)
    self.score = score
    self.used = used
    self.positions = positions
  }

  /// The fields of the answer but for its id.
  var members: JSONObject {
    var object: JSONObject = [
      "verdict": .string(verdict.rawValue), "reason": CheckAnswer.words(reason),
    ]
    if let score { object["score"] = .string(score.description) }
    if let used {
      var names: [JSONValue] = []
      for name in used { names.append(.string(name)) }
      object["used"] = .array(names)
    }
    var places: [JSONValue] = []
    for position in positions.prefix(100) { places.append(position.json) }
    if !places.isEmpty { object["positions"] = .array(places) }
    return object
  }

  fileprivate static func words(_ text: (vi: String, en: String)) -> JSONValue {
    ["vi": .string(text.vi), "en": .string(text.en)]
  }
}

extension CheckAnswer.Position {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["evidence": .string(evidence)]
    if let line { object["line"] = .integer(Int64(line)) }
    if let row { object["row"] = .integer(Int64(row)) }
    if let column { object["column"] = .string(column) }
    if let note { object["note"] = CheckAnswer.words(note) }
    return .object(object)
  }
}
