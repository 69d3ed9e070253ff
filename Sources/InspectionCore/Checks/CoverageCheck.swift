import CEL
import Diagnostics

extension CheckKind {
  /// Every one of a known number must be covered.
  static let coverage = CheckKind(description: description) { compiler in
    let of = compiler.figure("of")
    let to = compiler.figure("to")
    let whenZero = WhenZero.compiled(&compiler)
    guard let of, let to, let whenZero else { return nil }
    let partial = compiler.check.partial
    return CompiledRule(inputs: of.inputs + to.inputs, programs: compiler.programs) { sheet in
      let total = to.known(sheet)
      if let total, total.isZero { return whenZero.judgement(to) }
      guard let total, let covered = of.known(sheet) else { return [of, to].open(sheet) }
      let truth = total.isLessOrEqual(to: covered)
      let reason = Reason([
        of.part(covered), .text(LocalizedText(vi: "/", en: " of ")), to.part(total),
      ])
      if truth == .yes, whenZero != .met, total.interval.contains(.zero) {
        return .inexact([total], in: sheet)
      }
      guard partial != .none, truth == .no else {
        return .compared(truth, reason: reason, in: sheet)
      }
      do throws(NumberError) {
        guard let share = try covered.share(of: total, earning: partial) else {
          return .inexact([covered, total], in: sheet)
        }
        return .compared(truth, reason: reason, share: share, in: sheet)
      } catch {
        return .failed(error.message)
      }
    }
  }

  private static let description = KindDescription(
    id: "coverage",
    title: LocalizedText(vi: "Bao phủ", en: "Coverage"),
    summary: LocalizedText(
      vi: "Tất cả đều phải có: số đã có không ít hơn tổng số.",
      en: "All must be covered: the number covered is not below the total."),
    parameters: [
      ParameterDescription(
        "of", .figure, LocalizedText(vi: "số đã có", en: "how many are covered")),
      ParameterDescription("to", .figure, LocalizedText(vi: "tổng số", en: "how many there are")),
      WhenZero.parameter,
    ],
    givesPartialCredit: true,
    examples: [
      KindExample(
        LocalizedText(vi: "Đủ cả 19 xã", en: "All 19 communes"),
        parameters: [
          "of": .expression("communes.with_board"), "to": .expression("communes.total"),
          "when_zero": .name("not_applicable"),
        ],
        answers: [
          "communes.with_board": .number(Number(19)), "communes.total": .number(Number(19)),
        ],
        verdict: .met, reason: "19 of 19"),
      KindExample(
        LocalizedText(vi: "Thiếu một, không tính điểm từng phần", en: "One short, all or nothing"),
        parameters: [
          "of": .expression("communes.with_board"), "to": .expression("communes.total"),
          "when_zero": .name("not_applicable"),
        ],
        answers: [
          "communes.with_board": .number(Number(18)), "communes.total": .number(Number(19)),
        ],
        verdict: .unmet, reason: "18 of 19"),
      KindExample(
        LocalizedText(vi: "Thiếu một nửa, tính điểm từng phần", en: "Half, with partial credit"),
        parameters: [
          "of": .expression("a.with"), "to": .expression("a.total"),
          "when_zero": .name("not_applicable"),
        ],
        answers: ["a.with": .number(Number(7)), "a.total": .number(Number(14))],
        partial: .linear, verdict: .partial, credit: Rational.half, reason: "7 of 14"),
      KindExample(
        LocalizedText(vi: "Chỉ biết có trên 14", en: "Known only as over 14"),
        parameters: [
          "of": .expression("a.with"), "to": .expression("a.total"),
          "when_zero": .name("not_applicable"),
        ],
        answers: [
          "a.with": .number(.over(Rational(14), source: "a.with")), "a.total": .number(Number(14)),
        ],
        verdict: .met, reason: "over 14 of 14"),
      KindExample(
        LocalizedText(vi: "Không có đối tượng", en: "There are none to cover"),
        parameters: [
          "of": .expression("a.with"), "to": .expression("a.total"),
          "when_zero": .name("not_applicable"),
        ],
        answers: ["a.with": .number(Number(0)), "a.total": .number(Number(0))],
        verdict: .notApplicable, reason: "The figure to compare with is 0"),
      KindExample(
        LocalizedText(vi: "Chưa biết số đã có", en: "How many are covered is not known"),
        parameters: [
          "of": .expression("a.with"), "to": .expression("a.total"),
          "when_zero": .name("not_applicable"),
        ],
        answers: ["a.with": .missing(LocalizedText(same: "-")), "a.total": .number(Number(14))],
        verdict: .unanswered, reason: "Missing: a.with (-)"),
    ])
}
