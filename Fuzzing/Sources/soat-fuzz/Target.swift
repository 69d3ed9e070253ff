@testable import ChecklistFormat
import Diagnostics
import InspectionCore

/// What the bytes of an input are read as.
enum Target {
  /// Any YAML file.
  case yaml
  /// A submission for the shipped checklist of communes.
  case submission(Scratch, CompiledChecklist)
  /// One file of a pack or of the one that extends it: the first byte says which.
  case pack(Scratch, Submission)
  /// A CEL rule, without YAML around it.
  case rule(Checklist, Submission)

  /// A CEL expression with all libraries, evaluated whole and in part.
  case cel(ExpressionSetting)

  static let names = ["yaml", "submission", "pack", "rule", "cel"]

  /// The target of that name; nil where there is none.
  init?(_ name: String, scratch: Scratch) {
    switch name {
    case "yaml": self = .yaml
    case "submission":
      self = .submission(scratch, soundPack("Checklists/child-protection-commune", scratch))
    case "pack":
      self = .pack(scratch, soundSubmission(soundPack("Pack", scratch), scratch))
    case "rule":
      let pack = soundPack("Pack", scratch)
      self = .rule(pack.checklist, soundSubmission(pack, scratch))
    case "cel": self = .cel(ExpressionSetting())
    default: return nil
    }
  }

  /// Reads one input; traps where something is wrong with how it was read.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .yaml: readYAML(bytes)
    case .submission(let scratch, let pack): readSubmission(bytes, pack, scratch)
    case .pack(let scratch, let submission): readPack(bytes, submission, scratch)
    case .rule(let checklist, let submission): readRule(bytes, checklist, submission)
    case .cel(let setting): setting.read(bytes)
    }
  }
}

private func soundPack(_ name: String, _ scratch: Scratch) -> CompiledChecklist {
  do throws(FileProblem) {
    let pack = try PackLoader.load(scratch.path(name) + "/checklist.yaml")
    check(pack.diagnostics)
    for diagnostic in pack.diagnostics.all { print(diagnostic.source, diagnostic.message.en) }
    guard let compiled = pack.compiled else { fatalError("\(name) has errors") }
    return compiled
  } catch {
    fatalError("\(error.path): \(error.message.en)")
  }
}

private func soundSubmission(_ pack: CompiledChecklist, _ scratch: Scratch) -> Submission {
  do throws(FileProblem) {
    let file = try SubmissionLoader.open(scratch.path("Pack/submission.yaml"))
    let loaded = SubmissionLoader.load(file, for: pack.checklist)
    for diagnostic in loaded.diagnostics.all { print(diagnostic.source, diagnostic.message.en) }
    guard let submission = loaded.submission else { fatalError("the submission has errors") }
    return submission
  } catch {
    fatalError("\(error.path): \(error.message.en)")
  }
}
