import CEL
import Diagnostics
import InspectionCore

/// Compares what two checklists take from their dictionaries, naming the checks that each change
/// reaches.
struct DictionaryComparing {
  let old: Checklist
  let new: Checklist
  /// The names that each check mentions, in either checklist, by its later id.
  let names: [String: Set<String>]
  /// The ids of the documents that checks which need force rest on, by the check's later id.
  let forced: [String: Set<String>]

  var changes: [Change] {
    indicators + targets + citations + unitClasses + themes + periods + calendar
  }

  private func readers(of name: String) -> [String] {
    names.filter { $0.value.contains(name) || $0.value.contains("previous." + name) }.keys.sorted()
  }

  // MARK: Indicators

  private var indicators: [Change] {
    Matched(old.indicators, new.indicators, by: \.id).changes { indicator, _ in
      WholeSubject(
        ChangeSubject(.indicator, indicator.id, title: indicator.title), .wording, indicator.title)
    } compare: { before, after in
      IndicatorComparing(old: before, new: after, readers: readers(of: after.id)).changes
    }
  }

  private var targets: [Change] {
    Matched(old.targets, new.targets, by: \.id).changes { target, _ in
      WholeSubject(
        ChangeSubject(.target, target.id, title: target.title), .wording, words(target.values))
    } compare: { before, after in
      let checks = readers(of: after.variable)
      var log = ChangeLog(ChangeSubject(.target, after.id, title: after.title))
      log.compare(
        .values, checks.isEmpty ? .wording : .judgement, before.values, after.values,
        checks: checks
      ) { words($0) }
      log.compare(.title, .wording, before.title, after.title) { $0 }
      log.compare(.citations, .wording, before.cites, after.cites) { cites in
        .joined(cites.map { LocalizedText(same: $0.text) }, ", ")
      }
      log.compare(.status, .wording, before.status, after.status) { $0.words }
      return log.changes
    }
  }

  private func words(_ values: [TargetValue]) -> LocalizedText {
    .joined(
      values.map { value in
        var text = LocalizedText(value.value, value.style)
        if value.from != nil || value.to != nil {
          text = .labelled(text, .days(value.from, value.to))
        }
        if let name = value.unitClass { text = text + LocalizedText(same: " (\(name))") }
        return text
      })
  }

  // MARK: Citations

  private var citations: [Change] {
    Matched(old.citations, new.citations, by: \.id).changes { citation, _ in
      WholeSubject(
        ChangeSubject(.citation, citation.id, title: citation.title), .wording, words(citation))
    } compare: { before, after in
      let checks = forced.filter { $0.value.contains(after.id) }.keys.sorted()
      var log = ChangeLog(ChangeSubject(.citation, after.id, title: after.title))
      log.compare(
        .force, checks.isEmpty ? .wording : .judgement,
        [before.inForceFrom, before.inForceTo], [after.inForceFrom, after.inForceTo],
        checks: checks
      ) { .days($0[0], $0[1]) }
      if words(before) != words(after) {
        log.note(.identity, .wording, words(before), words(after))
      }
      log.compare(.title, .wording, before.title, after.title) { $0 }
      log.compare(.status, .wording, before.status, after.status) { $0.words }
      log.compare(.places, .wording, before.places, after.places) { places in
        .joined(places.map(words))
      }
      return log.changes
    }
  }

  private func words(_ citation: Citation) -> LocalizedText {
    LocalizedText(
      vi: "\(citation.type.vi) \(citation.number) ngày \(citation.date.vietnamese), "
        + citation.issuer.vi,
      en: "\(citation.type.en) \(citation.number) of \(citation.date.iso), \(citation.issuer.en)")
  }

  private func words(_ place: CitationPlace) -> LocalizedText {
    var text = place.title + LocalizedText(same: " (") + place.status.words
    if let note = place.note { text = text + LocalizedText(same: ": ") + note }
    return text + LocalizedText(same: ")")
  }

  // MARK: Classes and periods

  private var unitClasses: [Change] {
    Matched(old.unitClasses, new.unitClasses, by: \.id).changes { unitClass, _ in
      WholeSubject(
        ChangeSubject(.unitClass, unitClass.id, title: unitClass.title), .wording, unitClass.title)
    } compare: { before, after in
      var log = ChangeLog(ChangeSubject(.unitClass, after.id, title: after.title))
      log.compare(.title, .wording, before.title, after.title) { $0 }
      return log.changes
    }
  }

