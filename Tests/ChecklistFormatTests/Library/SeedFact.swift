import CEL
import ChecklistFormat
import Diagnostics
import InspectionCore
import Testing

/// One figure that a published document states, copied from the document and not from a submission.
struct SeedFact: Sendable, CustomTestStringConvertible {
  enum Stated: Sendable {
    case count(Int64)
    case qualified(Qualifier, Int64)
    case yes(Bool)
    case words(String)
    case day(String)
    case notStated
  }

  let submission: String
  let indicator: String
  let stated: Stated

  init(_ submission: String, _ indicator: String, _ stated: Stated) {
    self.submission = submission
    self.indicator = indicator
    self.stated = stated
  }

  var testDescription: String { "\(submission): \(indicator)" }

  /// Whether an answer says the same.
  func agrees(with answer: Answer) -> Bool {
    switch (stated, answer.value) {
    case (.count(let count), .number(let number)):
      answer.qualifier == .exact && number == Number(count)
    case (.qualified(let qualifier, let count), .number):
      answer.qualifier == qualifier && answer.stated == Rational(count)
    case (.yes(let flag), .bool(let value)): flag == value
    case (.words(let words), .text(let text)): text.contains(words)
    case (.day(let day), .date(let date)): date.description == day
    case (.notStated, .missing(let reason)): !reason.vi.isEmpty && !reason.en.isEmpty
    default: false
    }
  }
}

/// The figures of the five documents, line by line. Page counters, ratings and what could only be
/// worked out (25 communes, 133 people, 63.355 children) stand in ``strayNumbers`` instead.
let seedFacts: [SeedFact] =
  khoaiChauFacts + thachThatFacts + daiDongFacts + baToFacts + sonLongFacts

private let khoaiChauFacts = [
  SeedFact("khoai-chau-2019", "staff.leaders_in_charge", .count(1)),
  SeedFact("khoai-chau-2019", "staff.district_officers", .count(1)),
  SeedFact("khoai-chau-2019", "staff.officers_each_commune", .count(1)),
  SeedFact("khoai-chau-2019", "staff.functions_assigned", .yes(true)),
  SeedFact("khoai-chau-2019", "staff.total", .count(27)),
  SeedFact("khoai-chau-2019", "staff.dedicated", .count(0)),
  SeedFact("khoai-chau-2019", "staff.concurrent", .count(27)),
  SeedFact("khoai-chau-2019", "staff.degree_university", .count(26)),
  SeedFact("khoai-chau-2019", "staff.degree_below", .count(1)),
  SeedFact("khoai-chau-2019", "communes.total", .notStated),
  SeedFact("khoai-chau-2019", "collaborators.total", .notStated),
  SeedFact("khoai-chau-2019", "training.held_yearly", .yes(true)),
  SeedFact("khoai-chau-2019", "training.officials", .notStated),
  SeedFact("khoai-chau-2019", "budget.allocated", .count(30_000_000)),
  SeedFact("khoai-chau-2019", "fund.collected", .qualified(.over, 500_000_000)),
  SeedFact("khoai-chau-2019", "fund.planned", .notStated),
  SeedFact("khoai-chau-2019", "cases.online", .count(0)),
  SeedFact("khoai-chau-2019", "channels.online_portal", .yes(false)),
  SeedFact("khoai-chau-2019", "reporting.half_year", .yes(true)),
  SeedFact("khoai-chau-2019", "reporting.annual", .yes(true)),
  SeedFact("khoai-chau-2019", "reporting.ad_hoc", .yes(true)),
]

