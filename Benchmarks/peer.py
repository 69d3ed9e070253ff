#!/usr/bin/env python3
"""What a user would write instead: reads submissions with PyYAML's C loader, evaluates the rules of the
commune checklist with the package common-expression-language, and writes one JSON line a submission.

Run: python Benchmarks/peer.py [--verdicts] < LIST-OF-PATHS
A line holds verdicts, points, reasons, areas, score, grade, deadlines and what is missing, as a line of
`soat score --format jsonl` does; with --verdicts verdicts alone. It still does less: only the kinds that
are one expression, doubles for numbers, no bounds, no range of the score, nothing checked in the files. A
check of which a figure is missing is "unanswered".
"""
import datetime
import functools
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
as_of = datetime.date(2025, 1, 10)


def load(path):
    with open(path, "rb") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


# The checklist


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


def share(check):
    """The share that is reached, for partial credit; None where there is none."""
    given = check.get("with", {})
    if check.get("partial") != "linear" or "of" not in given or "to" not in given:
        return None
    reached = f"{operand(given['of'])} / {operand(given['to'])}"
    return f"{reached} / {operand(given['at_least'])}" if "at_least" in given else reached


def compiled(text):
    """A program, and the names it reads as the context has them."""
    # Every number is a double there, so literals must be too.
    flat = name.sub(lambda match: match.group().replace(".", "_"), text)
    flat = re.sub(r"(?<![\w.])(\d+)(?![\w.])", r"\1.0", flat)
    return cel.compile(flat), {match.replace(".", "_") for match in name.findall(text)}


class Rule:
    def __init__(self, check):
        self.id = check["id"]
        self.points = check["points"]
        self.within = check["remedy"].get("within")
        self.program, self.wanted = compiled(expression(check))
        self.names = sorted(self.wanted)
        self.when = compiled(check["when"]) if "when" in check else None
        part = share(check)
        self.share = compiled(part)[0] if part else None


def checklist():
    top = load(os.path.join(pack, "checklist.yaml"))
    areas = []
    for file in top["include"]:
        area = load(os.path.join(pack, file))
        rules = [Rule(check) for check in area["checks"] if expression(check) is not None]
        areas.append((area["area"]["id"], area["area"]["weight"], rules))
    return top["scoring"], areas


def titles():
    found = {}
    for library in load(os.path.join(pack, "checklist.yaml"))["uses"]["indicators"]:
        for indicator in load(f"{root}/Checklists/indicators/{library}.yaml")["indicators"]:
            found[indicator["id"].replace(".", "_")] = indicator["title"]["vi"]
    return found


# Deadlines

calendar = load(f"{root}/Checklists/calendars/vietnam.yaml")
# YAML 1.1 reads the key `off` as false.
days_off = {row["date"] for row in calendar.get("off", calendar.get(False))}


