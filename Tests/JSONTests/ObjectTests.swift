import JSON
import Testing

@Suite struct ObjectTests {
  @Test("Members keep the order they were added in, and a name stands once")
  func order() {
    var object: JSONObject = ["b": 1, "a": 2, "b": 3]
    #expect(object.keys == ["b", "a"])
    #expect(object["b"] == 3)
    object["c"] = 4
    object["b"] = nil
    object["d"] = nil
    #expect(object.keys == ["a", "c"])
    object["b"] = 5
    #expect(object.map { $0.key } == ["a", "c", "b"])
    #expect(object.values == [2, 4, 5])
    let taken = object.add("a", 9)
    #expect(!taken)
    let added = object.add("e", 6)
    #expect(added)
    #expect(object["a"] == 2)
    #expect(object.count == 4)
  }

  @Test("A large object finds, replaces and removes as a small one does")
  func large() {
    var object = JSONObject()
    for number in 0..<500 { object["k\(number)"] = .integer(Int64(number)) }
    for number in stride(from: 0, to: 500, by: 7) { object["k\(number)"] = nil }
    object["k1"] = "one"
    #expect(object.count == 428)
    #expect(object["k1"] == "one")
    #expect(object["k7"] == nil)
    #expect(object["k499"] == 499)
    #expect(object.contains(key: "k2"))
    for number in 0..<495 { object["k\(number)"] = nil }
    #expect(object.keys == ["k495", "k496", "k498", "k499"])
    #expect(object["k498"] == 498)
  }

  @Test("Objects with the same members are equal in any order, and hash alike")
  func equality() {
    let first: JSONValue = ["a": 1, "b": ["x": .null]]
    let second: JSONValue = ["b": ["x": .null], "a": 1]
    #expect(first == second)
    #expect(Set([first, second]).count == 1)
    #expect(first != ["a": 1])
    #expect(first != ["a": 1, "b": ["y": .null]])
    #expect(JSONValue.integer(1) != .number(1))
  }

  @Test("Accessors answer for their own kind alone")
  func accessors() {
    let name = "Đăk Đoa"
    let value: JSONValue = ["n": 2, "d": 2.5, "s": "\(name) 1", "l": [true], "o": ["k": .null]]
    #expect(value["n"]?.integerValue == 2)
    #expect(value["n"]?.numberValue == 2)
    #expect(value["d"]?.numberValue == 2.5)
    #expect(value["d"]?.integerValue == nil)
    #expect(JSONValue.number(4).integerValue == 4)
    #expect(JSONValue.number(1e16).integerValue == nil)
    #expect(value["s"]?.stringValue == "Đăk Đoa 1")
    #expect(value["s"]?.arrayValue == nil)
    #expect(value["l"]?[0]?.boolValue == true)
    #expect(value["l"]?[1] == nil)
    #expect(value["l"]?["k"] == nil)
    #expect(value["o"]?["k"]?.isNull == true)
    #expect(value["o"]?.isNull == false)
    #expect(value["s"]?[0] == nil)
    #expect(value.objectValue?.count == 5)
    #expect(JSONObject([("a", 1)] as [(String, JSONValue)])["a"] == 1)
  }
}
