/// A workbook put together by hand: parts of XML in an archive without compression.
struct HandmadeWorkbook {
  var parts: [(name: String, text: String)]

  static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// One worksheet, with what stands in it between the tags of `worksheet`.
  init(
    _ sheet: String, shared: String = "", formats: String = "", cellFormats: String = "",
    workbook: String = "", sheets: String? = nil
  ) {
    let list = sheets ?? "<sheet name=\"Trang 1\" sheetId=\"1\" r:id=\"r1\"/>"
    parts = [
      (
        "_rels/.rels",
        """
        <Relationships><Relationship Id="r1" Type="\(Self.relations)/officeDocument" \
        Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook \(Self.main) xmlns:r="\(Self.relations)">\(workbook)<sheets>\(list)</sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships>
        <Relationship Id="r1" Type="\(Self.relations)/worksheet" Target="/xl/worksheets/sheet1.xml"/>
        <Relationship Id="r2" Type="\(Self.relations)/worksheet" Target="worksheets/./sheet2.xml"/>
        <Relationship Id="r3" Type="\(Self.relations)/sharedStrings" Target="../xl/strings.xml"/>
        <Relationship Id="r4" Type="\(Self.relations)/styles" Target="styles.xml"/>
        <Relationship Id="r5" Type="\(Self.relations)/chartsheet" Target="charts/sheet1.xml"/>
        </Relationships>
        """
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet \(Self.main)>\(sheet)</worksheet>"),
      (
        "xl/worksheets/sheet2.xml",
        "<worksheet \(Self.main)><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"
      ),
      ("xl/strings.xml", "<sst \(Self.main)>\(shared)</sst>"),
      (
        "xl/styles.xml",
        """
        <styleSheet \(Self.main)><numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId="14"/>\
        </cellStyleXfs><cellXfs>\(cellFormats)</cellXfs></styleSheet>
        """
      ),
    ]
  }

  /// The archive.
  var bytes: [UInt8] { StoredArchive.bytes(parts.map { ($0.name, Array($0.text.utf8)) }) }
}

/// A zip archive whose parts are stored as they are (PKWARE's APPNOTE, 4.3).
enum StoredArchive {
  static func bytes(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let facts =
        two(20) + two(0) + two(0) + four(0) + four(crc(part.bytes)) + four(part.bytes.count)
        + four(part.bytes.count) + two(name.count) + two(0)
      directory += four(0x0201_4B50) + two(20) + facts + two(0) + two(0) + two(0) + four(0)
      directory += four(archive.count) + name
      archive += four(0x0403_4B50) + facts + name + part.bytes
    }
    let end =
      four(0x0605_4B50) + two(0) + two(0) + two(parts.count) + two(parts.count)
      + four(directory.count) + four(archive.count) + two(0)
    return archive + directory + end
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number & 0xFFFF) + two(number >> 16) }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    Int(
      ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 })
  }
}
