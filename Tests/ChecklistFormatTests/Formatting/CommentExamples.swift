import ChecklistFormat

let commentExamples: [FormatExample] = [
  FormatExample(
    "Comments above a value move with it, comments behind it stay behind it",
    .area,
    """
    checks: # all
        # first
        - id: a  # its id
          # about the kind
          kind: rule   # its kind

        # second
        - id: b#no comment
    """,
    """
    checks: # all
      # first
      - id: a  # its id
        # about the kind
        kind: rule   # its kind

      # second
      - id: b#no comment

    """),
  FormatExample(
    "A comment belongs to the block it is as far in as, when nothing follows there",
    .area,
    """
    checks:
    - id: a
      remedy:
         within: 3 days
         # end of remedy
      # end of check a
    # before check b
    - id: b
      evidence:
        # nothing yet
      # end of check b
     # end of checks
    # end of file
    """,
    """
    checks:
      - id: a
        remedy:
          within: 3 days
          # end of remedy
        # end of check a
      # before check b
      - id: b
        evidence:
          # nothing yet
        # end of check b
      # end of checks
    # end of file

    """),
  FormatExample(
    "A comment behind a dash, a key or an anchor stays there",
    .area,
    """
    checks:
    - # one
      id: a
    -   # two
      # three
      x
    - &m # four
      # five
      b:
         # six
         {c: 1}
    """,
    """
    checks:
      - # one
        id: a
      -   # two
        # three
        x
      - &m # four
        # five
        b:
          # six
          { c: 1 }

    """),
  FormatExample(
    "A comment between a dash and its value moves above the dash",
    .area,
    """
    checks:
      - id: a

      -
        # about b

        # its title
        id: b
    """,
    """
    checks:
      - id: a

      # about b

      # its title
      - id: b

    """),
  FormatExample(
    "A comment that goes on below in its own column stays in that column",
    .area,
    """
    area: {id:   a}     # one
                        # two
    checks:  # three
             # four
      - b
    """,
    """
    area: { id: a }     # one
                        # two
    checks:  # three
             # four
      - b

    """),
  FormatExample(
    "Comments inside brackets",
    .area,
    """
    checks: [ # open
      # above a
      a, # behind a
      b # behind b
      , { c: # above c
        1, d: 2 # behind d
      }
      # close
    ] # after
    """,
    """
    checks:
      [ # open
        # above a
        a, # behind a
        b, # behind b
        {
          # above c
          c: 1,
          d: 2, # behind d
        },
        # close
      ] # after

    """),
  FormatExample(
    "Comments at the head of a block text, and below it",
    .area,
    """
    checks:
    - id: | # head
         # no comment
         x # nor this
      # comment
      title: >-   # head
       y
    # end
    """,
    """
    checks:
      - id: | # head
          # no comment
          x # nor this
        # comment
        title: >-   # head
          y
    # end

    """),
  FormatExample(
    "A comment that touches what it follows is set off",
    .area, "checks: [\"a\"#b\n,c]#d\n",
    """
    checks:
      [
        "a",  # b
        c,
      ]  # d

    """.replacing("# b", with: "#b").replacing("# d", with: "#d")),
  FormatExample(
    "Spaces at the end of comments go, their own text stays",
    .area, "#a   \n#\t\n#   b\t \nchecks: []   #\n", "#a\n#\n#   b\nchecks: []   #\n"),
]
