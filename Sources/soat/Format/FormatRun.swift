import ChecklistFormat
import Diagnostics

/// One run of the formatter over files, folders or standard input.
struct FormatRun: Wording {
  enum Mode {
    /// Files that change are written and named.
    case rewrite
    /// Files that would change are named.
    case list
    /// What would change is shown line by line.
    case show
  }

  /// The largest file that is read, in bytes.
  private static let limit = 4 << 20

  let mode: Mode
  let kind: FormatFile?
  let language: Language
  private(set) var status = Status.fine
  private(set) var hasChanges = false

  init(_ mode: Mode, kind: FormatFile?, language: Language) {
    self.mode = mode
    self.kind = kind
    self.language = language
  }

  /// Ends the run with at least this status.
  mutating func raise(_ status: Status) { self.status = max(self.status, status) }

  /// Formats a file, or every file of a folder.
  mutating func format(_ path: String) {
    guard FileBytes.isFolder(path) else { return format(file: path, isNamed: true) }
    let files: [String]
    do throws(FileProblem) {
      files = try YAMLFiles.inside(path)
    } catch {
      return complain(error)
    }
    if files.isEmpty {
      complain(
        FileProblem(
          path,
          LocalizedText(vi: "không có tệp .yaml nào bên trong", en: "holds no .yaml file")))
    }
    for file in files { format(file: file, isNamed: false) }
  }

  /// Formats what comes on standard input onto standard output.
  mutating func formatInput() throws {
    let name = "<stdin>"
    do throws(FileProblem) {
      let source = SourceText(
        name: name, bytes: try StandardInput.bytes(limit: FormatRun.limit, name: name))
      guard let result = formatted(source, isNamed: true) else { return }
      hasChanges = result.bytes != source.bytes
      switch mode {
      case .rewrite: Console.print(result.text)
      case .list: if hasChanges { Console.print(name + "\n") }
      case .show: show(source, result)
      }
    } catch {
      throw error.failure(language)
    }
  }

  private mutating func format(file path: String, isNamed: Bool) {
    do throws(FileProblem) {
      let source = SourceText(
        name: path, bytes: try FileBytes.read(path, limit: FormatRun.limit))
      guard let result = formatted(source, isNamed: isNamed), result.bytes != source.bytes else {
        return
      }
      hasChanges = true
      deliver(result, source)
    } catch {
      complain(error)
    }
  }

  private mutating func deliver(_ result: SourceText, _ source: SourceText) {
    switch mode {
    case .rewrite:
      do {
        try Console.deliver(result.text, to: source.name)
        Console.print(source.name + "\n")
      } catch {
        let failure = error as? Failure
        Console.complain(failure?.message ?? "\(error)")
        raise(failure?.status ?? .unreadable)
      }
    case .list: Console.print(source.name + "\n")
    case .show: show(source, result)
    }
  }

  private func show(_ source: SourceText, _ result: SourceText) {
    Console.print(LineDifference.unified(source.bytes, result.bytes, name: source.name))
  }

  private mutating func formatted(_ source: SourceText, isNamed: Bool) -> SourceText? {
    do throws(FormattingProblem) {
      return try YAMLFormatter.formatted(source, as: kind)
    } catch {
      switch error {
      case .found(let diagnostic):
        Console.complain(DiagnosticRenderer(language: language).render(diagnostic, in: source))
        raise(.problemsFound)
      case .unknownKind: complainOfKind(source.name, isNamed: isNamed)
      case .tooLarge(let limit):
        let size = "\(limit >> 20) MB"
        let what = words(
          "định dạng xong sẽ lớn hơn \(size), quá mức cho phép; tệp được để nguyên",
          "formatted it would be larger than the \(size) allowed; it was left as it is")
        Console.complain("\(source.name): \(what)")
        raise(.problemsFound)
      }
      return nil
    }
  }

  /// A file of another program that lies in a folder is no mistake; one that was named is.
  private mutating func complainOfKind(_ name: String, isNamed: Bool) {
    let what = words(
      "không nhận ra là loại tệp nào của soat", "is no file of soat that can be told")
    let mend =
      isNamed
      ? words("nêu loại tệp bằng --as", "say which with --as") : words("để nguyên", "left as it is")
    Console.complain("\(name): \(what); \(mend)")
    if isNamed { raise(.wrongUse) }
  }

  private mutating func complain(_ problem: FileProblem) {
    Console.complain(problem.failure(language).message)
    raise(.unreadable)
  }
}
