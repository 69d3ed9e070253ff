#!/usr/bin/env python3
"""Counts the allocations of one evaluation: those of 2 N evaluations less those of N, over N.

Run: Benchmarks/cel/allocations.py [N]
Builds cel-bench, linked against the shared libraries so that `malloc` can be replaced, and
count-allocations.c by `cc`. BUILD names the folder to build in, CEL_BENCH another binary.
"""
import os
import re
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
# The cases of `compare`, with their names in cel-bench.
CASES = [
    ("a, maps", "a-maps-bound"), ("a, slots", "a-slots-bound"), ("b", "b"), ("c", "c-bound"),
    ("b, traced", "b-traced"), ("d, parse, check b", "d"),
]


def built():
    """cel-bench as it is now."""
    folder = os.environ.get("BUILD", os.path.join(here, ".build"))
    command = ["swift", "build", "--package-path", here, "--scratch-path", folder, "-c", "release"]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return os.path.join(folder, "release/cel-bench")


def counts(count):
    """Allocations of one evaluation by the name of the case."""
    binary = os.environ.get("CEL_BENCH") or built()
    with tempfile.TemporaryDirectory() as folder:
        counter = os.path.join(folder, "count.so")
        source = os.path.join(here, "count-allocations.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", counter, source, "-ldl"], check=True)

        def total(case, times):
            errors = subprocess.run(
                [binary, case, str(times)], check=True, capture_output=True, text=True,
                env=os.environ | {"LD_PRELOAD": counter}).stderr
            return int(re.search(r"^allocations: (\d+)$", errors, re.M)[1])
        return {
            name: (total(case, 2 * count) - total(case, count)) / count for name, case in CASES}


if __name__ == "__main__":
    for name, allocations in counts(int(sys.argv[1]) if len(sys.argv) > 1 else 1000).items():
        print(f"{name:<18}{allocations:>8g}")
