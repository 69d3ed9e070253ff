import Diagnostics
import InspectionCore

// The other files of a pack.

extension PackLoading {
  /// The most files that one key may name.
  static let mostFiles = 1_000
  /// The most text of all files of a pack, in bytes.
  static let mostBytes = 8 << 20

  mutating func readDictionaries(_ uses: Mapping?, _ main: FileReader) {
    guard let uses else {
      if base == nil { gaps.formUnion([.indicators, .citations]) }
      return
    }
    if base == nil {
      _ = uses.required("indicators")
      _ = uses.required("calendar")
    }
    let named = uses.list("indicators", most: PackLoading.mostFiles)
    if named.isEmpty, base == nil { gaps.insert(.indicators) }
    for name in named where !isOfBase(name, "indicators") {
      if let (reader, root) = library(name, "indicators", main) {
        indicators += IndicatorReader(reader: reader).indicators(root)
      } else {
        gaps.insert(.indicators)
      }
    }
    for name in uses.list("citations", most: PackLoading.mostFiles)
    where !isOfBase(name, "citations") {
      if let (reader, root) = library(name, "citations", main) {
        citations += CitationReader(reader: reader).citations(root)
      } else {
        gaps.insert(.citations)
      }
    }
    for name in uses.list("targets", most: PackLoading.mostFiles)
    where !isOfBase(name, "targets") {
      if let (reader, root) = library(name, "targets", main) {
        for target in TargetReader(reader: reader).targets(root) { add(target) }
      } else {
        gaps.insert(.indicators)
      }
    }
    for name in uses.list("periods", most: PackLoading.mostFiles)
    where !isOfBase(name, "periods") {
      if let (reader, root) = library(name, "periods", main) {
        periods += PresetReader(reader: reader).presets(root)
      }
    }
    if let name = uses.value("calendar", as: .text), !isOfBase(name, "calendars"),
      let (reader, root) = library(name, "calendars", main)
    {
      calendar = CalendarReader(reader: reader).calendar(root)
      calendarPlace = name.range
    }
  }

  /// Whether a file of a shared folder was read for the checklist that is extended already.
  private func isOfBase(_ node: YAMLNode, _ shared: String) -> Bool {
    guard base != nil, let name = node.scalar?.text, !name.contains("/") else { return false }
    let file = Paths.join(Paths.join(Paths.join(folder, ".."), shared), name + ".yaml")
    guard !FileBytes.exists(Paths.join(Paths.join(folder, shared), name + ".yaml")),
      let real = FileBytes.realPath(file)
    else { return false }
    return openedByBase.contains(real)
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

  mutating func readAreas(_ mapping: Mapping, _ main: FileReader) {
    let named = mapping.list("include", most: PackLoading.mostFiles)
    if named.isEmpty, mapping.optional("include") != nil { gaps.insert(.areas) }
    for node in named {
      if !readArea(node, main) { gaps.insert(.areas) }
      let count = areas.reduce(0) { $0 + $1.checks.count }
      guard count <= AreaReader.mostChecks else {
        main.reportTooManyChecks(at: node.range)
        // One mistake is enough: nothing else is looked at in so many.
        areas = []
        gaps.insert(.areas)
        return
      }
    }
  }

  private mutating func readArea(_ node: YAMLNode, _ main: FileReader) -> Bool {
    guard let name = main.text(node),
      let (reader, root) = read(Paths.join(folder, name), inside: folder, named: node, main),
      let area = AreaReader(reader: reader, kinds: kinds).area(root)
    else { return false }
    let extended = areas.firstIndex { $0.area.id == area.area.id && !isOwn($0.reader) }
    guard let extended else {
      areas.append(area)
      return true
    }
    // More checks of an area of the checklist that is extended; its weight stays.
    areas[extended].checks += area.checks
    if let weight = area.area.weight, weight != areas[extended].area.weight {
      reader.report(
        "weight-of-base",
        LocalizedText(
          vi: "trọng số của lĩnh vực \"\(shown(area.area.id))\" do bảng kiểm gốc đặt",
          en: "the weight of \"\(shown(area.area.id))\" is set by the checklist that is extended"),
        mend: LocalizedText(
          vi: "bỏ weight ở đây; muốn đổi thì ghi trong changes",
          en: "remove weight here; to change it, say so under changes"), at: area.weightPlace)
    }
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
      guard bytesRead <= PackLoading.mostBytes else { return nil }
      let bytes = try FileBytes.read(file, limit: YAMLLimits().bytes)
      bytesRead += bytes.count
      guard bytesRead <= PackLoading.mostBytes else {
        reportTooLarge(at: node.range, main)
        return nil
      }
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

  private func reportTooLarge(at range: SourceRange, _ main: FileReader) {
    main.report(
      "too-much-text",
      LocalizedText(
        vi: "các tệp của bảng kiểm cộng lại quá \(PackLoading.mostBytes >> 20) MB",
        en: "the files of the checklist come to more than \(PackLoading.mostBytes >> 20) MB"),
      mend: LocalizedText(vi: "chia thành nhiều bảng kiểm", en: "split it into several checklists"),
      at: range)
  }
}
