public import Diagnostics

/// A theme (chuyên đề): a part of a checklist that an inspection may confine itself to.
public struct Theme: Hashable, Sendable {
  /// The theme's id.
  public var id: String
  /// What it is called.
  public var title: LocalizedText
  /// The areas of which all checks belong to it.
  public var areas: [String]
  /// Checks that belong to it besides.
  public var checks: [String]

  /// Creates a theme.
  public init(
    id: String, title: LocalizedText, areas: [String] = [], checks: [String] = []
  ) {
    self.id = id
    self.title = title
    self.areas = areas
    self.checks = checks
  }
}

/// The checks that an assessment confines itself to. Its score is one of these checks alone: it gives
/// no grade and is not compared with the score of the whole checklist.
public struct Scope: Hashable, Sendable {
  /// The id of the theme; nil where checks were picked one by one.
  public var theme: String?
  /// What it is called.
  public var title: LocalizedText
  /// The ids of the checks in it.
  public var checks: Set<String>
}

extension Checklist {
  /// The scope of a theme of the checklist; nil where it has no theme of that id.
  public func scope(ofTheme id: String) -> Scope? {
    guard let theme = themes.first(where: { $0.id == id }) else { return nil }
    return Scope(
      theme: id, title: theme.title, checks: checkIDs(inAreas: theme.areas, and: theme.checks))
  }

  /// The scope of areas and checks picked by their ids, in any order.
  ///
  /// - Returns: the scope, with the names that neither an area nor a check bears; the scope of such
  ///   names is to be refused.
  public func scope(picking names: [String]) -> (scope: Scope, unknown: [String]) {
    var known: Set<String> = []
    var titles: [String] = []
    for area in areas {
      known.insert(area.id)
      if names.contains(area.id) { titles.append(area.id) }
      for check in area.checks {
        known.insert(check.id)
        if names.contains(check.id) { titles.append(check.id) }
      }
    }
    let scope = Scope(
      theme: nil, title: LocalizedText(same: titles.joined(separator: ", ")),
      checks: checkIDs(inAreas: names, and: names))
    return (scope, names.filter { !known.contains($0) })
  }

  private func checkIDs(inAreas picked: [String], and single: [String]) -> Set<String> {
    var ids: Set<String> = []
    for area in areas {
      for check in area.checks where picked.contains(area.id) || single.contains(check.id) {
        ids.insert(check.id)
      }
    }
    return ids
  }
}