private let thachThatFacts = [
  SeedFact("thach-that-2024", "directives.issued", .count(15)),
  SeedFact("thach-that-2024", "channels.reporting_boxes", .count(23)),
  SeedFact("thach-that-2024", "channels.hotline_111", .yes(true)),
  SeedFact("thach-that-2024", "channels.social_work_centre", .yes(true)),
  SeedFact("thach-that-2024", "channels.commune_officers", .yes(true)),
  SeedFact("thach-that-2024", "children.resident", .count(61_924)),
  SeedFact("thach-that-2024", "children.temporary", .count(1_431)),
  SeedFact("thach-that-2024", "children.special_circumstances", .count(416)),
  SeedFact("thach-that-2024", "children.disabled", .count(393)),
  SeedFact("thach-that-2024", "children.double_orphans", .count(11)),
  SeedFact("thach-that-2024", "children.at_risk", .count(1_122)),
  SeedFact("thach-that-2024", "board.district", .yes(true)),
  SeedFact("thach-that-2024", "training.held_yearly", .yes(true)),
  SeedFact("thach-that-2024", "reporting.supplement_requested", .yes(true)),
  SeedFact("thach-that-2024", "reporting.supplement_due", .day("2024-11-09")),
  SeedFact("thach-that-2024", "staff.total", .notStated),
  SeedFact("thach-that-2024", "collaborators.total", .notStated),
  SeedFact("thach-that-2024", "budget.allocated", .notStated),
  SeedFact("thach-that-2024", "training.officials", .notStated),
  SeedFact("thach-that-2024", "cases.total", .notStated),
]

private let daiDongFacts = [
  SeedFact("dai-dong-2024", "cases.school_violence_previous", .count(1)),
  SeedFact("dai-dong-2024", "cases.school_violence_procedure_complete", .yes(true)),
  SeedFact("dai-dong-2024", "children.abandoned", .count(1)),
  SeedFact("dai-dong-2024", "children.abandoned_procedure_complete", .yes(true)),
  SeedFact("dai-dong-2024", "channels.schools", .yes(true)),
  SeedFact("dai-dong-2024", "cases.total", .notStated),
  SeedFact("dai-dong-2024", "staff.officer_assigned", .notStated),
]

private let baToFacts = [
  SeedFact("ba-to-2024", "board.district", .yes(true)),
  SeedFact("ba-to-2024", "communes.total", .count(19)),
  SeedFact("ba-to-2024", "communes.with_board", .count(19)),
  SeedFact("ba-to-2024", "communes.with_plan", .count(19)),
  SeedFact("ba-to-2024", "communes.with_officer", .notStated),
  SeedFact("ba-to-2024", "staff.leaders_in_charge", .count(1)),
  SeedFact("ba-to-2024", "staff.district_officers", .count(2)),
  SeedFact("ba-to-2024", "staff.commune_officers", .count(38)),
  SeedFact("ba-to-2024", "staff.decision", .yes(true)),
  SeedFact("ba-to-2024", "staff.total", .notStated),
  SeedFact("ba-to-2024", "collaborators.total", .count(93)),
  SeedFact("ba-to-2024", "villages.total", .count(93)),
  SeedFact("ba-to-2024", "villages.culture_points", .count(93)),
  SeedFact("ba-to-2024", "villages.with_collaborator", .notStated),
  SeedFact("ba-to-2024", "villages.play_points_children", .notStated),
  SeedFact("ba-to-2024", "play_points.mini_pitches", .count(9)),
  SeedFact("ba-to-2024", "communes.with_mini_pitch", .count(6)),
  SeedFact("ba-to-2024", "land.children_area", .notStated),
  SeedFact("ba-to-2024", "training.classes", .count(1)),
  SeedFact("ba-to-2024", "training.participants", .count(75)),
  SeedFact("ba-to-2024", "training.officials", .notStated),
  SeedFact("ba-to-2024", "training.collaborators", .notStated),
  SeedFact("ba-to-2024", "training.undated_classes", .count(6)),
  SeedFact("ba-to-2024", "training.undated_participants", .qualified(.about, 520)),
  SeedFact("ba-to-2024", "training.has_programme", .yes(true)),
  SeedFact("ba-to-2024", "directives.issued", .qualified(.atLeast, 6)),
  SeedFact("ba-to-2024", "plan.document", .words("73/KH-UBND ngày 29/3/2024")),
  SeedFact("ba-to-2024", "selfcheck.planned", .yes(true)),
  SeedFact("ba-to-2024", "recommendations.received", .count(3)),
  SeedFact("ba-to-2024", "recommendations.closed", .notStated),
  SeedFact("ba-to-2024", "budget.allocated", .notStated),
  SeedFact("ba-to-2024", "children.resident", .notStated),
  SeedFact("ba-to-2024", "children.special_circumstances", .notStated),
  SeedFact("ba-to-2024", "cases.total", .notStated),
]

