import CEL
import Diagnostics

/// A number that a check reads: written out, or computed from indicators; a class, since checks hand
/// it about at every judgement and a program has many parts to copy.
final class Figure: Sendable {
  fileprivate enum Origin: Sendable {
    case literal(Number)
    /// The answer to an indicator as it stands, for which nothing need be evaluated.
    case answer(String, place: Int?)
    case program(Program)
  }

  /// How people read it.
  let style: FigureStyle
  /// The indicators it is computed from.
  let inputs: [String]
  /// Whether it is an indicator's answer as it stands, and nothing computed from it.
  let isAnswer: Bool
  /// Whether the indicators stand for those of the period before.
  private let isPrevious: Bool
  fileprivate let origin: Origin

  init(literal: Rational, style: FigureStyle) {
    self.origin = .literal(.exact(literal))
    self.style = style
    self.inputs = []
    self.isAnswer = false
    self.isPrevious = false
    variables = []
  }

  /// - Parameter place: that of the indicator of the name `text`, where it is one.
  init(program: Program, inputs: [String], text: String, place: Int?, style: FigureStyle) {
    self.style = style
    self.inputs = inputs
    self.isAnswer = inputs == [text]
    self.origin = inputs == [text] ? .answer(text, place: place) : .program(program)
    variables = program.variables
    self.isPrevious = false
  }

  /// The same figure of the period before, computed from `previous.X` for each indicator X.
  private init(previous figure: Figure) {
    if case .answer(let id, _) = figure.origin {
      origin = .answer(RuleVocabulary.previous + id, place: nil)
    } else {
      origin = figure.origin
    }
    variables = figure.variables
    style = figure.style
    inputs = figure.inputs.map { RuleVocabulary.previous + $0 }
    isAnswer = figure.isAnswer
    isPrevious = true
  }

  /// The same figure of the period before.
  var ofPeriodBefore: Figure { Figure(previous: self) }

  /// All that it names, targets and facts of the unit and the period included.
  let variables: [String]

  /// What a program comes to, its variables standing for those of the period before where they are
  /// meant.
  private func outcome(of program: Program, _ sheet: AnswerSheet) -> Outcome {
    guard isPrevious else { return sheet.evaluate(program) }
    var activation = Activation()
    for name in program.variables {
      let earlier = RuleVocabulary.previous + name
      let read = sheet.activation(of: [inputs.contains(earlier) ? earlier : name])
      if let value = read.values.values.first {
        activation.values[name] = value
      } else {
        activation.unknowns.append(AttributePattern(variable: name))
      }
    }
    return program.evaluate(activation)
  }

  func read(_ sheet: AnswerSheet) -> FigureReading {
    switch origin {
    case .literal(let number): return .known(number)
    case .answer(let id, let place):
      return sheet.number(id, at: place).map { .known($0) } ?? .unknown([id])
    case .program(let program):
      switch outcome(of: program, sheet) {
      case .value(.number(let number)): return .known(number)
      case .value(.int(let int)): return .known(Number(int))
      case .value:
        return .failed(
          LocalizedText(
            vi: "kết quả của biểu thức không phải là số", en: "the expression gives no number"))
      case .unknown(let attributes):
        let names = attributes.names
        return .unknown(isPrevious ? names.map { RuleVocabulary.previous + $0 } : names)
      case .error(let error): return .failed(error.localized)
      }
    }
  }

  /// The number, where it is known.
  func known(_ sheet: AnswerSheet) -> Number? {
    switch origin {
    case .literal(let number): return number
    case .answer(let id, let place): return sheet.number(id, at: place)
    case .program:
      guard case .known(let number) = read(sheet) else { return nil }
      return number
    }
  }

  func part(_ number: Number) -> ReasonPart {
    if isAnswer, let id = inputs.first { return .answer(number, style, indicator: id) }
    return .figure(number, style, inputs: inputs)
  }
}

enum FigureReading: Sendable {
  case known(Number)
  case unknown([String])
  case failed(LocalizedText)
}

extension Array<Attribute> {
  /// The variables of the attributes, each once, in their order.
  var names: [String] {
    var names: [String] = []
    for attribute in self where !names.contains(attribute.variable) {
      names.append(attribute.variable)
    }
    return names
  }
}

extension Array<Figure> {
  /// The numbers of all figures, where all are known.
  func known(_ sheet: AnswerSheet) -> [Number]? {
    var numbers: [Number] = []
    numbers.reserveCapacity(count)
    for figure in self {
      guard let number = figure.known(sheet) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// What is judged where some figure is not known: that it is wanting, or that it cannot be computed.
  func open(_ sheet: AnswerSheet) -> Judgement {
    var wanting: [String] = []
    wanting.reserveCapacity(count)
    for figure in self {
      if case .answer(let id, let place) = figure.origin {
        if sheet.number(id, at: place) == nil, !wanting.contains(id) { wanting.append(id) }
        continue
      }
      switch figure.read(sheet) {
      case .known: continue
      case .unknown(let names):
        for name in names where !wanting.contains(name) { wanting.append(name) }
      case .failed(let message): return .failed(message)
      }
    }
    return .unanswered(wanting: wanting, in: sheet)
  }
}
