import Foundation
import JSON
import TestSupport
import Testing

@Suite("Plugins asked when an inspection is closed")
struct InspectionPluginTests {
  private static let examples = "Checklists/records-review/examples"

  /// A workspace with a round over the invented unit whose evidence is in order, answered.
  private func answered(_ submission: String = "orderly") throws -> WorkspaceWalk {
    let walk = try WorkspaceWalk()
    let unit = "gia-dinh/\(submission)"
    try walk.write(
      """
      soat: 1
      round: d1
      title: { vi: "Đợt giả định", en: "An invented round" }
      decision: { number: 1/QĐ, date: 2024-08-01 }
      checklists: [records-review@2024.1]
      period: { from: 2024-01-01, to: 2024-07-31 }
      teams:
        - { id: doan, leader: doan, units: [\(unit)], visits: { from: 2024-08-10, to: 2024-08-12 } }
      """, to: "round.yaml")
    try walk.write(
      "Mã,Tên,Cấp,Thuộc\n\(unit),Huyện giả định,district,tinh\n", to: "units.csv")
    try walk.well("soat init w --unit tinh --name Tỉnh --as quan-tri")
    _ = try walk.run("export SOAT_WORKSPACE=w SOAT_ACCOUNT=quan-tri")
    try walk.well("soat unit import units.csv")
    try walk.well("soat account open doan --position 'Trưởng đoàn'")
    try walk.well("soat checklist add Checklists/records-review")
    try walk.well("soat round open round.yaml --today 02/08/2024")
    let which = "--round d1 --unit \(unit) --as doan"
    try walk.well("soat inspect open \(which) --today 10/08/2024")
    try walk.well(
      "soat inspect answer \(Self.examples)/\(submission).yaml \(which) --today 11/08/2024")
    return walk
  }

  private func close(_ rest: String, _ submission: String = "orderly") -> String {
    "soat inspect close --round d1 --unit gia-dinh/\(submission) --as doan --today 12/08/2024 "
      + rest
  }

  @Test("They judge as in soat score, what they said is kept, and the record computes to the same")
  func asks() throws {
    let walk = try answered()
    let plugins = "--plugins '\(packageRoot.appending(path: "Plugins").path)'"
    let dry = try walk.well(close("\(plugins) --evidence \(Self.examples) --dry-run"))
    let closed = try walk.well(close("\(plugins) --evidence \(Self.examples)"))
    for text in [dry, closed] { #expect(text.contains("95,64/100"), "\(text)") }
    // Neither needs a plugin again.
    #expect(try walk.well("soat compare gia-dinh/orderly --today 13/08/2024").contains("95,64/100"))
    try walk.well("soat verify --round d1")
    try walk.well("soat journal verify")
  }

  @Test("What they find wrong is proposed, and nothing of the evidence is kept")
  func proposes() throws {
    let walk = try answered("to-review")
    let plugins = "--plugins '\(packageRoot.appending(path: "Plugins").path)'"
    let text = try walk.well(
      close("\(plugins) --evidence gia-dinh/to-review=\(Self.examples)", "to-review"))
    #expect(text.contains("28,25/100"), "\(text)")
    try walk.well("soat verify --round d1")
    let kept = try FileManager.default.subpathsOfDirectory(
      atPath: walk.folder.appending(path: "w/soat.db.evidence").path)
    for name in kept {
      let path = walk.folder.appending(path: "w/soat.db.evidence/\(name)")
      guard let bytes = try? Data(contentsOf: path) else { continue }
      for secret in ["0900", "01/02/2015", "4A"] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name) has \(secret)")
      }
    }
  }

  @Test("A plugin that is not there, or is another than was frozen, leaves its checks unanswered")
  func leavesOpen() throws {
    let walk = try answered()
    try FileManager.default.createDirectory(
      at: walk.folder.appending(path: "Plugins"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Plugins/attendance-sheet").resolvingSymlinksInPath(),
      to: walk.folder.appending(path: "Plugins/attendance-sheet"))
    try walk.write(
      "print('x')\n", to: "Plugins/attendance-sheet/attendance_sheet.py")
    let result = try #require(
      try walk.run(
        close("--evidence \(Self.examples)"), environment: ["SOAT_PLUGINS": ""]))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("attendance-sheet 1.0.0 trên máy này khác bản đã đóng băng"))
    #expect(result.errors.contains("plausibility 1.0.0 không có trên máy này"))
    #expect(!result.output.contains("95,64"))
    try walk.well("soat verify --round d1")
  }

  @Test("Evidence that is not where it should be leaves its checks unanswered")
  func missesEvidence() throws {
    let walk = try answered()
    let plugins = "--plugins '\(packageRoot.appending(path: "Plugins").path)'"
    let text = try walk.well(close(plugins))
    #expect(!text.contains("95,64"))
    try walk.well("soat verify --round d1")
  }
}
