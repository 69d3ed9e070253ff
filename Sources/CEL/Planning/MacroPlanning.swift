import Diagnostics

/// The variables of a loop by their places.
struct LoopVariables: Sendable {
  let first: Int
  let second: Int?
}

/// A step as an element or an optional.
struct HeldStep: Sendable {
  let step: Step
}

extension Planner {
  /// The closure of a macro's loop. Its parts are as deep in the trace as in the tree.
  mutating func macro(
    _ purpose: Expression.Comprehension.Purpose, _ loop: Expression.Comprehension,
    _ place: SourceRange
  ) -> Step {
    let range = within(place, loop.range)
    _ = addLocal(loop.accumulator)
    let variables = LoopVariables(
      first: addLocal(loop.variable), second: loop.secondVariable.map { addLocal($0) })
    defer { forgetLocals(loop.secondVariable == nil ? 2 : 3) }
    switch purpose {
    case .quantifier(let deciding, let test):
      let test = within(place, test, below: 1)
      return quantifier(range, variables, test, deciding: deciding, place)
    case .transform(let test, let value):
      let below = test == nil ? 1 : 2
      var asked: HeldStep?
      var whole = place
      if let test {
        asked = HeldStep(step: within(place, test, below: 1))
        // What `filter` keeps is the name that declares its variable, which is no part of the trace.
        if value.range.lower < test.range.lower { whole = value.range }
      }
      let value = within(whole, value, below: below)
      return transform(range, variables, asked, value, place)
    }
  }

  private mutating func within(_ range: SourceRange, _ expression: Expression, below: Int) -> Step {
    depth += below
    defer { depth -= below }
    return within(range, expression)
  }

  private func quantifier(
    _ range: @escaping Step, _ variables: LoopVariables, _ test: @escaping Step, deciding: Bool,
    _ place: SourceRange
  ) -> Step {
    { frame in
      var answer = Value.bool(!deciding)
      return each(range(&frame), variables, place, &frame) { frame in
        let found = test(&frame)
        if case .bool(let flag) = found {
          if flag == deciding { return .end(found) }
          if case .bool = answer { return .next }
        }
        answer = undecided(answer, found, deciding, place)
        return .next
      } ?? answer
    }
  }

  private func transform(
    _ range: @escaping Step, _ variables: LoopVariables, _ test: HeldStep?, _ value: @escaping Step,
    _ place: SourceRange
  ) -> Step {
    { frame in
      var made: [Value] = []
      var failed: Value?
      let values = range(&frame)
      if case .list(let list) = values { made.reserveCapacity(min(list.count, 64)) }
      let end = each(values, variables, place, &frame) { frame in
        if let test {
          switch test.step(&frame) {
          case .bool(true): break
          case .bool(false): return .next
          case .error(let error): return .end(.error(error))
          case .unknown(let set):
            failed = .unknown(set)
            return .next
          default: return .end(Value.noSuchOverload.located(at: place))
          }
        }
        let value = value(&frame)
        if value.isFailure {
          let both = failure(after: failed, value)
          if case .error = both { return .end(both) }
          failed = both
        } else if failed == nil {
          made.append(value)
        }
        return .next
      }
      return end ?? failed ?? .list(made)
    }
  }
}

/// What comes after one round of a loop.
enum Round {
  case next
  /// The loop ends here, without a value of its own.
  case last
  /// The loop ends here with a value.
  case end(Value)
}

/// Goes through a list or a map; gives the value the body ends with, or nil where it never does.
/// Elements of a list are read where they lie.
@inline(__always)
func each(
  _ values: Value, _ variables: LoopVariables, _ place: SourceRange, _ frame: inout Frame,
  _ body: (inout Frame) -> Round
) -> Value? {
  var list: [Value] = []
  var map: [MapValue.Entry] = []
  switch values {
  case .list(let values): list = values
  case .map(let values): map = values.entries
  case .error, .unknown: return values
  default: return Value.noSuchOverload.located(at: place)
  }
  let second = variables.second
  // What does not lie in a list.
  var made = (Value.null, Value.null)
  return withUnsafeMutablePointer(to: &made.0) { first in
    withUnsafeMutablePointer(to: &made.1) { other in
      list.withUnsafeBufferPointer { elements in
        frame.place(local: variables.first, at: first)
        if let second { frame.place(local: second, at: other) }
        frame.follow(local: second ?? variables.first, through: list, elements.baseAddress)
        defer {
          frame.forget(local: variables.first)
          if let second { frame.forget(local: second) }
        }
        for index in 0..<(elements.count + map.count) {
          guard frame.takeRound() else { return Value.limitExceeded.located(at: place) }
          if !map.isEmpty {
            first.pointee = map[index].key
            if second != nil { other.pointee = map[index].value }
          } else if let second {
            first.pointee = .int(Int64(index))
            frame.place(local: second, at: elements.baseAddress.unsafelyUnwrapped + index)
          } else {
            frame.place(
              local: variables.first, at: elements.baseAddress.unsafelyUnwrapped + index)
          }
          switch body(&frame) {
          case .next: continue
          case .last: return nil
          case .end(let value): return value
          }
        }
        return nil
      }
    }
  }
}
