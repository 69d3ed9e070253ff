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
    return read.isEmpty ? nil : .stepped(read.map(\.step))
  }

  private func step(_ node: YAMLNode) -> (step: CreditStep, place: SourceRange)? {
    guard let mapping = reader.mapping(node, .creditStep) else { return nil }
    let from = mapping.value("from", as: .share).flatMap(reader.share)
    let credit = mapping.value("credit", as: .share).flatMap(reader.share)
    guard let from, let credit else { return nil }
    return (CreditStep(from: from, credit: credit), reader.firstLine(of: node.range))
  }
}
