"""The whole record of an assessment but its sentences: Documentation/score.schema.json.

`document` gives what `soat score --format json` writes; `without_sentences` takes from soat's own
record what only people read, so that the rest can be compared byte for byte.
"""

import json
from fractions import Fraction

import deadlines
import figures
import verdicts
from deadlines import day
from facts import shown
from masking import Masking
from moments import Moment
from scoring import percent_text, points_text
from verdicts import MET, PARTIAL, UNANSWERED, UNMET

SEVERITIES = ["critical", "high", "medium", "low"]
FINDINGS = {
    "duty": "shortcoming", "target": "shortfall", "criterion": "criterion",
    "consistency": "review", "practice": "recommendation"}
QUALIFIERS = {
    "value": "exact", "at_least": "at least", "over": "over", "at_most": "at most",
    "under": "under", "about": "about", "average": "average", "missing": "missing",
    "rows": "exact",
}


def canonical(record):
    """RFC 8785 for what records hold: text, whole numbers, yes and no."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def without_sentences(record):
    """A copy of soat's record without what is worded for people, and without its digests."""
    record = json.loads(json.dumps(record))
    del record["engine"], record["checklist"]["digest"]
    if record["score"]:
        record["score"]["withheld"] = record["score"]["withheld"] is not None
    for area in record["areas"]:
        for check in area["checks"]:
            del check["reason"]
            for given in check["inputs"]:
                del given["text"]
                if given["indicator"].startswith("previous."):
                    del given["title"]  # It ends in "(kỳ trước)".
            remove_wording(check["citations"])
    for item in record["deficiencies"]:
        del item["basis"], item["reason"], item["findingTitle"]
        remove_wording(item["citations"])
    for item in record["requests"]:
        del item["basis"]
    # Which of equally weighty answers comes first within one check is not laid down.
    record["openAnswers"].sort(key=weight)
    for item in record["openAnswers"]:
        if item["indicator"].startswith("previous."):
            del item["title"]
    for item in record["dataRequests"]:
        item["indicators"].sort(key=lambda given: given["id"])  # In no order that is laid down.
        for given in item["indicators"]:
            if given["id"].startswith("previous."):
                del given["title"]
    return record


def weight(item):
    """The greatest first; of equal ones by name."""
    if item["alone"] is None:
        return item["indicator"]
    return (-Fraction(item["alone"]), -Fraction(item["together"]), item["indicator"])


def remove_wording(citations):
    for citation in citations:
        del citation["text"]


