import CEL
import Diagnostics

extension CheckKind {
  /// One figure compared with a limit.
  static let threshold = CheckKind(description: description) { compiler in
    let value = compiler.figure("value")
    let comparison = Comparison.compiled(&compiler)
    guard let value, let comparison else { return nil }
    let partial = compiler.check.partial
    let isShared = partial != .none && comparison.relation == .atLeast
    let limit = comparison.target
    return CompiledRule(inputs: value.inputs + limit.inputs, programs: compiler.programs) { sheet in
      guard let figure = value.known(sheet), let target = limit.known(sheet) else {
        return [value, limit].open(sheet)
      }
      let truth = comparison.holds(figure, target)
      let reason = Reason([
        value.part(figure), .text(LocalizedText(vi: ", yêu cầu ", en: ", needs ")),
        comparison.words, limit.part(target),
      ])
      guard isShared, truth == .no else { return .compared(truth, reason: reason, in: sheet) }
      do throws(NumberError) {
        guard let share = try figure.share(of: target, earning: partial) else {
          return .inexact([figure, target], in: sheet)
        }
        return .compared(truth, reason: reason, share: share, in: sheet)
      } catch {
        return .failed(error.message)
      }
    }
  }

  private static let description = KindDescription(
    id: "threshold",
    title: LocalizedText(vi: "Ngưỡng", en: "Threshold"),
    summary: LocalizedText(
      vi: "So một số liệu với một mức.", en: "Compares one figure with a limit."),
    parameters: [
      ParameterDescription("value", .figure, LocalizedText(vi: "số liệu", en: "the figure"))
    ] + Comparison.parameters(LocalizedText(vi: "số liệu", en: "the figure")),
    givesPartialCredit: true,
    examples: [
      KindExample(
        LocalizedText(vi: "Có mở lớp tập huấn", en: "A class was held"),
        parameters: [
          "value": .expression("training.classes"), "at_least": .number(Rational(1), .plain),
        ],
        answers: ["training.classes": .number(Number(1))],
        verdict: .met, reason: "1, needs at least 1"),
      KindExample(
        LocalizedText(vi: "Vượt mức cho phép", en: "Over the limit"),
        parameters: ["value": .expression("a.n"), "at_most": .expression("2 * b.n")],
        answers: ["a.n": .number(Number(11)), "b.n": .number(Number(5))],
        verdict: .unmet, reason: "11, needs at most 10"),
      KindExample(
        LocalizedText(vi: "Được một nửa số lớp", en: "Half the classes"),
        parameters: ["value": .expression("a.n"), "at_least": .number(Rational(2), .plain)],
        answers: ["a.n": .number(Number(1))],
        partial: .linear, verdict: .partial, credit: Rational.half, reason: "1, needs at least 2"),
      KindExample(
        LocalizedText(vi: "Chỉ biết là trên 500 triệu", en: "Known only as over 500 million"),
        parameters: [
          "value": .expression("fund.collected"),
          "above": .number(Rational(300_000_000), .money),
        ],
        answers: [
          "fund.collected": .number(.over(Rational(500_000_000), source: "fund.collected"))
        ],
        verdict: .met, reason: "over 500,000,000, needs above 300,000,000 đồng"),
      KindExample(
        LocalizedText(vi: "Khoảng 520 người chưa kết luận được", en: "About 520 decides nothing"),
        parameters: ["value": .expression("a.n"), "at_least": .number(Rational(500), .plain)],
        answers: [
          "a.n": .number(.about(Rational(520), tolerance: nil, source: "a.n"))
        ],
        verdict: .unanswered, reason: "Not exact enough to decide: a.n"),
    ])
}
