// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let measureGolden: [String: String] = [
  "int divided by int": #"""
    area.yaml:6:29: error: dividing two whole numbers drops the fraction: 7 / 2 is 3 [int-division]
        6 |     expr: people.trained >= 1 / 2 * people.total
          |                             ^~~~~
          = write one side as a decimal, as in 7.0 / 2, or compare products

    """#,
  "int divided by int, in Vietnamese": #"""
    area.yaml:6:29: lỗi: chia hai số nguyên làm mất phần lẻ: 7 / 2 là 3 [int-division]
        6 |     expr: people.trained >= 1 / 2 * people.total
          |                             ^~~~~
          = viết một bên là số thập phân, như 7.0 / 2, hoặc so sánh bằng phép nhân

    """#,
  "remainder": #"""
    area.yaml:6:11: error: a rule takes no remainder of two whole numbers [int-division]
        6 |     expr: size(board.name) % 2 == 0
          |           ^~~~~~~~~~~~~~~~~~~~
          = compare products, or ask for the figure by an indicator of its own

    """#,
  "double": #"""
    area.yaml:6:31: error: a binary fraction (double) is not exact: 0.1 + 0.2 is not 0.3 [double]
        6 |     expr: people.total >= int(double("2.5"))
          |                               ^~~~~~~~~~~~~
          = drop the conversion; a decimal written out, such as 1.5, is exact

    """#,
  "double, in Vietnamese": #"""
    area.yaml:6:31: lỗi: số thực nhị phân (double) không chính xác: 0,1 + 0,2 không bằng 0,3 [double]
        6 |     expr: people.total >= int(double("2.5"))
          |                               ^~~~~~~~~~~~~
          = bỏ phép chuyển sang double; số thập phân viết thẳng, như 1.5, là chính xác

    """#,
  "comparison": #"""
    area.yaml:6:11: error: "people" cannot be compared with "communes" [mixed-units]
        6 |     expr: people.total >= communes.total && board.exists
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "comparison, in Vietnamese": #"""
    area.yaml:6:11: lỗi: không so sánh được "người" với "xã" [mixed-units]
        6 |     expr: people.total >= communes.total && board.exists
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = chia số này cho số kia bằng kiểu ratio, hoặc sửa đơn vị tính (unit) của chỉ tiêu

    """#,
  "difference": #"""
    area.yaml:6:17: lỗi: không trừ được "xã" khỏi "người" [mixed-units]
        6 |     expr: '2 * (people.total - communes.total) > 3'
          |                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = chia số này cho số kia bằng kiểu ratio, hoặc sửa đơn vị tính (unit) của chỉ tiêu

    """#,
  "long sum: the part that does not belong": #"""
    area.yaml:6:30: error: "people" and "đồng" cannot be added [mixed-units]
        6 |     expr: people.total + 1 + budget.spent > 3
          |                              ^~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "branches": #"""
    area.yaml:6:28: error: the branches are in unlike units: "people" and a share [mixed-units]
        6 |     expr: '(board.exists ? people.total : share.handled) > 3'
          |                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "one of a list": #"""
    area.yaml:6:34: error: "people" cannot be compared with "communes" [mixed-units]
        6 |     expr: people.total in [1, 2, communes.total]
          |                                  ^~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "quotient": #"""
    area.yaml:6:11: lỗi: không so sánh được "đồng/trẻ em" với tỷ lệ [mixed-units]
        6 |     expr: budget.allocated / children.total >= share.handled
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = chia số này cho số kia bằng kiểu ratio, hoặc sửa đơn vị tính (unit) của chỉ tiêu

    """#,
  "denominator of two": #"""
    area.yaml:6:11: error: "1/(people·communes)" cannot be compared with "đồng" [mixed-units]
        6 |     expr: 1 / (people.total * communes.total) > budget.allocated
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "count without a unit": #"""
    area.yaml:6:11: error: a count without a unit cannot be compared with "people" [mixed-units]
        6 |     expr: staff.count > people.total
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "condition": #"""
    area.yaml:7:11: error: "people" cannot be compared with "communes" [mixed-units]
        7 |     when: people.total < communes.total
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "folded block scalar": #"""
    area.yaml:8:7: error: "people" and "communes" cannot be added [mixed-units]
        8 |       people.total + communes.total
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "literal block scalar": #"""
    area.yaml:8:9: error: "people" cannot be compared with "communes" [mixed-units]
        8 |         people.total ==
          |         ^~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "escapes before the place": #"""
    area.yaml:6:40: error: "people" cannot be compared with "communes" [mixed-units]
        6 |     expr: "board.name != \"\u1ea1\" && people.total > communes.total"
          |                                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "percent limit of people": #"""
    area.yaml:6:44: error: "people" cannot be compared with a share [mixed-units]
        6 |     with: { value: people.total, at_least: 95% }
          |                                            ^~~
          = write the number without %, or state a share with kind ratio

    """#,
  "money limit of people": #"""
    area.yaml:6:44: lỗi: không so sánh được "người" với "đồng" [mixed-units]
        6 |     with: { value: people.total, at_least: 30 triệu đồng }
          |                                            ^~~~~~~~~~~~~
          = viết số không kèm đồng, triệu hay tỷ

    """#,
  "percent limit of an unlike ratio": #"""
    area.yaml:6:61: error: "people/communes" cannot be compared with a share [mixed-units]
        6 | … of: people.total, to: communes.total, at_least: 95%, when_zero: met }
          |                                                   ^~~
          = write the limit as a number without %, đồng or a unit

    """#,
  "unlike ratio against an indicator, in Vietnamese": #"""
    area.yaml:6:58: lỗi: không so sánh được "người/xã" với "người" [mixed-units]
        6 | …: { of: people.total, to: communes.total, above: people.total, when_zero: met }
          |                                                   ^~~~~~~~~~~~
          = viết mức so sánh là một số không kèm %, đồng hay đơn vị

    """#,
  "part of a sum": #"""
    area.yaml:6:35: error: "people" and "communes" cannot be added [mixed-units]
        6 |     with: { parts: [people.total, communes.total], total: people.total }
          |                                   ^~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "cover": #"""
    area.yaml:6:35: error: "people" cannot be compared with "communes" [mixed-units]
        6 |     with: { of: people.total, to: communes.total, when_zero: met }
          |                                   ^~~~~~~~~~~~~~
          = divide one by the other with kind ratio, or correct the indicator's unit

    """#,
  "credit": #"""
    area.yaml:6:11: error: a rule gives a share of the points from 0 to 1, not "people" [mixed-units]
        6 |     expr: people.total
          |           ^~~~~~~~~~~~
          = divide by a total of the same unit

    """#,
]
