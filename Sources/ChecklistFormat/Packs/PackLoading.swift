import CEL
import Diagnostics
import InspectionCore

/// The loading of one pack: what was read so far, and what was found on the way.
struct PackLoading {
  let path: String
  let folder: String
  var readers: [FileReader] = []
  var areas: [ReadArea] = []
  /// The checks of all areas, in order.
  var checks: [ReadCheck] = []
  var indicators: [Named<Indicator>] = []
  var citations: [Named<Citation>] = []
  var targets: [ReadTarget] = []
  var classes: [Named<UnitClass>] = []
  var themes: [Named<Theme>] = []
  var periods: [Named<PeriodPreset>] = []
  var calendar: WorkingCalendar?
  /// Where the calendar is named, if not by the checklist that is extended.
  var calendarPlace: SourceRange?
  var applies: (levels: [String], from: CivilDate?, to: CivilDate?) = ([], nil, nil)
  var scoring = ScoringRules()
  /// The gates and caps, with the places that name them.
  var limits: [ReadLimit] = []
  /// Where the total stands that all weights must add up to.
  var totalPlace: (reader: FileReader, range: SourceRange)?
  var policies = FollowUpPolicies()
  var migrations: [Migration] = []
  /// The checklist it extends, `id@version`, where it extends one.
  var base: String?
  /// That checklist as it is, where it has no errors.
  var baseChecklist: Checklist?
  /// Where it is named.
  var basePlaces: BasePlaces?
  /// What it changes in that checklist.
  var changes: [AppliedChange] = []
  /// The checklists whose extension led here, the outermost first.
  var chain: [String] = []
  /// The checklists that extend each other in a circle, where they do.
  var circle: [String]?
  /// The checklist's `id@version`, where both can be read.
  private(set) var reference: String?
  /// Whether notes are wanted beside errors and warnings.
  let wantsNotes: Bool
  /// What could not be read in full; names that it may have held are not called unknown.
  var gaps: Set<Part> = []
  var opened: Set<String> = []
  /// The files that were read for the checklist that is extended.
  var openedByBase: Set<String> = []
  /// How many bytes the files opened so far hold.
  var bytesRead = 0
  /// Where plugins are looked for.
  let shelf: PluginShelf
  /// The kinds that checks may be of.
  let kinds: PackKinds
  /// The plugins that the pack and the checklist it extends have pinned.
  var pins: [Pin] = []
  /// The packs beside this one, by `id@version`, once they were looked for.
  var neighbours: [(reference: String, path: String)]?

  /// A part of a pack that other parts name things from.
  enum Part: CaseIterable {
    case areas
    case citations
    case classes
    case indicators
  }

  init(path: String, wantsNotes: Bool = false, plugins shelf: PluginShelf = PluginShelf()) {
    self.path = path
    self.wantsNotes = wantsNotes
    self.folder = Paths.folder(of: path)
    self.shelf = shelf
    kinds = PackKinds(shelf, packIn: folder)
  }

  mutating func load() throws(FileProblem) -> LoadedPack {
    let main = try open()
    var compiled: CompiledChecklist?
    if let root = parse(main) { compiled = checklist(root, main) }
    readers += kinds.readers
    var sources: [String: SourceText] = [:]
    for reader in readers { sources[reader.source.name] = reader.source }
    let hasErrors = readers.contains { $0.log.hasErrors }
    return LoadedPack(
      path: path, reference: reference, compiled: hasErrors ? nil : compiled,
      plugins: usedPlugins,
      diagnostics: DiagnosticLog.list(of: readers.map(\.log)), sources: sources)
  }

  /// Opens the main file.
  mutating func open() throws(FileProblem) -> FileReader {
    let bytes = try FileBytes.read(path, limit: YAMLLimits().bytes)
    let main = FileReader(SourceText(name: path, bytes: bytes))
    readers.append(main)
    opened.insert(FileBytes.realPath(path) ?? path)
    return main
  }

  func parse(_ reader: FileReader) -> YAMLNode? {
    do throws(YAMLProblem) {
      return try YAMLParser.parse(reader.source)
    } catch {
      reader.report(error.diagnostic)
      return nil
    }
  }

  /// Whether a reader's file is not of the checklist that is extended.
  func isOwn(_ reader: FileReader) -> Bool { !reader.isQuiet }

  private mutating func checklist(_ root: YAMLNode, _ main: FileReader) -> CompiledChecklist? {
    if let kind = FormatFile(root), kind != .checklist {
      reportPart(kind, main)
      return nil
    }
    guard let assembled = assemble(root, main) else { return nil }
    checkPins(main)
    let compiled = compile(assembled)
    if let compiled, !readers.contains(where: \.log.hasErrors) { checkSense(of: compiled, main) }
    return compiled
  }

  /// Reports that a part of a checklist was given in place of the whole.
  private func reportPart(_ kind: FormatFile, _ main: FileReader) {
    let meaning = kind.meaning
    main.report(
      "not-a-checklist",
      LocalizedText(
        vi: "tệp này không phải checklist.yaml mà là: \(meaning.vi)",
        en: "this is no checklist.yaml but: \(meaning.en)"),
      mend: LocalizedText(
        vi: "nêu thư mục có checklist.yaml dùng tệp này",
        en: "name the folder of the checklist.yaml that uses it"),
      at: main.firstLine(of: SourceRange(0, main.source.bytes.count)))
  }

