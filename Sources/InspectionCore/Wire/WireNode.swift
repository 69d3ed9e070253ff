import CEL
public import Diagnostics
import JSON

/// Why a frozen document cannot be read.
public struct WireError: Error, Hashable, Sendable {
  /// The place, such as `areas[0].checks[3].points`.
  public let path: String
  /// What is wrong.
  public let message: LocalizedText

  /// Creates an error.
  public init(path: String, message: LocalizedText) {
    self.path = path
    self.message = message
  }
}

/// A JSON value with its place in the document, read by type.
struct WireNode {
  /// A place in a document, put into words only when something is wrong there.
  private indirect enum Place {
    case root(String)
    case member(String, of: Place)
    case element(Int, of: Place)

    var path: String {
      switch self {
      case .root(let path): return path
      case .element(let index, let list): return list.path + "[\(index)]"
      case .member(let key, let object):
        let path = object.path
        return path.isEmpty ? key : path + "." + key
      }
    }
  }

  let value: JSONValue
  private let place: Place

  var path: String { place.path }

  init(value: JSONValue, path: String) { self.init(value, .root(path)) }

  private init(_ value: JSONValue, _ place: Place) {
    self.value = value
    self.place = place
  }

  func wrong(_ wanted: LocalizedText) -> WireError {
    WireError(
      path: path,
      message: LocalizedText(vi: "ở đây cần \(wanted.vi)", en: "this must be \(wanted.en)"))
  }

  /// A wrong value, where an example shows best what is wanted.
  func wrong(such example: String) -> WireError {
    wrong(LocalizedText(vi: "giá trị như \(example)", en: "such as \(example)"))
  }

  /// A member; nil where it is absent or null.
  func optional(_ key: String) -> WireNode? {
    guard let member = value[key], !member.isNull else { return nil }
    return WireNode(member, .member(key, of: place))
  }

  func required(_ key: String) throws(WireError) -> WireNode {
    guard let member = optional(key) else {
      throw WireError(
        path: path, message: LocalizedText(vi: "thiếu \"\(key)\"", en: "\"\(key)\" is missing"))
    }
    return member
  }

  func string() throws(WireError) -> String {
    guard let text = value.stringValue else {
      throw wrong(LocalizedText(vi: "một chuỗi ký tự", en: "a text"))
    }
    return text
  }

  func bool() throws(WireError) -> Bool {
    guard let truth = value.boolValue else {
      throw wrong(LocalizedText(vi: "true hoặc false", en: "true or false"))
    }
    return truth
  }

  func items() throws(WireError) -> [WireNode] {
    guard let array = value.arrayValue else {
      throw wrong(LocalizedText(vi: "một danh sách", en: "a list"))
    }
    var items: [WireNode] = []
    for (index, item) in array.enumerated() {
      items.append(WireNode(item, .element(index, of: place)))
    }
    return items
  }

  func members() throws(WireError) -> [(key: String, node: WireNode)] {
    guard let object = value.objectValue else {
      throw wrong(LocalizedText(vi: "một đối tượng", en: "an object"))
    }
    var members: [(key: String, node: WireNode)] = []
    for member in object {
      members.append((member.key, WireNode(member.value, .member(member.key, of: place))))
    }
    return members
  }

  func list<Item>(
    _ key: String, _ read: (WireNode) throws(WireError) -> Item
  ) throws(WireError) -> [Item] {
    var items: [Item] = []
    for item in try required(key).items() { items.append(try read(item)) }
    return items
  }

  /// A list that may be left out where it is empty.
  func optionalList<Item>(
    _ key: String, _ read: (WireNode) throws(WireError) -> Item
  ) throws(WireError) -> [Item] {
    optional(key) == nil ? [] : try list(key, read)
  }

  func integer() throws(WireError) -> Int {
    guard let number = value.integerValue, let integer = Int(exactly: number) else {
      throw wrong(LocalizedText(vi: "một số nguyên", en: "a whole number"))
    }
    return integer
  }

  /// A whole number that may not fit the machine's own.
  func integer64() throws(WireError) -> Int64 {
    guard let number = value.integerValue else {
      throw wrong(LocalizedText(vi: "một số nguyên", en: "a whole number"))
    }
    return number
  }

  func localized() throws(WireError) -> LocalizedText {
    LocalizedText(vi: try required("vi").string(), en: try required("en").string())
  }

  func rational() throws(WireError) -> Rational {
    guard let value = Rational(text: try string()) else { throw wrong(such: "\"19/20\"") }
    return value
  }

  func millionths() throws(WireError) -> Int64 {
    guard let value = Rational(decimal: try string()) else { throw wrong(such: "\"12.5\"") }
    do throws(NumberError) {
      let scaled = try value.multiplied(by: Rational(1_000_000))
      guard scaled.isWhole else { throw NumberError.overflow }
      return scaled.numerator
    } catch {
      throw wrong(such: "\"12.5\"")
    }
  }

  func date() throws(WireError) -> CivilDate {
    guard let date = CivilDate(iso: try string()) else { throw wrong(such: "\"2024-11-10\"") }
    return date
  }

  func timeLimit() throws(WireError) -> TimeLimit {
    guard let limit = TimeLimit(text: try string()) else {
      throw wrong(such: "\"15 working days\"")
    }
    return limit
  }

  func period() throws(WireError) -> Period {
    let from = try required("from").date()
    let to = try required("to").date()
    guard let period = Period(from: from, to: to) else {
      throw wrong(LocalizedText(vi: "\"from\" không sau \"to\"", en: "\"from\" not after \"to\""))
    }
    return period
  }

  func word<Word: RawRepresentable<String>>(_ type: Word.Type) throws(WireError) -> Word {
    let text = try string()
    guard let word = Word(rawValue: text) else {
      throw WireError(
        path: path,
        message: LocalizedText(
          vi: "không có lựa chọn \"\(text)\"", en: "there is no choice \"\(text)\""))
    }
    return word
  }
}

extension JSONObject {
  /// Adds a member unless its value is nil.
  mutating func put(_ key: String, _ value: JSONValue?) {
    if let value { self[key] = value }
  }
}

extension LocalizedText {
  var json: JSONValue { ["vi": .string(vi), "en": .string(en)] }
}

extension Rational {
  var json: JSONValue { .string(description) }
}

extension Int64 {
  /// Millionths as a decimal string; scores never travel as floating point.
  var pointsJSON: JSONValue { .string(DecimalDigits(millionths: self).text) }
}

extension Period {
  var json: JSONValue { ["from": .string(from.iso), "to": .string(to.iso)] }
}

extension Array {
  /// The elements as a JSON array.
  func json(_ write: (Element) -> JSONValue) -> JSONValue {
    var values: [JSONValue] = []
    values.reserveCapacity(count)
    for element in self { values.append(write(element)) }
    return .array(values)
  }
}
