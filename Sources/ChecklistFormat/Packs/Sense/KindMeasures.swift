import Diagnostics
import InspectionCore

// How the figures of one check must be measured for its kind to make sense of them.

extension PackLoading {
  /// Reports figures of unlike units that a check's kind adds or compares.
  func checkMeasures(of figures: [String: [MeasuredFigure]], _ kind: String) {
    func figure(_ name: String) -> MeasuredFigure? { figures[name]?.first }
    let limit = ["at_least", "above", "at_most", "below"].lazy.compactMap(figure).first
    switch kind {
    case "threshold":
      guard let value = figure("value"), let limit else { return }
      report(.comparison, value.measured, limit)
      checkLimit(of: value.measured, limit)
    case "coverage":
      guard let part = figure("of"), let whole = figure("to") else { return }
      report(.comparison, part.measured, whole)
    case "ratio":
      guard let part = figure("of"), let whole = figure("to"), let limit else { return }
      // A number written out is in the unit of the other, whichever that is.
      guard case .known = part.measured, case .known = whole.measured else { return }
      checkLimit(of: part.measured.divided(by: whole.measured), limit)
      report(
        .comparison, part.measured.divided(by: whole.measured), limit,
        mend: LocalizedText(
          vi: "viết mức so sánh là một số không kèm %, đồng hay đơn vị",
          en: "write the limit as a number without %, đồng or a unit"))
    case "rows":
      guard let limit else { return }
      report(.comparison, .known(.share), limit)
      checkLimit(of: .known(.share), limit)
    case "trend":
      if let by = figure("by") { report(.comparison, .known(.share), by) }
      guard let value = figure("value"), let previous = figure("previous") else { return }
      report(.comparison, value.measured, previous)
    case "sum": checkSum(figures["parts"] ?? [], figure("total"))
    case CheckKind.ruleID:
      if let share = figure("expr") { checkCredit(share) }
    default: return
    }
  }

  private func checkSum(_ parts: [MeasuredFigure], _ total: MeasuredFigure?) {
    var sum = Measured.literal
    for part in parts {
      if report(.sum, sum, part) { continue }
      sum = sum.joined(part.measured)
    }
    if let total { report(.comparison, sum, total) }
  }

  /// A rule that gives a number gives a share of the points, which has no unit.
  private func checkCredit(_ credit: MeasuredFigure) {
    guard case .known(let measure) = credit.measured, measure.hasUnit else { return }
    credit.reader.report(
      "mixed-units",
      LocalizedText(
        vi: "quy tắc phải cho phần điểm từ 0 đến 1, không phải \(measure.name.vi)",
        en: "a rule gives a share of the points from 0 to 1, not \(measure.name.en)"),
      mend: LocalizedText(
        vi: "chia cho tổng số cùng đơn vị tính", en: "divide by a total of the same unit"),
      at: credit.reader.firstLine(of: credit.node.range))
  }

  /// Warns of a share compared with what looks like a percentage without its sign.
  private func checkLimit(of measured: Measured, _ limit: MeasuredFigure) {
    guard limit.style == .plain, let number = limit.number, measured.isFraction(beside: number)
    else { return }
    let vi = FigureText(.vi)
    let en = FigureText(.en)
    limit.reader.report(
      "share-limit", .shareLimit(number), severity: .warning,
      mend: LocalizedText(
        vi: "nếu là phần trăm thì viết \(vi.text(number, .plain))%; nếu thật là nhiều lần thì viết "
          + vi.text(number, .percent),
        en: "for a percentage write \(en.text(number, .plain))%; for so many times write "
          + en.text(number, .percent)),
      at: limit.reader.firstLine(of: limit.node.range))
  }

  /// Reports a figure that is unlike what it is added to or compared with; whether it is.
  @discardableResult
  private func report(
    _ mixture: NumberFinding.Mixture, _ measured: Measured, _ figure: MeasuredFigure,
    mend: LocalizedText? = nil
  ) -> Bool {
    guard let (first, second) = measured.clash(with: figure.measured) else { return false }
    let fault = NumberFinding.Fault.mixedUnits(mixture, first, second)
    figure.reader.report(
      fault.code, fault.message, mend: mend ?? figure.mend,
      at: figure.reader.firstLine(of: figure.node.range))
    return true
  }
}

extension MeasuredFigure {
  fileprivate var mend: LocalizedText {
    switch style {
    case .percent:
      LocalizedText(
        vi: "viết số không kèm %, hoặc nêu tỷ lệ bằng kiểu ratio",
        en: "write the number without %, or state a share with kind ratio")
    case .money:
      LocalizedText(
        vi: "viết số không kèm đồng, triệu hay tỷ", en: "write the number without đồng, triệu or tỷ"
      )
    case .plain, nil: NumberFinding.mendOfUnits
    }
  }
}
