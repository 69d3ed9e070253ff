import ChecklistFormat
import Diagnostics
import JSON

extension LintReport {
  /// The report as SARIF 2.1.0 (OASIS): one run, one rule for each code that was found.
  var sarif: String {
    var codes: [String] = []
    for part in parts { codes += part.diagnostics.all.map(\.code) }
    codes = Set(codes).sorted()
    var places: [String: Int] = [:]
    for (index, code) in codes.enumerated() { places[code] = index }

    var results: [JSONValue] = []
    let folder = workingFolder
    for part in parts {
      for diagnostic in part.diagnostics.all {
        results.append(
          result(
            diagnostic, in: part.sources[diagnostic.source], rule: places[diagnostic.code] ?? 0,
            folder: folder))
      }
    }
    let driver: JSONValue = [
      "name": "soat", "version": .string(SoatVersion.text),
      "semanticVersion": .string(SoatVersion.text), "rules": .array(codes.map(rule)),
    ]
    let run: JSONValue = [
      "tool": ["driver": driver], "language": .string(language == .vi ? "vi-VN" : "en-US"),
      "columnKind": "unicodeCodePoints", "results": .array(results),
      "invocations": [invocation],
    ]
    let document: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [run],
    ]
    return String(decoding: JSONWriter.pretty(document), as: UTF8.self)
  }

  /// Whether the run went through; what was left out and what was not checked is told here.
  private var invocation: JSONValue {
    var texts: [LocalizedText] = []
    if leftOut > 0 {
      texts.append(
        LocalizedText(
          vi: "còn \(leftOut) vấn đề không được liệt kê", en: "\(leftOut) more were found"))
    }
    if unchecked > 0 {
      texts.append(
        LocalizedText(
          vi: "\(unchecked) bài nộp chưa soát vì bảng kiểm có lỗi",
          en: "\(unchecked) submissions were not checked, since their checklist has errors"))
    }
    guard !texts.isEmpty else { return ["executionSuccessful": true] }
    let notifications = texts.map { text -> JSONValue in
      ["level": "note", "message": ["text": .string(text[language])]]
    }
    return ["executionSuccessful": true, "toolExecutionNotifications": .array(notifications)]
  }

  private func rule(_ code: String) -> JSONValue {
    guard let explanation = Explanation.of(code) else { return ["id": .string(code)] }
    return [
      "id": .string(code),
      "shortDescription": ["text": .string(explanation.title[language])],
      "fullDescription": ["text": .string(explanation.text[language])],
      "help": ["text": .string(explanation.text(language))],
      "defaultConfiguration": ["level": .string(explanation.severity.rawValue)],
    ]
  }

  private func result(
    _ diagnostic: Diagnostic, in source: SourceText?, rule: Int, folder: String
  ) -> JSONValue {
    let region = Region(diagnostic.range, in: source)
    var message = diagnostic.message[language]
    if let mend = diagnostic.mend { message += "; " + mend[language] }
    let place: JSONValue = [
      "artifactLocation": ["uri": .string(uri(of: diagnostic.source, from: folder))],
      "region": [
        "startLine": region.start.line.json, "startColumn": region.start.column.json,
        "endLine": region.end.line.json, "endColumn": region.end.column.json,
      ],
    ]
    return [
      "ruleId": .string(diagnostic.code), "ruleIndex": rule.json,
      "level": .string(diagnostic.severity.rawValue), "message": ["text": .string(message)],
      "locations": [["physicalLocation": place]],
    ]
  }

  /// A path as a URI relative to the folder the command runs in; an absolute one outside it is a
  /// file URI. Links are not followed: a file is called what its user calls it.
  private func uri(of path: String, from folder: String) -> String {
    guard path.hasPrefix("/") else { return percentEncoded(plain(path)) }
    let path = plain(path)
    guard Paths.isInside(path, folder) else { return "file://" + percentEncoded(path) }
    let inside = path.utf8.dropFirst(folder.utf8.count + (folder.hasSuffix("/") ? 0 : 1))
    return percentEncoded(String(decoding: inside, as: UTF8.self))
  }

  /// A path without `.` and without a folder that is left again at once.
  private func plain(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == "..", let last = names.last, last != ".." {
        names.removeLast()
      } else {
        names.append(name)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
  }

  private var workingFolder: String { FileBytes.realPath(".") ?? "/" }

  /// RFC 3986: everything but unreserved characters and the slashes between names is encoded.
  private func percentEncoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    return text
  }
}
