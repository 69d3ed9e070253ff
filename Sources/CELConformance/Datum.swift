package import Foundation

/// A JSON value as the conformance data has it.
package indirect enum Datum: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([Datum])
  case object([String: Datum])

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([Datum].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: Datum].self))
    }
  }

  /// Reads the JSON of a file.
  package init(contentsOf file: URL) throws {
    self = try JSONDecoder().decode(Datum.self, from: Data(contentsOf: file))
  }

  package subscript(key: String) -> Datum? {
    if case .object(let entries) = self { entries[key] } else { nil }
  }

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var list: [Datum]? { if case .list(let list) = self { list } else { nil } }
  package var object: [String: Datum]? {
    if case .object(let object) = self { object } else { nil }
  }
  /// The flag, false where there is none.
  package var flag: Bool { if case .bool(let flag) = self { flag } else { false } }
}

/// Data that is not understood, so that a case is never taken for one that passes.
package struct UnknownDatum: Error, CustomStringConvertible {
  package let what: String
  /// Whether it names a protobuf message type, which this engine does without.
  let isMessage: Bool

  init(_ what: String, isMessage: Bool = false) {
    self.what = what
    self.isMessage = isMessage
  }

  package var description: String { "cannot be read: \(what)" }
}

extension Optional {
  /// What is there, or the error that it is missing.
  func orMissing(_ what: String) throws(UnknownDatum) -> Wrapped {
    guard let self else { throw UnknownDatum(what) }
    return self
  }
}
