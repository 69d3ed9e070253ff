import Diagnostics

/// What can be wrong with the text of an expression.
enum SyntaxProblem {
  case unexpected(String, expected: LocalizedText)
  case unexpectedEnd(expected: LocalizedText)
  case strayCharacter(String)
  case unterminatedString
  case badEscape(String)
  case notUTF8
  case numberRange(String)
  case reservedWord(String)
  case fieldQuotes(String)
  case tooLong, tooManyNodes, tooDeep
  case macroVariable(String)
  case macroArgument(String, LocalizedText)
  case optionalSyntax

  /// The stable code of the diagnostic.
  var code: String {
    switch self {
    case .tooLong, .tooManyNodes, .tooDeep: "expression-too-large"
    case .numberRange: "number-out-of-range"
    case .reservedWord: "reserved-word"
    case .macroVariable, .macroArgument: "macro-argument"
    default: "syntax-error"
    }
  }

  /// What is wrong.
  var message: LocalizedText {
    switch self {
    case .unexpected(let found, let expected):
      LocalizedText(
        vi: "gặp \(found) trong khi cần \(expected.vi)",
        en: "found \(found) where \(expected.en) was expected")
    case .unexpectedEnd(let expected):
      LocalizedText(
        vi: "biểu thức kết thúc trong khi còn cần \(expected.vi)",
        en: "the expression ends where \(expected.en) was expected")
    case .strayCharacter(let text):
      LocalizedText(
        vi: "ký tự \(text) không có nghĩa trong biểu thức",
        en: "the character \(text) means nothing in an expression")
    case .unterminatedString:
      LocalizedText(vi: "chuỗi chưa được đóng", en: "this string is not closed")
    case .badEscape(let text):
      LocalizedText(
        vi: "\(text) không phải là ký tự thoát hợp lệ", en: "\(text) is no valid escape")
    case .notUTF8:
      LocalizedText(vi: "biểu thức không phải là UTF-8", en: "the expression is not UTF-8")
    case .numberRange(let text):
      LocalizedText(
        vi: "số \(text) vượt quá phạm vi của kiểu số", en: "\(text) is beyond the range of its type"
      )
    case .reservedWord(let word):
      LocalizedText(
        vi: "\"\(word)\" là từ dành riêng của CEL", en: "\"\(word)\" is a reserved word of CEL")
    case .fieldQuotes(let name):
      LocalizedText(
        vi: "tên trong dấu huyền `\(name)` chỉ dùng được sau dấu chấm",
        en: "the backquoted name `\(name)` can only stand after a dot")
    case .tooLong:
      LocalizedText(
        vi: "biểu thức dài quá \(Limits.sourceBytes) byte",
        en: "the expression is longer than \(Limits.sourceBytes) bytes")
    case .tooManyNodes:
      LocalizedText(
        vi: "biểu thức có quá \(Limits.nodes) thành phần",
        en: "the expression has more than \(Limits.nodes) parts")
    case .tooDeep:
      LocalizedText(
        vi:
          "biểu thức lồng nhau quá sâu (tối đa \(Limits.nesting) cấp ngoặc, \(Limits.height) phép tính nối tiếp)",
        en:
          "the expression is nested too deeply (at most \(Limits.nesting) levels of brackets, \(Limits.height) operations in a row)"
      )
    case .macroVariable(let macro):
      LocalizedText(
        vi: "biến của \(macro) phải là một tên đơn",
        en: "the variable of \(macro) must be a plain name")
    case .macroArgument(_, let text): text
    case .optionalSyntax:
      LocalizedText(
        vi: "cú pháp tùy chọn (.?, [?]) chưa được bật ở đây",
        en: "optional syntax (.?, [?]) is not switched on here")
    }
  }

  /// How to mend it.
  var mend: LocalizedText? {
    switch self {
    case .unterminatedString:
      LocalizedText(vi: "thêm dấu đóng chuỗi", en: "add the closing quote")
    case .reservedWord:
      LocalizedText(vi: "dùng một tên khác", en: "use another name")
    case .tooDeep, .tooManyNodes, .tooLong:
      LocalizedText(vi: "tách thành nhiều biểu thức", en: "split it into several expressions")
    case .strayCharacter("="):
      LocalizedText(vi: "so sánh bằng viết là ==", en: "equality is written ==")
    case .strayCharacter("&"), .strayCharacter("|"):
      LocalizedText(vi: "viết && hoặc ||", en: "write && or ||")
    default: nil
    }
  }

  /// The problem at a place of a source.
  func diagnostic(in source: SourceText, at range: SourceRange) -> Diagnostic {
    // A part of the source in a message may hold line ends and other signs that do not show.
    let message = LocalizedText(vi: visible(message.vi), en: visible(message.en))
    return Diagnostic(code: code, message: message, mend: mend, source: source.name, range: range)
  }
}
