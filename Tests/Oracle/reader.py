#!/usr/bin/env python3
"""Somebody who reads public results, knows the checklist and the rules of masking, and tries them all.

    python3 Tests/Oracle/reader.py --soat .build/release/soat --packs 200

For each of many small random checklists it scores every submission there can be over a few counts,
with `soat score --audience public`, and looks which of them give the very same document. Where all of
those agree on a count that the document masks, the document tells the count. Prints how many masked
figures were looked at, how many are told, and the checklists that tell one; ends with 1 if any does.
"""

import argparse
import itertools
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.dont_write_bytecode = True

from submitting import title
from writing import write

ROOT = Path(__file__).resolve().parents[2]
COUNTS = ["cases.a", "cases.b", "cases.c"]
OTHER = "staff.n"
KINDS = ["sum", "coverage", "ratio", "threshold", "trend", "rule", "when"]
# Counts are tried up to GREATEST, so that one of at most WATCHED has others to be taken for.
GREATEST, WATCHED = 10, 5
INEXACT = [{key: n} for key in ("at_least", "under", "over") for n in (1, 2, 3, 4, 5, 6, 8, 10, 13, 17)]

MISSING = {"missing": title("none")}


def main():
    arguments = parsed_arguments()
    started, tally = time.monotonic(), Tally()
    for seed in range(arguments.seed, arguments.seed + arguments.packs):
        pack = Pack(seed, arguments.kinds, arguments.checks, arguments.others)
        found = pack.told(documents(pack, arguments.soat), tally)
        if found:
            tally.telling.append((pack, found))
    print(f"{arguments.packs} checklists, {tally.documents} documents, {tally.masked} masked figures: "
          f"{tally.told} told, by {len(tally.telling)} checklists; {time.monotonic() - started:.0f} s")
    tally.telling.sort(key=lambda pair: len(pair[0].checks))
    for pack, found in tally.telling[: arguments.show]:
        print(f"\nseed {pack.seed}: staff.n = {pack.staff}, scoring {pack.scoring}")
        for check in pack.checks:
            print("  ", {key: check[key] for key in check if key not in ("title", "severity", "class")})
        for world, name in found[:3]:
            print("   tells", name, "of", dict(zip(pack.slots, world)))
    sys.exit(1 if tally.telling else 0)


def parsed_arguments():
    parser = argparse.ArgumentParser(description="Tries what public results tell of masked counts.")
    parser.add_argument("--soat", type=Path, default=ROOT / ".build/release/soat")
    parser.add_argument("--packs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--checks", type=int, default=3, help="at most so many checks")
    parser.add_argument("--others", action="store_true",
                        help="compare with numbers and with a figure that is no count too, which tells")
    parser.add_argument("--show", type=int, default=5, help="how many checklists to print")
    arguments = parser.parse_args()
    arguments.soat = arguments.soat.resolve()
    if not arguments.soat.is_file():
        parser.error(f"there is no {arguments.soat}; swift build -c release --product soat")
    return arguments


class Tally:
    def __init__(self):
        self.documents = self.masked = self.told = 0
        self.telling = []


