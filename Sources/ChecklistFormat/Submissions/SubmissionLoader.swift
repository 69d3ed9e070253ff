import CEL
public import Diagnostics
public import InspectionCore

/// A submission as loaded, or what is wrong with it.
public struct LoadedSubmission: Sendable {
  /// The submission; nil where there are errors.
  public let submission: Submission?
  /// Everything found.
  public let diagnostics: DiagnosticList
  /// The path.
  public let path: String
  private let bytes: [UInt8]

  /// The text that diagnostics point into; its lines are looked for at each call.
  public var source: SourceText { SourceText(name: path, bytes: bytes) }

  /// A submission in which nothing is wrong.
  init(_ submission: Submission, path: String, bytes: [UInt8]) {
    self.submission = submission
    self.path = path
    self.bytes = bytes
    diagnostics = DiagnosticList()
  }

  init(submission: Submission?, diagnostics: DiagnosticList, source: SourceText) {
    self.submission = submission
    self.diagnostics = diagnostics
    path = source.name
    bytes = source.bytes
  }
}

/// A submission file that names its checklist but is not yet read by it.
public struct SubmissionFile: Sendable {
  /// The path.
  public let path: String
  /// The checklist it names, `id@version`; nil where the file is too broken to say.
  public let checklist: String?
  /// Whether it is a submission rather than part of a pack. A file too broken to be read counts as
  /// one if a line of it begins with `submission:`, so that whoever looks for submissions in a
  /// folder is told of it.
  public let isSubmission: Bool
  let source: SourceText
  let root: YAMLNode?
  let problem: Diagnostic?

  /// Whether the file is no YAML that is read here.
  public var isBroken: Bool { problem != nil }
}

/// Loads submissions in YAML.
public enum SubmissionLoader {
  /// Opens a file and finds the checklist it names.
  ///
  /// - Throws: ``FileProblem`` where the file cannot be read.
  public static func open(_ path: String) throws(FileProblem) -> SubmissionFile {
    open(try text(of: path))
  }

  static func text(of path: String) throws(FileProblem) -> SourceText {
    SourceText(name: path, bytes: try FileBytes.read(path, limit: YAMLLimits().bytes))
  }

  static func open(_ source: SourceText) -> SubmissionFile {
    do throws(YAMLProblem) {
      let root = try YAMLParser.parse(source)
      var checklist: String?
      var isSubmission = false
      if case .mapping(let entries) = root.content {
        for entry in entries {
          switch entry.key.scalar?.text {
          case "checklist": checklist = entry.value.scalar?.text
          case "submission": isSubmission = true
          default: continue
          }
        }
      }
      return SubmissionFile(
        path: source.name, checklist: checklist, isSubmission: isSubmission, source: source,
        root: root,
        problem: nil)
    } catch {
      return SubmissionFile(
        path: source.name, checklist: nil, isSubmission: names("submission", in: source),
        source: source,
        root: nil, problem: error.diagnostic)
    }
  }

  /// Whether a YAML file is a submission rather than part of a pack; see
  /// ``SubmissionFile/isSubmission``.
  public static func isSubmission(_ path: String) -> Bool {
    do throws(FileProblem) {
      return try open(path).isSubmission
    } catch {
      return false
    }
  }

  /// Whether a file is taken for a submission before it is parsed: a line of it begins with
  /// `submission:`, or it turns out to be one. Of the first kind a file may, if oddly written, still
  /// be part of a pack.
  public static func seemsSubmission(_ path: String) -> Bool {
    do throws(FileProblem) {
      let source = try text(of: path)
      return mayBeSubmission(source)
        && (names("submission", in: source) || open(source).isSubmission)
    } catch {
      return false
    }
  }

  /// The files of a folder, and of the folders directly in it, that are submissions, each parsed
  /// once; a file that does not hold the word is not parsed to find out.
  public static func submissions(under folder: String) -> [SubmissionFile] {
    files(under: folder).compactMap(submission)
  }

  /// The YAML files of a folder, and of the folders directly in it.
  public static func files(under folder: String) -> [String] {
    var found: [String] = []
    for (name, isFolder) in FileBytes.entries(in: folder) {
      let path = Paths.join(folder, name)
      if isFolder {
        let inside = FileBytes.names(in: path).filter { $0.hasSuffix(".yaml") }
        found += inside.map { Paths.join(path, $0) }
      } else if name.hasSuffix(".yaml") {
        found.append(path)
      }
    }
    return found
  }

