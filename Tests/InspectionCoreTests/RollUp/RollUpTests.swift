import CEL
import Diagnostics
import InspectionCore
import TestSupport
import Testing

@Suite("Child units are added up without guessing for any of them")
struct RollUpTests {
  private static let staff = RollUpSample.indicator("staff.total")
  private static let all = [
    staff, RollUpSample.indicator("staff.trained"), RollUpSample.indicator("board.exists", .bool),
    RollUpSample.indicator("plan.document", .document),
    RollUpSample.indicator("balance.year", from: nil),
    RollUpSample.indicator("share.trained", .percent, from: .zero, to: .one),
  ]

  private func rollUp(
    _ answers: [[String: Answer]], _ expected: ExpectedUnits = .given,
    target: [Indicator]? = nil, parent: [String: Answer]? = nil
  ) throws -> RollUp {
    let names = ["a", "b", "c", "d"]
    let own = target.map { named in
      Self.all.filter { one in !named.contains { $0.id == one.id } } + named
    }
    return try RollUp(
      RollUpRequest(
        children: zip(names, answers).map { RollUpSample.input($0, $1) },
        checklist: try RollUpSample.child(Self.all), expected: expected,
        parent: parent.map { RollUpSample.parentInput($0) },
        target: try own.map { try RollUpSample.parent($0) }))
  }

  private func staff(_ values: Answer...) -> [[String: Answer]] {
    values.map { ["staff.total": $0] }
  }

  @Test("All units exact: the sum is exact, and nobody is missing")
  func exact() throws {
    let result = try rollUp(staff(.int(2), .int(3)))
    let row = try result.row("staff.total")
    #expect(row.total == Number(5) && row.sum == Number(5) && row.answered == 2)
    #expect(result.missing.isEmpty && result.unnamedMissing == 0)
  }

