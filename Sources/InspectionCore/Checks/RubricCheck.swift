import CEL
import Diagnostics

extension CheckKind {
  /// A level on a scale, each worth a share of the points.
  static let rubric = CheckKind(description: description) { compiler in
    let scale = compiler.indicator("of", of: [.choice])
    let levels = compiler.levels("levels", of: scale)
    guard let scale, let levels else { return nil }
    return CompiledRule(inputs: [scale.id]) { sheet in
      guard case .text(let word)? = sheet.value(of: scale.id), let share = levels[word] else {
        return .unanswered(wanting: [scale.id], in: sheet)
      }
      var title = LocalizedText(same: word)
      for option in scale.options where option.id == word { title = option.title }
      let reason = Reason([
        .text(LocalizedText(vi: "Mức \"\(title.vi)\": ", en: "Level \"\(title.en)\": ")),
        .figure(.exact(share), .percent, inputs: []),
      ])
      if share == .one { return .met(reason) }
      if share.isZero { return .unmet(reason) }
      return Judgement(.partial, credit: share, reason: reason)
    }
  }
}

extension CheckCompiler {
  /// The shares of a scale's options, of which each has one; nil after reporting what is wrong.
  fileprivate mutating func levels(_ name: String, of scale: Indicator?) -> [String: Rational]? {
    guard case .shares(let shares)? = value(name) else {
      reportMissing(name)
      return nil
    }
    let problemsBefore = problems.count
    var isFull = false
    var isPartial = false
    for (index, option) in shares.keys.sorted().enumerated() {
      guard let share = shares[option] else { continue }
      if share == .one { isFull = true } else if !share.isZero { isPartial = true }
      if share < .zero || share > .one {
        report(
          name, index, code: "level-share",
          LocalizedText(
            vi: "mức phải được từ 0% đến 100% số điểm", en: "a level earns from 0% to 100%"),
          length: 0)
      }
      guard let scale, !scale.options.contains(where: { $0.id == option }) else { continue }
      reportUnknownLevel(option, at: name, index, of: scale)
    }
    for option in scale?.options ?? [] where shares[option.id] == nil {
      report(
        name, nil, code: "level-missing",
        LocalizedText(
          vi: "mức \"\(option.id)\" chưa có phần điểm",
          en: "the level \"\(option.id)\" has no share"
        ), length: 0)
    }
    if !isFull {
      report(
        name, nil, code: "level-share",
        LocalizedText(
          vi: "không mức nào được 100% nên không đơn vị nào đạt",
          en: "no level earns 100%, so that none is ever met"), length: 0)
    }
    if isPartial, check.partial == .none {
      report(
        name, nil, code: "level-partial",
        LocalizedText(
          vi: "có mức được một phần điểm nhưng mục không chấm từng phần",
          en: "a level earns part of the points, which the check does not give"),
        mend: LocalizedText(vi: "thêm partial: linear", en: "add partial: linear"), length: 0)
    }
    return problems.count == problemsBefore ? shares : nil
  }

  private mutating func reportUnknownLevel(
    _ option: String, at name: String, _ index: Int, of scale: Indicator
  ) {
    var mend: LocalizedText?
    if let near = nearestName(to: option, in: scale.options.map { $0.id }) {
      mend = LocalizedText(vi: "có phải là \"\(near)\"?", en: "did you mean \"\(near)\"?")
    }
    report(
      name, index, code: "level-unknown",
      LocalizedText(
        vi: "chỉ tiêu \"\(scale.id)\" không có lựa chọn \"\(option)\"",
        en: "indicator \"\(scale.id)\" has no option \"\(option)\""), mend: mend,
      length: option.utf8.count)
  }
}

extension CheckKind {
  private static let description = KindDescription(
    id: "rubric",
    title: LocalizedText(vi: "Thang mức", en: "Rubric"),
    summary: LocalizedText(
      vi:
        "Người kiểm tra chọn một mức trong thang đã mô tả; mỗi mức được một phần số điểm: 100% là đạt, 0% là chưa đạt.",
      en:
        "An inspector picks one level of a described scale; each earns a share of the points: 100% is met, 0% is not met."
    ),
    parameters: [
      ParameterDescription(
        "of", .indicator([.choice]), LocalizedText(vi: "chỉ tiêu chọn mức", en: "the level picked")
      ),
      ParameterDescription(
        "levels", .shares,
        LocalizedText(
          vi: "mỗi lựa chọn của chỉ tiêu được bao nhiêu phần điểm; ít nhất một mức 100%",
          en: "the share of the points each option earns; one of them 100%")),
    ],
    givesPartialCredit: true,
    examples: [
      KindExample(
        LocalizedText(vi: "Mức cao nhất", en: "The highest level"),
        parameters: scale, answers: ["plan.quality": .text("full")], partial: .linear,
        verdict: .met, reason: "Level \"full\": 100%"),
      KindExample(
        LocalizedText(vi: "Mức giữa", en: "A level between"),
        parameters: scale, answers: ["plan.quality": .text("part")], partial: .linear,
        verdict: .partial, credit: Rational.half, reason: "Level \"part\": 50%"),
      KindExample(
        LocalizedText(vi: "Mức thấp nhất", en: "The lowest level"),
        parameters: scale, answers: ["plan.quality": .text("none")], partial: .linear,
        verdict: .unmet, reason: "Level \"none\": 0%"),
      KindExample(
        LocalizedText(vi: "Chưa chọn mức", en: "No level is picked"),
        parameters: scale, answers: ["plan.quality": .missing(LocalizedText(same: "-"))],
        partial: .linear, verdict: .unanswered, reason: "Missing: plan.quality (-)"),
    ])

  /// How far a plan holds deadlines, owners and a budget.
  private static let scale: [String: ParameterValue] = [
    "of": .name("plan.quality"),
    "levels": .shares(["full": .one, "part": .half, "none": .zero]),
  ]
}
