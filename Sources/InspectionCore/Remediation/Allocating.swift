public import Diagnostics

/// To whom a person gives an item that no rule gives away.
public struct Allocation: Hashable, Sendable {
  /// The item.
  public var item: String
  /// The units that get it: one takes it over, several share it.
  public var units: [String]

  /// Creates an allocation.
  public init(item: String, units: [String]) {
    self.item = item
    self.units = units
  }
}

/// Why items cannot be handed over in bulk; nothing is handed over then.
public enum AllocationError: Error, Hashable, Sendable {
  /// These items wait for a person and none was named for them.
  case notAllocated([String])
  /// This item has no proposal that waits for a person.
  case notProposed(String)
  /// This item is allocated twice.
  case allocatedTwice(String)
  /// This unit is none of the item's candidates, or is named twice, or none is named.
  case notACandidate(item: String, unit: String)

  /// What is wrong, and the mend.
  public var message: LocalizedText {
    switch self {
    case .notAllocated(let items):
      LocalizedText(
        vi: "còn \(items.count) nội dung chưa phân giao, trước hết là \"\(items.first ?? "")\"",
        en: "\(items.count) items are not allocated yet, first \"\(items.first ?? "")\"")
    case .notProposed(let item):
      LocalizedText(
        vi: "\"\(item)\" không thuộc diện phải phân giao; hãy bỏ khỏi danh sách",
        en: "\"\(item)\" waits for no allocation; leave it out")
    case .allocatedTwice(let item):
      LocalizedText(
        vi: "\"\(item)\" được phân giao hai lần; hãy giữ một",
        en: "\"\(item)\" is allocated twice; keep one")
    case .notACandidate(let item, let unit):
      LocalizedText(
        vi:
          "\"\(unit)\" không phải đơn vị tiếp nhận của \"\(item)\"; hãy chọn trong danh sách đề xuất",
        en: "\"\(unit)\" may not take over \"\(item)\"; choose among the proposed units")
    }
  }
}

/// What is to be done about one item, command by command, in this order.
public struct Handover: Hashable, Sendable {
  /// The item.
  public var item: String
  /// The command on it: a transfer or a division.
  public var command: ItemCommand
  /// The parts that are then to be taken over, each by a command on an item of its own.
  public var parts: [ItemPart]
}

/// The commands that carry a succession out, all citing the handover document; those items that stay
/// need none.
///
/// - Parameters:
///   - proposals: what was proposed for the open items.
///   - allocations: what a person decided for those that wait for one.
///   - document: the handover document.
///   - note: a note that stays with each, such as why a deadline fell in the changeover.
///   - coordinator: the office that coordinates; what it takes over, the department owes.
///   - partID: the id of an item's part for a unit.
/// - Throws: ``AllocationError``; then no command is given at all.
public func handovers(
  _ proposals: [SuccessionProposal], allocations: [Allocation], document: DocumentReference,
  note: BlobDigest? = nil, coordinator: String, partID: (String, String) -> String
) throws(AllocationError) -> [Handover] {
  var chosen = try choices(proposals, allocations)
  var handovers: [Handover] = []
  var missing: [String] = []
  for proposal in proposals {
    let units: [String]
    switch proposal.course {
    case .stays: continue
    case .follows(let unit): units = [unit]
    case .shared(let heirs): units = heirs
    case .toAllocate:
      guard let known = chosen.removeValue(forKey: proposal.item) else {
        missing.append(proposal.item)
        continue
      }
      units = known
    }
    var parts: [ItemPart] = []
    for unit in units {
      let side = unit == coordinator ? Party.department : .unit
      parts.append(
        ItemPart(item: partID(proposal.item, unit), unit: unit, owedBy: side))
    }
    let command: ItemCommand =
      parts.count == 1
      ? .transfer(to: parts[0].unit, owedBy: parts[0].owedBy, document, note: note)
      : .divide(parts, document)
    handovers.append(
      Handover(item: proposal.item, command: command, parts: parts.count == 1 ? [] : parts))
  }
  guard missing.isEmpty else { throw .notAllocated(missing) }
  return handovers
}

/// The units a person chose, by item, each checked against the proposal.
private func choices(
  _ proposals: [SuccessionProposal], _ allocations: [Allocation]
) throws(AllocationError) -> [String: [String]] {
  var candidates: [String: [String]] = [:]
  for proposal in proposals {
    if case .toAllocate(let units) = proposal.course { candidates[proposal.item] = units }
  }
  var chosen: [String: [String]] = [:]
  for allocation in allocations {
    guard let known = candidates[allocation.item] else { throw .notProposed(allocation.item) }
    guard chosen[allocation.item] == nil else { throw .allocatedTwice(allocation.item) }
    guard !allocation.units.isEmpty else { throw .notACandidate(item: allocation.item, unit: "") }
    var seen = Set<String>()
    for unit in allocation.units {
      guard known.contains(unit), seen.insert(unit).inserted else {
        throw .notACandidate(item: allocation.item, unit: unit)
      }
    }
    chosen[allocation.item] = allocation.units
  }
  return chosen
}

extension Answer {
  /// The answer to a figure whose records the predecessor did not hand over: missing with that
  /// reason, so that a check which needs it is unanswered, neither met nor unmet.
  public static var recordsNotHandedOver: Answer {
    Answer(
      .missing(
        LocalizedText(vi: "hồ sơ không được bàn giao", en: "the records were not handed over")))
  }
}
