import CEL
import Diagnostics

extension CheckKind {
  /// Parts that must add up to a total, or stay on one side of it.
  static let sum = CheckKind(description: description) { compiler in
    let parts = compiler.figures("parts")
    let total = compiler.figure("total")
    let relation = compiler.choice("relation", among: relations, unlessGiven: "equal")
    guard let parts, let total, let relation else { return nil }
    var inputs: [String] = []
    for part in parts { inputs += part.inputs }
    let figures = parts + [total]
    let joined = inputs
    return CompiledRule(inputs: joined + total.inputs, programs: compiler.programs) { sheet in
      guard let numbers = figures.known(sheet) else { return figures.open(sheet) }
      let stated = numbers[numbers.count - 1]
      do throws(NumberError) {
        var sum = numbers[0]
        for number in numbers[1..<(numbers.count - 1)] { sum = try sum.adding(number) }
        let truth: Truth
        let words: LocalizedText
        switch relation {
        case "at_most":
          truth = sum.isLessOrEqual(to: stated)
          words = LocalizedText(vi: ", không được quá ", en: ", must be at most ")
        case "at_least":
          truth = stated.isLessOrEqual(to: sum)
          words = LocalizedText(vi: ", phải ít nhất là ", en: ", must be at least ")
        default:
          truth = sum.isEqual(to: stated)
          words = LocalizedText(vi: ", phải bằng ", en: ", must be ")
        }
        let reason = reason(parts, numbers, sum, joined, words, total.part(stated))
        return .compared(truth, reason: reason, in: sheet)
      } catch {
        return .failed(error.message)
      }
    }
  }

  private static let relations = ["equal", "at_most", "at_least"]

  private static func reason(
    _ figures: [Figure], _ numbers: [Number], _ sum: Number, _ inputs: [String],
    _ words: LocalizedText, _ total: ReasonPart
  ) -> Reason {
    var parts: [ReasonPart] = []
    parts.reserveCapacity(2 * figures.count + 3)
    for (index, figure) in figures.enumerated() {
      if index > 0 { parts.append(.text(LocalizedText(same: " + "))) }
      parts.append(figure.part(numbers[index]))
    }
    parts.append(.text(LocalizedText(same: " = ")))
    parts.append(.figure(sum, figures.first?.style ?? .plain, inputs: inputs))
    parts.append(.text(words))
    parts.append(total)
    return Reason(parts)
  }

  private static let description = KindDescription(
    id: "sum",
    title: LocalizedText(vi: "Cộng khớp", en: "Sum"),
    summary: LocalizedText(
      vi: "Các thành phần cộng lại phải bằng, không quá hoặc không ít hơn tổng số.",
      en: "The parts must add up to the total, or stay at most or at least at it."),
    parameters: [
      ParameterDescription("parts", .figures, LocalizedText(vi: "các thành phần", en: "the parts")),
      ParameterDescription("total", .figure, LocalizedText(vi: "tổng số", en: "the total")),
      ParameterDescription(
        "relation", .choice(relations),
        LocalizedText(
          vi: "quan hệ với tổng số; nếu không ghi là equal (bằng)",
          en: "how the sum relates to the total; equal unless given"
        ), isRequired: false),
    ],
    examples: [
      KindExample(
        LocalizedText(vi: "26 đại học và 1 trung cấp là 27 người", en: "26 and 1 make 27"),
        parameters: [
          "parts": .list([.expression("staff.university"), .expression("staff.intermediate")]),
          "total": .expression("staff.total"),
        ],
        answers: [
          "staff.university": .number(Number(26)), "staff.intermediate": .number(Number(1)),
          "staff.total": .number(Number(27)),
        ],
        verdict: .met, reason: "26 + 1 = 27, must be 27"),
      KindExample(
        LocalizedText(vi: "Cộng không khớp", en: "It does not add up"),
        parameters: [
          "parts": .list([.expression("a.x"), .expression("a.y")]), "total": .expression("a.total"),
        ],
        answers: [
          "a.x": .number(Number(2)), "a.y": .number(Number(2)), "a.total": .number(Number(5)),
        ],
        verdict: .unmet, reason: "2 + 2 = 4, must be 5"),
      KindExample(
        LocalizedText(vi: "Thành phần không vượt tổng", en: "The parts stay within the total"),
        parameters: [
          "parts": .list([.expression("a.x"), .expression("a.y")]), "total": .expression("a.total"),
          "relation": .name("at_most"),
        ],
        answers: [
          "a.x": .number(Number(393)), "a.y": .number(Number(11)), "a.total": .number(Number(416)),
        ],
        verdict: .met, reason: "393 + 11 = 404, must be at most 416"),
      KindExample(
        LocalizedText(vi: "Số bình quân không được cộng", en: "An average may not enter a sum"),
        parameters: [
          "parts": .list([.expression("a.x"), .expression("a.y")]), "total": .expression("a.total"),
        ],
        answers: [
          "a.x": .number(.average(Rational(1), source: "a.x")), "a.y": .number(Number(2)),
          "a.total": .number(Number(3)),
        ],
        verdict: .error,
        reason: "Cannot be computed: an average must not be added or subtracted"),
      KindExample(
        LocalizedText(vi: "Thiếu một thành phần", en: "A part is missing"),
        parameters: [
          "parts": .list([.expression("a.x"), .expression("a.y")]), "total": .expression("a.total"),
        ],
        answers: [
          "a.x": .number(Number(2)), "a.y": .missing(LocalizedText(same: "-")),
          "a.total": .number(Number(3)),
        ],
        verdict: .unanswered, reason: "Missing: a.y (-)"),
    ])
}
