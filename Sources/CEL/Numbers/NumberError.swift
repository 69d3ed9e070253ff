public import Diagnostics

/// Why an operation on exact numbers has no result.
public enum NumberError: Error, Hashable, Sendable {
  /// A numerator or a denominator does not fit in 64 bits.
  case overflow
  /// The divisor is exactly zero.
  case divisionByZero
  /// An average entered a sum or a difference.
  case averageInSum
  /// What is known about a number leaves no value: its bounds contradict each other.
  case emptyInterval

  /// What is wrong, in one sentence without a final full stop.
  public var message: LocalizedText {
    switch self {
    case .overflow:
      LocalizedText(
        vi: "kết quả vượt quá phạm vi số chính xác (tử số, mẫu số 64 bit)",
        en: "the result is beyond the range of exact numbers (64-bit numerator and denominator)")
    case .divisionByZero:
      LocalizedText(vi: "phép chia cho 0", en: "division by zero")
    case .averageInSum:
      LocalizedText(
        vi: "không được cộng hoặc trừ một số bình quân",
        en: "an average must not be added or subtracted")
    case .emptyInterval:
      LocalizedText(
        vi: "các giới hạn của số mâu thuẫn nhau, không còn giá trị nào thỏa mãn",
        en: "the bounds of the number contradict each other and leave no value")
    }
  }
}
