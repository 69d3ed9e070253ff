import Diagnostics
import InspectionCore

// Plugins: their manifests, and which of them a pack has pinned.

extension MappingDescription {
  static let plugin = MappingDescription(
    "plugin",
    LocalizedText(
      vi: "Phần kiểm tra bổ sung: một kiểu kiểm tra do chương trình riêng chấm.",
      en: "A plugin: a kind of check that a program of its own judges."),
    [
      .formatVersion,
      .required(
        "plugin", .text(), vi: "tên, cũng là tên thư mục và từ sau kind",
        en: "its name, that of its folder and the word after kind"),
      .required("version", .text(), vi: "phiên bản", en: "its version"),
      .required("title", .localized, vi: "tên gọi", en: "its name for people"),
      .required("summary", .localized, vi: "chấm điều gì", en: "what it judges"),
      .required(
        "runtime", .choice(PluginManifest.Runtime.words), vi: "chạy bằng gì", en: "what runs it"),
      .required(
        "program", .text(), vi: "tệp để chạy, trong thư mục này",
        en: "the file to run, inside the folder"),
      .optional(
        "credit", .bool, vi: "có thể cho một phần điểm; mặc định không",
        en: "whether it can give part of the points; not where it is left out"),
      .optional(
        "reads", .list(.choice(ExternalKind.Fact.words)), vi: "cần biết gì; mặc định unit, period",
        en: "the facts it is told; unit and period where it is left out"),
      .optional(
        "parameters", .list(.mapping(.pluginParameter)), vi: "tham số dưới with",
        en: "what a checklist gives under with"),
      .optional(
        "evidence", .list(.mapping(.pluginEvidence)), vi: "tệp minh chứng nó đọc",
        en: "the files of evidence it reads"),
      .optional("limits", .mapping(.pluginLimits), vi: "giới hạn", en: "how much it may take"),
    ])

  static let pluginParameter = MappingDescription(
    "plugin-parameter",
    LocalizedText(vi: "Một tham số.", en: "A parameter."),
    [
      .required("name", .text(), vi: "tên", en: "its name"),
      .required("type", .choice(ParameterType.pluginWords), vi: "kiểu", en: "its type"),
      .required("meaning", .localized, vi: "ý nghĩa", en: "what it means"),
      .optional(
        "of", .list(.text(), minimum: 1), vi: "các kiểu chỉ tiêu, hoặc các lựa chọn của choice",
        en: "types of indicator, or the words of a choice"),
      .optional(
        "required", .bool, vi: "bắt buộc; mặc định có",
        en: "whether it must be given; it must where this is left out"),
      .optional(
        "open", .bool, vi: "vẫn hỏi khi chưa có số liệu hoặc số liệu chưa chính xác",
        en: "whether it is sent even where it is missing or a range"),
      .optional(
        "previous", .bool, vi: "gửi cả số liệu kỳ trước",
        en: "whether the answer for the period before is sent too"),
    ])

  static let pluginEvidence = MappingDescription(
    "plugin-evidence",
    LocalizedText(vi: "Một loại tệp minh chứng.", en: "Files of evidence."),
    [
      .required("name", .text(), vi: "tên", en: "their name"),
      .required("meaning", .localized, vi: "ý nghĩa", en: "what they are"),
      .optional(
        "media", .list(.text(), minimum: 1), vi: "các loại nội dung nhận được, như text/csv",
        en: "the media types it takes, such as text/csv"),
      .optional(
        "required", .bool, vi: "bắt buộc; mặc định có",
        en: "whether the check is unanswered without; it is where this is left out"),
      .optional(
        "most", .wholeNumber, vi: "nhiều nhất mấy tệp; mặc định 1",
        en: "how many files at the most; 1 where it is left out"),
      .optional(
        "all", .bool, vi: "nhận mọi tệp của bài nộp",
        en: "whether it takes the files of every check"
      ),
    ])

  static let pluginLimits = MappingDescription(
    "plugin-limits",
    LocalizedText(vi: "Giới hạn của chương trình.", en: "How much a program may take."),
    [
      .optional(
        "seconds", .wholeNumber, vi: "giây cho một câu trả lời; mặc định 5",
        en: "seconds for an answer; 5 where it is left out"),
      .optional(
        "cpu_seconds", .wholeNumber, vi: "giây bộ xử lý của một tiến trình; mặc định 120",
        en: "processor seconds of a process; 120 where it is left out"),
      .optional(
        "memory_mb", .wholeNumber, vi: "MB bộ nhớ; mặc định 512",
        en: "MB of memory; 512 where it is left out"),
      .optional(
        "answer_kb", .wholeNumber, vi: "KB một câu trả lời; mặc định 64",
        en: "KB of an answer; 64 where it is left out"),
      .optional(
        "evidence_kb", .wholeNumber, vi: "KB một tệp minh chứng; mặc định 4096",
        en: "KB of a file of evidence; 4096 where it is left out"),
    ])

  static let pins = MappingDescription(
    "pins",
    LocalizedText(
      vi: "plugins.lock: các phần kiểm tra bổ sung mà bảng kiểm đã chốt.",
      en: "plugins.lock: the plugins that a pack has pinned."),
    [
      .formatVersion,
      .required(
        "pins", .list(.mapping(.pin)), vi: "từng phần đã chốt", en: "what is pinned"),
    ])

  static let pin = MappingDescription(
    "pin",
    LocalizedText(vi: "Một phần đã chốt.", en: "A plugin as it was when it was pinned."),
    [
      .required("plugin", .text(), vi: "tên", en: "its name"),
      .required("version", .text(), vi: "phiên bản", en: "its version"),
      .required(
        "digest", .text(), vi: "mã băm của mọi tệp nguồn", en: "the digest of all its sources"),
      .required(
        "files", .list(.mapping(.pinnedFile)), vi: "các tệp nguồn", en: "its sources"),
    ])

  static let pinnedFile = MappingDescription(
    "pinned-file",
    LocalizedText(vi: "Một tệp nguồn.", en: "A file of the sources."),
    [
      .required("file", .text(), vi: "đường dẫn trong thư mục", en: "its path in the folder"),
      .required("sha256", .text(), vi: "mã băm SHA-256", en: "its SHA-256"),
    ])
}
