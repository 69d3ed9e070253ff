import Diagnostics
import InspectionCore

// Workspaces and rounds: who works here, and who inspects whom.

extension MappingDescription {
  static let workspace = MappingDescription(
    "workspace",
    LocalizedText(vi: "Cấu hình thư mục làm việc.", en: "The settings of a workspace."),
    [
      .formatVersion,
      .required("workspace", .localized, vi: "tên thư mục làm việc", en: "what it is called"),
      .required(
        "coordinator", .text(), vi: "mã đơn vị theo dõi, đứng trên các đơn vị được theo dõi",
        en: "the code of the office that tracks, above the units it follows"),
      .optional(
        "language", .choice(Language.allCases.map(\.rawValue)),
        vi: "ngôn ngữ của công văn, báo cáo", en: "the language of letters and reports"),
      .optional(
        "levels", .list(.mapping(.levelName)), vi: "tên gọi các cấp",
        en: "what the levels of units are called"),
      .optional("mail", .mapping(.mail), vi: "cách gửi thư", en: "how letters are sent"),
      .optional(
        "retention", .list(.mapping(.retention)), vi: "thời hạn lưu trữ",
        en: "how long things are kept; what is not named is kept for good"),
    ])

  static let levelName = MappingDescription(
    "level-name",
    LocalizedText(vi: "Tên gọi một cấp.", en: "What a level is called."),
    [
      .required("level", .text(), vi: "mã cấp", en: "the level"),
      .required("title", .localized, vi: "tên gọi", en: "what it is called"),
    ])

  static let mail = MappingDescription(
    "mail",
    LocalizedText(vi: "Cách gửi thư.", en: "How letters are sent."),
    [
      .required("from", .text(), vi: "địa chỉ gửi", en: "the address they come from"),
      .oneOf(
        "carrier", "command", .list(.text(), minimum: 1),
        vi: "chương trình nhận thư ở đầu vào chuẩn",
        en: "the program that takes a message on its standard input, with its arguments"),
      .oneOf(
        "carrier", "smtp", .mapping(.mailServer), vi: "máy chủ thư",
        en: "the server that takes mail"),
    ])

  static let mailServer = MappingDescription(
    "mail-server",
    LocalizedText(vi: "Máy chủ nhận thư gửi đi.", en: "The server that takes mail."),
    [
      .required(
        "url", .text(), vi: "smtp://máy:587, hoặc smtps://máy:465",
        en: "smtp://host:587, or smtps://host:465"),
      .optional("user", .text(), vi: "tên đăng nhập", en: "the name to log in with"),
      .optional(
        "password_file", .text(), vi: "tệp chứa mật khẩu, tính từ thư mục làm việc",
        en: "the file that holds the password, from the workspace's folder"),
      .optional(
        "password_env", .text(), vi: "biến môi trường chứa mật khẩu",
        en: "the environment variable that holds the password"),
      .optional(
        "tls", .choice(WorkspaceSettings.MailServer.Encryption.allCases.map(\.rawValue)),
        vi: "mã hóa; required nếu không nêu", en: "encryption; required unless said otherwise"),
      .optional(
        "ca_file", .text(),
        vi: "tệp chứng thư PEM của nơi cấp chứng thư cho máy chủ, tính từ thư mục làm việc",
        en: "certificates (PEM) by which the server is known, from the workspace's folder"),
    ])

  static let retention = MappingDescription(
    "retention",
    LocalizedText(vi: "Một thời hạn lưu trữ.", en: "How long one kind of thing is kept."),
    [
      .required(
        "of", .choice(WorkspaceSettings.Retention.Subject.allCases.map(\.rawValue)),
        vi: "nội dung hết hạn thì xóa", en: "what is forgotten after that time"),
      .required("years", .wholeNumber, vi: "số năm, tính từ khi đóng", en: "years from closing"),
      .required("source", .text(), vi: "căn cứ", en: "what says so"),
    ])

  static let round = MappingDescription(
    "round",
    LocalizedText(
      vi: "Một đợt kiểm tra theo quyết định.", en: "A round of inspections, as it is decided."),
    [
      .formatVersion,
      .required("round", .text(), vi: "mã đợt", en: "its id"),
      .required("title", .localized, vi: "tên đợt", en: "what it is called"),
      .required("decision", .mapping(.decision), vi: "quyết định", en: "the decision"),
      .required(
        "checklists", .list(.text(), minimum: 1), vi: "các bảng kiểm, dạng id@version",
        en: "the checklists, as id@version"),
      .optional("theme", .text(), vi: "chuyên đề", en: "the theme, where only a part is looked at"),
      .required("period", .mapping(.period), vi: "kỳ được kiểm tra", en: "the period looked at"),
      .optional(
        "submit_by", .date, vi: "hạn nộp báo cáo tự đánh giá",
        en: "the last day for self-assessments"),
      .required("teams", .list(.mapping(.team), minimum: 1), vi: "các đoàn", en: "the teams"),
    ])

  static let decision = MappingDescription(
    "decision",
    LocalizedText(vi: "Văn bản quyết định.", en: "The document that decides it."),
    [
      .required("number", .text(), vi: "số, ký hiệu", en: "its number"),
      .required("date", .date, vi: "ngày ký", en: "the day it was signed"),
    ])

  static let team = MappingDescription(
    "team",
    LocalizedText(vi: "Một đoàn kiểm tra.", en: "A team of inspectors."),
    [
      .required("id", .text(), vi: "mã đoàn", en: "its id"),
      .required("leader", .text(), vi: "tài khoản trưởng đoàn", en: "the account that leads it"),
      .optional(
        "members", .list(.text()), vi: "tài khoản các thành viên", en: "the members' accounts"),
      .required(
        "units", .list(.text(), minimum: 1), vi: "mã các đơn vị được kiểm tra",
        en: "the codes of the units it visits"),
      .required(
        "visits", .mapping(.period), vi: "thời gian kiểm tra", en: "the days of the visits"),
    ])
}
