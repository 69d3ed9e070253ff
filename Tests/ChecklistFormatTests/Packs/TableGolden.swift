// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let tableGolden: [String: String] = [
  "choice without options": #"""
    ../indicators/facts.yaml:12:5: error: the key "options" is missing [missing-key]
       12 |   - id: some.more
          |     ^~~~~~~~~~~~~

    """#,
  "options of a text": #"""
    ../indicators/facts.yaml:15:5: error: the key "options" is for type choice alone [key-of-type]
       15 |     options: [{ id: a, title: { vi: A, en: A } }]
          |     ^~~~~~~
          = remove the key, or mend the type

    """#,
  "option given twice, and one without an id": #"""
    ../indicators/facts.yaml:17:15: error: the option "a" is declared twice [duplicate-option]
       17 |       - { id: a, title: { vi: B, en: B } }
          |               ^
          = keep one of them
    ../indicators/facts.yaml:18:9: error: the key "id" is missing [missing-key]
       18 |       - { title: { vi: C, en: C } }
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "table without rows and columns": #"""
    ../indicators/facts.yaml:12:5: error: the key "rows" is missing [missing-key]
       12 |   - id: some.more
          |     ^~~~~~~~~~~~~
    ../indicators/facts.yaml:12:5: error: the key "columns" is missing [missing-key]
       12 |   - id: some.more
          |     ^~~~~~~~~~~~~

    """#,
  "rows and columns of a number": #"""
    ../indicators/facts.yaml:15:5: error: the key "rows" is for type table alone [key-of-type]
       15 |     rows: communes
          |     ^~~~
          = remove the key, or mend the type
    ../indicators/facts.yaml:16:5: error: the key "columns" is for type table alone [key-of-type]
       16 |     columns: [{ id: name, title: { vi: "Tên", en: "Name" }, type: text }]
          |     ^~~~~~~
          = remove the key, or mend the type

    """#,
  "rows of something unknown": #"""
    ../indicators/facts.yaml:15:11: error: "comunes" is no choice here [unknown-choice]
       15 |     rows: comunes
          |           ^~~~~~~
          = did you mean "communes"?

    """#,
  "table without a column": #"""
    ../indicators/facts.yaml:16:14: error: this takes one item at the least [wrong-type]
       16 |     columns: []
          |              ^~

    """#,
  "bounds and a unit of a table": #"""
    ../indicators/facts.yaml:17:5: error: the key "from" is for type int, decimal alone [key-of-type]
       17 |     from: 0
          |     ^~~~
          = remove the key, or mend the type
    ../indicators/facts.yaml:18:5: error: the key "unit" is for type int, decimal alone [key-of-type]
       18 |     unit: { vi: xã, en: communes }
          |     ^~~~
          = remove the key, or mend the type

    """#,
  "columns of one name": #"""
    ../indicators/facts.yaml:18:15: error: the column "name" is declared twice [duplicate-column]
       18 |       - { id: name, title: { vi: "Tên", en: "Name" }, type: text }
          |               ^~~~
          = keep one of them

    """#,
  "columns that rules could not name": #"""
    ../indicators/facts.yaml:17:15: error: "Tên" cannot be a name here [short-name]
       17 |       - { id: Tên, title: { vi: A, en: A }, type: text }
          |               ^~~
          = lower-case letters, digits and _, a letter first: play_spaces
    ../indicators/facts.yaml:18:15: error: "in" cannot be a name here [short-name]
       18 |       - { id: in, title: { vi: B, en: B }, type: text }
          |               ^~
          = lower-case letters, digits and _, a letter first: play_spaces
    ../indicators/facts.yaml:19:15: error: "2nd" cannot be a name here [short-name]
       19 |       - { id: 2nd, title: { vi: C, en: C }, type: text }
          |               ^~~
          = lower-case letters, digits and _, a letter first: play_spaces
    ../indicators/facts.yaml:20:15: error: "a.b" cannot be a name here [short-name]
       20 |       - { id: a.b, title: { vi: D, en: D }, type: text }
          |               ^~~
          = lower-case letters, digits and _, a letter first: play_spaces

    """#,
  "bounds of a truth value, and a column of an unknown type": #"""
    ../indicators/facts.yaml:17:55: error: the key "from" is for type int, decimal, percent, money, hours, working_days alone [key-of-type]
       17 | … - { id: a, title: { vi: A, en: A }, type: bool, from: 0 }
          |                                                   ^~~~
          = remove the key, or mend the type
    ../indicators/facts.yaml:18:49: error: "integer" is no choice here [unknown-choice]
       18 |       - { id: b, title: { vi: B, en: B }, type: integer, from: 0 }
          |                                                 ^~~~~~~
          = choose one of: int, decimal, percent, money, bool, yes_no_na, hours, working_days, choice, text, date

    """#,
  "bounds of a column backwards, and of another measure": #"""
    ../indicators/facts.yaml:17:63: error: from is greater than to [empty-bounds]
       17 | … a, title: { vi: A, en: A }, type: int, from: 5, to: 3 }
          |                                                   ^~
    ../indicators/facts.yaml:18:62: error: a share needs its percent sign [unit-of-measure]
       18 | …: b, title: { vi: B, en: B }, type: percent, to: 50 }
          |                                                   ^~
          = write for example 95% or "4,5%"

    """#,
  "sampled files with names and dates, in Vietnamese": #"""
    ../indicators/facts.yaml:17:61: lỗi: bảng hồ sơ rút mẫu không được có cột kiểu text [sample-column]
       17 | …d: name, title: { vi: "Tên", en: "Name" }, type: text }
          |                                                   ^~~~
          = chỉ ghi có, không, không áp dụng, số giờ hoặc số ngày làm việc: bool, yes_no_na, hours, working_days
    ../indicators/facts.yaml:18:59: lỗi: bảng hồ sơ rút mẫu không được có cột kiểu date [sample-column]
       18 | … id: opened, title: { vi: Ngày, en: Day }, type: date }
          |                                                   ^~~~
          = chỉ ghi có, không, không áp dụng, số giờ hoặc số ngày làm việc: bool, yes_no_na, hours, working_days

    """#,
  "an indicator named like the period before": #"""
    ../indicators/facts.yaml:12:11: error: "previous.total" cannot name an indicator [indicator-name]
       12 |   - { id: previous.total, title: { vi: "Thêm", en: "More" }, type: int }
          |           ^~~~~~~~~~~~~~
          = lower-case words joined by dots, two or more: staff.total

    """#,
  "an indicator named like a row": #"""
    ../indicators/facts.yaml:12:11: error: "row.total" cannot name an indicator [indicator-name]
       12 |   - { id: row.total, title: { vi: "Thêm", en: "More" }, type: int }
          |           ^~~~~~~~~
          = lower-case words joined by dots, two or more: staff.total

    """#,
  "misspelt column": #"""
    area.yaml:6:41: error: communes.list row has no field "oficer" [unknown-field]
        6 |     with: { table: communes.list, each: row.oficer, at_least: 100%, when_zero: met }
          |                                         ^~~~~~~~~~
          = did you mean "officer"?

    """#,
  "misspelt column in where, in Vietnamese": #"""
    area.yaml:6:62: lỗi: communes.list row không có trường "visit" [unknown-field]
        6 | …table: communes.list, each: row.officer, where: "row.visit >= 1", at_least: 100%, when_zero: met }
          |                                                   ^~~~~~~~~
          = có phải là "visits"?

    """#,
  "column of another table": #"""
    area.yaml:6:41: error: communes.list row has no field "days" [unknown-field]
        6 |     with: { table: communes.list, each: row.days <= 5, at_least: 100%, when_zero: met }
          |                                         ^~~~~~~~

    """#,
  "row outside a rule for rows": #"""
    area.yaml:6:11: error: there is no name "row.officer" [unknown-name]
        6 |     expr: row.officer
          |           ^~~~~~~~~~~

    """#,
  "two tables": #"""
    area.yaml:6:36: error: this takes one table [one-table]
        6 |     with: { table: [communes.list, files.sampled], each: row.officer, at_least: 100%, when_zero: met…
          |                                    ^~~~~~~~~~~~~

    """#,
  "table that is none": #"""
    area.yaml:6:20: error: indicator "staff.total" is of type int; here it takes table [indicator-type]
        6 |     with: { table: staff.total, each: row.officer, at_least: 100%, when_zero: met }
          |                    ^~~~~~~~~~~

    """#,
  "misspelt table": #"""
    area.yaml:6:20: error: there is no indicator "comunes.list" [unknown-name]
        6 |     with: { table: comunes.list, each: row.officer, at_least: 100%, when_zero: met }
          |                    ^~~~~~~~~~~~
          = did you mean "communes.list"?

    """#,
  "rule for rows that gives a number, and a condition that gives a text": #"""
    area.yaml:6:41: error: a rule for rows must give true/false, not number [condition-type]
        6 |     with: { table: communes.list, each: row.visits, where: row.name, at_least: 100%, when_zero: met …
          |                                         ^~~~~~~~~~
    area.yaml:6:60: error: a rule for rows must give true/false, not string [condition-type]
        6 | …{ table: communes.list, each: row.visits, where: row.name, at_least: 100%, when_zero: met }
          |                                                   ^~~~~~~~

    """#,
  "nothing said of the rows": #"""
    area.yaml:6:11: error: the key "each" is missing [missing-key]
        6 |     with: { table: communes.list, at_least: 100%, when_zero: met }
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    """#,
  "comparison of unlike sorts": #"""
    area.yaml:6:53: error: ">=" does not take (number, string) [no-such-overload]
        6 | … with: { table: communes.list, each: 'row.visits >= "4"', at_least: 100%, when_zero: met }
          |                                                   ^~
          = it takes (int, int), (int, uint), (int, double), (uint, int), (uint, uint) or …

    """#,
  "whole numbers divided in a rule for rows": #"""
    area.yaml:6:56: error: dividing two whole numbers drops the fraction: 7 / 2 is 3 [int-division]
        6 | …th: { table: communes.list, each: "row.visits >= 1 / 2", at_least: 100%, when_zero: met }
          |                                                   ^~~~~
          = write one side as a decimal, as in 7.0 / 2, or compare products

    """#,
  "misspelt field in a loop over a table": #"""
    area.yaml:6:32: error: communes.list row has no field "oficer" [unknown-field]
        6 |     expr: communes.list.all(c, c.oficer)
          |                                ^~~~~~~~
          = did you mean "officer"?

    """#,
]
