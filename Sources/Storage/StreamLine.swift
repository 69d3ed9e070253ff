import Diagnostics
import InspectionCore
import JSON

/// One line of a stream of events.
enum StreamLine {
  /// The first: the form of the stream.
  case header(form: Int64, store: String)
  /// A free text.
  case text(FreeText)
  /// An event with its canonical bytes and the hash that came with it.
  case event(JournalEvent, body: [UInt8], hash: Digest)
  /// The last: how many events and texts came before.
  case end(events: Int64, texts: Int64)

  /// The most bytes of a line.
  static let longest = 2_097_152

  init(_ bytes: [UInt8], line: Int) throws(JournalError) {
    guard bytes.count <= Self.longest else {
      throw .malformedLine(
        line, LocalizedText(vi: "dài quá \(Self.longest) byte", en: "over \(Self.longest) bytes"))
    }
    let value: JSONValue
    do { value = try JSONReader.read(bytes) } catch { throw .malformedLine(line, error.message) }
    guard let object = value.objectValue else { throw .malformedLine(line, Self.unknown) }
    if let event = object["event"] {
      self = try Self.event(event, hash: object["hash"], line: line)
    } else if let header = object["journal"], let form = header["form"]?.integerValue,
      let store = header["store"]?.stringValue
    {
      self = .header(form: form, store: store)
    } else if let text = object["text"], let salt = text["salt"]?.stringValue,
      let value = text["value"]?.stringValue, let bytes = Self.salt(salt)
    {
      self = .text(FreeText(value, salt: bytes))
    } else if let end = object["end"], let events = end["events"]?.integerValue,
      let texts = end["texts"]?.integerValue
    {
      self = .end(events: events, texts: texts)
    } else {
      throw .malformedLine(line, Self.unknown)
    }
  }

  private static func event(
    _ value: JSONValue, hash: JSONValue?, line: Int
  ) throws(JournalError) -> StreamLine {
    let event: JournalEvent
    do { event = try JournalEvent(json: value) } catch {
      throw .malformedLine(line, UnreadableEvent(error).reason)
    }
    guard Journal.isName(event.id.origin), event.id.sequence > 0 else {
      throw .malformedLine(
        line,
        LocalizedText(vi: "tên gốc hoặc số thứ tự sai", en: "the origin or the sequence is wrong"))
    }
    let body = JSONWriter.canonical(value)
    guard let text = hash?.stringValue, let hash = Digest(hex: text), hash == Digest(of: body)
    else {
      throw .wrongHash(event.id, line: line)
    }
    return .event(event, body: body, hash: hash)
  }

  private static func salt(_ hex: String) -> [UInt8]? {
    let letters = Array(hex.utf8)
    guard letters.count == FreeText.saltLength * 2 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: letters.count, by: 2) {
      let pair = String(decoding: letters[place..<place + 2], as: UTF8.self)
      guard pair.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let byte = UInt8(pair, radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static let unknown = LocalizedText(
    vi: "không phải dòng của nhật ký", en: "this is no line of a journal")
}

extension JournalError {
  static func malformedLine(_ line: Int, _ reason: LocalizedText) -> JournalError {
    JournalError(
      .malformedLine,
      LocalizedText(vi: "dòng \(line): ", en: "line \(line): ") + reason,
      mend: LocalizedText(
        vi: "xuất lại từ kho gốc, không sửa tệp bằng tay",
        en: "export it again, and do not edit the file"),
      line: line)
  }
}
