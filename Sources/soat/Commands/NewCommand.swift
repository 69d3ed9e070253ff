import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore

/// `soat new`: a starter pack that lints clean and can be scored at once.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Tạo bảng kiểm mẫu để sửa tiếp · Write a starter pack.",
    discussion: """
      Viết bảng kiểm, một lĩnh vực ba mục, danh mục chỉ tiêu và văn bản, lịch, một bài nộp mẫu và \
      lược đồ cho trình soạn thảo. Writes a checklist, an area of three checks, dictionaries, a \
      calendar, an example submission and the schemas for editors; all of it or nothing.

      Ví dụ · Examples:
        soat new phuong-xa-2026
        soat new packs/schools --id school-safety --level school --lang en
        soat new Checklists/tinh-toi --extends child-protection-commune@2024.1
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Thư mục mới · The new folder.", valueName: "folder"))
  var folder: String

  @Option(
    name: .long,
    help: "Mã bảng kiểm. Mặc định: tên thư mục · The checklist's id. Default: the folder's name.")
  var id: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bảng kiểm gốc nằm bên cạnh thư mục mới, dạng mã@phiên bản · A checklist beside the new folder "
        + "to extend, as id@version.", valueName: "id@version"))
  var extends: String?

  @Option(name: .long, help: "Cấp đơn vị · The level of units.")
  var level = "commune"

  func run() throws {
    let language = common.language
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let place = try NewFolder(folder, language)
    let id = try word(
      self.id ?? place.name, option: "--id", LocalizedText(vi: "mã bảng kiểm", en: "checklist id"))
    if let extends {
      let base = try base(extends, beside: folder, language)
      let files = LocalPack(id: id, base: base, language: language).files()
      try place.write(files)
      Console.print(
        report(folder, files.count, ["lint \(NewCommand.shell(folder)) --notes"], language))
      return
    }
    let level = try word(level, option: "--level", LocalizedText(vi: "cấp", en: "level"))
    let pack = StarterPack(id: id, level: level, language: language)
    let files = try pack.files(calendar: shippedCalendar(language))
    try place.write(files)
    let example = NewCommand.shell(Paths.join(folder, StarterPack.example))
    Console.print(
      report(
        folder, files.count,
        [
          "lint \(NewCommand.shell(folder))",
          "score --checklist \(NewCommand.shell(folder)) --submission \(example)",
        ], language))
  }

  /// The checklist to extend, which must stand beside the new folder.
  private func base(
    _ reference: String, beside folder: String, _ language: Language
  ) throws -> Checklist {
    let home = Paths.folder(of: folder)
    var known: [String] = []
    var found: LoadedPack?
    do throws(FileProblem) {
      for path in try PackLoader.packs(at: home) {
        let pack = try PackLoader.load(path)
        if pack.reference == reference { found = pack }
        if let name = pack.reference { known.append(name) }
      }
    } catch {
      throw error.failure(language)
    }
    if let checklist = found?.compiled?.checklist { return checklist }
    if let found {
      throw Failure(
        status: .problemsFound,
        message: LocalizedText(
          vi: "bảng kiểm \(reference) có lỗi; chạy: soat lint \(found.path)",
          en: "the checklist \(reference) has errors; run: soat lint \(found.path)")[language])
    }
    let list = known.joined(separator: ", ")
    throw Failure(
      status: .wrongUse,
      message: LocalizedText(
        vi: "không có bảng kiểm \(reference) trong \(home); ở đó có: \(list)",
        en: "there is no checklist \(reference) in \(home); there are: \(list)")[language])
  }

  /// The library's calendar; nil where there is none.
  private func shippedCalendar(_ language: Language) throws -> String? {
    guard let path = Library.file("calendars/vietnam.yaml") else { return nil }
    do throws(FileProblem) {
      return String(decoding: try FileBytes.read(path, limit: 1 << 22), as: UTF8.self)
    } catch {
      throw error.failure(language)
    }
  }

  private func word(_ text: String, option: String, _ what: LocalizedText) throws -> String {
    let isWord = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    if isWord, let first = text.first, first.isLetter { return text }
    throw Failure(
      status: .wrongUse,
      message: LocalizedText(
        vi: "\"\(text)\" không dùng làm \(what.vi) được; nêu bằng \(option) một từ gồm chữ thường "
          + "không dấu, số và dấu -, bắt đầu bằng chữ",
        en: "\"\(text)\" cannot be a \(what.en); give \(option) a word of lower-case letters, "
          + "digits and -, beginning with a letter")[common.language])
  }

  private func report(
    _ folder: String, _ count: Int, _ commands: [String], _ language: Language
  ) -> String {
    let lang = language == .vi ? "" : " --lang \(language.rawValue)"
    let next =
      commands.count == 1
      ? LocalizedText(vi: "Lệnh tiếp theo:", en: "The next command:")
      : LocalizedText(vi: "Hai lệnh tiếp theo:", en: "The next two commands:")
    let head = LocalizedText(
      vi: "Đã viết \(count) tệp vào \(folder). ", en: "Wrote \(count) files to \(folder). ")
    return head[language] + next[language] + "\n"
      + commands.map { "  soat \($0)\(lang)\n" }.joined()
  }

  /// A path as an argument of a command, which must not look like an option.
  private static func shell(_ path: String) -> String {
    quoted(path.hasPrefix("-") ? "./" + path : path)
  }

  /// A path as a shell reads it back.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "/._-".unicodeScalars
          .contains(scalar)
    }
    if isPlain { return path }
    let parts = path.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