  /// The checklist with all its parts, and with stopgaps for what is missing, so that every rule can
  /// be compiled for the sake of what it reports.
  mutating func assemble(_ root: YAMLNode, _ main: FileReader) -> Checklist? {
    guard let mapping = main.mapping(root, .checklist) else { return nil }
    mapping.checkFormatVersion()
    let id = mapping.text("id")
    let version = mapping.text("version")
    if let id, let version { reference = id + "@" + version }
    let title = mapping.localized("title")
    let extended = mapping.value("extends", as: .text)
    let digest = mapping.value("extends_digest", as: .text)
    if let extended {
      basePlaces = BasePlaces(
        extended: extended.range,
        digest: digest.flatMap { node in main.line(node).map { ($0, node.range) } })
      readBase(extended, mapping, main)
    } else {
      for key in ["applies", "uses", "include"] { _ = mapping.required(key) }
      reportWithoutBase(mapping)
    }
    readOwn(mapping, main, version: version)
    guard let day = CivilDate.stopgap else { return nil }
    let stopgap = LocalizedText(same: "")
    return Checklist(
      id: id ?? "", version: version ?? "", title: title ?? stopgap, levels: applies.levels,
      appliesFrom: applies.from, appliesTo: applies.to, indicators: indicators.map(\.value),
      citations: citations.map(\.value),
      calendar: calendar
        ?? WorkingCalendar(
          id: "", title: stopgap, verified: Period(day), daysOff: [:], makeUpDays: [:]),
      areas: areas.map { read in
        var area = read.area
        area.checks = read.checks.map(\.check)
        return area
      }, scoring: scoring, unitClasses: classes.map(\.value), periods: periods.map(\.value),
      targets: targets.map(\.target.value), policies: policies, migrations: migrations, base: base,
      themes: themes.map(\.value), plugins: externalKinds)
  }

  /// Reads what the main file itself says and includes.
  private mutating func readOwn(_ mapping: Mapping, _ main: FileReader, version: String?) {
    if let own = mapping.mapping("applies", .applies) {
      let bounds = own.value("periods", as: .mapping).map { main.bounds($0) }
      applies = (own.list("levels").compactMap(main.text), bounds?.from, bounds?.to)
    }
    readDictionaries(mapping.mapping("uses", .uses), main)
    readClasses(mapping, main)
    for node in mapping.list("targets") {
      if let target = TargetReader(reader: main).target(node) { add(target) }
    }
    readAreas(mapping, main)
    applyChanges(mapping, main)
    checks = areas.flatMap(\.checks)
    checkNames(main)
    readRules(mapping, main, version: version)
    checkBudgetRounds(mapping, main)
  }

  private mutating func readRules(_ mapping: Mapping, _ main: FileReader, version: String?) {
    let isWhole = !gaps.contains(.areas) && checks.allSatisfy(\.hasID)
    let ids = isWhole ? Set(checks.map(\.check.id)) : nil
    var hasBands = true
    if let node = mapping.value("scoring", as: .mapping) {
      let errorsBefore = main.errorReports
      let read = ScoringReader(reader: main).rules(
        node, checks: ids, areas: isWhole ? Set(areas.map(\.area.id)) : nil,
        classes: gaps.contains(.classes) ? nil : classes.map(\.id))
      scoring = read.rules
      limits = read.limits
      totalPlace = read.totalPlace.map { (main, $0) }
      hasBands = main.errorReports == errorsBefore
    } else if base != nil {
      checkInheritedLimits(ids, mapping, main)
    }
    readThemes(mapping, main)
    let policy = PolicyReader(reader: main)
    if let node = mapping.mapping("policies", .policies) {
      policies = policy.policies(
        node, grades: hasBands && !gaps.contains(.areas) ? scoring.bands.map(\.id) : nil)
    } else if base != nil, hasBands, mapping.optional("scoring") != nil {
      checkInheritedPolicies(mapping, main)
    }
    migrations = policy.migrations(mapping.list("supersedes"), version: version, checks: ids)
  }

  private mutating func readClasses(_ mapping: Mapping, _ main: FileReader) {
    for node in mapping.list("unit_classes") {
      guard let inner = main.mapping(node, .unitClass) else { continue }
      let id = inner.text("id")
      let title = inner.localized("title")
      guard let id else {
        gaps.insert(.classes)
        continue
      }
      classes.append(
        Named(
          value: UnitClass(id: id, title: title ?? LocalizedText(same: id)), id: id, reader: main,
          place: inner.valueRange("id")))
    }
  }

  /// Adds a target, in place of one of the checklist that is extended.
  mutating func add(_ target: ReadTarget) {
    let position = targets.firstIndex {
      $0.target.id == target.target.id && !isOwn($0.target.reader)
    }
    if let position { targets[position] = target } else { targets.append(target) }
  }
}
