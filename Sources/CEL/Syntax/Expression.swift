package import Diagnostics

/// A node of the syntax tree, macros expanded.
package struct Expression: Sendable {
  /// The number of the node, unique in its tree.
  package let id: Int
  /// The bytes of the source that the node was read from; those of the macro call for its parts.
  package let range: SourceRange
  /// The length of the longest path down from here, which the parser bounds.
  package let height: Int
  package let kind: Kind

  package indirect enum Kind: Sendable {
    case literal(Value)
    /// A literal with a decimal point or exponent, and its text, from which an exact number is read.
    case decimal(Double, text: String)
    /// A name, with its leading dot where it has one.
    case identifier(String)
    case select(Selection)
    case call(Call)
    case list([Element])
    case map([Entry])
    case message(Message)
    case comprehension(Comprehension)
  }

  package struct Selection: Sendable {
    package let operand: Expression
    package let field: String
    /// Whether it only asks for the presence of the field: `has(a.b)`.
    package let isTest: Bool
  }

  package struct Call: Sendable {
    package let function: String
    /// The bytes of the function's name.
    package let nameRange: SourceRange
    package let target: Expression?
    package let arguments: [Expression]
  }

  package struct Element: Sendable {
    package let value: Expression
    /// Whether an absent optional leaves the element out: `[?a]`.
    package let isOptional: Bool
  }

  package struct Entry: Sendable {
    package let key: Expression
    package let value: Expression
    /// Whether an absent optional leaves the entry out: `{?'k': a}`.
    package let isOptional: Bool
  }

  package struct Message: Sendable {
    /// The name as written, with its leading dot where it has one.
    package let name: String
    package let nameRange: SourceRange
    package let fields: [Field]
  }

  package struct Field: Sendable {
    package let name: String
    package let range: SourceRange
    package let value: Expression
    package let isOptional: Bool
  }

  /// A loop over a list or a map's keys, which is what a macro becomes.
  package struct Comprehension: Sendable {
    /// The variable of an element; with a second variable, that of the index or key.
    package let variable: String
    /// The variable of an element or value beside its index or key.
    package let secondVariable: String?
    package let range: Expression
    package let accumulator: String
    package let initial: Expression
    package let condition: Expression
    package let step: Expression
    package let result: Expression
    /// What the loop is for, where that can be done without its accumulator.
    package var purpose: Purpose?

    /// What the common macros do.
    package enum Purpose: Sendable {
      /// `all` or `exists`: the value of the test that decides, and the test.
      case quantifier(deciding: Bool, test: Expression)
      /// `filter` or `map`: what is asked of an element, and what is made of it.
      case transform(test: Expression?, value: Expression)
    }
  }
}

extension Expression {
  /// The dotted name that a chain of plain selections spells, or nil for anything else.
  package var qualifiedName: String? {
    switch kind {
    case .identifier(let name): return name
    case .select(let selection):
      guard !selection.isTest, let name = selection.operand.qualifiedName else { return nil }
      return name + "." + selection.field
    default: return nil
    }
  }

  /// The parts right below, in the order of the text where they were written.
  package var children: [Expression] {
    switch kind {
    case .literal, .decimal, .identifier: []
    case .select(let selection): [selection.operand]
    case .call(let call): (call.target.map { [$0] } ?? []) + call.arguments
    case .list(let elements): elements.map { $0.value }
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .message(let message): message.fields.map { $0.value }
    case .comprehension(let loop):
      [loop.range, loop.initial, loop.condition, loop.step, loop.result]
    }
  }

  /// The names of a chain of plain selections with the node of each, from the root on, or nil for
  /// anything else.
  var chain: [(name: String, node: Expression)]? {
    switch kind {
    case .identifier(let name): return [(name, self)]
    case .select(let selection):
      guard !selection.isTest, var steps = selection.operand.chain else { return nil }
      steps.append((selection.field, self))
      return steps
    default: return nil
    }
  }
}

/// The limits that keep hostile expressions from costing more than a diagnostic.
///
/// A level of nesting takes up to 4 kB of stack in reading, a level of height up to 3 kB in checking
/// and planning (64 bits, optimised); both limits keep within the browser's stack of 1 MB.
package enum Limits {
  /// The longest source in bytes.
  static let sourceBytes = 1_048_576
  /// The most nodes of one tree, those of expanded macros included.
  static let nodes = 250_000
  /// The deepest nesting of brackets, calls, conditionals and macros.
  static let nesting = 120
  /// The number of problems after which no more of a source is read.
  static let syntaxProblems = 20
  /// The longest path from the root of a tree to a leaf; `a + b + c` makes a path of 3.
  static let height = 250
  /// The most rounds of all loops in one evaluation.
  static let rounds = 1_000_000
  /// The most pairs of values that one comparison for equality looks at.
  static let comparisons = 2_000_000
  /// The most steps of one search with a pattern.
  static let patternSteps = 16_000_000
  /// How many steps of a search cost as much as one round of a loop.
  static let stepsPerRound = 16
  /// How many bytes or elements that a function works on, or pairs that it compares, cost as much as
  /// one round of a loop.
  static let sizePerRound = 64
  /// The most steps of all searches of one call that keeps groups.
  static let groupSteps = 4_000_000
  /// The most bytes or elements of one value that evaluation builds.
  static let valueSize = 16_777_216
}
