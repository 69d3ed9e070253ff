import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON

/// `soat kinds`: the kinds of check, or one of them in full.
struct KindsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract: "Các kiểu kiểm tra · The kinds of check.",
    discussion: """
      Không nêu KIND: liệt kê các kiểu. Có KIND: tham số, cách chấm và ví dụ kèm kết quả. \
      Without KIND a list; with it the kind's parameters, credit and examples with their verdicts.

      Ví dụ · Examples:
        soat kinds
        soat kinds ratio --lang en
        soat kinds --format json
      """)

  @OptionGroup var common: CommonOptions

  @OptionGroup var plugins: PluginOptions

  @Argument(help: ArgumentHelp("Một kiểu · One kind.", valueName: "kind"))
  var kind: String?

  @Option(name: .long, help: "Dạng kết quả · Output: text, json.")
  var format: Format = .text

  func run() throws {
    let language = common.language
    let sheets = KindSheet.all(language, plugins: plugins.kinds(language))
    guard let kind else {
      switch format {
      case .text: Console.print(KindText(language).list(sheets))
      case .json: deliver(.array(sheets.map(\.json)))
      }
      return
    }
    guard let sheet = sheets.first(where: { $0.id == kind }) else {
      throw unknown(kind, among: sheets.map(\.id), language)
    }
    switch format {
    case .text: Console.print(KindText(language).page(sheet))
    case .json: deliver(sheet.json)
    }
  }

  private func deliver(_ value: JSONValue) {
    Console.print(String(decoding: JSONWriter.pretty(value), as: UTF8.self))
  }

  private func unknown(_ kind: String, among ids: [String], _ language: Language) -> Failure {
    let list = ids.joined(separator: ", ")
    let mend =
      nearestName(to: kind, in: ids).map {
        LocalizedText(vi: "có phải là \"\($0)\"?", en: "did you mean \"\($0)\"?")
      } ?? LocalizedText(vi: "các kiểu: \(list)", en: "the kinds are: \(list)")
    let message = LocalizedText(
      vi: "không có kiểu kiểm tra \"\(kind)\"; ", en: "there is no kind of check \"\(kind)\"; ")
    return Failure(status: .wrongUse, message: (message + mend)[language])
  }
}