class Pack:
    """A small checklist over three counts, one of them perhaps of the period before."""

    def __init__(self, seed, kinds, most, others):
        self.seed, self.random = seed, random.Random(seed)
        self.one, self.kinds = self.random.choice, kinds
        self.staff = self.one([0, 3, 5, 8, 12])
        self.others, self.numbers = ([OTHER], [5, 8]) if others else ([], [])
        self.checks = [self.check(n) for n in range(self.random.randint(1, most))]
        text = repr(self.checks)
        self.slots = [name for name in COUNTS if name in text.replace("previous.", "")]
        self.slots += ["previous." + name for name in COUNTS if "previous." + name in text]
        for check in self.checks:
            if check["kind"] == "trend" and "previous" not in check["with"]:
                self.slots.append("previous." + check["with"]["value"])
        self.slots = list(dict.fromkeys(self.slots)) or ["cases.a"]
        self.inexact = len(self.slots) < 3 and self.random.random() < 0.4
        self.scoring = self.bands()

    def bands(self):
        scoring = {"minimum_completeness": "0%"}
        if self.random.random() < 0.6:
            cuts = sorted(self.random.sample(range(10, 100, 10), self.random.randint(1, 3)))
            scoring["bands"] = [
                {"id": f"band-{n}", "title": title(n), "from": f"{cut}%"}
                for n, cut in enumerate([*reversed(cuts), 0])]
            if self.random.random() < 0.3:
                scoring["caps"] = [{"check": self.one(self.checks)["id"], "grade": f"band-{len(cuts)}"}]
            if self.random.random() < 0.3:
                scoring["zero_limits"] = [{"of": "checks", "grade": f"band-{len(cuts)}"}]
        return scoring

    def check(self, n):
        kind = self.one(self.kinds)
        body = getattr(self, kind)()
        head = {"id": f"C-{n + 1}", "title": title(n), "kind": "rule" if kind == "when" else kind}
        return head | body | {
            "points": self.one([1, 3, 10]), "class": "practice", "severity": "medium"}

    # Bodies

    def figure(self):
        return self.one([*COUNTS, *COUNTS, *self.others])

    def some(self, n):
        return self.random.sample(COUNTS, n)

    def partial(self):
        return self.one([{}, {"partial": "linear"}, {"partial": {"steps": [
            {"from": "25%", "credit": "10%"}, {"from": "60%", "credit": "50%"}]}}])

    def sum(self):
        *parts, total = self.random.sample([*COUNTS, *self.others], 3)
        return {"with": {
            "parts": parts, "total": total, "relation": self.one(["equal", "at_most", "at_least"])}}

    def coverage(self):
        of, to = self.some(2)
        if self.others and self.random.random() < 0.3:
            to = OTHER
        return {"with": {"of": of, "to": to, "when_zero": self.zero()}} | self.partial()

    def zero(self):
        return self.one(["not_applicable", "met", "unmet"])

    def ratio(self):
        of, to = self.some(2)
        if self.others and self.random.random() < 0.2:
            to = OTHER
        elif self.random.random() < 0.2:
            to = f"{of} + {to}"
        key = self.one(["at_least", "at_least", "above", "at_most", "below"])
        given = {"of": of, "to": to, key: self.one(["20%", "50%", "80%", "95%"]), "when_zero": self.zero()}
        return {"with": given} | (self.partial() if key == "at_least" else {})

    def threshold(self):
        value, other = self.some(2)
        key = self.one(["at_least", "at_least", "above", "at_most", "below"])
        limit = self.one([other, other, f"2 * {other}", *self.others, *self.numbers])
        return {"with": {"value": value, key: limit}} | (self.partial() if key == "at_least" else {})

    def trend(self):
        value, other = self.some(2)
        given = {"value": value, "change": self.one(["rises", "falls", "does_not_rise", "does_not_fall"])}
        if self.random.random() < 0.4:
            given["previous"] = other
        if self.random.random() < 0.5:
            given["by"] = self.one(["10%", "30%"])
        if "by" in given or given["change"] == "falls":
            given["when_zero"] = self.zero()
        return {"with": given}

    def rule(self):
        return {"expr": self.test()}

    def test(self):
        a, b = self.some(2)
        c = self.figure()
        tests = [
            f"{a} <= {b}", f"{a} + {b} == {c}", f"{a} > {c}", f"2 * {a} <= {b}", f"{a} > 0 || {b} > 0",
            f"{a} == 0", f"{a} == 2 * {b}", *(f"{a} >= {number}" for number in self.numbers)]
        for other in self.others:
            tests += [f"{a} == {other}", f"{a} + {other} >= {b}", f"{a} == {b} + 3"]
        return self.one(tests)

    def when(self):
        a, b = self.some(2)
        return {"expr": f"{a} >= {b}", "when": self.test()}

    # What there can be

    def worlds(self):
        values = list(range(GREATEST + 1)) + ([*INEXACT, MISSING] if self.inexact else [])
        return list(itertools.product(values, repeat=len(self.slots)))

    def submission(self, n, world):
        given = dict(zip(self.slots, world))
        answers = {name: value for name, value in given.items() if not name.startswith("previous.")}
        before = {name[9:]: value for name, value in given.items() if name.startswith("previous.")}
        span = lambda year: {"from": f"{year}-01-01", "to": f"{year}-12-31"}
        earlier = {"earlier": [{"period": span(2023), "answers": before}]} if before else {}
        return {
            "soat": 1, "submission": f"s-{n}", "checklist": "small@1",
            "unit": {"code": "unit/1", "name": "Unit", "level": "commune"}, "period": span(2024),
            "documents": [], "answers": answers | {OTHER: self.staff}} | earlier

    def told(self, documents, tally):
        """The masked figures that their document tells: (world, name)."""
        worlds = self.worlds()
        tally.documents += len(worlds)
        alike = defaultdict(list)
        for world, (text, masked) in zip(worlds, documents):
            alike[text].append((world, masked))
        found = []
        for group in alike.values():
            for place, name in enumerate(self.slots):
                if name not in group[0][1]:
                    continue
                seen = {figure(world[place]) for world, _ in group}
                watched = [w for w, _ in group if is_watched(w)]
                if not watched or figure(watched[0][place]) not in (1, 2, 3, 4):
                    continue
                tally.masked += 1
                if len(seen) == 1:
                    tally.told += 1
                    found.append((watched[0], name))
        return found

    def write(self, folder):
        kinds = {name: {"counts": "cases"} for name in COUNTS} | {OTHER: {}}
        write(folder / "indicators/facts.yaml", {"soat": 1, "indicators": [
            {"id": name, "title": title(name), "type": "int", "from": 0, **fields, "time": "period",
             "supplier": "commune"} for name, fields in kinds.items()]})
        write(folder / "calendars/none.yaml", {
            "soat": 1, "calendar": "none", "title": title("none"),
            "verified": {"from": "2019-01-01", "to": "2026-12-31"}, "off": [], "working": []})
        write(folder / "small/checklist.yaml", {
            "soat": 1, "id": "small", "version": "1", "title": title("small"),
            "applies": {"levels": ["commune"], "periods": {"from": "2019-01-01"}},
            "uses": {"indicators": ["facts"], "calendar": "none"}, "include": ["area.yaml"],
            "scoring": self.scoring})
        write(folder / "small/area.yaml", {
            "area": {"id": "area-1", "title": title(1)}, "checks": self.checks})


