import CEL
import Diagnostics
import InspectionCore

/// What a pack changed in the checklist it extends.
struct AppliedChange {
  /// The check as it was; nil where an area is meant.
  let before: Check?
  /// The check as it is now; nil where it was dropped.
  let after: Check?
  /// The area, where one is meant, as it was.
  let areaBefore: Area?
  /// The area as it is now; nil where it was dropped.
  let areaAfter: Area?
  let place: SourceRange
}

extension PackLoading {
  /// The most checklists that extend each other in a row.
  static let longestChain = 8

  /// Reads the checklist that is extended, which all the rest is added to.
  mutating func readBase(_ node: YAMLNode, _ mapping: Mapping, _ main: FileReader) {
    guard let reference = main.line(node) else {
      gaps = Set(Part.allCases)
      return
    }
    base = reference
    let neighbours = neighbours ?? foundNeighbours
    self.neighbours = neighbours
    if chain.contains(reference) || reference == self.reference {
      reportCircle(chain + [self.reference ?? path, reference], node, main)
    } else if chain.count >= PackLoading.longestChain {
      main.report(
        "too-deep",
        LocalizedText(
          vi: "quá \(PackLoading.longestChain) bảng kiểm nối nhau qua extends",
          en: "more than \(PackLoading.longestChain) checklists in a row extend each other"),
        at: node.range)
      gaps = Set(Part.allCases)
    } else if let path = neighbours.first(where: { $0.reference == reference })?.path {
      take(path, reference, node, main)
    } else {
      let known = neighbours.map(\.reference).filter { $0 != self.reference }
      main.report(
        "unknown-base",
        LocalizedText(
          vi: "không có bảng kiểm \"\(shown(reference))\" bên cạnh bảng này",
          en: "there is no checklist \"\(shown(reference))\" beside this one"),
        mend: main.question(reference, among: known)
          ?? LocalizedText(
            vi: "các bảng kiểm ở đây: " + known.joined(separator: ", "),
            en: "the checklists here are: " + known.joined(separator: ", ")), at: node.range)
      gaps = Set(Part.allCases)
    }
  }

  private mutating func reportCircle(_ circle: [String], _ node: YAMLNode, _ main: FileReader) {
    self.circle = circle
    let names = circle.map(shown).joined(separator: " → ")
    main.report(
      "extends-cycle",
      LocalizedText(
        vi: "các bảng kiểm mở rộng lẫn nhau thành vòng: " + names,
        en: "checklists extend each other in a circle: " + names),
      mend: LocalizedText(
        vi: "bỏ extends ở một trong các bảng", en: "remove extends from one of them"),
      at: node.range)
    gaps = Set(Part.allCases)
  }

  private mutating func take(
    _ path: String, _ reference: String, _ node: YAMLNode, _ main: FileReader
  ) {
    var loading = PackLoading(path: path, plugins: shelf)
    loading.chain = chain + [self.reference ?? self.path]
    loading.neighbours = neighbours
    do throws(FileProblem) {
      let file = try loading.open()
      if let root = parse(file) { baseChecklist = loading.assemble(root, file) }
      if !loading.usedPlugins.isEmpty { loading.readPins(file) }
    } catch {
      main.report(
        "unreadable-file",
        LocalizedText(
          vi: "không đọc được \(path): \(error.message.vi)",
          en: "cannot read \(path): \(error.message.en)"), at: node.range)
    }
    if let circle = loading.circle {
      // Each of them would only point to the next as broken.
      reportCircle(circle, node, main)
    } else if loading.readers.contains(where: \.log.hasErrors) {
      main.report(
        "broken-base",
        LocalizedText(
          vi: "bảng kiểm gốc \"\(shown(reference))\" có lỗi",
          en: "the checklist \"\(shown(reference))\" has errors of its own"),
        mend: LocalizedText(vi: "chạy: soat lint \(path)", en: "run: soat lint \(path)"),
        at: node.range)
      gaps = Set(Part.allCases)
      baseChecklist = nil
    }
    for reader in loading.readers { reader.hush() }
    readers += loading.readers
    opened.formUnion(loading.opened)
    openedByBase = loading.opened
    areas = loading.areas
    pins = loading.pins
    indicators = loading.indicators
    citations = loading.citations
    targets = loading.targets
    classes = loading.classes
    themes = loading.themes
    periods = loading.periods
    calendar = loading.calendar
    applies = loading.applies
    scoring = loading.scoring
    if scoring.total != nil { totalPlace = (main, node.range) }
    limits = loading.limits
    policies = loading.policies
  }

