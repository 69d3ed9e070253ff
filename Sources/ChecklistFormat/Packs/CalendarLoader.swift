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
    let limits = YAMLLimits()
    let source = SourceText(name: path, bytes: try FileBytes.read(path, limit: limits.bytes))
    let reader = FileReader(source)
    var calendar: WorkingCalendar?
    do throws(YAMLProblem) {
      calendar = CalendarReader(reader: reader).calendar(
        try YAMLParser.parse(source, limits: limits))
    } catch {
      reader.report(error.diagnostic)
    }
    return LoadedCalendar(
      calendar: reader.log.hasErrors ? nil : calendar, diagnostics: reader.diagnostics,
      source: source)
  }
}
