import CEL
import Diagnostics

extension CheckKind {
  /// A rule of the author's own, in CEL.
  static let rule = CheckKind(description: description) { compiler in
    guard let program = compiler.rule("expr") else { return nil }
    if program.resultType != .bool, compiler.check.partial == .none {
      compiler.report(
        "expr", nil, code: "rule-type",
        LocalizedText(
          vi: "quy tắc cho một số, không phải đúng/sai",
          en: "the rule gives a number, not true/false"),
        mend: LocalizedText(
          vi:
            "thêm phép so sánh (==, >=, …), hoặc đặt partial: linear nếu số đó là phần điểm từ 0 đến 1",
          en: "add a comparison (==, >=, …), or set partial: linear if it is a share from 0 to 1"),
        length: compiler.expressionLength("expr"))
      return nil
    }
    let inputs = compiler.inputs(of: program)
    let styles = inputs.map { compiler.style(of: $0) }
    return CompiledRule(inputs: inputs, programs: compiler.programs) { sheet in
      switch sheet.evaluate(program) {
      case .unknown(let attributes): return .unanswered(wanting: attributes.names, in: sheet)
      case .error(let error): return .failed(error.localized)
      case .value(.bool(let holds)):
        let reason = Reason.stating(holds ? kept : broken, inputs, styles, sheet)
        return holds ? .met(reason) : .unmet(reason)
      case .value(.int(let share)): return graded(Rational(share), inputs)
      case .value(.number(let number)):
        guard let share = number.interval.point else { return .inexact([number], in: sheet) }
        return graded(share, inputs)
      case .value:
        return .failed(
          LocalizedText(
            vi: "kết quả của quy tắc không phải là đúng/sai hoặc một số",
            en: "the rule gives no truth or number"))
      }
    }
  }

  private static let kept = LocalizedText(vi: "Đúng quy tắc", en: "The rule holds")
  private static let broken = LocalizedText(
    vi: "Không đúng quy tắc", en: "The rule does not hold")

  private static func graded(_ share: Rational, _ inputs: [String]) -> Judgement {
    guard share >= .zero, share <= .one else {
      return .failed(
        LocalizedText(
          vi: "quy tắc cho \(FigureText(.vi).text(share, .plain)), ngoài khoảng từ 0 đến 1",
          en: "the rule gives \(FigureText(.en).text(share, .plain)), which is no share from 0 to 1"
        ))
    }
    let reason = Reason([
      .text(LocalizedText(vi: "Theo quy tắc được hưởng ", en: "The rule gives ")),
      .figure(.exact(share), .percent, inputs: inputs),
      .text(LocalizedText(vi: " số điểm", en: " of the points")),
    ])
    if share == .one { return .met(reason) }
    if share == .zero { return .unmet(reason) }
    return Judgement(.partial, credit: share, reason: reason)
  }

  private static let description = KindDescription(
    id: "rule",
    title: LocalizedText(vi: "Quy tắc", en: "Rule"),
    summary: LocalizedText(
      vi: "Một biểu thức CEL nêu điều phải đúng, hoặc cho phần điểm được hưởng, từ 0 đến 1.",
      en: "A CEL expression that says what must hold, or what share of the points is earned."),
    parameters: [
      ParameterDescription("expr", .rule, LocalizedText(vi: "biểu thức", en: "the expression"))
    ],
    givesPartialCredit: true,
    examples: [
      KindExample(
        LocalizedText(vi: "Số liệu khớp nhau", en: "The figures agree"),
        parameters: [
          "expr": .expression("staff.total == staff.dedicated + staff.concurrent")
        ],
        answers: [
          "staff.total": .number(Number(27)), "staff.dedicated": .number(Number(0)),
          "staff.concurrent": .number(Number(27)),
        ],
        verdict: .met,
        reason: "The rule holds: staff.total = 27; staff.dedicated = 0; staff.concurrent = 27"),
      KindExample(
        LocalizedText(vi: "Quỹ vượt mười lần ngân sách", en: "The fund outweighs the budget"),
        parameters: ["expr": .expression("fund.collected <= 10 * budget.allocated")],
        answers: [
          "fund.collected": .number(.over(Rational(500_000_000), source: "fund.collected")),
          "budget.allocated": .number(Number(30_000_000)),
        ],
        verdict: .unmet,
        reason: "The rule does not hold: fund.collected = over 500,000,000; "
          + "budget.allocated = 30,000,000"),
      KindExample(
        LocalizedText(vi: "Đã quyết dù thiếu số liệu", en: "Decided although a figure is missing"),
        parameters: ["expr": .expression("a.n >= 1 || b.n >= 1")],
        answers: ["a.n": .number(Number(2)), "b.n": .missing(LocalizedText(same: "-"))],
        verdict: .met, reason: "The rule holds: a.n = 2"),
      KindExample(
        LocalizedText(vi: "Thiếu số liệu", en: "A figure is missing"),
        parameters: ["expr": .expression("a.n >= 1 && b.n >= 1")],
        answers: ["a.n": .number(Number(2)), "b.n": .missing(LocalizedText(same: "-"))],
        verdict: .unanswered, reason: "Missing: b.n (-)"),
      KindExample(
        LocalizedText(vi: "Chấm theo bậc", en: "Graded in steps"),
        parameters: ["expr": .expression("a.n >= 10 ? 1.0 : (a.n >= 5 ? 0.5 : 0.0)")],
        answers: ["a.n": .number(Number(7))],
        partial: .linear, verdict: .partial, credit: Rational.half,
        reason: "The rule gives 50% of the points"),
      KindExample(
        LocalizedText(vi: "Chia cho 0 không bao giờ là đạt", en: "A zero divisor is never a pass"),
        parameters: ["expr": .expression("a.n / b.n >= 1")],
        answers: ["a.n": .number(Number(2)), "b.n": .number(Number(0))],
        verdict: .error, reason: "Cannot be computed: division by zero"),
    ])
}

extension Reason {
  /// Words followed by the figures behind them: `The rule holds: staff.total = 27`.
  static func stating(
    _ words: LocalizedText, _ variables: [String], _ styles: [FigureStyle], _ sheet: AnswerSheet
  ) -> Reason {
    var parts: [ReasonPart] = []
    parts.reserveCapacity(1 + 4 * variables.count)
    parts.append(.text(words))
    for (id, style) in zip(variables, styles) {
      let value: ReasonPart
      switch sheet.value(of: id) {
      case .number(let number): value = .answer(number, style, indicator: id)
      case .bool(let truth):
        value = .text(
          truth ? LocalizedText(vi: "có", en: "yes") : LocalizedText(vi: "không", en: "no"))
      case .text, .date, .dateTime, .table, .missing, nil: continue
      }
      parts.append(.text(LocalizedText(same: parts.count == 1 ? ": " : "; ")))
      parts.append(.indicator(id))
      parts.append(.text(LocalizedText(same: " = ")))
      parts.append(value)
    }
    return Reason(parts)
  }
}
