/// What a person may want of a workspace: something about an item, or something else.
public enum Verb: Hashable, Sendable {
  /// A command on a tracked item.
  case item(ItemCommandKind)
  /// Anything else.
  case workspace(WorkspaceVerb)

  /// Its stable name, such as `item.verify` or `submit`.
  public var name: String {
    switch self {
    case .item(let kind): "item." + kind.rawValue
    case .workspace(let verb): verb.rawValue
    }
  }

  /// Every verb.
  public static var all: [Verb] {
    var verbs: [Verb] = []
    for kind in ItemCommandKind.allCases { verbs.append(.item(kind)) }
    for verb in WorkspaceVerb.allCases { verbs.append(.workspace(verb)) }
    return verbs
  }
}

/// What is done in a workspace besides commands on items.
public enum WorkspaceVerb: String, Hashable, Sendable, CaseIterable {
  /// Create an account, or close one.
  case manageAccounts = "manage_accounts"
  /// Give and take roles.
  case manageGrants = "manage_grants"
  /// Import units and what became of them.
  case importUnits = "import_units"
  /// Add a frozen checklist.
  case addChecklist = "add_checklist"
  /// Open a round of inspections.
  case openRound = "open_round"
  /// Put a round off.
  case postponeRound = "postpone_round"
  /// Write a self-assessment.
  case draftSubmission = "draft_submission"
  /// Submit it.
  case submit
  /// Return it with reasons.
  case returnSubmission = "return_submission"
  /// Accept it.
  case acceptSubmission = "accept_submission"
  /// Open an inspection.
  case openInspection = "open_inspection"
  /// Give the team's answers.
  case answerOnSite = "answer_on_site"
  /// Close an inspection.
  case closeInspection = "close_inspection"
  /// Store evidence.
  case attachEvidence = "attach_evidence"
  /// Import a list of items followed elsewhere.
  case importItems = "import_items"
  /// Allocate items after units have changed.
  case allocate
  /// Resolve two offline edits of one field.
  case resolveConflict = "resolve_conflict"
  /// Read what is due, histories, comparisons and reports.
  case read
  /// Read counts that are masked for others.
  case readUnmasked = "read_unmasked"
  /// Read the journal: who did what.
  case readJournal = "read_journal"
  /// Verify the chain of the journal.
  case verifyJournal = "verify_journal"
  /// Recompute an assessment from its record.
  case verifyAssessment = "verify_assessment"
  /// Rebuild the projections.
  case rebuild
  /// Exchange events with another store.
  case exchange
  /// Purge texts or files whose time is over.
  case purge
  /// Copy everything.
  case backup
  /// Put a copy back.
  case restore
  /// Change the settings of the workspace.
  case configure
}
