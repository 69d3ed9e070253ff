public import Diagnostics

/// The salted SHA-256 of a text or a file that stands outside the journal, so that it can be purged
/// while the chain of events still verifies (design decision 8).
///
/// All free text about an item is such a blob: titles of findings, reasons, measures. An event holds
/// no sentence that a person typed; the title of a failed check is read from the frozen checklist.
public struct BlobDigest: Hashable, Sendable {
  /// 64 hexadecimal digits in lower case.
  public let hex: String

  /// Creates a digest; nil unless it is 64 hexadecimal digits in lower case.
  public init?(hex: String) {
    guard hex.utf8.count == 64,
      hex.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.hex = hex
  }
}

/// What an item asks for.
public enum ItemKind: String, Hashable, Sendable, CaseIterable {
  /// A requirement with a deadline (yêu cầu có thời hạn).
  case requirement
  /// A recommendation, with or without a deadline (kiến nghị).
  case recommendation
  /// A standing reminder without a deadline, reviewed at the next visit (nhắc nhở thường xuyên).
  case reminder

  /// What it is called.
  public var title: LocalizedText {
    switch self {
    case .requirement: LocalizedText(vi: "yêu cầu có thời hạn", en: "dated requirement")
    case .recommendation: LocalizedText(vi: "kiến nghị", en: "recommendation")
    case .reminder: LocalizedText(vi: "nhắc nhở thường xuyên", en: "standing reminder")
    }
  }
}

/// A check that was not met, as the frozen checklist has it.
public struct FailedCheck: Hashable, Sendable {
  /// The checklist, as `id@version`.
  public var checklist: String
  /// The check's id.
  public var check: String
  /// What kind of norm stands behind it.
  public var checkClass: CheckClass
  /// How grave it is when not met.
  public var severity: CheckSeverity

  /// Creates a reference.
  public init(
    checklist: String, check: String, checkClass: CheckClass, severity: CheckSeverity
  ) {
    self.checklist = checklist
    self.check = check
    self.checkClass = checkClass
    self.severity = severity
  }
}

/// What another authority recommended: an elected body, an inspectorate, an audit.
public struct AuthorityRecommendation: Hashable, Sendable {
  /// The authority's name; an office, never a person.
  public var authority: String
  /// The paper it stands in.
  public var document: DocumentReference
  /// The codes of the units it is addressed to.
  public var addressees: [String]

  /// Creates a recommendation.
  public init(authority: String, document: DocumentReference, addressees: [String]) {
    self.authority = authority
    self.document = document
    self.addressees = addressees
  }
}

/// Figures without which a check stayed unanswered.
public struct FigureRequest: Hashable, Sendable {
  /// The checklist, as `id@version`.
  public var checklist: String
  /// The check's id.
  public var check: String
  /// The ids of the indicators that are wanting.
  public var indicators: [String]

  /// Creates a request.
  public init(checklist: String, check: String, indicators: [String]) {
    self.checklist = checklist
    self.check = check
    self.indicators = indicators
  }
}

/// Where an item comes from.
public enum ItemOrigin: Hashable, Sendable {
  /// One failed check.
  case check(FailedCheck)
  /// Several failed checks that the team grouped into one worded finding.
  case checks([FailedCheck])
  /// A finding of the team's own that no check covers.
  case finding
  /// A recommendation of another authority.
  case recommendation(AuthorityRecommendation)
  /// The unit's own commitment.
  case commitment
  /// A request for missing figures.
  case figures(FigureRequest)
  /// The unit's proposal to a higher level, which then owes the answer.
  case proposal(to: Party)

  /// The failed checks it stands on.
  public var failedChecks: [FailedCheck] {
    switch self {
    case .check(let check): [check]
    case .checks(let checks): checks
    case .finding, .recommendation, .commitment, .figures, .proposal: []
    }
  }

  /// The class that decides what may be done about it: a duty where one of its checks is a duty, else
  /// the strictest of them; nil where no check stands behind it.
  public var checkClass: CheckClass? {
    var strictest: CheckClass?
    for check in failedChecks {
      guard let known = strictest else {
        strictest = check.checkClass
        continue
      }
      if check.checkClass.strictness < known.strictness { strictest = check.checkClass }
    }
    return strictest
  }

  /// Whether the unit speaks first here: it promises or proposes, and nobody requires it.
  var isTheUnitsOwn: Bool {
    switch self {
    case .commitment, .proposal: true
    case .check, .checks, .finding, .recommendation, .figures: false
    }
  }
}

extension CheckClass {
  /// The rank, the strictest first.
  fileprivate var strictness: Int {
    switch self {
    case .duty: 0
    case .target: 1
    case .criterion: 2
    case .consistency: 3
    case .practice: 4
    }
  }
}

/// How an item follows from an earlier one.
public struct ItemLink: Hashable, Sendable {
  /// A way of following.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// It was still open (chuyển tiếp).
    case carriedOver = "carried_over"
    /// It was found again after a verified closure (tái diễn).
    case recurred
    /// It is this unit's part of an item that a split of units divided.
    case part
  }

  /// How it follows.
  public var relation: Relation
  /// The id of the earlier item.
  public var item: String

  /// Creates a link.
  public init(_ relation: Relation, _ item: String) {
    self.relation = relation
    self.item = item
  }
}

/// An item as it is first put down: provisional, until a document issues it.
public struct Proposal: Hashable, Sendable {
  /// The item's id.
  public var id: String
  /// What it asks for.
  public var kind: ItemKind
  /// Where it comes from.
  public var origin: ItemOrigin
  /// The code of the unit it concerns.
  public var unit: String
  /// The side that must put it right or answer it.
  public var owedBy: Party
  /// How grave it is.
  public var severity: CheckSeverity
  /// Its wording; nil where the check's title says it all.
  public var text: BlobDigest?
  /// The id of the inspection that found it.
  public var inspection: String?
  /// The earlier items it follows from.
  public var lineage: [ItemLink]
  /// The time limit proposed, counted from the day it was found.
  public var limit: TimeLimit?

  /// Creates a proposal.
  public init(
    id: String, kind: ItemKind, origin: ItemOrigin, unit: String, owedBy: Party = .unit,
    severity: CheckSeverity, text: BlobDigest? = nil, inspection: String? = nil,
    lineage: [ItemLink] = [], limit: TimeLimit? = nil
  ) {
    self.id = id
    self.kind = kind
    self.origin = origin
    self.unit = unit
    self.owedBy = owedBy
    self.severity = severity
    self.text = text
    self.inspection = inspection
    self.lineage = lineage
    self.limit = limit
  }
}
