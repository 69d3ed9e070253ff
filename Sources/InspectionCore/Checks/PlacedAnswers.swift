/// Answers by the places of their indicators among those that rules may read, so that what is done
/// for every check looks none up by name.
struct PlacedAnswers: Sendable {
  /// The answer at each place; nil where there is none.
  private(set) var answers: [Answer?]
  /// How the answer at each place came to be known; nil where there is none, or it is "missing".
  private(set) var bases: [Basis?]

  init(count: Int) {
    answers = [Answer?](repeating: nil, count: count)
    bases = [Basis?](repeating: nil, count: count)
  }

  mutating func put(_ answer: Answer, at place: Int) {
    answers[place] = answer
    bases[place] = answer.isAnswered ? answer.basis : nil
  }
}
