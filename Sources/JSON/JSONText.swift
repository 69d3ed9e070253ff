/// A sink that writes text at once: members in the order they come, no spaces, strings and numbers
/// as ``JSONWriter`` writes them.
///
/// A class, since it owns the memory that it writes to: an array would be asked at every bracket
/// whether it is shared and has room.
public final class JSONText: JSONSink {
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// Whether a comma comes before whatever is next.
  private var isFollowing = false

  /// Creates an empty sink.
  ///
  /// - Parameter capacity: how many bytes to make room for; it grows by itself.
  public init(capacity: Int = 1024) {
    self.capacity = max(capacity, 64)
    room = .allocate(capacity: self.capacity)
  }

  deinit { room.deallocate() }

  /// The text so far, in UTF-8.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: room, count: count)) }

  /// Begins an object.
  public func beginObject() { begin(UInt8(ascii: "{")) }

  /// Begins a list.
  public func beginArray() { begin(UInt8(ascii: "[")) }

  /// Ends the object begun last.
  public func endObject() { end(UInt8(ascii: "}")) }

  /// Ends the list begun last.
  public func endArray() { end(UInt8(ascii: "]")) }

  /// Names the value that comes next.
  public func key(_ name: String) {
    put(text: name)
    makeRoom(for: 1)
    add(UInt8(ascii: ":"))
    isFollowing = false
  }

  /// Names the value that comes next by a word of the program's own, which needs no escapes.
  @inline(__always)
  public func key(word: StaticString) {
    let length = word.utf8CodeUnitCount
    makeRoom(for: length + 4)
    separate()
    add(UInt8(ascii: "\""))
    (room + count).update(from: word.utf8Start, count: length)
    count += length
    add(UInt8(ascii: "\""))
    add(UInt8(ascii: ":"))
    isFollowing = false
  }

  /// Puts down a whole value.
  public func put(_ value: JSONValue) {
    switch value {
    case .string(let text): put(text: text)
    case .null: put(word: "null")
    case .bool(let truth): put(word: truth ? "true" : "false")
    case .array(let elements):
      beginArray()
      for element in elements { put(element) }
      endArray()
    case .object(let object):
      beginObject()
      for (name, value) in object {
        key(name)
        put(value)
      }
      endObject()
    case .integer(let whole) where whole.magnitude <= JSONValue.largestInteger.magnitude:
      put(whole: whole)
    case .integer, .number:
      var scalar: [UInt8] = []
      JSONWriter.writeScalar(value, to: &scalar)
      makeRoom(for: scalar.count + 2)
      separate()
      for byte in scalar { add(byte) }
    }
    isFollowing = true
  }

  /// Puts down a string.
  public func put(text: String) {
    beginText()
    write(text)
    endText()
  }

  /// Begins a string.
  public func beginText() { begin(UInt8(ascii: "\"")) }

  /// Ends the string begun.
  public func endText() { end(UInt8(ascii: "\"")) }

  /// Adds to the string begun.
  public func write(_ text: String) {
    text.utf8.span.withUnsafeBufferPointer { write(letters: $0) }
  }

  /// Adds letters of ASCII, none of which needs an escape, to the string begun.
  public func write(plain letters: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: letters.count)
    if let start = letters.baseAddress { (room + count).update(from: start, count: letters.count) }
    count += letters.count
  }

  /// Adds a line break after a whole document, so that another may follow.
  public func endLine() {
    makeRoom(for: 1)
    add(UInt8(ascii: "\n"))
    isFollowing = false
  }

  /// Puts down a number that needs no quotes.
  private func put(whole: Int64) {
    makeRoom(for: 24)
    separate()
    if whole < 0 { add(UInt8(ascii: "-")) }
    var digits = 1
    var rest = whole.magnitude / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    rest = whole.magnitude
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  private func begin(_ bracket: UInt8) {
    makeRoom(for: 2)
    separate()
    add(bracket)
    isFollowing = false
  }

  private func end(_ bracket: UInt8) {
    makeRoom(for: 1)
    add(bracket)
    isFollowing = true
  }

  private func put(word: StaticString) {
    makeRoom(for: word.utf8CodeUnitCount + 1)
    separate()
    add(word)
  }

  /// Adds a word for which there is room.
  private func add(_ word: StaticString) {
    word.withUTF8Buffer { letters in
      if let start = letters.baseAddress {
        (room + count).initialize(from: start, count: letters.count)
        count += letters.count
      }
    }
  }

  private func write(letters: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: letters.count)
    if !addPlain(letters) { addEscaped(letters) }
  }

  /// Adds letters for which there is room, eight at a time, as long as none needs an escape; where one
  /// does, nothing is added and the result is false.
  private func addPlain(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    let source = UnsafeRawBufferPointer(letters)
    let target = UnsafeMutableRawPointer(room + count)
    var place = 0
    while place + 8 <= source.count {
      let word = source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if JSONWriter.needsEscape(word) { return false }
      target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
      place += 8
    }
    if place > 0, place < source.count {
      // The last eight once more, for what is left over.
      place = source.count - 8
      let word = source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if JSONWriter.needsEscape(word) { return false }
      target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
      place = source.count
    }
    while place < source.count {
      if JSONWriter.needsEscape(source[place]) { return false }
      target.storeBytes(of: source[place], toByteOffset: place, as: UInt8.self)
      place += 1
    }
    count += source.count
    return true
  }

  private func addEscaped(_ letters: UnsafeBufferPointer<UInt8>) {
    var escaped: [UInt8] = []
    // No letter takes more than six.
    makeRoom(for: 6 * letters.count)
    for letter in letters {
      guard JSONWriter.needsEscape(letter) else {
        add(letter)
        continue
      }
      escaped.removeAll(keepingCapacity: true)
      JSONWriter.writeEscaped(letter, to: &escaped)
      for byte in escaped { add(byte) }
    }
  }

  private func separate() {
    if isFollowing { add(UInt8(ascii: ",")) }
  }

  /// Adds a byte for which there is room.
  @inline(__always)
  private func add(_ byte: UInt8) {
    (room + count).initialize(to: byte)
    count += 1
  }

  @inline(__always)
  private func makeRoom(for more: Int) {
    if count + more > capacity { grow(for: more) }
  }

  @inline(never)
  private func grow(for more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: room, count: count)
    room.deallocate()
    room = larger
  }
}
