import Diagnostics

/// The dates that limits give from one day; most checks share a few limits.
struct KnownDates: Sendable {
  /// The day from which the limits are counted.
  let day: CivilDate
  private var known: [TimeLimit: DueDate] = [:]

  init(from day: CivilDate) {
    self.day = day
  }

  mutating func due(
    _ limit: TimeLimit, _ calendar: WorkingCalendar
  ) throws(TimeError) -> DueDate {
    if let date = known[limit] { return date }
    let date = try calendar.due(limit, from: day)
    known[limit] = date
    return date
  }
}

extension CompiledChecklist {
  /// The same checklist with the dates worked out that follow from a day, so that of many assessments
  /// on that day none works them out again. It makes no other difference.
  public func prepared(for day: CivilDate) -> CompiledChecklist {
    var prepared = self
    var dates = KnownDates(from: day)
    for area in areas {
      for compiled in area {
        guard let limit = checklist.policies.limit(of: compiled.check) else { continue }
        // A limit without a date is told of where it strikes.
        do throws(TimeError) { _ = try dates.due(limit, checklist.calendar) } catch { continue }
      }
    }
    prepared.dates = dates
    return prepared
  }
}
