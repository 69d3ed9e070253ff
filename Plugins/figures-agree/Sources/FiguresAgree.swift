import CEL
import CheckPluginKit

/// Whether the same figure is alike in report, annex and software. The figures themselves are not
/// repeated in the answer: they may count children.
struct FiguresAgree: CheckPlugin {
  var name: String { "figures-agree" }
  var version: String { "1.0.0" }

  func check(_ request: CheckRequest) -> CheckAnswer {
    guard let report = request.number("report") else {
      return CheckAnswer(.unanswered, vi: "Chưa có số trong báo cáo", en: "No figure in the report")
    }
    var reading = Reading(known: [Place(of: .report, value: report)])
    for source in [Source.annex, .software] {
      do throws(TableProblem) {
        try reading.add(source, request)
      } catch {
        return refusal(error, source, request)
      }
    }
    do throws(NumberError) {
      let limit = Limit(
        share: request.number("tolerance") ?? .zero, number: request.number("allowance") ?? .zero)
      return try verdict(reading, limit)
    } catch {
      return CheckAnswer(
        .error, vi: "Số quá lớn để so chính xác",
        en: "The figures are too great to be compared exactly")
    }
  }

  private func refusal(
    _ problem: TableProblem, _ source: Source, _ request: CheckRequest
  ) -> CheckAnswer {
    var positions: [CheckAnswer.Position] = []
    if let line = problem.line, let file = request.evidence(source.word).first {
      positions.append(CheckAnswer.Position(file.id, line: line))
    }
    return CheckAnswer(
      problem.isOpen ? .unanswered : .error, vi: "Không dùng được \(source.vi): \(problem.vi)",
      en: "The \(source.word) cannot be used: \(problem.en)", positions: positions)
  }

  private func verdict(_ reading: Reading, _ limit: Limit) throws(NumberError) -> CheckAnswer {
    let known = reading.known
    var unlike: [Place] = []
    for place in known.dropFirst() {
      if try !limit.allows(known[0].value, place.value) { unlike.append(place) }
    }
    if !unlike.isEmpty {
      return CheckAnswer(
        .unmet, vi: "Số trong \(names(unlike, { $0.vi }, "và")) khác báo cáo quá mức cho phép",
        en:
          "The figure in \(names(unlike, { $0.word }, "and")) differs from the report by more than is allowed",
        positions: places(unlike))
    }
    if known.count == 3, try !limit.allows(known[1].value, known[2].value) {
      return CheckAnswer(
        .unmet, vi: "Phụ lục và phần mềm khác nhau quá mức cho phép",
        en: "Annex and software differ from each other by more than is allowed",
        positions: places(known))
    }
    if !reading.missing.isEmpty || known.count < 2 {
      let wanted = reading.missing.isEmpty ? [Source.annex, .software] : reading.missing
      return CheckAnswer(
        .unanswered, vi: "Chưa có số để so trong \(joined(wanted, { $0.vi }, "và"))",
        en: "No figure to compare with in \(joined(wanted, { $0.word }, "and"))")
    }
    return CheckAnswer(
      .met, vi: "Số liệu thống nhất ở \(known.count) nơi: \(names(known, { $0.vi }, "và"))",
      en: "The figure agrees in \(known.count) places: \(names(known, { $0.word }, "and"))")
  }

  private func places(_ list: [Place]) -> [CheckAnswer.Position] {
    var positions: [CheckAnswer.Position] = []
    for place in list {
      if let position = place.position { positions.append(position) }
    }
    return positions
  }

  private func names(_ list: [Place], _ word: (Source) -> String, _ and: String) -> String {
    var sources: [Source] = []
    for place in list { sources.append(place.source) }
    return joined(sources, word, and)
  }

  private func joined(_ sources: [Source], _ word: (Source) -> String, _ and: String) -> String {
    var text = ""
    for (index, source) in sources.enumerated() {
      if index > 0 { text += index + 1 == sources.count ? " \(and) " : ", " }
      text += word(source)
    }
    return text
  }
}

/// Where a figure stands.
enum Source {
  case report
  case annex
  case software

  /// Its English name, which also begins its parameters.
  var word: String {
    switch self {
    case .report: "report"
    case .annex: "annex"
    case .software: "software"
    }
  }

  var vi: String {
    switch self {
    case .report: "báo cáo"
    case .annex: "phụ lục"
    case .software: "phần mềm"
    }
  }
}

/// A figure and where it stands.
struct Place {
  let source: Source
  let value: Rational
  var position: CheckAnswer.Position?

  init(of source: Source, value: Rational, position: CheckAnswer.Position? = nil) {
    self.source = source
    self.value = value
    self.position = position
  }
}

/// How far two figures may lie apart.
struct Limit {
  let share: Rational
  let number: Rational

  func allows(_ first: Rational, _ second: Rational) throws(NumberError) -> Bool {
    let difference = try magnitude(first.subtracting(second))
    if !(number < difference) { return true }
    let greatest = max(try magnitude(first), try magnitude(second))
    return try !(greatest.multiplied(by: share) < difference)
  }

  private func magnitude(_ value: Rational) throws(NumberError) -> Rational {
    value.sign < 0 ? try value.negated() : value
  }
}

/// The figures read so far, and the places that should have one and have none.
struct Reading {
  var known: [Place]
  var missing: [Source] = []

  mutating func add(_ source: Source, _ request: CheckRequest) throws(TableProblem) {
    if let value = request.number(source.word) {
      known.append(Place(of: source, value: value))
      return
    }
    guard let row = request.text(source.word + "_row"),
      let column = request.text(source.word + "_column")
    else {
      if !request.evidence(source.word).isEmpty {
        throw TableProblem(
          vi: "bảng kiểm chưa nêu tên dòng và tên cột cần đọc",
          en: "the checklist names no row and column to read")
      }
      return
    }
    guard let file = request.evidence(source.word).first else {
      missing.append(source)
      return
    }
    guard let text = file.text else {
      throw TableProblem(
        vi: "tệp không phải là văn bản UTF-8; hãy lưu lại dạng CSV UTF-8",
        en: "the file is no text in UTF-8; save it as CSV UTF-8")
    }
    let cell = try DelimitedTable(text).cell(row: row, column: column)
    if cell.text.isEmpty {
      missing.append(source)
      return
    }
    guard let value = cellNumber(cell.text) else {
      throw TableProblem(
        vi: "ô ở cột \(cell.column) không phải một số đọc được theo một cách (1.431 hoặc 1,5)",
        en: "the cell in column \(cell.column) is no number that reads in one way (1.431 or 1,5)",
        line: cell.line)
    }
    known.append(
      Place(
        of: source, value: value,
        position: CheckAnswer.Position(file.id, line: cell.line, column: cell.column)))
  }
}
