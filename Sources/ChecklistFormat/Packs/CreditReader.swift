import CEL
import Diagnostics
import InspectionCore

extension AreaReader {
  /// How points follow from a share: a word, or the steps of it.
  func partialCredit(_ mapping: Mapping) -> PartialCredit? {
    guard let node = mapping.value("partial", as: .partialCredit) else { return nil }
    if node.scalar != nil {
      switch reader.choice(node, among: ["none", "linear"]) {
      case "none": return PartialCredit.none
      case "linear": return .linear
      default: return nil
      }
    }
    guard let steps = reader.mapping(node, .creditSteps) else { return nil }
    let read = steps.list("steps").compactMap(step)
    for (index, step) in read.enumerated() where index > 0 {
      let last = read[index - 1].step
      guard step.step.from <= last.from || step.step.credit <= last.credit else { continue }
      reader.report(
        "step-order",
        LocalizedText(
          vi: "bậc sau phải có mức và điểm cao hơn bậc trước",
          en: "each step must ask more and give more than the one before"),
        mend: LocalizedText(
          vi: "xếp các bậc từ thấp đến cao", en: "list the steps lowest first"), at: step.place)
      return nil
    }
    for step in read where !step.isWithinReach {
      reader.report(
        "step-range",
        LocalizedText(
          vi:
            "bậc này không bao giờ có tác dụng: chưa làm gì (0%) thì không có điểm, đạt 100% là đạt "
            + "cả mục",
          en: "this step never counts: nothing done (0%) earns nothing, and 100% is the check met"),
        mend: LocalizedText(
          vi: "đặt from trên 0% và dưới 100%, credit trên 0%",
          en: "set from above 0% and below 100%, credit above 0%"), at: step.place)
      return nil
    }
    return read.isEmpty ? nil : .stepped(read.map(\.step))
  }

  private func step(_ node: YAMLNode) -> ReadStep? {
    guard let mapping = reader.mapping(node, .creditStep) else { return nil }
    let from = mapping.value("from", as: .share).flatMap(reader.share)
    let credit = mapping.value("credit", as: .share).flatMap(reader.share)
    guard let from, let credit else { return nil }
    return ReadStep(
      step: CreditStep(from: from, credit: credit), place: reader.firstLine(of: node.range))
  }
}

private struct ReadStep {
  let step: CreditStep
  let place: SourceRange

  /// Whether a shortfall can reach it and earns something by it.
  var isWithinReach: Bool { step.from > .zero && step.from < .one && step.credit > .zero }
}
