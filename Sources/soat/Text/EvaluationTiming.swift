import CEL
import Diagnostics

/// How long an expression takes, as medians of eleven samples, in nanoseconds.
struct EvaluationTiming {
  private let evaluating: Double
  private let tracing: Double
  private let compiling: Double

  /// Measures; each sample evaluates and traces `count` times, and compiles a hundredth as often.
  init(
    _ environment: CEL.Environment, _ program: Program, _ values: [String: Value], count: Int
  ) throws(CompilationError) {
    var filled = Bindings(environment)
    for (name, value) in values { filled.set(value, for: name) }
    // A variable would be copied each time, and all it holds counted.
    let bindings = filled
    let traced = program.traced()
    let few = max(1, count / 100)
    evaluating = EvaluationTiming.median(count) { _ = program.evaluate(bindings) }
    tracing = EvaluationTiming.median(few) { _ = traced.trace(bindings) }
    // Compiles once beforehand, so that an error is thrown rather than timed.
    _ = try environment.check(try environment.parse(program.source))
    compiling = EvaluationTiming.median(few) {
      guard let parsed = try? environment.parse(program.source) else { return }
      _ = try? environment.check(parsed)
    }
  }

  /// One line for each measure.
  func text(_ language: Language) -> String {
    let lines: [(LocalizedText, Double)] = [
      (LocalizedText(vi: "tính", en: "evaluate"), evaluating),
      (LocalizedText(vi: "tính kèm diễn giải", en: "trace"), tracing),
      (LocalizedText(vi: "đọc và kiểm tra kiểu", en: "parse and check"), compiling),
    ]
    var text = ""
    for (name, time) in lines {
      let tenths = Int((time * 10).rounded())
      text += "\(name[language]): \(tenths / 10).\(tenths % 10) ns\n"
    }
    return text
  }

  @inline(__always)
  private static func median(_ count: Int, _ body: () -> Void) -> Double {
    var samples: [Double] = []
    for _ in 0..<11 {
      let time = ContinuousClock().measure { for _ in 0..<count { body() } }
      let (seconds, attoseconds) = time.components
      samples.append((Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(count))
    }
    samples.sort()
    return samples[5]
  }
}
