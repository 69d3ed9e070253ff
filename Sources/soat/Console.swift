public import ArgumentParser
import ChecklistFormat
public import Diagnostics
import Glibc

/// Where a command writes.
enum Console {
  /// Writes to standard output, whole; ends the process where that is not possible, since a result
  /// cut short must not look like one.
  static func print(_ text: String) { print(Array(text.utf8)) }

  /// Writes bytes to standard output as ``print(_:)`` writes text.
  static func print(_ bytes: [UInt8]) {
    guard !write(bytes, to: 1) else { return }
    complain(failure("stdout").message)
    exit(Status.unreadable.rawValue)
  }

  /// Writes a line to standard error.
  static func complain(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: 2)
  }

  /// Writes to a file, or to standard output where none is named.
  ///
  /// A file appears whole or not at all: it is written beside its place and then renamed. A link is
  /// followed, a file that is there keeps its mode, a new one can be read by its owner alone, since
  /// a result may hold counts that are not for everyone. A device or pipe is written to as it is.
  ///
  /// - Parameter inputs: files that were read and must not be overwritten.
  static func deliver(_ text: String, to path: String?, inputs: [String] = []) throws {
    let delivery = try Delivery(to: path, inputs: inputs)
    try delivery.add(text)
    try delivery.finish()
  }

  /// Writes all of a text to a descriptor; false where that is not possible.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    write(Array(text.utf8), to: descriptor)
  }

  /// Writes all of some bytes to a descriptor; false where that is not possible.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  fileprivate static func failure(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      status: .unreadable, message: "\(path): không ghi được · cannot be written: \(reason)")
  }
}

/// A result that is written piece by piece; a file appears whole or not at all, as
/// ``Console/deliver(_:to:inputs:)`` says.
final class Delivery {
  private let path: String?
  private var descriptor: Int32 = 1
  /// The file that takes the place of `target` once all is written; nil for what is written to
  /// directly.
  private var partial: String?
  private var target = ""
  private var mode: mode_t?

  init(to path: String?, inputs: [String] = []) throws {
    self.path = path
    guard let path else { return }
    target = FileBytes.realPath(path) ?? path
    if inputs.contains(where: { FileBytes.realPath($0) == target }) {
      throw Failure(
        status: .wrongUse,
        message: "\(path): là tệp đầu vào, chọn tên khác · is an input, choose another name")
    }
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else {
      if exists { mode = status.st_mode & 0o777 }
      let name = target + ".\(getpid()).partial"
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 { partial = name }
    }
    guard descriptor >= 0 else { throw Console.failure(path) }
  }

  /// Writes a piece.
  func add(_ text: String) throws { try add(Array(text.utf8)) }

  /// Writes a piece.
  func add(_ bytes: [UInt8]) throws {
    guard let path else { return Console.print(bytes) }
    guard Console.write(bytes, to: descriptor) else { throw discarded(path) }
  }

  /// Puts what was written in its place.
  func finish() throws {
    guard let path else { return }
    guard let partial else {
      close(descriptor)
      return
    }
    var isWritten = fsync(descriptor) == 0
    if let mode, fchmod(descriptor, mode) != 0 { isWritten = false }
    guard isWritten, rename(partial, target) == 0 else { throw discarded(path) }
    close(descriptor)
    self.partial = nil
  }

  private func discarded(_ path: String) -> Failure {
    let failure = Console.failure(path)
    close(descriptor)
    if let partial { unlink(partial) }
    partial = nil
    return failure
  }

  deinit {
    guard let partial else { return }
    close(descriptor)
    unlink(partial)
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
    return ProcessEnvironment.value("SOAT_LANG").flatMap(Language.init(rawValue:)) ?? .vi
  }

  func validate() throws {
    guard let value = ProcessEnvironment.value("SOAT_LANG"), Language(rawValue: value) == nil else {
      return
    }
    throw ValidationError("SOAT_LANG=\(value): chọn vi hoặc en · choose vi or en")
  }
}

extension Language: ExpressibleByArgument {}

extension FileProblem {
  /// The problem as a failed command.
  func failure(_ language: Language) -> Failure {
    Failure(status: .unreadable, message: visible("\(path): \(message[language])"))
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

/// Lines as a terminal may show them: ``visible(_:)`` for each, the line breaks kept.
func visibleLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
    .joined(separator: "\n")
}
