public import Diagnostics

/// A check's citation written out: place, type, number, date.
public struct CitationLine: Sendable {
  private let reference: CitationReference
  private let period: Period
  private let citation: Citation?
  private let place: CitationPlace?

  /// Looks a reference up in a checklist, for an inspected period.
  public init(_ reference: CitationReference, in checklist: Checklist, during period: Period) {
    self.period = period
    self.reference = reference
    var citation: Citation?
    for candidate in checklist.citations where candidate.id == reference.citation {
      citation = candidate
    }
    var place: CitationPlace?
    for candidate in citation?.places ?? [] where candidate.id == reference.place {
      place = candidate
    }
    self.citation = citation
    self.place = place
  }

  /// Whether both the document and the place were seen in a source.
  public var isVerified: Bool {
    guard let citation, citation.status == .verified else { return false }
    guard reference.place != nil else { return true }
    return place?.status == .verified
  }

  /// Whether a place in the document is named, and known.
  public var namesPlace: Bool { place != nil }

  /// Whether the document was in force on some day of the period; one that is not known is not.
  public var isInForce: Bool { citation?.isInForce(during: period) ?? false }

  /// The citation in words; one that is unverified, or was not in force in the period, says so.
  public func text(_ language: Language) -> String {
    guard let citation else { return reference.text }
    var text = ""
    if let place { text += place.title[language] + ", " }
    text += citation.type[language] + " " + citation.number
    text += LocalizedText(vi: " ngày ", en: " of ")[language]
    text += language == .vi ? citation.date.vietnamese : citation.date.iso
    if !isVerified { text += LocalizedText(vi: " (chưa đối chiếu)", en: " (unverified)")[language] }
    if !isInForce {
      text +=
        LocalizedText(
          vi: " (không có hiệu lực trong kỳ, chỉ để tham khảo)",
          en: " (not in force in the period, for information only)")[language]
    }
    return text
  }
}