def is_watched(world):
    """Whether there is enough room above its figures, which inexact ones need more of."""
    most = 3 if any(isinstance(answer, dict) for answer in world) else WATCHED
    return all(figure(answer) <= most for answer in world if answer != MISSING)


def figure(answer):
    """The figure as stated, how firmly it is known set aside."""
    return next(iter(answer.values())) if isinstance(answer, dict) else answer


def documents(pack, soat):
    """The public document of each world, as text, and the names that it masks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pack.write(folder)
        for n, world in enumerate(pack.worlds()):
            write(folder / f"submissions/s-{n}.yaml", pack.submission(n, world))
        run = subprocess.run(
            [soat, "score", "--audience", "public", "--format", "json", "--as-of", "2025-01-31",
             "--checklist", folder, "--submission", folder / "submissions"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if run.returncode != 0:
        sys.exit(f"seed {pack.seed}: soat score ended with {run.returncode}:\n{run.stderr[:3000]}")
    records = {record.pop("submission"): record for record in json.loads(run.stdout)}
    result = []
    for n in range(len(records)):
        record = records[f"s-{n}"]
        masked = {
            given["indicator"] for area in record["areas"] for check in area["checks"]
            for given in check["inputs"] if given.get("masked")}
        result.append((json.dumps(record, sort_keys=True), masked))
    return result


if __name__ == "__main__":
    main()
