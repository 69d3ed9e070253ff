import Foundation
import TestSupport
import Testing

@Suite("A workspace, by its commands")
struct WorkspaceGuideTests {
  /// The lines of the page's first block of commands, continued ones joined.
  private func lines(of page: String) throws -> [String] {
    let text = try String(
      contentsOf: packageRoot.appending(path: "Documentation/\(page)"), encoding: .utf8)
    let block = try #require(text.components(separatedBy: "\n```\n").dropFirst().first)
    return block.replacing("\\\n  ", with: "").split(separator: "\n").map { String($0) }
  }

  @Test("Every command of the page works, from nothing to an inspection, and on to the next")
  func walk() throws {
    let walk = try WorkspaceWalk()
    let lines = try lines(of: "Workspace.md")
    #expect(lines.count > 20)
    for line in lines { try walk.well(line) }

    // What was found is issued, answered with evidence, and verified by another side.
    let item = "2024-1:quang-ngai/ba-to:VC-09"
    let proposed = try walk.well("soat item list --today 01/11/2024")
    #expect(proposed.contains(item) && proposed.contains("dự kiến"))
    let issued = try walk.well(
      "soat item issue --inspection '2024-1|quang-ngai/ba-to' --document 60/TB-SYT "
        + "--dated 05/11/2024 --today 06/11/2024")
    #expect(issued.contains("thời hạn 12/11/2024"))
    try walk.well("soat item acknowledge \(item) --as can-bo-ba-to --today 08/11/2024")
    try walk.well(
      "soat item evidence \(item) --seen 'công văn|12/UBND|20/11/2024|chuyên viên' "
        + "--as can-bo-ba-to --today 21/11/2024")
    let own = try #require(
      try walk.run("soat item verify \(item) --as can-bo-ba-to --today 22/11/2024"))
    #expect(own.status == 1 && own.errors.contains("không được phép"))
    try walk.well("soat item verify \(item) --today 22/11/2024")

    let due = try walk.well("soat due --within 30 --today 22/11/2024")
    #expect(due.contains("2024-1:quang-ngai/ba-to:BC-06") && !due.contains(item))
    #expect(try walk.well("soat history quang-ngai/ba-to").contains("đã hoàn thành 22/11/2024"))
    #expect(try walk.well("soat compare quang-ngai/ba-to").contains("15,64/100"))
    #expect(try walk.well("soat calendar --today 22/11/2024").contains("BEGIN:VTODO"))
    #expect(
      try walk.well("soat succession propose --today 02/07/2025").contains("chờ phân giao"))

    // A letter goes once.
    let letters = try walk.well("soat remind --today 30/03/2025 --into letters")
    #expect(letters.contains("1 đơn vị"))
    #expect(!(try walk.well("soat remind --today 30/03/2025 --into letters")).contains("1 đơn vị"))

    // A copy is the same journal; its own events come home, and coming twice changes nothing.
    try walk.well("soat backup copy")
    try walk.well("soat restore copy laptop --origin may-doan-1")
    try walk.well(
      "soat account open tro-ly --position 'Trợ lý' --workspace laptop --today 01/04/2025")
    try walk.well("soat journal export back --workspace laptop")
    #expect(try walk.well("soat journal import back").hasPrefix("Mới 1,"))
    #expect(try walk.well("soat journal import back").hasPrefix("Mới 0,"))
    #expect(try walk.well("soat account list").contains("tro-ly"))
    let before = try walk.well("soat item list --today 01/04/2025")
    try walk.well("soat journal rebuild")
    #expect(try walk.well("soat item list --today 01/04/2025") == before)
    #expect(try walk.well("soat journal verify").contains("nguyên vẹn"))
  }

  @Test("A journal whose end was cut off is found out by its anchor")
  func anchors() throws {
    let walk = try WorkspaceWalk()
    try walk.well("soat init w --unit x --name X --as quan-tri")
    _ = try walk.run("export SOAT_WORKSPACE=w SOAT_ACCOUNT=quan-tri")
    try walk.well("soat backup early")
    try walk.well("soat account open a-1 --position A")
    let head = try walk.well("soat journal head").split(separator: "\n").map { String($0) }
    let anchor = try #require(head.first)
    try walk.well("soat restore early w2")
    let found = try #require(
      try walk.run("soat journal verify --workspace w2 --anchor \(anchor)"))
    #expect(found.status == 1 && found.output.contains("truncated"))
    #expect(try walk.run("soat journal verify --workspace w2")?.status == 0)
  }
}
