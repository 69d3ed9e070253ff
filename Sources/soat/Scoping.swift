import ArgumentParser
import Diagnostics
import InspectionCore

/// Which part of a checklist is scored, and whether in points.
struct ScopeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Chỉ chấm một chuyên đề mà bảng kiểm khai báo · Confine the score to a theme of the checklist.",
      valueName: "id"))
  var theme: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Chỉ chấm các lĩnh vực, mục này · Confine the score to these areas and checks.",
      valueName: "id"))
  var only: [String] = []

  @Flag(
    name: .long,
    help: "Chỉ kết luận từng mục, không điểm, không xếp loại · Verdicts alone, without points.")
  var noPoints = false

  func validate() throws {
    if theme != nil, !only.isEmpty {
      throw ValidationError("chọn --theme hoặc --only · choose --theme or --only")
    }
  }
}

/// The contexts to assess in, by checklist: a theme or a check that one has, another may not.
struct Scoping: Sendable {
  private let contexts: [String: AssessmentContext]
  private let objections: [String: LocalizedText]

  /// - Throws: where no checklist has what is asked for.
  init(_ options: ScopeOptions, asOf: CivilDate, packs: [String: CompiledChecklist]) throws {
    var contexts: [String: AssessmentContext] = [:]
    var objections: [String: LocalizedText] = [:]
    for (reference, pack) in packs {
      let context = AssessmentContext(asOf: asOf, wantsPoints: !options.noPoints)
      switch Scoping.scope(options, pack.checklist) {
      case .whole: contexts[reference] = context
      case .part(let scope):
        contexts[reference] = AssessmentContext(
          asOf: asOf, scope: scope, wantsPoints: !options.noPoints)
      case .refused(let objection): objections[reference] = objection
      }
    }
    if contexts.isEmpty {
      let texts = objections.keys.sorted().compactMap { objections[$0] }
      throw ValidationError(texts.map { "\($0.vi) · \($0.en)" }.joined(separator: "\n"))
    }
    self.contexts = contexts
    self.objections = objections
  }

  private enum Answer {
    case whole
    case part(Scope)
    case refused(LocalizedText)
  }

  private static func scope(_ options: ScopeOptions, _ checklist: Checklist) -> Answer {
    if let theme = options.theme {
      if let scope = checklist.scope(ofTheme: theme) { return .part(scope) }
      let known = checklist.themes.map(\.id).joined(separator: ", ")
      return .refused(
        LocalizedText(
          vi: "\(checklist.reference) không có chuyên đề \"\(theme)\""
            + (known.isEmpty ? "" : "; có: \(known)"),
          en: "\(checklist.reference) has no theme \"\(theme)\""
            + (known.isEmpty ? "" : "; it has: \(known)")))
    }
    if options.only.isEmpty { return .whole }
    let picked = checklist.scope(picking: options.only)
    if picked.unknown.isEmpty { return .part(picked.scope) }
    let names = picked.unknown.joined(separator: ", ")
    return .refused(
      LocalizedText(
        vi: "\(checklist.reference) không có lĩnh vực hay mục: \(names)",
        en: "\(checklist.reference) has no area or check: \(names)"))
  }

  /// The context of a checklist; nil where it lacks what is asked for.
  func context(of checklist: Checklist) -> AssessmentContext? { contexts[checklist.reference] }

  /// Why a checklist cannot be scored in the scope asked for.
  func objection(to checklist: Checklist) -> LocalizedText? { objections[checklist.reference] }
}
