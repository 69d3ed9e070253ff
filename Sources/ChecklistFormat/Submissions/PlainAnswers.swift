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
      switch events.next() {
      case .end: return answers
      case .scalar: break
      case .mapping, .sequence, .finish: throw NotPlain()
      }
      guard let position = rules.names.position(of: events.letters) else { throw NotPlain() }
      let others = answers.count
      answers[rules.ids[position]] = try answer(&events, position, documents)
      // One written twice has taken the other's place.
      guard answers.count > others, reader.log.isEmpty else { throw NotPlain() }
    }
  }

  /// The answer to the indicator at a position.
  private func answer(
    _ events: inout PlainEvents, _ position: Int, _ documents: [String]
  ) throws(NotPlain) -> Answer {
    let kind = events.next()
    switch kind {
    case .scalar:
      let given = try value(events, position, .exact)
      return Answer(given.value, qualifier: given.qualifier, stated: given.stated)
    case .mapping where rules.fits[position].type == .table:
      let node = try events.node(kind)
      guard let answer = answer(node, rules.indicators[position], Set(documents)) else {
        throw NotPlain()
      }
      return answer
    case .mapping: return try members(&events, position, documents)
    case .sequence, .end, .finish: throw NotPlain()
    }
  }

  /// The answer of a mapping that was just begun, to its end.
  private func members(
    _ events: inout PlainEvents, _ position: Int, _ documents: [String]
  ) throws(NotPlain) -> Answer {
    var given: GivenValue?
    var source: String?
    var place: String?
    var basis = Basis.reported
    var seen: UInt32 = 0
    while true {
      let event = events.next()
      if event == .end { break }
      guard event == .scalar, let key = PlainKey(events.letters) else { throw NotPlain() }
      // A key written twice is reported, whatever it says.
      guard seen & key.mark == 0 else { throw NotPlain() }
      seen |= key.mark
      let kind = events.next()
      // A written null counts as left out.
      if kind == .scalar, events.isNull { continue }
      switch key {
      case .missing:
        guard given == nil, let reason = reader.localized(try events.node(kind)) else {
          throw NotPlain()
        }
        given = GivenValue(value: .missing(reason))
      case .source where kind == .scalar: source = try document(events.letters, documents)
      case .place where kind == .scalar: place = try line(events)
      case .basis where kind == .scalar:
        guard let word = PlainKey.bases.position(of: events.letters) else { throw NotPlain() }
        basis = Basis.allCases[word]
      default:
        guard kind == .scalar, given == nil, let qualifier = key.qualifier else {
          throw NotPlain()
        }
        given = try value(events, position, qualifier)
      }
    }
    guard let given else { throw NotPlain() }
    return Answer(
      given.value, qualifier: given.qualifier, stated: given.stated, source: source, place: place,
      basis: basis)
  }

  /// What the scalar last come to says.
  private func value(
    _ events: borrowing PlainEvents, _ position: Int, _ qualifier: Qualifier
  ) throws(NotPlain) -> GivenValue {
    let fit = rules.fits[position]
    // Most are figures that say what they are, or yes or no.
    if qualifier == .exact {
      if fit.type.isNumeric, let number = VietnameseNumber(simple: events.letters),
        number.isMeasured(as: fit.type), fit.admits(.number(.exact(number.value)))
      {
        return GivenValue(value: .number(.exact(number.value)), stated: number.value)
      }
      if fit.type == .bool, events.isPlain {
        if events.letters.spell("true") { return GivenValue(value: .bool(true)) }
        if events.letters.spell("false") { return GivenValue(value: .bool(false)) }
      }
    }
    guard let answer = value(events.scalar, rules.indicators[position], qualifier, nil) else {
      throw NotPlain()
    }
    return GivenValue(
      value: answer.value, qualifier: answer.qualifier, stated: answer.stated)
  }

  private func document(
    _ letters: UnsafeBufferPointer<UInt8>, _ documents: [String]
  ) throws(NotPlain) -> String {
    for document in documents where letters.spell(document) { return document }
    throw NotPlain()
  }

  private func line(_ events: borrowing PlainEvents) throws(NotPlain) -> String {
    let letters = events.letters
    // What begins with a sign of ASCII is not blank, and plain text breaks lines in two ways alone.
    if let first = letters.first, first > 0x20, first < 0x7F, let start = letters.baseAddress,
      memchr(start, 0x0A, letters.count) == nil, memchr(start, 0x0D, letters.count) == nil
    {
      return events.text
    }
    guard let line = reader.line(events.scalar) else { throw NotPlain() }
    return line
  }
}

/// An answer without where it comes from.
private struct GivenValue {
  var value: AnswerValue
  var qualifier = Qualifier.exact
  var stated: Rational?
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

  private static let names = NameIndex(
    MappingDescription.qualifiers.map(\.key) + ["missing", "source", "place", "basis"])

  /// The words of ``Basis``, in their order.
  static let bases = NameIndex(Basis.allCases.map(\.rawValue))
}