  /// A file that is a submission; nil for any other, and for one that cannot be read.
  public static func submission(at path: String) -> SubmissionFile? {
    do throws(FileProblem) {
      let source = try text(of: path)
      guard mayBeSubmission(source) else { return nil }
      let file = open(source)
      return file.isSubmission ? file : nil
    } catch {
      return nil
    }
  }

  /// Whether the word is there at all, so that a file without it need not be parsed.
  static func mayBeSubmission(_ source: SourceText) -> Bool {
    let bytes = source.bytes
    let word = Array("submission".utf8)
    guard bytes.count >= word.count else { return false }
    for start in 0...(bytes.count - word.count) where bytes[start] == word[0] {
      if bytes[start..<(start + word.count)].elementsEqual(word) { return true }
    }
    return false
  }

  private static func names(_ key: String, in source: SourceText) -> Bool {
    for line in 1...source.lineCount {
      let range = source.lineRange(line)
      if source.bytes[range.lower..<range.upper].starts(with: (key + ":").utf8) { return true }
    }
    return false
  }

  /// Reads an opened file by its checklist and reports everything wrong with it in one pass.
  public static func load(_ file: SubmissionFile, for checklist: Checklist) -> LoadedSubmission {
    load(file, by: SubmissionRules(checklist))
  }

  /// Reads an opened file by the rules of its checklist; see ``load(_:for:)``.
  public static func load(_ file: SubmissionFile, by rules: SubmissionRules) -> LoadedSubmission {
    let reader = FileReader(file.source)
    var submission: Submission?
    if let problem = file.problem { reader.report(problem) }
    if let root = file.root {
      submission = SubmissionReader(reader: reader, rules: rules).submission(root)
    }
    return LoadedSubmission(
      submission: reader.log.hasErrors ? nil : submission, diagnostics: reader.diagnostics,
      source: file.source)
  }

  /// What is wrong with a file that no checklist could be found for.
  ///
  /// - Parameters:
  ///   - references: the checklists that were loaded, as `id@version`.
  ///   - broken: those that were found and cannot be used because of their errors.
  public static func reject(
    _ file: SubmissionFile, known references: [String], broken: Set<String> = []
  ) -> LoadedSubmission {
    let reader = FileReader(file.source)
    if let problem = file.problem {
      reader.report(problem)
    } else if let name = file.checklist, broken.contains(name) {
      reader.report(
        "broken-checklist",
        LocalizedText(
          vi: "bảng kiểm \"\(shown(name))\" có lỗi, chưa dùng được",
          en: "the checklist \"\(shown(name))\" has errors and cannot be used"),
        mend: LocalizedText(
          vi: "sửa các lỗi của bảng kiểm đã nêu ở trên",
          en: "mend the checklist's errors, told above"),
        at: checklistRange(in: file))
    } else {
      reportUnknownChecklist(file, among: references, to: reader)
    }
    return LoadedSubmission(
      submission: nil, diagnostics: reader.diagnostics, source: file.source)
  }

  private static func reportUnknownChecklist(
    _ file: SubmissionFile, among references: [String], to reader: FileReader
  ) {
    let name = file.checklist ?? ""
    var mend = LocalizedText(
      vi: "các bảng kiểm đã nạp: " + references.joined(separator: ", "),
      en: "the checklists loaded are: " + references.joined(separator: ", "))
    if references.isEmpty {
      mend = LocalizedText(
        vi: "nêu cả thư mục của bảng kiểm, như: soat lint Checklists \(file.path)",
        en: "name the checklist's folder too, as in: soat lint Checklists \(file.path)")
    } else if let question = reader.question(name, among: references) {
      mend = question
    }
    reader.report(
      "unknown-checklist",
      LocalizedText(
        vi: name.isEmpty
          ? "bài nộp không nêu bảng kiểm" : "không có bảng kiểm \"\(shown(name))\"",
        en: name.isEmpty
          ? "the submission names no checklist" : "there is no checklist \"\(shown(name))\""),
      mend: mend, at: checklistRange(in: file))
  }

  /// Where a file names its checklist; its beginning where it does not.
  private static func checklistRange(in file: SubmissionFile) -> SourceRange {
    guard let root = file.root, case .mapping(let entries) = root.content else {
      return SourceRange(0, 0)
    }
    return entries.last { $0.key.scalar?.text == "checklist" }?.value.range ?? SourceRange(0, 0)
  }
}
