public import Diagnostics

/// Whether results by two versions may be set side by side.
public enum Comparability: String, Hashable, Sendable, CaseIterable {
  /// They mean the same.
  case full
  /// They mean the same in part; the note says which.
  case partial
  /// They do not mean the same.
  case none

  /// The verdict in words.
  public var title: LocalizedText {
    switch self {
    case .full: LocalizedText(vi: "so sánh được", en: "comparable")
    case .partial: LocalizedText(vi: "so sánh được một phần", en: "partly comparable")
    case .none: LocalizedText(vi: "không so sánh được", en: "not comparable")
    }
  }
}

/// What became of one check of an earlier version.
public struct CheckMigration: Hashable, Sendable {
  /// The check's id then.
  public var was: String
  /// The ids of the checks that took its place; none where it was dropped.
  public var now: [String]
  /// Whether results then and now mean the same.
  public var comparability: Comparability
  /// Why.
  public var note: LocalizedText?

  /// Creates an entry.
  public init(
    was: String, now: [String], comparability: Comparability, note: LocalizedText? = nil
  ) {
    self.was = was
    self.now = now
    self.comparability = comparability
    self.note = note
  }
}

/// How a version follows from an earlier one: where its checks went, and what may be compared.
public struct Migration: Hashable, Sendable {
  /// The earlier version.
  public var version: String
  /// Whether the scores may be compared.
  public var comparability: Comparability
  /// Why.
  public var note: LocalizedText?
  /// The checks that were renamed, split, merged, changed in meaning or dropped; every other kept
  /// its id and its meaning.
  public var checks: [CheckMigration]

  /// Creates a migration.
  public init(
    version: String, comparability: Comparability, note: LocalizedText? = nil,
    checks: [CheckMigration] = []
  ) {
    self.version = version
    self.comparability = comparability
    self.note = note
    self.checks = checks
  }

  /// What became of a check of the earlier version.
  public func fate(of check: String) -> CheckMigration {
    for entry in checks where entry.was == check { return entry }
    return CheckMigration(was: check, now: [check], comparability: .full)
  }
}
