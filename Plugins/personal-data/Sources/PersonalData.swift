import CheckPluginKit
import JSON

/// Looks for personal data in evidence and in answers in words. What is found is never repeated.
struct PersonalData: CheckPlugin {
  var name: String { "personal-data" }
  var version: String { "1.0.0" }

  func check(_ request: CheckRequest) -> CheckAnswer {
    let places = DeclaredPlaces(request.texts("officials"))
    var report = Report()
    for file in request.evidence("files") {
      guard let text = file.text else {
        if file.media.hasPrefix("text/") || file.media == "application/json" {
          report.unread.append(file.id)
        } else {
          report.documents.append(file.id)
        }
        continue
      }
      report.add(PersonalData.findings(in: text, media: file.media, places), in: file.id)
      if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) {
        report.hasText = true
      }
    }
    for answer in request.parameter("answers")?.arrayValue ?? [] {
      guard let text = answer["value"]?.stringValue else { continue }
      report.hasText = true
      let data = TextSearch(places: places).findings(in: text)
      if !data.isEmpty { report.add(data, inAnswerTo: answer["title"]) }
    }
    return report.answer
  }

  /// What a file tells of people.
  static func findings(in text: String, media: String, _ places: DeclaredPlaces) -> [Finding] {
    let isTable = media == "text/csv" || media == "text/tab-separated-values"
    if isTable {
      do throws(TableProblem) {
        return TableSearch(table: try DelimitedTable(text), places: places).findings
      } catch {
        // A table that cannot be read as one may still hold names.
        return TextSearch(places: places).findings(in: text)
      }
    }
    return TextSearch(places: places).findings(in: Escapes.resolved(text, media: media))
  }
}

/// What was found in all that was sent.
struct Report {
  var hasText = false
  /// Files that should be text and are none.
  var unread: [String] = []
  /// Files of office programs, which hold more than text.
  var documents: [String] = []
  private var counts = [Int](repeating: 0, count: PersonalDatum.allCases.count)
  private var positions: [CheckAnswer.Position] = []
  private var answers: [(vi: String, en: String)] = []
  private static let mostPositions = 100
  private static let mostAnswers = 5

  mutating func add(_ findings: [Finding], in file: String) {
    for finding in findings {
      counts[finding.datum.rawValue] += 1
      guard positions.count < Report.mostPositions else { continue }
      positions.append(
        CheckAnswer.Position(
          file, line: finding.line, column: finding.column, note: finding.datum.words))
    }
  }

  mutating func add(_ findings: [Finding], inAnswerTo title: JSONValue?) {
    for finding in findings { counts[finding.datum.rawValue] += 1 }
    guard answers.count < Report.mostAnswers, let vi = title?["vi"]?.stringValue,
      let en = title?["en"]?.stringValue
    else { return }
    answers.append((vi, en))
  }

  var answer: CheckAnswer {
    let vi = counted { "\($0) \($1.vi)" }
    if !vi.isEmpty {
      let places =
        answers.isEmpty
        ? (vi: "", en: "")
        : (
          vi: " (có ở câu trả lời: \(answers.map(\.vi).joined(separator: "; ")))",
          en: " (some in the answers: \(answers.map(\.en).joined(separator: "; ")))"
        )
      return CheckAnswer(
        .unmet,
        vi:
          "Có dấu hiệu dữ liệu cá nhân: \(vi)\(places.vi); hãy bỏ đi hoặc thay bằng mã rồi nộp lại",
        en:
          "Signs of personal data: \(counted { "\($1.en): \($0)" })\(places.en); take them out or put codes in their place, and submit again",
        positions: positions)
    }
    if !unread.isEmpty {
      return CheckAnswer(
        .error,
        vi:
          "\(unread.count) tệp không phải văn bản UTF-8 nên chưa xem được; hãy lưu lại dạng UTF-8",
        en:
          "Files that are no text in UTF-8 and could not be looked through: \(unread.count); save them in UTF-8",
        positions: unread.prefix(Report.mostPositions).map { CheckAnswer.Position($0) })
    }
    if !documents.isEmpty {
      return CheckAnswer(
        .unanswered,
        vi:
          "\(documents.count) tệp PDF, DOCX hoặc XLSX chưa xem được; hãy nộp thêm bản CSV hoặc văn bản",
        en:
          "PDF, DOCX or XLSX files that could not be looked through: \(documents.count); submit them as CSV or text too",
        positions: documents.prefix(Report.mostPositions).map { CheckAnswer.Position($0) })
    }
    guard hasText else {
      return CheckAnswer(.unanswered, vi: "Các tệp đều trống", en: "There is nothing in the files")
    }
    return CheckAnswer(
      .met, vi: "Không thấy dấu hiệu dữ liệu cá nhân", en: "No sign of personal data")
  }

  private func counted(_ words: (Int, (vi: String, en: String)) -> String) -> String {
    PersonalDatum.allCases.filter { counts[$0.rawValue] > 0 }
      .map { words(counts[$0.rawValue], $0.words) }.joined(separator: ", ")
  }
}
