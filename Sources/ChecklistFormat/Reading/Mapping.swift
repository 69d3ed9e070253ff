import CEL
import Diagnostics
import InspectionCore

/// The keys and values of one YAML mapping, checked against the keys it may have.
struct Mapping {
  let range: SourceRange
  let reader: FileReader
  private var entries: [String: YAMLNode.Entry] = [:]

  init(_ written: [YAMLNode.Entry], keys: [String], range: SourceRange, reader: FileReader) {
    self.range = range
    self.reader = reader
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
      guard keys.contains(key) else {
        if let near = reportUnknownKey(entry.key, key, keys) { misspelt.append((entry, near)) }
        continue
      }
      entries[key] = entry
    }
    // A misspelt key is one mistake: its value still counts, and the right key is not missing.
    for (entry, meant) in misspelt where entries[meant] == nil { entries[meant] = entry }
  }

  /// Reports a key that is not known here, and gives the one that was probably meant.
  private func reportUnknownKey(_ node: YAMLNode, _ key: String, _ keys: [String]) -> String? {
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
    guard let node = entries[key]?.value, !node.isNull else { return nil }
    return node
  }

  /// The value of a key that must be there; reports its absence.
  func required(_ key: String) -> YAMLNode? {
    if let node = optional(key) { return node }
    let place = entries[key]?.key.range ?? firstLine
    reader.report(
      "missing-key",
      LocalizedText(vi: "thiếu khóa \"\(key)\"", en: "the key \"\(key)\" is missing"), at: place)
    return nil
  }

  /// The range of a key as written.
  func keyRange(_ key: String) -> SourceRange { entries[key]?.key.range ?? firstLine }

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

  func text(_ key: String, required isRequired: Bool = true) -> String? {
    value(key, isRequired).flatMap(reader.text)
  }

  func localized(_ key: String, required isRequired: Bool = true) -> LocalizedText? {
    value(key, isRequired).flatMap(reader.localized)
  }

  func date(_ key: String, required isRequired: Bool = false) -> CivilDate? {
    value(key, isRequired).flatMap(reader.date)
  }

  func list(_ key: String, required isRequired: Bool = false) -> [YAMLNode] {
    value(key, isRequired).flatMap(reader.list) ?? []
  }

  /// A list that must be there and hold something.
  func filledList(_ key: String) -> [YAMLNode] {
    guard let node = required(key), let nodes = reader.list(node) else { return [] }
    if nodes.isEmpty {
      reader.reportWrongType(
        node, wanted: LocalizedText(vi: "ít nhất một mục", en: "one item at the least"))
    }
    return nodes
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type, required isRequired: Bool = true
  ) -> Choice? {
    value(key, isRequired).flatMap { reader.choice($0, of: type) }
  }

  /// A number of points or weight, in millionths; not negative and at most a million.
  func millionths(_ key: String, required isRequired: Bool = false) -> Int64? {
    guard let node = value(key, isRequired), let number = reader.number(node) else { return nil }
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
    guard let node = required("soat") else { return }
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

  private func value(_ key: String, _ isRequired: Bool) -> YAMLNode? {
    isRequired ? required(key) : optional(key)
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
