import JSON

/// A check in a program of its own: a struct with one function. `MyPlugin().run()` is the whole of its
/// `main.swift`; Documentation/PluginProtocol.md says what the manifest beside it holds.
public protocol CheckPlugin {
  /// Its name, as in `plugin.yaml`.
  var name: String { get }
  /// Its version, as in `plugin.yaml`.
  var version: String { get }
  /// Judges one check of one unit. The same request must give the same answer.
  func check(_ request: CheckRequest) -> CheckAnswer
}

extension CheckPlugin {
  /// The line that answers a line, with its end; nil where it is no request that could be answered.
  public func answer(to line: [UInt8]) -> [UInt8]? {
    guard let value = json(line), let id = value["id"]?.stringValue else { return nil }
    var object: JSONObject = ["id": .string(id)]
    if value["soat-plugin"]?.integerValue != 1 {
      object["error"] = "this plugin speaks version 1"
    } else if value["type"]?.stringValue == "describe" {
      object["soat-plugin"] = 1
      object["name"] = .string(name)
      object["version"] = .string(version)
    } else {
      for member in check(CheckRequest(value)).members { object[member.key] = member.value }
    }
    let text = JSONText(capacity: 512)
    text.put(.object(object))
    text.endLine()
    return text.bytes
  }

  private func json(_ line: [UInt8]) -> JSONValue? {
    do throws(JSONError) {
      return try JSONReader.read(
        line, limits: JSONLimits(bytes: 256 << 20, depth: 64, members: 4_000_000))
    } catch {
      return nil
    }
  }
}
