import Diagnostics

/// A subject that one of two checklists alone has.
struct WholeSubject {
  let subject: ChangeSubject
  let weight: ChangeWeight
  /// What it is, in words.
  let words: LocalizedText?

  init(_ subject: ChangeSubject, _ weight: ChangeWeight, _ words: LocalizedText? = nil) {
    self.subject = subject
    self.weight = weight
    self.words = words
  }
}

/// Things of two checklists, matched by a name.
struct Matched<Item> {
  let removed: [Item]
  let added: [Item]
  let both: [(before: Item, after: Item)]

  init(_ old: [Item], _ new: [Item], by name: (Item) -> String) {
    var later: [String: Item] = [:]
    for item in new { later[name(item)] = item }
    let earlier = Set(old.map(name))
    removed = old.filter { later[name($0)] == nil }
    added = new.filter { !earlier.contains(name($0)) }
    both = old.compactMap { item in later[name(item)].map { (item, $0) } }
  }

  /// The changes: of the items that stay, what `compare` finds; of the others, that they come or go.
  ///
  /// - Parameter whole: describes an item; its second argument says whether it is an earlier one.
  func changes(
    _ whole: (Item, Bool) -> WholeSubject, compare: (Item, Item) -> [Change]
  ) -> [Change] {
    var changes: [Change] = []
    for (before, after) in both { changes += compare(before, after) }
    for item in removed {
      let gone = whole(item, true)
      changes.append(Change(gone.subject, .removed, before: gone.words, weight: gone.weight))
    }
    for item in added {
      let come = whole(item, false)
      changes.append(Change(come.subject, .added, after: come.words, weight: come.weight))
    }
    return changes
  }
}
