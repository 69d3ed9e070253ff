public import Diagnostics

/// A document that answers were read from.
public struct SourceDocument: Hashable, Sendable {
  /// The short name that answers use.
  public var id: String
  /// What the document is.
  public var title: LocalizedText
  /// Its date, where it bears one.
  public var date: CivilDate?

  /// Creates a source document.
  public init(id: String, title: LocalizedText, date: CivilDate? = nil) {
    self.id = id
    self.title = title
    self.date = date
  }
}

/// What an inspection team asked for at a check, with the date the team itself set, where it set one.
public struct TeamRequest: Hashable, Sendable {
  /// The check it concerns.
  public var check: String
  /// The limit the team set; nil where it set none.
  public var within: TimeLimit?
  /// The day the team asked.
  public var asked: CivilDate
  /// What the team asked for.
  public var text: LocalizedText
  /// The id of the document that records the request.
  public var source: String?
  /// Where in that document.
  public var place: String?

  /// Creates a request.
  public init(
    check: String, within: TimeLimit?, asked: CivilDate, text: LocalizedText,
    source: String? = nil, place: String? = nil
  ) {
    self.check = check
    self.within = within
    self.asked = asked
    self.text = text
    self.source = source
    self.place = place
  }
}

/// What a unit answers for a period other than the inspected one.
public struct PeriodAnswers: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// The answers by indicator.
  public var answers: [String: Answer]

  /// Creates the answers of a period.
  public init(period: Period, answers: [String: Answer]) {
    self.period = period
    self.answers = answers
  }
}

/// What one unit submits for one period: its answers, their sources, and what was asked of it.
public struct Submission: Hashable, Sendable {
  /// The submission's own name.
  public var id: String
  /// The checklist it answers, as `id@version`.
  public var checklist: String
  /// The unit.
  public var unit: InspectedUnit
  /// The inspected period.
  public var period: Period
  /// The documents that answers were read from.
  public var documents: [SourceDocument]
  /// The answers by indicator.
  public var answers: [String: Answer]
  /// The answers for earlier periods, which rules compare with.
  public var earlier: [PeriodAnswers]
  /// What the inspection team asked for.
  public var requests: [TeamRequest]
  /// What a leader confirmed to be a violation.
  public var confirmations: [Confirmation]
  /// Remarks on how the figures are to be read.
  public var notes: [LocalizedText]
  /// The files submitted as evidence.
  public var evidence: [EvidenceFile]

  /// Creates a submission.
  public init(
    id: String, checklist: String, unit: InspectedUnit, period: Period,
    documents: [SourceDocument] = [], answers: [String: Answer] = [:],
    earlier: [PeriodAnswers] = [], requests: [TeamRequest] = [], notes: [LocalizedText] = [],
    confirmations: [Confirmation] = [], evidence: [EvidenceFile] = []
  ) {
    self.evidence = evidence
    self.id = id
    self.checklist = checklist
    self.unit = unit
    self.period = period
    self.documents = documents
    self.answers = answers
    self.earlier = earlier
    self.requests = requests
    self.confirmations = confirmations
    self.notes = notes
  }

  /// The answers for the period before the inspected one: of the periods that ended before it began,
  /// the one that ended last.
  public var previous: PeriodAnswers? {
    var latest: PeriodAnswers?
    for candidate in earlier where candidate.period.to < period.from {
      if let known = latest, known.period.to >= candidate.period.to { continue }
      latest = candidate
    }
    return latest
  }
}
