/// Where a text is put down piece by piece, so that one definition of it gives a text of its own
/// (``TextBuilder``) or a part of something larger that is being written.
public protocol TextSink {
  /// Adds a text.
  mutating func write(_ text: String)
  /// Adds letters of ASCII that stand for themselves wherever they are written: neither control
  /// characters nor quotes nor backslashes.
  mutating func write(plain letters: UnsafeBufferPointer<UInt8>)
}

/// A sink that builds a text.
public struct TextBuilder: TextSink {
  /// The text so far.
  public private(set) var text = ""

  /// Creates an empty text.
  public init() {}

  /// Adds a text.
  public mutating func write(_ text: String) { self.text += text }

  /// Adds letters of ASCII.
  public mutating func write(plain letters: UnsafeBufferPointer<UInt8>) {
    text += String(decoding: letters, as: UTF8.self)
  }
}

extension String {
  /// Creates the text that something writes.
  public init(writing write: (inout TextBuilder) -> Void) {
    var builder = TextBuilder()
    write(&builder)
    self = builder.text
  }
}
