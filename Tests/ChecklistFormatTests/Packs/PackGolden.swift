// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let packGolden: [String: String] = [
  "unknown key with a near name counts for that name": #"""
    area.yaml:4:5: error: there is no key "titel" [unknown-key]
        4 |     titel: { vi: "Đủ người", en: "Enough people" }
          |     ^~~~~
          = did you mean "title"?

    """#,
  "unknown key with a near name, in Vietnamese": #"""
    area.yaml:7:5: lỗi: không có khóa "pionts" [unknown-key]
        7 |     pionts: 5
          |     ^~~~~~
          = có phải là "points"?

    """#,
  "unknown key far from any": #"""
    area.yaml:8:5: error: there is no key "zzz" [unknown-key]
        8 |     zzz: 1
          |     ^~~
          = the keys here are: id, title, kind, with, expr, points, partial, not_applicable, class, severity, remedy, cites, effective, when, evidence, guidance

    """#,
  "duplicate key": #"""
    area.yaml:8:5: error: the key "points" is written twice [duplicate-key]
        8 |     points: 6
          |     ^~~~~~
          = keep one of them

    """#,
  "missing key": #"""
    area.yaml:3:5: error: the key "points" is missing [missing-key]
        3 |   - id: A-1
          |     ^~~~~~~

    """#,
  "key without a value": #"""
    area.yaml:7:5: error: the key "points" is missing [missing-key]
        7 |     points:
          |     ^~~~~~

    """#,
  "wrong type: a list for a text": #"""
    area.yaml:3:9: error: this takes a text [wrong-type]
        3 |   - id: [A-1]
          |         ^~~~~

    """#,
  "wrong type: a text for a list": #"""
    area.yaml:9:15: error: this takes a list [ … ] [wrong-type]
        9 |     evidence: quyết định
          |               ^~~~~~~~~~

    """#,
  "empty text": #"""
    area.yaml:4:18: error: this takes a text [wrong-type]
        4 |     title: { vi: " ", en: "Enough people" }
          |                  ^~~

    """#,
  "unknown choice near": #"""
    area.yaml:8:12: error: "practise" is no choice here [unknown-choice]
        8 |     class: practise
          |            ^~~~~~~~
          = did you mean "practice"?

    """#,
  "unknown choice far": #"""
    area.yaml:9:15: error: "huge" is no choice here [unknown-choice]
        9 |     severity: huge
          |               ^~~~
          = choose one of: critical, high, medium, low

    """#,
  "points with a decimal dot": #"""
    area.yaml:7:13: error: "0.95": a dot separates thousands [decimal-dot]
        7 |     points: 0.95
          |             ^~~~
          = write a decimal comma in quotes, "0,95", or a share, 95%

    """#,
  "points with a decimal dot, in Vietnamese": #"""
    area.yaml:7:13: lỗi: "0.95": dấu chấm chỉ ngăn hàng nghìn [decimal-dot]
        7 |     points: 0.95
          |             ^~~~
          = viết dấu phẩy thập phân trong ngoặc kép: "0,95", hoặc 95%

    """#,
  "points with an unquoted comma in braces": #"""
    area.yaml:1:74: error: there is no key "5" [unknown-key]
        1 | …tle: { vi: "Cán bộ", en: "Staffing" }, weight: 1,5 }
          |                                                   ^
          = quote a number that holds a comma: "1,5"

    """#,
  "points out of range": #"""
    area.yaml:7:13: error: points run from 0 to 1,000,000 with six decimals at the most [points-range]
        7 |     points: -1
          |             ^~

    """#,
  "points in words": #"""
    area.yaml:7:13: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        7 |     points: năm
          |             ^~~

    """#,
  "points in scientific notation": #"""
    area.yaml:7:13: error: this takes a number, such as 1.431 or "1,5" or 95% or 30 triệu đồng [wrong-type]
        7 |     points: 1e400
          |             ^~~~~

    """#,
  "missing translation": #"""
    area.yaml:4:12: warning: the wording in "vi" is missing [untranslated]
        4 |     title: { en: "Enough people" }
          |            ^~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "text in one language": #"""
    area.yaml:4:12: warning: this text stands in one language alone [untranslated]
        4 |     title: Đủ người
          |            ^~~~~~~~
          = write { vi: …, en: … }

    """#,
  "misspelt language": #"""
    area.yaml:4:14: error: there is no key "vn" [unknown-key]
        4 |     title: { vn: "Đủ người", en: "Enough people" }
          |              ^~
          = did you mean "en"?

    """#,
  "time limit nobody understands": #"""
    area.yaml:10:23: error: "15 workdays" is no time limit [time-limit]
       10 |     remedy: { within: 15 workdays }
          |                       ^~~~~~~~~~~
          = write for example: 15 working days, 30 days, 24 hours, before 2024-11-10, end of quarter, next budget round

    """#,
  "time limit on a day that does not exist": #"""
    area.yaml:10:23: error: "before 31/11/2024" is no time limit [time-limit]
       10 |     remedy: { within: before 31/11/2024 }
          |                       ^~~~~~~~~~~~~~~~~
          = write for example: 15 working days, 30 days, 24 hours, before 2024-11-10, end of quarter, next budget round

    """#,
  "dates that do not exist": #"""
    area.yaml:10:24: error: this takes a date that exists, such as 2024-11-10 or 10/11/2024 [wrong-type]
       10 |     effective: { from: 2023-02-29, to: 31/04/2024 }
          |                        ^~~~~~~~~~
    area.yaml:10:40: error: this takes a date that exists, such as 2024-11-10 or 10/11/2024 [wrong-type]
       10 |     effective: { from: 2023-02-29, to: 31/04/2024 }
          |                                        ^~~~~~~~~~

    """#,
  "effective backwards": #"""
    area.yaml:10:40: error: the last day is before the first [empty-period]
       10 |     effective: { from: 2024-02-01, to: 2024-01-01 }
          |                                        ^~~~~~~~~~

    """#,
  "format of another version": #"""
    checklist.yaml:1:7: error: this version of the format is not known; this soat reads "soat: 1" [format-version]
        1 | soat: 2
          |       ^

    """#,
  "applies backwards and to no level": #"""
    checklist.yaml:5:20: error: this takes one item at the least [wrong-type]
        5 | applies: { levels: [], periods: { from: 2029-01-01, to: 2025-06-30 } }
          |                    ^~
    checklist.yaml:5:57: error: the last day is before the first [empty-period]
        5 | …: { levels: [], periods: { from: 2029-01-01, to: 2025-06-30 } }
          |                                                   ^~~~~~~~~~

    """#,
  "include of a text": #"""
    checklist.yaml:7:10: error: this takes a list [ … ] [wrong-type]
        7 | include: area.yaml
          |          ^~~~~~~~~

    """#,
  "misspelt indicator, plain": #"""
    area.yaml:6:11: error: there is no name "staff.totl" [unknown-name]
        6 |     expr: staff.totl >= 1
          |           ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator, single-quoted": #"""
    area.yaml:6:37: error: there is no name "staff.totl" [unknown-name]
        6 |     expr: 'board.name == ''Đội'' && staff.totl >= 1'
          |                                     ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator, single-quoted after a quote in a string": #"""
    area.yaml:6:36: error: there is no name "staff.totl" [unknown-name]
        6 |     expr: 'board.name == "ế''ế" && staff.totl >= 1'
          |                                    ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator, double-quoted": #"""
    area.yaml:6:46: error: there is no name "staff.totl" [unknown-name]
        6 |     expr: "board.name == \"Đội tr\u1EBB\" && staff.totl >= 1"
          |                                              ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator, literal block": #"""
    area.yaml:9:9: error: there is no name "staff.totl" [unknown-name]
        9 |         staff.totl >= 1
          |         ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator, folded block": #"""
    area.yaml:8:7: error: there is no name "staff.totl" [unknown-name]
        8 |       staff.totl >= 1
          |       ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator, plain over lines": #"""
    area.yaml:8:36: error: there is no name "staff.totl" [unknown-name]
        8 |          board.name == 'Trẻ em' && staff.totl >= 1
          |                                    ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator, decomposed letters before it": #"""
    area.yaml:6:44: error: there is no name "staff.totl" [unknown-name]
        6 |     expr: board.name == 'Trẻ em yếu' && staff.totl >= 1
          |                                         ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicator in when": #"""
    area.yaml:7:11: error: there is no name "board.exist" [unknown-name]
        7 |     when: board.exist
          |           ^~~~~~~~~~~
          = did you mean "board.exists"?

    """#,
  "misspelt indicators in with: figure and list": #"""
    area.yaml:6:21: error: there is no name "staff.traned" [unknown-name]
        6 |     with: { parts: [staff.traned, "staff.total + staff.totl"], total: staf.total }
          |                     ^~~~~~~~~~~~
          = did you mean "staff.trained"?
    area.yaml:6:50: error: there is no name "staff.totl" [unknown-name]
        6 |     with: { parts: [staff.traned, "staff.total + staff.totl"], total: staf.total }
          |                                                  ^~~~~~~~~~
          = did you mean "staff.total"?
    area.yaml:6:71: error: there is no name "staf.total" [unknown-name]
        6 | …taff.traned, "staff.total + staff.totl"], total: staf.total }
          |                                                   ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "misspelt indicators in with: indicators": #"""
    area.yaml:6:23: error: there is no indicator "staff.totl" [unknown-name]
        6 |     with: { figures: [staff.totl, budget.spend] }
          |                       ^~~~~~~~~~
          = did you mean "staff.total"?
    area.yaml:6:35: error: there is no indicator "budget.spend" [unknown-name]
        6 |     with: { figures: [staff.totl, budget.spend] }
          |                                   ^~~~~~~~~~~~
          = did you mean "budget.spent"?

    """#,
  "one misspelt indicator in with": #"""
    area.yaml:6:17: error: there is no indicator "board.exist" [unknown-name]
        6 |     with: { of: board.exist }
          |                 ^~~~~~~~~~~
          = did you mean "board.exists"?

    """#,
  "indicator of the wrong type": #"""
    area.yaml:6:32: error: indicator "staff.total" is of type int; here it takes bool, document, text, date, datetime [indicator-type]
        6 |     with: { of: [board.exists, staff.total] }
          |                                ^~~~~~~~~~~

    """#,
  "unknown kind": #"""
    area.yaml:5:11: error: there is no kind of check "covrage" [unknown-kind]
        5 |     kind: covrage
          |           ^~~~~~~
          = did you mean "coverage"?

    """#,
  "unknown kind with a condition that is wrong too": #"""
    area.yaml:5:11: error: there is no kind of check "covrage" [unknown-kind]
        5 |     kind: covrage
          |           ^~~~~~~
          = did you mean "coverage"?
    area.yaml:6:11: error: there is no name "staff.totl" [unknown-name]
        6 |     when: staff.totl > 0
          |           ^~~~~~~~~~
          = did you mean "staff.total"?

    """#,
  "no parameter of a group": #"""
    area.yaml:6:11: error: exactly one of these is needed: at_least, above, at_most, below [parameter-group]
        6 |     with: { value: staff.total }
          |           ^~~~~~~~~~~~~~~~~~~~~~

    """#,
  "two parameters of a group": #"""
    area.yaml:6:46: error: exactly one of these is needed: at_least, above, at_most, below [parameter-group]
        6 |     with: { value: staff.total, at_least: 1, at_most: 2 }
          |                                              ^~~~~~~

    """#,
  "parameter missing": #"""
    area.yaml:6:11: error: the key "to" is missing [missing-key]
        6 |     with: { of: staff.trained, at_least: 95%, when_zero: met }
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "when_zero missing": #"""
    area.yaml:6:11: error: the key "when_zero" is missing [missing-key]
        6 |     with: { of: staff.trained, to: staff.total, at_least: 95% }
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "when_zero misspelt": #"""
    area.yaml:6:75: error: "not_aplicable" is no choice here [unknown-choice]
        6 | …ined, to: staff.total, at_least: 95%, when_zero: not_aplicable }
          |                                                   ^~~~~~~~~~~~~
          = did you mean "not_applicable"?

    """#,
  "parameter with a decimal dot": #"""
    area.yaml:6:59: error: "0.95": a dot separates thousands [decimal-dot]
        6 | … { of: staff.trained, to: staff.total, at_least: 0.95, when_zero: met }
          |                                                   ^~~~
          = write a decimal comma in quotes, "0,95", or a share, 95%

    """#,
  "one part is no sum": #"""
    area.yaml:6:20: error: this takes two figures at the least [wrong-type]
        6 |     with: { parts: [staff.trained], total: staff.total }
          |                    ^~~~~~~~~~~~~~~

    """#,
  "with for a rule": #"""
    area.yaml:6:5: error: kind rule has no key "with" [unknown-key]
        6 |     with: { of: staff.total }
          |     ^~~~
          = write the rule under expr

    """#,
  "expr for another kind": #"""
    area.yaml:6:5: error: kind presence has no key "expr" [unknown-key]
        6 |     expr: staff.total > 0
          |     ^~~~
          = set kind: rule, or use with

    """#,
  "rule that gives a text": #"""
    area.yaml:6:11: error: a rule must give true/false or a number, not string [rule-type]
        6 |     expr: board.name
          |           ^~~~~~~~~~

    """#,
  "when that gives a number": #"""
    area.yaml:7:11: error: a condition of applicability must give true/false, not number [condition-type]
        7 |     when: staff.total
          |           ^~~~~~~~~~~

    """#,
  "figure that gives a text": #"""
    area.yaml:6:20: error: this takes a number, not string [figure-type]
        6 |     with: { value: board.name, at_least: 1 }
          |                    ^~~~~~~~~~

    """#,
  "syntax error inside a rule": #"""
    area.yaml:6:26: error: found ">=" where an expression was expected [syntax-error]
        6 |     expr: staff.total >= >= 1
          |                          ^~

    """#,
  "partial credit where there is none": #"""
    area.yaml:7:5: lỗi: kiểu presence không chấm được từng phần [no-partial-credit]
        7 |     partial: linear
          |     ^~~~~~~
          = bỏ dòng partial

    """#,
  "unknown citation and place": #"""
    area.yaml:9:13: error: there is no citation "luat-2061" [unknown-citation]
        9 |     cites: [luat-2061/53, luat-2016/35]
          |             ^~~~~~~~~~~~
          = did you mean "luat-2016"?
    area.yaml:9:27: error: there is no place "35" [unknown-place]
        9 |     cites: [luat-2061/53, luat-2016/35]
          |                           ^~~~~~~~~~~~
          = did you mean "53"?

    """#,
  "parameter that is no mapping": #"""
    area.yaml:6:11: error: this takes the keys: figures [wrong-type]
        6 |     with: staff.total
          |           ^~~~~~~~~~~

    """#,
  "misspelt parameter": #"""
    area.yaml:6:13: error: there is no key "figure" [unknown-key]
        6 |     with: { figure: [staff.total] }
          |             ^~~~~~
          = did you mean "figures"?

    """#,
  "parameter group misspelt": #"""
    area.yaml:6:33: error: there is no key "at_last" [unknown-key]
        6 |     with: { value: staff.total, at_last: 3 }
          |                                 ^~~~~~~
          = did you mean "at_least"?

    """#,
  "no id, and a rule that is wrong": #"""
    area.yaml:3:5: error: the key "id" is missing [missing-key]
        3 |   - kind: rule
          |     ^~~~~~~~~~
    area.yaml:5:5: error: the key "kind" is written twice [duplicate-key]
        5 |     kind: rule
          |     ^~~~
          = keep one of them

    """#,
  "kind that is no word": #"""
    area.yaml:5:11: error: this takes a text [wrong-type]
        5 |     kind: [rule]
          |           ^~~~~~

    """#,
  "duty without a citation": #"""
    area.yaml:8:12: error: a check of class duty must cite what it rests on [citation-needed]
        8 |     class: duty
          |            ^~~~
          = add cites: [ … ]

    """#,
  "duplicate check id, each with its own mistake": #"""
    area.yaml:6:11: error: there is no name "staff.totl" [unknown-name]
        6 |     expr: staff.totl >= 1
          |           ^~~~~~~~~~
          = did you mean "staff.total"?
    area.yaml:10:9: error: the id "A-1" is taken [duplicate-check]
       10 |   - id: A-1
          |         ^~~
    area.yaml:13:11: error: a rule must give true/false or a number, not string [rule-type]
       13 |     expr: board.name
          |           ^~~~~~~~~~

    """#,
  "gate naming no check, cap naming no grade, bands out of order": #"""
    checklist.yaml:9:25: error: a share needs its percent sign [unit-of-measure]
        9 |   minimum_completeness: 80
          |                         ^~
          = write for example 95% or "4,5%"
    checklist.yaml:12:7: warning: a score below the last band gets no grade [band-floor]
       12 |     - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = let the last band begin at 0%
    checklist.yaml:12:53: error: band "good" must begin below the one before it [band-order]
       12 | … - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
          |                                                   ^~~~
          = list the bands highest first
    checklist.yaml:13:20: error: there is no check "A-2" [unknown-check]
       13 |   gates: [{ check: A-2, grade: weak }]
          |                    ^~~
          = did you mean "A-1"?

    """#,
  "bands with a gap below and an id given twice": #"""
    checklist.yaml:11:7: warning: a score below the last band gets no grade [band-floor]
       11 |     - { id: good, title: { vi: "Yếu", en: "Weak" }, from: 10% }
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = let the last band begin at 0%
    checklist.yaml:11:13: error: the band "good" is declared twice [duplicate-band]
       11 |     - { id: good, title: { vi: "Yếu", en: "Weak" }, from: 10% }
          |             ^~~~
          = keep one of them
    checklist.yaml:12:20: error: there is no check "A-2" [unknown-check]
       12 |   gates: [{ check: A-2, grade: good }, { check: A-1, grade: god }]
          |                    ^~~
          = did you mean "A-1"?

    """#,
  "include above the folder": #"""
    checklist.yaml:7:11: error: "../indicators/facts.yaml" lies outside the checklist's folder [include-escape]
        7 | include: [../indicators/facts.yaml]
          |           ^~~~~~~~~~~~~~~~~~~~~~~~
          = copy the file into the checklist's folder

    """#,
  "include by absolute path": #"""
    checklist.yaml:7:11: error: "/etc/hostname" lies outside the checklist's folder [include-escape]
        7 | include: [/etc/hostname]
          |           ^~~~~~~~~~~~~
          = copy the file into the checklist's folder

    """#,
  "include of a device": #"""
    checklist.yaml:7:11: error: "/dev/zero" lies outside the checklist's folder [include-escape]
        7 | include: [/dev/zero]
          |           ^~~~~~~~~
          = copy the file into the checklist's folder

    """#,
  "include of a folder": #"""
    checklist.yaml:7:11: error: cannot read .: is not a regular file [unreadable-file]
        7 | include: [".", area.yaml]
          |           ^~~

    """#,
  "include of nothing, whose checks a gate names": #"""
    checklist.yaml:7:22: error: cannot read areb.yaml: No such file or directory [unreadable-file]
        7 | include: [area.yaml, areb.yaml]
          |                      ^~~~~~~~~

    """#,
  "include twice, and of itself": #"""
    checklist.yaml:7:22: error: "./area.yaml" is included already [included-twice]
        7 | include: [area.yaml, ./area.yaml, checklist.yaml]
          |                      ^~~~~~~~~~~
          = keep one of them
    checklist.yaml:7:35: error: "checklist.yaml" is included already [included-twice]
        7 | include: [area.yaml, ./area.yaml, checklist.yaml]
          |                                   ^~~~~~~~~~~~~~
          = keep one of them

    """#,
  "include of no file": #"""
    checklist.yaml:7:10: error: this takes one item at the least [wrong-type]
        7 | include: []
          |          ^~

    """#,
  "include name cut short by NUL": #"""
    checklist.yaml:7:11: error: control character U+0000 is not allowed [control-character]
        7 | include: ["area.yaml\0.txt"]
          |           ^~~~~~~~~~~~~~~~~
          = delete it; it often slips in when text is copied from Word or a web page

    """#,
  "symbolic links out of the folder and in a circle": #"""
    checklist.yaml:7:22: error: "out.yaml" lies outside the checklist's folder [include-escape]
        7 | include: [area.yaml, out.yaml, zero.yaml, loop.yaml]
          |                      ^~~~~~~~
          = copy the file into the checklist's folder
    checklist.yaml:7:32: error: "zero.yaml" lies outside the checklist's folder [include-escape]
        7 | include: [area.yaml, out.yaml, zero.yaml, loop.yaml]
          |                                ^~~~~~~~~
          = copy the file into the checklist's folder
    checklist.yaml:7:43: error: cannot read loop.yaml: Too many levels of symbolic links [unreadable-file]
        7 | include: [area.yaml, out.yaml, zero.yaml, loop.yaml]
          |                                           ^~~~~~~~~

    """#,
  "dictionaries by path, twice and missing": #"""
    checklist.yaml:6:22: error: this takes the name of a file in the folder indicators, without a path [library-name]
        6 | uses: { indicators: [../facts, facts, facts, other], citations: [law], calendar: days }
          |                      ^~~~~~~~
    checklist.yaml:6:39: error: "facts" is included already [included-twice]
        6 | uses: { indicators: [../facts, facts, facts, other], citations: [law], calendar: days }
          |                                       ^~~~~
          = keep one of them
    checklist.yaml:6:46: error: cannot read ../indicators/other.yaml: No such file or directory [unreadable-file]
        6 | uses: { indicators: [../facts, facts, facts, other], citations: [law], calendar: days }
          |                                              ^~~~~

    """#,
  "nothing is called unknown where its dictionary is missing": #"""
    checklist.yaml:6:22: error: cannot read ../indicators/fact.yaml: No such file or directory [unreadable-file]
        6 | uses: { indicators: [fact], citations: [law], calendar: days }
          |                      ^~~~

    """#,
  "indicator names, bounds and types": #"""
    ../indicators/facts.yaml:3:76: error: "integer" is no choice here [unknown-choice]
        3 | …le: { vi: "Tổng số", en: "All officers" }, type: integer, from: 0 }
          |                                                   ^~~~~~~
          = choose one of: int, decimal, percent, money, bool, choice, text, date, datetime, document, table
    ../indicators/facts.yaml:4:11: error: "total" cannot name an indicator [indicator-name]
        4 |   - { id: total, title: { vi: "Tổng", en: "All" }, type: int, from: 5, to: 3 }
          |           ^~~~~
          = lower-case words joined by dots, two or more: staff.total
    ../indicators/facts.yaml:4:72: error: from is greater than to [empty-bounds]
        4 | …: { vi: "Tổng", en: "All" }, type: int, from: 5, to: 3 }
          |                                                   ^~
    ../indicators/facts.yaml:5:11: error: "staff.in" cannot name an indicator [indicator-name]
        5 |   - { id: staff.in, title: { vi: "Vào", en: "In" }, type: percent, from: 0%, to: 100 }
          |           ^~~~~~~~
          = lower-case words joined by dots, two or more: staff.total
    ../indicators/facts.yaml:5:82: error: a share needs its percent sign [unit-of-measure]
        5 | … "Vào", en: "In" }, type: percent, from: 0%, to: 100 }
          |                                                   ^~~
          = write for example 95% or "4,5%"

    """#,
  "duplicate indicator": #"""
    ../indicators/facts.yaml:5:11: error: the indicator "staff.total" is declared twice [duplicate-indicator]
        5 |   - { id: staff.total, title: { vi: "Số giờ", en: "Hours" }, type: decimal, from: 0 }
          |           ^~~~~~~~~~~
          = keep one of them

    """#,
  "citation in force backwards, with a status nobody knows": #"""
    ../citations/law.yaml:9:39: error: the last day is before the first [empty-period]
        9 |     in_force: { from: 2017-06-01, to: 2016-06-01 }
          |                                       ^~~~~~~~~~
    ../citations/law.yaml:10:13: error: "verifed" is no choice here [unknown-choice]
       10 |     status: verifed
          |             ^~~~~~~
          = did you mean "verified"?

    """#,
  "day both off and worked, and one listed twice": #"""
    ../calendars/days.yaml:8:13: error: 2024-04-29 is listed both as off and as worked [conflicting-day]
        8 |   - { date: 2024-04-29, name: { vi: "Bù", en: "Worked" }, source: "Công văn 2450", confirmed: true }
          |             ^~~~~~~~~~
          = keep one of them
    ../calendars/days.yaml:10:13: error: 2024-05-04 is listed twice [duplicate-day]
       10 |   - { date: 2024-05-04, name: { vi: "Bù", en: "Worked" }, source: "Công văn 2450", confirmed: true }
          |             ^~~~~~~~~~
          = keep one of them

    """#,
  "make-up day on a working day; yes for true": #"""
    ../calendars/days.yaml:8:13: warning: 2024-05-06 is a working day anyway [make-up-weekday]
        8 |   - { date: 2024-05-06, name: { vi: "Bù", en: "Worked" }, source: "Công văn 2450", confirmed: yes }
          |             ^~~~~~~~~~
          = look at the date; make-up days are Saturdays or Sundays
    ../calendars/days.yaml:8:95: error: this takes true or false [wrong-type]
        8 | … "Worked" }, source: "Công văn 2450", confirmed: yes }
          |                                                   ^~~

    """#,
  "all mistakes of several files in one pass, those of rules too": #"""
    checklist.yaml:1:1: error: the key "version" is missing [missing-key]
        1 | soat: 1
          | ^~~~~~~
    ../calendars/days.yaml:4:19: error: this takes a date that exists, such as 2024-11-10 or 10/11/2024 [wrong-type]
        4 | verified: { from: 2019-13-01, to: 2026-12-31 }
          |                   ^~~~~~~~~~
    area.yaml:6:11: error: there is no name "staff.totl" [unknown-name]
        6 |     expr: staff.totl >= 1
          |           ^~~~~~~~~~
          = did you mean "staff.total"?
    area.yaml:7:13: error: "0.5": a dot separates thousands [decimal-dot]
        7 |     points: 0.5
          |             ^~~
          = write a decimal comma in quotes, "0,95", or a share, 95%
    area.yaml:11:5: error: there is no key "tilte" [unknown-key]
       11 |     tilte: { vi: "Đủ người", en: "Enough people" }
          |     ^~~~~
          = did you mean "title"?
    area.yaml:13:11: error: there is no name "staff.trainde" [unknown-name]
       13 |     expr: staff.trainde >= 1
          |           ^~~~~~~~~~~~~
          = did you mean "staff.trained"?
    other.yaml:1:13: error: the area "staffing" is declared twice [duplicate-area]
        1 | area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
          |             ^~~~~~~~
          = keep one of them
    other.yaml:6:11: error: there is no name "board.nam" [unknown-name]
        6 |     expr: board.nam == 'x'
          |           ^~~~~~~~~
          = did you mean "board.name"?
    broken.yaml:2:1: error: not YAML: a comma or } is missing [yaml-syntax]
        2 | checks: []
          | ^
          = close the { … }, and quote a text that holds a comma

    """#,
]
