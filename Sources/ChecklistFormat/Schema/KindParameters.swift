import Diagnostics
import InspectionCore

// The parameters of kinds, as their own descriptions type them.

extension MappingDescription {
  /// The keys of `with:` for each built-in kind.
  static let parametersOfBuiltIn: [String: MappingDescription] = {
    var all: [String: MappingDescription] = [:]
    for kind in CheckKind.builtIn {
      all[kind.description.id] = MappingDescription(parametersOf: kind.description)
    }
    return all
  }()

  /// The keys of `with:` for a kind.
  convenience init(parametersOf kind: KindDescription) {
    self.init(
      "with-" + kind.id, kind.summary,
      kind.parameters.map { parameter in
        KeyDescription(
          name: parameter.name, value: ValueDescription(parameter.type),
          isRequired: parameter.isRequired && parameter.group == nil, group: parameter.group,
          meaning: parameter.summary)
      })
  }
}

extension ValueDescription {
  init(_ type: ParameterType) {
    switch type {
    case .figure: self = .figure
    case .figures: self = .list(.figure, minimum: 2)
    case .rule, .rowRule: self = .rule
    case .indicators: self = .indicators
    case .indicator: self = .text(.indicatorName)
    case .day: self = .day
    case .limit: self = .timeLimit
    case .shares: self = .shares
    case .choice(let words): self = .choice(words)
    case .text: self = .text()
    case .texts: self = .list(.text(), minimum: 1)
    }
  }
}
