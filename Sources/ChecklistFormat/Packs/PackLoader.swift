import CEL
public import Diagnostics
public import InspectionCore

/// A checklist as loaded, or what is wrong with it.
public struct LoadedPack: Sendable {
  /// The path of the pack's `checklist.yaml`.
  public let path: String
  /// The checklist, compiled; nil where there are errors.
  public let compiled: CompiledChecklist?
  /// Everything found, errors and warnings.
  public let diagnostics: DiagnosticList
  /// The texts that diagnostics point into, by name.
  public let sources: [String: SourceText]
}

/// Loads packs: a `checklist.yaml`, the areas it includes, the dictionaries it uses.
public enum PackLoader {
  /// The name of a pack's main file.
  public static let mainFile = "checklist.yaml"

  /// The packs a path names: a pack's folder, its `checklist.yaml`, or a folder of packs.
  ///
  /// - Throws: ``FileProblem`` where nothing there is a pack.
  public static func packs(at path: String) throws(FileProblem) -> [String] {
    guard FileBytes.isFolder(path) else { return [path] }
    let main = Paths.join(path, mainFile)
    if FileBytes.exists(main) { return [main] }
    var found: [String] = []
    for name in FileBytes.names(in: path) {
      let candidate = Paths.join(Paths.join(path, name), mainFile)
      if FileBytes.exists(candidate) { found.append(candidate) }
    }
    guard found.isEmpty else { return found }
    throw FileProblem(
      path: path,
      message: LocalizedText(
        vi: "không có \(mainFile) trong thư mục này hay thư mục con trực tiếp",
        en: "holds no \(mainFile), nor does a folder in it"))
  }

  /// Loads one pack and reports everything wrong with it in one pass.
  ///
  /// - Throws: ``FileProblem`` where the main file itself cannot be read; trouble with an included
  ///   file is a diagnostic at the place that names it.
  public static func load(_ path: String) throws(FileProblem) -> LoadedPack {
    var loader = PackLoading(path: path)
    return try loader.load()
  }
}

/// The loading of one pack.
private struct PackLoading {
  let path: String
  let folder: String
  var readers: [FileReader] = []
  var areas: [Area] = []
  var checks: [ReadCheck] = []
  var indicators: [Indicator] = []
  var citations: [Citation] = []
  var calendar: WorkingCalendar?

  init(path: String) {
    self.path = path
    self.folder = Paths.folder(of: path)
  }

  mutating func load() throws(FileProblem) -> LoadedPack {
    let bytes = try FileBytes.read(path, limit: YAMLLimits().bytes)
    let main = FileReader(SourceText(name: path, bytes: bytes))
    readers.append(main)
    var checklist: Checklist?
    if let root = parse(main) { checklist = self.checklist(root, main) }
    var compiled: CompiledChecklist?
    if let checklist { compiled = compile(checklist) }
    var diagnostics = DiagnosticList()
    var sources: [String: SourceText] = [:]
    for reader in readers {
      diagnostics.report(reader.diagnostics)
      sources[reader.source.name] = reader.source
    }
    return LoadedPack(
      path: path, compiled: diagnostics.hasErrors ? nil : compiled, diagnostics: diagnostics,
      sources: sources)
  }

  private func parse(_ reader: FileReader) -> YAMLNode? {
    do throws(YAMLProblem) {
      return try YAMLParser.parse(reader.source)
    } catch {
      reader.report(error.diagnostic)
      return nil
    }
  }

  private mutating func checklist(_ root: YAMLNode, _ main: FileReader) -> Checklist? {
    let keys = ["soat", "id", "version", "title", "applies", "uses", "include", "scoring"]
    guard let mapping = main.mapping(root, keys: keys) else { return nil }
    mapping.checkFormatVersion()
    let id = mapping.text("id")
    let version = mapping.text("version")
    let title = mapping.localized("title")
    let applies = applies(mapping, main)
    if let uses = mapping.required("uses") { readDictionaries(uses, main) }
    for node in mapping.list("include", required: true) { readArea(node, main) }
    checkNames()
    var scoring = ScoringRules()
    if let node = mapping.optional("scoring") {
      let ids = Set(checks.map(\.check.id))
      scoring = ScoringReader(reader: main).rules(node, checks: ids)
    }
    guard let id, let version, let title, let calendar else { return nil }
    return Checklist(
      id: id, version: version, title: title, levels: applies.levels, appliesFrom: applies.from,
      appliesTo: applies.to, indicators: indicators, citations: citations, calendar: calendar,
      areas: areas, scoring: scoring)
  }

  private func applies(
    _ mapping: Mapping, _ main: FileReader
  ) -> (levels: [String], from: CivilDate?, to: CivilDate?) {
    guard let node = mapping.required("applies"),
      let applies = main.mapping(node, keys: ["levels", "periods"])
    else { return ([], nil, nil) }
    let levels = applies.list("levels", required: true).compactMap(main.text)
    guard let periods = applies.optional("periods"),
      let bounds = main.mapping(periods, keys: ["from", "to"])
    else { return (levels, nil, nil) }
    return (levels, bounds.date("from"), bounds.date("to"))
  }

  // MARK: Other files

