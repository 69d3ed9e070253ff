import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore

/// What a roll-up reads, with what is wrong with it printed.
struct RollUpInputs {
  let request: RollUpRequest
  let status: Status
  /// The files read, which no result may overwrite.
  let paths: [String]

  init(_ command: RollUpCommand) throws {
    let language = command.common.language
    var loader = try InputLoader(checklists: command.checklist, language: language)
    let list = try command.units.map { try RollUpInputs.list($0, language) }
    let parent = try command.parent.map { try RollUpInputs.parent($0, &loader) }
    let own = command.parent.flatMap(FileBytes.realPath)
    // The parent's own submission may stand in the same folder.
    let files = InputFile.all(command.submission).filter {
      own == nil || FileBytes.realPath($0.path) != own
    }
    let children = loader.submissions(files)
    guard let first = children.first else {
      guard loader.status == .fine else { throw loader.status.exitCode }
      throw Failure(
        status: .problemsFound,
        message: LocalizedText(
          vi: "không có bài nộp nào để cộng", en: "there is no submission to add")[language])
    }
    var expected = ExpectedUnits.given
    if let list { expected = .listed(list.units) }
    if let count = command.expected { expected = .count(count) }
    if expected == .given, loader.status != .fine {
      throw Failure(
        status: loader.status,
        message: LocalizedText(
          vi: "có bài nộp không đọc được, nên không biết đủ đơn vị chưa: sửa, hoặc nêu --units hay "
            + "--expected",
          en:
            "some submission cannot be read, so nobody knows whether all units are there: mend it, "
            + "or give --units or --expected")[language])
    }
    request = RollUpRequest(
      children: children.map { RollUpInput($0.submission, origin: $0.path) },
      checklist: first.checklist, expected: expected,
      parent: parent.map { RollUpInput($0.submission, origin: $0.path) },
      target: try RollUpInputs.target(command.target, loader.packs) ?? parent?.checklist,
      over: list?.over)
    status = loader.status
    paths = files.map(\.path) + [command.parent, command.units].compactMap { $0 }
  }

  private static func list(_ path: String, _ language: Language) throws -> UnitList {
    let loaded: LoadedUnits
    do throws(FileProblem) {
      loaded = try UnitListLoader.load(path)
    } catch {
      throw error.failure(language)
    }
    let text = loaded.diagnostics.text(in: [loaded.source.name: loaded.source], language)
    if !text.isEmpty { Console.complain(text) }
    guard let list = loaded.list else { throw Status.problemsFound.exitCode }
    return list
  }

  private static func parent(_ path: String, _ loader: inout InputLoader) throws -> ScoredInput {
    let read = loader.submissions([InputFile(path: path, isNamed: true)])
    guard let parent = read.first else { throw max(loader.status, .problemsFound).exitCode }
    return parent
  }

  /// The checklist of an id, with or without its version.
  private static func target(
    _ name: String?, _ packs: [String: CompiledChecklist]
  ) throws -> CompiledChecklist? {
    guard let name else { return nil }
    if let pack = packs[name] { return pack }
    let found = packs.values.filter { $0.checklist.id == name }
    if found.count == 1 { return found[0] }
    let known = packs.keys.sorted().joined(separator: ", ")
    throw ValidationError(
      found.isEmpty
        ? "không có bảng kiểm \(name); có · there is no such checklist; there are: \(known)"
        : "\(name) có nhiều phiên bản, nêu id@version · has several versions: \(known)")
  }
}
