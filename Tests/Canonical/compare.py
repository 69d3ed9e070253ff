#!/usr/bin/env python3
"""Holds our canonical JSON against the package rfc8785 from PyPI.

Reads lines from standard input, each a JSON document in our canonical form, and writes the number of
the first line whose bytes rfc8785 would write otherwise, with both; nothing where all agree. Exits 3
where the package is not installed. Our form writes whole numbers beyond ±2⁵³ as strings, which any
reader keeps; rfc8785 refuses them, so the lines hold none.
"""
import json
import sys

try:
    import rfc8785
except ImportError:
    sys.exit(3)

for number, line in enumerate(sys.stdin.buffer, 1):
    ours = line.rstrip(b"\n")
    theirs = rfc8785.dumps(json.loads(ours))
    if ours != theirs:
        print(f"line {number}: ours {ours!r}, rfc8785 {theirs!r}")
        sys.exit(1)
print(f"{number} lines agree")