  private mutating func readDictionaries(_ node: YAMLNode, _ main: FileReader) {
    guard let uses = main.mapping(node, keys: ["indicators", "citations", "calendar"]) else {
      return
    }
    for name in uses.list("indicators", required: true) {
      guard let (reader, root) = library(name, "indicators", main) else { continue }
      indicators += IndicatorReader(reader: reader).indicators(root)
    }
    for name in uses.list("citations") {
      guard let (reader, root) = library(name, "citations", main) else { continue }
      citations += CitationReader(reader: reader).citations(root)
    }
    if let name = uses.required("calendar"), let (reader, root) = library(name, "calendars", main) {
      calendar = CalendarReader(reader: reader).calendar(root)
    }
  }

  /// A file of a shared folder, which stands in the pack or beside it.
  private mutating func library(
    _ node: YAMLNode, _ shared: String, _ main: FileReader
  ) -> (FileReader, YAMLNode)? {
    guard let name = main.text(node) else { return nil }
    guard !name.contains("/"), !name.hasPrefix(".") else {
      main.report(
        "library-name",
        LocalizedText(vi: "tên không có dấu / hay dấu chấm đầu", en: "a plain name is wanted here"),
        at: node.range)
      return nil
    }
    let own = Paths.join(Paths.join(folder, shared), name + ".yaml")
    let beside = Paths.join(
      Paths.join(Paths.join(folder, ".."), shared), name + ".yaml")
    return read(FileBytes.exists(own) ? own : beside, named: node, main)
  }

  private mutating func readArea(_ node: YAMLNode, _ main: FileReader) {
    guard let name = main.text(node) else { return }
    let file = Paths.join(folder, name)
    if let real = FileBytes.realPath(file), let home = FileBytes.realPath(folder),
      !Paths.isInside(real, home)
    {
      main.report(
        "include-escape",
        LocalizedText(
          vi: "\"\(name)\" nằm ngoài thư mục của bảng kiểm",
          en: "\"\(name)\" lies outside the checklist's folder"),
        mend: LocalizedText(
          vi: "chép tệp vào thư mục của bảng kiểm", en: "copy the file into the checklist's folder"),
        at: node.range)
      return
    }
    for reader in readers where reader.source.name == file {
      main.report(
        "included-twice",
        LocalizedText(vi: "\"\(name)\" đã được nạp", en: "\"\(name)\" is included already"),
        at: node.range)
      return
    }
    guard let (reader, root) = read(file, named: node, main) else { return }
    guard let area = AreaReader(reader: reader).area(root) else { return }
    areas.append(area.area)
    checks += area.checks
  }

  private mutating func read(
    _ file: String, named node: YAMLNode, _ main: FileReader
  ) -> (FileReader, YAMLNode)? {
    do throws(FileProblem) {
      let bytes = try FileBytes.read(file, limit: YAMLLimits().bytes)
      let reader = FileReader(SourceText(name: file, bytes: bytes))
      readers.append(reader)
      guard let root = parse(reader) else { return nil }
      return (reader, root)
    } catch {
      main.report(
        "unreadable-file",
        LocalizedText(
          vi: "không đọc được \(error.path): \(error.message.vi)",
          en: "cannot read \(error.path): \(error.message.en)"), at: node.range)
      return nil
    }
  }

  // MARK: What only the whole pack can tell

  private func checkNames() {
    var seen: Set<String> = []
    let known = Set(citations.map(\.id))
    for read in checks {
      if !seen.insert(read.check.id).inserted {
        read.reader.report(
          "duplicate-check",
          LocalizedText(
            vi: "mã \"\(read.check.id)\" đã dùng", en: "the id \"\(read.check.id)\" is taken"),
          at: read.place)
      }
      for (reference, node) in zip(read.check.cites, read.citeNodes) {
        guard known.contains(reference.citation) else {
          read.reader.reportUnknown(
            reference.citation, among: known, code: "unknown-citation",
            what: LocalizedText(vi: "văn bản", en: "citation"), at: node.range)
          continue
        }
        guard let place = reference.place else { continue }
        let places = citations.first { $0.id == reference.citation }?.places.map(\.id) ?? []
        if !places.contains(place) {
          read.reader.reportUnknown(
            place, among: places, code: "unknown-place",
            what: LocalizedText(vi: "điều, mục", en: "place"), at: node.range)
        }
      }
    }
    var ids: Set<String> = []
    for indicator in indicators where !ids.insert(indicator.id).inserted {
      readers[0].report(
        "duplicate-indicator",
        LocalizedText(
          vi: "chỉ tiêu \"\(indicator.id)\" khai báo hai lần",
          en: "the indicator \"\(indicator.id)\" is declared twice"), at: SourceRange(0, 0))
    }
  }

  private func compile(_ checklist: Checklist) -> CompiledChecklist? {
    do throws(ChecklistCompilationError) {
      return try CompiledChecklist(checklist)
    } catch {
      var byCheck: [String: ReadCheck] = [:]
      for read in checks { byCheck[read.check.id] = read }
      for found in error.problems {
        if let read = byCheck[found.check] { show(found.problem, of: read) }
      }
      return nil
    }
  }

  private func show(_ problem: ParameterProblem, of read: ReadCheck) {
    var node: YAMLNode?
    if problem.parameter == "kind" {
      node = read.kindNode
    } else if let parameter = problem.parameter {
      node = read.parameters[ParameterPlace(parameter, problem.index)]
    }
    if let node {
      read.reader.report(problem.diagnostic, inside: node)
    } else if !read.reader.diagnostics.hasErrors {
      // Without a place of its own the problem is one the reader has already shown at its key.
      var diagnostic = problem.diagnostic
      diagnostic.source = read.reader.source.name
      diagnostic.range = read.place
      read.reader.report(diagnostic)
    }
  }
}
