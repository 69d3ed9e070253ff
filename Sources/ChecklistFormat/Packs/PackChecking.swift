import CEL
import Diagnostics
import InspectionCore

// What only the whole pack can tell.

extension PackLoading {
  /// Reports names that are taken or that nothing bears.
  func checkNames(_ main: FileReader) {
    main.checkUnique(
      areas.filter { !$0.area.id.isEmpty }.map {
        Named(value: $0.area, id: $0.area.id, reader: $0.reader, place: $0.place)
      }, code: "duplicate-area", LocalizedText(vi: "lĩnh vực", en: "the area"))
    main.checkUnique(
      targets.map(\.target), code: "duplicate-target",
      LocalizedText(vi: "mức chỉ tiêu", en: "the target"))
    main.checkUnique(
      classes, code: "duplicate-class", LocalizedText(vi: "loại đơn vị", en: "the class"))
    main.checkUnique(periods, code: "duplicate-period", LocalizedText(vi: "kỳ", en: "the period"))
    main.checkUnique(
      indicators, code: "duplicate-indicator",
      LocalizedText(vi: "chỉ tiêu", en: "the indicator"))
    checkRollUps()
    main.checkUnique(
      citations, code: "duplicate-citation", LocalizedText(vi: "văn bản", en: "the citation"))
    var places: [String: [String]] = [:]
    for citation in citations where places[citation.id] == nil {
      places[citation.id] = citation.value.places.map(\.id)
    }
    var taken: Set<String> = []
    for read in checks {
      if read.hasID, !taken.insert(read.check.id).inserted {
        read.reader.report(
          "duplicate-check",
          LocalizedText(
            vi: "mã \"\(shown(read.check.id))\" đã dùng",
            en: "the id \"\(shown(read.check.id))\" is taken"), at: read.place)
      }
      for cite in read.cites { checkCitation(cite, read.citesReader, places) }
    }
    let known = gaps.contains(.classes) ? nil : classes.map(\.id)
    for read in targets {
      let reader = read.target.reader
      for cite in read.cites { checkCitation(cite, reader, places) }
      for (name, place) in read.classes where isOwn(reader) {
        reader.checkClass(name, among: known, at: place)
      }
    }
  }

  private func checkCitation(
    _ cite: (reference: CitationReference, node: YAMLNode), _ reader: FileReader,
    _ places: [String: [String]]
  ) {
    guard let known = places[cite.reference.citation] else {
      guard !gaps.contains(.citations) else { return }
      reader.reportUnknown(
        cite.reference.citation, among: places.keys, code: "unknown-citation",
        what: LocalizedText(vi: "văn bản", en: "citation"), at: cite.node.range)
      return
    }
    guard let place = cite.reference.place, !known.contains(place) else { return }
    reader.reportUnknown(
      place, among: known, code: "unknown-place",
      what: LocalizedText(vi: "điều, mục", en: "place"), at: cite.node.range)
  }

  /// Compiles every rule; reports what is wrong with any at its place.
  func compile(_ checklist: Checklist) -> CompiledChecklist? {
    // Afterwards, since what it reports must not pass for what compiling finds.
    defer { checkNumbers(of: checklist) }
    // No checklist comes of it any more: only what is wrong with its rules is still wanted.
    if readers.contains(where: \.log.hasErrors) {
      show(ruleProblems(of: checklist))
      return nil
    }
    do throws(ChecklistCompilationError) {
      return try CompiledChecklist(checklist)
    } catch {
      // Without errors so far, every check has an id of its own.
      var positions: [String: Int] = [:]
      for (position, read) in checks.enumerated() { positions[read.check.id] = position }
      show(
        error.problems.compactMap { found in positions[found.check].map { ($0, found.problem) } })
      // The core's own checks of names come after ours; whatever only they find is still said.
      if !readers.contains(where: \.log.hasErrors) {
        for found in error.problems { showWhole(found) }
      }
      return nil
    }
  }

  private func show(_ problems: [(position: Int, problem: ParameterProblem)]) {
    let doubtful = Set(indicators.filter(\.isDoubtful).map(\.id))
    for (position, problem) in problems {
      show(problem, of: checks[position], doubtful)
    }
  }

  /// The problems of the rules with the position of the check each belongs to. Problems name checks
  /// by id, and ids may be missing or given twice, so that checks go by their positions here; names
  /// were checked already and are left out.
  private func ruleProblems(
    of checklist: Checklist
  ) -> [(position: Int, problem: ParameterProblem)] {
    var numbered = checklist
    numbered.scoring = ScoringRules()
    var position = 0
    for area in numbered.areas.indices {
      for check in numbered.areas[area].checks.indices {
        numbered.areas[area].checks[check].id = String(position)
        numbered.areas[area].checks[check].cites = []
        position += 1
      }
    }
    do throws(ChecklistCompilationError) {
      _ = try CompiledChecklist(numbered)
      return []
    } catch {
      return error.problems.compactMap { problem in
        guard let position = Int(problem.check), checks.indices.contains(position) else {
          return nil
        }
        return (position, problem.problem)
      }
    }
  }

  private func showWhole(_ found: CheckProblem) {
    let read = checks.first { $0.check.id == found.check }
    guard let reader = read?.reader ?? readers.first else { return }
    var diagnostic = found.problem.diagnostic
    diagnostic.source = reader.source.name
    diagnostic.range = read?.place ?? SourceRange(0, 0)
    reader.report(diagnostic)
  }

  /// Shows a problem where it is written; `doubtful` are the indicators whose type could not be read.
  private func show(
    _ problem: ParameterProblem, of read: ReadCheck, _ doubtful: Set<String>
  ) {
    var node: YAMLNode?
    var reader = read.reader
    if problem.parameter == "kind" {
      node = read.kindNode
    } else if let parameter = problem.parameter {
      let place = ParameterPlace(parameter, problem.index)
      node = read.parameters[place]
      reader = read.reader(of: place)
    }
    if let node {
      if !follows(problem.diagnostic, in: node, doubtful) {
        reader.report(problem.diagnostic, inside: node)
      }
      return
    }
    // A parameter without a place is one that is not there. Where reading the check met an error,
    // that error said so already; otherwise this is the first word of it.
    guard !read.hasErrors else { return }
    var diagnostic = problem.diagnostic
    diagnostic.source = read.reader.source.name
    diagnostic.range = read.place
    read.reader.report(diagnostic)
  }

  /// Whether a problem only follows from another that was reported where it arose: a dictionary
  /// that could not be read, or an indicator whose type could not.
  private func follows(
    _ diagnostic: Diagnostic, in node: YAMLNode, _ doubtful: Set<String>
  ) -> Bool {
    if diagnostic.code == "unknown-name" { return gaps.contains(.indicators) }
    guard !doubtful.isEmpty, let (text, _) = node.scalar else { return false }
    return text.namesOneOf(doubtful)
  }
}

extension String {
  /// Whether an expression reads one of the names, with or without `previous.` before it.
  fileprivate func namesOneOf(_ names: Set<String>) -> Bool {
    for word in split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }) {
      let parts = word.split(separator: ".").prefix(8)
      for start in parts.indices {
        for end in parts.indices[start...]
        where names.contains(parts[start...end].joined(separator: ".")) {
          return true
        }
      }
    }
    return false
  }
}
