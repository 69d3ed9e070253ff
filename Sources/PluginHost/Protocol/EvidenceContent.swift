import Crypto
import Diagnostics
import Glibc
import InspectionCore
import JSON

/// Why a file of evidence cannot be sent.
struct UnreadableEvidence: Error {
  let outcome: PluginOutcome

  init(_ verdict: Verdict, _ file: EvidenceFile, _ cause: LocalizedText) {
    outcome = PluginOutcome(
      verdict,
      reason: LocalizedText(
        vi: "Minh chứng \(file.id) (\(file.file)): \(cause.vi)",
        en: "Evidence \(file.id) (\(file.file)): \(cause.en)"))
  }
}

/// What a file of evidence holds, read once and never written.
struct EvidenceContent {
  let bytes: [UInt8]
  /// The SHA-256, 64 hexadecimal digits.
  let digest: String

  /// What stands in an example.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    digest = SHA256.hash(data: bytes).hexadecimal
  }

  /// - Parameters:
  ///   - folder: the folder of the submission, inside which the file must lie.
  ///   - limit: the most bytes.
  init(_ file: EvidenceFile, in folder: String, limit: Int) throws(UnreadableEvidence) {
    guard let home = Programs.realPath(folder.isEmpty ? "." : folder),
      let path = Programs.realPath(home + "/" + file.file)
    else {
      throw UnreadableEvidence(
        .unanswered, file, LocalizedText(vi: "không có tệp này", en: "there is no such file"))
    }
    guard path.utf8.starts(with: (home == "/" ? "/" : home + "/").utf8) else {
      throw UnreadableEvidence(
        .error, file,
        LocalizedText(
          vi: "nằm ngoài thư mục của bài nộp", en: "lies outside the submission's folder"))
    }
    bytes = try EvidenceContent.read(path, file, limit)
    digest = SHA256.hash(data: bytes).hexadecimal
    if let wanted = file.digest, wanted != digest {
      throw UnreadableEvidence(
        .error, file,
        LocalizedText(
          vi: "nội dung khác với mã băm đã ghi", en: "it differs from the digest that is stated"))
    }
  }

  private static func read(
    _ path: String, _ file: EvidenceFile, _ limit: Int
  ) throws(UnreadableEvidence) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    defer { if descriptor >= 0 { close(descriptor) } }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      throw UnreadableEvidence(
        .unanswered, file, LocalizedText(vi: "không đọc được tệp", en: "it cannot be read"))
    }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw UnreadableEvidence(
          .unanswered, file, LocalizedText(vi: "không đọc được tệp", en: "it cannot be read"))
      }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
    throw UnreadableEvidence(
      .error, file,
      LocalizedText(
        vi: "lớn hơn \(limit >> 10) KB, mức phần kiểm tra bổ sung này nhận",
        en: "it is larger than the \(limit >> 10) KB that the plugin takes"))
  }

  /// The file as it stands in a request: as text where it is that.
  func json(_ file: EvidenceFile) -> JSONValue {
    var object: JSONObject = [
      "id": .string(file.id), "media": .string(file.media), "bytes": .integer(Int64(bytes.count)),
      "sha256": .string(digest),
    ]
    if EvidenceContent.isText(file.media), let text = String(validating: unmarked, as: UTF8.self) {
      object["text"] = .string(text)
    } else {
      object["base64"] = .string(bytes.base64)
    }
    return .object(object)
  }

  /// Without the mark that some write before UTF-8.
  private var unmarked: ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  private static func isText(_ media: String) -> Bool {
    media.hasPrefix("text/") || media == "application/json" || media == "application/xml"
      || media.hasSuffix("+json") || media.hasSuffix("+xml")
  }
}

extension Sequence<UInt8> {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Base64 (RFC 4648) with padding.
  var base64: String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((count + 2) / 3 * 4)
    var place = 0
    while place < count {
      let rest = Swift.min(3, count - place)
      var group = 0
      for offset in 0..<3 {
        group = group << 8 | (offset < rest ? Int(self[place + offset]) : 0)
      }
      for offset in 0..<4 {
        text.append(
          offset <= rest ? signs[group >> (18 - 6 * offset) & 63] : UInt8(ascii: "="))
      }
      place += 3
    }
    return String(decoding: text, as: UTF8.self)
  }
}
