import CEL
import Diagnostics

extension CheckKind {
  /// Figures that a report must contain: the one kind for which a missing answer is a finding.
  static let supplied = CheckKind(description: description) { compiler in
    guard let ids = compiler.indicators("figures", of: IndicatorType.allCases) else { return nil }
    let isShared = compiler.check.partial != .none
    return CompiledRule(inputs: ids) { sheet in
      var missing: [String] = []
      for id in ids where !sheet.isAnswered(id) { missing.append(id) }
      if missing.isEmpty {
        return .met(
          Reason(LocalizedText(vi: "Đã có đủ số liệu", en: "All figures are supplied")))
      }
      let reason = Reason.listing(
        LocalizedText(
          vi: "Còn thiếu \(missing.count)/\(ids.count) số liệu: ",
          en: "\(missing.count) of \(ids.count) figures are wanting: "), missing)
      guard isShared, missing.count < ids.count,
        let share = Rational.share(ids.count - missing.count, of: ids.count)
      else { return .unmet(reason) }
      return Judgement(.partial, credit: share, reason: reason)
    }
  }

  private static let description = KindDescription(
    id: "supplied",
    title: LocalizedText(vi: "Cung cấp số liệu", en: "Figures supplied"),
    summary: LocalizedText(
      vi: "Các số liệu phải có trong báo cáo; thiếu số liệu là chưa đạt.",
      en: "Figures a report must contain; that one is missing is what is judged."),
    parameters: [
      ParameterDescription(
        "figures", .indicators(IndicatorType.allCases),
        LocalizedText(vi: "các chỉ tiêu phải có", en: "the indicators that must be answered"))
    ],
    givesPartialCredit: true,
    examples: [
      KindExample(
        LocalizedText(vi: "Đủ số liệu", en: "All there"),
        parameters: ["figures": .list([.name("a.x"), .name("a.y")])],
        answers: ["a.x": .number(Number(0)), "a.y": .bool(false)],
        verdict: .met, reason: "All figures are supplied"),
      KindExample(
        LocalizedText(vi: "Thiếu một", en: "One is missing"),
        parameters: ["figures": .list([.name("a.x"), .name("a.y")])],
        answers: ["a.x": .number(Number(0)), "a.y": .missing(LocalizedText(same: "-"))],
        verdict: .unmet, reason: "1 of 2 figures are wanting: a.y"),
      KindExample(
        LocalizedText(vi: "Thiếu một, tính điểm từng phần", en: "One missing, with partial credit"),
        parameters: ["figures": .list([.name("a.x"), .name("a.y")])],
        answers: ["a.x": .number(Number(0)), "a.y": .missing(LocalizedText(same: "-"))],
        partial: .linear, verdict: .partial, credit: Rational.half,
        reason: "1 of 2 figures are wanting: a.y"),
    ])
}

extension Rational {
  /// The share of `part` in `whole`, both small counts; nil where there is no whole.
  static func share(_ part: Int, of whole: Int) -> Rational? {
    do throws(NumberError) {
      return try Rational(numerator: Int64(part), denominator: Int64(whole))
    } catch {
      return nil
    }
  }
}
