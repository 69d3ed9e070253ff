import CEL
import Diagnostics
import InspectionCore

/// The points as arithmetic, and what the check did to the grade.
extension ExplanationText {
  var points: String {
    guard assessment.isScored else {
      return "\n" + words("Điểm: lần chấm này không tính điểm\n", "Points: none are given here\n")
    }
    let heading = "\n" + words("Điểm", "Points") + "\n"
    guard check.points > 0 else {
      return heading
        + words("  Mục này không tính điểm.\n", "  The check carries no points.\n")
    }
    let text = heading + share
    if result.verdict == .notApplicable { return text + outOfAccount }
    return text + takenOver + earned
  }

  private var arithmetic: PointsArithmetic { explanation.arithmetic }
  private var derivation: PointsDerivation { explanation.arithmetic.derivation }

  /// `25 × 15/62 = 6,048387`
  private var share: String {
    let area = words("lĩnh vực ", "area ") + arithmetic.title[language]
    guard let weight = arithmetic.weight else {
      return wrapped(
        words(
          "Điểm của mục: \(exact.points(check.points)) (\(area), không có trọng số)",
          "Points of the check: \(exact.points(check.points)) (\(area), without a weight)"),
        indent: "  ")
    }
    let own = exact.points(arithmetic.checkPoints)
    let all = exact.points(arithmetic.areaPoints)
    var text = wrapped(
      words(
        "Trọng số \(area): \(exact.points(weight)); điểm các mục của lĩnh vực cộng lại: \(all)",
        "Weight of the \(area): \(exact.points(weight)); points of its checks together: \(all)"),
      indent: "  ")
    text +=
      "  " + words("Phần của mục này: ", "Share of the check: ")
      + "\(exact.points(weight)) × \(own)/\(all) = \(exact.points(derivation.nominal))\n"
    if derivation.nominal != arithmetic.roundedDown {
      text += oneMore(than: arithmetic.roundedDown, upTo: weight)
    }
    return text
  }

  /// Why a part is one millionth more than the division gives.
  private func oneMore(than roundedDown: Int64, upTo whole: Int64) -> String {
    let (part, sum) = (exact.points(roundedDown), exact.points(whole))
    return wrapped(
      words(
        "(chia ra, lấy 6 số lẻ được \(part); thêm một ở số lẻ cuối để các phần cộng lại đúng \(sum))",
        "(\(part) to six decimals; one more in the last, so that the parts add up to \(sum))"),
      indent: "      ")
  }

  /// `2,419355 × 6,048387/22,580645 = 0,648041`
  private var takenOver: String {
    guard derivation.redistributed != 0 else { return "" }
    let freed = exact.points(arithmetic.freedPoints)
    let from = arithmetic.freed.map { "\($0.check) \(exact.points($0.points))" }
      .joined(separator: " + ")
    let sum = arithmetic.freed.count > 1 ? "\(from) = \(freed)" : from
    let receiving = exact.points(arithmetic.receiving)
    var text = wrapped(
      words(
        "Điểm của các mục không áp dụng: \(sum), chia cho các mục áp dụng theo phần của chúng (cộng lại \(receiving))",
        "Points of checks that do not apply: \(sum), split over those that apply by their shares (together \(receiving))"
      ), indent: "  ")
    text += wrapped(
      words("Nhận thêm: ", "Taken over: ")
        + "\(freed) × \(exact.points(derivation.nominal))/\(receiving) = "
        + exact.points(derivation.redistributed), indent: "  ")
    if derivation.redistributed != arithmetic.takenOverRoundedDown {
      text += oneMore(than: arithmetic.takenOverRoundedDown, upTo: arithmetic.freedPoints)
    }
    return text + "  " + words("Điểm tối đa: ", "Can earn: ")
      + "\(exact.points(derivation.nominal)) + \(exact.points(derivation.redistributed)) = "
      + "\(exact.points(derivation.of))\n"
  }

  private var earned: String {
    var text = ""
    let of = exact.points(derivation.of)
    switch result.verdict {
    case .unanswered, .error:
      return wrapped(
        words(
          "Được: 0 trên \(of), vì \(result.verdict.title.vi.lowercased()); \(of) vẫn nằm trong tổng điểm",
          "Earned: 0 of \(of), since \(result.verdict.title.en.lowercased()); \(of) stays in the total"
        ), indent: "  ")
    case .met, .partial, .unmet, .notApplicable: break
    }
    if let reached = explanation.reached { text += credit(reached) }
    let isShort = 10_000 % result.credit.denominator == 0
    let credit =
      isShort ? figures.text(result.credit, .percent) : exact.fraction(result.credit)
    text += "  " + words("Được: ", "Earned: ") + "\(of) × \(credit) = "
    text += exact.points(derivation.earned) + "\n"
    return text + "  " + words("Trên phiếu điểm: ", "On the score: ")
      + "\(figures.points(derivation.earned))/\(figures.points(derivation.of))\n"
  }

