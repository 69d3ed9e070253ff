import CEL
import Diagnostics
import InspectionCore

/// A span of days of which one end, or both, may be open.
private struct Span {
  var from: CivilDate?
  var to: CivilDate?

  /// The days that both have; nil where there are none.
  func intersection(_ other: Span) -> Span? {
    var common = self
    if let from = other.from { common.from = common.from.map { max($0, from) } ?? from }
    if let to = other.to { common.to = common.to.map { min($0, to) } ?? to }
    if let from = common.from, let to = common.to, from > to { return nil }
    return common
  }
}

extension Citation {
  private var force: Span { Span(from: inForceFrom, to: inForceTo) }

  fileprivate func isInForce(in span: Span) -> Bool { force.intersection(span) != nil }
}

extension Check {
  /// The days on which the check applies within its checklist's.
  fileprivate func span(in checklist: Checklist) -> Span? {
    Span(from: checklist.appliesFrom, to: checklist.appliesTo)
      .intersection(Span(from: effectiveFrom, to: effectiveTo))
  }
}

extension PackLoading {
  /// Reports a check that applies to nobody: by its own period, its law, or its condition.
  func checkApplicability(
    of read: ReadCheck, in checklist: Checklist, _ known: Known
  ) {
    let check = read.check
    guard let span = check.span(in: checklist) else {
      (read.effectiveChangedIn ?? read.reader).report(
        "check-never-applies",
        LocalizedText(
          vi: "thời gian áp dụng của mục này nằm ngoài các kỳ của bảng kiểm",
          en: "the check's own period lies outside the periods of the checklist"),
        severity: .warning,
        mend: LocalizedText(
          vi: "sửa effective, hoặc applies.periods của bảng kiểm",
          en: "correct effective, or the checklist's applies.periods"),
        at: read.effectivePlace)
      return
    }
    if let when = check.condition, isAlwaysFalse(when) {
      let (reader, place) = read.line(of: "when")
      reader.report(
        "check-never-applies",
        LocalizedText(
          vi: "điều kiện này luôn sai nên mục không bao giờ áp dụng",
          en: "this condition is always false, so the check never applies"),
        severity: .warning,
        mend: LocalizedText(
          vi: "sửa điều kiện, hoặc bỏ mục này", en: "correct the condition, or remove the check"),
        at: place)
    }
    checkForce(of: read, span, known)
  }

  private func isAlwaysFalse(_ condition: String) -> Bool {
    guard case .bool(false) = constantValue(of: condition) else { return false }
    return true
  }

  /// A check of class duty, target or criterion none of whose documents was ever in force while it
  /// applies.
  private func checkForce(
    of read: ReadCheck, _ span: Span, _ known: Known
  ) {
    guard read.check.checkClass.needsForce, !read.cites.isEmpty else { return }
    let cited = citations(of: read, known)
    guard !cited.isEmpty, !cited.contains(where: { $0.citation.isInForce(in: span) }) else {
      return
    }
    read.citesReader.report(
      "citation-not-in-force",
      LocalizedText(
        vi: "không văn bản nào được dẫn có hiệu lực trong thời gian mục này áp dụng, "
          + "nên mục không bao giờ áp dụng",
        en: "none of the documents cited was in force while the check applies, "
          + "so it never applies"),
      severity: .warning,
      mend: LocalizedText(
        vi: "dẫn văn bản có hiệu lực trong kỳ, hoặc xem lại in_force của văn bản",
        en: "cite a document in force in the period, or look at the document's in_force"),
      at: read.citesReader.firstLine(of: cited[0].node.range))
  }

  /// Documents that say nothing for the check's time, and law known only from memory.
  func noteCitations(of checklist: Checklist, _ known: Known) {
    for read in checks {
      guard let span = read.check.span(in: checklist) else { continue }
      let cited = citations(of: read, known)
      let inForce = cited.filter { $0.citation.isInForce(in: span) }
      let needsForce = read.check.checkClass.needsForce
      if !inForce.isEmpty || !needsForce {
        for cite in cited where !cite.citation.isInForce(in: span) {
          read.citesReader.report(
            "citation-not-in-force",
            LocalizedText(
              vi: "văn bản \(shown(cite.citation.number)) không có hiệu lực trong thời gian "
                + "mục này áp dụng",
              en: "\(shown(cite.citation.number)) was not in force while the check applies"),
            severity: .note,
            mend: LocalizedText(
              vi: "bỏ dẫn chiếu này, hoặc xem lại in_force của văn bản",
              en: "remove the citation, or look at the document's in_force"),
            at: cite.node.range)
        }
      }
      guard needsForce, let first = inForce.first,
        inForce.allSatisfy({ $0.isRecalled })
      else { continue }
      read.citesReader.report(
        "citation-recalled",
        LocalizedText(
          vi: "mục thuộc loại \(read.check.checkClass.rawValue) chỉ dựa vào căn cứ chưa kiểm chứng",
          en: "a check of class \(read.check.checkClass.rawValue) rests only on what was recalled"),
        severity: .note,
        mend: LocalizedText(
          vi: "đối chiếu với bản công bố rồi ghi status: verified",
          en: "look it up in a published copy, then write status: verified"),
        at: first.node.range)
    }
  }

  private struct Cited {
    let citation: Citation
    let node: YAMLNode
    /// Whether the document, or the place cited in it, was not seen in a source.
    let isRecalled: Bool
  }

  private func citations(of read: ReadCheck, _ known: Known) -> [Cited] {
    read.cites.compactMap { cite in
      guard let citation = known.citations[cite.reference.citation] else { return nil }
      let place = citation.places.first { $0.id == cite.reference.place }
      return Cited(
        citation: citation, node: cite.node,
        isRecalled: citation.status == .recalled || place?.status == .recalled)
    }
  }
}
