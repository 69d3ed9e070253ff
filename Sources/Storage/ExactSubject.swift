import InspectionCore
#if canImport(Glibc)
  internal import Glibc
#endif

/// A subject as a key, compared by its bytes as the database does; `String` would take a composed and a
/// decomposed é for one.
struct ExactSubject: Hashable {
  let subject: SubjectID

  init(_ subject: SubjectID) { self.subject = subject }

  static func == (one: ExactSubject, other: ExactSubject) -> Bool {
    order(one.subject.id, other.subject.id) == 0 && order(one.subject.kind, other.subject.kind) == 0
  }

  func hash(into hasher: inout Hasher) {
    Self.add(subject.kind, to: &hasher)
    Self.add(subject.id, to: &hasher)
  }

  private static func add(_ text: String, to hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0 as UInt8)
  }
}

extension ExactSubject: Comparable {
  /// The order of the database: kinds, then ids, byte by byte.
  static func < (one: ExactSubject, other: ExactSubject) -> Bool {
    let kinds = order(one.subject.kind, other.subject.kind)
    return kinds == 0 ? order(one.subject.id, other.subject.id) < 0 : kinds < 0
  }

  /// Below, at or above zero as the bytes of one text come before, with or after those of the other.
  private static func order(_ one: String, _ other: String) -> Int {
    var (one, other) = (one, other)
    return one.withUTF8 { first in
      other.withUTF8 { second in
        let common = min(first.count, second.count)
        guard common > 0, let start = first.baseAddress, let otherStart = second.baseAddress else {
          return first.count - second.count
        }
        let difference = Int(memcmp(start, otherStart, common))
        return difference == 0 ? first.count - second.count : difference
      }
    }
  }
}
