// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let submissionGolden: [String: String] = [
  "nothing wrong": #"""

    """#,
  "figures with a decimal dot": #"""
    submission.yaml:9:16: error: "0.95": a dot separates thousands [decimal-dot]
        9 |   staff.hours: 0.95
          |                ^~~~
          = write a decimal comma in quotes, "0,95", or a share, 95%
    submission.yaml:10:16: error: "1.43": a dot separates thousands [decimal-dot]
       10 |   staff.total: 1.43
          |                ^~~~
          = write a decimal comma in quotes, "0,95", or a share, 95%
    submission.yaml:11:17: error: "1.5 tỷ": a dot separates thousands [decimal-dot]
       11 |   budget.spent: 1.5 tỷ
          |                 ^~~~~~
          = write a decimal comma in quotes, "0,95", or a share, 95%

    """#,
  "figures with a decimal dot, in Vietnamese": #"""
    submission.yaml:9:16: lỗi: "0.950": dấu chấm chỉ ngăn hàng nghìn [decimal-dot]
        9 |   staff.hours: 0.950
          |                ^~~~~
          = viết dấu phẩy thập phân trong ngoặc kép: "0,95", hoặc 95%

    """#,
  "unquoted comma in braces": #"""
    submission.yaml:9:27: error: there is no key "5" [unknown-key]
        9 |   staff.hours: { value: 1,5, source: k0 }
          |                           ^
          = quote a number that holds a comma: "1,5"

    """#,
  "no numbers": #"""
    submission.yaml:9:16: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        9 |   staff.total: hai mươi
          |                ^~~~~~~~
    submission.yaml:10:16: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
       10 |   staff.hours: １２
          |                ^~~~
    submission.yaml:11:17: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
       11 |   budget.spent: 3 USD
          |                 ^~~~~
    submission.yaml:12:18: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
       12 |   staff.trained: 1e400
          |                  ^~~~~

    """#,
  "no value": #"""
    submission.yaml:9:15: error: this takes a number [wrong-type]
        9 |   staff.total:
          |               ^
    submission.yaml:10:16: error: this takes a number [wrong-type]
       10 |   staff.hours: ~
          |                ^
    submission.yaml:11:17: error: exactly one of these is needed: value, at_least, over, at_most, under, about, average, rows, missing [answer-value]
       11 |   budget.spent: { value: }
          |                 ^~~~~~~~~~

    """#,
  "numbers beyond all bounds": #"""
    submission.yaml:9:16: error: the number is too large [number-too-large]
        9 |   staff.total: 99.999.999.999.999.999.999
          |                ^~~~~~~~~~~~~~~~~~~~~~~~~~
    submission.yaml:10:17: error: the number is too large [number-too-large]
       10 |   budget.spent: 99999999999999 tỷ
          |                 ^~~~~~~~~~~~~~~~~
    submission.yaml:11:18: error: "Trained officers" must be from 0 to 1,000 [out-of-bounds]
       11 |   staff.trained: 1.001
          |                  ^~~~~
    submission.yaml:12:18: error: "Share handled" must be from 0% to 100% [out-of-bounds]
       12 |   share.handled: 120%
          |                  ^~~~

    """#,
  "below the least": #"""
    submission.yaml:9:16: lỗi: "Tổng số" phải từ 0 [out-of-bounds]
        9 |   staff.total: -5
          |                ^~
    submission.yaml:10:27: lỗi: "Đã tập huấn" phải từ 0 đến 1.000 [out-of-bounds]
       10 |   staff.trained: { about: -5 }
          |                           ^~
    submission.yaml:11:25: lỗi: "Số giờ" phải từ 0 [out-of-bounds]
       11 |   staff.hours: { under: 0 }
          |                         ^

    """#,
  "another measure": #"""
    submission.yaml:9:16: error: this is not money [unit-of-measure]
        9 |   staff.total: 5 triệu đồng
          |                ^~~~~~~~~~~~
          = write the number without đồng, triệu or tỷ
    submission.yaml:10:18: error: this is no share [unit-of-measure]
       10 |   staff.trained: 5%
          |                  ^~
          = write the number without %
    submission.yaml:11:18: error: a share needs its percent sign [unit-of-measure]
       11 |   share.handled: 95
          |                  ^~
          = write for example 95% or "4,5%"
    submission.yaml:12:17: error: this is no share [unit-of-measure]
       12 |   budget.spent: 5%
          |                 ^~
          = write the number without %

    """#,
  "part of a person": #"""
    submission.yaml:9:16: error: "All officers" is a whole number [not-whole]
        9 |   staff.total: "1,5"
          |                ^~~~~

    """#,
  "unknown indicators, near and far": #"""
    submission.yaml:9:3: error: there is no indicator "staff.totl" [unknown-name]
        9 |   staff.totl: 5
          |   ^~~~~~~~~~
          = did you mean "staff.total"?
    submission.yaml:10:3: error: there is no indicator "weather.rain" [unknown-name]
       10 |   weather.rain: 5
          |   ^~~~~~~~~~~~

    """#,
  "two answers to one indicator": #"""
    submission.yaml:9:16: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        9 |   staff.total: x
          |                ^
    submission.yaml:10:3: error: "staff.total" is answered twice [duplicate-key]
       10 |   staff.total: 5
          |   ^~~~~~~~~~~
          = keep one of them

    """#,
  "two values in one answer, and none": #"""
    submission.yaml:9:16: error: exactly one of these is needed: value, at_least, over, at_most, under, about, average, rows, missing [answer-value]
        9 |   staff.total: { value: 5, over: 4 }
          |                ^~~~~~~~~~~~~~~~~~~~~
    submission.yaml:10:18: error: exactly one of these is needed: value, at_least, over, at_most, under, about, average, rows, missing [answer-value]
       10 |   staff.trained: { source: k0 }
          |                  ^~~~~~~~~~~~~~

    """#,
  "misspelt qualifier": #"""
    submission.yaml:9:18: error: there is no key "ovr" [unknown-key]
        9 |   staff.total: { ovr: 5 }
          |                  ^~~
          = did you mean "over"?
    submission.yaml:10:20: error: there is no key "roughly" [unknown-key]
       10 |   staff.trained: { roughly: 5 }
          |                    ^~~~~~~
          = the keys here are: value, at_least, over, at_most, under, about, average, rows, missing, source, place, basis, tolerance, sample

    """#,
  "tolerance without about": #"""
    submission.yaml:9:27: error: tolerance goes with about and nothing else [tolerance-without-about]
        9 |   staff.total: { over: 5, tolerance: 10% }
          |                           ^~~~~~~~~
          = remove the key
    submission.yaml:10:47: error: tolerance goes with about and nothing else [tolerance-without-about]
       10 |   staff.trained: { missing: { vi: a, en: b }, tolerance: 10% }
          |                                               ^~~~~~~~~
          = remove the key

    """#,
  "tolerance out of range and without its sign": #"""
    submission.yaml:9:39: error: this takes a share from 0% to 100% [wrong-type]
        9 |   staff.total: { about: 5, tolerance: 120% }
          |                                       ^~~~
    submission.yaml:10:41: error: a share needs its percent sign [unit-of-measure]
       10 |   staff.trained: { about: 5, tolerance: 10 }
          |                                         ^~
          = write for example 95% or "4,5%"

    """#,
  "qualified yes, misspelt yes, yes in quotes": #"""
    submission.yaml:9:25: lỗi: chỉ số liệu mới có "trên" [qualifier-type]
        9 |   board.exists: { over: true }
          |                         ^~~~
    submission.yaml:10:24: lỗi: chỉ số liệu mới có "khoảng" [qualifier-type]
       10 |   board.name: { about: x }
          |                        ^

    """#,
  "yes and no are texts": #"""
    submission.yaml:9:17: error: this takes true or false [wrong-type]
        9 |   board.exists: yes
          |                 ^~~

    """#,
  "quoted true is a text": #"""
    submission.yaml:9:17: error: this takes true or false [wrong-type]
        9 |   board.exists: "true"
          |                 ^~~~~~

    """#,
  "true is no document": #"""
    submission.yaml:9:18: error: this takes the document's number and date, or false where there is none [wrong-type]
        9 |   plan.document: true
          |                  ^~~~

    """#,
  "date that does not exist": #"""
    submission.yaml:9:16: error: this takes a date that exists, such as 2024-11-10 or 10/11/2024 [wrong-type]
        9 |   plan.signed: 29/02/2023
          |                ^~~~~~~~~~

    """#,
  "unknown document and basis": #"""
    submission.yaml:9:36: error: there is no document "k1" [unknown-document]
        9 |   staff.total: { value: 5, source: k1, basis: heard }
          |                                    ^~
          = did you mean "k0"?
    submission.yaml:9:47: error: "heard" is no choice here [unknown-choice]
        9 |   staff.total: { value: 5, source: k1, basis: heard }
          |                                               ^~~~~
          = choose one of: reported, documents, seen, interview, not-checked

    """#,
  "request for an unknown check, in no time, from no document": #"""
    submission.yaml:11:14: error: there is no check "A-11" [unknown-check]
       11 |   - { check: A-11, within: soon, asked: 2019-02-30, text: { vi: a, en: b }, source: k9 }
          |              ^~~~
          = did you mean "A-1"?
    submission.yaml:11:28: error: "soon" is no time limit [time-limit]
       11 |   - { check: A-11, within: soon, asked: 2019-02-30, text: { vi: a, en: b }, source: k9 }
          |                            ^~~~
          = write for example: 15 working days, 30 days, 24 hours, before 2024-11-10, end of quarter, next budget round
    submission.yaml:11:41: error: this takes a date that exists, such as 2024-11-10 or 10/11/2024 [wrong-type]
       11 |   - { check: A-11, within: soon, asked: 2019-02-30, text: { vi: a, en: b }, source: k9 }
          |                                         ^~~~~~~~~~
    submission.yaml:11:85: error: there is no document "k9" [unknown-document]
       11 | …ked: 2019-02-30, text: { vi: a, en: b }, source: k9 }
          |                                                   ^~
          = did you mean "k0"?

    """#,
  "confirmations: a practice, an unknown check, too early, by a name, twice, from no document": #"""
    submission.yaml:11:14: error: A-1 is a good practice, which cannot be violated [confirmation-class]
       11 |   - { check: A-1, on: 2020-01-15, by: { vi: "Trưởng đoàn", en: "Head" } }
          |              ^~~
          = leave it out: only a duty in law can be violated
    submission.yaml:12:14: error: there is no check "D-9" [unknown-check]
       12 |   - { check: D-9, on: 2020-01-15, by: { vi: "Trưởng đoàn", en: "Head" } }
          |              ^~~
          = did you mean "D-1"?
    submission.yaml:13:23: error: this is before the last day of the inspected period, 2019-12-31 [confirmation-early]
       13 |   - { check: D-1, on: 2019-12-30, by: { vi: "Bà A", en: "Head" } }
          |                       ^~~~~~~~~~
          = a violation is confirmed once the period is over; or else correct the period
    submission.yaml:13:39: error: this takes a position, not a name [personal-name]
       13 |   - { check: D-1, on: 2019-12-30, by: { vi: "Bà A", en: "Head" } }
          |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~
          = such as: head of the inspection team
    submission.yaml:14:14: error: D-1 is confirmed twice [duplicate-confirmation]
       14 |   - { check: D-1, on: 15/01/2020, by: { vi: "Giám đốc Sở", en: "Mr. B" }, source: k9 }
          |              ^~~
          = keep one of them
    submission.yaml:14:39: error: this takes a position, not a name [personal-name]
       14 |   - { check: D-1, on: 15/01/2020, by: { vi: "Giám đốc Sở", en: "Mr. B" }, source: k9 }
          |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = such as: head of the inspection team
    submission.yaml:14:83: error: there is no document "k9" [unknown-document]
       14 | … by: { vi: "Giám đốc Sở", en: "Mr. B" }, source: k9 }
          |                                                   ^~
          = did you mean "k0"?

    """#,
  "confirmations: law that nobody read, nothing at all, a list in a list": #"""
    submission.yaml:11:14: cảnh báo: mục D-2 chưa dẫn điều khoản nào đã đối chiếu và có hiệu lực trong kỳ, nên vẫn ghi là thiếu sót [confirmation-unverified]
       11 |   - { check: D-2, on: 2020-01-15, by: { vi: "Trưởng đoàn", en: "Head" } }
          |              ^~~
          = đối chiếu văn bản, rồi ghi status: verified cho văn bản và điều khoản được dẫn
    submission.yaml:12:5: lỗi: thiếu khóa "check" [missing-key]
       12 |   - {}
          |     ^~
    submission.yaml:12:5: lỗi: thiếu khóa "on" [missing-key]
       12 |   - {}
          |     ^~
    submission.yaml:12:5: lỗi: thiếu khóa "by" [missing-key]
       12 |   - {}
          |     ^~
    submission.yaml:13:5: lỗi: ở đây cần các khóa: check, on, by, source, place [wrong-type]
       13 |   - [D-1]
          |     ^~~~~

    """#,
  "missing reason in one language": #"""
    submission.yaml:9:27: warning: this text stands in one language alone [untranslated]
        9 |   staff.total: { missing: không nêu }
          |                           ^~~~~~~~~
          = write { vi: …, en: … }

    """#,
  "answers as a list": #"""
    submission.yaml:9:3: error: this takes lines of the form indicator: value [wrong-type]
        9 |   - staff.total: 5
          |   ^~~~~~~~~~~~~~~~

    """#,
  "wrong level": #"""
    submission.yaml:4:69: error: "distrct" is no choice here [unknown-choice]
        4 | …yen/khoai-chau, name: "Huyện Khoái Châu", level: distrct }
          |                                                   ^~~~~~~
          = did you mean "district"?

    """#,
  "period outside the checklist's": #"""
    submission.yaml:5:9: error: the checklist small@1.0 is for periods from 2019-01-01 to 2025-06-30 [period-outside]
        5 | period: { from: 2019-01-01, to: 2025-07-01 }
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = choose the checklist of this period, or correct the period

    """#,
  "period outside the checklist's, in Vietnamese": #"""
    submission.yaml:5:9: lỗi: bảng kiểm small@1.0 dùng cho các kỳ từ 01/01/2019 đến 30/06/2025 [period-outside]
        5 | period: { from: 2018-12-31, to: 2019-12-31 }
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = chọn bảng kiểm của kỳ này, hoặc sửa lại kỳ

    """#,
  "period backwards": #"""
    submission.yaml:5:33: error: the last day is before the first [empty-period]
        5 | period: { from: 2020-01-01, to: 2019-12-31 }
          |                                 ^~~~~~~~~~

    """#,
  "document twice": #"""
    submission.yaml:8:11: error: the document "k0" is declared twice [duplicate-document]
        8 |   - { id: k0, title: { vi: "Báo cáo", en: "Report" }, date: 2019-12-15 }
          |           ^~
          = keep one of them

    """#,
  "for another checklist": #"""
    submission.yaml:3:12: error: this submission is for "small@2.0", not for small@1.0 [other-checklist]
        3 | checklist: small@2.0
          |            ^~~~~~~~~

    """#,
  "misspelt part": #"""
    submission.yaml:8:1: error: there is no key "anwsers" [unknown-key]
        8 | anwsers:
          | ^~~~~~~
          = did you mean "answers"?

    """#,
]
