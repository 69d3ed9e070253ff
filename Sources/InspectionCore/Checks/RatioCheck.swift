import CEL
import Diagnostics

extension CheckKind {
  /// One figure as a share of another, compared with a target.
  static let ratio = CheckKind(description: description) { compiler in
    let of = compiler.figure("of")
    let to = compiler.figure("to")
    let comparison = Comparison.compiled(&compiler)
    let whenZero = WhenZero.compiled(&compiler)
    guard let of, let to, let comparison, let whenZero else { return nil }
    let partial = compiler.check.partial
    let isShared = partial != .none && comparison.relation == .atLeast
    let limit = comparison.target
    let joined = of.inputs + to.inputs
    return CompiledRule(inputs: joined + limit.inputs, programs: compiler.programs) { sheet in
      let divisor = to.known(sheet)
      if let divisor, divisor.isZero { return whenZero.judgement(to) }
      guard let divisor, let part = of.known(sheet), let target = limit.known(sheet) else {
        return [of, to, limit].open(sheet)
      }
      do throws(NumberError) {
        let ratio = try part.divided(by: divisor)
        let truth = comparison.holds(ratio, target)
        let reason = Reason([
          of.part(part), .text(LocalizedText(vi: "/", en: " of ")), to.part(divisor),
          .text(LocalizedText(same: " (")), .figure(ratio, limit.style, inputs: joined),
          .text(LocalizedText(vi: "), yêu cầu ", en: "), needs ")), comparison.words,
          limit.part(target),
        ])
        guard isShared, truth == .no else { return .compared(truth, reason: reason, in: sheet) }
        guard let share = try ratio.share(of: target, earning: partial) else {
          return .inexact([ratio, target], in: sheet)
        }
        return .compared(truth, reason: reason, share: share, in: sheet)
      } catch {
        return .failed(error.message)
      }
    }
  }

  private static let description = KindDescription(
    id: "ratio",
    title: LocalizedText(vi: "Tỷ lệ", en: "Ratio"),
    summary: LocalizedText(
      vi: "So tỷ lệ giữa hai số liệu với một mức yêu cầu.",
      en: "Compares one figure as a share of another with a target."),
    parameters: [
      ParameterDescription("of", .figure, LocalizedText(vi: "tử số", en: "the part")),
      ParameterDescription("to", .figure, LocalizedText(vi: "mẫu số", en: "the whole")),
    ] + Comparison.parameters(LocalizedText(vi: "tỷ lệ", en: "the ratio")) + [WhenZero.parameter],
    givesPartialCredit: true,
    examples: [
      KindExample(
        LocalizedText(vi: "Không có ai chuyên trách", en: "No dedicated staff"),
        parameters: [
          "of": .expression("staff.dedicated"), "to": .expression("staff.total"),
          "above": .number(Rational(0), .percent), "when_zero": .name("not_applicable"),
        ],
        answers: ["staff.dedicated": .number(Number(0)), "staff.total": .number(Number(27))],
        verdict: .unmet, reason: "0 of 27 (0%), needs above 0%"),
      KindExample(
        LocalizedText(vi: "Đạt đúng mức", en: "Exactly on target"),
        parameters: [
          "of": .expression("a.done"), "to": .expression("a.total"),
          "at_least": .expression("0.95"), "when_zero": .name("unmet"),
        ],
        answers: ["a.done": .number(Number(19)), "a.total": .number(Number(20))],
        verdict: .met, reason: "19 of 20 (0.95), needs at least 0.95"),
      KindExample(
        LocalizedText(vi: "Được một phần điểm", en: "Part of the points"),
        parameters: [
          "of": .expression("a.done"), "to": .expression("a.total"),
          "at_least": .expression("0.8"), "when_zero": .name("unmet"),
        ],
        answers: ["a.done": .number(Number(2)), "a.total": .number(Number(5))],
        partial: .linear, verdict: .partial, credit: Rational.half,
        reason: "2 of 5 (0.4), needs at least 0.8"),
      KindExample(
        LocalizedText(vi: "Mẫu số bằng 0", en: "Nothing to divide by"),
        parameters: [
          "of": .expression("a.done"), "to": .expression("a.total"),
          "at_least": .expression("0.8"), "when_zero": .name("not_applicable"),
        ],
        answers: ["a.total": .number(Number(0)), "a.done": .missing(LocalizedText(same: "-"))],
        verdict: .notApplicable, reason: "The figure to compare with is 0"),
      KindExample(
        LocalizedText(vi: "Thiếu số liệu", en: "A figure is missing"),
        parameters: [
          "of": .expression("a.done"), "to": .expression("a.total"),
          "at_least": .expression("0.8"), "when_zero": .name("not_applicable"),
        ],
        answers: ["a.total": .number(Number(5)), "a.done": .missing(LocalizedText(same: "-"))],
        verdict: .unanswered, reason: "Missing: a.done (-)"),
      KindExample(
        LocalizedText(vi: "Số liệu chưa đủ chính xác", en: "A figure is not exact enough"),
        parameters: [
          "of": .expression("a.done"), "to": .expression("a.total"),
          "at_least": .expression("0.8"), "when_zero": .name("not_applicable"),
        ],
        answers: [
          "a.total": .number(Number(5)),
          "a.done": .number(.atLeast(Rational(3), source: "a.done")),
        ],
        verdict: .unanswered, reason: "Not exact enough to decide: a.done"),
    ])
}

extension Rational {
  /// One half.
  static let half = Rational(decimal: "0.5") ?? Rational(0)
}
