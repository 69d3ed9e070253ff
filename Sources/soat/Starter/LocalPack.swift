import ChecklistFormat
import Diagnostics
import InspectionCore

/// The files of a pack that extends another: a local checklist to begin with.
struct LocalPack {
  let id: String
  let base: Checklist
  let language: Language

  func files() -> [StarterPack.File] {
    var files = [
      StarterPack.file("checklist.yaml", .checklist, checklist),
      StarterPack.file("local.yaml", .area, area),
      StarterPack.file("indicators/\(id).yaml", .indicators, indicators),
    ]
    files += StarterPack.schemas
    return files
  }

  private func note(_ vi: String, _ en: String) -> String {
    "# " + LocalizedText(vi: vi, en: en)[language]
  }

  /// The check whose change is shown: the first that carries points and has a deadline.
  private var shown: Check? {
    let checks = base.areas.flatMap(\.checks)
    return checks.first { $0.points > 0 && $0.remedy.within != nil } ?? checks.first
  }

  private var changes: String {
    guard let shown else { return "" }
    let more = FigureText(.vi).points((shown.points / 1_000_000 + 1) * 1_000_000)
    return #"""
      \#(note("Những chỗ khác với bảng gốc. Bỏ một mục: drop: true. soat lint --notes liệt kê mọi chỗ khác.", "Where it differs from the base. To leave a check out: drop: true. soat lint --notes lists every difference."))
      changes:
        - check: \#(shown.id)
          points: \#(more)
          reason: { vi: "Địa phương ưu tiên việc này", en: "A local priority" }
      """#
  }

  private var checklist: String {
    #"""
    \#(note("Bảng kiểm địa phương: mọi mục của bảng gốc, trừ những chỗ ghi ở changes và include.", "A local checklist: all of the base, but for what stands under changes and include."))
    soat: 1
    id: \#(id)
    version: 1.0
    title: { vi: "Bảng kiểm địa phương", en: "Local checklist" }
    extends: \#(base.reference)
    \#(note("Dấu vân tay của bảng gốc hôm nay: soat lint báo khi bảng gốc thay đổi.", "The digest of the base today: soat lint tells when the base changes."))
    extends_digest: "\#(base.digest)"
    uses: { indicators: [\#(id)] }
    include: [local.yaml]
    \#(changes)

    """#
  }

  private var area: String {
    #"""
    \#(note("Mục riêng của địa phương. Dùng mã lĩnh vực của bảng gốc thì mục được thêm vào lĩnh vực đó.", "Checks of your own. With the id of an area of the base they are added to that area."))
    area: { id: local, title: { vi: "Nội dung riêng của địa phương", en: "Local matters" } }
    checks:
      - id: DP-01
        title: { vi: "Có kế hoạch riêng của địa phương", en: "There is a local plan" }
        kind: presence
        with: { of: local.plan }
        \#(note("0 điểm: nêu mà không chấm, nên tổng điểm của bảng gốc giữ nguyên.", "0 points: reported but not scored, so that the total of the base stays."))
        points: 0
        class: practice
        severity: low

    """#
  }

  private var indicators: String {
    #"""
    soat: 1
    indicators:
      - { id: local.plan, title: { vi: "Kế hoạch riêng của địa phương (số, ngày)", en: "The local plan (number, date)" }, type: document, supplier: commune }

    """#
  }
}
