#!/usr/bin/env python3
"""What a user would write instead: reads submissions with PyYAML's C loader and evaluates the rules
of the commune checklist with the package common-expression-language; one JSON line a submission.

Run: python Benchmarks/peer.py < LIST-OF-PATHS
It does less than soat: verdicts alone, of the kinds that are one expression, with doubles for
numbers, no reasons, no deadlines, no partial credit. A check of which a figure is missing is
"unanswered".
"""
import json
import os
import re
import sys

import cel
import yaml

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
pack = os.path.join(root, "Checklists", "child-protection-commune")
name = re.compile(r"\b[a-z_]+(?:\.[a-z0-9_]+)+\b")
relations = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}


def load(path):
    with open(path, "rb") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def operand(value):
    text = str(value)
    if re.fullmatch(r"\d+(\.\d+)?%", text):
        return repr(float(text[:-1]) / 100)
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return repr(float(text))
    return f"({text})"


def comparison(left, given):
    for word, sign in relations.items():
        if word in given:
            return f"{left} {sign} {operand(given[word])}"
    return None


def listed(value):
    return value if isinstance(value, list) else [value]


def expression(check):
    given = check.get("with", {})
    kind = check["kind"]
    if kind == "rule":
        return check["expr"]
    if kind == "coverage":
        return f"{operand(given['of'])} >= {operand(given['to'])}"
    if kind == "threshold":
        return comparison(operand(given["value"]), given)
    if kind == "ratio":
        return comparison(f"{operand(given['of'])} / {operand(given['to'])}", given)
    if kind == "sum":
        sign = {"at_most": "<=", "at_least": ">="}.get(given.get("relation"), "==")
        return f"{' + '.join(operand(part) for part in given['parts'])} {sign} {operand(given['total'])}"
    if kind == "presence":
        return " && ".join(f"{id} == true" for id in listed(given["of"]))
    return None


def rules():
    found = []
    for area in load(os.path.join(pack, "checklist.yaml"))["include"]:
        for check in load(os.path.join(pack, area))["checks"]:
            text = expression(check)
            if text is None:
                continue
            # Every number is a double there, so literals must be too.
            flat = name.sub(lambda match: match.group().replace(".", "_"), text)
            flat = re.sub(r"(?<![\w.])(\d+)(?![\w.])", r"\1.0", flat)
            wanted = {match.replace(".", "_") for match in name.findall(text)}
            found.append((check["id"], wanted, cel.compile(flat)))
    return found


def figure(value):
    if not isinstance(value, str):
        # 1.431 in a Vietnamese report is one thousand four hundred thirty-one.
        return float(str(value).replace(".", "")) if isinstance(value, float) else (
            value if isinstance(value, bool) else float(value) if isinstance(value, int) else None)
    match = re.fullmatch(r"([\d.,]+)\s*(%|triệu đồng)?", value)
    if not match:
        return True
    number = float(match.group(1).replace(".", "").replace(",", "."))
    return number / 100 if match.group(2) == "%" else number * (1e6 if match.group(2) else 1)


def line(path, compiled):
    submission = load(path)
    context = {}
    for id, answer in submission["answers"].items():
        for word in ("value", "at_least", "over", "about"):
            if word in answer:
                context[id.replace(".", "_")] = figure(answer[word])
    verdicts = []
    for id, wanted, program in compiled:
        verdict = "unanswered"
        if wanted <= context.keys():
            try:
                verdict = "met" if program.execute(context) else "unmet"
            except (ValueError, TypeError, RuntimeError):
                verdict = "error"
        verdicts.append({"id": id, "verdict": verdict})
    return json.dumps({"submission": submission["submission"], "checks": verdicts})


if __name__ == "__main__":
    compiled = rules()
    for path in sys.stdin:
        print(line(path.rstrip("\n"), compiled))
