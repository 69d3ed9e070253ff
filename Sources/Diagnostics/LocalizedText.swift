/// The languages Soat speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Vietnamese, the language of the offices that use Soat.
  case vi
  /// English.
  case en
}

/// One text in Vietnamese and in English.
public struct LocalizedText: Hashable, Sendable {
  /// The Vietnamese wording.
  public var vi: String
  /// The English wording.
  public var en: String

  /// Creates a text from its two wordings.
  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// Creates a text that reads the same in both languages, such as a number or a name.
  public init(same text: String) {
    self.init(vi: text, en: text)
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }

  /// The two texts one after the other, language by language.
  public static func + (first: LocalizedText, second: LocalizedText) -> LocalizedText {
    LocalizedText(vi: first.vi + second.vi, en: first.en + second.en)
  }
}
