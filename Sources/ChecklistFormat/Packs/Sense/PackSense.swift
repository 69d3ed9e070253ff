import CEL
import Diagnostics
import InspectionCore

// What is written correctly and still makes no sense, in a pack without errors.

/// What a checklist declares, by name, so that looking it up costs the same in a large one.
struct Known {
  let indicators: [String: Indicator]
  let citations: [String: Citation]
  /// The highest grade left by each check that limits it below the best.
  let limitedTo: [String: String]

  init(_ checklist: Checklist, _ limits: [ReadLimit]) {
    var indicators: [String: Indicator] = [:]
    for indicator in checklist.indicators { indicators[indicator.id] = indicator }
    var citations: [String: Citation] = [:]
    for citation in checklist.citations { citations[citation.id] = citation }
    var limitedTo: [String: String] = [:]
    for read in limits where read.limit.grade != checklist.scoring.bands.first?.id {
      limitedTo[read.limit.check] = read.limit.grade
    }
    self.indicators = indicators
    self.citations = citations
    self.limitedTo = limitedTo
  }
}

extension PackLoading {
  /// Reports what cannot have been meant, as warnings, and where they are wanted what is worth a
  /// look, as notes.
  func checkSense(of compiled: CompiledChecklist, _ main: FileReader) {
    let checklist = compiled.checklist
    let known = Known(checklist, limits)
    for read in checks {
      checkApplicability(of: read, in: checklist, known)
      checkVerdict(of: read, known)
      checkPartialCredit(of: read, compiled)
    }
    checkWeights(of: checklist)
    checkTotal(of: checklist)
    checkCaps(of: checklist.scoring, main)
    if let basePlaces {
      noteChanges(main)
      checkBase(basePlaces, main)
    }
    guard wantsNotes else { return }
    // After all warnings, so that no note takes the place of one where there are too many.
    noteCitations(of: checklist, known)
    noteSmallCounts(known, checklist.targets)
    noteUnusedIndicators(of: compiled)
  }

  private func checkWeights(of checklist: Checklist) {
    for (index, area) in checklist.areas.enumerated() {
      guard let weight = area.weight, areas.indices.contains(index) else { continue }
      let hasPoints = area.checks.contains { $0.points > 0 }
      let reader = areas[index].weightReader
      if weight == 0, hasPoints {
        reader.report(
          "area-weight-zero",
          LocalizedText(
            vi: "trọng số 0: điểm của các mục trong lĩnh vực \"\(shown(area.id))\" không được tính",
            en: "weight 0: the points of the checks in \"\(shown(area.id))\" count for nothing"),
          severity: .warning,
          mend: LocalizedText(
            vi: "đặt trọng số lớn hơn 0; hoặc đặt points: 0 nếu chỉ nêu mà không chấm",
            en: "give a weight above 0, or points: 0 to what is reported but not scored"),
          at: areas[index].weightPlace)
      } else if weight > 0, !hasPoints {
        reader.report(
          "weight-without-points",
          LocalizedText(
            vi: "lĩnh vực \"\(shown(area.id))\" có trọng số nhưng không mục nào có điểm",
            en: "the area \"\(shown(area.id))\" has a weight, but none of its checks has points"),
          severity: .warning,
          mend: LocalizedText(
            vi: "cho ít nhất một mục có points, hoặc bỏ weight",
            en: "give points to one check at the least, or remove the weight"),
          at: areas[index].weightPlace)
      }
    }
  }

  /// Reports weights, or points where areas have none, that do not add up to the total declared.
  private func checkTotal(of checklist: Checklist) {
    guard let total = checklist.scoring.total, let place = totalPlace else { return }
    var sum: Int64 = 0
    for area in checklist.areas {
      var points: Int64 = 0
      for check in area.checks { points += check.points }
      sum += area.weight ?? points
    }
    guard sum != total else { return }
    let vi = (FigureText(.vi).points(sum), FigureText(.vi).points(total))
    let en = (FigureText(.en).points(sum), FigureText(.en).points(total))
    place.reader.report(
      "weights-total",
      LocalizedText(
        vi: "các trọng số cộng lại được \(vi.0), không phải \(vi.1)",
        en: "the weights add up to \(en.0), not to \(en.1)"),
      mend: LocalizedText(
        vi: "sửa weight của các lĩnh vực (hoặc points của các mục), hoặc sửa total",
        en: "mend the weights of the areas (or the points of the checks), or the total"),
      at: place.range)
  }

  private func checkCaps(of scoring: ScoringRules, _ main: FileReader) {
    // A gate on the highest grade still withholds it while its check is unanswered.
    for read in limits where !read.isGate && scoring.bands.first?.id == read.limit.grade {
      main.report(
        "limit-without-effect",
        LocalizedText(
          vi: "\"\(shown(read.limit.grade))\" là mức cao nhất nên không hạn chế gì",
          en: "\"\(shown(read.limit.grade))\" is the highest grade, so this limits nothing"),
        severity: .warning,
        mend: LocalizedText(vi: "nêu một mức thấp hơn", en: "name a lower grade"), at: read.place)
    }
  }

  /// Indicators of the pack's own folder; a shared dictionary serves other packs too.
  private func noteUnusedIndicators(of compiled: CompiledChecklist) {
    let own = Paths.join(folder, "indicators/")
    let mine = indicators.filter { $0.reader.source.name.utf8.starts(with: own.utf8) }
    guard !mine.isEmpty else { return }
    let used = compiled.readIndicators
    for indicator in mine where !used.contains(indicator.id) {
      indicator.reader.report(
        "unused-indicator",
        LocalizedText(
          vi: "không mục kiểm tra nào dùng chỉ tiêu \"\(indicator.id)\"",
          en: "no check reads the indicator \"\(indicator.id)\""),
        severity: .note,
        mend: LocalizedText(
          vi: "bỏ chỉ tiêu này, để đơn vị khỏi phải báo cáo số liệu không dùng đến",
          en: "remove it, so that units are not asked for a figure nobody uses"),
        at: indicator.place)
    }
  }
}
