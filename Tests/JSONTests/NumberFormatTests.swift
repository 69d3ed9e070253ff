import TestSupport
import Testing

@testable import JSON

@Suite struct NumberFormatTests {
  @Test(
    "Doubles print as ECMAScript prints them, the samples of RFC 8785 appendix B",
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
      (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"), (0xc340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
      (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
      (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
      (0x41b3_de43_5555_5557, "333333333.33333343"),
      (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func samples(bits: UInt64, expected: String) {
    #expect(ecmaScriptText(of: Double(bitPattern: bits)) == expected)
  }

  @Test(
    "The layout changes at 21 digits and at six zeros",
    arguments: [
      (1e21, "1e+21"), (123e18, "123000000000000000000"), (1e-6, "0.000001"), (1e-7, "1e-7"),
      (1.5e-7, "1.5e-7"), (-0.0, "0"), (Double.leastNonzeroMagnitude, "5e-324"), (100, "100"),
      (0.1, "0.1"),
      (123.456, "123.456"), (1e300, "1e+300"), (2.5e-10, "2.5e-10"), (0.00001234, "0.00001234"),
      (4.35, "4.35"), (1e16, "10000000000000000"),
      (12_345_678_901_234_567_168, "12345678901234567000"),
    ] as [(Double, String)])
  func layout(value: Double, expected: String) {
    #expect(ecmaScriptText(of: value) == expected)
  }

  @Test("Every double reads back as itself from its text")
  func roundTrip() {
    let seed: UInt64 = 8785
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = ecmaScriptText(of: value)
      guard Double(text) == value else {
        Issue.record("\(value) gave \(text); seed \(seed), trial \(trial)")
        return
      }
    }
  }
}
