/// A check that the results of many submissions share: it has some twenty fields, and copying them
/// once a result would cost more than judging does.
final class SharedCheck: Sendable {
  let check: Check
  /// The indicators that its condition reads.
  let conditionInputs: [String]

  init(_ check: Check, conditionInputs: [String] = []) {
    self.check = check
    self.conditionInputs = conditionInputs
  }
}
