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

  /// Writes to a file, or to standard output where none is named.
  ///
  /// A file appears whole or not at all: it is written beside its place and then renamed. A link is
  /// followed, a file that is there keeps its mode, a new one can be read by its owner alone, since
  /// a result may hold counts that are not for everyone. A device or pipe is written to as it is.
  ///
  /// - Parameter inputs: files that were read and must not be overwritten.
  static func deliver(_ text: String, to path: String?, inputs: [String] = []) throws {
    guard let path else { return print(text) }
    let target = FileBytes.realPath(path) ?? path
    if inputs.contains(where: { FileBytes.realPath($0) == target }) {
      throw Failure(
        status: .wrongUse,
        message: "\(path): là tệp đầu vào, chọn tên khác · is an input, choose another name")
    }
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path) }
      defer { close(descriptor) }
      guard write(text, to: descriptor) else { throw failure(path) }
      return
    }
    let partial = target + ".\(getpid()).partial"
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    var isWritten = write(text, to: descriptor) && fsync(descriptor) == 0
    if exists, fchmod(descriptor, status.st_mode & 0o777) != 0 { isWritten = false }
    close(descriptor)
    guard isWritten, rename(partial, target) == 0 else {
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
