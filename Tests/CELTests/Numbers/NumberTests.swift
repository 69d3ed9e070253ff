import CEL
import Diagnostics
import Testing

@Suite struct NumberTests {
  private let half = Rational(decimal: "0.5")!

  @Test("A number prints in signs as it is known")
  func descriptions() throws {
    let budget = Number.over(Rational(500_000_000), source: "budget")
    #expect(Number(27).description == "27")
    #expect(Number(half).description == "1/2")
    #expect(budget.description == "> 500000000")
    #expect(Number.atLeast(Rational(3), source: "a").description == "≥ 3")
    #expect(Number.atMost(Rational(3), source: "a").description == "≤ 3")
    #expect(Number.under(half, source: "a").description == "< 1/2")
    #expect(Number.about(Rational(520), tolerance: nil, source: "a").description == "~")
    #expect(Number.average(half, source: "a").description == "⌀ 1/2")
    let clipped = try Number.under(Rational(5), source: "a").clipped(
      lower: Rational(2), upper: nil)
    #expect(clipped.description == "[2, 5)")
  }

  @Test("A qualifier's word makes the number it means")
  func qualifiers() {
    let made = Qualifier.allCases.map { Number(Rational(10), known: $0, source: "a").description }
    #expect(made == ["10", "≥ 10", "> 10", "≤ 10", "< 10", "~", "⌀ 10"])
    #expect(Qualifier(rawValue: "at least") == .atLeast)
    #expect(Qualifier.allCases.map(\.label.vi).contains("ít nhất"))
    #expect(Set(Qualifier.allCases.map(\.label)).count == 7)
  }

  @Test("About has bounds only with a tolerance, and they are relative")
  func about() throws {
    let tenth = try Rational(numerator: 1, denominator: 10)
    let people = Number(Rational(520), known: .about, tolerance: tenth, source: "a")
    #expect(people.description == "[468, 572]")
    #expect(
      Number.about(Rational(-520), tolerance: tenth, source: "a").description == "[-572, -468]")
    #expect(
      Number.about(Rational(520), tolerance: try tenth.negated(), source: "a") == people)
    #expect(Number.about(Rational(5), tolerance: .zero, source: "a") == Number(5))
    #expect(
      Number.about(Rational(.max), tolerance: .one, source: "a").description == "≥ 0")
  }

  @Test("An average multiplies, divides and compares, and enters no sum")
  func averages() throws {
    let average = Number.average(Rational(12), source: "meetings")
    #expect(throws: NumberError.averageInSum) { try average.adding(Number(1)) }
    #expect(throws: NumberError.averageInSum) { try Number(1).adding(average) }
    #expect(throws: NumberError.averageInSum) { try Number(1).subtracting(average) }
    let yearly = try average.multiplied(by: Number(4))
    #expect(yearly.description == "⌀ 48")
    #expect(throws: NumberError.averageInSum) { try yearly.adding(yearly) }
    #expect(try average.divided(by: Number(8)).description == "⌀ 3/2")
    #expect(try average.negated().description == "⌀ -12")
    #expect(average.isLess(than: Number(13)) == .yes)
    #expect(average.isEqual(to: Number(12)) == .yes)
    #expect(average.isEqual(to: Number(11)) == .no)
    #expect(average.exactValue == nil)
  }

  @Test("Clipping intersects with the indicator's own bounds")
  func clipping() throws {
    let share = Number.atLeast(Rational(1), source: "share")
    #expect(try share.clipped(lower: .zero, upper: .one) == Number(1), "a single point is exact")
    #expect(try share.clipped(lower: nil, upper: nil) == share)
    #expect(throws: NumberError.emptyInterval) {
      try Number.over(.one, source: "share").clipped(lower: .zero, upper: .one)
    }
    #expect(throws: NumberError.emptyInterval) { try Number(7).clipped(lower: nil, upper: .one) }
    #expect(try Number(7).clipped(lower: Rational(7), upper: nil) == Number(7))
    // The open end at the same place is the tighter one.
    #expect(
      try Number.over(.zero, source: "a").clipped(lower: .zero, upper: nil).description == "> 0")
    #expect(
      try Number.under(.one, source: "a").clipped(lower: nil, upper: .one).description == "< 1")
    #expect(throws: NumberError.emptyInterval) {
      try Number.average(Rational(3), source: "a").clipped(lower: nil, upper: .one)
    }
  }

  @Test("A division is open where the divisor may be zero, and an error where it is")
  func division() throws {
    let children = Number.atMost(Rational(5), source: "children")
    let officers = try Number.atMost(Rational(5), source: "officers").clipped(
      lower: .zero, upper: nil)
    #expect(throws: NumberError.divisionByZero) { try children.divided(by: Number(0)) }
    #expect(try children.divided(by: officers).description == "~")
    #expect(
      try Number(0).divided(by: officers).isEqual(to: Number(0)) == .open(sources: ["officers"]))
    let some = Number.over(.zero, source: "officers")
    #expect(try Number(3).divided(by: some).description == "> 0")
    #expect(try Number(-3).divided(by: some).description == "< 0")
    let few = try some.clipped(lower: nil, upper: Rational(2))
    #expect(try Number(3).divided(by: few).description == "≥ 3/2")
    #expect(try Number(0).divided(by: few) == Number(0))
    #expect(try Number(1).divided(by: Number.over(.one, source: "a")).description == "(0, 1)")
  }

  @Test("Sources merge, sorted and each once, and an undecided comparison names them")
  func sources() throws {
    let b = Number.atLeast(Rational(2), source: "b")
    let a = Number.atLeast(Rational(1), source: "a")
    let total = try b.adding(a).adding(b)
    #expect(total.interval.sources == ["a", "b"])
    #expect(total.description == "≥ 5")
    #expect(total.isLess(than: Number(9)) == .open(sources: ["a", "b"]))
    #expect(total.isLess(than: Number(5)) == .no)
    #expect(Number(4).isLess(than: total) == .yes)
    #expect(try b.multiplied(by: Number(0)) == Number(0), "nothing unknown is left")
  }

  @Test("A comparison is decided when the bounds decide it")
  func comparisons() {
    let over = Number.over(Rational(500), source: "budget")
    #expect(Number(500).isLess(than: over) == .yes)
    #expect(over.isLessOrEqual(to: Number(500)) == .no)
    #expect(over.isEqual(to: Number(500)) == .no)
    #expect(over.isEqual(to: Number(501)) == .open(sources: ["budget"]))
    #expect(Number.atMost(Rational(3), source: "a").isLessOrEqual(to: Number(3)) == .yes)
    #expect(Number.atMost(Rational(3), source: "a").isLess(than: Number(3)).negated != .yes)
    #expect(Truth.yes.negated == .no)
    #expect(Truth.open(sources: ["a"]).negated == .open(sources: ["a"]))
  }

  @Test("An overflowing end is an error, not an infinite end")
  func overflow() {
    let huge = Number.atLeast(Rational(.max), source: "a")
    #expect(throws: NumberError.overflow) { try huge.adding(Number(1)) }
    #expect(throws: NumberError.overflow) { try huge.multiplied(by: Number(2)) }
    #expect(throws: NumberError.overflow) {
      try Number.atLeast(Rational(.min), source: "a").negated()
    }
  }
}
