import ChecklistFormat

let layoutExamples: [FormatExample] = [
  FormatExample(
    "Two spaces a level, lists further in than their key",
    .area,
    """
    checks:
    -   id: a
        remedy:
            within: 3 days
    - id:   b
    """,
    """
    checks:
      - id: a
        remedy:
          within: 3 days
      - id: b

    """),
  FormatExample(
    "A value on a line below its key or dash joins it",
    .area,
    """
    area:
      { id: a }
    checks:
      -
        id:
          b
        expr:
          "x
          y"
      - - p
        -
          - q
    """,
    """
    area: { id: a }
    checks:
      - id: b
        expr: "x
          y"
      - - p
        - - q

    """),
  FormatExample(
    "Scalars stay as they are written",
    .area,
    #"""
    checks:
     - {id:  'a''b', x: "c\td" ,y: 1.431}
     - [ 1,2 , 30.000.000 đồng,"1,5", 95%, ~ , null,]
    """#,
    #"""
    checks:
      - { id: 'a''b', x: "c\td", y: 1.431 }
      - [1, 2, 30.000.000 đồng, "1,5", 95%, ~, null]

    """#),
  FormatExample(
    "Block texts move with their key, and their content does not",
    .area,
    """
    checks:
     - id: |
              one
                two

              three


       expr: >2-
           four
         five
       guidance: |+
         six


     - x
    """,
    """
    checks:
      - id: |
          one
            two

          three

        expr: >2-
            four
          five
        guidance: |+
          six


      - x

    """),
  FormatExample(
    "Texts over several lines are indented below their key",
    .area,
    """
    checks:
    - id: a
             b

             c
      expr: 'd
     e'
    """,
    """
    checks:
      - id: a
          b

          c
        expr: 'd
          e'

    """),
  FormatExample(
    "Brackets over several lines hold one value a line",
    .area,
    """
    area: {id: a,
      weight: 3 }
    checks:
    - [a,
       [b,c],  {d: [
       e]}]
    - { }
    - [
      ]
    """,
    """
    area:
      {
        id: a,
        weight: 3,
      }
    checks:
      - [
          a,
          [b, c],
          {
            d: [
              e,
            ],
          },
        ]
      - {}
      - []

    """),
  FormatExample(
    "At most one blank line in a row, none at the beginning, at the end or under a key",
    .area,
    """



    area:

      id: a



      weight: 2


    checks:

      - id: b

      - id: c
      -
        id: d



    """,
    """
    area:
      id: a

      weight: 2

    checks:
      - id: b

      - id: c
      - id: d

    """),
  FormatExample(
    "Nulls, pairs without braces and keys after a question mark",
    .area,
    """
    checks:
     - x:
       y: ~
     -
     - [a: 1, {b, c: }, ? d : 2]
     - ? e
       : f
     - ? "g
         h"
       : - i
     - { j
         k, ? "n
         o" : 2 }
    """,
    """
    checks:
      - x:
        y: ~
      -
      - [{ a: 1 }, { b, c }, { d: 2 }]
      - e: f
      - ? "g
          h"
        : - i
      - {
          j
            k,
          ? "n
            o" : 2,
        }

    """),
  FormatExample(
    "Anchors and aliases stay, and with them the order of keys",
    .area,
    """
    checks: &all
     - title: &t   x
       id: *t
       *t : 1
     - &m
       a: &l [1,2]
     - &k n: *l
     - [ *t ,*l]
    """,
    """
    checks: &all
      - title: &t x
        id: *t
        *t : 1
      - &m
        a: &l [1, 2]
      - &k n: *l
      - [*t, *l]

    """),
  FormatExample(
    "The mark of a document's beginning stays, that of its end goes",
    .area,
    """
    # a
    %YAML 1.1   # b

    --- # c
    # d
    checks: [] # e
    ... # f
    """,
    """
    # a
    %YAML 1.1
    # b

    ---
    # c
    # d
    checks: [] # e
    # f

    """),
]
