import CEL
import Diagnostics
@testable import InspectionCore
import TestSupport
import Testing

@Suite struct FigureTextTests {
  @Test(
    "Figures are grouped and pointed as each language does",
    arguments: [
      ("1234.5", .plain, "1.234,5", "1,234.5"), ("27", .plain, "27", "27"),
      ("999", .plain, "999", "999"), ("1000", .plain, "1.000", "1,000"),
      ("-1234567.891", .plain, "-1.234.567,891", "-1,234,567.891"),
      ("-12", .plain, "-12", "-12"), ("0.0000001", .plain, "0", "0"),
      ("0.9999999", .plain, "1", "1"),
      ("9223372036854775807", .plain, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"),
      ("-9223372036854775808", .plain, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
      ("0.95", .percent, "95%", "95%"), ("0.045", .percent, "4,5%", "4.5%"),
      ("12.3456", .percent, "1.234,56%", "1,234.56%"), ("-0.005", .percent, "-0,5%", "-0.5%"),
      ("0", .percent, "0%", "0%"), ("0.00005", .percent, "0,01%", "0.01%"),
      ("0.00004999", .percent, "0%", "0%"), ("0.1", .percent, "10%", "10%"),
      (
        "9223372036854775807", .percent, "922.337.203.685.477.580.700%",
        "922,337,203,685,477,580,700%"
      ),
      ("500000000", .money, "500.000.000 đồng", "500,000,000 đồng"),
      ("1234.5", .money, "1.235 đồng", "1,235 đồng"), ("-1", .money, "-1 đồng", "-1 đồng"),
    ] as [(String, FigureStyle, String, String)])
  func exact(decimal: String, style: FigureStyle, vietnamese: String, english: String) throws {
    let value = try #require(Rational(decimal: decimal))
    #expect(FigureText(.vi).text(value, style) == vietnamese)
    #expect(FigureText(.en).text(value, style) == english)
    #expect(FigureText(.vi).text(.exact(value), style) == vietnamese)
  }

  @Test("Thirds are rounded for reading, half up")
  func thirds() throws {
    let third = try Rational(numerator: 2, denominator: 3)
    #expect(FigureText(.vi).text(third, .plain) == "0,666667")
    #expect(FigureText(.vi).text(third, .percent) == "66,67%")
    #expect(FigureText(.en).text(third, .percent, digits: 0) == "67%")
    #expect(FigureText(.vi).points(6_315_789) == "6,32")
    #expect(FigureText(.vi).points(1_234_500_000) == "1.234,5")
  }

  @Test("A percentage is a hundred times the decimal, rounded the same way")
  func percentages() throws {
    var generator = SeededGenerator(seed: 95)
    for trial in 0..<5_000 {
      let value = try Rational(
        numerator: Int64.random(in: -1_000_000...1_000_000, using: &generator),
        denominator: Int64.random(in: 1...100_000, using: &generator))
      let digits = Int.random(in: 0...6, using: &generator)
      let expected = try value.multiplied(by: Rational(100)).decimalText(maximumDigits: digits)
      let text = value.percentText(maximumDigits: digits)
      guard text == expected || (expected == "0" && text == "0") else {
        Issue.record("\(value) at \(digits): \(text), not \(expected); trial \(trial)")
        return
      }
    }
  }

  @Test(
    "How firmly a figure is known is said before it",
    arguments: [
      (.exact, "500.000.000 đồng", "500,000,000 đồng"),
      (.atLeast, "ít nhất 500.000.000 đồng", "at least 500,000,000 đồng"),
      (.over, "trên 500.000.000 đồng", "over 500,000,000 đồng"),
      (.atMost, "tối đa 500.000.000 đồng", "at most 500,000,000 đồng"),
      (.under, "dưới 500.000.000 đồng", "under 500,000,000 đồng"),
      (.about, "khoảng 500.000.000 đồng", "about 500,000,000 đồng"),
      (.average, "bình quân 500.000.000 đồng", "on average 500,000,000 đồng"),
    ] as [(Qualifier, String, String)])
  func qualifiers(qualifier: Qualifier, vietnamese: String, english: String) {
    let indicator = Sample.indicator("fund.collected", .money)
    let answer = Answer.known(500_000_000, qualifier, "fund.collected")
    #expect(AnswerText(.vi).text(answer, indicator) == vietnamese)
    #expect(AnswerText(.en).text(answer, indicator) == english)
    // Without the figure as stated the bounds say the same, except that about has none.
    var bare = answer
    bare.stated = nil
    if qualifier != .about {
      #expect(AnswerText(.vi).text(bare, indicator) == vietnamese)
      #expect(AnswerText(.en).text(bare, indicator) == english)
    } else {
      #expect(AnswerText(.vi).text(bare, indicator) == "không rõ")
      #expect(AnswerText(.en).text(bare, indicator) == "not known")
    }
  }

  @Test("An interval names both ends, and says whether they belong to it")
  func intervals() throws {
    func text(_ lower: (Int64, Bool), _ upper: (Int64, Bool), _ language: Language) throws -> String
    {
      let interval = try BoundedNumber(
        lower: .init(Rational(lower.0), isClosed: lower.1),
        upper: .init(Rational(upper.0), isClosed: upper.1), sources: ["a"])
      return FigureText(language).text(Number(interval), .plain)
    }
    #expect(try text((5, true), (10, true), .vi) == "từ 5 đến 10")
    #expect(try text((5, true), (10, false), .vi) == "từ 5 đến dưới 10")
    #expect(try text((5, false), (10, true), .vi) == "trên 5 đến 10")
    #expect(try text((5, false), (10, false), .en) == "over 5 to under 10")
    #expect(try text((0, true), (10, false), .vi) == "dưới 10")
    #expect(try text((0, true), (10, true), .en) == "at most 10")
    #expect(try text((0, false), (10, true), .en) == "over 0 to 10")
  }

  @Test("Answers that are no figures read as people say them")
  func words() {
    let people = LocalizedText(vi: "người", en: "people")
    let staff = Sample.indicator("staff.total", unit: people)
    let cases: [(Answer, Indicator?, String, String)] = [
      (.yes, nil, "có", "yes"), (.no, nil, "không", "no"),
      (Answer(.text("108/QĐ-UBND")), nil, "108/QĐ-UBND", "108/QĐ-UBND"),
      (Answer(.text("")), nil, "không có", "none"),
      (Answer(.date(date("2024-11-10"))), nil, "10/11/2024", "2024-11-10"),
      (.missing, nil, "chưa có số liệu (không nêu)", "no figure (not stated)"),
      (.int(1_431), staff, "1.431 người", "1,431 people"),
      (.known(520, .about, "staff.total"), staff, "khoảng 520 người", "about 520 people"),
    ]
    for (answer, indicator, vietnamese, english) in cases {
      #expect(AnswerText(.vi).text(answer, indicator) == vietnamese)
      #expect(AnswerText(.en).text(answer, indicator) == english)
    }
  }
}
