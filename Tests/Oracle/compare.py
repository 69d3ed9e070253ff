#!/usr/bin/env python3
"""Compares `soat score --format json` with scoring.py on generated checklists and submissions.

    python3 Tests/Oracle/compare.py --soat .build/release/soat --pairs 10000

Prints how many pairs agree and how long it took. Where they do not, prints the smallest pair that
differs, with its files, and ends with 1.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True

import deadlines
import documents
import scoring
from generate import Library, written

ROOT = Path(__file__).resolve().parents[2]
CHECKLISTS, SUBMISSIONS = 25, 8  # of one seed, scored by one call


def main():
    arguments = parsed_arguments()
    started = time.monotonic()
    calendar = deadlines.Calendar.read(arguments.calendar)
    tally, seed = Tally(), arguments.seed
    while tally.pairs < arguments.pairs:
        compare_seed(seed, min(CHECKLISTS * SUBMISSIONS, arguments.pairs - tally.pairs),
                     arguments, calendar, tally)
        seed += 1
    seconds = time.monotonic() - started
    print(f"{tally.pairs} pairs, {tally.public} of them for the public with {tally.masked} masked figures, "
          f"{tally.checks} checks, {tally.deadlines} deadlines: "
          f"{len(tally.differing)} differ; {seconds:.1f} s")
    if arguments.verdicts:
        for counts in (tally.verdicts, tally.confirmations):
            print(json.dumps(counts, sort_keys=True))
    if tally.differing:
        report(tally.differing, arguments)
        sys.exit(1)


def parsed_arguments():
    parser = argparse.ArgumentParser(description="Compares soat with a second implementation.")
    parser.add_argument("--soat", type=Path, default=ROOT / ".build/release/soat")
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--calendar", type=Path, default=ROOT / "Checklists/calendars/vietnam.yaml")
    parser.add_argument("--keep", type=Path, help="folder for the files of the smallest pair")
    parser.add_argument("--verdicts", action="store_true", help="print how often each occurred")
    parser.add_argument("--all", action="store_true", help="name every field that differs")
    arguments = parser.parse_args()
    arguments.soat = arguments.soat.resolve()
    if not arguments.soat.is_file():
        parser.error(f"there is no {arguments.soat}; swift build -c release --product soat")
    return arguments


class Tally:
    def __init__(self):
        self.pairs = self.checks = self.deadlines = 0
        self.public = self.masked = 0
        self.differing, self.verdicts, self.confirmations = [], {}, {}

    def add(self, record):
        self.pairs += 1
        self.public += record["audience"] == "public"
        self.deadlines += len(record["deficiencies"]) + len(record["requests"])
        for item in record.get("confirmations", []):
            count(self.confirmations, item["effect"])
        for area in record["areas"]:
            for check in area["checks"]:
                self.checks += 1
                self.masked += sum(given.get("masked", False) for given in check["inputs"])
                count(self.verdicts, check["verdict"])


def count(counts, word):
    counts[word] = counts.get(word, 0) + 1


def compare_seed(seed, count, arguments, calendar, tally):
    library = Library(seed)
    pairs = [
        (checklist, [library.submission(checklist, i) for i in range(SUBMISSIONS)])
        for checklist in library.checklists(CHECKLISTS)]
    with tempfile.TemporaryDirectory() as folder:
        records = scored(library, pairs, Path(folder), arguments)
    shared, calendar = library.shared(), calendar.with_rounds(library.budget_rounds)
    for checklist, submissions in pairs:
        for submission in submissions:
            if count == 0:
                return
            count -= 1
            assessment = scoring.Assessment(
                shared, checklist, submission, calendar, library.as_of, library.theme,
                library.no_points)
            ours = documents.Document(
                assessment, library.language, library.audience).record()
            theirs = documents.without_sentences(records[submission["submission"]])
            tally.add(ours)
            if documents.canonical(ours) != documents.canonical(theirs):
                found = list(differences(ours, theirs))
                tally.differing.append((library, checklist, submission, seed, found))


def scored(library, pairs, folder, arguments):
    """What soat says of each submission, by its id."""
    paths = written(library, pairs, folder, arguments.calendar)
    run = subprocess.run(
        [arguments.soat, "score", "--format", "json", "--as-of", str(library.as_of),
         "--lang", library.language, *options(library), "--checklist", folder, "--submission", *paths],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if run.returncode != 0:
        sys.exit(f"soat score ended with {run.returncode}:\n{run.stderr[:4000]}")
    return {record["submission"]: record for record in json.loads(run.stdout)}


def options(library):
    theme = ["--theme", library.theme] if library.theme else []
    return theme + (["--no-points"] if library.no_points else []) + [
        "--audience", library.audience]


def differences(ours, theirs, at=""):
    """Each place where the two differ: (place, ours, theirs)."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            yield from differences(ours.get(key), theirs.get(key), f"{at}.{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for n, (a, b) in enumerate(zip(ours, theirs)):
            name = (b.get("id") or b.get("check") or n) if isinstance(b, dict) else n
            yield from differences(a, b, f"{at}[{name}]")
    elif ours != theirs or type(ours) is not type(theirs):
        yield (at, ours, theirs)


def size(difference):
    _, checklist, submission, _, _ = difference
    return len(repr(checklist["areas"])) + len(repr(submission))


def report(differing, arguments):
    if arguments.all:
        for _, checklist, submission, seed, found in differing:
            for place, ours, theirs in found:
                print(f"seed {seed} {submission['submission']}{place}: {ours!r} | {theirs!r}")
    library, checklist, submission, seed, found = min(differing, key=size)
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="oracle-"))
    paths = written(library, [(checklist, [submission])], folder, arguments.calendar)
    print(f"\nthe smallest of them: seed {seed}, {submission['submission']}, in {folder}")
    for place, ours, theirs in found:
        print(f"  {place}: the oracle {ours!r}, soat {theirs!r}")
    print(f"  soat score --as-of {library.as_of} --lang {library.language} {' '.join(options(library))} "
          f"--format json --checklist {folder} --submission {paths[0]}")


if __name__ == "__main__":
    main()
