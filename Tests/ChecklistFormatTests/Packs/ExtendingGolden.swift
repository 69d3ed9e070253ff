// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let extendingGolden: [String: String] = [
  "a base that is not there makes nothing else wrong": #"""
    checklist.yaml:5:10: error: there is no checklist "nationl@1.0" beside this one [unknown-base]
        5 | extends: nationl@1.0
          |          ^~~~~~~~~~~
          = did you mean "national@1.0"?

    """#,
  "another version of the base, in Vietnamese": #"""
    checklist.yaml:5:10: lỗi: không có bảng kiểm "national@2.0" bên cạnh bảng này [unknown-base]
        5 | extends: national@2.0
          |          ^~~~~~~~~~~~
          = có phải là "national@1.0"?

    """#,
  "itself as its base": #"""
    checklist.yaml:5:10: error: checklists extend each other in a circle: local@1.0 → local@1.0 [extends-cycle]
        5 | extends: local@1.0
          |          ^~~~~~~~~
          = remove extends from one of them

    """#,
  "two that extend each other": #"""
    checklist.yaml:5:10: error: checklists extend each other in a circle: local@1.0 → other@1.0 → local@1.0 [extends-cycle]
        5 | extends: other@1.0
          |          ^~~~~~~~~
          = remove extends from one of them

    """#,
  "a base with errors of its own": #"""
    checklist.yaml:5:10: error: the checklist "national@1.0" has errors of its own [broken-base]
        5 | extends: national@1.0
          |          ^~~~~~~~~~~~
          = run: soat lint ../national/checklist.yaml

    """#,
  "warnings of the base are its own": #"""

    """#,
  "changes and a digest without a base": #"""
    checklist.yaml:8:1: error: "changes" goes with extends alone [without-base]
        8 | changes: [{ check: A-1, points: 6 }]
          | ^~~~~~~
          = add extends: id@version, or remove the key
    checklist.yaml:9:1: error: "extends_digest" goes with extends alone [without-base]
        9 | extends_digest: "0"
          | ^~~~~~~~~~~~~~
          = add extends: id@version, or remove the key

    """#,
  "a check and an area that the base has not, and one changed twice": #"""
    checklist.yaml:7:14: error: there is no check "A-11" [unknown-check]
        7 |   - { check: A-11, points: 6 }
          |              ^~~~
          = did you mean "A-1"?
    checklist.yaml:8:13: error: there is no area "stafing" [unknown-area]
        8 |   - { area: stafing, weight: 6 }
          |             ^~~~~~~
          = did you mean "staffing"?
    checklist.yaml:10:14: error: "A-2" is changed twice [duplicate-change]
       10 |   - { check: A-2, points: 7 }
          |              ^~~
          = put both in one place

    """#,
  "neither a check nor an area, and both, in Vietnamese": #"""
    checklist.yaml:7:5: lỗi: cần đúng một trong: check, area [parameter-group]
        7 |   - { points: 6 }
          |     ^~~~~~~~~~~~~
    checklist.yaml:8:5: lỗi: cần đúng một trong: check, area [parameter-group]
        8 |   - { check: A-1, area: staffing, title: { vi: X, en: X } }
          |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "keys that go with something else": #"""
    checklist.yaml:7:19: error: "weight" does not go with this [unknown-key]
        7 |   - { check: A-1, weight: 6 }
          |                   ^~~~~~
          = remove the key
    checklist.yaml:8:23: error: "points" does not go with this [unknown-key]
        8 |   - { area: staffing, points: 6 }
          |                       ^~~~~~
          = remove the key
    checklist.yaml:9:31: error: "points" does not go with this [unknown-key]
        9 |   - { check: A-4, drop: true, points: 3 }
          |                               ^~~~~~
          = remove the key

    """#,
  "a misspelt indicator in a changed rule": #"""
    checklist.yaml:7:25: error: there is no name "staff.totl" [unknown-name]
        7 |   - { check: A-1, expr: staff.totl >= 2 }
          |                         ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "a misspelt indicator in a changed parameter": #"""
    checklist.yaml:7:31: error: there is no name "staff.traind" [unknown-name]
        7 |   - { check: A-2, with: { of: staff.traind } }
          |                               ^~~~~~~~~~~~
          = did you mean "staff.trained"?

    """#,
  "a parameter that the kind has not": #"""
    checklist.yaml:7:27: error: there is no key "off" [unknown-key]
        7 |   - { check: A-2, with: { off: staff.total } }
          |                           ^~~
          = did you mean "of"?

    """#,
  "two comparisons in place of one": #"""
    checklist.yaml:7:42: error: exactly one of these is needed: at_least, above, at_most, below [parameter-group]
        7 |   - { check: A-2, with: { at_least: 90%, above: 80% } }
          |                                          ^~~~~

    """#,
  "a rule for a ratio, parameters for a rule": #"""
    checklist.yaml:7:19: error: "expr" does not go with this [unknown-key]
        7 |   - { check: A-2, expr: staff.total > 1 }
          |                   ^~~~
          = remove the key
    checklist.yaml:8:19: error: "with" does not go with this [unknown-key]
        8 |   - { check: A-1, with: { of: staff.total } }
          |                   ^~~~
          = remove the key

    """#,
  "whole numbers divided in a changed rule": #"""
    checklist.yaml:7:41: error: dividing two whole numbers drops the fraction: 7 / 2 is 3 [int-division]
        7 |   - { check: A-1, expr: "staff.total >= 1 / 2" }
          |                                         ^~~~~
          = write one side as a decimal, as in 7.0 / 2, or compare products

    """#,
  "unlike measures in a changed parameter": #"""
    checklist.yaml:7:37: error: a count without a unit cannot be compared with "đồng" [mixed-units]
        7 |   - { check: A-3, with: { at_least: budget.spent } }
          |                                     ^~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "partial credit for a kind that gives none": #"""
    checklist.yaml:7:19: error: kind presence gives no partial credit [no-partial-credit]
        7 |   - { check: A-4, partial: linear }
          |                   ^~~~~~~
          = remove the line

    """#,
  "a duty without its law, and a law nobody knows": #"""
    checklist.yaml:7:26: error: a check of class duty must cite what it rests on [citation-needed]
        7 |   - { check: A-3, cites: [] }
          |                          ^~
          = add cites: [ … ]
    checklist.yaml:8:27: error: there is no citation "luat-2061" [unknown-citation]
        8 |   - { check: A-1, cites: [luat-2061] }
          |                           ^~~~~~~~~
          = did you mean "luat-2016"?

    """#,
  "what can never apply any more": #"""
    checklist.yaml:7:30: warning: the check's own period lies outside the periods of the checklist [check-never-applies]
        7 |   - { check: A-1, effective: { from: 2030-01-01 } }
          |                              ^~~~~~~~~~~~~~~~~~~~
          = correct effective, or the checklist's applies.periods
    checklist.yaml:8:25: warning: this condition is always false, so the check never applies [check-never-applies]
        8 |   - { check: A-2, when: "false" }
          |                         ^~~~~~~
          = correct the condition, or remove the check

    """#,
  "what is always met now": #"""
    checklist.yaml:7:25: warning: this is always met, whatever is answered [verdict-settled]
        7 |   - { check: A-1, expr: "true" }
          |                         ^~~~~~
          = look at the rule, the limit and the indicator's from and to

    """#,
  "a gate and an area of the grading dropped": #"""
    checklist.yaml:7:14: error: "A-1" is dropped, but the grading of the base rests on it [dropped-limit]
        7 |   - { check: A-1, drop: true }
          |              ^~~
          = keep it, or write scoring anew
    checklist.yaml:8:13: error: "budget" is dropped, but the grading of the base rests on it [dropped-limit]
        8 |   - { area: budget, drop: true }
          |             ^~~~~~
          = keep it, or write scoring anew

    """#,
  "a duty dropped": #"""
    checklist.yaml:7:14: warning: "A-3" is a duty in law, which stays whatever a local checklist drops [dropped-duty]
        7 |   - { check: A-3, drop: true }
          |              ^~~
          = keep the check; to report without scoring, set points: 0

    """#,
  "weights that no longer give the base's total": #"""
    checklist.yaml:5:10: error: the weights add up to 11, not to 10 [weights-total]
        5 | extends: national@1.0
          |          ^~~~~~~~~~~~
          = mend the weights of the areas (or the points of the checks), or the total

    """#,
  "a change that changes nothing": #"""
    checklist.yaml:7:14: warning: this change leaves everything as it is [empty-change]
        7 |   - { check: A-1, points: 5 }
          |              ^~~
          = remove the entry

    """#,
  "a weight that the base sets, and a check of its id": #"""
    area.yaml:1:72: error: the weight of "staffing" is set by the checklist that is extended [weight-of-base]
        1 | …title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
          |                                                   ^~
          = remove weight here; to change it, say so under changes
    area.yaml:3:9: error: the id "A-1" is taken [duplicate-check]
        3 |   - id: A-1
          |         ^~~

    """#,
  "what the base has declared already": #"""
    checklist.yaml:7:22: error: the class "island" is declared twice [duplicate-class]
        7 | unit_classes: [{ id: island, title: { vi: Đảo, en: Island } }]
          |                      ^~~~~~
          = keep one of them
    indicators/own.yaml:3:11: error: the indicator "staff.total" is declared twice [duplicate-indicator]
        3 |   - { id: staff.total, title: { vi: A, en: A }, type: int }
          |           ^~~~~~~~~~~
          = keep one of them

    """#,
]
