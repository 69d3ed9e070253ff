/// Where a document is put down piece by piece, so that one definition of it gives a value
/// (``JSONTree``) or, without building one, text (``JSONText``).
///
/// Each member of an object is a key followed by its value; what is begun is ended, innermost first.
/// Keys are not compared: giving one twice is the caller's mistake.
public protocol JSONSink {
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