class Document:
    def __init__(self, assessment, language, audience="team"):
        self.assessment, self.language, self.audience = assessment, language, audience
        self.masking = Masking(assessment, language, audience == "public")
        self.checklist, self.submission = assessment.checklist, assessment.submission
        self.facts, self.library = assessment.facts, assessment.library

    def said(self, text):
        return text[self.language]

    def record(self):
        checks = self.assessment.checks
        scope = {"scope": self.scope()} if self.assessment.theme else {}
        if self.assessment.confirmations:
            scope["confirmations"] = [self.confirmation(c) for c in self.assessment.confirmations]
        return scope | {
            "checklist": {
                "id": self.checklist["id"], "version": self.checklist["version"],
                "title": self.said(self.checklist["title"])},
            "submission": self.submission["submission"],
            "unit": {key: self.submission["unit"][key] for key in ("code", "name", "level")},
            "period": {"from": str(self.facts.first), "to": str(self.facts.last)},
            "asOf": str(self.facts.as_of), "audience": self.audience, "language": self.language,
            "score": self.score() if self.assessment.has_points else None,
            "verdicts": {
                verdict: sum(check.verdict == verdict for check in checks)
                for verdict in verdicts.ALL},
            "openAnswers": self.open_answers(), "completeness": self.assessment.completeness,
            "areas": [self.area(area) for area in self.assessment.areas],
            "deficiencies": [self.deficiency(check) for check in sorted(
                (c for c in checks if c.verdict in (UNMET, PARTIAL)),
                key=lambda c: SEVERITIES.index(c.check["severity"]))],
            "requests": [self.request(*pair) for pair in self.assessment.requests],
            "dataRequests": [
                self.data_request(c) for c in checks if c.verdict == UNANSWERED],
        }

    def score(self):
        score = dict(self.masking.score(self.assessment.score))
        titles = {b["id"]: b["title"] for b in self.checklist["scoring"].get("bands", [])}
        score["gradeTitle"] = score["grade"] and self.said(titles[score["grade"]])
        return score | {"verified": self.verified()}

    def scope(self):
        theme = self.assessment.theme
        return {
            "theme": theme["id"], "title": self.said(theme["title"]),
            "checks": len(self.assessment.checks),
            "of": sum(len(area["checks"]) for area in self.checklist["areas"])}

    def verified(self):
        seen = [check for check in self.assessment.checks if self.is_verified(check)]
        of = sum(check.of for check in seen)
        whole = sum(check.of for check in self.assessment.checks)
        hides = self.masking.hides_points_of(self.assessment.checks)
        points = None if hides else points_text(sum(check.earned for check in seen))
        return {
            "points": points, "of": points_text(of),
            "percent": percent_text(of, whole), "checks": len(seen)}

    def is_verified(self, check):
        names = verdicts.reads(check.check, self.library["indicators"])
        bases = [
            shown(self.answer(name)).get("basis", "reported") for name in names
            if self.answered(name)]
        seen = bases and all(basis in ("documents", "seen") for basis in bases)
        return bool(seen) and not check.is_open

    def open_answers(self):
        found = {}
        for check in self.assessment.checks:
            if check.verdict != UNANSWERED:
                continue
            for name in check.waits_for:
                item = found.setdefault(name, {"alone": 0, "together": 0, "checks": []})
                item["alone" if len(check.waits_for) == 1 else "together"] += check.of
                item["checks"].append(check.id)
        items = [
            self.titled({"indicator": name}, name) | item | {
                key: points_text(item[key]) if self.assessment.has_points else None
                for key in ("alone", "together")}
            for name, item in found.items()]
        return sorted(items, key=weight)

    def area(self, area):
        totals = area.totals()
        if self.masking.hides_points_of(area.checks):
            totals |= {"points": None, "percent": None}
        return {
            "id": area.id, "title": self.said(area.title), **self.with_points(totals),
            "checks": [self.check(check) for check in area.checks]}

    def check(self, check):
        given, points = check.check, check.shown()
        if self.masking.hides_points(check):
            points["points"] = points["derivation"]["credit"] = None
        inputs = verdicts.reads(given, self.library["indicators"])
        # In kind supplied a missing figure is itself what is judged.
        decided = check.verdict in (MET, PARTIAL, UNMET) and given["kind"] != "supplied"
        return {
            "id": check.id, "title": self.said(given["title"]), "kind": given["kind"],
            "class": given["class"], "severity": given["severity"],
            "verdict": check.verdict, **self.with_points(points),
            "inputs": [self.input(name) for name in inputs],
            "decidedWithout": [
                name for name in inputs if decided and not self.answered(name)],
            "citations": self.citations(given),
        }

    def with_points(self, shown):
        return shown if self.assessment.has_points else dict.fromkeys(shown)

    def answer(self, name):
        """The answer as given, of this period or the one before; None where there is none."""
        if name.startswith("previous."):
            return self.facts.previous.get(name[9:])
        return self.facts.answers.get(name)

    def answered(self, name):
        answer = self.answer(name)
        return answer is not None and "missing" not in shown(answer)

    def input(self, name):
        record = self.titled({"indicator": name, "value": None}, name)
        indicator = self.library["indicators"][name.removeprefix("previous.")]
        answer = self.answer(name)
        if answer is None:
            return record
        answer = shown(answer)
        key = next(key for key in QUALIFIERS if key in answer)
        record |= {
            "qualifier": QUALIFIERS[key], "masked": name in self.masking.masked,
            "basis": answer.get("basis", "reported"),
            "value": None if key == "missing" else self.masking.replaced(
                name, plain(answer[key], indicator["type"]))}
        kept = ("source",) if self.masking.is_public else ("source", "place")
        return record | {key: answer[key] for key in kept if key in answer}

    def data_request(self, check):
        return {"check": check.id, "indicators": [
            self.titled({"id": name}, name) for name in sorted(check.waits_for)]}

    def titled(self, record, name):
        """With the indicator's title, which of the period before is worded."""
        if name.startswith("previous."):
            return record
        return record | {"title": self.said(self.library["indicators"][name]["title"])}

    def citations(self, check):
        return [self.citation(cited) for cited in check.get("cites", [])]

    def citation(self, cited):
        name, _, place = cited.partition("/")
        document = self.library["citations"][name]
        places = {p["id"]: p for p in document["places"]}
        seen = [document] + ([places[place]] if place else [])
        return {
            "id": cited, "inForce": self.facts.in_force(cited),
            "verified": all(x["status"] == "verified" for x in seen)}

    # What follows

    def deficiency(self, check):
        own = self.assessment.own_deadline(check)
        request, due = self.assessment.asked_last.get(check.id, (None, None))
        if not request or "within" not in request:
            due = own
        remedy = check.check.get("remedy", {}).get("text")
        confirmed = next((
            c for c in self.assessment.confirmations
            if c["check"] == check.id and c["effect"] == "violation"), None)
        finding = "violation" if confirmed else FINDINGS[check.check["class"]]
        return {
            "check": check.id, "title": self.said(check.check["title"]),
            "severity": check.check["severity"], "class": check.check["class"],
            "finding": finding, "confirmedOn": confirmed and str(day(confirmed["on"])), **dated(due),
            "computed": own and str(own.on), "request": request and self.asked(request),
            "remedy": remedy and self.said(remedy), "citations": self.citations(check.check),
        }

    def request(self, request, due):
        verdict = next(c.verdict for c in self.assessment.checks if c.id == request["check"])
        return {
            "check": request["check"], "request": self.asked(request), "verdict": verdict,
            **dated(due)}

    def confirmation(self, given):
        return {
            "check": given["check"], "on": str(day(given["on"])), "effect": given["effect"],
            "by": None if self.masking.is_public else self.said(given["by"])}

    def asked(self, request):
        text = None if self.masking.is_public else self.said(request["text"])
        return {
            "text": text, "asked": str(day(request["asked"])),
            "within": deadlines.canonical(request["within"]) if "within" in request else None}


def dated(due):
    return {
        "due": due and str(due.on), "sendBy": due and str(due.send_by),
        "provisional": bool(due and due.provisional)}


def plain(value, kind):
    """A value as records hold it: figures as exact strings, a table as its number of rows."""
    if kind == "bool":
        return value
    if kind == "document":
        return value or ""
    if kind == "table":
        return len(value)
    if kind == "date":
        return str(day(value))
    if kind == "datetime":
        at = Moment.read(value)
        hours, minutes = divmod(at.earliest % 1440, 60)
        return f"{at.first_day}T{hours:02d}:{minutes:02d}"
    if kind in ("choice", "text"):
        return value
    return str(figures.number(value))
