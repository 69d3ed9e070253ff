// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let earlierPeriodGolden: [String: String] = [
  "a period in two ways": #"""
    submission.yaml:5:9: error: the period is written in two ways [period-twice]
        5 | period: { from: 2019-01-01, to: 2019-12-31, preset: year, year: 2019 }
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = keep from and to alone, or preset and year alone

    """#,
  "a period in two ways, in Vietnamese": #"""
    submission.yaml:5:9: lỗi: kỳ được ghi hai cách [period-twice]
        5 | period: { preset: year, to: 2019-12-31 }
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = chỉ giữ from, to hoặc chỉ giữ preset, year

    """#,
  "a misspelt period": #"""
    submission.yaml:5:19: error: there is no recurring period "reporting-yaer" [unknown-period]
        5 | period: { preset: reporting-yaer, year: 2020 }
          |                   ^~~~~~~~~~~~~~
          = did you mean "reporting-year"?

    """#,
  "a name without its year": #"""
    submission.yaml:5:9: error: the key "year" is missing [missing-key]
        5 | period: { preset: year }
          |         ^~~~~~~~~~~~~~~~

    """#,
  "a year without its name": #"""
    submission.yaml:5:9: error: the key "preset" is missing [missing-key]
        5 | period: { year: 2020 }
          |         ^~~~~~~~~~~~~~

    """#,
  "a year that is none": #"""
    submission.yaml:5:31: error: this takes a year, such as 2024 [wrong-type]
        5 | period: { preset: year, year: 0 }
          |                               ^

    """#,
  "a year in words": #"""
    submission.yaml:5:31: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        5 | period: { preset: year, year: twenty }
          |                               ^~~~~~

    """#,
  "a named period before the checklist's": #"""
    submission.yaml:5:9: error: the checklist small@1.0 is for periods from 2019-01-01 to 2025-06-30 [period-outside]
        5 | period: { preset: reporting-year, year: 2019 }
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = choose the checklist of this period, or correct the period

    """#,
  "a period without its end": #"""
    submission.yaml:5:9: error: the key "to" is missing [missing-key]
        5 | period: { from: 2019-01-01 }
          |         ^~~~~~~~~~~~~~~~~~~~

    """#,
  "a period backwards": #"""
    submission.yaml:5:33: error: the last day is before the first [empty-period]
        5 | period: { from: 2019-12-31, to: 2019-01-01 }
          |                                 ^~~~~~~~~~

    """#,
  "nothing at all": #"""
    submission.yaml:5:9: error: the key "from" is missing [missing-key]
        5 | period: {}
          |         ^~
    submission.yaml:5:9: error: the key "to" is missing [missing-key]
        5 | period: {}
          |         ^~

    """#,
  "an earlier period that overlaps, and one that is later": #"""
    submission.yaml:11:15: error: this does not end before the inspected period begins [not-earlier]
       11 |   - { period: { from: 2018-06-01, to: 2019-01-01 }, answers: { staff.total: 20 } }
          |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    submission.yaml:12:15: error: this does not end before the inspected period begins [not-earlier]
       12 |   - { period: { preset: year, year: 2020 }, answers: { staff.total: 20 } }
          |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "one earlier period twice, in Vietnamese": #"""
    submission.yaml:12:15: lỗi: kỳ 01/01/2018–31/12/2018 ghi hai lần [duplicate-period]
       12 |   - { period: { preset: year, year: 2018 }, answers: { staff.trained: 9 } }
          |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = giữ lại một chỗ

    """#,
  "mistakes in the figures of an earlier period": #"""
    submission.yaml:11:25: error: there is no recurring period "yaer" [unknown-period]
       11 |   - { period: { preset: yaer, year: 2018 }, answers: { staff.totl: 20, staff.trained: -1 } }
          |                         ^~~~
          = did you mean "year"?
    submission.yaml:11:56: error: there is no indicator "staff.totl" [unknown-name]
       11 | …period: { preset: yaer, year: 2018 }, answers: { staff.totl: 20, staff.trained: -1 } }
          |                                                   ^~~~~~~~~~
          = did you mean "staff.total"?
    submission.yaml:11:87: error: "Trained officers" must be from 0 to 1,000 [out-of-bounds]
       11 | …018 }, answers: { staff.totl: 20, staff.trained: -1 } }
          |                                                   ^~
    submission.yaml:12:5: error: the key "period" is missing [missing-key]
       12 |   - { answers: { staff.total: { value: 20, source: k9 } } }
          |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    submission.yaml:12:52: error: there is no document "k9" [unknown-document]
       12 | …- { answers: { staff.total: { value: 20, source: k9 } } }
          |                                                   ^~
          = did you mean "k0"?

    """#,
  "an earlier period without figures": #"""
    submission.yaml:11:5: error: the key "answers" is missing [missing-key]
       11 |   - { period: { preset: year, year: 2018 } }
          |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "classes that nobody declared": #"""
    submission.yaml:4:89: error: "mountan" is no choice here [unknown-choice]
        4 | …: "Huyện Khoái Châu", level: district, classes: [mountan, urban] }
          |                                                   ^~~~~~~
          = did you mean "mountain"?
    submission.yaml:4:98: error: "urban" is no choice here [unknown-choice]
        4 | …Khoái Châu", level: district, classes: [mountan, urban] }
          |                                                   ^~~~~
          = choose one of: mountain, island

    """#,
  "a named period where the checklist has none": #"""
    submission.yaml:5:19: error: there is no recurring period "year" [unknown-period]
        5 | period: { preset: year, year: 2020 }
          |                   ^~~~

    """#,
]
