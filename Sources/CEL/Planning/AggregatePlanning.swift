import Diagnostics

extension Planner {
  mutating func list(_ elements: [Expression.Element]) -> Step {
    var steps: [(step: Step, isOptional: Bool)] = []
    for element in elements { steps.append((plan(element.value), element.isOptional)) }
    let planned = steps
    return { frame in
      var values: [Value] = []
      values.reserveCapacity(planned.count)
      var failed: Value?
      for element in planned {
        let value = element.step(frame)
        if value.isFailure {
          failed = failed.map { failure($0, value) } ?? value
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
    var steps: [(key: Step, value: Step, isOptional: Bool)] = []
    for entry in entries {
      let key = plan(entry.key)
      steps.append((key, plan(entry.value), entry.isOptional))
    }
    let planned = steps
    return { frame in
      var map = MapValue()
      var failed: Value?
      for entry in planned {
        let key = entry.key(frame)
        var value = entry.value(frame)
        if key.isFailure || value.isFailure {
          let one = failure(key, value)
          failed = failed.map { failure($0, one) } ?? one
          continue
        }
        if entry.isOptional {
          guard case .optional(let inner) = value else { return .noSuchOverload }
          guard let inner else { continue }
          value = inner
        }
        if let problem = map.add(value, for: key) { return problem.located(at: range) }
      }
      return failed ?? .map(map)
    }
  }

  mutating func message(_ message: Expression.Message, _ range: SourceRange) -> Step {
    var steps: [(name: String, step: Step, isOptional: Bool)] = []
    for field in message.fields { steps.append((field.name, plan(field.value), field.isOptional)) }
    let planned = steps
    guard let type = environment.message(named: message.name) else {
      let problem = Value.failure(.noSuchOverload, "unknown type: \(message.name)")
      return { _ in problem.located(at: range) }
    }
    return { frame in
      var fields: [(name: String, value: Value)] = []
      for field in planned {
        var value = field.step(frame)
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
