public import Diagnostics
public import InspectionCore

/// The units that should report, as an office lists them.
public struct UnitList: Hashable, Sendable {
  /// The unit that they belong to, where the list says.
  public var over: InspectedUnit?
  /// The units.
  public var units: [InspectedUnit]
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
    let limits = YAMLLimits()
    let source = SourceText(name: path, bytes: try FileBytes.read(path, limit: limits.bytes))
    let reader = FileReader(source)
    var list: UnitList?
    do throws(YAMLProblem) {
      list = UnitListReader(reader: reader).list(try YAMLParser.parse(source, limits: limits))
    } catch {
      reader.report(error.diagnostic)
    }
    return LoadedUnits(
      list: reader.log.hasErrors ? nil : list, diagnostics: reader.diagnostics, source: source)
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
