/// A check that the results of many submissions share: it has some twenty fields, and copying them
/// once a result would cost more than judging does.
final class SharedCheck: Sendable {
  let check: Check

  init(_ check: Check) {
    self.check = check
  }
}
