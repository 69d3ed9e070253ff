import Diagnostics

/// What the checker can find wrong.
enum CheckProblem {
  case unknownName(String, nearest: String?)
  case unknownFunction(String, nearest: String?)
  case unknownMessage(String)
  case unknownField(String, of: ValueType, nearest: String?)
  case noField(ValueType)
  case noOverload(function: String, arguments: [ValueType], offered: [[ValueType]])
  case wrongType(found: ValueType, wanted: ValueType)
  case notIterable(ValueType)
  case numberRange(String)
  case badPattern(String)

  /// The stable code of the diagnostic.
  var code: String {
    switch self {
    case .unknownName: "unknown-name"
    case .unknownFunction: "unknown-function"
    case .unknownMessage: "unknown-type"
    case .unknownField: "unknown-field"
    case .noField: "no-field"
    case .noOverload: "no-such-overload"
    case .wrongType: "type-mismatch"
    case .notIterable: "not-iterable"
    case .numberRange: "number-out-of-range"
    case .badPattern: "bad-pattern"
    }
  }

  /// What is wrong.
  var message: LocalizedText {
    switch self {
    case .unknownName(let name, _):
      LocalizedText(vi: "không có tên \"\(name)\"", en: "there is no name \"\(name)\"")
    case .unknownFunction(let name, _):
      LocalizedText(vi: "không có hàm \"\(name)\"", en: "there is no function \"\(name)\"")
    case .unknownMessage(let name):
      LocalizedText(
        vi: "không có kiểu thông điệp \"\(name)\"", en: "there is no message type \"\(name)\"")
    case .unknownField(let name, let type, _):
      LocalizedText(
        vi: "\(type.description) không có trường \"\(name)\"",
        en: "\(type.description) has no field \"\(name)\"")
    case .noField(let type):
      LocalizedText(
        vi: "giá trị kiểu \(type.description) không có trường",
        en: "a value of type \(type.description) has no fields")
    case .noOverload(let function, let arguments, _):
      LocalizedText(
        vi: "\(operatorText(function)) không nhận (\(ValueType.text(of: arguments)))",
        en: "\(operatorText(function)) does not take (\(ValueType.text(of: arguments)))")
    case .wrongType(let found, let wanted):
      LocalizedText(
        vi: "cần kiểu \(wanted.description) nhưng gặp \(found.description)",
        en: "expected \(wanted.description) but found \(found.description)")
    case .notIterable(let type):
      LocalizedText(
        vi: "không duyệt được giá trị kiểu \(type.description)",
        en: "a value of type \(type.description) cannot be looped over")
    case .numberRange(let text):
      LocalizedText(
        vi: "số \(text) vượt quá phạm vi số chính xác",
        en: "\(text) is beyond the range of exact numbers")
    case .badPattern(let problem):
      LocalizedText(
        vi: "mẫu (biểu thức chính quy) không dùng được: \(problem)",
        en: "this pattern cannot be used: \(problem)")
    }
  }

  /// How to mend it.
  var mend: LocalizedText? {
    switch self {
    case .unknownName(_, let nearest?), .unknownFunction(_, let nearest?),
      .unknownField(_, _, let nearest?):
      LocalizedText(vi: "có phải là \"\(nearest)\"?", en: "did you mean \"\(nearest)\"?")
    case .noOverload(_, _, let offered) where !offered.isEmpty:
      LocalizedText(
        vi: "nhận \(text(of: offered, "hoặc"))", en: "it takes \(text(of: offered, "or"))")
    case .noField, .notIterable:
      LocalizedText(
        vi: "chỉ map có trường, chỉ list và map duyệt được",
        en: "only a map has fields, only a list or a map can be looped over")
    default: nil
    }
  }

  private func text(of offered: [[ValueType]], _ or: String) -> String {
    var texts: [String] = []
    for parameters in offered.prefix(5) { texts.append("(\(ValueType.text(of: parameters)))") }
    if offered.count > 5 { texts.append("…") }
    guard let last = texts.popLast() else { return "" }
    return texts.isEmpty ? last : texts.joined(separator: ", ") + " \(or) " + last
  }

  /// An operator as it is written rather than as its function is named.
  private func operatorText(_ function: String) -> String {
    switch function {
    case "@in": return "\"in\""
    case "_?_:_": return "\"? :\""
    case "_[_]", "_[?_]": return "\"[ ]\""
    case "_?._": return "\".?\""
    default:
      let bytes = function.utf8.filter { $0 != 0x5F }
      let isOperator = function.utf8.contains { $0 == 0x5F } && bytes.count <= 2
      return "\"\(isOperator ? String(decoding: bytes, as: UTF8.self) : function)\""
    }
  }

  /// The problem at a place of a source.
  func diagnostic(in source: SourceText, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: code, message: message, mend: mend, source: source.name, range: range)
  }
}
