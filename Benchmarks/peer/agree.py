#!/usr/bin/env python3
"""Compares two files of JSON lines, those of `soat score --format jsonl` and those of this peer.

Run: Benchmarks/peer/agree.py SOAT.jsonl PEER.jsonl
Prints how many of each thing agree. Exit status 1 where verdicts differ or a line has no counterpart.
soat's points are whole millionths that add up, the peer's doubles: they agree within 0.00001, shares
in percent within 0.01.
"""
import collections
import itertools
import json
import sys

POINTS, PERCENT = 0.00001, 0.011


def near(a, b, within):
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= within


class Tally:
    def __init__(self):
        self.agreed, self.all = collections.Counter(), collections.Counter()
        self.first = {}

    def add(self, what, agrees, place, *values):
        self.all[what] += 1
        self.agreed[what] += agrees
        if not agrees:
            self.first.setdefault(what, (place, *values))

    def same(self, what, place, a, b):
        self.add(what, a == b, place, a, b)

    def wording(self, a, b):
        """Sentences may differ, so no example is shown."""
        self.all["reason, word for word"] += 1
        self.agreed["reason, word for word"] += a == b

    def lines(self):
        for what, count in self.all.items():
            text = f"{what:32} {self.agreed[what]:>8} of {count:>8}"
            if what in self.first:
                text += "   first: " + ", ".join(map(str, self.first[what]))
            yield text[:240]


def points(tally, what, place, a, b):
    for key in ("points", "of"):
        tally.add(f"{what} {key}", near(a[key], b[key], POINTS), place, a[key], b[key])
    if "percent" in a:
        tally.add(f"{what} percent", near(a["percent"], b["percent"], PERCENT), place,
                  a["percent"], b["percent"])


def checks(tally, place, a, b):
    ours = {check["id"]: check for area in b["areas"] for check in area["checks"]}
    for check in (check for area in a["areas"] for check in area["checks"]):
        where, other = f"{place} {check['id']}", ours.pop(check["id"], None)
        tally.same("verdict", where, check["verdict"], other and other["verdict"])
        if other:
            points(tally, "check", where, check, other)
            tally.same("decided without", where, check.get("decidedWithout"),
                       other.get("decidedWithout"))
            tally.wording(check["reason"], other["reason"])
    for id in ours:
        tally.same("verdict", f"{place} {id}", None, ours[id]["verdict"])


def score(tally, place, a, b):
    points(tally, "score", place, a, b)
    for key in ("grade", "gates", "caps"):
        tally.same(key, place, a[key], b[key])
    tally.same("withheld", place, a["withheld"] is None, b["withheld"] is None)
    for key in ("points", "of", "percent"):
        tally.add("verified", near(a["verified"][key], b["verified"][key], PERCENT), place,
                  a["verified"], b["verified"])
    had, has = a["possible"], b["possible"]
    if had is None or has is None:
        tally.same("possible range", place, had, has)
        return
    range_agrees = all(near(had[key], has[key], POINTS) for key in ("least", "greatest"))
    tally.add("possible range", range_agrees, place, had, has)
    for key in ("lowestGrade", "highestGrade"):
        tally.same("possible grades", place, had[key], has[key])


def open_answers(tally, place, a, b):
    theirs, ours = ({item["indicator"]: item for item in record} for record in (a, b))
    tally.same("open answers, indicators", place, sorted(theirs), sorted(ours))
    for id in theirs.keys() & ours.keys():
        had, has = theirs[id], ours[id]
        agrees = had["checks"] == has["checks"] and all(
            near(had[key], has[key], POINTS) for key in ("alone", "together"))
        tally.add("open answers, points and checks", agrees, place, had, has)


def deficiencies(tally, place, a, b):
    tally.same("deficiencies, in order", place, [item["check"] for item in a],
               [item["check"] for item in b])
    ours = {item["check"]: item for item in b}
    for item in a:
        for key in ("finding", "due", "sendBy", "computed", "provisional", "basis"):
            other = ours.get(item["check"], {})
            tally.same(f"deficiency {key}", f"{place} {item['check']}", item[key], other.get(key))


def wanted(record):
    return {item["check"]: sorted(given["id"] for given in item["indicators"]) for item in record}


def compare(soat, peer):
    tally = Tally()
    for had, has in itertools.zip_longest(soat, peer):
        if had is None or has is None:
            tally.same("line", "the end", had is None, has is None)
            break
        a, b = json.loads(had), json.loads(has)
        place = a["submission"]
        tally.same("line", place, place, b["submission"])
        for key in ("unit", "period", "asOf"):
            tally.same(key, place, a[key], b[key])
        for key in ("id", "version"):
            tally.same("checklist", place, a["checklist"][key], b["checklist"][key])
        checks(tally, place, a, b)
        theirs, ours = ({area["id"]: area for area in record["areas"]} for record in (a, b))
        for id in theirs:
            points(tally, "area", f"{place} {id}", theirs[id], ours[id])
        score(tally, place, a["score"], b["score"])
        tally.same("counts of verdicts", place, a["verdicts"], b["verdicts"])
        for key in ("answered", "applicable", "percent"):
            tally.add("completeness", near(a["completeness"][key], b["completeness"][key], PERCENT),
                      place, a["completeness"], b["completeness"])
        open_answers(tally, place, a["openAnswers"], b["openAnswers"])
        deficiencies(tally, place, a["deficiencies"], b["deficiencies"])
        tally.same("data requests", place, wanted(a["dataRequests"]), wanted(b["dataRequests"]))
    return tally


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as soat, open(sys.argv[2], encoding="utf-8") as peer:
        tally = compare(soat, peer)
    print("\n".join(tally.lines()))
    sys.exit(any(tally.agreed[what] < tally.all[what] for what in ("line", "verdict")))
