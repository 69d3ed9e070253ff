import Diagnostics
import JSON

/// What a document says of plugins: which ran, within which bounds, and what they pointed at.
extension DocumentWriting {
  func plugin(_ record: PluginRecord, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.member("name", .string(record.name))
    sink.member("version", .string(record.version))
    sink.member("digest", .string(record.digest))
    sink.member("program", record.program.map { .string($0) } ?? .null)
    if isWhole {
      sink.list("held", record.held) { bound, sink in sink.put(.string(bound)) }
      sink.list("unheld", record.unheld) { bound, sink in sink.put(.string(bound)) }
      sink.member("restarts", .integer(Int64(record.restarts)))
      // Nobody has read it for the public or the unit.
      sink.member("log", disclosure.audience == .team ? .string(record.log) : .null)
    }
    sink.endObject()
  }

  func outcome(_ outcome: PluginOutcome, to sink: inout some JSONSink) {
    var outcome = outcome
    if disclosure.hidesFreeText { outcome.positions = [] }
    sink.key(word: "plugin")
    outcome.write(language, to: &sink)
  }
}

extension PluginOutcome {
  /// What the plugin rests on, what it was sent and where it points, as an object.
  func write(_ language: Language, to sink: inout some JSONSink) {
    sink.beginObject()
    sink.list("used", used) { name, sink in sink.put(.string(name)) }
    sink.list("evidence", files) { file, sink in
      sink.beginObject()
      sink.member("id", .string(file.id))
      sink.member("sha256", .string(file.digest))
      sink.endObject()
    }
    sink.list("positions", positions) { position, sink in
      sink.beginObject()
      sink.member("evidence", .string(position.evidence))
      if let line = position.line { sink.member("line", .integer(Int64(line))) }
      if let row = position.row { sink.member("row", .integer(Int64(row))) }
      if let column = position.column { sink.member("column", .string(column)) }
      if let note = position.note { sink.member("note", .string(note[language])) }
      sink.endObject()
    }
    sink.endObject()
  }
}
