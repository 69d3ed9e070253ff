import Foundation
import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@testable import Storage

@Suite("Canonical events")
struct CanonicalTests {
  @Test("The bytes of an event are the canonical form of its JSON, whatever it holds")
  func matchesDefinition() throws {
    var random = SeededGenerator(seed: 20_250_701)
    var writer = CanonicalEvent()
    for _ in 0..<2000 {
      let event = RandomEvent.event(using: &random)
      writer.write(event)
      #expect(writer.bytes == JSONWriter.canonical(event.json))
      #expect(try JournalEvent(canonical: writer.bytes) == event)
    }
  }

  @Test("A digest reads its own hex and no other")
  func readsHex() {
    let digest = Digest(of: Array("abc".utf8))
    #expect(digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(hex: digest.hex) == digest)
    for wrong in [
      "", "ba", digest.hex.uppercased(), digest.hex + "0", String(digest.hex.dropLast()),
      "+" + digest.hex.dropFirst(),
    ] {
      #expect(Digest(hex: wrong) == nil)
    }
  }

  @Test("An anchor reads its own text and no other")
  func readsAnchors() {
    let anchor = Anchor(
      id: EventID(origin: "so-y-te", sequence: 12), hash: Digest(of: Array("abc".utf8)))
    #expect(Anchor(text: anchor.text) == anchor)
    for wrong in ["", "so-y-te", "so-y-te#12", "so-y-te#0#" + anchor.hash.hex, anchor.text + "#"] {
      #expect(Anchor(text: wrong) == nil)
    }
  }
}

/// Events of every shape.
enum RandomEvent {
  static func event(using random: inout SeededGenerator) -> JournalEvent {
    let previous = Bool.random(using: &random) ? Digest(of: [UInt8.random(in: 0...255)]).hex : ""
    return JournalEvent(
      id: id(using: &random),
      subject: SubjectID(kind: text(using: &random), id: text(using: &random)),
      type: text(using: &random), form: Int.random(in: 1...9, using: &random),
      payload: object(depth: 3, using: &random), attribution: attribution(using: &random),
      corrects: Bool.random(using: &random) ? id(using: &random) : nil,
      seen: (0..<Int.random(in: 0...2, using: &random)).map { _ in id(using: &random) },
      files: (0..<Int.random(in: 0...2, using: &random)).map { _ in text(using: &random) },
      texts: (0..<Int.random(in: 0...2, using: &random)).map { _ in text(using: &random) },
      previous: previous)
  }

  private static func id(using random: inout SeededGenerator) -> EventID {
    EventID(origin: text(using: &random), sequence: Int64.random(in: 1...1 << 50, using: &random))
  }

  private static func attribution(using random: inout SeededGenerator) -> Attribution {
    let paper = DocumentReference(
      number: text(using: &random), date: date(using: &random),
      scan: Bool.random(using: &random) ? text(using: &random) : nil)
    return Attribution(
      account: text(using: &random), party: Party.allCases.randomElement(using: &random)!,
      unit: Bool.random(using: &random) ? text(using: &random) : nil,
      document: Bool.random(using: &random) ? paper : nil, happened: date(using: &random),
      recorded: Int64.random(in: -1 << 50...1 << 50, using: &random))
  }

  private static func date(using random: inout SeededGenerator) -> CivilDate {
    CivilDate(daysSinceEpoch: Int.random(in: -10_000...30_000, using: &random))!
  }

  static func text(using random: inout SeededGenerator) -> String {
    let letters = [
      "a", "Z", "ê", "ệ", "e\u{301}", "\"", "\\", "\n", "\u{1}", "\u{7f}", "😀", "\u{fb33}", "/",
    ]
    return (0...Int.random(in: 0...6, using: &random))
      .map { _ in letters.randomElement(using: &random)! }.joined()
  }

  private static func object(depth: Int, using random: inout SeededGenerator) -> JSONObject {
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0...10, using: &random) {
      object[text(using: &random)] = value(depth: depth - 1, using: &random)
    }
    return object
  }

  private static func value(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int64.random(in: -1 << 53...1 << 53, using: &random))
    case 3: .number(0.5 + Double(Int.random(in: -1000...1000, using: &random)))
    case 4: .string(text(using: &random))
    case 5:
      .array(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          value(depth: depth - 1, using: &random)
        })
    default: .object(object(depth: depth - 1, using: &random))
    }
  }
}
