import CEL
import Diagnostics

extension CheckKind {
  /// A thing that must be there: a document, a decision, a yes.
  static let presence = CheckKind(description: description) { compiler in
    guard let ids = compiler.indicators("of", of: [.bool, .document, .text, .date, .dateTime])
    else {
      return nil
    }
    return CompiledRule(inputs: ids) { sheet in
      var absent: [String] = []
      var missing: [String] = []
      for id in ids {
        switch sheet.value(of: id) {
        case .bool(false)?: absent.append(id)
        case .text(let text)? where text.isEmpty: absent.append(id)
        case .bool?, .text?, .date?, .dateTime?: continue
        case nil, .missing?, .number?, .table?: missing.append(id)
        }
      }
      if !absent.isEmpty {
        return .unmet(.stating(absent, LocalizedText(vi: "không", en: "no")))
      }
      if !missing.isEmpty { return .unanswered(wanting: missing, in: sheet) }
      return .met(.stating(ids, LocalizedText(vi: "có", en: "yes")))
    }
  }

  private static let description = KindDescription(
    id: "presence",
    title: LocalizedText(vi: "Có hay không", en: "Presence"),
    summary: LocalizedText(
      vi: "Văn bản, quyết định hoặc việc phải có.",
      en: "A document, a decision or a thing that must be there."),
    parameters: [
      ParameterDescription(
        "of", .indicators([.bool, .document, .text, .date, .dateTime]),
        LocalizedText(vi: "một hay nhiều chỉ tiêu", en: "one or more indicators"))
    ],
    examples: [
      KindExample(
        LocalizedText(vi: "Có quyết định", en: "There is a decision"),
        parameters: ["of": .name("staff.decision")],
        answers: ["staff.decision": .text("108/QĐ-UBND")],
        verdict: .met, reason: "staff.decision: yes"),
      KindExample(
        LocalizedText(vi: "Nêu rõ là không có", en: "Stated not to exist"),
        parameters: ["of": .list([.name("a.x"), .name("a.y")])],
        answers: ["a.x": .bool(true), "a.y": .bool(false)],
        verdict: .unmet, reason: "a.y: no"),
      KindExample(
        LocalizedText(vi: "Không nói tới không phải là không có", en: "Silence is not absence"),
        parameters: ["of": .list([.name("a.x"), .name("a.y")])],
        answers: ["a.x": .bool(true), "a.y": .missing(LocalizedText(same: "-"))],
        verdict: .unanswered, reason: "Missing: a.y (-)"),
    ])
}

extension Reason {
  /// The titles of indicators, each with the same word: `A decision is in force: no`.
  static func stating(_ ids: [String], _ word: LocalizedText) -> Reason {
    var parts: [ReasonPart] = []
    for (index, id) in ids.enumerated() {
      if index > 0 { parts.append(.text(LocalizedText(same: "; "))) }
      parts += [.indicator(id), .text(LocalizedText(vi: ": " + word.vi, en: ": " + word.en))]
    }
    return Reason(parts)
  }

  /// Words followed by the titles of indicators.
  static func listing(_ words: LocalizedText, _ ids: [String]) -> Reason {
    var parts: [ReasonPart] = [.text(words)]
    for (index, id) in ids.enumerated() {
      if index > 0 { parts.append(.text(LocalizedText(same: "; "))) }
      parts.append(.indicator(id))
    }
    return Reason(parts)
  }
}