  /// The packs beside this one, by `id@version`.
  private var foundNeighbours: [(reference: String, path: String)] {
    let home = Paths.join(folder, "..")
    var found: [(reference: String, path: String)] = []
    for name in FileBytes.names(in: home) {
      let path = Paths.join(Paths.join(home, name), PackLoader.mainFile)
      guard FileBytes.exists(path), let reference = PackLoading.reference(at: path) else {
        continue
      }
      found.append((reference, path))
    }
    return found
  }

  /// The `id@version` a checklist file gives itself; nil where it cannot be read.
  private static func reference(at path: String) -> String? {
    var id: String?
    var version: String?
    do throws(FileProblem) {
      let bytes = try FileBytes.read(path, limit: YAMLLimits().bytes)
      let root = try? YAMLParser.parse(SourceText(name: path, bytes: bytes))
      guard let root, case .mapping(let entries) = root.content else { return nil }
      for entry in entries {
        switch entry.key.scalar?.text {
        case "id": id = entry.value.scalar?.text
        case "version": version = entry.value.scalar?.text
        default: continue
        }
      }
    } catch {
      return nil
    }
    guard let id, let version else { return nil }
    return id + "@" + version
  }

  /// Reports keys that only a pack with a base can have.
  func reportWithoutBase(_ mapping: Mapping) {
    for key in ["changes", "extends_digest"] where mapping.optional(key) != nil {
      mapping.reader.report(
        "without-base",
        LocalizedText(
          vi: "\"\(key)\" chỉ dùng khi có extends", en: "\"\(key)\" goes with extends alone"),
        mend: LocalizedText(
          vi: "thêm extends: mã@phiên bản, hoặc bỏ khóa này",
          en: "add extends: id@version, or remove the key"), at: mapping.keyRange(key))
    }
  }

  /// Reports gates, caps and zero limits of the base whose check or area was dropped; `checks` is nil
  /// where not all of them could be read.
  func checkInheritedLimits(_ checks: Set<String>?, _ mapping: Mapping, _ main: FileReader) {
    guard let checks else { return }
    func named(_ subject: ZeroLimit.Subject) -> [String] {
      scoring.zeroLimits.filter { $0.subject == subject }.flatMap(\.ids)
    }
    let known = Set(areas.map(\.area.id))
    let dropped =
      (limits.map(\.limit.check) + named(.checks)).filter { !checks.contains($0) }
      + named(.areas).filter { !known.contains($0) }
    for id in dropped {
      main.report(
        "dropped-limit",
        LocalizedText(
          vi: "\"\(shown(id))\" đã bỏ nhưng cách xếp loại của bảng gốc còn dựa vào nó",
          en: "\"\(shown(id))\" is dropped, but the grading of the base rests on it"),
        mend: LocalizedText(
          vi: "giữ lại, hoặc viết lại scoring", en: "keep it, or write scoring anew"),
        at: droppingPlace(of: id) ?? mapping.keyRange("changes"))
    }
  }

  /// Where a check or area was dropped: on its own, or a check with its area.
  private func droppingPlace(of id: String) -> SourceRange? {
    let area = baseChecklist?.areas.first { $0.checks.contains { $0.id == id } }?.id
    return changes.first { change in
      (change.before?.id == id && change.after == nil)
        || (change.areaAfter == nil
          && change.areaBefore.map { [id, area].contains($0.id) } ?? false)
    }?.place
  }

  /// Reports policies taken over from the base that name a grade which this checklist's own bands do
  /// not have.
  func checkInheritedPolicies(_ mapping: Mapping, _ main: FileReader) {
    let grades = scoring.bands.map(\.id)
    for grade in policies.nextVisit.compactMap(\.grade) where !grades.contains(grade) {
      main.report(
        "unknown-grade",
        LocalizedText(
          vi:
            "không còn mức xếp loại \"\(shown(grade))\", mà policies.next_visit của bảng gốc còn dùng",
          en: "the grade \"\(shown(grade))\" is gone, and policies.next_visit of the base names it"),
        mend: LocalizedText(
          vi: "giữ mã đó trong bands, hoặc viết lại policies",
          en: "keep that id in the bands, or write policies anew"), at: mapping.keyRange("scoring"))
      return
    }
  }
}
