import CEL
import Diagnostics

extension Checklist {
  /// The most points a check, and the most weight an area may have, in millionths; far more sums of
  /// them fit in 64 bits than a checklist can have checks.
  static let largestPoints: Int64 = 1_000_000_000_000

  /// What would make assessing by this checklist guess: names taken twice or pointing nowhere,
  /// amounts out of range, bands out of order.
  var structuralProblems: [CheckProblem] {
    var problems: [CheckProblem] = []
    func report(_ check: String, _ code: String, _ message: LocalizedText) {
      let diagnostic = Diagnostic(
        code: code, message: message, source: check, range: SourceRange(0, 0))
      problems.append(
        CheckProblem(
          check: check,
          problem: ParameterProblem(parameter: nil, index: nil, diagnostic: diagnostic)))
    }
    for found in namedProblems { report("", found.code, found.message) }
    var citationIDs: Set<String> = []
    for citation in citations where !citationIDs.insert(citation.id).inserted {
      report("", "duplicate-citation", .duplicate("văn bản", "citation", citation.id))
    }
    var checkIDs: Set<String> = []
    var areaIDs: Set<String> = []
    for area in areas {
      if !areaIDs.insert(area.id).inserted {
        report("", "duplicate-area", .duplicate("lĩnh vực", "area", area.id))
      }
      if let weight = area.weight, !(0...Checklist.largestPoints).contains(weight) {
        report(
          "", "points-range", .outOfRange("trọng số của \"\(area.id)\"", "weight of \"\(area.id)\"")
        )
      }
      for check in area.checks {
        if !checkIDs.insert(check.id).inserted {
          report(check.id, "duplicate-check", .duplicate("mục kiểm tra", "check", check.id))
        }
        if !(0...Checklist.largestPoints).contains(check.points) {
          report(check.id, "points-range", .outOfRange("điểm", "points"))
        }
        if case .stepped(let steps) = check.partial, !PartialCredit.areInOrder(steps) {
          report(
            check.id, "step-order",
            LocalizedText(
              vi: "xếp các bậc từ thấp đến cao, từ trên 0% đến dưới 100%",
              en: "list the steps lowest first, above 0% and below 100%"))
        }
        for reference in check.cites where !citationIDs.contains(reference.citation) {
          report(check.id, "unknown-citation", .unknown("văn bản", "citation", reference.citation))
        }
      }
    }
    var grades: Set<String> = []
    for (index, band) in scoring.bands.enumerated() {
      if !grades.insert(band.id).inserted {
        report("", "duplicate-grade", .duplicate("mức xếp loại", "grade", band.id))
      }
      if index > 0, band.from >= scoring.bands[index - 1].from {
        report(
          "", "band-order",
          LocalizedText(vi: "xếp các mức từ cao xuống thấp", en: "list the bands highest first"))
      }
    }
    for limit in scoring.zeroLimits {
      if !grades.contains(limit.grade) {
        report("", "unknown-grade", .unknown("mức xếp loại", "grade", limit.grade))
      }
      let known = limit.subject == .checks ? checkIDs : areaIDs
      for id in limit.ids where !known.contains(id) {
        switch limit.subject {
        case .checks: report("", "unknown-check", .unknown("mục kiểm tra", "check", id))
        case .areas: report("", "unknown-area", .unknown("lĩnh vực", "area", id))
        }
      }
    }
    for limit in scoring.gates + scoring.caps {
      if !checkIDs.contains(limit.check) {
        report(limit.check, "unknown-check", .unknown("mục kiểm tra", "check", limit.check))
      }
      if !grades.contains(limit.grade) {
        report(limit.check, "unknown-grade", .unknown("mức xếp loại", "grade", limit.grade))
      }
    }
    var themeIDs: Set<String> = []
    for theme in themes {
      if !themeIDs.insert(theme.id).inserted {
        report("", "duplicate-theme", .duplicate("chuyên đề", "theme", theme.id))
      }
      for id in theme.checks where !checkIDs.contains(id) {
        report("", "unknown-check", .unknown("mục kiểm tra", "check", id))
      }
      for id in theme.areas where !areaIDs.contains(id) {
        report("", "unknown-area", .unknown("lĩnh vực", "area", id))
      }
    }
    for rule in policies.nextVisit {
      if let grade = rule.grade, !grades.contains(grade) {
        report("", "unknown-grade", .unknown("mức xếp loại", "grade", grade))
      }
    }
    return problems
  }
}

extension LocalizedText {
  static func duplicate(_ vi: String, _ en: String, _ id: String) -> LocalizedText {
    LocalizedText(vi: "\(vi) \"\(id)\" khai báo hai lần", en: "the \(en) \"\(id)\" stands twice")
  }

  fileprivate static func unknown(_ vi: String, _ en: String, _ id: String) -> LocalizedText {
    LocalizedText(vi: "không có \(vi) \"\(id)\"", en: "there is no \(en) \"\(id)\"")
  }

  fileprivate static func outOfRange(_ vi: String, _ en: String) -> LocalizedText {
    LocalizedText(
      vi: "\(vi) phải từ 0 đến 1.000.000", en: "the \(en) must be from 0 to 1,000,000")
  }
}
