import CEL
import Diagnostics
import InspectionCore

extension NumberFinding.Fault {
  var code: String {
    switch self {
    case .intDivision, .remainder: "int-division"
    case .double: "double"
    case .mixedUnits: "mixed-units"
    case .shareLimit: "share-limit"
    }
  }

  var severity: Severity {
    if case .shareLimit = self { return .warning }
    return .error
  }

  var message: LocalizedText {
    switch self {
    case .intDivision:
      LocalizedText(
        vi: "chia hai số nguyên làm mất phần lẻ: 7 / 2 là 3",
        en: "dividing two whole numbers drops the fraction: 7 / 2 is 3")
    case .remainder:
      LocalizedText(
        vi: "quy tắc không dùng phép lấy dư của hai số nguyên",
        en: "a rule takes no remainder of two whole numbers")
    case .double:
      LocalizedText(
        vi: "số thực nhị phân (double) không chính xác: 0,1 + 0,2 không bằng 0,3",
        en: "a binary fraction (double) is not exact: 0.1 + 0.2 is not 0.3")
    case .mixedUnits(let mixture, let first, let second): mixture.message(first.name, second.name)
    case .shareLimit(let limit): .shareLimit(limit)
    }
  }

  var mend: LocalizedText {
    switch self {
    case .intDivision:
      LocalizedText(
        vi: "viết một bên là số thập phân, như 7.0 / 2, hoặc so sánh bằng phép nhân",
        en: "write one side as a decimal, as in 7.0 / 2, or compare products")
    case .remainder:
      LocalizedText(
        vi: "so sánh bằng phép nhân, hoặc hỏi thẳng số cần biết bằng một chỉ tiêu",
        en: "compare products, or ask for the figure by an indicator of its own")
    case .double:
      LocalizedText(
        vi: "bỏ phép chuyển sang double; số thập phân viết thẳng, như 1.5, là chính xác",
        en: "drop the conversion; a decimal written out, such as 1.5, is exact")
    case .mixedUnits: NumberFinding.mendOfUnits
    case .shareLimit(let limit):
      LocalizedText(
        vi: "nếu là \(FigureText(.vi).text(limit, .plain))% thì viết "
          + "\(limit.hundredth.decimalText(maximumDigits: 6)); nếu thật là nhiều lần thì so với số lần "
          + "của mẫu số",
        en: "for \(FigureText(.en).text(limit, .plain))% write "
          + "\(limit.hundredth.decimalText(maximumDigits: 6)); for so many times, compare with a "
          + "multiple of the divisor")
    }
  }
}

extension NumberFinding {
  static let mendOfUnits = LocalizedText(
    vi: "chia số này cho số kia bằng kiểu ratio, hoặc sửa đơn vị tính (unit) của chỉ tiêu",
    en: "divide one by the other with kind ratio, or correct the indicator's unit")
}

extension NumberFinding.Mixture {
  /// What cannot be done with figures of two measures, given by their names.
  fileprivate func message(_ first: LocalizedText, _ second: LocalizedText) -> LocalizedText {
    switch self {
    case .sum:
      LocalizedText(
        vi: "không cộng được \(first.vi) với \(second.vi)",
        en: "\(first.en) and \(second.en) cannot be added")
    case .difference:
      LocalizedText(
        vi: "không trừ được \(second.vi) khỏi \(first.vi)",
        en: "\(second.en) cannot be subtracted from \(first.en)")
    case .comparison:
      LocalizedText(
        vi: "không so sánh được \(first.vi) với \(second.vi)",
        en: "\(first.en) cannot be compared with \(second.en)")
    case .choice:
      LocalizedText(
        vi: "hai nhánh khác đơn vị tính: \(first.vi) và \(second.vi)",
        en: "the branches are in unlike units: \(first.en) and \(second.en)")
    }
  }
}

extension LocalizedText {
  /// What is said of a fraction of one beside a limit that looks like a percentage.
  static func shareLimit(_ limit: Rational) -> LocalizedText {
    LocalizedText(
      vi: "tỷ lệ này được so với \(FigureText(.vi).text(limit, .plain)), tức là "
        + FigureText(.vi).text(limit, .percent),
      en: "this share is compared with \(FigureText(.en).text(limit, .plain)), which is "
        + FigureText(.en).text(limit, .percent))
  }
}

extension Rational {
  /// A hundredth of the number; zero where it is out of range.
  fileprivate var hundredth: Rational {
    do throws(NumberError) {
      return try divided(by: Rational(100))
    } catch {
      return .zero
    }
  }
}