@functools.cache
def due(within):
    count, unit = (within.split(" ", 1) + [""])[:2]
    if unit == "working days":
        day, left = as_of, int(count)
        while left:
            day += datetime.timedelta(days=1)
            if day.weekday() < 5 and day not in days_off:
                left -= 1
        return day.isoformat()
    if unit == "days":
        return (as_of + datetime.timedelta(days=int(count))).isoformat()
    if unit == "hours":
        return (as_of + datetime.timedelta(hours=int(count))).isoformat()
    return datetime.date(as_of.year, (as_of.month - 1) // 3 * 3 + 3, 31).isoformat()


# Submissions


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


def figures(submission):
    context = {}
    for id, answer in submission["answers"].items():
        for word in ("value", "at_least", "over", "about"):
            if word in answer:
                context[id.replace(".", "_")] = figure(answer[word])
    return context


def verdict(rule, context):
    if rule.when:
        program, wanted = rule.when
        if not wanted <= context.keys():
            return "unanswered", 0.0
        if program.execute(context) is not True:
            return "not_applicable", 0.0
    if not rule.wanted <= context.keys():
        return "unanswered", 0.0
    try:
        if rule.program.execute(context):
            return "met", 1.0
        credit = min(1.0, rule.share.execute(context)) if rule.share else 0.0
    except (ValueError, TypeError, RuntimeError):
        return "error", 0.0
    return ("partial", credit) if credit > 0 else ("unmet", 0.0)


def shown(value):
    if isinstance(value, bool):
        return "có" if value else "không"
    if value is None:
        return "–"
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def reason(rule, outcome, context, titles):
    if outcome == "unanswered":
        missing = [titles.get(id, id) for id in rule.names if id not in context]
        return "Thiếu: " + "; ".join(missing)
    return "; ".join(f"{titles.get(id, id)}: {shown(context.get(id))}" for id in rule.names)


def area_result(area, context, titles):
    id, weight, rules = area
    judged = [(rule, *verdict(rule, context)) for rule in rules]
    base = sum(rule.points for rule, outcome, _ in judged if outcome != "not_applicable")
    checks, earned = [], 0.0
    for rule, outcome, credit in judged:
        of = weight * rule.points / base if base and outcome != "not_applicable" else 0.0
        earned += of * credit
        checks.append({
            "id": rule.id, "verdict": outcome, "points": round(of * credit, 6), "of": round(of, 6),
            "reason": reason(rule, outcome, context, titles)})
    return {"id": id, "points": round(earned, 6), "of": weight, "checks": checks}, judged


def grade(scoring, percent, verdicts):
    bands = [(float(band["from"].rstrip("%")), band["id"]) for band in scoring["bands"]]
    order = [id for _, id in bands]
    found = next((id for least, id in bands if percent >= least), None)
    for limit in scoring["gates"] + scoring["caps"]:
        if found and verdicts.get(limit["check"]) in ("unmet", "partial"):
            found = max(found, limit["grade"], key=order.index)
    return found


def line(path, scoring, areas, titles):
    submission = load(path)
    context = figures(submission)
    results, deficiencies, missing, verdicts = [], [], {}, {}
    for area in areas:
        result, judged = area_result(area, context, titles)
        results.append(result)
        for (rule, outcome, _), check in zip(judged, result["checks"]):
            verdicts[rule.id] = outcome
            if outcome in ("unmet", "partial"):
                deficiencies.append({
                    "check": rule.id, "due": due(rule.within) if rule.within else None,
                    "basis": rule.within})
            elif outcome == "unanswered":
                for id in rule.names:
                    if id not in context:
                        missing[id] = missing.get(id, 0.0) + check["of"]
    points = sum(result["points"] for result in results)
    of = sum(result["of"] for result in results)
    counts = {word: 0 for word in ("met", "partial", "unmet", "not_applicable", "unanswered", "error")}
    for outcome in verdicts.values():
        counts[outcome] += 1
    applicable = len(verdicts) - counts["not_applicable"]
    answered = counts["met"] + counts["partial"] + counts["unmet"]
    percent = 100 * points / of
    return json.dumps({
        "submission": submission["submission"], "unit": submission["unit"],
        "score": {
            "points": round(points, 6), "of": of, "percent": round(percent, 2),
            "grade": grade(scoring, percent, verdicts) if answered >= 0.8 * applicable else None},
        "verdicts": counts, "areas": results, "deficiencies": deficiencies,
        "openAnswers": sorted(missing.items(), key=lambda item: -item[1])}, ensure_ascii=False)


def verdicts_alone(path, areas):
    submission = load(path)
    context = figures(submission)
    checks = []
    for _, _, rules in areas:
        checks += [{"id": rule.id, "verdict": verdict(rule, context)[0]} for rule in rules]
    return json.dumps({"submission": submission["submission"], "checks": checks})


if __name__ == "__main__":
    scoring, areas = checklist()
    names = titles()
    for path in sys.stdin:
        if "--verdicts" in sys.argv:
            print(verdicts_alone(path.rstrip("\n"), areas))
        else:
            print(line(path.rstrip("\n"), scoring, areas, names))
