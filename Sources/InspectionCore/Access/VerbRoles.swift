/// Who decides something, and who may type what was decided on paper.
struct VerbRoles {
  var deciding: [Role]
  var typing: [Role] = []
}

extension Verb {
  /// Whether it is done for a side of an item.
  var needsSide: Bool {
    if case .item = self { true } else { false }
  }

  var roles: VerbRoles {
    switch self {
    case .item(let kind): kind.roles
    case .workspace(let verb): verb.roles
    }
  }
}

private let unit: [Role] = [.unitOfficer, .unitHead]
private let team: [Role] = [.teamMember, .teamLeader]
private let department: [Role] = [.departmentOfficer, .departmentHead]

extension ItemCommandKind {
  fileprivate var roles: VerbRoles {
    switch self {
    case .propose, .submitEvidence, .correct: VerbRoles(deciding: unit + team + department)
    case .explain, .acknowledge, .plan, .reportProgress, .reportRecordsMissing:
      VerbRoles(deciding: unit + team + department)
    case .requestExtension: VerbRoles(deciding: [.unitHead], typing: [.unitOfficer] + department)
    case .ruleOnExplanation, .withdraw:
      VerbRoles(deciding: [.teamLeader, .departmentHead], typing: [.departmentOfficer])
    case .issue:
      VerbRoles(
        deciding: [.departmentHead, .unitHead],
        typing: [.departmentOfficer, .teamLeader, .unitOfficer])
    case .verify, .reject, .review: VerbRoles(deciding: team + department)
    case .grantExtension, .refuseExtension, .waive, .revokeWaiver, .reopen:
      VerbRoles(deciding: [.departmentHead], typing: [.departmentOfficer])
    case .transfer, .divide, .takeOver, .settlePart, .remind: VerbRoles(deciding: department)
    }
  }
}

extension WorkspaceVerb {
  fileprivate var roles: VerbRoles {
    switch self {
    case .manageAccounts, .manageGrants, .rebuild, .restore, .configure:
      VerbRoles(deciding: [.administrator])
    case .backup, .exchange: VerbRoles(deciding: [.administrator, .departmentHead])
    case .importUnits: VerbRoles(deciding: [.administrator] + department)
    case .purge: VerbRoles(deciding: [.administrator], typing: [.departmentHead])
    case .addChecklist, .openRound, .postponeRound:
      VerbRoles(deciding: [.departmentHead], typing: [.departmentOfficer])
    case .draftSubmission: VerbRoles(deciding: unit + department)
    case .submit: VerbRoles(deciding: [.unitHead], typing: [.unitOfficer] + department)
    case .returnSubmission, .acceptSubmission, .importItems, .allocate, .resolveConflict:
      VerbRoles(deciding: department)
    case .openInspection, .closeInspection:
      VerbRoles(deciding: [.teamLeader, .departmentHead], typing: [.departmentOfficer])
    case .answerOnSite: VerbRoles(deciding: team)
    case .attachEvidence: VerbRoles(deciding: unit + team + department)
    case .read: VerbRoles(deciding: Role.allCases)
    // The unit itself sees its own counts, as the team and the office do.
    case .readUnmasked: VerbRoles(deciding: unit + team + department)
    case .readJournal, .verifyJournal, .verifyAssessment:
      VerbRoles(deciding: [.auditor, .administrator] + team + department)
    }
  }
}
