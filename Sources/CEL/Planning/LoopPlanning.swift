import Diagnostics

extension Planner {
  mutating func loop(_ loop: Expression.Comprehension, _ expression: Expression) -> Step {
    let place = expression.range
    if let purpose = loop.purpose { return macro(purpose, loop, place) }
    let range = within(place, loop.range)
    let initial = within(place, loop.initial)
    let accumulator = addLocal(loop.accumulator)
    let variables = LoopVariables(
      first: addLocal(loop.variable), second: loop.secondVariable.map { addLocal($0) })
    let condition = within(place, loop.condition)
    let isUnconditional: Bool
    if case .literal(.bool(true)) = loop.condition.kind {
      isUnconditional = true
    } else {
      isUnconditional = false
    }
    let step = within(place, loop.step)
    forgetLocals(loop.secondVariable == nil ? 1 : 2)
    let result = within(place, loop.result)
    forgetLocals(1)
    return { frame in
      let values = range(&frame)
      if values.isFailure { return values }
      var accumulated = initial(&frame)
      return withUnsafeMutablePointer(to: &accumulated) { accumulated in
        frame.place(local: accumulator, at: accumulated)
        defer { frame.forget(local: accumulator) }
        let end = each(values, variables, place, &frame) { frame in
          if !isUnconditional, case .bool(false) = condition(&frame) { return .last }
          let value = step(&frame)
          accumulated.pointee = value
          // Nothing mends an error of a loop that runs to its end.
          if isUnconditional, case .error = value { return .last }
          return .next
        }
        return end ?? result(&frame)
      }
    }
  }

  /// `accumulator + [element]` appends in place; otherwise a loop would copy its list every round.
  mutating func appending(_ call: Expression.Call) -> Step? {
    guard call.arguments.count == 2, case .identifier(Parser.accumulator) = call.arguments[0].kind,
      let place = local(Parser.accumulator), case .list(let elements) = call.arguments[1].kind
    else { return nil }
    let added = list(elements)
    return { frame in
      let added = added(&frame)
      if added.isFailure { return failure(frame[local: place], added) }
      if frame[local: place].isFailure { return frame[local: place] }
      guard case .list(let more) = added, case .list(var list) = frame[local: place] else {
        return .noSuchOverload
      }
      // The list is then held once, so that appending does not copy it.
      frame.empty(accumulator: place)
      list.append(contentsOf: more)
      return .list(list)
    }
  }

  /// Inserting into the accumulator in place; otherwise a loop would copy its map every round.
  mutating func inserting(_ call: Expression.Call, _ range: SourceRange) -> Step? {
    guard let first = call.arguments.first, case .identifier(Parser.accumulator) = first.kind,
      let place = local(Parser.accumulator)
    else { return nil }
    let steps = call.arguments.dropFirst().map { HeldStep(step: plan($0)) }
    guard steps.count == 1 || steps.count == 2 else { return nil }
    return { frame in
      let more = steps.map { $0.step(&frame) }
      if frame[local: place].isFailure || more.contains(where: { $0.isFailure }) {
        return failure([frame[local: place]] + more) ?? .noSuchOverload
      }
      guard case .map(var map) = frame[local: place] else { return .noSuchOverload }
      // The map is then held once, so that inserting does not copy it.
      frame.empty(accumulator: place)
      if more.count == 2 {
        return map.add(more[1], for: more[0])?.located(at: range) ?? .map(map)
      }
      guard case .map(let other) = more[0] else { return Value.noSuchOverload.located(at: range) }
      for entry in other.entries {
        if let problem = map.add(entry.value, for: entry.key) { return problem.located(at: range) }
      }
      return .map(map)
    }
  }
}
