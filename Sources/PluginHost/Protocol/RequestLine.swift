public import InspectionCore
import JSON

/// What is asked, and where the submission's files stand.
public struct PluginQuery: Sendable {
  /// The request.
  public var request: PluginRequest
  /// The folder of the submission.
  public var folder: String

  /// Creates a query.
  public init(_ request: PluginRequest, folder: String) {
    self.request = request
    self.folder = folder
  }
}

/// A request as it is written.
struct RequestLine {
  /// The line with its end.
  var bytes: [UInt8]
  /// The files that stand in it.
  var files: [PluginOutcome.SentFile] = []

  static func describe(_ id: Int) -> RequestLine {
    RequestLine(bytes: Array("{\"type\":\"describe\",\"id\":\"\(id)\",\"soat-plugin\":1}\n".utf8))
  }

  /// - Throws: the outcome where the request cannot be made, since its evidence cannot be read.
  static func check(
    _ id: Int, _ query: PluginQuery, limits: PluginLimits
  ) throws(UnreadableEvidence) -> RequestLine {
    var line = RequestLine(bytes: [])
    let body = query.request.body
    line.bytes.reserveCapacity(body.count + 96)
    line.bytes += "{\"type\":\"check\",\"id\":\"".utf8
    line.bytes += String(id).utf8
    line.bytes += "\",\"soat-plugin\":1,".utf8
    line.bytes += body.dropFirst().dropLast()
    line.bytes += ",\"evidence\":".utf8
    if query.request.evidence.isEmpty {
      line.bytes += "{}".utf8
    } else {
      let text = JSONText(capacity: 1 << 12)
      text.beginObject()
      for files in query.request.evidence {
        text.key(files.name)
        text.beginArray()
        for file in files.files {
          let content = try EvidenceContent(file, in: query.folder, limit: limits.evidence << 10)
          line.files.append(PluginOutcome.SentFile(id: file.id, digest: content.digest))
          text.put(content.json(file))
        }
        text.endArray()
      }
      text.endObject()
      line.bytes += text.bytes
    }
    line.bytes += "}\n".utf8
    return line
  }
}
