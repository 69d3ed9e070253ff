// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let tableAnswerGolden: [String: String] = [
  "rows of a number": #"""
    submission.yaml:9:18: error: the indicator "staff.total" is no table [rows-without-table]
        9 |   staff.total: { rows: [{ officer: true }] }
          |                  ^~~~
          = write its value under value

    """#,
  "a table in one word": #"""
    submission.yaml:9:18: error: this takes the rows of the table, under rows [wrong-type]
        9 |   communes.list: none
          |                  ^~~~

    """#,
  "a table under value": #"""
    submission.yaml:9:27: error: this takes the rows of the table, under rows [wrong-type]
        9 |   communes.list: { value: 5 }
          |                           ^

    """#,
  "rows and a value": #"""
    submission.yaml:9:18: error: exactly one of these is needed: value, at_least, over, at_most, under, about, average, rows, missing [answer-value]
        9 |   communes.list: { rows: [], value: 5 }
          |                  ^~~~~~~~~~~~~~~~~~~~~~

    """#,
  "rows beside the value of a number": #"""
    submission.yaml:9:16: error: exactly one of these is needed: value, at_least, over, at_most, under, about, average, rows, missing [answer-value]
        9 |   staff.total: { value: 5, rows: [] }
          |                ^~~~~~~~~~~~~~~~~~~~~~

    """#,
  "a misspelt column": #"""
    submission.yaml:9:29: error: there is no key "oficer" [unknown-key]
        9 |   communes.list: { rows: [{ oficer: true }] }
          |                             ^~~~~~
          = did you mean "officer"?

    """#,
  "a row that is no mapping": #"""
    submission.yaml:9:27: error: this takes the keys: name, kind, officer, board, visits, share, spent, decided [wrong-type]
        9 |   communes.list: { rows: [true] }
          |                           ^~~~

    """#,
  "rows that are no list, in Vietnamese": #"""
    submission.yaml:9:26: lỗi: ở đây cần một danh sách [ … ] [wrong-type]
        9 |   communes.list: { rows: { officer: true } }
          |                          ^~~~~~~~~~~~~~~~~

    """#,
  "cells of other types": #"""
    submission.yaml:11:20: error: this takes true or false [wrong-type]
       11 |       - { officer: yes, board: maybe, kind: city }
          |                    ^~~
    submission.yaml:11:32: error: this takes true, false or na (not applicable) [wrong-type]
       11 |       - { officer: yes, board: maybe, kind: city }
          |                                ^~~~~
    submission.yaml:11:45: error: "city" is no choice here [unknown-choice]
       11 |       - { officer: yes, board: maybe, kind: city }
          |                                             ^~~~
          = choose one of: ward, rural
    submission.yaml:12:19: error: "Visits" is a whole number [not-whole]
       12 |       - { visits: "1,5", share: 95, spent: 95%, decided: 31/02/2024 }
          |                   ^~~~~
    submission.yaml:12:33: error: a share needs its percent sign [unit-of-measure]
       12 |       - { visits: "1,5", share: 95, spent: 95%, decided: 31/02/2024 }
          |                                 ^~
          = write for example 95% or "4,5%"
    submission.yaml:12:44: error: this is no share [unit-of-measure]
       12 |       - { visits: "1,5", share: 95, spent: 95%, decided: 31/02/2024 }
          |                                            ^~~
          = write the number without %
    submission.yaml:12:58: error: this takes a date that exists, such as 2024-11-10 or 10/11/2024 [wrong-type]
       12 | …{ visits: "1,5", share: 95, spent: 95%, decided: 31/02/2024 }
          |                                                   ^~~~~~~~~~
    submission.yaml:13:19: error: "Visits" must be from 0 to 100 [out-of-bounds]
       13 |       - { visits: 101, share: 120% }
          |                   ^~~
    submission.yaml:13:31: error: "Share" must be from 0% to 100% [out-of-bounds]
       13 |       - { visits: 101, share: 120% }
          |                               ^~~~
    submission.yaml:14:20: error: this takes true or false [wrong-type]
       14 |       - { officer: "true", visits: many, visits: 3 }
          |                    ^~~~~~
    submission.yaml:14:36: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
       14 |       - { officer: "true", visits: many, visits: 3 }
          |                                    ^~~~
    submission.yaml:14:42: error: the key "visits" is written twice [duplicate-key]
       14 |       - { officer: "true", visits: many, visits: 3 }
          |                                          ^~~~~~
          = keep one of them

    """#,
  "the same mistake in three rows": #"""
    submission.yaml:9:36: error: this takes true, false or na (not applicable) [wrong-type]
        9 |   communes.list: { rows: [{ board: maybe }, { board: maybe }, { board: maybe }, ] }
          |                                    ^~~~~
    submission.yaml:9:54: error: this takes true, false or na (not applicable) [wrong-type]
        9 | …mmunes.list: { rows: [{ board: maybe }, { board: maybe }, { board: maybe }, ] }
          |                                                   ^~~~~
    submission.yaml:9:72: error: this takes true, false or na (not applicable) [wrong-type]
        9 | …s: [{ board: maybe }, { board: maybe }, { board: maybe }, ] }
          |                                                   ^~~~~

    """#,
  "days that are not whole, hours below none": #"""
    submission.yaml:9:35: error: "Days to plan" is a whole number [not-whole]
        9 |   files.sampled: { rows: [{ days: "4,5", hours: -1 }], sample: { population: 5, method: { vi: X, en:…
          |                                   ^~~~~
    submission.yaml:9:49: error: "Hours to respond" must be from 0 [out-of-bounds]
        9 |   files.sampled: { rows: [{ days: "4,5", hours: -1 }], sample: { population: 5, method: { vi: X, en:…
          |                                                 ^~

    """#,
  "sampled files without how they were drawn": #"""
    submission.yaml:9:20: error: sampled files need how many there are, how they were drawn and by whom [sample-missing]
        9 |   files.sampled: { rows: [{ plan: true }] }
          |                    ^~~~
          = add sample: { population: …, method: …, drawn_by: … }

    """#,
  "sampled files without how they were drawn, in Vietnamese": #"""
    submission.yaml:9:20: lỗi: hồ sơ rút mẫu phải nêu tổng số, cách rút và ai rút [sample-missing]
        9 |   files.sampled: { rows: [{ plan: true }] }
          |                    ^~~~
          = thêm sample: { population: …, method: …, drawn_by: … }

    """#,
  "a sample larger than the whole": #"""
    submission.yaml:9:80: error: the sample has 2 files, more than the 1 there are [sample-population]
        9 | …an: true }, { plan: na }], sample: { population: 1, method: { vi: X, en: X }, drawn_by: { vi: Y, en:…
          |                                                   ^

    """#,
  "a sample that says little": #"""
    submission.yaml:9:38: error: the key "method" is missing [missing-key]
        9 |   files.sampled: { rows: [], sample: { population: some } }
          |                                      ^~~~~~~~~~~~~~~~~~~~
    submission.yaml:9:38: error: the key "drawn_by" is missing [missing-key]
        9 |   files.sampled: { rows: [], sample: { population: some } }
          |                                      ^~~~~~~~~~~~~~~~~~~~
    submission.yaml:9:52: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        9 | …files.sampled: { rows: [], sample: { population: some } }
          |                                                   ^~~~

    """#,
  "a sample without rows": #"""
    submission.yaml:9:28: error: sample goes with rows and nothing else [sample-without-rows]
        9 |   staff.total: { value: 5, sample: { population: 5, method: { vi: X, en: X }, drawn_by: { vi: Y, en:…
          |                            ^~~~~~
          = remove the key

    """#,
  "a choice nobody offers": #"""
    submission.yaml:9:17: error: "wards" is no choice here [unknown-choice]
        9 |   commune.kind: wards
          |                 ^~~~~
          = did you mean "ward"?

    """#,
  "a choice in numbers": #"""
    submission.yaml:9:26: error: only figures can be "about" [qualifier-type]
        9 |   commune.kind: { about: ward }
          |                          ^~~~

    """#,
  "times that are none": #"""
    submission.yaml:9:20: error: this takes a date and a time, such as 2024-10-31 14:30 [wrong-type]
        9 |   meeting.held_at: 2024-10-31
          |                    ^~~~~~~~~~

    """#,
  "times beyond the day, in Vietnamese": #"""
    submission.yaml:9:20: lỗi: ở đây cần ngày và giờ, như 14:30 31/10/2024 hoặc 2024-10-31 14:30 [wrong-type]
        9 |   meeting.held_at: 24:00 31/10/2024
          |                    ^~~~~~~~~~~~~~~~

    """#,
]
