import CEL
import Diagnostics
import InspectionCore

extension PackLoading {
  /// Reports a check whose verdict no answer can change.
  func checkVerdict(of read: ReadCheck, _ known: Known) {
    guard let (isMet, parameter) = settledVerdict(of: read.check, known) else { return }
    let (reader, range) = read.line(of: parameter)
    let mend = LocalizedText(
      vi: "xem lại quy tắc, mức so sánh và giới hạn from, to của chỉ tiêu",
      en: "look at the rule, the limit and the indicator's from and to")
    if !isMet, let grade = known.limitedTo[read.check.id] {
      reader.report(
        "band-unreachable",
        LocalizedText(
          vi: "mục này không bao giờ đạt, nên không đơn vị nào vượt được mức \"\(shown(grade))\"",
          en: "this is never met, so no unit gets a grade above \"\(shown(grade))\""),
        severity: .warning, mend: mend, at: range)
      return
    }
    reader.report(
      "verdict-settled",
      LocalizedText(
        vi: isMet
          ? "mục này luôn đạt, dù đơn vị trả lời thế nào"
          : "mục này không bao giờ đạt, dù đơn vị trả lời thế nào",
        en: isMet
          ? "this is always met, whatever is answered"
          : "this is never met, whatever is answered"),
      severity: .warning, mend: mend, at: range)
  }

  private func settledVerdict(
    of check: Check, _ known: Known
  ) -> (isMet: Bool, parameter: String)? {
    if check.kind == CheckKind.ruleID, case .expression(let text) = check.parameters["expr"] {
      switch constantValue(of: text) {
      case .bool(let isMet): return (isMet, "expr")
      case .int(let share): return (share >= 1, "expr")
      case .number(let share): return share.interval.point.map { ($0 >= .one, "expr") }
      default: return nil
      }
    }
    guard check.kind == "threshold", case .expression(let id) = check.parameters["value"],
      let indicator = known.indicators[id]
    else { return nil }
    for (relation, value) in check.parameters {
      guard case .number(let limit, _) = value else { continue }
      return settled(relation, limit, indicator).map { ($0, relation) }
    }
    return nil
  }

  /// What an indicator's own bounds say of a comparison.
  private func settled(
    _ relation: String, _ limit: Rational, _ indicator: Indicator
  ) -> Bool? {
    let lower = indicator.lowerBound
    let upper = indicator.upperBound
    switch relation {
    case "at_least":
      if let upper, upper < limit { return false }
      if let lower, lower >= limit { return true }
    case "above":
      if let upper, upper <= limit { return false }
      if let lower, lower > limit { return true }
    case "at_most":
      if let lower, lower > limit { return false }
      if let upper, upper <= limit { return true }
    case "below":
      if let lower, lower >= limit { return false }
      if let upper, upper < limit { return true }
    default: break
    }
    return nil
  }

  /// The value of an expression that names nothing; nil for any other.
  func constantValue(of text: String) -> Value? {
    let environment = PackLoading.bareEnvironment
    do throws(CompilationError) {
      let parsed = try environment.parse(SourceText(name: "", text: text))
      guard parsed.root.names.isEmpty else { return nil }
      let program = environment.program(for: try environment.check(parsed))
      if case .value(let value) = program.evaluate() { return value }
    } catch {
      return nil
    }
    return nil
  }

  /// The language of rules without a single indicator.
  private static let bareEnvironment = Environment(libraries: [.standard, .numbers])
}
