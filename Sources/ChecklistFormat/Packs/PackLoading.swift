import CEL
import Diagnostics
import InspectionCore

/// The loading of one pack: what was read so far, and what was found on the way.
struct PackLoading {
  let path: String
  let folder: String
  var readers: [FileReader] = []
  var areas: [Named<Area>] = []
  var checks: [ReadCheck] = []
  var indicators: [Named<Indicator>] = []
  var citations: [Named<Citation>] = []
  var calendar: WorkingCalendar?
  /// The checklist's `id@version`, where both can be read.
  private var reference: String?
  /// The gates and caps, with the places that name them.
  var limits: [ReadLimit] = []
  /// Where each area's weight stands.
  var weightPlaces: [SourceRange] = []
  /// Whether notes are wanted beside errors and warnings.
  let wantsNotes: Bool
  /// What could not be read in full; names that it may have held are not called unknown.
  var gaps: Set<Part> = []
  private var opened: Set<String> = []

  /// A part of a pack that other parts name things from.
  enum Part {
    case areas
    case citations
    case indicators
  }

  init(path: String, wantsNotes: Bool = false) {
    self.path = path
    self.wantsNotes = wantsNotes
    self.folder = Paths.folder(of: path)
  }

  mutating func load() throws(FileProblem) -> LoadedPack {
    let bytes = try FileBytes.read(path, limit: YAMLLimits().bytes)
    let main = FileReader(SourceText(name: path, bytes: bytes))
    readers.append(main)
    opened.insert(FileBytes.realPath(path) ?? path)
    var compiled: CompiledChecklist?
    if let root = parse(main) { compiled = checklist(root, main) }
    var sources: [String: SourceText] = [:]
    for reader in readers { sources[reader.source.name] = reader.source }
    let hasErrors = readers.contains { $0.log.hasErrors }
    return LoadedPack(
      path: path, reference: reference, compiled: hasErrors ? nil : compiled,
      diagnostics: DiagnosticLog.list(of: readers.map(\.log)), sources: sources)
  }

  private func parse(_ reader: FileReader) -> YAMLNode? {
    do throws(YAMLProblem) {
      return try YAMLParser.parse(reader.source)
    } catch {
      reader.report(error.diagnostic)
      return nil
    }
  }

  private mutating func checklist(_ root: YAMLNode, _ main: FileReader) -> CompiledChecklist? {
    guard let mapping = main.mapping(root, .checklist) else { return nil }
    mapping.checkFormatVersion()
    let id = mapping.text("id")
    let version = mapping.text("version")
    if let id, let version { reference = id + "@" + version }
    let title = mapping.localized("title")
    let applies = applies(mapping, main)
    readDictionaries(mapping.mapping("uses", .uses), main)
    for node in mapping.list("include") {
      if !readArea(node, main) { gaps.insert(.areas) }
    }
    checkNames(main)
    var scoring = ScoringRules()
    if let node = mapping.value("scoring", as: .mapping) {
      let isWhole = !gaps.contains(.areas) && checks.allSatisfy(\.hasID)
      let read = ScoringReader(reader: main).rules(
        node, checks: isWhole ? Set(checks.map(\.check.id)) : nil)
      scoring = read.rules
      limits = read.limits
    }
    // With stopgaps for what is missing: every rule is compiled, for the sake of what it reports.
    guard let day = CivilDate.stopgap else { return nil }
    let stopgap = LocalizedText(same: "")
    let calendar =
      calendar
      ?? WorkingCalendar(
        id: "", title: stopgap, verified: Period(day), daysOff: [:], makeUpDays: [:])
    let compiled = compile(
      Checklist(
        id: id ?? "", version: version ?? "", title: title ?? stopgap, levels: applies.levels,
        appliesFrom: applies.from, appliesTo: applies.to, indicators: indicators.map(\.value),
        citations: citations.map(\.value), calendar: calendar, areas: areas.map(\.value),
        scoring: scoring))
    if let compiled, !readers.contains(where: \.log.hasErrors) { checkSense(of: compiled, main) }
    return compiled
  }

  private func applies(
    _ mapping: Mapping, _ main: FileReader
  ) -> (levels: [String], from: CivilDate?, to: CivilDate?) {
    guard let applies = mapping.mapping("applies", .applies) else { return ([], nil, nil) }
    let levels = applies.list("levels").compactMap(main.text)
    let bounds = applies.value("periods", as: .mapping).map { main.bounds($0) }
    return (levels, bounds?.from, bounds?.to)
  }

  // MARK: Other files

  private mutating func readDictionaries(_ uses: Mapping?, _ main: FileReader) {
    guard let uses else {
      gaps.formUnion([.indicators, .citations])
      return
    }
    let named = uses.list("indicators")
    if named.isEmpty { gaps.insert(.indicators) }
    for name in named {
      if let (reader, root) = library(name, "indicators", main) {
        indicators += IndicatorReader(reader: reader).indicators(root)
      } else {
        gaps.insert(.indicators)
      }
    }
    for name in uses.list("citations") {
      if let (reader, root) = library(name, "citations", main) {
        citations += CitationReader(reader: reader).citations(root)
      } else {
        gaps.insert(.citations)
      }
    }
    if let name = uses.value("calendar", as: .text),
      let (reader, root) = library(name, "calendars", main)
    {
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
        LocalizedText(
          vi: "ở đây cần tên của tệp trong thư mục \(shared), không kèm đường dẫn",
          en: "this takes the name of a file in the folder \(shared), without a path"),
        at: node.range)
      return nil
    }
    let own = Paths.join(Paths.join(folder, shared), name + ".yaml")
    if FileBytes.exists(own) { return read(own, inside: folder, named: node, main) }
    let home = Paths.join(folder, "..")
    return read(
      Paths.join(Paths.join(home, shared), name + ".yaml"), inside: home, named: node, main)
  }

  private mutating func readArea(_ node: YAMLNode, _ main: FileReader) -> Bool {
    guard let name = main.text(node),
      let (reader, root) = read(Paths.join(folder, name), inside: folder, named: node, main),
      let area = AreaReader(reader: reader).area(root)
    else { return false }
    areas.append(area.area)
    weightPlaces.append(area.weightPlace)
    checks += area.checks
    return true
  }

  /// Reads a file that another names, once, and only from inside `home`, links followed.
  private mutating func read(
    _ file: String, inside home: String, named node: YAMLNode, _ main: FileReader
  ) -> (FileReader, YAMLNode)? {
    let name = shown(node.scalar?.text ?? file)
    if let real = FileBytes.realPath(file) {
      guard let home = FileBytes.realPath(home), real == home || Paths.isInside(real, home)
      else {
        main.report(
          "include-escape",
          LocalizedText(
            vi: "\"\(name)\" nằm ngoài thư mục của bảng kiểm",
            en: "\"\(name)\" lies outside the checklist's folder"),
          mend: LocalizedText(
            vi: "chép tệp vào thư mục của bảng kiểm",
            en: "copy the file into the checklist's folder"),
          at: node.range)
        return nil
      }
      guard opened.insert(real).inserted else {
        main.report(
          "included-twice",
          LocalizedText(vi: "\"\(name)\" đã được nạp", en: "\"\(name)\" is included already"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: node.range)
        return nil
      }
    }
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
          vi: "không đọc được \(file): \(error.message.vi)",
          en: "cannot read \(file): \(error.message.en)"), at: node.range)
      return nil
    }
  }
}
