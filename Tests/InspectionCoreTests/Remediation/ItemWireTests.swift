import Diagnostics
import Foundation
import InspectionCore
import JSON
import Testing

@Suite("Item events as journal payloads")
struct ItemWireTests {
  private static let hex = Follow.reason.hex

  @Test(
    "The form of a payload stands: what was written once must be readable for ever",
    arguments: [
      (ItemEvent.acknowledged, "item.acknowledged", "{}"),
      (
        .verified(.outsideCompetence, reason: Follow.reason), "item.verified",
        #"{"closing":"outside_competence","reason":"HEX"}"#
      ),
      (
        .extensionRequested(
          to: date("2024-03-29"), reason: Follow.reason, overdueDays: 5),
        "item.extension_requested",
        #"{"overdueDays":5,"reason":"HEX","to":"2024-03-29"}"#
      ),
      (
        .transferred(
          Transfer(
            from: "a", to: "b", owedBy: .department,
            document: DocumentReference(number: "1/BB", date: date("2025-07-01")))),
        "item.transferred",
        #"{"transfer":{"document":{"date":"2025-07-01","number":"1/BB"},"from":"a","owedBy":"department","to":"b"}}"#
      ),
      (
        .corrected(
          Correction(
            event: EventID(origin: "laptop", sequence: 7), amendment: .undone(.inProgress),
            reason: Follow.reason)), "item.corrected",
        #"{"correction":{"backTo":"in_progress","event":{"origin":"laptop","sequence":7},"reason":"HEX"}}"#
      ),
    ] as [(ItemEvent, String, String)])
  func form(event: ItemEvent, type: String, payload: String) throws {
    let text = payload.replacingOccurrences(of: "HEX", with: Self.hex)
    #expect(event.type == type)
    #expect(JSONValue.object(event.payload).description == text)
    let read = try #require(try JSONReader.read(Array(text.utf8)).objectValue)
    #expect(try ItemEvent(type: type, form: 1, payload: read) == event)
  }

  @Test("A payload that cannot be read says where and why")
  func damage() {
    func error(_ type: String, _ payload: JSONObject, form: Int = 1) -> WireError? {
      do throws(WireError) {
        _ = try ItemEvent(type: type, form: form, payload: payload)
        return nil
      } catch {
        return error
      }
    }
    #expect(error("item.exploded", [:])?.path == "type")
    #expect(error("acknowledged", [:])?.path == "type")
    #expect(error("item.acknowledged", [:], form: 2)?.path == "form")
    #expect(error("item.withdrawn", [:])?.message.en == "\"reason\" is missing")
    #expect(error("item.withdrawn", ["reason": "because"])?.path == "payload.reason")
    #expect(
      error("item.evidence_submitted", ["sources": [["file": "x"]]])?.path
        == "payload.sources[0].file")
    #expect(error("item.corrected", ["correction": [:]])?.path == "payload.correction")
  }

  @Test("Any member of any payload may be broken: it is refused or read, and folds to an item")
  func fuzz() {
    var life = Life.issued()
    life.accept(.submitEvidence([.file(Follow.text)]), Life.unit, "2024-03-05")
    life.accept(
      .divide(
        [ItemPart(item: "p", unit: "x/b"), ItemPart(item: "q", unit: "x/c")], Follow.paper),
      Life.office, "2024-03-06")
    let odd: [JSONValue] = [
      .null, 0, -1, "", "x", [], [:], "9999-12-31", .integer(1 << 53), .string(Self.hex),
    ]
    var refused = 0
    var read = 0
    for event in life.events {
      let document = JSONValue.object(event.payload)
      for path in document.paths() {
        for value in odd + [nil] {
          let broken = document.replacing(path, with: value).objectValue ?? [:]
          do throws(WireError) {
            let event = try ItemEvent(type: event.type, form: 1, payload: broken)
            _ = evolve(life.item, event, by: Follow.by("a", .team, on: "2024-03-07"))
            read += 1
          } catch {
            refused += 1
          }
        }
      }
    }
    #expect(refused > 100 && read > 20, "\(refused) refused, \(read) read")
  }

  /// `SOAT_UNITS` sets how many units there are.
  @Test("Every unit of a country is set against a new inspection, and no item is lost")
  func country() throws {
    let units =
      ProcessInfo.processInfo.environment["SOAT_UNITS"].flatMap { Int($0) } ?? 33
    let template = try #require(Life.issued().item)
    let checks = (0..<67).map { "C-\($0)" }
    let before = (0..<units).map { unit in
      (0..<60).map { number in
        var item = template
        item.terms.id = "\(unit)/\(number)"
        item.terms.origin = .check(Follow.check(checks[number]))
        return item
      }
    }
    let results = checks.map { NewResult(check: $0, verdict: .unmet, severity: .low) }
    let clock = ContinuousClock()
    var carried = 0
    var new = 0
    let time = clock.measure {
      for items in before {
        let outcome = findings(
          results, checklist: "district@2024.1", migrations: [], before: items,
          policies: Follow.policies)
        carried += outcome.carriedOver.count
        new += outcome.new.count
      }
    }
    print("remediation: \(units) units, \(units * 60) items reconciled in \(time)")
    #expect(carried == units * 60)
    #expect(new == units * 7)
  }
}
