public import Diagnostics

/// What a diagnostic's code means, with an example that earns it and the same example mended.
public struct Explanation: Sendable {
  /// The code, as it stands in square brackets behind a message.
  public let code: String
  /// How grave it is as a rule.
  public let severity: Severity
  /// The mistake in a few words.
  public let title: LocalizedText
  /// Why it matters and what to do.
  public let text: LocalizedText
  /// A mistake and its mend; nil where no file can show it.
  public let example: Example?

  init(
    _ code: String, _ severity: Severity, _ title: LocalizedText, _ text: LocalizedText,
    _ example: Example? = nil
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.text = text
    self.example = example
  }

  /// A few lines that go wrong, and how they are put right. `⟨x×40⟩` stands for forty `x`, and
  /// U+FFFD for a byte that is not UTF-8.
  public struct Example: Sendable {
    /// What the lines are part of.
    public let place: Place
    /// The lines with the mistake.
    public let failing: String
    /// The lines without it.
    public let mended: String

    init(_ place: Place, _ failing: String, mended: String) {
      self.place = place
      self.failing = failing
      self.mended = mended
    }
  }

  /// What the lines of an example are part of.
  public enum Place: String, Sendable, CaseIterable {
    /// The keys of a check that is also a gate.
    case check
    /// The keys of a second check beside a sound one.
    case anotherCheck
    /// The keys of an area's file.
    case area
    /// The keys of a second area's file.
    case anotherArea
    /// The keys of `checklist.yaml`.
    case checklist
    /// The keys of the `checklist.yaml` of a pack that extends another.
    case extending
    /// The keys of an area's file of a pack that extends another.
    case extendingArea
    /// The keys of one more indicator.
    case indicator
    /// The dictionary of indicators in the pack's own folder.
    case ownIndicators
    /// The keys of the citation that a duty rests on.
    case citation
    /// The keys of one more citation.
    case anotherCitation
    /// The keys of a calendar.
    case calendar
    /// The keys of a submission.
    case submission
    /// The answers of a submission.
    case answers
    /// The keys of a list of units.
    case units
    /// The keys of a round.
    case round
    /// The keys of a plugin's manifest in the folder `count-rows`.
    case plugin
    /// A whole file of an area.
    case file
    /// A whole `checklist.yaml`.
    case mainFile
    /// A whole file of an area, saved as UTF-16 where it fails.
    case fileInUTF16
    /// Members of a check in a frozen checklist.
    case frozenCheck
    /// Members of the scoring rules in a frozen checklist.
    case frozenScoring
  }
}

extension Explanation {
  /// Every code that reading, checking or compiling can report, in alphabetical order.
  public static let all: [Explanation] =
    aToCondition + confirmToDropped + duplicates + duplicateTargetToVersion + eToK + levelToLimit
    + lToN + oToR + sampleToSyntax + tToUnit
    + unknowns
    + unreadableToZ

  private static let byCode: [String: Explanation] = {
    var found: [String: Explanation] = [:]
    for explanation in all { found[explanation.code] = explanation }
    return found
  }()

  /// The explanation of a code; nil where nothing reports it.
  public static func of(_ code: String) -> Explanation? { byCode[code] }
}

extension Explanation.Place {
  /// What the lines are part of, in words.
  public var title: LocalizedText {
    switch self {
    case .check, .anotherCheck: LocalizedText(vi: "trong một mục kiểm tra", en: "in a check")
    case .area, .anotherArea: LocalizedText(vi: "trong tệp của lĩnh vực", en: "in an area's file")
    case .checklist: LocalizedText(vi: "trong checklist.yaml", en: "in checklist.yaml")
    case .extending:
      LocalizedText(
        vi: "trong checklist.yaml của bảng kiểm mở rộng bảng khác",
        en: "in the checklist.yaml of a pack that extends another")
    case .extendingArea:
      LocalizedText(
        vi: "trong tệp lĩnh vực của bảng kiểm mở rộng bảng khác",
        en: "in an area's file of a pack that extends another")
    case .indicator: LocalizedText(vi: "trong một chỉ tiêu", en: "in an indicator")
    case .ownIndicators:
      LocalizedText(
        vi: "trong từ điển chỉ tiêu riêng của bảng kiểm", en: "in the pack's own dictionary")
    case .citation, .anotherCitation: LocalizedText(vi: "trong một văn bản", en: "in a citation")
    case .calendar: LocalizedText(vi: "trong lịch", en: "in a calendar")
    case .submission: LocalizedText(vi: "trong bài nộp", en: "in a submission")
    case .answers: LocalizedText(vi: "trong answers của bài nộp", en: "in a submission's answers")
    case .units: LocalizedText(vi: "trong danh sách đơn vị", en: "in a list of units")
    case .round: LocalizedText(vi: "trong tệp đợt kiểm tra", en: "in a round's file")
    case .plugin:
      LocalizedText(
        vi: "trong plugin.yaml của thư mục count-rows",
        en: "in plugin.yaml of the folder count-rows")
    case .file, .mainFile: LocalizedText(vi: "cả tệp", en: "the whole file")
    case .fileInUTF16:
      LocalizedText(
        vi: "cả tệp; lần đầu lưu bằng UTF-16", en: "the whole file, at first saved as UTF-16")
    case .frozenCheck:
      LocalizedText(
        vi: "trong một mục của bảng kiểm đã đóng gói", en: "in a check of a frozen checklist")
    case .frozenScoring:
      LocalizedText(
        vi: "trong scoring của bảng kiểm đã đóng gói", en: "in the scoring of a frozen checklist")
    }
  }

  /// Whether the lines are JSON rather than YAML.
  public var isJSON: Bool { self == .frozenCheck || self == .frozenScoring }
}
