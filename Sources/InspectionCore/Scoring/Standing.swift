public import CEL

/// How far a score can still move, and how firmly it stands.
public struct Standing: Hashable, Sendable {
  /// Where the score can end; nil where every check in it is decided.
  public var possible: PossibleScore?
  /// What of the score rests on verified figures.
  public var verified: VerifiedScore
  /// The figures still wanting, those first that can move the score most on their own.
  public var openAnswers: [OpenAnswer]
}

/// Between what a score can end, once the open checks are decided, in millionths of a point.
///
/// The least supposes that each open check earns nothing, the greatest that each earns all it can.
/// An open check that turns out not to apply leaves the share of the points within these bounds.
public struct PossibleScore: Hashable, Sendable {
  /// The least.
  public var least: Int64
  /// The greatest.
  public var greatest: Int64
  /// The grade at the least, with every open limit striking; nil where there is none.
  public var lowestGrade: Band?
  /// The grade at the greatest, with every open limit passed; nil where there is none.
  public var highestGrade: Band?
}

/// What of a score rests on figures that were seen in documents or on site, in millionths.
///
/// A check is verified where it is not open, an indicator of its rule is answered, and each such answer
/// was seen so. One that a plugin judged by files is not: nothing says who looked at them.
public struct VerifiedScore: Hashable, Sendable {
  /// The points that verified checks earned.
  public var points: Int64
  /// The points that they could earn.
  public var of: Int64
  /// The points that all checks could earn.
  public var total: Int64
  /// How many checks are verified, those without points included.
  public var checks: Int

  /// The share of the points whose checks are verified, as a fraction of one; nil where nothing can
  /// be earned.
  public var share: Rational? { Rational.ratio(of, total) }
}

/// A figure that is wanting, with what hangs on it.
public struct OpenAnswer: Hashable, Sendable {
  /// The indicator.
  public var indicator: String
  /// The points of the open checks that want it alone, in millionths: what it can move by itself.
  public var alone: Int64
  /// The points of the open checks that want others besides.
  public var together: Int64
  /// The ids of these checks, in the checklist's order.
  public var checks: [String]
}

extension Assessment {
  /// How far the score can still move, and how firmly it stands.
  ///
  /// - Parameter rules: the scoring rules of the checklist it was assessed by.
  public func standing(_ rules: ScoringRules) -> Standing {
    var open: Int64 = 0
    var isOpen = false
    var verified = VerifiedScore(points: 0, of: 0, total: score.of, checks: 0)
    for area in areas {
      for place in area.checks.indices {
        let points = area.checks[place].points
        if area.checks[place].verdict.isOpen {
          open += points.of
          isOpen = true
          // Of the files of evidence by which a plugin judged nobody says how they were seen.
        } else if area.checks[place].outcome?.files.isEmpty ?? true,
          isVerified(area.checks[place].places)
        {
          verified.points += points.earned
          verified.of += points.of
          verified.checks += 1
        }
      }
    }
    return Standing(
      possible: isOpen ? possible(open, rules) : nil, verified: verified, openAnswers: openAnswers)
  }

  /// Whether there are answers at these places, and each was seen in documents or on site.
  private func isVerified(_ places: [Int]) -> Bool {
    var isSeen = false
    for place in places {
      switch placed.bases[place] {
      case .documents, .seen: isSeen = true
      case nil: continue
      case .reported, .interview, .unchecked: return false
      }
    }
    return isSeen
  }

  private func possible(_ open: Int64, _ rules: ScoringRules) -> PossibleScore {
    var possible = PossibleScore(least: score.points, greatest: score.points + open)
    guard scope == nil else { return possible }
    let classes = submission.unit.classes
    if let share = Rational.ratio(possible.least, score.of) {
      possible.lowestGrade = rules.grade(share, classes, score.limits { $0 != .passed })
    }
    if let share = Rational.ratio(possible.greatest, score.of) {
      possible.highestGrade = rules.grade(share, classes, score.limits { $0 == .struck })
    }
    return possible
  }

  private var openAnswers: [OpenAnswer] {
    var found: [OpenAnswer] = []
    // Which of them is that of each indicator; one that the checklist does not have is searched for.
    var known = [Int](repeating: -1, count: index.all.count)
    for area in areas {
      for check in area.checks.indices where area.checks[check].verdict == .unanswered {
        let wanting = area.checks[check].wanting
        let of = area.checks[check].points.of
        for id in wanting {
          let place = index.place(of: id)
          var open = place.map { known[$0] } ?? found.firstIndex { $0.indicator == id } ?? -1
          if open < 0 {
            open = found.count
            if let place { known[place] = open }
            found.append(OpenAnswer(indicator: id, alone: 0, together: 0, checks: []))
          }
          found[open].checks.append(area.checks[check].shared.check.id)
          if wanting.count == 1 { found[open].alone += of } else { found[open].together += of }
        }
      }
    }
    // Ties stay in the order of the checklist, which sorting alone does not promise.
    let order = found.indices.sorted { first, second in
      if found[first].alone != found[second].alone {
        return found[first].alone > found[second].alone
      }
      if found[first].together != found[second].together {
        return found[first].together > found[second].together
      }
      return first < second
    }
    return order.map { found[$0] }
  }
}

extension CheckResult {
  /// Whether the check applies and is not decided yet.
  var isOpen: Bool { verdict.isOpen }
}
