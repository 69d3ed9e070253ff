import ChecklistFormat
import Diagnostics
import Testing

@Suite("A deadline at a budget round that the calendar does not name, through extends")
struct BudgetRoundLintTests {
  private static let rounds = """
    budget_rounds:
      - { day: 19/07, name: { vi: "Dự toán", en: "Estimates" }, source: "Luật 83/2015/QH13", confirmed: false }

    """
  private static let ownCalendar = "uses: { calendar: own }\n"
  private static let change = "changes: [{ check: A-1, remedy: { within: next budget round } }]\n"
  private static let policies = """
    policies: { deadlines: { counted_from: issue, defaults: [{ severity: high, within: next budget round }] } }

    """

  /// What is found in a pack that says `rest` of its own, with the texts it points at; `base` is put
  /// into the checklist it extends.
  private func found(
    _ rest: String, base: (check: Bool, policies: Bool) = (false, false),
    rounds: (base: Bool, own: Bool) = (false, false)
  ) throws -> [String] {
    var main = baseMain
    if base.policies {
      main = main.replacing(
        "recurrence: keep",
        with: "recurrence: keep, deadlines: { counted_from: issue, "
          + "defaults: [{ severity: high, within: next budget round }] }")
      try #require(main != baseMain)
    }
    var area = baseArea
    if base.check {
      area = area.replacing(
        "id: A-1\n", with: "id: A-1\n    remedy: { within: next budget round }\n")
      try #require(area != baseArea)
    }
    let own = ScratchPack.calendar.replacing("calendar: days", with: "calendar: own")
    let pack = try extended(
      rest,
      [
        "national/checklist.yaml": main, "national/staffing.yaml": area,
        "calendars/days.yaml": ScratchPack.calendar + (rounds.base ? Self.rounds : ""),
        "calendars/own.yaml": own + (rounds.own ? Self.rounds : ""),
      ])
    let loaded = try PackLoader.load(pack.main)
    return try loaded.diagnostics.all.map { found in
      let bytes = try #require(loaded.sources[found.source]).bytes
      let place = String(decoding: bytes[found.range.lower..<found.range.upper], as: UTF8.self)
      return "\(found.code) \(place)"
    }
  }

  @Test("What is taken over with the calendar of the base is in order")
  func takenOver() throws {
    for base in [(true, false), (false, true), (true, true)] {
      #expect(try found("", base: base, rounds: (true, false)) == [])
      // The base's own mistake is told as one of the base.
      #expect(try found("", base: base).map { $0.prefix(11) } == ["broken-base"])
    }
  }

  @Test("A calendar of its own without rounds is pointed at once")
  func ownCalendar() throws {
    for base in [(true, false), (false, true), (true, true)] {
      #expect(
        try found(Self.ownCalendar, base: base, rounds: (true, false)) == ["no-budget-round own"])
      #expect(try found(Self.ownCalendar, base: base, rounds: (true, true)) == [])
    }
    #expect(try found(Self.ownCalendar, rounds: (true, false)) == [])
    let mended = Self.ownCalendar + Self.change.replacing("next budget round", with: "5 days")
    #expect(try found(mended, base: (true, false), rounds: (true, false)) == [])
  }

  @Test("A deadline of its own is pointed at where it is written")
  func ownDeadline() throws {
    #expect(
      try found(Self.change).map { $0.prefix(30) } == ["no-budget-round { within: next"])
    #expect(try found(Self.policies) == ["no-budget-round policies"])
    for own in [Self.change, Self.policies] {
      #expect(try found(own, rounds: (true, false)) == [])
      #expect(try found(Self.ownCalendar + own, rounds: (false, true)) == [])
    }
    let text = Self.change.replacing("within: next budget round", with: "text: { vi: X, en: X }")
    #expect(try found(text, base: (true, false), rounds: (true, false)) == [])
  }
}
