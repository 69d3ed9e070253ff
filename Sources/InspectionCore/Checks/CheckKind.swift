import CEL
import Diagnostics

/// A kind of check: what it is, and how a check of it becomes a rule.
public struct CheckKind: Sendable {
  /// Its words, parameters and examples.
  public var description: KindDescription
  /// Compiles a check; nil after reporting problems to the compiler.
  var compile: @Sendable (inout CheckCompiler) -> CompiledRule?

  /// Every built-in kind, in alphabetical order; a new file is registered by one line here.
  public static let builtIn: [CheckKind] = [
    coverage,
    planQuality,
    presence,
    ratio,
    rows,
    rubric,
    rule,
    sum,
    supplied,
    threshold,
    timeliness,
    trend,
  ]

  /// The built-in kind of an id.
  public static func builtIn(_ id: String) -> CheckKind? {
    for kind in builtIn where kind.description.id == id { return kind }
    return nil
  }
}
