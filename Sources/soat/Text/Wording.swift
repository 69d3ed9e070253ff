import Diagnostics

/// A text for people in one language.
protocol Wording {
  /// The language it is written in.
  var language: Language { get }
}

extension Wording {
  /// The one of two wordings that is in the text's language.
  func words(_ vi: String, _ en: String) -> String {
    LocalizedText(vi: vi, en: en)[language]
  }

  /// What stands for a figure that is masked.
  var hidden: String { words("[đã che]", "[masked]") }
}
