import Diagnostics
import InspectionCore

/// What a figure is measured in: units with exponents, such as people or đồng for each child; without
/// a unit, a plain number.
struct Measure {
  /// One unit of measure, known by its Vietnamese name in lower case.
  private struct Factor {
    let key: String
    let name: LocalizedText
    var power: Int
  }

  /// What a number without units is, as far as it matters beside another.
  private enum Plain {
    /// A count whose indicator states no unit.
    case count
    /// A percentage.
    case share
    /// What is left where units cancel out, and a decimal without a unit: fits both.
    case ratio
  }

  /// Units beyond this many in one measure are not followed.
  private static let mostFactors = 8
  private static let highestPower = 64

  private var factors: [Factor] = []
  private var plain = Plain.ratio
  /// Whether it is a fraction of one as it stands: a percentage, or one figure divided by another of
  /// its kind, not yet multiplied by a hundred or anything else.
  private(set) var isFraction = false
  /// Whether it was multiplied or divided by something, a hundred perhaps.
  private var isScaled = false

  /// A percentage.
  static let share = Measure(plain: .share, isFraction: true)
  /// An amount in đồng.
  static let money = Measure(unit: LocalizedText(same: "đồng"))

  private init(plain: Plain, isFraction: Bool = false) {
    self.plain = plain
    self.isFraction = isFraction
  }

  /// The measure of figures of a type and unit; nil for what is no figure.
  init?(_ type: IndicatorType, unit: LocalizedText?) {
    switch (type, unit) {
    case (.percent, _): self = .share
    case (.money, _): self = .money
    case (.int, let unit?), (.decimal, let unit?): self.init(unit: unit)
    case (.int, nil): self.init(plain: .count)
    case (.decimal, nil): self.init(plain: .ratio)
    default: return nil
    }
  }

  /// The measure that a unit's name spells: `người/xã` is people for each commune, `m²` a square.
  init(unit: LocalizedText) {
    if unit.vi.trimmed == "%" {
      self = .share
      return
    }
    let names = Measure.parts(of: unit)
    for (index, name) in names.enumerated() where name.vi != "1" || names.count == 1 {
      let (key, power) = Measure.powered(name.vi)
      let shown = power == 1 ? name : LocalizedText(vi: key, en: Measure.powered(name.en).name)
      multiply(
        by: Factor(key: key.lowercased(), name: shown, power: index == 0 ? power : -power))
    }
  }

  /// What stands before and after each slash; the whole where a part is empty.
  private static func parts(of unit: LocalizedText) -> [LocalizedText] {
    let vi = unit.vi.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    let en = unit.en.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    guard vi.count <= mostFactors, vi.allSatisfy({ !$0.isEmpty }) else {
      return [LocalizedText(vi: unit.vi.trimmed, en: unit.en.trimmed)]
    }
    return vi.enumerated().map { index, name in
      LocalizedText(vi: name, en: en.count == vi.count ? en[index] : name)
    }
  }

  private static func powered(_ name: String) -> (name: String, power: Int) {
    guard name.count > 1 else { return (name, 1) }
    switch name.last {
    case "²": return (String(name.dropLast()), 2)
    case "³": return (String(name.dropLast()), 3)
    default: return (name, 1)
    }
  }

  // MARK: Arithmetic

  /// Whether a figure of one measure may be added to or compared with one of the other.
  func fits(_ other: Measure) -> Bool {
    guard factors.count == other.factors.count else { return false }
    for factor in factors where other.power(of: factor.key) != factor.power { return false }
    guard factors.isEmpty else { return true }
    return plain == other.plain || plain == .ratio || other.plain == .ratio
  }

  /// Whether a unit is left.
  var hasUnit: Bool { !factors.isEmpty }

  /// The measure of a sum of figures that fit each other.
  func joined(_ other: Measure) -> Measure { plain == .ratio ? other : self }

  /// The measure of a product; nil where it has more units than are followed.
  func times(_ other: Measure) -> Measure? {
    var product = scaled
    for factor in other.factors { product.multiply(by: factor) }
    switch (plain, other.plain) {
    case (.count, .count), (.count, .share), (.share, .count): product.plain = .count
    case (.share, .share): product.plain = .share
    default: product.plain = .ratio
    }
    return product.isFollowed ? product : nil
  }

  /// The measure of a quotient; nil where it has more units than are followed.
  func divided(by other: Measure) -> Measure? {
    var quotient = scaled
    for factor in other.inverse.factors { quotient.multiply(by: factor) }
    quotient.plain = .ratio
    quotient.isFraction = hasUnit && !quotient.hasUnit && !isScaled && !other.isScaled
    return quotient.isFollowed ? quotient : nil
  }

  /// The measure of so many times a figure.
  var scaled: Measure {
    var scaled = self
    scaled.isFraction = false
    scaled.isScaled = true
    return scaled
  }

  /// The measure of one divided by a figure.
  var inverse: Measure {
    var inverse = Measure(plain: .ratio)
    for var factor in factors {
      factor.power = -factor.power
      inverse.factors.append(factor)
    }
    return inverse
  }

  private var isFollowed: Bool {
    factors.count <= Measure.mostFactors
      && factors.allSatisfy { abs($0.power) <= Measure.highestPower }
  }

  private func power(of key: String) -> Int {
    factors.first { $0.key == key }?.power ?? 0
  }

  private mutating func multiply(by factor: Factor) {
    guard let place = factors.firstIndex(where: { $0.key == factor.key }) else {
      factors.append(factor)
      return
    }
    factors[place].power += factor.power
    if factors[place].power == 0 { factors.remove(at: place) }
  }
}

extension Measure {
  /// The measure as a message names it: `"người"`, `"đồng/trẻ em"`, a share.
  var name: LocalizedText {
    guard hasUnit else {
      switch plain {
      case .count:
        return LocalizedText(vi: "số đếm không ghi đơn vị", en: "a count without a unit")
      case .share: return LocalizedText(vi: "tỷ lệ", en: "a share")
      case .ratio: return LocalizedText(vi: "số không có đơn vị", en: "a number without a unit")
      }
    }
    return LocalizedText(vi: "\"\(shown(text(.vi)))\"", en: "\"\(shown(text(.en)))\"")
  }

  private func text(_ language: Language) -> String {
    let above = factors.filter { $0.power > 0 }.map { Measure.text($0, language) }
    let below = factors.filter { $0.power < 0 }.map { Measure.text($0, language) }
    let numerator = above.isEmpty ? "1" : above.joined(separator: "·")
    if below.isEmpty { return numerator }
    let denominator = below.joined(separator: "·")
    return numerator + "/" + (below.count == 1 ? denominator : "(\(denominator))")
  }

  private static func text(_ factor: Factor, _ language: Language) -> String {
    switch abs(factor.power) {
    case 1: factor.name[language]
    case 2: factor.name[language] + "²"
    case 3: factor.name[language] + "³"
    case let power: factor.name[language] + "^\(power)"
    }
  }
}

extension StringProtocol {
  /// The text without space at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
