import CheckPluginKit
import Foundation
import TestSupport
import Testing

@testable import personal_data

@Suite("Signs of personal data")
struct PersonalDataTests {
  /// Names made of syllables drawn by a seed; they are nobody's.
  private static func names(_ count: Int, seed: UInt64) -> [String] {
    let surnames = [
      "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Lý", "Giàng", "Lò",
      "Nông", "Lữ", "Thạch",
    ]
    let middles = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Xuân", "Hữu", "Kim"]
    let given = ["Mẫu", "Thử", "Nháp", "Tạm", "Ví", "Nghiệm", "Thảo", "Khoa", "Tùng", "Yến"]
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      [surnames, middles, given].map { $0.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
    }
  }

  /// The share of names that are found in running text.
  private func share(_ names: [String], in sentence: String) -> Double {
    let search = TextSearch(places: DeclaredPlaces([]))
    let text = names.map { sentence.replacingOccurrences(of: "…", with: $0) }.joined(
      separator: "\n")
    let lines = Set(search.findings(in: text).filter { $0.datum == .name }.map(\.line))
    return Double(lines.count) / Double(names.count)
  }

  @Test(
    "Names in running text are found, with their marks joined or apart",
    arguments: [
      "Gia đình … thuộc hộ nghèo.", "Hồ sơ của bà … còn thiếu.", "…", "Đã gặp …, ngày 12/6.",
    ])
  func markedNames(sentence: String) {
    let names = Self.names(400, seed: 11)
    #expect(share(names, in: sentence) >= 0.97)
    #expect(share(names.map(\.decomposedStringWithCanonicalMapping), in: sentence) >= 0.97)
  }

  @Test("Most names without marks, and in capitals, are found")
  func otherForms() {
    let names = Self.names(400, seed: 12)
    #expect(share(names.map { Folding.bareText($0) }, in: "Gia dinh … thuoc ho ngheo.") >= 0.8)
    #expect(share(names.map { $0.uppercased() }, in: "Hồ sơ của bà … còn thiếu.") >= 0.95)
    #expect(share(names.map { $0.uppercased() }, in: "…") >= 0.5)
  }

  @Test("A child's given name alone is found; children in general are not")
  func children() {
    let found = { (text: String) in
      TextSearch.data(in: Line(text), text)
    }
    #expect(found("Cháu Mẫu được hỗ trợ.") == [.name])
    #expect(found("Các em Học sinh dự lớp 5").isEmpty)
    #expect(found("Giúp trẻ em. Đẩy mạnh tuyên truyền cho học sinh. Phối hợp các ngành.").isEmpty)
    #expect(found("Trẻ em từ lớp 6 đến lớp 9 của trường THCS Trần Thử").isEmpty)
    #expect(found("05 em học lớp 5 tại trường Tiểu học Lê Mẫu").isEmpty)
  }

  @Test("Places, streets, institutions and headings are no names")
  func places() {
    for text in [
      "các xã Lê Mẫu, Trần Thử và Hoàng Văn Mẫu", "đường Nguyễn Văn Mẫu",
      "Trường THPT Phan Bội Mẫu",
      "Đoàn TNCS Hồ Chí Minh", "PHẠM VI ÁP DỤNG", "ĐÀO TẠO CÁN BỘ", "Đoàn Kiểm Tra Liên Ngành",
      "Phòng Lao động - Thương binh và Xã hội", "Hội Liên hiệp Phụ nữ", "TM. ỦY BAN NHÂN DÂN",
      "Do Not Enter This Room",
    ] {
      #expect(NameSearch.names(in: Line(text)).isEmpty, "\(text)")
    }
  }

  @Test("Numbers are told by their structure")
  func numbers() {
    let found = { (text: String) in NumberSearch.numbers(in: text, isLabelled: false) }
    #expect(found("051 2 15 000000") == [.identityNumber])
    #expect(found("mã 003200000000, 500.000.000.000 đồng, 0512000000001").isEmpty)
    #expect(found("0900.000.000, +84 900 000 000") == [.telephone, .telephone])
    #expect(found("Quyết định 0900000000/QĐ, ngày 09.12.2024, tổng đài 111").isEmpty)
  }

  @Test("The project's own texts, which tell of nobody, are almost never held to")
  func falsePositives() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var lines = 0
    var flagged: [String] = []
    for folder in ["Documentation", "Checklists"] {
      let files = FileManager.default.enumerator(
        atPath: root.appending(path: folder).resolvingSymlinksInPath().path())
      while let path = files?.nextObject() as? String {
        guard path.hasSuffix(".md") || path.hasSuffix(".yaml"), !path.contains("records-review")
        else { continue }
        let text = try String(
          contentsOf: root.appending(path: "\(folder)/\(path)"), encoding: .utf8)
        lines += text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        flagged += TextSearch(places: DeclaredPlaces([])).findings(in: text)
          .map { "\(path):\($0.line) \($0.datum)" }
      }
    }
    #expect(lines > 5_000)
    #expect(flagged.count * 1_000 <= lines, "\(flagged)")
  }

  @Test("Hostile text ends: one endless line, digits alone, marks alone, deep tables")
  func hostileText() {
    let texts = [
      String(repeating: "Nguyễn ", count: 20_000), String(repeating: "0", count: 50_000),
      String(repeating: "0 ", count: 20_000), String(repeating: "\u{301}", count: 20_000),
      String(repeating: ";", count: 40_000), String(repeating: "\"", count: 40_001),
      String(repeating: "a,\"", count: 10_000), String(repeating: "&#", count: 20_000), "\u{FEFF}",
      "",
    ]
    for text in texts {
      for media in ["text/plain", "text/csv", "text/html", "application/json"] {
        _ = PersonalData.findings(in: text, media: media, DeclaredPlaces(["Thành phần", "", " "]))
      }
    }
  }
}

extension Folding {
  /// A text without marks, its capitals kept.
  fileprivate static func bareText(_ text: String) -> String {
    text.split(separator: " ").map { word in
      let plain = Folding.plain(String(word))
      return plain.prefix(1).uppercased() + plain.dropFirst()
    }.joined(separator: " ")
  }
}
