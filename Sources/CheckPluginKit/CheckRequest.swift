public import CEL
public import JSON

/// What a plugin is asked about one check of one unit.
public struct CheckRequest {
  /// The whole request.
  public let json: JSONValue

  /// Creates a request from its JSON.
  public init(_ json: JSONValue) {
    self.json = json
  }

  /// The check's id.
  public var check: String { json["check"]?.stringValue ?? "" }

  /// The unit's code; nil where the manifest does not ask for it.
  public var unit: String? { json["unit"]?["code"]?.stringValue }

  /// The first day of the inspected period, `2024-01-01`.
  public var from: String? { json["period"]?["from"]?.stringValue }

  /// The last day of the inspected period.
  public var to: String? { json["period"]?["to"]?.stringValue }

  /// A parameter as it was sent.
  public func parameter(_ name: String) -> JSONValue? { json["parameters"]?[name] }

  /// A figure that is known exactly.
  public func number(_ name: String) -> Rational? {
    parameter(name)?["value"]?.stringValue.flatMap { Rational(text: $0) }
  }

  /// A text, word or day.
  public func text(_ name: String) -> String? { parameter(name)?.stringValue }

  /// Several texts.
  public func texts(_ name: String) -> [String] {
    var texts: [String] = []
    for value in parameter(name)?.arrayValue ?? [] {
      if let text = value.stringValue { texts.append(text) }
    }
    return texts
  }

  /// The files of a name.
  public func evidence(_ name: String) -> [SentEvidence] {
    var files: [SentEvidence] = []
    for file in json["evidence"]?[name]?.arrayValue ?? [] {
      files.append(
        SentEvidence(
          id: file["id"]?.stringValue ?? "", media: file["media"]?.stringValue ?? "",
          text: file["text"]?.stringValue, base64: file["base64"]?.stringValue))
    }
    return files
  }
}

/// A file of evidence as it was sent.
public struct SentEvidence {
  /// Its id, by which positions name it.
  public let id: String
  /// Its media type.
  public let media: String
  /// What it holds, where that is text.
  public let text: String?
  /// What it holds in base64, where it is none.
  public let base64: String?
}
