import Diagnostics
import InspectionCore

/// Reads the files that a submission names as evidence; none of them is opened.
struct EvidenceReader {
  private let reader: FileReader
  private let rules: SubmissionRules
  private let answers: AnswerReader
  private let documents: Set<String>?

  /// - Parameter documents: the ids of the submission's documents; nil where some are not readable.
  init(_ reader: SubmissionReader, documents: Set<String>?) {
    self.reader = reader.reader
    rules = reader.rules
    answers = reader.answers
    self.documents = documents
  }

  func evidence(_ nodes: [YAMLNode]) -> [EvidenceFile] {
    let files = nodes.compactMap(file)
    reader.checkUnique(
      files, code: "duplicate-evidence", LocalizedText(vi: "minh chứng", en: "the evidence"))
    return files.map(\.value)
  }

  private func file(_ node: YAMLNode) -> Named<EvidenceFile>? {
    guard let mapping = reader.mapping(node, .evidence) else { return nil }
    let id = mapping.text("id")
    let file = mapping.text("file")
    if let file { checkInside(file, at: mapping.valueRange("file")) }
    let checks = mapping.list("for").compactMap { node -> String? in
      guard let check = reader.line(node) else { return nil }
      if !rules.hasCheck(check) {
        reader.reportUnknown(
          check, among: rules.checks, code: "unknown-check",
          what: LocalizedText(vi: "mục kiểm tra", en: "check"), at: node.range)
      }
      return check
    }
    let name = mapping.text("as")
    if let name { checkName(name, checks, at: mapping.valueRange("as")) }
    let media = mapping.text("media") ?? file.map(EvidenceReader.media) ?? ""
    let digest = mapping.text("sha256")
    if let digest, let node = mapping.optional("sha256"), !EvidenceReader.isDigest(digest) {
      reader.reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "mã băm SHA-256, 64 chữ số 0-9a-f", en: "a SHA-256, 64 digits 0-9a-f"))
    }
    let source = answers.source(mapping, documents)
    guard let id, let file else { return nil }
    return Named(
      value: EvidenceFile(
        id: id, file: file, media: media, checks: checks, name: name, digest: digest,
        source: source), id: id, reader: reader, place: mapping.valueRange("id"))
  }

  private func checkInside(_ file: String, at range: SourceRange) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.contains(where: { $0.isEmpty || $0 == ".." }) else { return }
    reader.report(
      "include-escape",
      LocalizedText(
        vi: "\"\(shown(file))\" nằm ngoài thư mục của bài nộp",
        en: "\"\(shown(file))\" lies outside the submission's folder"),
      mend: LocalizedText(
        vi: "chép tệp vào thư mục của bài nộp, ghi đường dẫn từ đó",
        en: "copy the file into the submission's folder and write the path from there"), at: range)
  }

  /// Reports a name that none of the checks' kinds gives to evidence.
  private func checkName(_ name: String, _ checks: [String], at range: SourceRange) {
    var known: [String] = []
    for plugin in rules.checklist.plugins {
      let isUsed = checks.contains { rules.checklist.check($0)?.kind == plugin.id }
      if isUsed { known += plugin.evidence.map(\.name) }
    }
    guard !known.contains(name) else { return }
    reader.reportUnknown(
      name, among: known, code: "unknown-evidence",
      what: LocalizedText(vi: "loại minh chứng", en: "evidence of the name"), at: range)
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  /// The media type by the ending of a name.
  static func media(of file: String) -> String {
    guard let dot = file.lastIndex(of: ".") else { return "application/octet-stream" }
    return byEnding[file[file.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }

  private static let byEnding = [
    "csv": "text/csv", "tsv": "text/tab-separated-values", "txt": "text/plain",
    "md": "text/markdown", "json": "application/json", "xml": "application/xml",
    "html": "text/html", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
  ]
}
