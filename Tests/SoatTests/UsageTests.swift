import Testing

@Suite("Wrong use is told in both languages, with what was probably meant")
struct UsageTests {
  private static let sentences: [(arguments: [String], vi: String, en: String)] = [
    (["scor"], "không có lệnh 'scor'; có phải là 'score'?", "did you mean 'score'?"),
    (["journal", "verfy"], "không có lệnh 'verfy'; có phải là 'verify'?", "no command 'verfy'"),
    (["frobnicate"], "không có lệnh 'frobnicate'", "there is no command 'frobnicate'"),
    (["score"], "thiếu '--submission <file> ...'", "Missing expected argument"),
    (
      ["score", "--submision", "x"], "có phải '--submision' là '--submission'?",
      "did you mean '--submission'"
    ),
    (
      ["score", "--submission", "x", "--sumary"],
      "không có tùy chọn '--sumary'; có phải là '--summary'?", "Unknown option '--sumary'"
    ),
    (["kinds", "--zzzzzzzz"], "không có tùy chọn '--zzzzzzzz'", "Unknown option"),
    (["score", "--submission"], "'--submission <file>' còn thiếu giá trị", "Missing value"),
    (
      ["score", "--submission", "x", "--summary=3"],
      "'--summary' không nhận giá trị, nhưng đã ghi '3'", "does not take any value"
    ),
    (
      ["lint", "--lang", "fr"], "'--lang <lang>' không nhận 'fr'; chọn 'vi' hoặc 'en'",
      "Please provide one of 'vi' and 'en'."
    ),
    (
      ["score", "--submission", "x", "--as-of", "31/02/2024"],
      "'--as-of <date>' không nhận '31/02/2024'; viết như 31/12/2024", "is invalid"
    ),
    (["eval", "1", "2"], "thừa '2'", "Unexpected argument '2'"),
    (["eval", "1", "2", "3"], "thừa 2 tham số: '2', '3'", "2 unexpected arguments"),
  ]

  @Test("Each kind of wrong use", arguments: Self.sentences)
  func told(arguments: [String], vi: String, en: String) throws {
    let result = try Command.soat(arguments)
    let lines = result.errors.split(separator: "\n")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    try #require(lines.count >= 4, "\(result.errors)")
    #expect(lines[0].hasPrefix("Lỗi: ") && lines[0].contains(vi), "\(lines[0])")
    #expect(lines[1].hasPrefix("Error: ") && lines[1].contains(en), "\(lines[1])")
    #expect(lines[lines.count - 2].hasPrefix("Cách gọi · Usage: soat"))
    #expect(lines[lines.count - 1].hasPrefix("  Xem thêm · See: soat"))
  }

  @Test(
    "A command that refuses its values is shown with the way to it",
    arguments: [
      ["deadline", "--from", "2024-02-01", "--within", "soon"],
      ["score", "--submission", "x", "--summary", "--format", "csv"],
    ])
  func refusedValues(arguments: [String]) throws {
    let result = try Command.soat(arguments)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("Lỗi · Error: "))
    #expect(result.errors.contains("Cách gọi · Usage: soat \(arguments[0]) ["))
    #expect(result.errors.contains("  Xem thêm · See: soat \(arguments[0]) --help"))
  }

  @Test("Every command is in one of the groups of the help page")
  func help() throws {
    let page = try Command.soat(["--help"]).output
    for group in ["CHẤM ĐIỂM", "BẢNG KIỂM", "ĐỢT KIỂM TRA", "KHẮC PHỤC", "THƯ MỤC LÀM VIỆC"] {
      #expect(page.contains("\n" + group))
    }
    #expect(!page.contains("\nSUBCOMMANDS:"))
  }
}
