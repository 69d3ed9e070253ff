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
    separate(before: name)
    add(UInt8(ascii: ":"))
    isFollowing = false
  }

  /// Names the value that comes next by a word of the program's own, which needs no escapes.
  public func key(word: StaticString) {
    makeRoom(for: word.utf8CodeUnitCount + 4)
    separate()
    add(UInt8(ascii: "\""))
    add(word)
    add(UInt8(ascii: "\""))
    add(UInt8(ascii: ":"))
    isFollowing = false
  }

  /// Puts down a whole value.
  public func put(_ value: JSONValue) {
    switch value {
    case .string(let text): separate(before: text)
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
    case .integer, .number:
      var scalar: [UInt8] = []
      JSONWriter.writeScalar(value, to: &scalar)
      makeRoom(for: scalar.count + 2)
      separate()
      for byte in scalar { add(byte) }
    }
    isFollowing = true
  }

  /// Adds a line break after a whole document, so that another may follow.
  public func endLine() {
    makeRoom(for: 1)
    add(UInt8(ascii: "\n"))
    isFollowing = false
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

  /// Writes a string, after a comma where one is due, and leaves room for a colon.
  private func separate(before text: String) {
    if text.utf8.withContiguousStorageIfAvailable(separate) == nil {
      var text = text
      text.withUTF8(separate)
    }
  }

  private func separate(before letters: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: letters.count + 4)
    separate()
    add(UInt8(ascii: "\""))
    if !addPlain(letters) { addEscaped(letters) }
    add(UInt8(ascii: "\""))
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
    for letter in letters { JSONWriter.writeEscaped(letter, to: &escaped) }
    makeRoom(for: escaped.count + 2)
    for byte in escaped { add(byte) }
  }

  private func separate() {
    if isFollowing { add(UInt8(ascii: ",")) }
  }

  /// Adds a byte for which there is room.
  private func add(_ byte: UInt8) {
    (room + count).initialize(to: byte)
    count += 1
  }

  private func makeRoom(for more: Int) {
    guard count + more > capacity else { return }
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: room, count: count)
    room.deallocate()
    room = larger
  }
}
