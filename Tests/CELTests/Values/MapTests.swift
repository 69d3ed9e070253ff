import CEL
import TestSupport
import Testing

@Suite("Maps find what was put in")
struct MapTests {
  @Test("A map is a dictionary that keeps the order of insertion", arguments: 0..<3)
  func model(seed: UInt64) {
    var generator = SeededGenerator(seed: seed + 30)
    for size in [0, 1, 2, 3, 7, 8, 9, 100, 1000] {
      var map = MapValue()
      var model: [String: Int64] = [:]
      var order: [String] = []
      for _ in 0..<size {
        let key = String(Int.random(in: 0...size, using: &generator), radix: 36)
        let longKey =
          String(repeating: "khóa-", count: Int.random(in: 0...4, using: &generator)) + key
        let value = Int64.random(in: 0...9, using: &generator)
        let isNew = model[longKey] == nil
        #expect((map.insert(.int(value), for: .string(longKey)) == .added) == isNew)
        if isNew {
          model[longKey] = value
          order.append(longKey)
        }
      }
      #expect(map.entries.map(\.key.literal) == order.map { Value.string($0).literal })
      for (key, value) in model {
        #expect(map[key]?.literal == "\(value)")
        #expect(map[.string(key)]?.literal == "\(value)")
        #expect(map[key + "x"] == nil || model[key + "x"] != nil)
      }
    }
  }

  @Test("Keys are found by code points, not by what looks alike")
  func codePoints() {
    let composed = "\u{E9}", decomposed = "e\u{301}", kelvin = "\u{212A}"
    let map = MapValue([
      (composed, .int(1)), (decomposed, .int(2)), (kelvin, .int(3)), ("", .int(4)),
    ])
    #expect(map.count == 4)
    #expect(map[composed]?.literal == "1")
    #expect(map[decomposed]?.literal == "2")
    #expect(map["K"] == nil)
    #expect(map[""]?.literal == "4")
    #expect(map["\u{0}"] == nil)
  }

  @Test("Numeric keys are one across their types, and no key is of another kind")
  func numbers() {
    var map = MapValue()
    #expect(map.insert(.int(1), for: .int(-1)) == .added)
    #expect(map.insert(.int(2), for: .uint(1)) == .added)
    #expect(map.insert(.int(3), for: .int(1)) == .repeated)
    #expect(map.insert(.int(4), for: .uint(.max)) == .added)
    #expect(map.insert(.int(5), for: .bool(true)) == .added)
    #expect(map.insert(.int(6), for: .double(1)) == .unsupported)
    #expect(map[.double(1)]?.literal == "2")
    #expect(map[.double(1.5)] == nil)
    #expect(map[.uint(.max)]?.literal == "4")
    #expect(map[.double(.infinity)] == nil)
    #expect(map[.bool(true)]?.literal == "5")
    #expect(map[.bool(false)] == nil)
  }
}
