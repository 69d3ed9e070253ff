/// A text with markers in it: `1️⃣`, `2️⃣` … `9️⃣` name the place just after them and are cut out.
///
/// Tests point at places by marker, never by line number, so that a fixture can grow.
public struct MarkedText: Sendable {
  /// The text without its markers.
  public let text: String
  /// The UTF-8 offset of each marker in `text`.
  public let markers: [String: Int]

  /// Cuts the markers out of `marked`.
  public init(_ marked: String) {
    let names: Set<Character> = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]
    var text = ""
    var markers: [String: Int] = [:]
    for character in marked {
      if names.contains(character) {
        markers[String(character)] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.markers = markers
  }
}
