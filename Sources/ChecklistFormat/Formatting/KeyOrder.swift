import Diagnostics

/// Which order the keys of mappings take: that of their descriptions.
struct KeyOrder {
  /// What a value is described as; nil where the order is the author's.
  var value: ValueDescription?

  /// The keys of a file of a kind.
  init(_ file: FormatFile) {
    value = .mapping(file.description)
  }

  private init(_ value: ValueDescription?) {
    self.value = value
  }

  /// The order as it stands, where keys must not move.
  static let none = KeyOrder(nil)

  /// What the items of a list are.
  var item: KeyOrder {
    guard case .list(let item, _)? = value else { return .none }
    return KeyOrder(item)
  }

  /// What holds for the entries of a mapping.
  func mapping(_ entries: [YAMLNode.Entry]) -> Keys {
    if case .answers? = value { return Keys(description: nil, isAnswers: true, kind: nil) }
    return Keys(description: description, isAnswers: false, kind: KeyOrder.kind(entries))
  }

  private var description: MappingDescription? {
    switch value {
    case .mapping(let description)?: description
    case .localized?: .localizedText
    default: nil
    }
  }

  private static func kind(_ entries: [YAMLNode.Entry]) -> String? {
    entries.first { $0.key.scalar?.text == "kind" }?.value.scalar?.text
  }

  /// The keys of one mapping.
  struct Keys {
    fileprivate let description: MappingDescription?
    fileprivate let isAnswers: Bool
    /// The kind of check, which says what the parameters are.
    fileprivate let kind: String?

    /// What the value of a key is.
    func value(of key: YAMLNode) -> KeyOrder {
      if isAnswers { return KeyOrder(.mapping(.answer)) }
      guard let name = key.scalar?.text, let value = description?[name]?.value else { return .none }
      guard case .parameters = value else { return KeyOrder(value) }
      let parameters = kind.flatMap { MappingDescription.parametersOfBuiltIn[$0] }
      return KeyOrder(parameters.map { .mapping($0) })
    }

    /// Entries in the order of the description; unknown keys follow as they were written.
    func sorted<Entry>(_ entries: [(key: YAMLNode, entry: Entry)]) -> [Entry] {
      guard let names = description?.names else { return entries.map(\.entry) }
      let positions = entries.map { key, _ in
        key.scalar.flatMap { names.firstIndex(of: $0.text) } ?? names.count
      }
      let order = entries.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
      return order.map { entries[$0].entry }
    }
  }
}

extension FormatFile {
  /// The kind of a file by the keys at its top; nil where they do not tell.
  init?(_ root: YAMLNode) {
    guard case .mapping(let entries) = root.content else { return nil }
    let keys = Set(entries.compactMap { $0.key.scalar?.text })
    // Of the files of soat an area alone carries no version of the format.
    let found = FormatFile.inOrderOfAsking.first { file in
      (file == .area || keys.contains("soat")) && !file.tellingKeys.isDisjoint(with: keys)
    }
    guard let found else { return nil }
    self = found
  }

  /// A submission names a checklist, and a checklist may hold what other files define.
  private static let inOrderOfAsking = [.submission, .plugin, .checklist] + allCases

  /// Keys at the top of a file that tell its kind.
  private var tellingKeys: Set<String> {
    switch self {
    case .checklist: ["include", "applies", "uses", "scoring", "version", "extends", "changes"]
    case .area: ["area", "checks"]
    case .indicators: ["indicators"]
    case .citations: ["citations"]
    case .calendar: ["calendar"]
    case .targets: ["targets"]
    case .periods: ["periods"]
    case .submission: ["submission", "answers"]
    case .units: ["units", "units_of"]
    case .plugin: ["plugin", "runtime", "program"]
    case .pins: ["pins"]
    case .workspace: ["workspace", "coordinator"]
    case .round: ["round", "teams"]
    }
  }
}
