public import CEL
import Diagnostics

/// One part of an expression with its value.
public struct TraceStep: Sendable {
  /// The part as it is written, on one line.
  public var text: String
  /// Its value, which may be an error or an unknown.
  public var value: Value
  /// How deep the part lies in the expression, the whole being 0.
  public var depth: Int
}

/// How an expression of a check came to its value.
public struct ExpressionTrace: Sendable {
  /// The parameter the expression stands at; `when` for the condition of applicability.
  public var parameter: String
  /// Whether it was worked out with the figures of the period before.
  public var isOfPeriodBefore: Bool
  /// The expression as it is written, on one line.
  public var text: String
  /// Its parts, operands before what is made of them; numbers and words written out are left out.
  public var steps: [TraceStep]
  /// How many more parts there are than are kept.
  public var leftOut: Int
  /// Its value, which may be an error or an unknown.
  public var value: Value
  /// What of it is still to be known, written as an expression; nil where its value is known.
  public var remaining: String?

  /// How many parts are kept.
  static let keptSteps = 200

  init(
    _ parameter: String, _ program: Program, _ activation: Activation,
    isOfPeriodBefore: Bool = false
  ) {
    self.parameter = parameter
    self.isOfPeriodBefore = isOfPeriodBefore
    text = program.source.text.onOneLine
    let trace = program.trace(activation)
    value = trace.outcome.value
    steps = []
    leftOut = 0
    for entry in trace.entries {
      let step = TraceStep(
        text: program.source.text(of: entry.range).onOneLine, value: entry.value,
        depth: entry.depth)
      if step.isWrittenOut { continue }
      if steps.count < ExpressionTrace.keptSteps { steps.append(step) } else { leftOut += 1 }
    }
    if case .unknown = value {
      remaining = program.residual(activation)?.source.text.onOneLine
      if remaining == text { remaining = nil }
    }
  }
}

extension TraceStep {
  /// Whether the part is a number, word or truth written out, whose value tells nothing new.
  fileprivate var isWrittenOut: Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      var quotes = 0
      for byte in text.utf8 where byte == first { quotes += 1 }
      return last == first && quotes == 2
    default: return text == "true" || text == "false" || text == "null"
    }
  }
}

extension Outcome {
  /// The outcome as one value.
  fileprivate var value: Value {
    switch self {
    case .value(let value): value
    case .unknown(let attributes): .unknown(UnknownSet(attributes))
    case .error(let error): .error(error)
    }
  }
}

extension String {
  /// The text with every run of white space as one space.
  var onOneLine: String {
    var line = ""
    for word in split(whereSeparator: { $0.isWhitespace }) {
      line += (line.isEmpty ? "" : " ") + String(word)
    }
    return line
  }
}
