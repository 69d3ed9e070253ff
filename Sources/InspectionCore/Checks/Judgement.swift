public import CEL
public import Diagnostics

/// What a check found.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// What was asked holds (đạt).
  case met
  /// Part of it holds and earns points (đạt một phần).
  case partial
  /// It does not hold (chưa đạt).
  case unmet
  /// It does not concern this unit or period (không áp dụng).
  case notApplicable = "not_applicable"
  /// The figures do not decide it (chưa có số liệu).
  case unanswered
  /// It could not be computed (chưa chấm được do lỗi phần mềm).
  case error

  /// The verdict in words.
  public var title: LocalizedText {
    switch self {
    case .met: LocalizedText(vi: "Đạt", en: "Met")
    case .partial: LocalizedText(vi: "Đạt một phần", en: "Partly met")
    case .unmet: LocalizedText(vi: "Chưa đạt", en: "Not met")
    case .notApplicable: LocalizedText(vi: "Không áp dụng", en: "Not applicable")
    case .unanswered: LocalizedText(vi: "Chưa có số liệu", en: "Unanswered")
    case .error:
      LocalizedText(vi: "Chưa chấm được do lỗi phần mềm", en: "Not scored: software error")
    }
  }

  /// Whether the check applies and is not decided yet.
  var isOpen: Bool { self == .unanswered || self == .error }

  /// Whether the check was decided by figures.
  public var isDecided: Bool {
    switch self {
    case .met, .partial, .unmet: true
    case .notApplicable, .unanswered, .error: false
    }
  }
}

/// A piece of a reason. Figures stay figures, so that an audience that may not see a small count
/// reads the reason without it.
public enum ReasonPart: Hashable, Sendable {
  /// Words.
  case text(LocalizedText)
  /// A figure, with the indicators it was computed from.
  case figure(Number, FigureStyle, inputs: [String])
  /// The answer to an indicator as it stands.
  case answer(Number, FigureStyle, indicator: String)
  /// What a unit says about an indicator it does not answer.
  case remark(LocalizedText, indicator: String)
  /// The title of an indicator.
  case indicator(String)
}

/// Why a check got its verdict, in both languages and with its figures apart.
public struct Reason: Hashable, Sendable {
  /// The pieces, in order.
  public var parts: [ReasonPart]

  /// Creates a reason.
  public init(_ parts: [ReasonPart]) {
    self.parts = parts
  }

  /// Creates a reason of words alone.
  public init(_ text: LocalizedText) {
    self.parts = [.text(text)]
  }
}

/// What a check's rule says of one unit's answers.
public struct Judgement: Hashable, Sendable {
  /// The verdict.
  public var verdict: Verdict
  /// The share of the points earned, 0 to 1.
  public var credit: Rational
  /// Why.
  public var reason: Reason
  /// The indicators whose answers are wanting: missing, or not exact enough to decide.
  public var wanting: [String]

  /// Creates a judgement.
  public init(_ verdict: Verdict, credit: Rational, reason: Reason, wanting: [String] = []) {
    self.verdict = verdict
    self.credit = credit
    self.reason = reason
    self.wanting = wanting
  }

  static func met(_ reason: Reason) -> Judgement {
    Judgement(.met, credit: Rational(1), reason: reason)
  }

  static func unmet(_ reason: Reason) -> Judgement {
    Judgement(.unmet, credit: Rational(0), reason: reason)
  }

  static func notApplicable(_ reason: Reason) -> Judgement {
    Judgement(.notApplicable, credit: Rational(0), reason: reason)
  }

  static func failed(_ message: LocalizedText) -> Judgement {
    let reason = LocalizedText(
      vi: "Không tính được: " + message.vi, en: "Cannot be computed: " + message.en)
    return Judgement(.error, credit: Rational(0), reason: Reason(reason))
  }

  /// Unanswered for want of figures; says which are missing and which are not exact enough.
  static func unanswered(wanting: [String], in sheet: AnswerSheet) -> Judgement {
    var parts: [ReasonPart] = []
    parts.reserveCapacity(2 * wanting.count + 2)
    let missing = list(
      wanting, answered: false, after: LocalizedText(vi: "Thiếu: ", en: "Missing: "), in: sheet,
      &parts)
    if missing < wanting.count {
      if missing > 0 { parts.append(.text(LocalizedText(same: ". "))) }
      _ = list(
        wanting, answered: true,
        after: LocalizedText(
          vi: "Số liệu chưa đủ chính xác để kết luận: ", en: "Not exact enough to decide: "),
        in: sheet, &parts)
    }
    return Judgement(.unanswered, credit: .zero, reason: Reason(parts), wanting: wanting)
  }

  /// Adds the titles of those indicators that are answered or are not, with the reason a unit gave for
  /// not answering.
  ///
  /// - Returns: how many they are.
  private static func list(
    _ ids: [String], answered: Bool, after words: LocalizedText, in sheet: AnswerSheet,
    _ parts: inout [ReasonPart]
  ) -> Int {
    var count = 0
    for id in ids {
      let place = sheet.index.place(of: id)
      let isAnswered = place.map { sheet.placed.bases[$0] != nil } ?? false
      guard isAnswered == answered else { continue }
      parts.append(.text(count == 0 ? words : LocalizedText(same: "; ")))
      count += 1
      parts.append(.indicator(id))
      if let place, case .missing(let reason)? = sheet.placed.answers[place]?.value {
        parts.append(
          .remark(
            LocalizedText(vi: " (" + reason.vi + ")", en: " (" + reason.en + ")"), indicator: id))
      }
    }
    return count
  }
}

extension EvaluationError {
  /// What went wrong in both languages; the English names the place more closely.
  public var localized: LocalizedText {
    let vietnamese =
      switch code {
      case .divideByZero, .modulusByZero: "phép chia cho 0"
      case .overflow: "kết quả vượt quá phạm vi số chính xác"
      case .noSuchOverload, .invalidArgument, .unsupportedKey: "giá trị không hợp với phép tính"
      case .noSuchKey, .noSuchAttribute, .indexOutOfRange, .repeatedKey:
        "biểu thức đọc một giá trị không có"
      case .averageInSum: "không được cộng hoặc trừ một số bình quân"
      case .limitExceeded: "biểu thức vượt quá giới hạn tính toán"
      case .host: "hàm do hệ thống cung cấp báo lỗi"
      }
    return LocalizedText(vi: vietnamese, en: message)
  }
}
