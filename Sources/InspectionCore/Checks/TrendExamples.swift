import CEL
import Diagnostics

/// The worked examples of kind trend.
enum TrendExamples {
  static let all = [
    KindExample(
      LocalizedText(vi: "Giảm từ 2% mỗi năm", en: "Down by 2% a year"),
      parameters: falls, answers: ["children.married": .number(Number(9))],
      earlier: ["children.married": .number(Number(10))],
      verdict: .met, reason: "9, before it 10 (a change of -10%), needs to fall by at least 2%"),
    KindExample(
      LocalizedText(vi: "Giảm chưa đủ", en: "Not down far enough"),
      parameters: falls, answers: ["children.married": .number(Number(99))],
      earlier: ["children.married": .number(Number(100))],
      verdict: .unmet, reason: "99, before it 100 (a change of -1%), needs to fall by at least 2%"),
    KindExample(
      LocalizedText(
        vi: "Kinh phí không thấp hơn năm trước, số năm trước là chỉ tiêu riêng",
        en: "No less money than the year before, which is an indicator of its own"),
      parameters: [
        "value": .expression("budget.allocated"),
        "previous": .expression("budget.allocated_previous"), "change": .name("does_not_fall"),
      ],
      answers: [
        "budget.allocated": .number(Number(30_000_000)),
        "budget.allocated_previous": .number(Number(25_000_000)),
      ],
      verdict: .met,
      reason: "30,000,000, before it 25,000,000 (a change of 20%), needs not to fall"),
    KindExample(
      LocalizedText(
        vi: "Kỳ trước không có ai đuối nước", en: "Nobody drowned in the period before"),
      parameters: [
        "value": .expression("drowning.deaths"), "change": .name("falls"),
        "when_zero": .name("not_applicable"),
      ],
      answers: ["drowning.deaths": .number(Number(0))],
      earlier: ["drowning.deaths": .number(Number(0))],
      verdict: .notApplicable, reason: "The figure to compare with is 0"),
    KindExample(
      LocalizedText(vi: "Không có số kỳ trước", en: "Nothing is known of the period before"),
      parameters: falls, answers: ["children.married": .number(Number(9))],
      verdict: .unanswered, reason: "Missing: children.married (period before)"),
    KindExample(
      LocalizedText(vi: "Số liệu chưa đủ chính xác", en: "A figure is not exact enough"),
      parameters: falls,
      answers: ["children.married": .number(.atLeast(Rational(9), source: "children.married"))],
      earlier: ["children.married": .number(Number(10))],
      verdict: .unanswered, reason: "Not exact enough to decide: children.married"),
  ]

  private static let falls: [String: ParameterValue] = [
    "value": .expression("children.married"), "change": .name("falls"),
    "by": .number(Rational(decimal: "0.02") ?? .zero, .percent), "when_zero": .name("met"),
  ]
}
