import Diagnostics
import Glibc

/// Why a plugin's process cannot be relied on any longer; for whose check, only asking one by one tells.
enum PluginFault: Error, Hashable, Sendable {
  /// The program is not there.
  case noProgram(String)
  /// A file of its sources is no longer what it was when the checklist was loaded.
  case changed(String)
  /// What runs it is not there.
  case noRuntime(String)
  /// The system did not start it.
  case notStarted(Int32)
  /// It ended.
  case ended(ExitStatus)
  /// It closed its output and runs on.
  case closedOutput
  /// No answer came in time.
  case late(seconds: Int)
  /// It wrote what is no line of JSON in UTF-8.
  case garbage(String)
  /// It wrote what is not UTF-8.
  case notUTF8
  /// It answered a request that was not sent.
  case unknownID(String)
  /// It answered a request twice.
  case twice(String)
  /// An answer has no end.
  case tooLong(kilobytes: Int)
  /// It broke off inside a line.
  case halfLine
  /// It floods standard error.
  case logFlood
  /// It is another plugin, or another version of it or of the protocol.
  case other(String)
  /// It gives another name or version than its manifest.
  case misnamed(String, expected: String)
  /// It failed too often.
  case givenUp

  /// The cause in words.
  var message: LocalizedText {
    switch self {
    case .noProgram(let name):
      LocalizedText(
        vi: "không có chương trình \"\(name)\"", en: "there is no program \"\(name)\"")
    case .changed(let path):
      LocalizedText(
        vi: "tệp nguồn \"\(path)\" đã thay đổi sau khi nạp bảng kiểm; chạy lại lệnh",
        en:
          "its source \"\(path)\" has changed since the checklist was loaded; run the command again"
      )
    case .noRuntime(let name):
      LocalizedText(
        vi: "máy này không có \"\(name)\" để chạy nó", en: "this host has no \"\(name)\" to run it")
    case .notStarted(let code):
      LocalizedText(
        vi: "không khởi động được (\(String(cString: strerror(code))))",
        en: "it could not be started (\(String(cString: strerror(code))))")
    case .ended(let status): PluginFault.ended(status)
    case .closedOutput:
      LocalizedText(vi: "nó đóng đầu ra khi chưa trả lời", en: "it closed its output unasked")
    case .late(let seconds):
      LocalizedText(
        vi: "quá \(seconds) giây chưa trả lời; đã đẩy đầu ra (flush) sau mỗi dòng chưa?",
        en: "it gave no answer within \(seconds) s; is its output flushed after each line?")
    case .garbage(let line):
      LocalizedText(
        vi: "nó ghi ra dòng không phải câu trả lời: \(line) (nhật ký ghi ra luồng lỗi)",
        en: "it wrote a line that is no answer: \(line) (logs belong on standard error)")
    case .notUTF8:
      LocalizedText(vi: "nó ghi ra dữ liệu không phải UTF-8", en: "it wrote what is not UTF-8")
    case .unknownID(let id):
      LocalizedText(
        vi: "nó trả lời câu hỏi không có, \"\(id)\"",
        en: "it answered a request that was not sent, \"\(id)\"")
    case .twice(let id):
      LocalizedText(
        vi: "nó trả lời hai lần câu hỏi \"\(id)\"", en: "it answered the request \"\(id)\" twice")
    case .tooLong(let kilobytes):
      LocalizedText(
        vi: "câu trả lời dài quá \(kilobytes) KB",
        en: "its answer is longer than \(kilobytes) KB")
    case .halfLine:
      LocalizedText(vi: "nó dừng giữa chừng một dòng", en: "it broke off inside a line")
    case .logFlood:
      LocalizedText(
        vi: "nó ghi quá nhiều ra luồng lỗi", en: "it wrote too much on standard error")
    case .other(let name):
      LocalizedText(
        vi: "chương trình tự xưng là khác: \(name)",
        en: "the program says that it is another: \(name)")
    case .misnamed(let name, let expected):
      LocalizedText(
        vi: "chương trình tự xưng là \(name), còn plugin.yaml ghi \(expected)",
        en: "the program says that it is \(name), but plugin.yaml says \(expected)")
    case .givenUp:
      LocalizedText(
        vi: "nó hỏng quá nhiều lần nên không được chạy nữa",
        en: "it failed too often and is not run any more")
    }
  }

  private static func ended(_ status: ExitStatus) -> LocalizedText {
    guard let signal = status.signal else {
      guard case .exited(let code) = status, code != 0 else {
        return LocalizedText(
          vi: "nó kết thúc khi chưa trả lời", en: "it ended without having answered")
      }
      return LocalizedText(
        vi: "nó kết thúc với mã lỗi \(code)", en: "it ended with exit code \(code)")
    }
    if signal == SIGXCPU {
      return LocalizedText(
        vi: "nó dùng hết thời gian bộ xử lý", en: "it used up its processor time")
    }
    return LocalizedText(
      vi: "nó bị dừng bởi tín hiệu \(signal) (\(String(cString: strsignal(signal))))",
      en: "it was stopped by signal \(signal) (\(String(cString: strsignal(signal))))")
  }
}
