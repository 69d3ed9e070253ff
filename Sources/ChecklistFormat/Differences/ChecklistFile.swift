public import Diagnostics
public import InspectionCore
import JSON

/// A checklist as a file or folder holds it: a pack, or a frozen checklist in JSON.
public struct ChecklistFile: Sendable {
  /// The checklist, compiled; nil where there are errors.
  public let compiled: CompiledChecklist?
  /// Everything found in a pack.
  public let diagnostics: DiagnosticList
  /// The texts that diagnostics point into, by name.
  public let sources: [String: SourceText]
  /// What is wrong with a frozen checklist.
  public let problems: [LocalizedText]

  /// Reads a pack's folder, its `checklist.yaml`, or a frozen checklist whose name ends in `.json`.
  ///
  /// - Throws: ``FileProblem`` where the file cannot be read, or a folder holds several packs.
  public static func load(_ path: String) throws(FileProblem) -> ChecklistFile {
    if path.hasSuffix(".json"), !FileBytes.isFolder(path) { return try frozen(path) }
    let packs = try PackLoader.packs(at: path)
    guard packs.count == 1 else {
      throw FileProblem(
        path,
        LocalizedText(
          vi: "có nhiều bảng kiểm bên trong; chỉ ra một: " + packs.joined(separator: ", "),
          en: "holds several checklists; name one: " + packs.joined(separator: ", ")))
    }
    let pack = try PackLoader.load(packs[0])
    return ChecklistFile(
      compiled: pack.compiled, diagnostics: pack.diagnostics, sources: pack.sources, problems: [])
  }

  private static func frozen(_ path: String) throws(FileProblem) -> ChecklistFile {
    let bytes = try FileBytes.read(path, limit: JSONLimits.default.bytes)
    var problems: [LocalizedText] = []
    var compiled: CompiledChecklist?
    do throws(JSONError) {
      (compiled, problems) = read(try JSONReader.read(bytes))
    } catch {
      problems.append(LocalizedText(same: "\(error.line):\(error.column): ") + error.message)
    }
    let name = LocalizedText(same: path + ": ")
    return ChecklistFile(
      compiled: compiled, diagnostics: DiagnosticList(), sources: [:],
      problems: problems.map { name + $0 })
  }

  private static func read(_ value: JSONValue) -> (CompiledChecklist?, [LocalizedText]) {
    let checklist: Checklist
    do throws(WireError) {
      checklist = try Checklist(json: value)
    } catch {
      let place = error.path.isEmpty ? "" : error.path + ": "
      return (nil, [LocalizedText(same: place) + error.message])
    }
    do throws(ChecklistCompilationError) {
      return (try CompiledChecklist(checklist), [])
    } catch {
      let problems = error.problems.map { found in
        LocalizedText(same: found.check.isEmpty ? "" : found.check + ": ")
          + found.problem.diagnostic.message
      }
      return (nil, problems)
    }
  }
}
