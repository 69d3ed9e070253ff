import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@Suite("The packs hold the catalogue of checks, and say how to inspect each")
struct CatalogueTests {
  /// How many checks the catalogue has under each prefix, numbered from 01.
  private static let catalogue = ["NS": 12, "KP": 7, "DT": 7, "VC": 8, "VV": 17, "BC": 16]

  /// Those a pack leaves out; Documentation/Decisions/0005 says why.
  private static let leftOut = [
    "child-protection-district": ["VC-01", "BC-03", "BC-04", "BC-12"],
    "child-protection-commune": ["VC-01"],
  ]

  private func checklist(_ id: String) throws -> Checklist {
    try #require(loadedPacks().values.first { $0.checklist.id == id }).checklist
  }

  @Test(
    "Every check of the catalogue is in the pack or has its reason",
    arguments: leftOut.keys.sorted())
  func complete(id: String) throws {
    let ids = Set(try checklist(id).areas.flatMap(\.checks).map(\.id))
    var missing: [String] = []
    for (prefix, count) in Self.catalogue {
      for number in 1...count {
        let check = "\(prefix)-\(number < 10 ? "0" : "")\(number)"
        if !ids.contains(check) { missing.append(check) }
      }
    }
    #expect(missing.sorted() == Self.leftOut[id]?.sorted())
    let decision = try String(
      contentsOf: packageRoot.appending(
        path: "Documentation/Decisions/0005-where-the-packs-leave-the-catalogue.md"),
      encoding: .utf8)
    for check in missing { #expect(decision.contains(check), "\(check)") }
  }

  @Test("Every check has guidance, evidence and a remedy in both languages")
  func guidance() throws {
    for (reference, pack) in try loadedPacks() {
      for check in pack.checklist.areas.flatMap(\.checks) {
        let texts = [check.guidance, check.remedy.text] + check.evidence
        #expect(!check.evidence.isEmpty, "\(reference) \(check.id)")
        for text in texts {
          let text = try #require(text, "\(reference) \(check.id)")
          #expect(!text.vi.isEmpty && !text.en.isEmpty && text.vi != text.en)
        }
        #expect(check.guidance?.vi.hasSuffix(".") == true, "\(reference) \(check.id)")
        #expect(check.remedy.text?.vi.hasSuffix(".") == true, "\(reference) \(check.id)")
      }
    }
  }

  @Test("Practice has no deadline of its own; a duty or a critical check names its law")
  func classes() throws {
    for (reference, pack) in try loadedPacks() {
      for check in pack.checklist.areas.flatMap(\.checks) {
        if check.checkClass == .practice { #expect(check.remedy.within == nil, "\(check.id)") }
        if check.checkClass.needsForce { #expect(!check.cites.isEmpty, "\(reference) \(check.id)") }
      }
    }
  }

  @Test("Where a document has places, a duty or criterion cites one of them")
  func places() throws {
    for (reference, pack) in try loadedPacks() {
      let withPlaces = Set(
        pack.checklist.citations.filter { !$0.places.isEmpty }.map(\.id))
      for check in pack.checklist.areas.flatMap(\.checks)
      where check.checkClass == .duty || check.checkClass == .criterion {
        for cite in check.cites where withPlaces.contains(cite.citation) {
          let isWhole = cite.citation == "tt-13-2021-bldtbxh" && check.id == "BC-01"
          #expect(cite.place != nil || isWhole, "\(reference) \(check.id): \(cite.citation)")
        }
      }
    }
  }

  @Test("What both packs ask is asked in the same words of law")
  func shared() throws {
    let district = try checklist("child-protection-district").areas.flatMap(\.checks)
    let commune = try checklist("child-protection-commune").areas.flatMap(\.checks)
    for check in commune {
      guard let other = district.first(where: { $0.id == check.id }) else { continue }
      guard check.id != "BC-10" else { continue }  // the decree on it came after the districts
      #expect(check.checkClass == other.checkClass, "\(check.id)")
      #expect(check.severity == other.severity, "\(check.id)")
    }
  }
}
