import CEL
import Diagnostics
import InspectionCore

/// Reads a kind's parameters as its description types them.
struct ParameterReader {
  let reader: FileReader
  let description: KindDescription
  /// Where each value was written, by parameter and position in a list.
  private(set) var places: [ParameterPlace: YAMLNode] = [:]

  init(_ reader: FileReader, _ description: KindDescription) {
    self.reader = reader
    self.description = description
  }

  /// The parameters of a `with:` mapping.
  mutating func parameters(_ mapping: Mapping) -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    var given: [String: [String]] = [:]
    for parameter in description.parameters {
      guard let node = mapping.optional(parameter.name) else {
        if parameter.isRequired, parameter.group == nil { _ = mapping.required(parameter.name) }
        continue
      }
      if let group = parameter.group { given[group, default: []].append(parameter.name) }
      if let value = value(node, parameter) { values[parameter.name] = value }
    }
    checkGroups(given, mapping)
    return values
  }

  /// The parameters that a `with:` mapping gives in place of others, whatever else is needed.
  mutating func changes(_ mapping: Mapping) -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    var given: [String: [String]] = [:]
    for parameter in description.parameters {
      guard let node = mapping.optional(parameter.name) else { continue }
      if let group = parameter.group { given[group, default: []].append(parameter.name) }
      if let value = value(node, parameter) { values[parameter.name] = value }
    }
    checkGroups(given, mapping, isWhole: false)
    return values
  }

  /// One parameter's value, where it is written on its own (`expr:`).
  mutating func value(_ node: YAMLNode, _ parameter: ParameterDescription) -> ParameterValue? {
    let name = parameter.name
    switch parameter.type {
    case .figure: return figure(node, ParameterPlace(name, nil))
    case .figures:
      guard let nodes = reader.list(node) else { return nil }
      guard nodes.count >= 2 else {
        reader.reportWrongType(
          node,
          wanted: LocalizedText(vi: "ít nhất hai số liệu", en: "two figures at the least"))
        return nil
      }
      var values: [ParameterValue] = []
      for (index, node) in nodes.enumerated() {
        if let value = figure(node, ParameterPlace(name, index)) { values.append(value) }
      }
      return values.count == nodes.count ? .list(values) : nil
    case .rule, .rowRule:
      guard let text = reader.text(node) else { return nil }
      places[ParameterPlace(name, nil)] = node
      return .expression(text)
    case .indicators:
      var nodes = [node]
      if case .sequence(let list) = node.content { nodes = list }
      guard !nodes.isEmpty else {
        reader.reportWrongType(
          node, wanted: LocalizedText(vi: "ít nhất một chỉ tiêu", en: "one indicator at the least"))
        return nil
      }
      var names: [ParameterValue] = []
      for (index, node) in nodes.enumerated() {
        guard let text = reader.text(node) else { continue }
        places[ParameterPlace(name, nodes.count == 1 ? nil : index)] = node
        names.append(.name(text))
      }
      return names.count == nodes.count ? .list(names) : nil
    case .indicator:
      guard node.scalar != nil else {
        reader.reportWrongType(
          node,
          wanted: LocalizedText(vi: "tên một chỉ tiêu", en: "the name of one indicator"))
        return nil
      }
      guard let text = reader.text(node) else { return nil }
      places[ParameterPlace(name, nil)] = node
      return .name(text)
    case .day:
      guard let text = reader.text(node) else { return nil }
      places[ParameterPlace(name, nil)] = node
      // An indicator's id begins with a letter, so that this was meant for a date.
      guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return .name(text) }
      return reader.date(node).map(ParameterValue.date)
    case .limit:
      places[ParameterPlace(name, nil)] = node
      return reader.timeLimit(node).map(ParameterValue.limit)
    case .shares: return shares(node, name)
    case .choice(let words):
      places[ParameterPlace(name, nil)] = node
      return reader.choice(node, among: words).map(ParameterValue.name)
    case .text:
      places[ParameterPlace(name, nil)] = node
      return reader.line(node).map(ParameterValue.name)
    case .texts:
      places[ParameterPlace(name, nil)] = node
      guard let nodes = reader.list(node) else { return nil }
      let texts = nodes.compactMap(reader.line)
      return texts.count == nodes.count ? .list(texts.map(ParameterValue.name)) : nil
    }
  }

  /// The options of a scale, each with its share; a place is that of the option's key, in the order
  /// of the options' names.
  private mutating func shares(_ node: YAMLNode, _ name: String) -> ParameterValue? {
    guard case .mapping(let entries) = node.content, !entries.isEmpty else {
      reader.reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "các mức dạng { full: 100%, part: 50%, none: 0% }",
          en: "levels such as { full: 100%, part: 50%, none: 0% }"))
      return nil
    }
    places[ParameterPlace(name, nil)] = node
    var shares: [String: Rational] = [:]
    var keys: [String: YAMLNode] = [:]
    for entry in entries {
      guard let option = reader.text(entry.key) else { continue }
      guard keys.updateValue(entry.key, forKey: option) == nil else {
        reader.report(
          "duplicate-key",
          LocalizedText(
            vi: "khóa \"\(shown(option))\" viết hai lần",
            en: "the key \"\(shown(option))\" is written twice"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: entry.key.range)
        continue
      }
      shares[option] = reader.share(entry.value)
    }
    guard shares.count == entries.count else { return nil }
    for (index, option) in shares.keys.sorted().enumerated() {
      places[ParameterPlace(name, index)] = keys[option]
    }
    return .shares(shares)
  }

  private mutating func figure(_ node: YAMLNode, _ place: ParameterPlace) -> ParameterValue? {
    guard let text = reader.text(node) else { return nil }
    places[place] = node
    do throws(VietnameseNumber.Problem) {
      let number = try VietnameseNumber(text)
      return .number(number.value, number.style)
    } catch .notANumber {
      return .expression(text)
    } catch {
      // A number and nothing else is read as offices write it: 0.95 is refused rather than guessed.
      _ = reader.number(node)
      return nil
    }
  }

  /// Reports groups of which more than one parameter is given, and where all parameters are written
  /// those of which none is.
  private func checkGroups(
    _ given: [String: [String]], _ mapping: Mapping, isWhole: Bool = true
  ) {
    var checked: Set<String> = []
    for parameter in description.parameters {
      guard let group = parameter.group, checked.insert(group).inserted else { continue }
      let written = given[group] ?? []
      guard written.count > 1 || (isWhole && written.isEmpty) else { continue }
      let names = description.parameters.filter { $0.group == group }.map(\.name)
      let list = names.joined(separator: ", ")
      reader.report(
        "parameter-group",
        LocalizedText(
          vi: "cần đúng một trong: \(list)", en: "exactly one of these is needed: \(list)"),
        at: written.count > 1 ? mapping.keyRange(written[1]) : mapping.firstLine)
    }
  }
}

/// Where a parameter's value stands: its name, and its position where it is one of a list.
struct ParameterPlace: Hashable {
  let parameter: String
  let index: Int?

  init(_ parameter: String, _ index: Int?) {
    self.parameter = parameter
    self.index = index
  }
}
