import CExpat
import Diagnostics

/// What an XML part says next; names stand without the prefix of their namespace.
enum XMLEvent {
  case start(String, XMLAttributes)
  case end(String)
  /// A piece of text in UTF-8; one text may come in several.
  case text(UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element, for as long as its event lasts.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of the attribute of a name, whatever its prefix; one without a prefix goes before.
  subscript(name: String) -> String? {
    guard var pair = pairs else { return nil }
    var prefixed: String?
    while let key = pair[0], let value = pair[1] {
      let known = String(cString: key)
      if known == name { return String(cString: value) }
      if prefixed == nil, known.hasSuffix(":" + name) { prefixed = String(cString: value) }
      pair += 2
    }
    return prefixed
  }

  /// The value of the attribute of a name as a whole number.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }
}

/// A part that is read as it is unpacked. A document type is refused: with it go entities of its own,
/// inner and outer.
///
/// A class, since expat keeps a pointer to it.
final class XMLPart {
  private let name: String
  private let parser: XML_Parser
  private let handle: (XMLEvent) throws(TableProblem) -> Void
  private var problem: TableProblem?
  private var depth = 0

  /// The deepest that elements may lie within each other.
  private static let deepest = 64

  init(
    _ name: String, _ handle: @escaping (XMLEvent) throws(TableProblem) -> Void
  ) throws(TableProblem) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged(name) }
    self.name = name
    self.parser = parser
    self.handle = handle
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name else { return }
        XMLPart.of(data).start(name, XMLAttributes(pairs: attributes))
      },
      { data, name in
        guard let name else { return }
        XMLPart.of(data).end(name)
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text, count > 0 else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        XMLPart.of(data).tell(.text(UnsafeBufferPointer(start: bytes, count: Int(count))))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLPart.of(data).stop(
        TableProblem(
          row: 0,
          LocalizedText(
            vi: "tệp khai báo kiểu tài liệu (DOCTYPE), không tệp Excel nào có",
            en: "it declares a document type (DOCTYPE), as no Excel file does")))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads a piece; an empty one ends the part.
  ///
  /// - Throws: ``TableProblem`` where it is no well-formed XML, and what the handler threw.
  func read(_ piece: UnsafeRawBufferPointer) throws(TableProblem) {
    let status = XML_Parse(
      parser, piece.baseAddress?.assumingMemoryBound(to: XML_Char.self), Int32(piece.count),
      piece.isEmpty ? 1 : 0)
    if let problem { throw problem }
    guard status == XML_STATUS_OK else {
      let cause = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "XML"
      throw .damaged("\(name):\(XML_GetCurrentLineNumber(parser)): \(cause)")
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLPart {
    guard let data else { preconditionFailure("expat gives back what it was given") }
    return Unmanaged<XMLPart>.fromOpaque(data).takeUnretainedValue()
  }

  private func start(_ name: UnsafePointer<XML_Char>, _ attributes: XMLAttributes) {
    depth += 1
    guard depth <= Self.deepest else { return stop(.damaged("\(self.name): \(depth)")) }
    tell(.start(Self.local(name), attributes))
  }

  private func end(_ name: UnsafePointer<XML_Char>) {
    depth -= 1
    tell(.end(Self.local(name)))
  }

  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    let text = String(cString: name)
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return text }
    return String(text[text.utf8.index(after: colon)...])
  }

  /// Events that expat still has after it was stopped say nothing any more.
  private func tell(_ event: XMLEvent) {
    guard problem == nil else { return }
    do throws(TableProblem) { try handle(event) } catch { stop(error) }
  }

  private func stop(_ problem: TableProblem) {
    if self.problem == nil { self.problem = problem }
    XML_StopParser(parser, 0)
  }
}

extension ZippedParts {
  /// Reads an XML part to its end; `false` where there is none of the name.
  mutating func readXML(
    _ name: String, _ handle: @escaping (XMLEvent) throws(TableProblem) -> Void
  ) throws(TableProblem) -> Bool {
    let part = try XMLPart(name, handle)
    let isThere = try unpack(name) { piece throws(TableProblem) in try part.read(piece) }
    if isThere { try part.read(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return isThere
  }
}
