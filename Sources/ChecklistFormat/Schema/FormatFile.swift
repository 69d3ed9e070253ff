package import Diagnostics
package import InspectionCore
package import JSON

/// The kinds of YAML file of the format, each with its JSON Schema.
package enum FormatFile: String, CaseIterable, Sendable {
  case checklist
  case area
  case indicators
  case citations
  case calendar
  case targets
  case periods
  case submission
  case units
  case plugin
  case pins
  case workspace
  case round

  /// What such a file is.
  package var meaning: LocalizedText { description.meaning }

  /// The name of the committed copy of its schema.
  package var schemaName: String { rawValue + ".schema.json" }

  /// The JSON Schema (2020-12) of such a file.
  package var schema: JSONValue { schema(plugins: []) }

  /// The JSON Schema of such a file where checks may be of these kinds too.
  package func schema(plugins: [KindDescription]) -> JSONValue {
    var writer = SchemaWriter(plugins: plugins)
    let root = writer.object(description)
    return writer.document(
      title: "soat: " + rawValue, command: "soat schema " + rawValue, root: root)
  }

  /// The name of the committed copy of ``anySchema``.
  package static let anySchemaName = "soat.schema.json"

  /// The JSON Schema of a file of any kind.
  package static var anySchema: JSONValue { anySchema(plugins: []) }

  /// The JSON Schema of a file of any kind where checks may be of these kinds too.
  package static func anySchema(plugins: [KindDescription]) -> JSONValue {
    var writer = SchemaWriter(plugins: plugins)
    var choices: [JSONValue] = []
    for file in allCases { choices.append(writer.reference(to: file.description)) }
    return writer.document(
      title: "soat", command: "soat schema", root: ["oneOf": .array(choices)])
  }

  var description: MappingDescription {
    switch self {
    case .checklist: .checklist
    case .area: .areaFile
    case .indicators: .indicatorFile
    case .citations: .citationFile
    case .calendar: .calendar
    case .targets: .targetFile
    case .periods: .periodFile
    case .submission: .submission
    case .units: .unitList
    case .plugin: .plugin
    case .pins: .pins
    case .workspace: .workspace
    case .round: .round
    }
  }
}
