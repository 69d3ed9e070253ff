import Diagnostics

private struct PlannedElement: Sendable {
  let step: Step
  let isOptional: Bool
}

private struct PlannedEntry: Sendable {
  let key: Step
  let value: Step
  let isOptional: Bool
}

private struct PlannedField: Sendable {
  let name: String
  let step: Step
  let isOptional: Bool
}

extension Planner {
  mutating func list(_ elements: [Expression.Element]) -> Step {
    var steps: [PlannedElement] = []
    for element in elements {
      steps.append(PlannedElement(step: plan(element.value), isOptional: element.isOptional))
    }
    let planned = steps
    return { (frame: inout Frame) in
      var values: [Value] = []
      values.reserveCapacity(planned.count)
      var failed: Value?
      for element in planned {
        let value = element.step(&frame)
        if value.isFailure {
          failed = failure(after: failed, value)
        } else if element.isOptional {
          guard case .optional(let inner) = value else { return .noSuchOverload }
          if let inner { values.append(inner) }
        } else {
          values.append(value)
        }
      }
      return failed ?? .list(values)
    }
  }

  mutating func map(_ entries: [Expression.Entry], _ range: SourceRange) -> Step {
    var steps: [PlannedEntry] = []
    for entry in entries {
      let key = plan(entry.key)
      steps.append(
        PlannedEntry(key: key, value: plan(entry.value), isOptional: entry.isOptional))
    }
    let planned = steps
    return { (frame: inout Frame) in
      var map = MapValue()
      var failed: Value?
      for entry in planned {
        let key = entry.key(&frame)
        var value = entry.value(&frame)
        if key.isFailure || value.isFailure {
          failed = failure(after: failed, failure(key, value))
          continue
        }
        if entry.isOptional {
          guard case .optional(let inner) = value else { return .noSuchOverload }
          guard let inner else { continue }
          value = inner
        }
        guard frame.pay(for: key) else { return Value.limitExceeded.located(at: range) }
        if let problem = map.add(value, for: key) { return problem.located(at: range) }
      }
      return failed ?? .map(map)
    }
  }

  mutating func message(_ message: Expression.Message, _ range: SourceRange) -> Step {
    var steps: [PlannedField] = []
    for field in message.fields {
      steps.append(
        PlannedField(name: field.name, step: plan(field.value), isOptional: field.isOptional))
    }
    let planned = steps
    guard let type = environment.message(named: message.name) else {
      let problem = Value.failure(.noSuchOverload, "unknown type: \(message.name)")
      return { _ in problem.located(at: range) }
    }
    return { (frame: inout Frame) in
      var fields: [(name: String, value: Value)] = []
      for field in planned {
        var value = field.step(&frame)
        if value.isFailure { return value }
        if field.isOptional {
          guard case .optional(let inner) = value else { return .noSuchOverload }
          guard let inner else { continue }
          value = inner
        }
        guard type.type(of: field.name) != nil else {
          return Value.failure(.noSuchKey, "no such field '\(field.name)'").located(at: range)
        }
        fields.append((field.name, value))
      }
      return type.value(fields).located(at: range)
    }
  }
}

extension MapValue {
  /// Adds an entry, or says why it cannot be added.
  mutating func add(_ value: Value, for key: Value) -> Value? {
    switch insert(value, for: key) {
    case .added: nil
    case .repeated: .failure(.repeatedKey, "Failed with repeated key: \(key.literal)")
    case .unsupported: .failure(.unsupportedKey, "unsupported key type")
    }
  }
}
