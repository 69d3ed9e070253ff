// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let targetGolden: [String: String] = [
  "shares and numbers mixed": #"""
    ../targets/national.yaml:5:5: error: the values of a target must be alike: numbers, shares or money [mixed-target]
        5 |     values: [{ value: 50%, to: 2025-12-31 }, { value: 60, from: 2026-01-01 }]
          |     ^~~~~~
          = write all of them with a percent sign, or none

    """#,
  "two values at one time, in Vietnamese": #"""
    ../targets/national.yaml:5:5: lỗi: hai mức cùng áp dụng trong một thời gian [target-overlap]
        5 |     values: [{ value: 50%, to: 2026-01-01 }, { value: 60%, from: 2026-01-01 }]
          |     ^~~~~~
          = đặt from, to để các mức nối tiếp nhau

    """#,
  "two values of one class at one time": #"""
    ../targets/national.yaml:5:5: error: two values hold at the same time [target-overlap]
        5 |     values:
          |     ^~~~~~
          = give them from and to, so that one follows the other

    """#,
  "a value that ends before it begins": #"""
    ../targets/national.yaml:5:50: error: the last day is before the first [empty-period]
        5 |     values: [{ value: 50%, from: 2026-01-01, to: 2025-12-31 }]
          |                                                  ^~~~~~~~~~

    """#,
  "a class that nobody declared": #"""
    ../targets/national.yaml:5:51: error: there is no class of units "mountan" [unknown-class]
        5 |     values: [{ value: 50% }, { value: 40%, class: mountan }]
          |                                                   ^~~~~~~
          = did you mean "mountain"?

    """#,
  "a citation that nobody registered, and a status nobody knows": #"""
    ../targets/national.yaml:6:13: error: there is no citation "luat-2061" [unknown-citation]
        6 |     cites: [luat-2061]
          |             ^~~~~~~~~
          = did you mean "luat-2016"?
    ../targets/national.yaml:7:13: error: "verifed" is no choice here [unknown-choice]
        7 |     status: verifed
          |             ^~~~~~~
          = did you mean "verified"?

    """#,
  "no values, not even an empty list": #"""
    ../targets/national.yaml:3:5: error: the key "values" is missing [missing-key]
        3 |   - id: can_swim
          |     ^~~~~~~~~~~~

    """#,
  "a name that no rule could use": #"""
    ../targets/national.yaml:3:9: error: "Can-Swim" cannot be a name here [short-name]
        3 |   - id: Can-Swim
          |         ^~~~~~~~
          = lower-case letters, digits and _, a letter first: play_spaces

    """#,
  "a target declared twice": #"""
    checklist.yaml:11:17: error: the target "can_swim" is declared twice [duplicate-target]
       11 | targets: [{ id: can_swim, title: { vi: "Biết bơi", en: "Swimming" }, values: [{ value: 70% }], statu…
          |                 ^~~~~~~~
          = keep one of them

    """#,
  "a class declared twice": #"""
    checklist.yaml:10:11: error: the class "mountain" is declared twice [duplicate-class]
       10 |   - { id: mountain, title: { vi: "Hải đảo", en: "Island" } }
          |           ^~~~~~~~
          = keep one of them

    """#,
  "targets that cannot be read make no rule wrong": #"""
    checklist.yaml:6:58: error: cannot read ../targets/nationl.yaml: No such file or directory [unreadable-file]
        6 | …indicators: [facts], citations: [law], targets: [nationl], periods: [vietnam], calendar: days }
          |                                                   ^~~~~~~

    """#,
  "classes that cannot all be read make no target wrong": #"""
    checklist.yaml:9:5: error: the key "id" is missing [missing-key]
        9 |   - { title: { vi: "Miền núi", en: "Mountain" } }
          |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "a misspelt target": #"""
    area.yaml:6:28: error: there is no name "target.can_swin" [unknown-name]
        6 |     expr: share.handled >= target.can_swin
          |                            ^~~~~~~~~~~~~~~
          = did you mean "target.can_swim"?

    """#,
  "a misspelt target in with": #"""
    area.yaml:6:59: error: there is no name "target.can_swin" [unknown-name]
        6 | … { of: staff.trained, to: staff.total, at_least: target.can_swin, when_zero: met }
          |                                                   ^~~~~~~~~~~~~~~
          = did you mean "target.can_swim"?

    """#,
  "a target without its prefix": #"""
    area.yaml:6:28: error: there is no name "can_swim" [unknown-name]
        6 |     expr: share.handled >= can_swim
          |                            ^~~~~~~~

    """#,
  "a share compared with a quantity": #"""
    area.yaml:6:11: error: a count without a unit cannot be compared with a share [mixed-units]
        6 |     expr: staff.total >= target.can_swim
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "a misspelt fact of the unit": #"""
    area.yaml:6:11: error: there is no name "unit.levl" [unknown-name]
        6 |     expr: unit.levl == "district"
          |           ^~~~~~~~~
          = did you mean "unit.level"?

    """#,
  "a misspelt figure of the period before": #"""
    area.yaml:6:26: error: there is no name "previous.staff.totl" [unknown-name]
        6 |     expr: staff.total >= previous.staff.totl
          |                          ^~~~~~~~~~~~~~~~~~~
          = did you mean "previous.staff.total"?

    """#,
  "a table of the period before": #"""
    area.yaml:6:11: error: there is no name "previous.communes.list" [unknown-name]
        6 |     expr: previous.communes.list.size() > 0
          |           ^~~~~~~~~~~~~~~~~~~~~~
          = did you mean "previous.commune.kind"?

    """#,
]
