import CEL
import Diagnostics
import InspectionCore

/// Compares two versions of an indicator.
struct IndicatorComparing {
  let old: Indicator
  let new: Indicator
  /// The checks that read it; where there are none, nothing about it alters judgement.
  let readers: [String]

  var changes: [Change] {
    var log = ChangeLog(ChangeSubject(.indicator, new.id, title: new.title))
    let weight: ChangeWeight = readers.isEmpty ? .wording : .judgement
    func alters<Value: Equatable>(
      _ aspect: ChangeAspect, _ before: Value, _ after: Value, _ words: (Value) -> LocalizedText
    ) {
      log.compare(aspect, weight, before, after, checks: readers, words)
    }
    alters(.type, old.type, new.type) { LocalizedText(same: $0.rawValue) }
    alters(.unit, old.unit, new.unit) { $0 ?? .nothing }
    let (before, after) = (old.figureStyle, new.figureStyle)
    if [old.lowerBound, old.upperBound] != [new.lowerBound, new.upperBound] {
      log.note(
        .bounds, weight, .bounds(old.lowerBound, old.upperBound, before),
        .bounds(new.lowerBound, new.upperBound, after), checks: readers)
    }
    alters(.time, old.time, new.time) { $0.words }
    alters(.options, Set(old.options.map(\.id)), Set(new.options.map(\.id))) { options in
      .joined(options.sorted().map { LocalizedText(same: $0) }, ", ")
    }
    alters(.columns, old.table?.shape, new.table?.shape) { $0?.words ?? .nothing }
    compareWording(&log)
    return log.changes
  }

  private func compareWording(_ log: inout ChangeLog) {
    log.compare(.title, .wording, old.title, new.title) { $0 }
    log.compare(.counts, .wording, old.counts, new.counts) {
      switch $0 {
      case .children: LocalizedText(vi: "trẻ em", en: "children")
      case .cases: LocalizedText(vi: "vụ việc", en: "cases")
      case nil: .nothing
      }
    }
    // No verdict of either version rests on it.
    log.compare(.rollUp, .wording, old.rollUp, new.rollUp) { $0?.words ?? .nothing }
    log.compare(.supplier, .wording, old.supplier, new.supplier) { .orNothing($0) }
    log.compare(.code, .wording, old.code, new.code) { .orNothing($0) }
    if Set(old.options.map(\.id)) == Set(new.options.map(\.id)) {
      log.compare(.options, .wording, titles(old.options), titles(new.options)) { .joined($0) }
    }
    if old.table?.shape == new.table?.shape {
      let before = old.table?.columns.map(\.title) ?? []
      let after = new.table?.columns.map(\.title) ?? []
      log.compare(.columns, .wording, before, after) { .joined($0) }
    }
  }

  private func titles(_ options: [ChoiceOption]) -> [LocalizedText] {
    options.sorted { $0.id < $1.id }.map(\.title)
  }
}

/// What rows hold, without the titles of the columns.
private struct TableShape: Equatable {
  let rows: RowSubject
  var columns: [TableColumn]

  init(_ schema: TableSchema) {
    rows = schema.rows
    columns = schema.columns.map { column in
      var column = column
      column.title = LocalizedText(same: "")
      column.options = column.options.map {
        ChoiceOption(id: $0.id, title: LocalizedText(same: ""))
      }
      return column
    }
    columns.sort { $0.id < $1.id }
  }

  var words: LocalizedText {
    let texts = columns.map { column in
      var text = LocalizedText.labelled(
        column.id + ":", LocalizedText(same: column.type.rawValue))
      if let unit = column.unit { text = .labelled(text, unit) }
      if column.lowerBound != nil || column.upperBound != nil {
        let style: FigureStyle =
          switch column.type {
          case .percent: .percent
          case .money: .money
          default: .plain
          }
        text = .labelled(text, .bounds(column.lowerBound, column.upperBound, style))
      }
      if !column.options.isEmpty {
        text =
          text + LocalizedText(same: " {" + column.options.map(\.id).joined(separator: ", ") + "}")
      }
      return text
    }
    return .labelled(rows.title + LocalizedText(same: ":"), .joined(texts))
  }
}

extension TableSchema {
  fileprivate var shape: TableShape { TableShape(self) }
}

extension LocalizedText {
  fileprivate static func orNothing(_ text: String?) -> LocalizedText {
    text.map { LocalizedText(same: $0) } ?? .nothing
  }
}
