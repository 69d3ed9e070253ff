import Diagnostics

extension Explanation {
  static let unreadableToZ: [Explanation] = [
    Explanation(
      "unreadable-file", .error,
      LocalizedText(
        vi: "Không đọc được tệp được nạp",
        en: "An included file that cannot be read"),
      LocalizedText(
        vi: "Tệp không có, không được phép đọc, quá lớn, hoặc không phải tệp thường.",
        en: "The file is missing, forbidden, too large, or not a regular file."),
      Example(
        .checklist,
        "include: [area.yaml, budget.yaml]",
        mended: "include: [area.yaml]")),
    Explanation(
      "untranslated", .warning,
      LocalizedText(
        vi: "Thiếu một ngôn ngữ",
        en: "A text in one language alone"),
      LocalizedText(
        vi:
          "Văn bản cho người đọc viết bằng cả tiếng Việt và tiếng Anh; thiếu một bản thì bản kia được dùng cho cả hai.",
        en:
          "What people read stands in Vietnamese and English; where one is missing the other serves for both."
      ),
      Example(
        .check,
        "title: Đủ người",
        mended: #"title: { vi: "Đủ người", en: "Enough people" }"#)),
    Explanation(
      "unused-indicator", .note,
      LocalizedText(
        vi: "Chỉ tiêu không được dùng",
        en: "An indicator that no check reads"),
      LocalizedText(
        vi:
          "Chỉ tiêu trong thư mục riêng của bảng kiểm mà không mục nào dùng thì đơn vị báo cáo vô ích. Từ điển dùng chung không bị nhắc.",
        en:
          "Units would report a figure of the pack's own dictionary for nothing. Shared dictionaries are not looked at."
      ),
      Example(
        .ownIndicators,
        """
        - { id: staff.total, title: { vi: "Tổng số", en: "All officers" }, type: int, from: 0 }
        - { id: staff.former, title: { vi: "Đã nghỉ", en: "Former officers" }, type: int, from: 0 }
        """,
        mended:
          #"- { id: staff.total, title: { vi: "Tổng số", en: "All officers" }, type: int, from: 0 }"#
      )),
    Explanation(
      "utf-16", .error,
      LocalizedText(
        vi: "Tệp được lưu bằng UTF-16",
        en: "A file saved as UTF-16"),
      LocalizedText(
        vi:
          #"Một số trình soạn thảo trên Windows gọi UTF-16 là "Unicode". Hãy lưu lại bằng UTF-8."#,
        en: #"Some Windows editors call UTF-16 "Unicode". Save the file as UTF-8."#),
      Example(
        .fileInUTF16,
        """
        area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
        checks:
          - { id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
        """,
        mended: """
          area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
          checks:
            - { id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
          """)),
    Explanation(
      "verdict-settled", .warning,
      LocalizedText(
        vi: "Kết quả của mục đã định trước",
        en: "A verdict that no answer changes"),
      LocalizedText(
        vi:
          "Quy tắc không đọc chỉ tiêu nào, hoặc mức so sánh nằm ngoài giới hạn của chỉ tiêu, nên mục luôn đạt hoặc không bao giờ đạt.",
        en:
          "The rule reads no indicator, or its limit lies outside the indicator's bounds, so the check is always met or never."
      ),
      Example(
        .anotherCheck,
        """
        kind: threshold
        with: { value: staff.trained, at_least: 2.000 }
        """,
        mended: """
          kind: threshold
          with: { value: staff.trained, at_least: 200 }
          """)),
    Explanation(
      "weight-of-base", .error,
      LocalizedText(
        vi: "Trọng số của lĩnh vực do bảng kiểm gốc đặt",
        en: "A weight that the base sets"),
      LocalizedText(
        vi:
          "Tệp này thêm mục vào một lĩnh vực của bảng gốc, mà trọng số của lĩnh vực thì bảng gốc đã đặt. Bỏ weight; muốn trọng số khác thì ghi trong changes để người đọc thấy chỗ khác.",
        en:
          "The file adds checks to an area of the base, whose weight the base sets. Remove weight; for another one say so under changes, where readers see the difference."
      ),
      Example(
        .extendingArea,
        #"area: { id: quality, title: { vi: "Chất lượng", en: "Quality" }, weight: 20 }"#,
        mended: #"area: { id: quality, title: { vi: "Chất lượng", en: "Quality" } }"#)),
    Explanation(
      "weight-without-points", .warning,
      LocalizedText(
        vi: "Lĩnh vực có trọng số nhưng không mục nào có điểm",
        en: "An area with a weight and no points"),
      LocalizedText(
        vi:
          "Trọng số được chia cho các mục theo điểm; không mục nào có điểm thì trọng số bị mất và tổng không đạt tới được.",
        en:
          "A weight is shared among the checks by their points; where none has any it is lost, and the total cannot be reached."
      ),
      Example(
        .check,
        "points: 0",
        mended: "points: 5")),
    Explanation(
      "weights-total", .error,
      LocalizedText(
        vi: "Các trọng số không cộng thành tổng đã nêu",
        en: "Weights that do not add up to the total"),
      LocalizedText(
        vi:
          "scoring.total là tổng điểm mà bảng kiểm hứa (thường là 100); trọng số các lĩnh vực, hoặc điểm các mục ở lĩnh vực không có trọng số, phải cộng lại đúng bằng tổng đó. Bảng mở rộng cũng phải giữ tổng của bảng gốc.",
        en:
          "scoring.total is what the checklist promises, usually 100; the weights of the areas, or the points of the checks where an area has none, must add up to it exactly. A checklist that extends another keeps its total too."
      ),
      Example(
        .checklist,
        "scoring: { total: 100 }",
        mended: "scoring: { total: 10 }")),
    Explanation(
      "without-base", .error,
      LocalizedText(
        vi: "Có thay đổi nhưng không có bảng kiểm gốc",
        en: "Changes without a base"),
      LocalizedText(
        vi:
          "changes và extends_digest nói về bảng kiểm được mở rộng, nên chỉ đi với extends. Bảng kiểm không mở rộng bảng nào thì sửa thẳng mục kiểm tra.",
        en:
          "changes and extends_digest speak of the checklist that is extended, so they go with extends. A checklist that extends none changes its checks where they stand."
      ),
      Example(
        .checklist,
        """
        include: [area.yaml]
        changes: [{ check: A-1, points: 6 }]
        """,
        mended: "include: [area.yaml]")),
    Explanation(
      "wrong-type", .error,
      LocalizedText(
        vi: "Giá trị không đúng dạng",
        en: "A value of the wrong form"),
      LocalizedText(
        vi: "Chỗ này cần chữ, số, ngày, danh sách hoặc các khóa; thông báo nói rõ cần gì.",
        en: "The place takes a text, a number, a date, a list or keys; the message says which."),
      Example(
        .check,
        "id: [A-1]",
        mended: "id: A-1")),
    Explanation(
      "yaml-syntax", .error,
      LocalizedText(
        vi: "YAML sai cú pháp",
        en: "Not YAML"),
      LocalizedText(
        vi:
          "Thường do thụt lề lệch, thiếu dấu ngoặc đóng, hoặc chữ có dấu hai chấm mà không đặt trong ngoặc kép.",
        en:
          "Usually indentation, a missing closing quote or bracket, or a text with a colon that is not quoted."
      ),
      Example(
        .check,
        """
        guidance:
          vi: Chú ý: xem sổ
          en: See the register
        """,
        mended: """
          guidance:
            vi: "Chú ý: xem sổ"
            en: See the register
          """)),
  ]
}
