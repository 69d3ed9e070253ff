// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let periodPresetGolden: [String: String] = [
  "a day that not every year has": #"""
    ../periods/vietnam.yaml:3:54: error: this takes a day that every year has, such as 15/12 [wrong-type]
        3 | …{ id: y, title: { vi: "Năm", en: "Year" }, from: 29/02, to: 31/04, status: verified }
          |                                                   ^~~~~
    ../periods/vietnam.yaml:3:65: error: this takes a day that every year has, such as 15/12 [wrong-type]
        3 | …tle: { vi: "Năm", en: "Year" }, from: 29/02, to: 31/04, status: verified }
          |                                                   ^~~~~

    """#,
  "a day in words, in Vietnamese": #"""
    ../periods/vietnam.yaml:3:54: lỗi: ở đây cần một ngày có trong mọi năm, như 15/12 [wrong-type]
        3 | …{ id: y, title: { vi: "Năm", en: "Year" }, from: 1 tháng 9, to: 31/05, status: verified }
          |                                                   ^~~~~~~~~

    """#,
  "a day with its year": #"""
    ../periods/vietnam.yaml:3:54: error: this takes a day that every year has, such as 15/12 [wrong-type]
        3 | …{ id: y, title: { vi: "Năm", en: "Year" }, from: 2024-09-01, to: 31/05, status: verified }
          |                                                   ^~~~~~~~~~

    """#,
  "a year of neither end": #"""
    ../periods/vietnam.yaml:3:81: error: "begin" is no choice here [unknown-choice]
        3 | …, en: "Year" }, from: 01/09, to: 31/05, year_of: begin, status: verified }
          |                                                   ^~~~~
          = choose one of: start, end

    """#,
  "no last day": #"""
    ../periods/vietnam.yaml:3:5: error: the key "to" is missing [missing-key]
        3 |   - { id: y, title: { vi: "Năm", en: "Year" }, from: 01/09, status: verified }
          |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "a period declared in two registers": #"""
    ../periods/local.yaml:3:11: error: the period "year" is declared twice [duplicate-period]
        3 |   - { id: year, title: { vi: "Năm", en: "Year" }, from: 01/07, to: 30/06, status: recalled }
          |           ^~~~
          = keep one of them

    """#,
]
