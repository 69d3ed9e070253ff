import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON

/// `soat schema`: the JSON Schema of the format's files, for editors and validators.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "JSON Schema của các tệp YAML · JSON Schema of the YAML files.",
    discussion: """
      Không nêu FILE-KIND: một lược đồ cho mọi loại tệp. Để trình soạn thảo gợi ý khóa, đặt ở dòng \
      đầu của tệp: # yaml-language-server: $schema=ĐƯỜNG-DẪN. Without FILE-KIND one schema for all \
      kinds of file. Editors complete keys where that line stands first in a file.

      Ví dụ · Examples:
        soat schema area
        soat schema checklist --output checklist.schema.json
      """)

  @Argument(
    help: ArgumentHelp(
      "Loại tệp · Kind of file.", valueName: "file-kind"))
  var file: FormatFile?

  @OptionGroup var plugins: PluginOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Ghi vào tệp thay vì màn hình · Write to a file.", valueName: "file"))
  var output: String?

  func run() throws {
    let kinds = plugins.kinds(.vi)
    let schema = file?.schema(plugins: kinds) ?? FormatFile.anySchema(plugins: kinds)
    try Console.deliver(schema.schemaText, to: output)
  }
}

extension FormatFile: ExpressibleByArgument {}

extension JSONValue {
  /// A schema as its file holds it.
  var schemaText: String { String(decoding: JSONWriter.pretty(self), as: UTF8.self) }
}