  /// What partial credit makes of the share reached.
  private func credit(_ reached: Rational) -> String {
    var text =
      "  " + words("Kết quả so với mức yêu cầu: ", "Reached of what was asked: ")
      + exact.share(reached) + "\n"
    switch check.partial {
    case .none: break
    case .linear:
      text +=
        "  "
        + words(
          "Chấm theo tỷ lệ: được phần điểm bằng phần đạt được\n",
          "In proportion: the share reached is the share of the points\n")
    case .stepped(let steps):
      let told = steps.map { step in
        words("từ ", "from ") + figures.text(step.from, .percent) + words(" được ", " earns ")
          + figures.text(step.credit, .percent)
      }
      text += wrapped(
        words("Chấm theo bậc: ", "In steps: ") + told.joined(separator: "; ") + " → "
          + figures.text(result.credit, .percent), indent: "  ")
    }
    return text
  }

  private var outOfAccount: String {
    let nominal = exact.points(derivation.nominal)
    let text: String
    switch derivation.policy {
    case .redistribute:
      text =
        arithmetic.receiving > 0
        ? words(
          "Không áp dụng: \(nominal) điểm chia lại cho các mục áp dụng của lĩnh vực",
          "Not applicable: the \(nominal) points go to the checks of the area that apply")
        : words(
          "Không áp dụng: lĩnh vực không còn mục nào để chia lại, \(nominal) điểm ra khỏi tổng",
          "Not applicable: no check of the area is left, so the \(nominal) points leave the total")
    case .exclude:
      text = words(
        "Không áp dụng: \(nominal) điểm ra khỏi tổng điểm",
        "Not applicable: the \(nominal) points leave the total")
    case .full:
      text = words(
        "Không áp dụng: được đủ \(exact.points(derivation.earned)) điểm",
        "Not applicable: the \(exact.points(derivation.earned)) points are earned in full")
    case .zero, nil:
      text = words(
        "Không áp dụng: không được điểm nào trong \(nominal) điểm",
        "Not applicable: none of the \(nominal) points are earned")
    }
    return wrapped(text, indent: "  ")
  }

  // MARK: The grade

  var limits: String {
    guard assessment.isScored, !explanation.limits.isEmpty else { return "" }
    var text = "\n" + words("Ảnh hưởng đến xếp loại", "Effect on the grade") + "\n"
    for limit in explanation.limits {
      text += wrapped(limit.text(grade: title(ofGrade: limit.grade), language), indent: "  ")
    }
    return text
  }
}

extension AppliedLimit {
  /// The limit and what it did, in a sentence.
  func text(grade: String, _ language: Language) -> String {
    let name: LocalizedText =
      switch kind {
      case .gate: LocalizedText(vi: "Điều kiện bắt buộc", en: "Gate")
      case .cap: LocalizedText(vi: "Mức xếp loại tối đa", en: "Cap")
      case .zero: LocalizedText(vi: "Không được 0 điểm", en: "Must not earn zero")
      }
    let demand: LocalizedText =
      kind == .zero
      ? LocalizedText(
        vi: "nếu \(subject) được 0 điểm thì cao nhất là \(grade)",
        en: "where \(subject) earns nothing, \(grade) at the most")
      : LocalizedText(
        vi: "nếu \(subject) chưa đạt thì cao nhất là \(grade)",
        en: "where \(subject) is not met, \(grade) at the most")
    let effect: LocalizedText =
      switch state {
      case .passed: LocalizedText(vi: "không hạn chế xếp loại", en: "does not limit the grade")
      case .struck: LocalizedText(vi: "đã hạn chế xếp loại", en: "limits the grade")
      case .open:
        kind == .cap
          ? LocalizedText(
            vi: "chưa xác định, chưa hạn chế xếp loại", en: "not decided, and no limit so far")
          : LocalizedText(
            vi: "chưa xác định nên chưa thể xếp loại", en: "not decided, so there is no grade")
      }
    return name[language] + ": " + demand[language] + " → " + effect[language]
  }
}
