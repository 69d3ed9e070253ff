import CEL
import Foundation
import TestSupport
import Testing

/// An outcome that is no list.
private struct Unexpected: Error {
  let what: String
}

@Suite("Mathematics without the C library")
struct MathematicsTests {
  private func results(_ function: String, _ numbers: [Double]) throws -> [Double] {
    var environment = Environment(libraries: [.standard, .mathematics])
    environment.declare(variable: "x", as: .list(.double))
    let program = try environment.compile("x.map(y, math.\(function)(y))")
    let outcome = program.evaluate(Activation(["x": .list(numbers.map { .double($0) })]))
    guard case .value(.list(let list)) = outcome else { throw Unexpected(what: "\(outcome)") }
    return list.map { if case .double(let number) = $0 { number } else { .nan } }
  }

  @Test("Rounding and roots are bit for bit those of the C library")
  func agreement() throws {
    var generator = SeededGenerator(seed: 7)
    var numbers: [Double] = [
      0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 0x1p52, 0x1p52 - 0.5, -0x1p51 - 0.5,
      .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
      .leastNormalMagnitude,
      2, 3, 4, .leastNonzeroMagnitude * 2024,
    ]
    for _ in 0..<2000 {
      numbers.append(Double(bitPattern: generator.next()))
      numbers.append(Double.random(in: -1000...1000, using: &generator))
    }
    let rules: [(String, (Double) -> Double)] = [
      ("ceil", { $0.rounded(.up) }), ("floor", { $0.rounded(.down) }),
      ("trunc", { $0.rounded(.towardZero) }),
      ("round", { $0.rounded(.toNearestOrAwayFromZero) }), ("sqrt", { $0.squareRoot() }),
    ]
    for (function, expected) in rules {
      for (number, result) in zip(numbers, try results(function, numbers)) {
        let wanted = expected(number)
        #expect(
          result.bitPattern == wanted.bitPattern || result.isNaN && wanted.isNaN,
          "\(function)(\(number))")
      }
    }
  }

  @Test("Fixed and scientific decimals are those of the C library, halves to even")
  func decimals() throws {
    var generator = SeededGenerator(seed: 8)
    var environment = Environment(libraries: [.standard, .strings])
    environment.declare(variable: "x", as: .double)
    let program = try environment.compile("'%.3f %.4e %.0f'.format([x, x, x])")
    var numbers: [Double] = [
      0, -0.0, 0.5, 1.5, 2.5, 0.0005, 0.0015, 999.9995, 9.99995e10, .leastNonzeroMagnitude,
    ]
    for _ in 0..<300 {
      numbers.append(Double.random(in: -1e6...1e6, using: &generator))
    }
    for _ in 0..<30 { numbers.append(Double(bitPattern: generator.next() >> 1)) }
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
