import CEL
import Diagnostics

extension CheckKind {
  /// A plan that must have what makes a plan: deadlines, owners, budget, measures.
  static let planQuality = CheckKind(description: description) { compiler in
    let elements = compiler.indicators("elements", of: [.bool])
    var plan: [String] = []
    if compiler.value("plan") != nil {
      guard let ids = compiler.indicators("plan", of: [.bool, .document]) else { return nil }
      plan = ids
    }
    guard let elements else { return nil }
    let partial = compiler.check.partial
    return CompiledRule(inputs: plan + elements) { [plan] sheet in
      var unknown: [String] = []
      for id in plan {
        switch sheet.value(of: id) {
        case .bool(false)?: return .unmet(.listing(noPlan, [id]))
        case .text(let text)? where text.isEmpty: return .unmet(.listing(noPlan, [id]))
        case .bool?, .text?: continue
        case nil, .missing?, .number?, .date?, .dateTime?, .table?: unknown.append(id)
        }
      }
      var absent: [String] = []
      var missing: [String] = []
      for id in elements {
        switch sheet.value(of: id) {
        case .bool(true)?: continue
        case .bool(false)?: absent.append(id)
        default: missing.append(id)
        }
      }
      if absent.isEmpty, missing.isEmpty, unknown.isEmpty {
        return .met(
          Reason(LocalizedText(vi: "Kế hoạch có đủ các yếu tố", en: "Nothing is wanting")))
      }
      // Without the plan nothing is there; with it, all that is not known to be absent may be.
      let present = unknown.isEmpty ? elements.count - absent.count - missing.count : 0
      guard let least = Rational.share(present, of: elements.count),
        let most = Rational.share(elements.count - absent.count, of: elements.count),
        !absent.isEmpty, partial.earnsTheSame(from: least, to: most, isReached: true)
      else { return .unanswered(wanting: unknown.isEmpty ? missing : unknown, in: sheet) }
      let reason = Reason.listing(
        LocalizedText(vi: "Kế hoạch thiếu: ", en: "The plan lacks: "), absent)
      guard partial != .none, least > .zero else { return .unmet(reason) }
      return Judgement(.partial, credit: least, reason: reason)
    }
  }

  private static let noPlan = LocalizedText(vi: "Không có kế hoạch: ", en: "There is no plan: ")

  private static let description = KindDescription(
    id: "plan-quality",
    title: LocalizedText(vi: "Chất lượng kế hoạch", en: "Quality of a plan"),
    summary: LocalizedText(
      vi: "Kế hoạch phải có đủ các yếu tố để thực hiện và kiểm tra được.",
      en: "A plan must have what is needed to carry it out and to check it."),
    parameters: [
      ParameterDescription(
        "plan", .indicators([.bool, .document]),
        LocalizedText(vi: "văn bản kế hoạch", en: "the plan itself"), isRequired: false),
      ParameterDescription(
        "elements", .indicators([.bool]),
        LocalizedText(vi: "các yếu tố phải có", en: "what the plan must have")),
    ],
    givesPartialCredit: true,
    examples: [
      KindExample(
        LocalizedText(vi: "Đủ các yếu tố", en: "A complete plan"),
        parameters: ["elements": .list([.name("plan.deadlines"), .name("plan.owners")])],
        answers: ["plan.deadlines": .bool(true), "plan.owners": .bool(true)],
        verdict: .met, reason: "Nothing is wanting"),
      KindExample(
        LocalizedText(vi: "Không có thời hạn", en: "No deadlines"),
        parameters: ["elements": .list([.name("plan.deadlines"), .name("plan.owners")])],
        answers: ["plan.deadlines": .bool(false), "plan.owners": .bool(true)],
        verdict: .unmet, reason: "The plan lacks: plan.deadlines"),
      KindExample(
        LocalizedText(vi: "Thiếu một, tính điểm từng phần", en: "One wanting, with partial credit"),
        parameters: ["elements": .list([.name("plan.deadlines"), .name("plan.owners")])],
        answers: ["plan.deadlines": .bool(false), "plan.owners": .bool(true)],
        partial: .linear, verdict: .partial, credit: Rational.half,
        reason: "The plan lacks: plan.deadlines"),
      KindExample(
        LocalizedText(vi: "Chưa có kế hoạch", en: "There is no plan at all"),
        parameters: ["plan": .name("plan.document"), "elements": .list([.name("plan.owners")])],
        answers: ["plan.document": .text(""), "plan.owners": .bool(true)],
        verdict: .unmet, reason: "There is no plan: plan.document"),
      KindExample(
        LocalizedText(vi: "Chưa biết đủ", en: "Not all is known"),
        parameters: ["elements": .list([.name("plan.deadlines"), .name("plan.owners")])],
        answers: [
          "plan.deadlines": .bool(true), "plan.owners": .missing(LocalizedText(same: "-")),
        ],
        verdict: .unanswered, reason: "Missing: plan.owners (-)"),
    ])
}
