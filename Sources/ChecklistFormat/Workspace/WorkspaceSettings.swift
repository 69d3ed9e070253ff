public import Diagnostics

/// What `soat.yaml` says of a workspace.
public struct WorkspaceSettings: Hashable, Sendable {
  /// How letters are sent.
  public struct Mail: Hashable, Sendable {
    /// The address they come from.
    public var from: String
    /// What carries them.
    public var carrier: Carrier
  }

  /// What carries letters.
  public enum Carrier: Hashable, Sendable {
    /// A program that takes a message on its standard input, with its arguments.
    case command([String])
    /// A server that takes mail in.
    case smtp(MailServer)
  }

  /// A server that takes mail in (RFC 5321).
  public struct MailServer: Hashable, Sendable {
    /// Whether the connection is encrypted.
    public enum Encryption: String, Hashable, Sendable, CaseIterable {
      /// Nothing is sent before it is.
      case required
      /// It is not: for a server on the same machine or in the same room.
      case none
    }

    /// `smtp://host:port`, or `smtps://host:port` where encryption comes first.
    public var url: String
    /// The name to log in with; nil where none is asked for.
    public var user: String?
    /// The file that holds the password, from the workspace's folder.
    public var passwordFile: String?
    /// The environment variable that holds the password.
    public var passwordVariable: String?
    /// Whether the connection is encrypted.
    public var encryption: Encryption
    /// The file of certificates (PEM) by which the server is known, from the workspace's folder; nil
    /// where those of the system do.
    public var authorityFile: String?
  }

  /// How long something is kept (thời hạn lưu trữ).
  public struct Retention: Hashable, Sendable {
    /// What is forgotten after that time.
    public enum Subject: String, Hashable, Sendable, CaseIterable {
      /// The free texts of items that were closed: reasons, measures.
      case itemTexts = "item_texts"
      /// The evidence files of items that were closed.
      case itemFiles = "item_files"
      /// The answers of self-assessments, the accepted revision apart.
      case drafts
    }

    /// What is forgotten.
    public var subject: Subject
    /// After how many years, counted from the closing or the acceptance.
    public var years: Int
    /// What says so.
    public var source: String
  }

  /// What the office calls its workspace.
  public var title: LocalizedText
  /// The code of the office that tracks what was asked for; the units it follows lie beneath it.
  public var coordinator: String
  /// The language of letters and reports.
  public var language: Language
  /// What the levels of units are called, by level.
  public var levels: [String: LocalizedText]
  /// How letters are sent; nil where they are only written.
  public var mail: Mail?
  /// How long things are kept; what is not named is kept for good.
  public var retention: [Retention]
}

/// Settings as loaded, or what is wrong with them.
public struct LoadedWorkspaceFile: Sendable {
  /// The settings; nil where there are errors.
  public let settings: WorkspaceSettings?
  /// Everything found.
  public let diagnostics: DiagnosticList
  /// The text that diagnostics point into.
  public let source: SourceText
}

/// Loads the settings of a workspace.
public enum WorkspaceFileLoader {
  /// Loads a `soat.yaml`.
  ///
  /// - Throws: ``FileProblem`` where the file cannot be read.
  public static func load(_ path: String) throws(FileProblem) -> LoadedWorkspaceFile {
    let loaded = try loadYAML(path) { reader, root in
      WorkspaceSettingsReader(reader: reader).settings(root)
    }
    return LoadedWorkspaceFile(
      settings: loaded.value, diagnostics: loaded.diagnostics, source: loaded.source)
  }

  /// The text of a new `soat.yaml`.
  public static func text(title: String, coordinator: String) -> String {
    """
    # yaml-language-server: $schema=\(FormatFile.workspace.schemaName)
    # Thư mục làm việc của Soat. A workspace of Soat's.
    soat: 1
    workspace: { vi: \(doubleQuoted(title)), en: \(doubleQuoted(title)) }
    coordinator: \(doubleQuoted(coordinator))
    language: vi
    levels:
      - { level: province, title: { vi: "tỉnh", en: "province" } }
      - { level: district, title: { vi: "huyện", en: "district" } }
      - { level: commune, title: { vi: "xã", en: "commune" } }
    # mail: { from: "theo-doi@so.example", command: [/usr/sbin/sendmail, -t] }
    # mail: { from: "theo-doi@so.example", smtp: { url: "smtp://thu.so.example:587", user: theo-doi, password_file: mat-khau } }
    # retention:
    #   - { of: item_texts, years: 10, source: "quy định lưu trữ của cơ quan" }

    """
  }
}

struct WorkspaceSettingsReader {
  let reader: FileReader

  func settings(_ root: YAMLNode) -> WorkspaceSettings? {
    guard let file = reader.mapping(root, .workspace) else { return nil }
    file.checkFormatVersion()
    let title = file.localized("workspace")
    let coordinator = file.text("coordinator")
    let language = file.choice("language", of: Language.self)
    var levels: [String: LocalizedText] = [:]
    for node in file.list("levels") {
      guard let mapping = reader.mapping(node, .levelName) else { continue }
      let level = mapping.text("level")
      let title = mapping.localized("title")
      if let level, let title { levels[level] = title }
    }
    let mail = file.mapping("mail", .mail).flatMap(mail)
    let retention = file.list("retention").compactMap(retention)
    guard let title, let coordinator else { return nil }
    return WorkspaceSettings(
      title: title, coordinator: coordinator, language: language ?? .vi, levels: levels,
      mail: mail, retention: retention)
  }

  private func mail(_ mapping: Mapping) -> WorkspaceSettings.Mail? {
    let from = mapping.text("from")
    let command = mapping.list("command").compactMap { reader.line($0) }
    let server = mapping.mapping("smtp", .mailServer).flatMap(mailServer)
    if (mapping.optional("command") == nil) == (mapping.optional("smtp") == nil) {
      reader.reportGroup(mapping, ["command", "smtp"])
      return nil
    }
    guard let from else { return nil }
    if let server { return WorkspaceSettings.Mail(from: from, carrier: .smtp(server)) }
    guard !command.isEmpty else { return nil }
    return WorkspaceSettings.Mail(from: from, carrier: .command(command))
  }

  private func mailServer(_ mapping: Mapping) -> WorkspaceSettings.MailServer? {
    let url = mapping.text("url")
    let user = mapping.text("user")
    let file = mapping.text("password_file")
    let variable = mapping.text("password_env")
    let encryption = mapping.choice("tls", of: WorkspaceSettings.MailServer.Encryption.self)
    let authority = mapping.text("ca_file")
    guard let url else { return nil }
    return WorkspaceSettings.MailServer(
      url: url, user: user, passwordFile: file, passwordVariable: variable,
      encryption: encryption ?? .required, authorityFile: authority)
  }

  private func retention(_ node: YAMLNode) -> WorkspaceSettings.Retention? {
    guard let mapping = reader.mapping(node, .retention) else { return nil }
    let subject = mapping.choice("of", of: WorkspaceSettings.Retention.Subject.self)
    let years = mapping.wholeNumber("years")
    let source = mapping.text("source")
    guard let subject, let years, let source else { return nil }
    return WorkspaceSettings.Retention(subject: subject, years: years, source: source)
  }
}
