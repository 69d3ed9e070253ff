import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat unit`: the units, and what became of them.
struct UnitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: "Đơn vị · Units.",
    subcommands: [Import.self, List.self])

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Nhập danh sách đơn vị, sáp nhập, chia tách · Import units, mergers and splits.",
      discussion: """
        Danh sách là tệp YAML (units, relations), hoặc bảng Excel, CSV có cột mã, tên, cấp, đơn vị cấp \
        trên, từ ngày, đến ngày, kế tục, hình thức, phần (code, name, level, parent, from, to, succeeds, \
        relation, share). Nhập lại cùng danh sách không ghi thêm gì. The list is a YAML file, or a table in \
        Excel or CSV. Importing the same list again records nothing.

        Ví dụ · Examples:
          soat unit import Checklists/units/quang-ngai.yaml --as quan-tri --dry-run
          soat unit import don-vi.xlsx --sheet 'Danh mục' --as quan-tri
        """)

    @Argument(help: "Tệp danh sách · The list.") var file: String
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Ngày đầu của đơn vị không ghi from · The first day of units without `from`.",
        valueName: "date"))
    var from: CivilDate?
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Trang tính; mặc định: trang đầu không ẩn · The worksheet; default: the first not hidden.",
        valueName: "name"))
    var sheet: String?
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      let list = Workspace.isTable(file) ? nil : try read(language)
      try options.run(
        { workspace, session in
          let text = UnitImportText(language: language, isDryRun: session.isDryRun)
          if let list {
            Console.print(text.text(try workspace.importUnits(list, from: from, session)))
            return
          }
          let table = try workspace.units(inTable: file, sheet: sheet)
          Console.print(text.source(table))
          Console.print(text.text(try workspace.importUnits(table.list, from: from, session)))
        }, writing: writing)
    }

    private func read(_ language: Language) throws -> UnitList {
      let loaded: LoadedUnits
      do throws(FileProblem) { loaded = try UnitListLoader.load(file) } catch {
        throw error.failure(language)
      }
      let text = loaded.diagnostics.text(in: [file: loaded.source], language)
      if !text.isEmpty { Console.complain(text) }
      guard let list = loaded.list else { throw Status.problemsFound.exitCode }
      return list
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Các đơn vị tại một ngày · The units on a day.")

    @Option(
      name: .long,
      help: ArgumentHelp(
        "Chỉ các đơn vị dưới đơn vị này · Only those beneath it.", valueName: "code"))
    var under: String?
    @Flag(name: .long, help: "Cả đơn vị đã kết thúc · Those that ended too.") var all = false
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let language = options.language
      try options.run { workspace, session in
        let record = try workspace.registerToRead(session)
        let units = try workspace.access().units
        if let under { _ = try workspace.unit(under, on: session.today) }
        var table = Table([.left, .left, .left, .left])
        for named in record.units {
          let unit = named.unit
          guard all || unit.exists(on: session.today) else { continue }
          if let under, !units.unitsAbove(unit.code, on: session.today).contains(under) { continue }
          let until = unit.to.map { "– " + $0.vietnamese } ?? ""
          table.add([
            unit.code, named.name, workspace.settings.levels[unit.level]?[language] ?? unit.level,
            "\(unit.from.vietnamese) \(until)",
          ])
        }
        Console.print(visibleLines(table.text))
      }
    }
  }
}

/// `soat checklist`: what is inspected by.
struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Bảng kiểm của thư mục làm việc · The workspace's checklists.",
    subcommands: [Add.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Thêm bảng kiểm, đóng băng nội dung · Freeze a checklist and add it.",
      discussion: """
        Bảng kiểm được lưu nguyên cùng lịch làm việc; sửa tệp gốc sau đó không đổi kết quả đã chấm. \
        The checklist is kept with its calendar; changing the files later changes nothing judged by it.

        Ví dụ · Example:
          soat checklist add Checklists/child-protection-district --as quan-tri --document 12/QĐ-SYT \
        --dated 05/01/2024
        """)

    @Argument(
      help: "Thư mục bảng kiểm hoặc checklist.yaml · A checklist's folder or its checklist.yaml.")
    var path: String
    @OptionGroup var plugins: PluginOptions
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      let loader = try InputLoader(
        checklists: [path], language: language, plugins: plugins.shelf)
      guard loader.status == .fine else { throw loader.status.exitCode }
      try options.run(
        { workspace, session in
          for reference in loader.packs.keys.sorted() {
            guard let pack = loader.packs[reference] else { continue }
            let text: LocalizedText
            if let added = try workspace.add(pack, session) {
              text = LocalizedText(
                vi: "Đã thêm \(added.reference), \(added.digest.prefix(19))…\n",
                en: "Added \(added.reference), \(added.digest.prefix(19))…\n")
            } else {
              text = LocalizedText(
                vi: "\(reference) đã có, không đổi\n",
                en: "\(reference) is there already, unchanged\n")
            }
            Console.print(text[language])
          }
        }, writing: writing)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Các bảng kiểm đã đóng băng · The frozen checklists.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let language = options.language
      try options.run { workspace, session in
        try workspace.authorize(
          session, .workspace(.read), unit: workspace.settings.coordinator)
        var table = Table([.left, .left, .left, .left])
        for frozen in try workspace.frozenChecklists() {
          table.add([
            frozen.reference, frozen.title[language], frozen.added.vietnamese,
            String(frozen.digest.prefix(19)) + "…",
          ])
        }
        Console.print(visibleLines(table.text))
      }
    }
  }
}
