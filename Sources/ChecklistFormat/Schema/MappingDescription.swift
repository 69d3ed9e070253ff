import Diagnostics

/// What the value of a key may be.
indirect enum ValueDescription: Sendable {
  /// The version of the format.
  case formatVersion
  /// A text without a language, of some form.
  case text(TextForm = .free)
  /// A text in both languages.
  case localized
  /// A civil date.
  case date
  /// `true` or `false`.
  case bool
  /// A number written the Vietnamese way.
  case number
  /// A share from 0% to 100%.
  case share
  /// Points or a weight.
  case points
  /// A time limit in words.
  case timeLimit
  /// One of the words.
  case choice([String])
  /// A number or a CEL expression of type number.
  case figure
  /// A CEL expression.
  case rule
  /// A civil date or an indicator.
  case day
  /// The options of an indicator, each with a share.
  case shares
  /// One indicator or a list of them.
  case indicators
  /// A list of at least so many values.
  case list(ValueDescription, minimum: Int = 0)
  /// `none`, `linear`, or the steps of partial credit.
  case partialCredit
  /// How a figure is rolled up: a word, or the indicators it follows from.
  case rollUp
  /// A day of every year, such as 15/12.
  case dayOfYear
  /// A whole number.
  case wholeNumber
  /// The rows of a table.
  case rows
  /// A mapping.
  case mapping(MappingDescription)
  /// The parameters of a kind, which the key `kind` beside it names.
  case parameters
  /// Answers by indicator.
  case answers

  /// What a text names.
  enum TextForm: Sendable {
    case free
    /// The name of a file of a shared folder, without path and ending.
    case libraryName
    /// The id of an indicator.
    case indicatorName
    /// The id of a kind of check.
    case kind
  }

  /// Which reader's function takes such a value.
  enum Family: Sendable {
    case formatVersion, text, localized, date, bool, number, share, points, timeLimit, choice
    case figure, rule, indicators, list, mapping, parameters, answers, partialCredit, dayOfYear
    case rollUp
    case wholeNumber, rows, day, shares
  }

  var family: Family {
    switch self {
    case .formatVersion: .formatVersion
    case .text: .text
    case .localized: .localized
    case .date: .date
    case .bool: .bool
    case .number: .number
    case .share: .share
    case .points: .points
    case .timeLimit: .timeLimit
    case .choice: .choice
    case .figure: .figure
    case .rule: .rule
    case .day: .day
    case .shares: .shares
    case .indicators: .indicators
    case .list: .list
    case .mapping: .mapping
    case .parameters: .parameters
    case .answers: .answers
    case .partialCredit: .partialCredit
    case .rollUp: .rollUp
    case .dayOfYear: .dayOfYear
    case .wholeNumber: .wholeNumber
    case .rows: .rows
    }
  }
}

/// One key of a mapping, for the reader and for the schema.
struct KeyDescription: Sendable {
  let name: String
  let value: ValueDescription
  let isRequired: Bool
  /// The name of the group of which exactly one key must be given.
  let group: String?
  let meaning: LocalizedText

  /// A key that must be there.
  static func required(
    _ name: String, _ value: ValueDescription, vi: String, en: String
  ) -> KeyDescription {
    KeyDescription(
      name: name, value: value, isRequired: true, group: nil,
      meaning: LocalizedText(vi: vi, en: en))
  }

  /// A key that may be left out.
  static func optional(
    _ name: String, _ value: ValueDescription, vi: String, en: String
  ) -> KeyDescription {
    KeyDescription(
      name: name, value: value, isRequired: false, group: nil,
      meaning: LocalizedText(vi: vi, en: en))
  }

  /// A key of a group of which exactly one must be given.
  static func oneOf(
    _ group: String, _ name: String, _ value: ValueDescription, vi: String, en: String
  ) -> KeyDescription {
    KeyDescription(
      name: name, value: value, isRequired: false, group: group,
      meaning: LocalizedText(vi: vi, en: en))
  }
}

/// The keys that a mapping may have: the one place that says so. Readers take from it which keys
/// are known and required, and the JSON Schema is generated from it.
///
/// A class, since every mapping that is read holds its description, on several threads at once.
final class MappingDescription: Sendable {
  /// Its name among the definitions of the schema.
  let id: String
  let meaning: LocalizedText
  let keys: [KeyDescription]
  /// The keys in the order an author writes them.
  let names: [String]
  /// The keys that must be there.
  let requiredNames: [String]
  private let positions: [String: Int]

  init(_ id: String, _ meaning: LocalizedText, _ keys: [KeyDescription]) {
    self.id = id
    self.meaning = meaning
    self.keys = keys
    self.names = keys.map(\.name)
    self.requiredNames = keys.filter(\.isRequired).map(\.name)
    var positions: [String: Int] = [:]
    for (position, name) in names.enumerated() { positions[name] = position }
    self.positions = positions
  }

  subscript(_ name: String) -> KeyDescription? {
    positions[name].map { keys[$0] }
  }

  /// The groups of which exactly one key must be given, in order.
  var groups: [[String]] {
    var order: [String] = []
    var members: [String: [String]] = [:]
    for key in keys {
      guard let group = key.group else { continue }
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(key.name)
    }
    return order.compactMap { members[$0] }
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The words an author chooses from.
  static var words: [String] { allCases.map(\.rawValue) }
}
