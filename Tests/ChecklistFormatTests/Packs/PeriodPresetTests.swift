import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("Registers of recurring periods")
struct PeriodPresetTests {
  @Test("A mistake gives exactly this text", arguments: periodPresetCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(periodPresetGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(periodPresetCases, as: "periodPresetGolden")
  }

  @Test("Periods are read as they are written")
  func read() throws {
    let pack = try ScratchPack(features: [:])
    let periods = try #require(try PackLoader.load(pack.main).compiled).checklist.periods
    #expect(periods.map(\.id) == ["year", "reporting-year", "school-year"])
    #expect(periods.map(\.yearOf) == [.end, .end, .start])
    #expect(periods.map(\.from.text) == ["01/01", "15/12", "01/09"])
    #expect(periods.map(\.status) == [.verified, .recalled, .recalled])
  }
}

private func preset(_ name: String, _ keys: String, _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    let register = "soat: 1\nperiods:\n  - { \(keys), status: verified }\n"
    return try ScratchPack(features: ["periods/vietnam.yaml": register]).lint(language)
  }
}

private let title = #"title: { vi: "Năm", en: "Year" }"#

private let periodPresetCases: [GoldenCase] = [
  preset("a day that not every year has", "id: y, \(title), from: 29/02, to: 31/04"),
  preset("a day in words, in Vietnamese", "id: y, \(title), from: 1 tháng 9, to: 31/05", .vi),
  preset("a day with its year", "id: y, \(title), from: 2024-09-01, to: 31/05"),
  preset("a year of neither end", "id: y, \(title), from: 01/09, to: 31/05, year_of: begin"),
  preset("no last day", "id: y, \(title), from: 01/09"),
  GoldenCase("a period declared in two registers") {
    try ScratchPack(features: [
      "pack/checklist.yaml": ScratchPack.features().replacingOccurrences(
        of: "periods: [vietnam]", with: "periods: [vietnam, local]"),
      "periods/local.yaml":
        "soat: 1\nperiods:\n  - { id: year, \(title), from: 01/07, to: 30/06, status: recalled }\n",
    ]).lint()
  },
]