private let sonLongFacts = [
  SeedFact("son-long-2024", "plan.has_deadlines", .yes(false)),
  SeedFact("son-long-2024", "plan.has_owners", .yes(true)),
  SeedFact("son-long-2024", "plan.has_budget", .yes(false)),
  SeedFact("son-long-2024", "plan.has_measurable_indicators", .yes(false)),
  SeedFact("son-long-2024", "plan.has_reporting_schedule", .yes(false)),
  SeedFact("son-long-2024", "plan.report_handling_target", .count(1)),
  SeedFact("son-long-2024", "plan.task_groups", .count(8)),
  SeedFact("son-long-2024", "plan.units_assigned", .count(9)),
  SeedFact("son-long-2024", "plan.document", .words("tháng 4/2024")),
]

/// Numbers that stand on the pages, or follow from others, and are no answer.
let strayNumbers: [String: [Int64]] = [
  "khoai-chau-2019": [39, 25, 100, 385, 23],
  "thach-that-2024": [88, 63_355, 404, 111],
  "dai-dong-2024": [88, 56],
  "ba-to-2024": [133, 520_000, 187, 13, 108, 2_922, 3_812],
  "son-long-2024": [3, 23, 121, 31, 1_863],
]

/// What is told in words alone, and must be found in the notes: shortcomings, wishes, traps, documents.
let seedNotes: [String: [String]] = [
  "khoai-chau-2019": [
    "kinh nghiệm", "ngại dư luận", "cổng điện tử", "chưa kịp thời", "cộng tác viên", "kiêm nhiệm",
    "trang thiết bị", "chồng chéo", "hạn hẹp", "Nguyên nhân", "Cam kết", "Tháng 6",
    "Chỉ thị 23/CT-TTg ngày 09/7/2023", "385/2023/NQ-HĐND", "công tác viên", "100%", "39",
    "20/4/2024",
  ],
  "thach-that-2024": [
    "phần mềm", "kiện toàn", "giao ban với cộng tác viên dân số", "phát hiện vụ việc",
    "tuyên truyền", "phối hợp chặt chẽ", "yêu cầu bổ sung số liệu", "Nghị định 56", "88",
    "một nghìn bốn trăm ba mươi mốt", "08/11/2024", "năm 2023 và 9 tháng đầu năm 2024",
  ],
  "dai-dong-2024": ["hai năm khác nhau", "che cả hai số"],
  "ba-to-2024": [
    "2922/UBND", "20/12/2023", "3812/SLĐTBXH-TEBĐG&PCTNXH", "24/6/2024", "108/QĐ-UBND",
    "58/KH-UBND ngày 22/3/2023", "76/KH-UBND ngày 07/4/2023", "92/KH-UBND ngày 04/5/2023",
    "09/KH-UBND ngày 17/01/2024", "52/KH-UBND ngày 14/3/2024", "73/KH-UBND ngày 29/3/2024",
    "82/KH-UBND ngày 09/4/2024", "84/KH-UBND ngày 11/4/2024", "98/KH-UBND ngày 14/4/2024",
    "Chủ nhật", "20-CT/TW", "19/19 xã, thị trấn", "Chú thích 1", "khoảng 520", "Chín sân",
    "không nêu tồn tại",
  ],
  "son-long-2024": [
    "121/2020/QH14", "Chỉ thị 23/CT-TTg ngày 26/5/2020", "1863/QĐ-TTg", "31/KH-UBND",
    "03 môi trường", "Tám nhóm", "Chín đầu mối", "công an huyện", "năm 2019 đến 2021",
    "Thủ tướng Chính phủ", "tảo hôn",
  ],
]
