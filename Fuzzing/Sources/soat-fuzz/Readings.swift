import CEL
@testable import ChecklistFormat
import Diagnostics
import InspectionCore

func readYAML(_ bytes: [UInt8]) {
  let source = SourceText(name: "input.yaml", bytes: bytes)
  do throws(YAMLProblem) {
    let root = try YAMLParser.parse(source)
    require(root.size <= YAMLLimits().nodes, "more nodes than allowed")
    require(root.height <= YAMLLimits().depth, "deeper than allowed")
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
    let map = ScalarMap(node, in: source)
    // What is wrong with an expression may stand just past its end.
    for place in [SourceRange(0, length), SourceRange(length / 2, length), SourceRange(0, 1)] {
      let range = map.range(of: place)
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

/// The files that are replaced, one at a time: of the small pack, and of the one that extends it.
private let files = [
  "Pack/area.yaml", "Pack/checklist.yaml", "Pack/indicators/facts.yaml", "Pack/citations/law.yaml",
  "Pack/calendars/days.yaml", "Pack/targets/aims.yaml", "Pack/periods/spans.yaml",
  "Extending/checklist.yaml", "Extending/own.yaml",
]

/// Reads a pack of which one file is replaced, the one at the place that the first byte says; files
/// of the pack that is extended are also read through the one that extends it, where that byte is
/// not a digit.
func readPack(_ bytes: [UInt8], _ submission: Submission, _ scratch: Scratch) {
  guard let first = bytes.first else { return }
  let digit = Int(first &- UInt8(ascii: "0"))
  let damaged = files[digit % files.count]
  let isExtended = digit >= files.count || damaged.hasPrefix("Extending/")
  scratch.replace(damaged, by: bytes.dropFirst())
  defer { scratch.restore(damaged) }
  do throws(FileProblem) {
    let main = isExtended ? "Extending/checklist.yaml" : "Pack/checklist.yaml"
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
