import Diagnostics
import Testing

@testable import Documents

@Suite("Excel workbooks, part by part")
struct WorkbookTests {
  /// The texts of the rows, `!` for cells that say nothing.
  private func texts(
    _ workbook: HandmadeWorkbook, sheet: String? = nil, _ limits: TableLimits = TableLimits()
  ) throws -> [[String]] {
    try Workbook.read(workbook.bytes, sheet: sheet, limits: limits).rows.map { row in
      row.cells.map { cell in
        switch cell {
        case .text(let text): text
        case .unusable(let why): "!" + why.en
        }
      }
    }
  }

  private func data(_ cells: String) -> String {
    "<sheetData><row r=\"1\">\(cells)</row></sheetData>"
  }

  private func problem(
    _ workbook: HandmadeWorkbook, sheet: String? = nil, _ limits: TableLimits = TableLimits()
  ) -> TableProblem? {
    do { _ = try Workbook.read(workbook.bytes, sheet: sheet, limits: limits) } catch {
      return error
    }
    return nil
  }

  @Test("Texts are put together from their runs; what tells how they are spoken is left out")
  func readsTexts() throws {
    let workbook = HandmadeWorkbook(
      data(
        """
        <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
        <c r="C1" t="inlineStr"><is><r><t>trong </t></r><r><rPr><b/></rPr><t>ô</t></r></is></c>\
        <c r="D1" t="str"><f>A1&amp;"x"</f><v>tính ra</v></c>\
        <c r="E1" t="s"><v>2</v></c>
        """),
      shared: """
        <si><t xml:space="preserve"> một </t></si>\
        <si><r><t>hai</t></r><r><t> &lt;ba&gt;</t></r><rPh sb="0" eb="1"><t>BỎ</t></rPh></si>\
        <si><t>dòng_x000A_sau_x005F_x000A_ _x0000_ _xD800_ _x1_</t></si>
        """)
    #expect(
      try texts(workbook) == [
        [
          " một ", "hai <ba>", "trong ô", "tính ra",
          "dòng\nsau_x000A_ _x0000_ _xD800_ _x1_",
        ]
      ])
  }

  @Test("Numbers stay as the file writes them; truth and errors are told")
  func readsNumbers() throws {
    let workbook = HandmadeWorkbook(
      data(
        """
        <c r="A1"><v>0.1</v></c><c r="B1"><v>1E3</v></c><c r="C1"><v> -12 </v></c>\
        <c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1" t="e"><v>#REF!</v></c>\
        <c r="G1"><f>1+1</f><v></v></c><c r="H1"><v>0x10</v></c><c r="I1" t="s"><v>7</v></c>\
        <c r="J1" t="zz"><v>1</v></c><c r="K1"><v>12345678901234567890</v></c><c r="L1"><v>nan</v></c>
        """))
    let row = try #require(try texts(workbook).first)
    #expect(Array(row[0...4]) == ["0.1", "1E3", "-12", "TRUE", "FALSE"])
    #expect(row[5] == "!its formula gives the error #REF!")
    #expect(row[6].hasPrefix("!its formula has not been computed"))
    #expect(row[7] == "!\"0x10\" is no number")
    #expect(row[8].hasPrefix("!it points to the string 7"))
    #expect(row[9] == "!the cell's type is not known")
    #expect(row[10] == "12345678901234567890")
    #expect(row[11] == "!\"nan\" is no number")
  }

  @Test("A number is a day by the format of its cell, counted from 1900 or 1904")
  func readsDays() throws {
    let cells = """
      <c r="A1" s="1"><v>45657</v></c><c r="B1" s="2"><v>45657.75</v></c>\
      <c r="C1" s="3"><v>0.5</v></c><c r="D1" s="1"><v>59</v></c><c r="E1" s="1"><v>60</v></c>\
      <c r="F1" s="1"><v>61</v></c><c r="G1" s="0"><v>45657</v></c><c r="H1" s="1"><v>-1</v></c>\
      <c r="I1" s="1"><v>2958466</v></c><c r="J1" s="9"><v>45657</v></c>\
      <c r="K1" t="d"><v>2024-12-31T00:00:00</v></c><c r="L1" s="1"><v>0</v></c>
      """
    func workbook(_ properties: String) -> HandmadeWorkbook {
      HandmadeWorkbook(
        data(cells),
        formats: #"<numFmt numFmtId="164" formatCode="&quot;ngày&quot; dd/mm/yyyy\ hh:mm"/>"#,
        cellFormats: """
          <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/>
          """, workbook: properties)
    }
    let row = try #require(try texts(workbook("")).first)
    #expect(Array(row[0...3]) == ["2024-12-31", "2024-12-31", "12:00:00", "1900-02-28"])
    #expect(row[4] == "!29 February 1900 never was")
    #expect(Array(row[5...6]) == ["1900-03-01", "45657"])
    #expect(row[7].hasPrefix("!the number -1 is no day"))
    #expect(row[8].hasPrefix("!the number 2958466 is no day"))
    #expect(Array(row[9...10]) == ["45657", "2024-12-31"])
    #expect(row[11].hasPrefix("!it is a time without a day"))
    let mac = try #require(try texts(workbook("<workbookPr date1904=\"1\"/>")).first)
    #expect(mac[0] == "2029-01-01")
    #expect(Array(mac[3...4]) == ["1904-02-29", "1904-03-01"])
    #expect(mac[11] == "1904-01-01")
  }

  @Test(
    "What a format shows",
    arguments: [
      ("dd/mm/yyyy", NumberMeaning.date), ("mmm\\-yy", .date), ("[$-42A]d mmmm", .date),
      ("mm", .date), ("hh:mm", .time), ("mm:ss", .time), ("[h]:mm", .time), ("[mm]", .time),
      ("General", .number), ("0.00", .number), ("#,##0\\ \"đồng/ngày dmy\"", .number),
      ("#,##0 [$đ-42A]", .number), ("[Red]0", .number), ("0;\"d\"", .number),
      ("_d0*y", .number), ("0.0E+00", .number), ("\"mở", .number), ("[", .number), ("\\", .number),
      ("@", .number), ("YYYY", .date),
    ])
  func readsFormats(_ code: String, _ meaning: NumberMeaning) {
    #expect(CellStyles.meaning(ofFormat: code) == meaning)
  }

  @Test("Rows and cells that are left out keep the others in their places")
  func keepsPlaces() throws {
    let workbook = HandmadeWorkbook(
      """
      <sheetData><row r="2"><c r="C2"><v>1</v></c></row><row r="5" hidden="1"><c><v>2</v></c>\
      <c r="D5"><v>3</v></c><c r="E5" t="inlineStr"><is><t></t></is></c></row><row r="9"/></sheetData>
      """)
    let table = try Workbook.read(workbook.bytes, sheet: nil)
    #expect(table.rows.map(\.number) == [2, 5])
    #expect(try texts(workbook) == [["", "", "1"], ["2", "", "", "3"]])
    #expect(table.sheet?.hiddenRows == 1)
    #expect(table.place(row: 5, column: 3).vi == "trang \"Trang 1\", ô D5")
    #expect(SourceTable.letters(ofColumn: 27) == "AB")
    #expect(SourceTable.letters(ofColumn: 16_383) == "XFD")
  }

  @Test("Merged cells all say what the first of them does, as far as there are rows")
  func fillsMergedCells() throws {
    let workbook = HandmadeWorkbook(
      """
      <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Xã</t></is></c><c r="B1"><v>1</v></c></row>\
      <row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row></sheetData>\
      <mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B3:C1048576"/>\
      <mergeCell ref="Z9:Z10"/></mergeCells>
      """)
    #expect(try texts(workbook) == [["Xã", "1"], ["Xã", "2"], ["", "3", "3"]])
  }

  @Test("The first worksheet that is not hidden is read, or the one that is named")
  func choosesSheets() throws {
    let workbook = HandmadeWorkbook(
      data("<c><v>1</v></c>"),
      sheets: """
        <sheet name="Biểu đồ" sheetId="3" r:id="r5"/>\
        <sheet name="Danh mục" sheetId="1" state="hidden" r:id="r1"/>\
        <sheet name="Theo dõi" sheetId="2" r:id="r2"/>
        """)
    #expect(try texts(workbook) == [["2"]])
    #expect(try texts(workbook, sheet: "Danh mục") == [["1"]])
    let table = try Workbook.read(workbook.bytes, sheet: nil)
    #expect(table.sheet?.name == "Theo dõi")
    #expect(table.sheet?.others.map(\.vi) == ["\"Biểu đồ\"", "\"Danh mục\" (ẩn)"])
    for name in ["Biểu đồ", "Theo doi"] {
      let refused = problem(workbook, sheet: name)
      #expect(refused?.mend?.en.contains("\"Danh mục\" (hidden), \"Theo dõi\"") == true)
    }
  }

  @Test("A prefix of the namespace changes nothing")
  func readsPrefixes() throws {
    var workbook = HandmadeWorkbook("")
    workbook.parts[1].text = """
      <x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="A" rel:id="r1"/></x:sheets></x:workbook>
      """
    workbook.parts[3].text = """
      <x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>\
      </x:worksheet>
      """
    #expect(try texts(workbook) == [["7"]])
  }

  @Test("Too much of anything is refused, however small the file")
  func bounds() {
    let many = String(repeating: "<c><v>1</v></c>", count: 40)
    var limits = TableLimits()
    limits.columns = 39
    #expect(
      problem(HandmadeWorkbook(data(many)), limits)?.message.en.contains("39 columns") == true)
    limits = TableLimits()
    limits.cells = 39
    #expect(problem(HandmadeWorkbook(data(many)), limits)?.message.en.contains("39 cells") == true)
    limits = TableLimits()
    limits.unpacked = 1000
    #expect(
      problem(HandmadeWorkbook(data(many)), limits)?.message.en.contains("1000 bytes") == true)
    limits = TableLimits()
    limits.rows = 3
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 4)
    #expect(
      problem(HandmadeWorkbook("<sheetData>\(rows)</sheetData>"), limits)?.message.en
        .contains("3 rows") == true)
    limits = TableLimits()
    limits.text = 100
    let shared = "<si><t>\(String(repeating: "a", count: 30))</t></si>"
    let pointing = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 4)
    #expect(
      problem(HandmadeWorkbook(data(pointing), shared: shared), limits)?.message.en
        .contains("100 bytes of text") == true)
    let merged = "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>"
    let one = data("<c t=\"s\"><v>0</v></c>") + merged
    #expect(
      problem(HandmadeWorkbook(one, shared: shared), limits)?.message.en
        .contains("100 bytes of text") == true)
    limits = TableLimits()
    limits.cells = 5
    #expect(problem(HandmadeWorkbook(data("<c><v>1</v></c>") + merged), limits) == nil)
    #expect(problem(HandmadeWorkbook(data("<c><v>1</v></c>") + merged + merged), limits) != nil)
    limits.cells = 4
    #expect(problem(HandmadeWorkbook(data("<c><v>1</v></c>") + merged), limits) != nil)
    let long = String(repeating: "a", count: 3 * 32_767 + 1)
    #expect(
      problem(HandmadeWorkbook(data("<c t=\"str\"><v>\(long)</v></c>")))?.message.en
        .contains("32767 letters") == true)
  }

  @Test("A document type is refused, and with it entities of its own")
  func refusesEntities() {
    var workbook = HandmadeWorkbook("")
    for text in [
      "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>",
      "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><worksheet/>",
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>",
    ] {
      workbook.parts[3].text = text
      #expect(problem(workbook)?.message.en.contains("DOCTYPE") == true)
    }
    workbook.parts[3].text = "<worksheet>&e;</worksheet>"
    #expect(problem(workbook)?.message.en.contains("damaged") == true)
    workbook.parts[3].text = String(repeating: "<a>", count: 100)
    #expect(problem(workbook)?.message.en.contains("damaged") == true)
  }

  @Test(
    "A worksheet that contradicts itself is damaged",
    arguments: [
      "<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>",
      "<sheetData><row r=\"0\"/></sheetData>", "<sheetData><row r=\"1048577\"/></sheetData>",
      "<sheetData><row r=\"1\"><c r=\"A2\"/></row></sheetData>",
      "<sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData>",
      "<sheetData><row r=\"1\"><c r=\"XFE1\"/></row></sheetData>",
      "<sheetData><c/></sheetData>", "<sheetData><row><c><c/></c></row></sheetData>",
      "<sheetData/><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>",
      "<sheetData/><mergeCells><mergeCell/></mergeCells>", "<sheetData><row></sheetData>",
    ])
  func refusesContradictions(_ sheet: String) {
    #expect(problem(HandmadeWorkbook(sheet))?.message.en.contains("damaged") == true)
  }
}
