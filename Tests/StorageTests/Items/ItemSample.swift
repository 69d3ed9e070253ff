import Diagnostics
import InspectionCore
import TestSupport

@testable import Storage

/// Items and their events for tests.
enum ItemSample {
  static let blob = BlobDigest(hex: String(repeating: "0123456789abcdef", count: 4))!

  static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

  static func deadline(_ iso: String, _ basis: Deadline.Basis = .issued) -> Deadline {
    Deadline(
      basis: basis, limit: .by(day(iso)), start: day("2025-01-02"),
      due: DueDate(
        due: day(iso), sendBy: day(iso), isProvisional: false,
        derivation: LocalizedText(vi: "đến \(iso)", en: "by \(iso)")))
  }

  static func proposal(
    _ id: String, unit: String = "xa-1", origin: ItemOrigin? = nil,
    severity: CheckSeverity = .medium, inspection: String? = nil, lineage: [ItemLink] = []
  ) -> Proposal {
    Proposal(
      id: id, kind: .requirement, origin: origin ?? .check(check("NS-01")), unit: unit,
      severity: severity, text: origin == nil ? nil : blob, inspection: inspection,
      lineage: lineage)
  }

  static func check(_ id: String) -> FailedCheck {
    FailedCheck(checklist: "bang-kiem@1", check: id, checkClass: .duty, severity: .high)
  }

  static func issued(_ due: String, number: String = "05/TB-SYT") -> ItemEvent {
    .issued(
      IssueRecord(
        document: DocumentReference(
          number: number, date: day("2025-01-10"), scan: String(repeating: "ab", count: 32)),
        deadline: deadline(due)))
  }

  static func by(_ iso: String, _ party: Party = .department) -> Attribution {
    Attribution(
      account: "tp-1", party: party, unit: party == .unit ? "xa-1" : nil, happened: day(iso),
      recorded: 1_741_060_800_000)
  }

  static func draft(_ id: String, _ event: ItemEvent, _ by: Attribution) -> EventDraft {
    EventDraft(
      subject: ItemSubject.id(id), type: event.type, payload: event.payload, attribution: by)
  }

  /// Any event at all, fit or not.
  static func anyEvent(
    _ id: String, _ random: inout SeededGenerator
  ) -> ItemEvent {
    let due = "2025-0\(Int.random(in: 3...9, using: &random))-15"
    switch Int.random(in: 0..<18, using: &random) {
    case 0, 1:
      let origins: [ItemOrigin] = [
        .check(check("NS-02")), .checks([check("NS-03"), check("NS-04")]), .finding, .commitment,
        .proposal(to: .province),
        .figures(FigureRequest(checklist: "bang-kiem@1", check: "NS-05", indicators: ["a"])),
        .recommendation(
          AuthorityRecommendation(
            authority: "Thường trực HĐND",
            document: DocumentReference(number: "1/KL", date: day("2024-12-01")),
            addressees: ["xa-1"])),
      ]
      return .proposed(
        proposal(
          id, unit: "xa-\(Int.random(in: 1...5, using: &random))",
          origin: origins.randomElement(using: &random), inspection: "KT-1",
          lineage: [ItemLink(.recurred, "TH 0"), ItemLink(.carriedOver, "TH-é")]),
        deadline(due, .proposed))
    case 2, 3: return issued(due)
    case 4: return .acknowledged
    case 5: return .planned(ItemPlan(measures: [blob], responsible: "xa-3"))
    case 6, 7: return .evidenceSubmitted([.inspection("KT-2")])
    case 8, 9: return .verified(.resolved, reason: nil)
    case 10: return .rejected(reason: blob)
    case 11: return .extensionRequested(to: day("2025-12-01"), reason: blob, overdueDays: 3)
    case 12: return .extensionGranted(deadline("2025-12-01", .extended), overdueDays: 4)
    case 13:
      return .waived(
        Waiver(reason: blob, approver: "TP", from: day("2025-02-01"), until: day("2025-04-01")))
    case 14: return .reopened(reason: blob, nil)
    case 15:
      return .reminded(SentReminder(offset: 5, due: day("2025-03-15"), recipient: "unit"))
    case 16:
      return .divided(
        [ItemPart(item: id + "/a", unit: "xa-1"), ItemPart(item: id + "/b", unit: "xa-2")],
        DocumentReference(number: "2/BB", date: day("2025-01-02")))
    default:
      return .partSettled(ItemPart(item: id + "/a", unit: "xa-1", ending: .resolved))
    }
  }
}
