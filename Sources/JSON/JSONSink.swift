public import Diagnostics

/// Where a document is put down piece by piece, so that one definition of it gives a value
/// (``JSONTree``) or, without building one, text (``JSONText``).
///
/// Each member of an object is a key followed by its value; what is begun is ended, innermost first.
/// Keys are not compared: giving one twice is the caller's mistake. A string can be written in pieces,
/// between ``beginText()`` and ``endText()``.
public protocol JSONSink: TextSink {
  /// Begins an object.
  mutating func beginObject()
  /// Ends the object begun last.
  mutating func endObject()
  /// Begins a list.
  mutating func beginArray()
  /// Ends the list begun last.
  mutating func endArray()
  /// Names the value that comes next.
  mutating func key(_ name: String)
  /// Names the value that comes next by a word of the program's own, which needs no escapes.
  mutating func key(word: StaticString)
  /// Puts down a whole value.
  mutating func put(_ value: JSONValue)
  /// Puts down a string.
  mutating func put(text: String)
  /// Begins a string; what is written up to its end belongs to it.
  mutating func beginText()
  /// Ends the string begun.
  mutating func endText()
}

extension JSONSink {
  /// Puts down a string that is written in pieces.
  public mutating func text(_ write: (inout Self) -> Void) {
    beginText()
    write(&self)
    endText()
  }
}

/// A sink that builds a value.
public struct JSONTree: JSONSink {
  private struct Frame {
    var key = ""
    var elements: [JSONValue] = []
    var object: JSONObject?
  }

  /// The value put down last at the outermost level; `null` before.
  public private(set) var value = JSONValue.null
  private var frames: [Frame] = []
  private var pieces = TextBuilder()

  /// Creates an empty sink.
  public init() {}

  /// Begins an object.
  public mutating func beginObject() { frames.append(Frame(object: JSONObject())) }

  /// Begins a list.
  public mutating func beginArray() { frames.append(Frame()) }

  /// Ends the object begun last.
  public mutating func endObject() { end() }

  /// Ends the list begun last.
  public mutating func endArray() { end() }

  /// Names the value that comes next.
  public mutating func key(_ name: String) {
    guard !frames.isEmpty else { return }
    frames[frames.count - 1].key = name
  }

  /// Names the value that comes next by a word of the program's own.
  public mutating func key(word: StaticString) { key(word.description) }

  /// Puts down a string.
  public mutating func put(text: String) { put(.string(text)) }

  /// Begins a string.
  public mutating func beginText() { pieces = TextBuilder() }

  /// Ends the string begun.
  public mutating func endText() { put(.string(pieces.text)) }

  /// Adds to the string begun.
  public mutating func write(_ text: String) { pieces.write(text) }

  /// Adds letters of ASCII to the string begun.
  public mutating func write(plain letters: UnsafeBufferPointer<UInt8>) {
    pieces.write(plain: letters)
  }

  /// Puts down a whole value.
  public mutating func put(_ value: JSONValue) {
    guard !frames.isEmpty else {
      self.value = value
      return
    }
    let last = frames.count - 1
    let key = frames[last].key
    if frames[last].object == nil {
      frames[last].elements.append(value)
    } else {
      frames[last].object?[key] = value
    }
  }

  private mutating func end() {
    guard let frame = frames.popLast() else { return }
    if let object = frame.object {
      put(.object(object))
    } else {
      put(.array(frame.elements))
    }
  }
}