  private var themes: [Change] {
    Matched(old.themes, new.themes, by: \.id).changes { theme, _ in
      WholeSubject(ChangeSubject(.theme, theme.id, title: theme.title), .wording, words(theme))
    } compare: { before, after in
      var log = ChangeLog(ChangeSubject(.theme, after.id, title: after.title))
      if Set(before.areas + before.checks) != Set(after.areas + after.checks) {
        log.note(.extent, .wording, words(before), words(after))
      }
      log.compare(.title, .wording, before.title, after.title) { $0 }
      return log.changes
    }
  }

  private func words(_ theme: Theme) -> LocalizedText {
    LocalizedText(same: (theme.areas + theme.checks).joined(separator: ", "))
  }

  private var periods: [Change] {
    Matched(old.periods, new.periods, by: \.id).changes { period, _ in
      WholeSubject(
        ChangeSubject(.period, period.id, title: period.title), .wording, words(period))
    } compare: { before, after in
      var log = ChangeLog(ChangeSubject(.period, after.id, title: after.title))
      if words(before) != words(after) {
        log.note(.days, .judgement, words(before), words(after))
      }
      log.compare(.year, .judgement, before.yearOf, after.yearOf) { yearOf in
        yearOf == .start
          ? LocalizedText(vi: "năm của ngày đầu", en: "that of its start")
          : LocalizedText(vi: "năm của ngày cuối", en: "that of its end")
      }
      log.compare(.title, .wording, before.title, after.title) { $0 }
      log.compare(.source, .wording, before.source, after.source) {
        $0.map { LocalizedText(same: $0) } ?? .nothing
      }
      log.compare(.status, .wording, before.status, after.status) { $0.words }
      return log.changes
    }
  }

  private func words(_ period: PeriodPreset) -> LocalizedText {
    LocalizedText(same: period.from.text + "–" + period.to.text)
  }

  // MARK: The calendar

  /// Changed days move deadlines and nothing else.
  private var calendar: [Change] {
    let before = old.calendar
    let after = new.calendar
    var log = ChangeLog(ChangeSubject(.calendar, after.id, title: after.title))
    let gone = CalendarDays(before).without(CalendarDays(after))
    let come = CalendarDays(after).without(CalendarDays(before))
    if !gone.isEmpty || !come.isEmpty { log.note(.days, .followUp, gone.words, come.words) }
    log.compare(.verified, .followUp, before.verified, after.verified) {
      .days($0.from, $0.to)
    }
    log.compare(.budgetRounds, .followUp, before.budgetRounds, after.budgetRounds) { rounds in
      .joined(rounds.map { LocalizedText(same: $0.day.text + " ") + $0.name }, ", ")
    }
    if gone.isEmpty, come.isEmpty {
      let isSame = before.daysOff == after.daysOff && before.makeUpDays == after.makeUpDays
      if !isSame { log.note(.notes, .wording, nil, nil) }
    }
    log.compare(
      .title, .wording, [LocalizedText(same: before.id), before.title],
      [LocalizedText(same: after.id), after.title]
    ) { .joined($0, " ") }
    return log.changes
  }
}

/// What a calendar says of its days as far as deadlines depend on it.
struct CalendarDays {
  private struct Entry: Hashable {
    let date: CivilDate
    let isOff: Bool
    let isConfirmed: Bool
  }

  private var entries: Set<Entry> = []

  init(_ calendar: WorkingCalendar) {
    for (date, day) in calendar.daysOff {
      entries.insert(Entry(date: date, isOff: true, isConfirmed: day.isConfirmed))
    }
    for (date, day) in calendar.makeUpDays {
      entries.insert(Entry(date: date, isOff: false, isConfirmed: day.isConfirmed))
    }
  }

  func without(_ other: CalendarDays) -> CalendarDays {
    var rest = self
    rest.entries.subtract(other.entries)
    return rest
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The first days by date, and how many more there are.
  var words: LocalizedText {
    let shown = 8
    let sorted = entries.sorted { ($0.date, $0.isOff ? 0 : 1) < ($1.date, $1.isOff ? 0 : 1) }
    var texts = sorted.prefix(shown).map { entry in
      var text = LocalizedText.labelled(
        entry.isOff
          ? LocalizedText(vi: "nghỉ", en: "off") : LocalizedText(vi: "làm bù", en: "worked"),
        LocalizedText(entry.date))
      if !entry.isConfirmed {
        text = text + LocalizedText(vi: " (chưa xác nhận)", en: " (unconfirmed)")
      }
      return text
    }
    if sorted.count > shown {
      let more = sorted.count - shown
      texts.append(LocalizedText(vi: "và \(more) ngày nữa", en: "and \(more) more"))
    }
    return .joined(texts, ", ")
  }
}
