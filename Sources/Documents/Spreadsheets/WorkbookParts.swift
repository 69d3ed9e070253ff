import Diagnostics

/// A worksheet as the workbook lists it.
struct ListedSheet {
  var name: String
  var isHidden: Bool
  /// The part that holds it; nil for a sheet that is a chart or a dialogue.
  var part: String?
}

/// What a workbook says of its parts.
struct WorkbookParts {
  private(set) var sheets: [ListedSheet] = []
  /// Whether days count from 1 January 1904.
  private(set) var countsFrom1904 = false
  private(set) var sharedTexts: String?
  private(set) var styles: String?

  /// Reads the workbook of an archive.
  ///
  /// - Throws: ``TableProblem`` where the archive is another kind of document.
  init(_ parts: inout ZippedParts) throws(TableProblem) {
    let root = try Self.relations(of: "", &parts).first { $0.value.isOf("officeDocument") }?.value
    let workbook = root?.part ?? "xl/workbook.xml"
    guard workbook.hasSuffix(".xml"), parts.contains(workbook) else {
      throw Self.other(binary: workbook.hasSuffix(".bin"), isOpen: parts.contains("content.xml"))
    }
    let relations = try Self.relations(of: workbook, &parts)
    for relation in relations.values {
      if relation.isOf("sharedStrings") { sharedTexts = relation.part }
      if relation.isOf("styles") { styles = relation.part }
    }
    var listed: [ListedSheet] = []
    var is1904 = false
    let isThere = try parts.readXML(workbook) { event throws(TableProblem) in
      guard case .start(let element, let attributes) = event else { return }
      if element == "workbookPr" { is1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
      guard element == "sheet", let name = attributes["name"] else { return }
      guard listed.count < 1000 else { throw .damaged("\(workbook): sheet") }
      let relation = attributes["id"].flatMap { relations[$0] }
      listed.append(
        ListedSheet(
          name: name, isHidden: !["visible", nil].contains(attributes["state"]),
          part: relation.flatMap { $0.isOf("worksheet") ? $0.part : nil }))
    }
    guard isThere else { throw .damaged(workbook) }
    sheets = listed
    countsFrom1904 = is1904
  }

  /// The worksheet of a name, or the first that is not hidden.
  ///
  /// - Throws: ``TableProblem`` that lists the worksheets where there is none such.
  func sheet(_ name: String?) throws(TableProblem) -> (sheet: ListedSheet, part: String) {
    let wanted = sheets.first { sheet in
      guard sheet.part != nil else { return false }
      return name.map { $0 == sheet.name } ?? !sheet.isHidden
    }
    if let wanted, let part = wanted.part { return (wanted, part) }
    let names = sheets.filter { $0.part != nil }.map(\.shown)
    throw TableProblem(
      row: 0,
      name.map {
        LocalizedText(vi: "không có trang tính \"\($0)\"", en: "there is no worksheet \"\($0)\"")
      }
        ?? LocalizedText(vi: "không có trang tính nào hiện", en: "no worksheet is visible"),
      mend: LocalizedText(
        vi: "chọn bằng --sheet: \(names.map(\.vi).joined(separator: ", "))",
        en: "choose with --sheet: \(names.map(\.en).joined(separator: ", "))"))
  }

  private static func other(binary: Bool, isOpen: Bool) -> TableProblem {
    if binary {
      return TableProblem(
        row: 0,
        LocalizedText(
          vi: "tệp Excel nhị phân (.xlsb) không đọc được",
          en: "binary Excel files (.xlsb) cannot be read"), mend: .saveAsWorkbook)
    }
    if isOpen {
      return TableProblem(
        row: 0,
        LocalizedText(
          vi: "tệp OpenDocument (.ods) không đọc được",
          en: "OpenDocument files (.ods) cannot be read"), mend: .saveAsWorkbook)
    }
    return TableProblem(
      row: 0,
      LocalizedText(
        vi: "tệp nén này không phải bảng tính Excel", en: "the archive is no Excel workbook"),
      mend: .saveAsWorkbook)
  }
}

extension ListedSheet {
  /// Its name, with a word where it is hidden.
  var shown: LocalizedText {
    isHidden
      ? LocalizedText(vi: "\"\(name)\" (ẩn)", en: "\"\(name)\" (hidden)")
      : LocalizedText(vi: "\"\(name)\"", en: "\"\(name)\"")
  }
}

extension LocalizedText {
  /// The mend of every other format.
  static let saveAsWorkbook = LocalizedText(
    vi: "mở bằng Excel hoặc LibreOffice, lưu thành .xlsx hoặc \"CSV UTF-8\"",
    en: "open it in Excel or LibreOffice, save it as .xlsx or \"CSV UTF-8\"")
}

// MARK: Relations

/// That one part leads to another (Open Packaging Conventions, ISO/IEC 29500-2).
private struct PartRelation {
  var type: String
  var part: String

  /// Whether it is of a type, in the transitional or the strict form of the standard.
  func isOf(_ type: String) -> Bool { self.type.hasSuffix("/" + type) }
}

extension WorkbookParts {
  /// The relations of a part by their ids; of the whole archive for an empty name.
  private static func relations(
    of part: String, _ parts: inout ZippedParts
  ) throws(TableProblem) -> [String: PartRelation] {
    let folder = folder(of: part)
    let file = part.dropFirst(folder.count)
    var found: [String: PartRelation] = [:]
    _ = try parts.readXML("\(folder)_rels/\(file).rels") { event throws(TableProblem) in
      guard case .start("Relationship", let attributes) = event, attributes["TargetMode"] == nil,
        let id = attributes["Id"], let type = attributes["Type"],
        let target = attributes["Target"], found.count < 10_000
      else { return }
      found[id] = PartRelation(type: type, part: resolve(target, in: folder))
    }
    return found
  }

  private static func folder(of part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  /// A target as a name of the archive: from its root where it begins with a slash.
  private static func resolve(_ target: String, in folder: String) -> String {
    var steps: [Substring] = []
    let path = target.hasPrefix("/") ? target : folder + target
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
