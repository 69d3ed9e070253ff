public import Diagnostics

/// Why a text is refused as JSON, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// The kinds of refusal.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The text is longer than the limit.
    case tooLong = "too-long"
    /// Lists and objects are nested deeper than the limit.
    case tooDeep = "too-deep"
    /// There are more elements and members than the limit.
    case tooMany = "too-many"
    /// The text ends where more must follow.
    case unexpectedEnd = "unexpected-end"
    /// A character stands where JSON allows none such.
    case unexpectedCharacter = "unexpected-character"
    /// More follows after the value.
    case trailingText = "trailing-text"
    /// A number is not written as JSON writes numbers.
    case malformedNumber = "malformed-number"
    /// A whole number is beyond ±2⁵³.
    case integerTooLarge = "integer-too-large"
    /// A number is beyond the range of doubles.
    case numberTooLarge = "number-too-large"
    /// A backslash is followed by no escape that JSON knows.
    case malformedEscape = "malformed-escape"
    /// Half of a surrogate pair stands alone.
    case loneSurrogate = "lone-surrogate"
    /// A control character stands in a string.
    case controlCharacter = "control-character"
    /// The bytes are no UTF-8.
    case invalidUTF8 = "invalid-utf-8"
    /// An object has two members of one name.
    case duplicateKey = "duplicate-key"
  }

  /// What kind of refusal it is.
  public let code: Code
  /// Where, in bytes from the beginning.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The column in code points, from 1.
  public let column: Int
  /// What is wrong, in one sentence without a final full stop.
  public let message: LocalizedText
  /// How to mend it, where that can be said.
  public let mend: LocalizedText?

  init(_ problem: JSONProblem, at offset: Int, in bytes: [UInt8]) {
    let before = Array(bytes.prefix(offset))
    let position = SourceText(name: "", bytes: before).position(at: offset)
    self.code = problem.code
    self.offset = offset
    self.line = position.line
    self.column = position.column
    self.message = problem.message
    self.mend = problem.mend
  }
}

/// What is wrong with a text, before its place is known.
enum JSONProblem {
  case tooLong(limit: Int)
  case tooDeep(limit: Int)
  case tooMany(limit: Int)
  case end
  case character(wanted: LocalizedText)
  case trailing
  case number
  case integer
  case infinite
  case escape
  case surrogate
  case control
  case utf8
  case duplicate(key: String)

  var code: JSONError.Code {
    switch self {
    case .tooLong: .tooLong
    case .tooDeep: .tooDeep
    case .tooMany: .tooMany
    case .end: .unexpectedEnd
    case .character: .unexpectedCharacter
    case .trailing: .trailingText
    case .number: .malformedNumber
    case .integer: .integerTooLarge
    case .infinite: .numberTooLarge
    case .escape: .malformedEscape
    case .surrogate: .loneSurrogate
    case .control: .controlCharacter
    case .utf8: .invalidUTF8
    case .duplicate: .duplicateKey
    }
  }

  var message: LocalizedText {
    switch self {
    case .tooLong(let limit):
      LocalizedText(
        vi: "văn bản JSON dài quá \(limit) byte", en: "the JSON text is over \(limit) bytes")
    case .tooDeep(let limit):
      LocalizedText(vi: "lồng nhau quá \(limit) tầng", en: "nested over \(limit) levels deep")
    case .tooMany(let limit):
      LocalizedText(
        vi: "có quá \(limit) phần tử", en: "there are over \(limit) elements and members")
    case .end: LocalizedText(vi: "văn bản JSON bị cắt cụt", en: "the JSON text ends too early")
    case .character(let wanted):
      LocalizedText(vi: "ở đây phải là ", en: "expected ") + wanted
    case .trailing:
      LocalizedText(vi: "còn nội dung thừa sau giá trị", en: "more text follows after the value")
    case .number:
      LocalizedText(vi: "số viết sai quy tắc JSON", en: "the number is not written as JSON has it")
    case .integer:
      LocalizedText(vi: "số nguyên vượt quá ±2⁵³", en: "the whole number is beyond ±2⁵³")
    case .infinite:
      LocalizedText(vi: "số vượt quá phạm vi", en: "the number is beyond the range of doubles")
    case .escape:
      LocalizedText(vi: "ký tự thoát không hợp lệ", en: "JSON knows no such escape")
    case .surrogate:
      LocalizedText(
        vi: "nửa cặp surrogate đứng một mình", en: "half of a surrogate pair stands alone")
    case .control:
      LocalizedText(
        vi: "ký tự điều khiển trong chuỗi", en: "a control character stands in the string")
    case .utf8: LocalizedText(vi: "byte không phải UTF-8", en: "the bytes are no UTF-8")
    case .duplicate(let key):
      LocalizedText(vi: "trùng khóa \"\(key)\"", en: "the key \"\(key)\" stands twice")
    }
  }

  var mend: LocalizedText? {
    switch self {
    case .integer:
      LocalizedText(
        vi: "gửi số này dưới dạng chuỗi, trong dấu ngoặc kép",
        en: "send it as a string, in quotation marks")
    case .number:
      LocalizedText(
        vi: "viết như 0.5, -12 hoặc 1e6: không có số 0 ở đầu, dấu + hay dấu chấm cuối",
        en: "write it as 0.5, -12 or 1e6: no leading zero, plus sign or final point")
    case .control:
      LocalizedText(
        vi: "viết thành ký tự thoát, ví dụ \\n", en: "write it as an escape, such as \\n")
    case .utf8:
      LocalizedText(vi: "lưu tệp với bảng mã UTF-8", en: "save the file as UTF-8")
    case .duplicate:
      LocalizedText(vi: "giữ lại một trong hai", en: "keep one of the two")
    default: nil
    }
  }
}
