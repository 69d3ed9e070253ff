import CEL
@testable import ChecklistFormat
import Diagnostics
import InspectionCore

func readYAML(_ bytes: [UInt8]) {
  let source = SourceText(name: "input.yaml", bytes: bytes)
  do throws(YAMLProblem) {
    let root = try YAMLParser.parse(source)
    require(root.size <= YAMLLimits().nodes, "more nodes than allowed")
    require(root.textBytes <= YAMLLimits().textBytes, "more text than allowed")
    check(root, in: source)
  } catch {
    var list = DiagnosticList()
    list.report(error.diagnostic)
    check(list)
    check(list, in: [source.name: source])
  }
}

/// Every node lies inside the file, and so does every byte of every text.
private func check(_ node: YAMLNode, in source: SourceText) {
  require(
    node.range.lower >= 0 && node.range.lower <= node.range.upper
      && node.range.upper <= source.bytes.count, "a node outside its file")
  switch node.content {
  case .scalar(let text, _):
    let length = text.utf8.count
    for place in [SourceRange(0, length), SourceRange(length / 2, length)] {
      let range = ScalarMap(node, in: source).range(of: place)
      require(range.lower >= 0 && range.upper <= source.bytes.count, "a text outside its file")
    }
  case .sequence(let nodes):
    for node in nodes { check(node, in: source) }
  case .mapping(let entries):
    for entry in entries {
      check(entry.key, in: source)
      check(entry.value, in: source)
    }
  }
}

func readSubmission(_ bytes: [UInt8], _ pack: CompiledChecklist, _ scratch: Scratch) {
  scratch.write(bytes, to: "submission.yaml")
  do throws(FileProblem) {
    let file = try SubmissionLoader.open(scratch.path("submission.yaml"))
    let rejected = SubmissionLoader.reject(file, known: [pack.checklist.reference])
    check(rejected.diagnostics, in: [rejected.source.name: rejected.source])
    let loaded = SubmissionLoader.load(file, for: pack.checklist)
    check(loaded.diagnostics, in: [loaded.source.name: loaded.source])
    require(
      (loaded.submission == nil) == loaded.diagnostics.hasErrors,
      "a submission and errors, or neither")
    guard let submission = loaded.submission else { return }
    checkFrozen(submission)
    checkAssessment(pack, submission)
  } catch {
    require(bytes.count > YAMLLimits().bytes, "unreadable: \(error.message.en)")
  }
}

private let files = [
  "area.yaml", "checklist.yaml", "indicators/facts.yaml", "citations/law.yaml",
  "calendars/days.yaml",
]
private let shippedFiles = [
  "child-protection-commune/case-handling.yaml", "child-protection-commune/checklist.yaml",
  "indicators/child-protection.yaml", "citations/child-protection.yaml", "calendars/vietnam.yaml",
]

/// Reads a pack of which one file is replaced: that of the small pack here where the first byte is
/// 0 to 4, that of the shipped one for communes where it is 5 to 9.
func readPack(_ bytes: [UInt8], _ submission: Submission, _ scratch: Scratch) {
  guard let first = bytes.first else { return }
  let choice = Int(first &- UInt8(ascii: "0")) % (files.count + shippedFiles.count)
  let isSmall = choice < files.count
  let main = isSmall ? "Pack/checklist.yaml" : "Checklists/child-protection-commune/checklist.yaml"
  let damaged =
    isSmall ? "Pack/" + files[choice] : "Checklists/" + shippedFiles[choice - files.count]
  let sound = scratch.bytes(of: damaged)
  scratch.write(bytes.dropFirst(), to: damaged)
  defer { scratch.write(sound, to: damaged) }
  do throws(FileProblem) {
    let loaded = try PackLoader.load(scratch.path(main), notes: true)
    check(loaded.diagnostics, in: loaded.sources)
    require(
      (loaded.compiled == nil) == loaded.diagnostics.hasErrors, "a checklist and errors, or neither"
    )
    guard let compiled = loaded.compiled else { return }
    checkFrozen(compiled, submission)
  } catch {
    require(bytes.count > YAMLLimits().bytes, "unreadable: \(error.message.en)")
  }
}

/// Compiles the text as the rule and as the condition of the first check, and assesses by it; skips
/// what no file can hold.
func readRule(_ bytes: [UInt8], _ checklist: Checklist, _ submission: Submission) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard !text.unicodeScalars.contains(where: \.isForbidden) else { return }
  var changed = checklist
  changed.areas[0].checks[0].kind = "rule"
  changed.areas[0].checks[0].parameters = ["expr": .expression(text)]
  changed.areas[0].checks[0].condition = text
  let source = SourceText(name: "rule", text: text)
  do throws(ChecklistCompilationError) {
    checkFrozen(try CompiledChecklist(changed), submission)
  } catch {
    require(!error.problems.isEmpty, "refused without a word")
    var list = DiagnosticList()
    for problem in error.problems {
      var diagnostic = problem.problem.diagnostic
      diagnostic.source = source.name
      list.report(diagnostic)
    }
    check(list, in: [source.name: source])
  }
}
