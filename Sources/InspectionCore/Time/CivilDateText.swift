public import Diagnostics

extension CivilDate {
  /// Reads `2024-11-10`, and nothing else; nil where there is no such day.
  public init?(iso text: String) {
    guard let parts = DateParts(text), parts.separator == UInt8(ascii: "-"),
      parts.widths == [4, 2, 2]
    else { return nil }
    self.init(year: parts.values[0], month: parts.values[1], day: parts.values[2])
  }

  /// Reads `2024-11-10`, `10/11/2024`, `1/9/2024` or `10-11-2024`; nil where there is no such day.
  ///
  /// The year has four digits; of the two others the day stands first, as Vietnamese has it.
  public init?(text: String) {
    if let date = CivilDate(iso: text) {
      self = date
      return
    }
    guard let parts = DateParts(text), parts.widths[0] <= 2, parts.widths[1] <= 2,
      parts.widths[2] == 4
    else { return nil }
    self.init(year: parts.values[2], month: parts.values[1], day: parts.values[0])
  }

  /// The date as `2024-11-10`.
  public var iso: String {
    String(unsafeUninitializedCapacity: CivilDate.letters) { room in
      putISO(to: room)
      return CivilDate.letters
    }
  }

  /// Writes the date as `2024-11-10`.
  func writeISO(to sink: inout some TextSink) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CivilDate.letters) { room in
      putISO(to: room)
      sink.write(plain: UnsafeBufferPointer(room))
    }
  }

  private func putISO(to room: UnsafeMutableBufferPointer<UInt8>) {
    put(year, width: 4, at: 0, room)
    put(month, width: 2, at: 5, room)
    put(day, width: 2, at: 8, room)
    room[4] = UInt8(ascii: "-")
    room[7] = UInt8(ascii: "-")
  }

  /// The date as `10/11/2024`.
  public var vietnamese: String {
    String(unsafeUninitializedCapacity: CivilDate.letters) { room in
      put(day, width: 2, at: 0, room)
      put(month, width: 2, at: 3, room)
      put(year, width: 4, at: 6, room)
      room[2] = UInt8(ascii: "/")
      room[5] = UInt8(ascii: "/")
      return CivilDate.letters
    }
  }

  /// The date as each language writes it: `10/11/2024` in Vietnamese, `2024-11-10` in English.
  public var text: LocalizedText { LocalizedText(vi: vietnamese, en: iso) }

  private static let letters = 10

  /// Puts down a number with zeros before it, at a place.
  private func put(
    _ value: Int, width: Int, at start: Int, _ room: UnsafeMutableBufferPointer<UInt8>
  ) {
    var rest = value
    for place in stride(from: start + width - 1, through: start, by: -1) {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as `2024-11-10`.
  public var description: String { iso }
}

/// Three numbers of ASCII digits with the same separator, `-` or `/`, between them.
private struct DateParts {
  var values = [0]
  var widths = [0]
  var separator: UInt8?

  init?(_ text: String) {
    for byte in text.utf8 {
      let last = values.count - 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard widths[last] < 4 else { return nil }
        values[last] = values[last] * 10 + Int(byte - UInt8(ascii: "0"))
        widths[last] += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"):
        guard widths[last] > 0, last < 2, separator == nil || separator == byte else { return nil }
        separator = byte
        values.append(0)
        widths.append(0)
      default: return nil
      }
    }
    guard values.count == 3, widths[2] > 0 else { return nil }
  }
}
