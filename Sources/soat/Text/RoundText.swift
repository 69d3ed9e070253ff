import Diagnostics
import InspectionCore
import Workspace

/// A round with how far each unit has come.
struct RoundText {
  let round: Round
  let units: [RoundProgress]
  let language: Language

  var text: String {
    let plan = round.plan
    var text = "\(plan.id)  \(plan.title[language])\n"
    let decided = plan.decision
    text +=
      LocalizedText(
        vi: "  Quyết định \(decided.number) ngày \(decided.date.vietnamese)",
        en: "  Decision \(decided.number) of \(decided.date.iso)")[language]
    if let closed = round.closed {
      text +=
        LocalizedText(vi: "; kết thúc \(closed.vietnamese)", en: "; closed \(closed.iso)")[language]
    }
    text += "\n"
    var table = Table([.left, .left, .left, .left, .left])
    table.add(
      LocalizedText(
        vi: "  Đơn vị|Đoàn|Ngày kiểm tra|Tự đánh giá|Kiểm tra",
        en: "  Unit|Team|Visits|Self-assessment|Inspection")[language]
        .split(separator: "|").map { String($0) })
    for unit in units {
      let visits = unit.team.visits
      table.add([
        "  " + unit.unit, unit.team.id, "\(visits.from.vietnamese) – \(visits.to.vietnamese)",
        own(unit), inspection(unit),
      ])
    }
    return text + table.text
  }

  private func own(_ unit: RoundProgress) -> String {
    let none = LocalizedText(vi: "chưa có", en: "none")[language]
    return unit.own.map { $0.state?.status.title[language] ?? none }.joined(separator: ", ")
  }

  private func inspection(_ unit: RoundProgress) -> String {
    guard let inspection = unit.inspection else {
      return LocalizedText(vi: "chưa mở", en: "not opened")[language]
    }
    if let closed = inspection.closed {
      let count = inspection.outcome?.proposed.count ?? 0
      return LocalizedText(
        vi: "xong \(closed.vietnamese), \(count) nội dung",
        en: "closed \(closed.iso), \(count) items")[language]
    }
    let answered = inspection.plan.subjects.count { !$0.answers.isEmpty }
    return LocalizedText(
      vi: "đang kiểm tra, \(answered)/\(inspection.plan.subjects.count) đối tượng",
      en: "under way, \(answered) of \(inspection.plan.subjects.count) subjects")[language]
  }
}
