import CLibYAML
import Diagnostics

/// The diagnostic for what libyaml could not read, in our own words and both languages.
func syntaxProblem(
  of parser: yaml_parser_t, in source: SourceText, _ cursor: inout MarkCursor
) -> YAMLProblem {
  let problem = parser.problem.map { String(cString: $0) } ?? ""
  let context = parser.context.map { String(cString: $0) } ?? ""
  // A quote that is never closed is shown where it opens, not at the end of the file.
  let isOpenQuote = context == "while scanning a quoted scalar"
  let mark = isOpenQuote ? parser.context_mark : parser.problem_mark
  let at = cursor.offset(of: mark.index)
  let words =
    isOpenQuote && !problem.contains("escape") ? openQuote : plainWords(problem, source, at)
  let upper = at < source.bytes.count && source.bytes[at] > 0x20 ? at + 1 : at
  return YAMLProblem(
    source, SourceRange(at, upper), code: "yaml-syntax",
    LocalizedText(vi: "YAML sai cú pháp: ", en: "not YAML: ") + words.message, mend: words.mend)
}

private struct SyntaxWords {
  let message: LocalizedText
  let mend: LocalizedText

  init(vi: String, en: String, mendVi: String, mendEn: String) {
    message = LocalizedText(vi: vi, en: en)
    mend = LocalizedText(vi: mendVi, en: mendEn)
  }
}

private let openQuote = SyntaxWords(
  vi: "ngoặc kép mở ở đây không được đóng", en: "the quote that opens here is not closed",
  mendVi: "thêm dấu ngoặc đóng", mendEn: "add the closing quote")

private let indentation = SyntaxWords(
  vi: "dòng này thụt lề không khớp các dòng trước",
  en: "the indentation does not fit the lines before",
  mendVi: "thụt lề bằng dấu cách, các khóa cùng cấp thẳng cột; kiểm tra dấu ngoặc ở dòng trước",
  mendEn: "indent with spaces, keys of one level in one column; look at the quotes just before")

private func plainWords(_ problem: String, _ source: SourceText, _ at: Int) -> SyntaxWords {
  if at < source.bytes.count, source.bytes[at] == 0x09 {
    return SyntaxWords(
      vi: "Tab không dùng để thụt lề", en: "a tab does not indent",
      mendVi: "thay Tab bằng dấu cách", mendEn: "use spaces")
  }
  switch problem {
  case "mapping values are not allowed in this context":
    return SyntaxWords(
      vi: "dấu hai chấm không đúng chỗ", en: "a colon does not belong here",
      mendVi: "đặt đoạn chữ có \": \" trong ngoặc kép; xem lại thụt lề",
      mendEn: "quote a text that holds \": \"; look at the indentation")
  case "found character that cannot start any token":
    return SyntaxWords(
      vi: "ký tự này không mở đầu được một giá trị", en: "this character cannot begin a value",
      mendVi: "đặt đoạn chữ trong ngoặc kép", mendEn: "quote the text")
  case "did not find expected ',' or '}'":
    return SyntaxWords(
      vi: "thiếu dấu phẩy hoặc dấu }", en: "a comma or } is missing",
      mendVi: "đóng { … }, và đặt chữ có dấu phẩy trong ngoặc kép",
      mendEn: "close the { … }, and quote a text that holds a comma")
  case "did not find expected ',' or ']'":
    return SyntaxWords(
      vi: "thiếu dấu phẩy hoặc dấu ]", en: "a comma or ] is missing",
      mendVi: "đóng [ … ], và đặt chữ có dấu phẩy trong ngoặc kép",
      mendEn: "close the [ … ], and quote a text that holds a comma")
  case "could not find expected ':'":
    return SyntaxWords(
      vi: "thiếu dấu hai chấm sau khóa", en: "the colon after a key is missing",
      mendVi: "viết khóa: giá trị", mendEn: "write key: value")
  case "found unknown escape character", "did not find expected hexdecimal number",
    "found invalid Unicode character escape code":
    return SyntaxWords(
      vi: "dấu \\ trong ngoặc kép không đúng", en: "this use of \\ in double quotes is not known",
      mendVi: "viết \\\\ cho một dấu \\, hoặc dùng ngoặc đơn '…'",
      mendEn: "write \\\\ for a backslash, or use single quotes")
  case "did not find expected key", "did not find expected '-' indicator",
    "block sequence entries are not allowed in this context",
    "mapping keys are not allowed in this context",
    "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected":
    return indentation
  default:
    return SyntaxWords(
      vi: "không đọc được từ chỗ này (\(problem))",
      en: problem.isEmpty ? "cannot be read" : problem,
      mendVi: "xem lại thụt lề (dùng dấu cách), dấu hai chấm và dấu ngoặc quanh chỗ này",
      mendEn: "look at the indentation (spaces), colons and quotes around this place")
  }
}
