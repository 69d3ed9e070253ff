public import Diagnostics

/// An item in the annex of a chasing letter.
public struct ChasedItem: Hashable, Sendable {
  /// The item with how it stands.
  public var entry: DueEntry
  /// The step of chasing that has been reached.
  public var step: EscalationStep
  /// What the item is about.
  public var wording: String

  /// Creates a line of an annex.
  public init(_ entry: DueEntry, step: EscalationStep, wording: String) {
    self.entry = entry
    self.step = step
    self.wording = wording
  }
}

/// One letter to one unit about what is due or late (công văn đôn đốc), with its items in an annex.
public struct ChasingLetter: Hashable, Sendable {
  /// The code of the unit.
  public var unit: String
  /// What the unit is called.
  public var unitName: String
  /// What the office that sends it is called.
  public var office: String
  /// The day.
  public var day: CivilDate
  /// The items, those longest overdue first.
  public var items: [ChasedItem]

  /// Creates a letter.
  public init(
    unit: String, unitName: String, office: String, day: CivilDate, items: [ChasedItem]
  ) {
    self.unit = unit
    self.unitName = unitName
    self.office = office
    self.day = day
    self.items = items
    self.items.sort {
      ($0.entry.item.due?.daysSinceEpoch ?? 0, $0.entry.item.id)
        < ($1.entry.item.due?.daysSinceEpoch ?? 0, $1.entry.item.id)
    }
  }

  /// How many of its items are overdue.
  public var overdue: Int {
    var count = 0
    for item in items where item.entry.standing.isOverdue { count += 1 }
    return count
  }

  /// Everybody whom a step tells besides the unit, each once.
  public var copies: [String] {
    var copies: [String] = []
    for item in items where item.step.recipient != "unit" && !copies.contains(item.step.recipient) {
      copies.append(item.step.recipient)
    }
    return copies
  }
}

// MARK: Vietnamese, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I

extension ChasingLetter {
  /// The letter as plain text, ready for its number and signature.
  public func text(_ language: Language) -> String {
    language == .vi ? vietnamese : english
  }

  /// The letter in a few lines, to be pasted into a messenger.
  public func message(_ language: Language) -> String {
    let coming = items.count - overdue
    var counts = LocalizedText(same: "")
    if overdue > 0 {
      counts = LocalizedText(vi: "\(two(overdue)) nội dung quá hạn", en: "\(overdue) overdue")
    }
    if coming > 0 {
      let comma = LocalizedText(same: overdue > 0 ? ", " : "")
      counts =
        counts + comma
        + LocalizedText(vi: "\(two(coming)) nội dung sắp đến hạn", en: "\(coming) due soon")
    }
    var text = LocalizedText(
      vi: "\(office) kính báo \(unitName): đến ngày \(day.vietnamese) có \(counts.vi).",
      en: "\(office) to \(unitName): on \(day.iso), \(counts.en).")[language]
    for item in items.prefix(Self.messageItems) { text += "\n- " + line(item, language) }
    if items.count > Self.messageItems {
      let more = items.count - Self.messageItems
      text += LocalizedText(vi: "\n… và \(more) nội dung nữa", en: "\n… and \(more) more")[language]
    }
    text +=
      LocalizedText(
        vi: "\nĐề nghị đơn vị thực hiện và gửi minh chứng.",
        en: "\nPlease see to them and send the evidence.")[language]
    return text + "\n"
  }

  /// How many items a message names.
  private static let messageItems = 5

  private var vietnamese: String {
    var text = "\(office)\n"
    text += "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    text += "Số:          \(day.formal)\n"
    text += "V/v đôn đốc thực hiện nội dung cần khắc phục\n\n"
    text += "Kính gửi: \(unitName)\n\n"
    text += "Qua theo dõi việc thực hiện các văn bản đã ban hành, tính đến hết ngày "
    text += "\(day.vietnamese), \(unitName) còn \(two(items.count)) nội dung cần khắc phục chưa "
    text += "hoàn thành"
    if overdue > 0 { text += ", trong đó \(two(overdue)) nội dung đã quá hạn" }
    text += " (Phụ lục kèm theo).\n\n"
    text += "\(office) đề nghị \(unitName) khẩn trương thực hiện, báo cáo kết quả kèm minh chứng; "
    text += "nội dung có khó khăn, vướng mắc thì có văn bản đề nghị gia hạn, nêu rõ lý do./.\n\n"
    text += "Nơi nhận:\n- Như trên;\n"
    for copy in copies { text += "- \(Self.title(ofRecipient: copy).vi) (để báo cáo);\n" }
    text += "- Lưu: VT.\n\n\n"
    text += "Phụ lục\nNỘI DUNG CẦN KHẮC PHỤC CHƯA HOÀN THÀNH\n"
    text += "(Kèm theo Công văn số:          \(day.formal))\n\n"
    for (place, item) in items.enumerated() {
      text += "\(place + 1). \(line(item, .vi))\n"
    }
    return text
  }

  private var english: String {
    var text = "\(office)\n\nNo.:          \(day.iso)\nTo: \(unitName)\n"
    text += "Re: items to be put right\n\n"
    text += "At the end of \(day.iso), \(items.count) items asked of \(unitName) by issued "
    text += "documents are not done, \(overdue) of them overdue (annex).\n\n"
    text += "Please see to them and report with evidence; where there are obstacles, ask for an "
    text += "extension in writing, with the reason.\n\n"
    for copy in copies { text += "Copy: \(Self.title(ofRecipient: copy).en)\n" }
    text += "\nAnnex\n"
    for (place, item) in items.enumerated() {
      text += "\(place + 1). \(line(item, .en))\n"
    }
    return text
  }

  private func line(_ item: ChasedItem, _ language: Language) -> String {
    let (summary, standing) = (item.entry.item, item.entry.standing)
    var vi = item.wording
    var en = item.wording
    if let issue = summary.issue {
      vi += "; văn bản số \(issue.number) ngày \(issue.date.vietnamese)"
      en += "; document \(issue.number) of \(issue.date.iso)"
    }
    if let due = summary.due {
      vi += "; thời hạn \(due.vietnamese)"
      en += "; due \(due.iso)"
    }
    if standing.isOverdue {
      vi += ", quá hạn \(standing.overdueDays) ngày"
      en += ", \(standing.overdueDays) days overdue"
    } else {
      vi += ", còn \(standing.workingDaysLeft) ngày làm việc"
      en += ", \(standing.workingDaysLeft) working days left"
    }
    vi += " (\(item.step.title.vi); mã \(summary.id))"
    en += " (\(item.step.title.en); \(summary.id))"
    return LocalizedText(vi: vi, en: en)[language]
  }

  private static func title(ofRecipient word: String) -> LocalizedText {
    Party(rawValue: word)?.title ?? LocalizedText(same: word)
  }
}

extension CivilDate {
  /// As documents are dated: days below 10 and the months 1 and 2 have two digits.
  fileprivate var formal: String {
    let day = two(self.day)
    let month = self.month < 3 ? two(self.month) : String(self.month)
    return "ngày \(day) tháng \(month) năm \(year)"
  }
}

/// Counts below 10 have two digits in official prose.
private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
