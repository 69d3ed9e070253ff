"""What a user would write in Python instead of soat: reads submissions with PyYAML's C loader, evaluates
the rules of the commune checklist with the package common-expression-language, and writes a JSON line
with what a line of `soat score --format jsonl` holds.

Run: python Benchmarks/peer [--verdicts] [--evaluate] [--as-of DATE] [--checklist FOLDER] < LIST-OF-PATHS
A rule is compiled once with cel.compile, as the package's documentation recommends for many
evaluations, and executed with a dictionary of the few figures it reads (one cel.Context for all rules of
a submission takes as long). With --evaluate it is parsed each time, cel.evaluate(text, dictionary), as on
that documentation's first page; the output is the same. Doubles stand for numbers, points are not
rounded so that they add up, and nothing is checked in the files. What the commune checklist and the
generated submissions have no use for is left out: tables, plugins, times of day, averages, presets of
periods, requests, confirmations, scopes and digests.
"""
import argparse
import datetime
import os
import sys

import rules
from lines import Lines
from verdicts import Pack

library = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Checklists")


def options():
    parser = argparse.ArgumentParser(
        prog="peer", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verdicts", action="store_true", help="ids and verdicts alone")
    parser.add_argument("--evaluate", action="store_true", help="parse each rule each time")
    parser.add_argument("--as-of", type=datetime.date.fromisoformat, default="2025-01-10")
    parser.add_argument("--checklist", default=os.path.join(library, "child-protection-commune"))
    return parser.parse_args()


given = options()
lines = Lines(
    Pack(given.checklist, rules.Parsed if given.evaluate else rules.Compiled), given.as_of)
line = lines.verdicts if given.verdicts else lines.line
for path in sys.stdin:
    print(line(path.rstrip("\n")))
