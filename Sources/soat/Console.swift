public import ArgumentParser
import ChecklistFormat
public import Diagnostics
import Glibc

/// Where a command writes.
enum Console {
  /// Writes to standard output, whole; ends the process where that is not possible, since a result
  /// cut short must not look like one.
  static func print(_ text: String) {
    guard !write(text, to: 1) else { return }
    complain(failure("stdout").message)
    exit(Status.unreadable.rawValue)
  }

  /// Writes a line to standard error.
  static func complain(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: 2)
  }

  /// Writes to a file, or to standard output where none is named. The file appears whole or not
  /// at all: it is written beside its place and then renamed.
  static func deliver(_ text: String, to path: String?) throws {
    guard let path else { return print(text) }
    let partial = path + ".\(getpid()).partial"
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = write(text, to: descriptor) && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(partial, path) == 0 else {
      let failed = failure(path)
      unlink(partial)
      throw failed
    }
  }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  private static func failure(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      status: .unreadable, message: "\(path): không ghi được · cannot be written: \(reason)")
  }
}

/// The options that every command shares.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: "Ngôn ngữ · Language: vi, en. Mặc định · default: $SOAT_LANG, vi.")
  private var chosen: Language?

  /// The language chosen, by flag or environment.
  var language: Language {
    if let chosen { return chosen }
    if let value = ProcessEnvironment.value("SOAT_LANG"), let language = Language(rawValue: value) {
      return language
    }
    return .vi
  }
}

extension Language: ExpressibleByArgument {}

extension FileProblem {
  /// The problem as a failed command.
  func failure(_ language: Language) -> Failure {
    Failure(status: .unreadable, message: "\(path): \(message[language])")
  }
}

extension DiagnosticList {
  /// All diagnostics as text, with what the cap left out.
  func text(in sources: [String: SourceText], _ language: Language) -> String {
    let renderer = DiagnosticRenderer(language: language)
    var text = ""
    for diagnostic in all {
      text += renderer.render(diagnostic, in: sources[diagnostic.source])
    }
    if leftOut > 0 {
      text +=
        LocalizedText(vi: "… và \(leftOut) vấn đề nữa", en: "… and \(leftOut) more")[language]
        + "\n"
    }
    return text
  }
}
