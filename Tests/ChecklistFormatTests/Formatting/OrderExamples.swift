import ChecklistFormat

let orderExamples: [FormatExample] = [
  FormatExample(
    "Keys take the order of their description, and comments go with them",
    .area,
    """
    # the modeline stays first
    # and what stands with it

    # the checks
    checks:
    - # one
      title: { en: x, vi: y }
      # about the id
      id: a
      severity: low # grave?
      with: { when_zero: met, to: t, of: o }
      kind: coverage
    # the area
    area: { weight: 3, title: t, id: a }
    """,
    """
    # the modeline stays first
    # and what stands with it

    # the area
    area: { id: a, title: t, weight: 3 }

    # the checks
    checks:
      - # one
        # about the id
        id: a
        title: { vi: y, en: x }
        kind: coverage
        with: { of: o, to: t, when_zero: met }
        severity: low # grave?

    """),
  FormatExample(
    "What comes first of an item takes its comment above the dash",
    .area,
    """
    checks:
    - title: x
      # about the id
      id: a
    """,
    """
    checks:
      # about the id
      - id: a
        title: x

    """),
  FormatExample(
    "Unknown keys follow in the author's order, as do answers and the items of lists",
    .submission,
    """
    notes: [b, a]
    zebra: 1
    answers:
      staff.z: { place: p, value: 2 }
      staff.a: { source: s, missing: m }
      staff.b: 3
    apple: 2
    soat: 1
    """,
    """
    soat: 1
    answers:
      staff.z: { value: 2, place: p }
      staff.a: { missing: m, source: s }
      staff.b: 3
    notes: [b, a]
    zebra: 1
    apple: 2

    """),
  FormatExample(
    "A key that is written twice keeps the order of its values",
    .area, "checks: 1\narea: 2\nchecks: 3\n", "area: 2\nchecks: 1\nchecks: 3\n"),
  FormatExample(
    "A text that keeps its line breaks gains none when keys move",
    .area,
    """
    checks: |+
      x

    other: 1

    area: 2
    """,
    """
    area: 2
    checks: |+
      x

    other: 1

    """),
  FormatExample(
    "Bands, gates and periods of a checklist",
    .checklist,
    """
    scoring: { gates: [{ grade: weak, check: A }], bands: [{ from: 0%, id: weak, title: t }] }
    applies: { periods: { to: 2025-06-30, from: 2019-01-01 }, levels: [commune] }
    id: x
    soat: 1
    """,
    """
    soat: 1
    id: x
    applies: { levels: [commune], periods: { from: 2019-01-01, to: 2025-06-30 } }
    scoring: { bands: [{ id: weak, title: t, from: 0% }], gates: [{ check: A, grade: weak }] }

    """),
]
