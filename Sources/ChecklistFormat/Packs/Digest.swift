import Crypto
public import InspectionCore
import JSON

extension Checklist {
  /// The SHA-256 of the frozen checklist's canonical JSON (RFC 8785), as `sha256:` and 64 digits.
  public var digest: String { digestText(json) }
}

extension Submission {
  /// The SHA-256 of the submission's canonical JSON (RFC 8785), as `sha256:` and 64 digits.
  public var digest: String { digestText(json) }
}

private func digestText(_ value: JSONValue) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in SHA256.hash(data: JSONWriter.canonical(value)) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return "sha256:" + String(decoding: text, as: UTF8.self)
}
