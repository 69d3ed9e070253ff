import CEL
import Foundation
import TestSupport
import Testing

@Suite("Mathematics without the C library")
struct MathematicsTests {
  private func value(_ function: String, _ number: Double) throws -> Double {
    var environment = Environment(libraries: [.standard, .mathematics])
    environment.declare(variable: "x", as: .double)
    let outcome = try environment.compile("math.\(function)(x)").evaluate(
      Activation(["x": .double(number)]))
    guard case .value(.double(let result)) = outcome else { throw UnknownDatum(what: "\(outcome)") }
    return result
  }

  @Test("Rounding and roots are bit for bit those of the C library")
  func agreement() throws {
    var generator = SeededGenerator(seed: 7)
    var numbers: [Double] = [
      0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 0x1p52, 0x1p52 - 0.5, -0x1p51 - 0.5,
      .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude,
      2, 3, 4, 1e-320,
    ]
    for _ in 0..<2000 {
      numbers.append(Double(bitPattern: generator.next()))
      numbers.append(Double.random(in: -1000...1000, using: &generator))
    }
    for number in numbers where !number.isNaN {
      #expect(try value("ceil", number).bitPattern == number.rounded(.up).bitPattern, "\(number)")
      #expect(try value("floor", number).bitPattern == number.rounded(.down).bitPattern, "\(number)")
      #expect(try value("trunc", number).bitPattern == number.rounded(.towardZero).bitPattern)
      #expect(
        try value("round", number).bitPattern
          == number.rounded(.toNearestOrAwayFromZero).bitPattern, "\(number)")
      let root = try value("sqrt", number)
      #expect(root == number.squareRoot() || number < 0 && root.isNaN, "\(number)")
    }
  }

  @Test("Fixed and scientific decimals are those of the C library, halves to even")
  func decimals() throws {
    var generator = SeededGenerator(seed: 8)
    var environment = Environment(libraries: [.standard, .strings])
    environment.declare(variable: "x", as: .double)
    let program = try environment.compile("'%.3f %.4e %.0f'.format([x, x, x])")
    var numbers: [Double] = [0, -0.0, 0.5, 1.5, 2.5, 0.0005, 0.0015, 999.9995, 9.99995e10, 5e-324]
    for _ in 0..<2000 {
      numbers.append(Double.random(in: -1e6...1e6, using: &generator))
      numbers.append(Double(bitPattern: generator.next() >> 1 & ~(1 << 62)))
    }
    for number in numbers where number.isFinite {
      guard case .value(.string(let text)) = program.evaluate(Activation(["x": .double(number)]))
      else {
        Issue.record("\(number) has no text")
        continue
      }
      #expect(text == String(format: "%.3f %.4e %.0f", number, number, number))
    }
  }
}
