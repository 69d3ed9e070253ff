public import Diagnostics
public import InspectionCore

/// A unit of a list, with its place in the hierarchy and the days it exists.
public struct ListedUnit: Hashable, Sendable {
  /// The unit.
  public var unit: InspectedUnit
  /// The code of the unit above it; nil where the list does not say.
  public var parent: String?
  /// The first day it exists; nil where the list does not say.
  public var from: CivilDate?
  /// The last day it exists; nil while it does.
  public var to: CivilDate?

  /// Creates an entry.
  public init(
    unit: InspectedUnit, parent: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil
  ) {
    self.unit = unit
    self.parent = parent
    self.from = from
    self.to = to
  }
}

/// The units that should report, as an office lists them, and what became of them.
public struct UnitList: Hashable, Sendable {
  /// The unit that they belong to, where the list says.
  public var over: InspectedUnit?
  /// The units.
  public var entries: [ListedUnit]
  /// Mergers, splits and renames.
  public var relations: [UnitRelation]

  /// The units without their lives.
  public var units: [InspectedUnit] { entries.map(\.unit) }

  /// Creates a list.
  public init(
    over: InspectedUnit? = nil, entries: [ListedUnit], relations: [UnitRelation] = []
  ) {
    self.over = over
    self.entries = entries
    self.relations = relations
  }
}

/// A list of units as loaded, or what is wrong with it.
public struct LoadedUnits: Sendable {
  /// The list; nil where there are errors.
  public let list: UnitList?
  /// Everything found.
  public let diagnostics: DiagnosticList
  /// The text that diagnostics point into.
  public let source: SourceText
}

/// Loads lists of units.
public enum UnitListLoader {
  /// Loads a list.
  ///
  /// - Throws: ``FileProblem`` where the file cannot be read.
  public static func load(_ path: String) throws(FileProblem) -> LoadedUnits {
    let loaded = try loadYAML(path) { reader, root in UnitListReader(reader: reader).list(root) }
    return LoadedUnits(
      list: loaded.value, diagnostics: loaded.diagnostics, source: loaded.source)
  }

  /// Whether a file is a list of units by the keys at its top; false where it cannot be read.
  public static func isUnitList(_ path: String) -> Bool {
    do throws(FileProblem) {
      let source = SourceText(
        name: path, bytes: try FileBytes.read(path, limit: YAMLLimits().bytes))
      do throws(YAMLProblem) {
        return FormatFile(try YAMLParser.parse(source)) == .units
      } catch {
        return false
      }
    } catch {
      return false
    }
  }
}
