// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let kindGolden: [String: String] = [
  "neither by nor after": #"""
    area.yaml:6:11: error: exactly one of these is needed: by, after [parameter-group]
        6 |     with: { done: plan.signed }
          |           ^~~~~~~~~~~~~~~~~~~~~

    """#,
  "by and after": #"""
    area.yaml:6:48: error: exactly one of these is needed: by, after [parameter-group]
        6 |     with: { done: plan.signed, by: 2024-11-04, after: meeting.held_at }
          |                                                ^~~~~

    """#,
  "by with a limit, in Vietnamese": #"""
    area.yaml:6:56: lỗi: tham số "within" chỉ dùng cùng "after" [parameter-pair]
        6 | …th: { done: plan.signed, by: 2024-11-04, within: 5 days }
          |                                                   ^

    """#,
  "after without a limit": #"""
    area.yaml:3:9: error: a check of kind "timeliness" needs the parameter "within" [missing-parameter]
        3 |   - id: A-1
          |         ^~~

    """#,
  "a limit that is a date": #"""
    area.yaml:6:64: error: a limit after an event is a number of days, working days or hours [limit-after]
        6 | …ne: plan.signed, after: meeting.held_at, within: by 2024-11-10 }
          |                                                   ^
          = write a fixed day as by: 10/11/2024

    """#,
  "a limit that is none": #"""
    area.yaml:6:64: error: "soon" is no time limit [time-limit]
        6 | …ne: plan.signed, after: meeting.held_at, within: soon }
          |                                                   ^~~~
          = write for example: 15 working days, 30 days, 24 hours, before 2024-11-10, end of quarter, next budget round

    """#,
  "a day that does not exist": #"""
    area.yaml:6:36: error: this takes a date that exists, such as 2024-11-10 or 10/11/2024 [wrong-type]
        6 |     with: { done: plan.signed, by: 31/11/2024 }
          |                                    ^~~~~~~~~~

    """#,
  "a misspelt event": #"""
    area.yaml:6:39: error: there is no indicator "meeting.held" [unknown-name]
        6 |     with: { done: plan.signed, after: meeting.held, within: 5 days }
          |                                       ^~~~~~~~~~~~
          = did you mean "meeting.held_at"?

    """#,
  "done of a number": #"""
    area.yaml:6:19: error: indicator "staff.total" is of type int; here it takes date, datetime [indicator-type]
        6 |     with: { done: staff.total, by: 2024-11-04 }
          |                   ^~~~~~~~~~~

    """#,
  "done of two days": #"""
    area.yaml:6:19: error: this takes the name of one indicator [wrong-type]
        6 |     with: { done: [plan.signed, meeting.held_at], by: 2024-11-04 }
          |                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "a word for not done": #"""
    area.yaml:6:58: error: "met" is no choice here [unknown-choice]
        6 | …: { done: plan.signed, by: 2024-11-04, not_done: met }
          |                                                   ^~~
          = choose one of: unanswered, unmet

    """#,
  "no change": #"""
    area.yaml:6:11: error: the key "change" is missing [missing-key]
        6 |     with: { value: staff.total }
          |           ^~~~~~~~~~~~~~~~~~~~~~

    """#,
  "a change that is none": #"""
    area.yaml:6:41: error: "grows" is no choice here [unknown-choice]
        6 |     with: { value: staff.total, change: grows }
          |                                         ^~~~~
          = choose one of: rises, falls, does_not_rise, does_not_fall

    """#,
  "a change without its sign, in Vietnamese": #"""
    area.yaml:6:52: lỗi: mức tăng giảm phải là một tỷ lệ trên 0%, giảm thì không quá 100% [change-share]
        6 | …  with: { value: staff.total, change: falls, by: 2, when_zero: met }
          |                                                   ^
          = viết như 2%

    """#,
  "no word for zero": #"""
    area.yaml:3:9: error: when_zero is needed: not_applicable, met, unmet or unanswered [missing-parameter]
        3 |   - id: A-1
          |         ^~~

    """#,
  "a word for zero too many": #"""
    area.yaml:6:59: error: the parameter "when_zero" goes with "by" [parameter-pair]
        6 | … { value: staff.total, change: rises, when_zero: met }
          |                                                   ^

    """#,
  "nothing before": #"""
    area.yaml:6:20: error: there is no period before to compare this figure with [no-previous]
        6 |     with: { value: previous.staff.total, change: rises }
          |                    ^~~~~~~~~~~~~~~~~~~~
          = write it with indicators of this period, or give previous

    """#,
  "unlike units": #"""
    area.yaml:6:43: error: a count without a unit cannot be compared with "đồng" [mixed-units]
        6 |     with: { value: staff.total, previous: budget.spent, change: rises }
          |                                           ^~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "levels as a list": #"""
    area.yaml:6:39: error: this takes levels such as { full: 100%, part: 50%, none: 0% } [wrong-type]
        6 |     with: { of: commune.kind, levels: [ward, rural] }
          |                                       ^~~~~~~~~~~~~

    """#,
  "no levels": #"""
    area.yaml:6:11: error: the key "levels" is missing [missing-key]
        6 |     with: { of: commune.kind }
          |           ^~~~~~~~~~~~~~~~~~~~

    """#,
  "levels without shares": #"""
    area.yaml:6:47: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        6 |     with: { of: commune.kind, levels: { ward: yes, rural: no } }
          |                                               ^~~
    area.yaml:6:59: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        6 | … { of: commune.kind, levels: { ward: yes, rural: no } }
          |                                                   ^~

    """#,
  "shares above all and without their sign": #"""
    area.yaml:6:47: error: this takes a share from 0% to 100% [wrong-type]
        6 |     with: { of: commune.kind, levels: { ward: 110%, rural: 50 } }
          |                                               ^~~~
    area.yaml:6:60: error: a share needs its percent sign [unit-of-measure]
        6 | …{ of: commune.kind, levels: { ward: 110%, rural: 50 } }
          |                                                   ^~
          = write for example 95% or "4,5%"

    """#,
  "a level left out": #"""
    area.yaml:6:39: error: the level "rural" has no share [level-missing]
        6 |     with: { of: commune.kind, levels: { ward: 100% } }
          |                                       ^

    """#,
  "a misspelt level": #"""
    area.yaml:6:41: error: indicator "commune.kind" has no option "wart" [level-unknown]
        6 |     with: { of: commune.kind, levels: { wart: 100%, ward: 100%, rural: 0% } }
          |                                         ^~~~
          = did you mean "ward"?

    """#,
  "a level twice": #"""
    area.yaml:6:53: error: the key "ward" is written twice [duplicate-key]
        6 | … with: { of: commune.kind, levels: { ward: 100%, ward: 0%, rural: 0% } }
          |                                                   ^~~~
          = keep one of them

    """#,
  "a level between without partial credit, in Vietnamese": #"""
    area.yaml:6:39: lỗi: có mức được một phần điểm nhưng mục không chấm từng phần [level-partial]
        6 |     with: { of: commune.kind, levels: { ward: 100%, rural: 50% } }
          |                                       ^
          = thêm partial: linear

    """#,
  "levels of a text": #"""
    area.yaml:6:17: error: indicator "board.name" is of type text; here it takes choice [indicator-type]
        6 |     with: { of: board.name, levels: { ward: 100% } }
          |                 ^~~~~~~~~~

    """#,
]
