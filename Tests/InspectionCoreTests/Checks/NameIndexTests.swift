import InspectionCore
import TestSupport
import Testing

@Suite("An index finds the names it holds and no others")
struct NameIndexTests {
  @Test(
    "It finds what a dictionary finds, names of all lengths and alike but for one letter included")
  func likeADictionary() {
    for seed: UInt64 in 0..<200 {
      var random = SeededGenerator(seed: seed)
      func word() -> String {
        var word = ""
        for _ in 0..<Int.random(in: 0...20, using: &random) {
          word += ["a", "b", ".", "ế"].randomElement(using: &random) ?? ""
        }
        return word
      }
      let names = (0..<Int.random(in: 0...60, using: &random)).map { _ in word() }
      let index = NameIndex(names)
      // Of two equal names the later is found.
      let expected = Dictionary(
        zip(names, names.indices), uniquingKeysWith: { _, later in later })
      let asked = names + names.map { $0 + "a" } + names.map { String($0.dropLast()) } + [word()]
      for name in asked where index.position(of: name) != expected[name] {
        Issue.record(
          "\(name) is found at \(String(describing: index.position(of: name))), seed \(seed)")
        return
      }
    }
  }
}
