public import Diagnostics

/// Whether a statement of law was read in its source or recalled from memory.
public enum SourceStatus: String, Hashable, Sendable, CaseIterable {
  /// Seen in a source.
  case verified
  /// From memory; to be confirmed before it is relied on.
  case recalled
}

/// A place in a cited document, such as an article.
public struct CitationPlace: Hashable, Sendable {
  /// The short name that checks use after the slash.
  public var id: String
  /// What the place is called.
  public var title: LocalizedText
  /// Whether its content was seen.
  public var status: SourceStatus
  /// A remark for authors.
  public var note: LocalizedText?

  /// Creates a place.
  public init(id: String, title: LocalizedText, status: SourceStatus, note: LocalizedText? = nil) {
    self.id = id
    self.title = title
    self.status = status
    self.note = note
  }
}

/// A legal or administrative document: type, number, issuer and date together name it, since a
/// number alone names nothing (Chỉ thị 23/CT-TTg exists twice).
public struct Citation: Hashable, Sendable {
  /// The short name that checks use.
  public var id: String
  /// The type of document.
  public var type: LocalizedText
  /// Its number and symbol.
  public var number: String
  /// Who issued it.
  public var issuer: LocalizedText
  /// The day it was issued.
  public var date: CivilDate
  /// Its title.
  public var title: LocalizedText
  /// The first day it was in force.
  public var inForceFrom: CivilDate
  /// The last day it was in force; nil while it is.
  public var inForceTo: CivilDate?
  /// Whether its identity and force were seen in a source.
  public var status: SourceStatus
  /// The places that checks cite.
  public var places: [CitationPlace]

  /// Creates a citation.
  public init(
    id: String, type: LocalizedText, number: String, issuer: LocalizedText, date: CivilDate,
    title: LocalizedText, inForceFrom: CivilDate, inForceTo: CivilDate? = nil,
    status: SourceStatus, places: [CitationPlace] = []
  ) {
    self.id = id
    self.type = type
    self.number = number
    self.issuer = issuer
    self.date = date
    self.title = title
    self.inForceFrom = inForceFrom
    self.inForceTo = inForceTo
    self.status = status
    self.places = places
  }

  /// Whether it was in force on any day of a period.
  public func isInForce(during period: Period) -> Bool {
    period.overlaps(from: inForceFrom, to: inForceTo)
  }
}

/// A check's reference to a citation, and to a place in it.
public struct CitationReference: Hashable, Sendable {
  /// The citation's id.
  public var citation: String
  /// The place's id, where one is named.
  public var place: String?

  /// Creates a reference.
  public init(citation: String, place: String? = nil) {
    self.citation = citation
    self.place = place
  }

  /// Reads `id` or `id/place`.
  public init(text: String) {
    var citation = String.UnicodeScalarView()
    var place = String.UnicodeScalarView()
    var afterSlash = false
    for scalar in text.unicodeScalars {
      if !afterSlash, scalar == "/" {
        afterSlash = true
      } else if afterSlash {
        place.append(scalar)
      } else {
        citation.append(scalar)
      }
    }
    self.init(citation: String(citation), place: afterSlash ? String(place) : nil)
  }

  /// The reference as authors write it.
  public var text: String {
    if let place { return citation + "/" + place }
    return citation
  }
}
