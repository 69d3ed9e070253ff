public import Diagnostics

/// Why an expression has no value.
public struct EvaluationError: Error, Hashable, Sendable {
  /// The kind of the error.
  public let code: Code
  /// What went wrong, in English.
  public let message: String
  /// The part of the expression that failed, in UTF-8 bytes.
  public internal(set) var range: SourceRange?

  /// The kinds of error that evaluation knows.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// A division whose divisor is zero.
    case divideByZero = "divide-by-zero"
    /// A remainder whose divisor is zero.
    case modulusByZero = "modulus-by-zero"
    /// A result beyond the range of its type.
    case overflow
    /// A function without an overload for the types of its arguments.
    case noSuchOverload = "no-such-overload"
    /// A key that a map does not have.
    case noSuchKey = "no-such-key"
    /// A variable that was given no value.
    case noSuchAttribute = "no-such-attribute"
    /// A list index outside the list.
    case indexOutOfRange = "index-out-of-range"
    /// A map literal with two equal keys.
    case repeatedKey = "repeated-key"
    /// A map key of a type that cannot be a key.
    case unsupportedKey = "unsupported-key"
    /// An argument that has the right type and a value that cannot be used.
    case invalidArgument = "invalid-argument"
    /// An average that enters a sum.
    case averageInSum = "average-in-sum"
    /// Evaluation would cost more than is allowed.
    case limitExceeded = "limit-exceeded"
    /// An error that a function of the host reports.
    case host
  }

  /// Creates an error; the evaluator adds the range where it is nil.
  public init(_ code: Code, _ message: String, range: SourceRange? = nil) {
    self.code = code
    self.message = message
    self.range = range
  }
}
