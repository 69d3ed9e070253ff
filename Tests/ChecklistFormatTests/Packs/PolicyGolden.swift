// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let policyGolden: [String: String] = [
  "a severity with two limits, and one with two extensions": #"""
    checklist.yaml:16:21: error: the severity high stands twice [duplicate-severity]
       16 |       - { severity: high, within: 30 days }
          |                     ^~~~
          = keep one of the lines
    checklist.yaml:20:21: error: the severity low stands twice [duplicate-severity]
       20 |       - { severity: low, times: 2, days: 5 }
          |                     ^~~
          = keep one of the lines

    """#,
  "steps out of order, in Vietnamese": #"""
    checklist.yaml:15:7: lỗi: bước này sớm hơn bước đứng trước [escalation-order]
       15 |     - { on_due_day: true, to: unit, title: { vi: "Nhắc", en: "Reminder" } }
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = xếp các bước theo thời gian

    """#,
  "a step without its day, one with two, and one on no day": #"""
    checklist.yaml:14:7: error: exactly one of these is needed: before, on_due_day, after [parameter-group]
       14 |     - { to: unit, title: { vi: "Nhắc", en: "Reminder" } }
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    checklist.yaml:15:7: error: exactly one of these is needed: before, on_due_day, after [parameter-group]
       15 |     - { before: 3 working days, after: 3 working days, to: unit, title: { vi: "Nhắc", en: "Reminder"…
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    checklist.yaml:16:7: error: exactly one of these is needed: before, on_due_day, after [parameter-group]
       16 |     - { on_due_day: false, to: unit, title: { vi: "Nhắc", en: "Reminder" } }
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "a step counted in calendar days": #"""
    checklist.yaml:14:16: error: this takes a number of working days, such as 3 working days [wrong-type]
       14 |     - { after: 5 days, to: unit, title: { vi: "Nhắc", en: "Reminder" } }
          |                ^~~~~~

    """#,
  "numbers that are none": #"""
    checklist.yaml:14:38: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
       14 |     limits: [{ severity: low, times: once, days: -5 }, { severity: high, times: "1,5", days: 5 }]
          |                                      ^~~~
    checklist.yaml:14:50: error: this takes a whole number from 0 to 1,000,000 [wrong-type]
       14 |     limits: [{ severity: low, times: once, days: -5 }, { severity: high, times: "1,5", days: 5 }]
          |                                                  ^~
    checklist.yaml:14:81: error: this takes a whole number from 0 to 1,000,000 [wrong-type]
       14 | …imes: once, days: -5 }, { severity: high, times: "1,5", days: 5 }]
          |                                                   ^~~~~

    """#,
  "words nobody knows": #"""
    checklist.yaml:13:30: error: "issued" is no choice here [unknown-choice]
       13 |   deadlines: { counted_from: issued }
          |                              ^~~~~~
          = did you mean "issue"?
    checklist.yaml:14:15: error: "rise" is no choice here [unknown-choice]
       14 |   recurrence: rise
          |               ^~~~
          = did you mean "raise"?
    checklist.yaml:15:25: error: there is no grade "week" [unknown-grade]
       15 |   next_visit: [{ grade: week, within: 90 days }]
          |                         ^~~~
          = did you mean "weak"?

    """#,
  "a visit without its time": #"""
    checklist.yaml:13:16: error: the key "within" is missing [missing-key]
       13 |   next_visit: [{ grade: weak }]
          |                ^~~~~~~~~~~~~~~

    """#,
  "bands that cannot be read make no visit wrong": #"""
    checklist.yaml:10:59: error: a share needs its percent sign [unit-of-measure]
       10 | …d: good, title: { vi: "Tốt", en: "Good" }, from: 90 }
          |                                                   ^~
          = write for example 95% or "4,5%"

    """#,
  "its own version": #"""
    checklist.yaml:9:16: error: a version does not supersede itself [own-version]
        9 |   - { version: 1.0, comparable: full }
          |                ^~~
          = name the earlier one, or raise version

    """#,
  "a version twice": #"""
    checklist.yaml:10:16: error: the version "0.9" is declared twice [duplicate-version]
       10 |   - { version: 0.9, comparable: none }
          |                ^~~
          = keep one of them

    """#,
  "a check that does not exist, and one listed twice": #"""
    checklist.yaml:12:27: error: there is no check "A-2" [unknown-check]
       12 |       - { was: X-1, now: [A-2], comparable: full }
          |                           ^~~
          = did you mean "A-1"?
    checklist.yaml:13:16: error: the check "X-1" is declared twice [duplicate-check]
       13 |       - { was: X-1, now: [A-1], comparable: full }
          |                ^~~
          = keep one of them

    """#,
  "checks that cannot be read make no version wrong": #"""
    area.yaml:1:8: error: not YAML: did not find expected node content [yaml-syntax]
        1 | area: {
          |        ^
          = look at the indentation (spaces), colons and quotes around this place

    """#,
]
