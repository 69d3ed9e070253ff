import CEL
import Glibc
import InspectionCore

extension AnswerReader {
  /// The answers of a mapping that was just begun, to its end.
  ///
  /// - Parameter documents: the ids of the submission's documents.
  /// - Throws: ``NotPlain`` as soon as there is something to report, or a key that is seldom used.
  func answers(
    _ events: inout PlainEvents, documents: [String]
  ) throws(NotPlain) -> [String: Answer] {
    var answers: [String: Answer] = [:]
    answers.reserveCapacity(rules.indicators.count)
    while true {
      switch try events.next() {
      case .end: return answers
      case .scalar: break
      case .mapping, .sequence, .finish: throw NotPlain()
      }
      guard let position = rules.names.position(of: events.letters) else { throw NotPlain() }
      let indicator = rules.indicators[position]
      let answer = try answer(&events, indicator, documents)
      guard let answer, reader.log.isEmpty,
        answers.updateValue(answer, forKey: indicator.id) == nil
      else { throw NotPlain() }
    }
  }

  private func answer(
    _ events: inout PlainEvents, _ indicator: Indicator, _ documents: [String]
  ) throws(NotPlain) -> Answer? {
    let kind = try events.next()
    switch kind {
    case .scalar: return value(events.scalar, indicator, .exact, nil)
    case .mapping where indicator.type == .table:
      return answer(try events.node(kind), indicator, Set(documents))
    case .mapping: return try members(&events, indicator, documents)
    case .sequence, .end, .finish: throw NotPlain()
    }
  }

  /// The answer of a mapping that was just begun, to its end.
  private func members(
    _ events: inout PlainEvents, _ indicator: Indicator, _ documents: [String]
  ) throws(NotPlain) -> Answer? {
    var answer: Answer?
    var source: String?
    var place: String?
    var basis = Basis.reported
    var seen: UInt32 = 0
    while true {
      let event = try events.next()
      if event == .end { break }
      guard event == .scalar, let key = PlainKey(events.letters) else { throw NotPlain() }
      // A key written twice is reported, whatever it says.
      guard seen & key.mark == 0 else { throw NotPlain() }
      seen |= key.mark
      let kind = try events.next()
      if key == .missing {
        let node = try events.node(kind)
        if node.isNull { continue }
        guard answer == nil, let reason = reader.localized(node) else { throw NotPlain() }
        answer = Answer(.missing(reason))
        continue
      }
      guard kind == .scalar else { throw NotPlain() }
      let node = events.scalar
      // A written null counts as left out.
      if node.isNull { continue }
      switch key {
      case .source: source = try document(events.letters, documents)
      case .place: place = try line(node, events.letters)
      case .basis: basis = try word(node)
      default:
        guard answer == nil, let qualifier = key.qualifier,
          let read = value(node, indicator, qualifier, nil)
        else { throw NotPlain() }
        answer = read
      }
    }
    answer?.source = source
    answer?.place = place
    answer?.basis = basis
    return answer
  }

  private func document(
    _ letters: UnsafeBufferPointer<UInt8>, _ documents: [String]
  ) throws(NotPlain) -> String {
    for document in documents where document.utf8.elementsEqual(letters) { return document }
    throw NotPlain()
  }

  private func line(
    _ node: YAMLNode, _ letters: UnsafeBufferPointer<UInt8>
  ) throws(NotPlain) -> String {
    // What begins with a sign of ASCII is not blank, and plain text breaks lines in two ways alone.
    if let start = letters.baseAddress, let text = node.scalar?.text, start[0] > 0x20,
      start[0] < 0x7F, memchr(start, 0x0A, letters.count) == nil,
      memchr(start, 0x0D, letters.count) == nil
    {
      return text
    }
    guard let line = reader.line(node) else { throw NotPlain() }
    return line
  }

  private func word(_ node: YAMLNode) throws(NotPlain) -> Basis {
    guard let text = node.scalar?.text, let basis = Basis(rawValue: text) else { throw NotPlain() }
    return basis
  }
}

/// The keys of an answer that are read without nodes; those left out (`rows`, `sample`, `tolerance`)
/// are seldom used beside a plain value.
private enum PlainKey: Int, CaseIterable {
  case exact, atLeast, over, atMost, under, about, average
  case missing, source, place, basis

  init?(_ letters: UnsafeBufferPointer<UInt8>) {
    guard let position = PlainKey.names.position(of: letters),
      let key = PlainKey(rawValue: position)
    else { return nil }
    self = key
  }

  /// How firmly the value under the key is known; nil for other keys.
  var qualifier: Qualifier? {
    rawValue < MappingDescription.qualifiers.count
      ? MappingDescription.qualifiers[rawValue].qualifier : nil
  }

  /// A bit of its own.
  var mark: UInt32 { 1 << UInt32(rawValue) }

  private static let names = ByteNames(
    MappingDescription.qualifiers.map(\.key) + ["missing", "source", "place", "basis"])
}
