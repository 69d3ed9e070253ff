package import Diagnostics
import Glibc
package import InspectionCore
import JSON

/// The contract test of a plugin: its protocol, its limits, its examples, and that the same request
/// gives the same answer.
package struct PluginTest {
  /// One thing that was tried.
  package struct Finding: Sendable {
    /// What was tried.
    package let title: LocalizedText
    /// What went wrong; nil where nothing did.
    package let fault: LocalizedText?
  }

  /// What was tried, in order.
  package private(set) var findings: [Finding] = []
  /// The bounds that held, and those that this host cannot hold.
  package let bounds: (held: [String], unheld: [String])
  /// What the program wrote on standard error.
  package private(set) var log = ""

  /// Whether nothing went wrong.
  package var isPassed: Bool { findings.allSatisfy { $0.fault == nil } }

  /// Runs the test.
  package init(_ plugin: PluginManifest, options: PluginHostOptions) {
    bounds = options.confinement.bounds
    let guarding = BrokenPipes()
    run(plugin, options)
    guarding.end()
  }

  private mutating func note(_ vi: String, _ en: String, _ fault: LocalizedText? = nil) {
    findings.append(Finding(title: LocalizedText(vi: vi, en: en), fault: fault))
  }

  private mutating func run(_ plugin: PluginManifest, _ options: PluginHostOptions) {
    let examples = examples(of: plugin)
    let runner = PluginRunner(plugin, options)
    defer { log = runner.record.log }
    // The first time one by one, then the other way round and all in flight at once.
    guard let first = answers(runner, plugin, examples, isTogether: false),
      let second = answers(runner, plugin, examples.reversed(), isTogether: true)
    else { return }
    let again = Array(second.reversed())
    for (place, example) in examples.enumerated() {
      note(example.name, example.name, fault(example, plugin, first[place], again[place]))
    }
    do throws(PluginFault) {
      try runner.finish()
      note("kết thúc khi hết câu hỏi", "it ends when nothing more is asked")
    } catch {
      note("kết thúc khi hết câu hỏi", "it ends when nothing more is asked", error.message)
    }
  }

  private mutating func examples(of plugin: PluginManifest) -> [PluginExample] {
    let folder = plugin.folder + "/examples"
    let names = plugin.sources.map(\.path).filter {
      $0.hasPrefix("examples/") && $0.hasSuffix(".json") && $0.split(separator: "/").count == 2
    }
    var examples: [PluginExample] = []
    for name in names {
      do throws(PluginExample.Problem) {
        let example = try PluginExample(plugin.folder + "/" + name, folder: folder)
        if let objection = example.objection(of: plugin.kind) {
          note(example.name, example.name, objection)
        } else {
          examples.append(example)
        }
      } catch {
        note(name, name, error.message)
      }
    }
    if names.isEmpty {
      note(
        "ví dụ", "examples",
        LocalizedText(vi: "không có examples/*.json", en: "there is no examples/*.json"))
    }
    return examples
  }

  /// The answers to all examples; nil where the process failed.
  private mutating func answers(
    _ runner: PluginRunner, _ plugin: PluginManifest, _ examples: [PluginExample],
    isTogether: Bool
  ) -> [AnswerLine]? {
    var answers = [AnswerLine?](repeating: nil, count: examples.count)
    var current = ""
    do throws(PluginFault) {
      let conversation = try runner.running()
      try conversation.exchange(
        examples.count, window: isTogether ? Conversation.window : 1
      ) { place, id in
        current = examples[place].name
        do throws(PluginExample.Problem) {
          return try examples[place].line(id, plugin.kind)
        } catch {
          note(examples[place].name, examples[place].name, error.message)
          return nil
        }
      } deliver: { place, answer in
        answers[place] = answer
      }
      try runner.describe(conversation)
    } catch {
      let name = isTogether || current.isEmpty ? "" : " (\(current))"
      note("trả lời theo quy ước" + name, "it answers by the protocol" + name, error.message)
      return nil
    }
    let known = answers.compactMap { $0 }
    return known.count == examples.count ? known : nil
  }

  private func fault(
    _ example: PluginExample, _ plugin: PluginManifest, _ first: AnswerLine, _ second: AnswerLine
  ) -> LocalizedText? {
    // An answer that breaks the protocol is an error of its own, not the one that an example may await.
    if let objection = first.objection(to: example.asked(plugin.kind), plugin.kind) {
      return objection
    }
    guard first.members.holds(.object(example.answer)) else {
      let place = first.members.difference(from: .object(example.answer)) ?? ""
      let said = AnswerLine.shown(JSONWriter.canonical(first.members), most: 400)
      return LocalizedText(
        vi: "trả lời khác với ví dụ ở \(place); cả câu: \(said)",
        en: "the answer is not that of the example at \(place); in full: \(said)")
    }
    guard first.members == second.members else {
      let said = AnswerLine.shown(JSONWriter.canonical(second.members), most: 400)
      return LocalizedText(
        vi: "lần thứ hai trả lời khác: \(said)", en: "the second time it answered: \(said)")
    }
    return nil
  }
}
