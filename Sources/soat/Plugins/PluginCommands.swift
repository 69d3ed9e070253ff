import ArgumentParser
import ChecklistFormat
import Diagnostics
import Glibc
import InspectionCore
import PluginHost

/// `soat plugin`: what is there, a new one, its test, and what a pack pins.
struct PluginCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Phần kiểm tra bổ sung · Checks in programs of their own.",
    discussion: """
      Ví dụ · Examples:
        soat plugin list
        soat plugin new --language python dem-dong
        soat plugin test Plugins/dem-dong
        soat plugin lock Checklists/bang-kiem
      """,
    subcommands: [
      PluginListCommand.self, PluginNewCommand.self, PluginTestCommand.self,
      PluginLockCommand.self,
    ])
}

/// `soat plugin list`.
struct PluginListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Có những phần nào · Which plugins there are.")

  @OptionGroup var plugins: PluginOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    var table = Table([.left, .left, .left, .left, .left])
    for plugin in plugins.all(common.language) {
      table.add([
        plugin.kind.id, plugin.kind.version, plugin.runtime.rawValue,
        plugin.kind.title[common.language], plugin.folder,
      ])
    }
    Console.print(table.text)
  }
}

/// `soat plugin new`.
struct PluginNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Viết một phần mới để bắt đầu · Write a plugin to start from.")

  @Option(
    name: .long, help: "Ngôn ngữ lập trình · Language of the program: python, swift, wasm.")
  var language: NewPlugin.Language = .python

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Thư mục chứa các phần · The folder of plugins.", valueName: "folder"))
  var folder = PluginShelf.folder

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Tên · Its name.", valueName: "name"))
  var name: String

  func run() throws {
    guard PluginLoader.isName(name) else {
      throw ValidationError(
        LocalizedText(
          vi: "\"\(name)\": dùng chữ thường, số, nối bằng -, khác tên kiểu có sẵn",
          en: "\"\(name)\": take lower-case words joined by -, unlike any built-in kind")[
            common.language])
    }
    // The first plugin of a project comes with the folder of plugins.
    mkdir(folder, 0o755)
    let place = Paths.join(folder, name)
    let plugin = NewPlugin(name, in: language)
    try NewFolder(place, common.language).write(
      plugin.files.map { StarterPack.File(path: $0.path, text: $0.text) })
    var next = plugin.build.map { "  cd \(place) && \($0)\n" }.joined()
    next += "  soat plugin test \(place)\n"
    Console.print(
      LocalizedText(
        vi: "Đã viết \(plugin.files.count) tệp vào \(place). Tiếp theo:\n",
        en: "Wrote \(plugin.files.count) files to \(place). Next:\n")[common.language] + next)
  }
}

/// `soat plugin test`.
struct PluginTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Thử quy ước, giới hạn, ví dụ · Test protocol, limits and examples.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Thư mục của nó · Its folder.", valueName: "folder"))
  var folders: [String]

  func run() throws {
    var isPassed = true
    for folder in folders { isPassed = try test(folder) && isPassed }
    if !isPassed { throw Status.problemsFound.exitCode }
  }

  private func test(_ folder: String) throws -> Bool {
    let language = common.language
    let loaded: LoadedPlugin
    do throws(FileProblem) {
      loaded = try PluginLoader.load(folder)
    } catch {
      throw error.failure(language)
    }
    let problems = loaded.diagnostics.text(in: [loaded.source.name: loaded.source], language)
    if !problems.isEmpty { Console.complain(problems) }
    guard let manifest = loaded.manifest else { return false }
    let test = PluginTest(manifest, options: PluginOptions.host)
    var text = "\(manifest.kind.id) \(manifest.kind.version)\n"
    for finding in test.findings {
      text += (finding.fault == nil ? "  ✓ " : "  ✗ ") + finding.title[language]
      text += (finding.fault.map { ": " + $0[language] } ?? "") + "\n"
    }
    let held = test.bounds.held.joined(separator: ", ")
    text += LocalizedText(vi: "  giới hạn: \(held)", en: "  bounds: \(held)")[language] + "\n"
    if !test.bounds.unheld.isEmpty {
      let unheld = test.bounds.unheld.joined(separator: ", ")
      text +=
        LocalizedText(
          vi: "  máy này không giữ được: \(unheld)", en: "  not held by this host: \(unheld)")[
          language] + "\n"
    }
    Console.print(text)
    if !test.isPassed, !test.log.isEmpty { Console.complain(visibleLines(test.log)) }
    return test.isPassed
  }
}

/// `soat plugin lock`.
struct PluginLockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Chốt các phần mà bảng kiểm dùng · Pin the plugins that a pack uses.",
    discussion: """
      Viết plugins.lock vào thư mục của bảng kiểm. Hãy đọc chương trình trước khi chốt: sau đó nó \
      được chạy với số liệu của các đơn vị. Writes plugins.lock into the pack's folder. Read the \
      program first: from then on it runs on the units' figures.
      """)

  @OptionGroup var plugins: PluginOptions

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Thư mục bảng kiểm · The pack's folder.", valueName: "pack"))
  var packs: [String]

  func run() throws {
    var shelf = plugins.shelf
    shelf.allowsUnpinned = true
    var loaded: [LoadedPack] = []
    for path in packs {
      do throws(FileProblem) {
        for file in try PackLoader.packs(at: path) {
          let pack = try PackLoader.load(file, plugins: shelf)
          if pack.compiled == nil {
            Console.complain(pack.diagnostics.text(in: pack.sources, common.language))
          }
          loaded.append(pack)
        }
      } catch {
        throw error.failure(common.language)
      }
    }
    for pack in loaded { try pin(pack) }
  }

  private func pin(_ pack: LoadedPack) throws {
    guard pack.compiled != nil else {
      Console.complain(pack.diagnostics.text(in: pack.sources, common.language))
      throw Status.problemsFound.exitCode
    }
    let path = Paths.join(Paths.folder(of: pack.path), PluginShelf.lock)
    let names = pack.plugins.map { $0.kind.id + " " + $0.kind.version }
    if !pack.plugins.isEmpty || FileBytes.exists(path) {
      try Console.deliver(PluginLock.text(pinning: pack.plugins), to: path)
    }
    Console.print(
      LocalizedText(
        vi: "\(path): \(names.isEmpty ? "không dùng phần nào" : names.joined(separator: ", "))\n",
        en: "\(path): \(names.isEmpty ? "uses none" : names.joined(separator: ", "))\n")[
          common.language])
  }
}

extension NewPlugin.Language: ExpressibleByArgument {}
