import ArgumentParser
import Diagnostics

/// What the command line's parser says of wrong use, in Vietnamese beside its own English, and with the
/// command or option that was probably meant.
///
/// The parser's sentences are known by their form; one that is not known stays English.
struct UsageWords {
  /// The parser's message: what is wrong, then how the command is called.
  let message: String
  /// What was written after `soat`.
  let arguments: [String]
  let root: any ParsableCommand.Type

  /// The message as shown.
  var text: String {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let mark = "Error: "
    guard let first = lines.first, first.hasPrefix(mark) else { return message }
    let end = lines.firstIndex { $0.hasPrefix("Help:") || $0.hasPrefix("Usage:") } ?? lines.count
    let said = ([String(first.dropFirst(mark.count))] + lines[1..<end]).joined(separator: "\n")
    let problem = problem(said)
    lines.replaceSubrange(0..<end, with: problem.isEmpty ? ["Lỗi · " + mark + said] : problem)
    return lines.map(called).joined(separator: "\n")
  }

  /// What is wrong in both languages, a line each; nothing where the sentence is not known or says it
  /// in both.
  private func problem(_ said: String) -> [String] {
    if let (name, nearest) = unknownCommand {
      let question = nearest.map {
        LocalizedText(vi: "; có phải là '\($0)'?", en: "; did you mean '\($0)'?")
      }
      return lines(
        vi: "không có lệnh '\(name)'" + (question?.vi ?? ""),
        en: "there is no command '\(name)'" + (question?.en ?? ""))
    }
    guard let vi = vietnamese(said) else { return [] }
    guard let (written, meant) = misspeltOption(said) else { return lines(vi: vi, en: said) }
    return lines(
      vi: vi + "; có phải '\(written)' là '\(meant)'?",
      en: said + "; did you mean '\(meant)' by '\(written)'?")
  }

  private func lines(vi: String, en: String) -> [String] { ["Lỗi: " + vi, "Error: " + en] }

  private func called(_ line: String) -> String {
    if let see = parts(of: line, "  See '", "' for more information.") {
      return "  Xem thêm · See: " + whole(see[0])
    }
    guard let usage = parts(of: line, "Usage: ", "") else { return line }
    return "Cách gọi · Usage: " + whole(usage[0])
  }

  /// How a command is called from its root on; one that refused its values names itself alone.
  private func whole(_ call: String) -> String {
    let root = root.configuration.commandName ?? ""
    guard !call.hasPrefix(root + " ") else { return call }
    return ([root] + commandPath.map(\.name).dropLast() + [call]).joined(separator: " ")
  }

  // MARK: What was meant

  /// A command that there is none of, with the nearest of those at its place.
  private var unknownCommand: (name: String, nearest: String?)? {
    let path = commandPath
    let level = path.last?.type ?? root
    let names = level.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.isEmpty, let next = arguments.dropFirst(path.count).first, !next.hasPrefix("-")
    else { return nil }
    return (next, nearestName(to: next, in: names))
  }

  /// The commands that the arguments begin with, each one of those before it.
  private var commandPath: [(name: String, type: any ParsableCommand.Type)] {
    var path: [(name: String, type: any ParsableCommand.Type)] = []
    for argument in arguments {
      let commands = (path.last?.type ?? root).configuration.subcommands
      guard let next = commands.first(where: { $0.configuration.commandName == argument }) else {
        break
      }
      path.append((argument, next))
    }
    return path
  }

  /// Where an option is missing: one that was written much like it.
  private func misspeltOption(_ said: String) -> (written: String, meant: String)? {
    guard let missing = parts(of: said, "Missing expected argument '--", "'") else { return nil }
    let meant = "--" + missing[0].prefix { $0 != " " }
    for argument in arguments where argument.hasPrefix("--") && argument != meant {
      let written = String(argument.prefix { $0 != "=" })
      if written != meant, nearestName(to: written, in: [meant]) != nil { return (written, meant) }
    }
    return nil
  }

  // MARK: Sentences

  private func vietnamese(_ said: String) -> String? {
    if let found = parts(of: said, "Missing expected argument '", "'") {
      return "thiếu '\(found[0])'"
    }
    if let found = parts(of: said, "Missing one of: ", "") { return "cần một trong: \(found[0])" }
    if let found = parts(of: said, "Unknown option '", "'. Did you mean '", "'?") {
      return "không có tùy chọn '\(found[0])'; có phải là '\(found[1])'?"
    }
    if let found = parts(of: said, "Unknown option '", "'") {
      return "không có tùy chọn '\(found[0])'"
    }
    if let found = parts(of: said, "Unexpected argument '", "'") { return "thừa '\(found[0])'" }
    if let found = parts(of: said, "", " unexpected arguments: ", "") {
      return "thừa \(found[0]) tham số: \(found[1])"
    }
    if let found = parts(of: said, "Missing value for '", "'") {
      return "'\(found[0])' còn thiếu giá trị"
    }
    if let found = parts(
      of: said, "The option '", "' does not take any value, but '", "' was specified.")
    {
      return "'\(found[0])' không nhận giá trị, nhưng đã ghi '\(found[1])'"
    }
    return refusedValue(said)
  }

  private func refusedValue(_ said: String) -> String? {
    let start = ["The value '", "' is invalid for '"]
    if let found = parts(of: said, start + ["'. Please provide one of the following:", ""]) {
      return "'\(found[1])' không nhận '\(found[0])'; chọn một trong:" + found[2]
    }
    if let found = parts(of: said, start + ["'. Please provide one of ", "."]) {
      let choice = found[2].replacing("' and '", with: "' hoặc '").replacing(
        "' or '", with: "' hoặc '")
      return "'\(found[1])' không nhận '\(found[0])'; chọn " + choice
    }
    if let found = parts(of: said, start + ["': ", ""]) {
      return "'\(found[1])' không nhận '\(found[0])': " + found[2]
    }
    guard let found = parts(of: said, start + ["'"]) else { return nil }
    let refused = "'\(found[1])' không nhận '\(found[0])'"
    return found[1].hasSuffix("<date>") ? refused + "; viết như 31/12/2024" : refused
  }

  /// What stands between the pieces of a sentence, which begins with the first and ends with the
  /// last; nil where it is not of that form.
  private func parts(of sentence: String, _ pieces: String...) -> [String]? {
    parts(of: sentence, pieces)
  }

  private func parts(of sentence: String, _ pieces: [String]) -> [String]? {
    guard sentence.hasPrefix(pieces[0]) else { return nil }
    var rest = sentence.dropFirst(pieces[0].count)
    var found: [String] = []
    for piece in pieces[1..<(pieces.count - 1)] {
      guard let next = rest.firstRange(of: piece) else { return nil }
      found.append(String(rest[..<next.lowerBound]))
      rest = rest[next.upperBound...]
    }
    guard let last = pieces.last, rest.hasSuffix(last) else { return nil }
    return found + [String(rest.dropLast(last.count))]
  }
}