  @Test("A unit that did not report or answer makes it a lower bound, and is named")
  func missing() throws {
    let listed = ["a", "b", "c"].map { RollUpSample.unit($0) }
    let result = try rollUp(staff(.int(2), .missing), .listed(listed))
    let row = try result.row("staff.total")
    #expect(row.total?.description == "≥ 2" && row.sum == Number(2))
    #expect(row.contributions == [.figure(Number(2)), .unanswered])
    #expect(result.missing == [RollUpSample.unit("c")] && result.expectedCount == 3)
    #expect(result.absence?.en == "2 of 3 units reported; missing: c (p/c).")
    let counted = try rollUp(staff(.int(2), .int(1)), .count(5))
    #expect(counted.unnamedMissing == 3)
    #expect(
      counted.absence?.vi == "2/5 đơn vị đã báo cáo; còn thiếu: 3 đơn vị chưa rõ tên.")
  }

  @Test("Of what may be negative nothing is known while one is missing")
  func negative() throws {
    let answers: [[String: Answer]] = [["balance.year": .int(4)], [:]]
    let row = try rollUp(answers).row("balance.year")
    #expect(row.total?.description == "~" && row.sum == Number(4))
  }

  @Test(
    "Bounds add as intervals do",
    arguments: [
      (Qualifier.atLeast, "≥ 12"), (.over, "> 12"), (.atMost, "[2, 12]"), (.under, "[2, 12)"),
      (.exact, "12"),
    ])
  func bounds(qualifier: Qualifier, total: String) throws {
    var answer = Answer.known(10, qualifier, "staff.total")
    if case .number(let number) = answer.value {
      answer.value = .number(try number.clipped(lower: .zero, upper: nil))
    }
    #expect(try rollUp(staff(.int(2), answer)).row("staff.total").total?.description == total)
  }

  @Test("An average and an 'about' without a tolerance never enter a sum")
  func leftOut() throws {
    for qualifier in [Qualifier.average, .about] {
      var answer = Answer.known(10, qualifier, "staff.total")
      if qualifier == .about, case .number(let number) = answer.value {
        answer.value = .number(try number.clipped(lower: .zero, upper: nil))
      }
      let row = try rollUp(staff(.int(2), answer)).row("staff.total")
      #expect(row.contributions[1] == .leftOut(answer))
      #expect(row.total?.description == "≥ 2" && row.answered == 1)
    }
    let near = Number.about(
      Rational(10), tolerance: try Rational(numerator: 1, denominator: 10), source: "x")
    let row = try rollUp(
      staff(.int(2), Answer(.number(near), qualifier: .about, stated: Rational(10)))
    )
    .row("staff.total")
    #expect(row.total?.description == "[11, 13]")
  }

  @Test("Units that say yes, have the document or give more than zero are counted")
  func counts() throws {
    let target = [
      RollUpSample.indicator("communes.board", .int, .count(of: "board.exists")),
      RollUpSample.indicator("communes.plan", .int, .count(of: "plan.document")),
      RollUpSample.indicator("communes.staffed", .int, .count(of: "staff.total")),
      RollUpSample.indicator("communes.total", .int, .units),
    ]
    let answers: [[String: Answer]] = [
      [
        "board.exists": .yes, "plan.document": Answer(.text("12/KH")),
        "staff.total": .known(0, .over, "staff.total"),
      ],
      ["board.exists": .no, "plan.document": Answer(.text("")), "staff.total": .int(0)],
    ]
    let result = try rollUp(answers, .count(4), target: target)
    for id in ["communes.board", "communes.plan", "communes.staffed"] {
      let row = try result.row(id)
      #expect(row.sum == Number(1), "\(id)")
      #expect(row.total?.description == "[1, 3]", "\(id)")
    }
    #expect(try result.row("communes.total").total == Number(4))
    #expect(!result.rows.contains { $0.indicator.id == "board.exists" }, "it is counted already")
    // Without a parent's checklist there is no such figure, and yes is counted by itself.
    let own = try rollUp(answers)
    #expect(!own.rows.contains { $0.indicator.id == "communes.total" })
    #expect(try own.row("board.exists").sum == Number(1))
  }

  @Test("A share is recomputed among the units that give both figures, never averaged")
  func rates() throws {
    let target = [
      RollUpSample.indicator(
        "share.trained", .percent, from: .zero, to: .one,
        .rate(of: "staff.trained", to: "staff.total"))
    ]
    let full: [[String: Answer]] = [
      ["staff.total": .int(2), "staff.trained": .int(1)],
      ["staff.total": .int(8), "staff.trained": .int(8)],
    ]
    let row = try rollUp(full, target: target).row("share.trained")
    #expect(row.total == Number(try Rational(numerator: 9, denominator: 10)))
    let open = try rollUp(full + [["staff.total": .int(10)]], target: target).row("share.trained")
    #expect(open.sum == row.sum && open.answered == 2)
    #expect(open.total?.description == "[9/20, 1]")
    let zero = try rollUp(
      [["staff.total": .int(0), "staff.trained": .int(0)]], target: target
    ).row("share.trained")
    #expect(zero.total == nil && zero.problem?.en == "the divisor is zero")
    let shares: [[String: Answer]] = [
      ["share.trained": Answer(.number(Number(try Rational(numerator: 1, denominator: 2))))]
    ]
    let own = try rollUp(shares)
    #expect(own.rows.isEmpty && own.notAdded.map(\.indicator.id) == ["share.trained"])
  }

  @Test("A figure of which the parent has a part of its own is a lower bound of it")
  func part() throws {
    let target = [RollUpSample.indicator("staff.total", .int, .part)]
    func row(_ own: Int64) throws -> RollUpRow {
      try rollUp(
        staff(.int(2), .int(3)), target: target, parent: ["staff.total": .int(own)]
      ).row("staff.total")
    }
    #expect(try row(7).total?.description == "≥ 5")
    #expect(try row(7).difference == Rational(2))
    #expect(try row(7).agreement == .open)
    #expect(try row(4).agreement == .differs)
  }

  @Test("The parent's own figure stands beside the sum, with the difference where both are exact")
  func beside() throws {
    let target = [RollUpSample.indicator("staff.total", .int, .sum(of: nil))]
    let both = staff(.int(2), .int(3))
    func row(_ own: Answer, _ expected: ExpectedUnits = .given) throws -> RollUpRow {
      try rollUp(both, expected, target: target, parent: ["staff.total": own]).row("staff.total")
    }
    #expect(try row(.int(5)).agreement == .equal)
    #expect(try row(.int(5)).difference == .zero)
    #expect(try row(.int(6)).agreement == .differs)
    #expect(try row(.int(6)).difference == .one)
    #expect(try row(.int(6), .count(3)).agreement == .open)
    #expect(try row(.int(6), .count(3)).difference == nil)
    #expect(try row(.int(4), .count(3)).agreement == .differs)
    #expect(try row(.missing).agreement == nil)
  }

  @Test("A sum beyond exact numbers is a problem of its row alone")
  func overflow() throws {
    let answers: [[String: Answer]] = [
      ["staff.total": .int(.max), "staff.trained": .int(1)],
      ["staff.total": .int(.max), "staff.trained": .int(1)],
    ]
    let result = try rollUp(answers)
    #expect(try result.row("staff.total").problem == NumberError.overflow.message)
    #expect(try result.row("staff.total").total == nil)
    #expect(try result.row("staff.trained").total == Number(2))
  }

  @Test("Whatever the order of the submissions and however they are split, the sum is one")
  func order() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let values = (0..<4).map { _ in Int64.random(in: 0...1000, using: &random) }
      let answers = values.map { ["staff.total": Answer.int($0)] }
      let total = try rollUp(answers).row("staff.total").total
      #expect(total == Number(values.reduce(0, +)))
      #expect(try rollUp(answers.shuffled(using: &random)).row("staff.total").total == total)
    }
  }

  @Test("What all units hold lies within the total, whatever is missing or bounded")
  func sound() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let truth = (0..<4).map { _ in Int64.random(in: 0...20, using: &random) }
      let answers = truth.map { value -> [String: Answer] in
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return [:]
        case 1: return ["staff.total": .known(max(0, value - 2), .atLeast, "staff.total")]
        case 2: return ["staff.total": .known(value + 1, .under, "staff.total")]
        case 3: return ["staff.total": .known(value * 3, .average, "staff.total")]
        default: return ["staff.total": .int(value)]
        }
      }
      guard let row = try? rollUp(answers).row("staff.total"), let total = row.total else {
        continue
      }
      #expect(total.interval.contains(Rational(truth.reduce(0, +))), "\(truth) \(total)")
    }
  }
}
