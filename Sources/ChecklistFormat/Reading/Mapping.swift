import CEL
import Diagnostics
import InspectionCore

/// The keys and values of one YAML mapping, checked against its description.
///
/// Whether a key must be there is said by the description alone; that its type is the one read is
/// asserted in builds for tests.
struct Mapping {
  let description: MappingDescription
  let range: SourceRange
  let reader: FileReader
  /// What is written under known keys, each once. There are few, and going through a few words is
  /// faster than hashing them.
  private var entries: [YAMLNode.Entry] = []

  init(
    _ written: [YAMLNode.Entry], _ description: MappingDescription, range: SourceRange,
    reader: FileReader
  ) {
    self.description = description
    self.range = range
    self.reader = reader
    if isSound(written) { entries = written } else { keepKnown(written) }
  }

  /// Whether every key is known and written once.
  private func isSound(_ written: [YAMLNode.Entry]) -> Bool {
    guard written.count <= description.names.count else { return false }
    for index in written.indices {
      let key = written[index].key
      guard let (text, _) = key.scalar, description.names.contains(where: key.reads),
        !written[..<index].contains(where: { $0.key.reads(text) })
      else { return false }
    }
    return true
  }

  private mutating func keepKnown(_ written: [YAMLNode.Entry]) {
    var misspelt: [(entry: YAMLNode.Entry, meant: String)] = []
    var seen: Set<String> = []
    for entry in written {
      guard let (key, _) = entry.key.scalar else { continue }
      guard seen.insert(key).inserted else {
        reader.report(
          "duplicate-key",
          LocalizedText(
            vi: "khóa \"\(shown(key))\" viết hai lần",
            en: "the key \"\(shown(key))\" is written twice"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: entry.key.range)
        continue
      }
      guard description[key] != nil else {
        if let near = reportUnknownKey(entry.key, key) { misspelt.append((entry, near)) }
        continue
      }
      entries.append(entry)
    }
    // A misspelt key is one mistake: its value still counts, and the right key is not missing.
    for (entry, meant) in misspelt where position(of: meant) == nil {
      let key = YAMLNode(.scalar(meant, .plain), range: entry.key.range)
      entries.append(YAMLNode.Entry(key: key, value: entry.value))
    }
  }

  private func position(of key: String) -> Int? {
    entries.firstIndex { $0.key.reads(key) }
  }

  /// Reports a key that is not known here, and gives the one that was probably meant.
  private func reportUnknownKey(_ node: YAMLNode, _ key: String) -> String? {
    let keys = description.names
    let near = reader.log.isFull ? nil : nearestName(to: key, in: keys)
    reader.report(
      "unknown-key",
      LocalizedText(
        vi: "không có khóa \"\(shown(key))\"", en: "there is no key \"\(shown(key))\""),
      mend: mend(key, near, keys), at: node.range)
    return near
  }

  private func mend(_ key: String, _ near: String?, _ keys: [String]) -> LocalizedText {
    if !key.isEmpty, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return LocalizedText(
        vi: "đặt số có dấu phẩy trong ngoặc kép: \"1,5\"",
        en: "quote a number that holds a comma: \"1,5\"")
    }
    if let near {
      return LocalizedText(vi: "có phải là \"\(near)\"?", en: "did you mean \"\(near)\"?")
    }
    let list = keys.joined(separator: ", ")
    return LocalizedText(vi: "các khóa dùng được: \(list)", en: "the keys here are: \(list)")
  }

  /// The value of a key that may be left out; a written null counts as left out.
  func optional(_ key: String) -> YAMLNode? {
    guard let position = position(of: key), !entries[position].value.isNull else { return nil }
    return entries[position].value
  }

  /// The value of a key that must be there; reports its absence.
  func required(_ key: String) -> YAMLNode? {
    if let node = optional(key) { return node }
    reader.report(
      "missing-key",
      LocalizedText(vi: "thiếu khóa \"\(key)\"", en: "the key \"\(key)\" is missing"),
      at: keyRange(key))
    return nil
  }

  /// The range of a key as written.
  func keyRange(_ key: String) -> SourceRange {
    position(of: key).map { entries[$0].key.range } ?? firstLine
  }

