import CEL

/// Answers by the places of their indicators among those that rules may read, so that what is done
/// for every check looks none up by name.
struct PlacedAnswers: Sendable {
  /// The answer at each place; nil where there is none.
  private(set) var answers: [Answer?]
  /// How the answer at each place came to be known; nil where there is none, or it is "missing".
  private(set) var bases: [Basis?]

  /// How firmly the answer at a place is known; nil where there is none.
  func qualifier(at place: Int) -> Qualifier? { answers[place]?.qualifier }

  /// The figure at a place; nil where there is none, or another kind of answer.
  func number(at place: Int) -> Number? {
    guard case .number(let number)? = answers[place]?.value else { return nil }
    return number
  }

  init(count: Int) {
    // What repeats a value copies it at each place with everything it may refer to.
    answers = [Answer?](unsafeUninitializedCapacity: count) { room, filled in
      for place in 0..<count { room.initializeElement(at: place, to: nil) }
      filled = count
    }
    bases = [Basis?](repeating: nil, count: count)
  }

  mutating func put(_ answer: consuming Answer, at place: Int) {
    bases[place] = answer.isAnswered ? answer.basis : nil
    answers[place] = answer
  }
}
