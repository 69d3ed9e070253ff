public import Diagnostics
public import InspectionCore

/// A calendar as loaded, or what is wrong with it.
public struct LoadedCalendar: Sendable {
  /// The calendar; nil where there are errors.
  public let calendar: WorkingCalendar?
  /// Everything found.
  public let diagnostics: DiagnosticList
  /// The text that diagnostics point into.
  public let source: SourceText
}

/// Loads a calendar on its own, for whoever needs a date and no checklist.
public enum CalendarLoader {
  /// Loads a calendar file.
  ///
  /// - Throws: ``FileProblem`` where the file cannot be read.
  public static func load(_ path: String) throws(FileProblem) -> LoadedCalendar {
    let loaded = try loadYAML(path) { reader, root in CalendarReader(reader: reader).calendar(root)
    }
    return LoadedCalendar(
      calendar: loaded.value, diagnostics: loaded.diagnostics, source: loaded.source)
  }
}