  /// Where the mapping begins, for what concerns it as a whole.
  var firstLine: SourceRange { reader.firstLine(of: range) }

  /// Where a key's value stands, or where the mapping begins if the key has none.
  func valueRange(_ key: String) -> SourceRange { optional(key)?.range ?? firstLine }

  /// Whether a key is not written or holds an empty list.
  func isEmptyOrAbsent(_ key: String) -> Bool {
    guard let node = optional(key) else { return true }
    if case .sequence(let nodes) = node.content { return nodes.isEmpty }
    return false
  }

  /// Whether a key is written with nothing after it.
  func isLeftEmpty(_ key: String) -> Bool {
    position(of: key).map { entries[$0].value.isNull } ?? false
  }

  /// The value of a key, reporting the absence of one that must be there.
  func value(_ key: String, as family: ValueDescription.Family) -> YAMLNode? {
    assert(
      description[key]?.value.family == family, "\(description.id).\(key) is described otherwise")
    if let node = optional(key) { return node }
    return description.requiredNames.contains(key) ? required(key) : nil
  }

  func text(_ key: String) -> String? { value(key, as: .text).flatMap(reader.line) }

  func rule(_ key: String) -> String? { value(key, as: .rule).flatMap(reader.text) }

  func localized(_ key: String) -> LocalizedText? {
    // Guidance and what is to be done may run over lines; titles and names stand in one.
    let mayBreak = key == "text" || key == "guidance" || key == "note" || key == "missing"
    return value(key, as: .localized)
      .flatMap { mayBreak ? reader.localized($0) : reader.localizedLine($0) }
  }

  func date(_ key: String) -> CivilDate? { value(key, as: .date).flatMap(reader.date) }

  func bool(_ key: String) -> Bool? { value(key, as: .bool).flatMap(reader.bool) }

  func timeLimit(_ key: String) -> TimeLimit? {
    value(key, as: .timeLimit).flatMap(reader.timeLimit)
  }

  /// The mapping under a key.
  func mapping(_ key: String, _ description: MappingDescription) -> Mapping? {
    value(key, as: .mapping).flatMap { reader.mapping($0, description) }
  }

  /// The items of a list, which holds as many as its description asks for.
  func list(_ key: String, most: Int = FileReader.longestList) -> [YAMLNode] {
    guard let node = value(key, as: .list), let nodes = reader.list(node, most: most) else {
      return []
    }
    if nodes.isEmpty, case .list(_, minimum: 1...)? = description[key]?.value {
      reader.reportWrongType(
        node, wanted: LocalizedText(vi: "ít nhất một mục", en: "one item at the least"))
    }
    return nodes
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? {
    value(key, as: .choice).flatMap { reader.choice($0, of: type) }
  }

  /// A number of points or weight, in millionths; not negative and at most a million.
  func millionths(_ key: String) -> Int64? {
    guard let node = value(key, as: .points), let number = reader.number(node) else { return nil }
    guard number.value >= Rational(0), number.value <= Rational(1_000_000),
      let million = number.value.wholeMillionths
    else {
      reader.report(
        "points-range",
        LocalizedText(
          vi: "điểm phải từ 0 đến 1.000.000, nhiều nhất sáu chữ số thập phân",
          en: "points run from 0 to 1,000,000 with six decimals at the most"),
        at: reader.firstLine(of: node.range))
      return nil
    }
    return million
  }

  /// The first version of the format is the only one so far.
  func checkFormatVersion() {
    guard let node = value("soat", as: .formatVersion) else { return }
    guard node.scalar?.text == "1" else {
      reader.report(
        "format-version",
        LocalizedText(
          vi: "phiên bản định dạng này không đọc được; bản soat này đọc \"soat: 1\"",
          en: "this version of the format is not known; this soat reads \"soat: 1\""),
        at: node.range)
      return
    }
  }
}

extension Rational {
  /// The value in millionths where it is a whole number of them.
  var wholeMillionths: Int64? {
    do throws(NumberError) {
      let scaled = try multiplied(by: Rational(1_000_000))
      return scaled.isWhole ? scaled.numerator : nil
    } catch {
      return nil
    }
  }
}
