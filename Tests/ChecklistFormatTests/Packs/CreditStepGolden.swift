// Recorded by RECORD=1 swift test; read every change before committing it.

// swift-format-ignore
let creditStepGolden: [String: String] = [
  "steps listed highest first": #"""
    area.yaml:7:52: error: each step must ask more and give more than the one before [step-order]
        7 | …  partial: { steps: [{ from: 80%, credit: 70% }, { from: 50%, credit: 30% }] }
          |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~
          = list the steps lowest first

    """#,
  "two steps from one share, in Vietnamese": #"""
    area.yaml:7:52: lỗi: bậc sau phải có mức và điểm cao hơn bậc trước [step-order]
        7 | …  partial: { steps: [{ from: 50%, credit: 30% }, { from: 50%, credit: 70% }] }
          |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~
          = xếp các bậc từ thấp đến cao

    """#,
  "a higher step that gives less": #"""
    area.yaml:7:52: error: each step must ask more and give more than the one before [step-order]
        7 | …  partial: { steps: [{ from: 50%, credit: 30% }, { from: 80%, credit: 30% }] }
          |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~
          = list the steps lowest first

    """#,
  "shares that are none": #"""
    area.yaml:7:32: error: a share needs its percent sign [unit-of-measure]
        7 |     partial: { steps: [{ from: 50, credit: 130% }] }
          |                                ^~
          = write for example 95% or "4,5%"
    area.yaml:7:44: error: this takes a share from 0% to 100% [wrong-type]
        7 |     partial: { steps: [{ from: 50, credit: 130% }] }
          |                                            ^~~~

    """#,
  "no step": #"""
    area.yaml:7:23: error: this takes one item at the least [wrong-type]
        7 |     partial: { steps: [] }
          |                       ^~

    """#,
  "a step without its credit": #"""
    area.yaml:7:24: error: the key "credit" is missing [missing-key]
        7 |     partial: { steps: [{ from: 50% }] }
          |                        ^~~~~~~~~~~~~

    """#,
  "a word nobody knows": #"""
    area.yaml:7:14: error: "liner" is no choice here [unknown-choice]
        7 |     partial: liner
          |              ^~~~~
          = did you mean "linear"?

    """#,
  "steps for a kind without partial credit": #"""
    area.yaml:7:5: error: kind presence gives no partial credit [no-partial-credit]
        7 |     partial: { steps: [{ from: 50%, credit: 30% }] }
          |     ^~~~~~~
          = remove the line

    """#,
  "a total that the weights do not give": #"""
    checklist.yaml:12:10: error: the weights add up to 10, not to 100 [weights-total]
       12 |   total: 100
          |          ^~~
          = mend the weights of the areas (or the points of the checks), or the total

    """#,
  "a total that the weights do not give, in Vietnamese": #"""
    checklist.yaml:12:10: lỗi: các trọng số cộng lại được 10, không phải 9,5 [weights-total]
       12 |   total: "9,5"
          |          ^~~~~
          = sửa weight của các lĩnh vực (hoặc points của các mục), hoặc sửa total

    """#,
  "what must not earn zero does not exist": #"""
    checklist.yaml:15:36: error: there is no area "stafing" [unknown-area]
       15 |   zero_limits: [{ of: areas, ids: [stafing], grade: week }, { of: checks, ids: [A-1, A-2], grade: we…
          |                                    ^~~~~~~
          = did you mean "staffing"?
    checklist.yaml:15:53: error: there is no grade "week" [unknown-grade]
       15 | …ero_limits: [{ of: areas, ids: [stafing], grade: week }, { of: checks, ids: [A-1, A-2], grade: weak …
          |                                                   ^~~~
          = did you mean "weak"?
    checklist.yaml:15:86: error: there is no check "A-2" [unknown-check]
       15 | …tafing], grade: week }, { of: checks, ids: [A-1, A-2], grade: weak }]
          |                                                   ^~~
          = did you mean "A-1"?

    """#,
  "zero of neither areas nor checks": #"""
    checklist.yaml:15:23: error: "area" is no choice here [unknown-choice]
       15 |   zero_limits: [{ of: area, ids: [nothing], grade: weak }]
          |                       ^~~~
          = did you mean "areas"?

    """#,
  "a class that nobody declared, and one given twice": #"""
    checklist.yaml:13:84: error: there is no class of units "mountan" [unknown-class]
       13 | …t", en: "Good" }, from: 90%, by_class: [{ class: mountan, from: 80% }, { class: island, from: 80% },…
          |                                                   ^~~~~~~
          = did you mean "mountain"?
    checklist.yaml:13:145: error: the class "island" is declared twice [duplicate-class]
       13 | …m: 80% }, { class: island, from: 80% }, { class: island, from: 70% }] }
          |                                                   ^~~~~~
          = keep one of them

    """#,
  "bands out of order for one class": #"""
    checklist.yaml:14:63: error: band "weak" must begin below the one before it [band-order]
       14 | …eak, title: { vi: "Yếu", en: "Weak" }, from: 0%, by_class: [{ class: mountain, from: 50% }] }
          |                                                   ^~~~~~~~
          = list the bands highest first

    """#,
]
