"""What the public sees of an assessment: Masking.md."""

import expressions
import verdicts
from facts import known_value, shown
from figures import number
from scoring import band, lowest

SMALL = "[1–4]"
MASK = {"vi": "[đã che]", "en": "[masked]"}
PRESENT = {"vi": "có", "en": "yes"}
TEXTS = ("text", "document")


class Masking:
    """What is masked of an assessment; nothing for the team."""

    def __init__(self, assessment, language, is_public):
        self.assessment, self.language, self.is_public = assessment, language, is_public
        self.facts, self.indicators = assessment.facts, assessment.library["indicators"]
        self.small, self.connected = set(), set()
        if is_public:
            self.mask()

    def mask(self):
        groups = [
            {name for name in self.read(check.check) if self.is_count(name) and self.may_be_masked(name)}
            for check in self.assessment.checks if check.check["kind"] != "supplied"]
        counts = set().union(*groups) | {
            name for check in self.assessment.checks for name in self.read(check.check)
            if self.is_count(name)}
        self.small = {name for name in counts if self.is_small(name)}
        found = True
        while found:
            found = [
                group for group in groups
                if len(group) > 1 and group & self.masked and not group <= self.connected]
            self.connected.update(*found)

    @property
    def masked(self):
        return self.small | self.connected

    def read(self, check):
        """The indicators that a check reads, in its rule and its condition."""
        names = verdicts.reads(check, self.indicators)
        return names + (self.facts.named(check["when"]) if "when" in check else [])

    # Counts

    def is_count(self, name):
        indicator = self.indicators[name.removeprefix("previous.")]
        return "counts" in indicator or indicator.get("rows") == "case_files"

    def answer(self, name):
        if name.startswith("previous."):
            return shown(self.facts.previous.get(name[9:], {"missing": ""}))
        return shown(self.facts.answers.get(name, {"missing": ""}))

    def may_be_masked(self, name):
        answer = self.answer(name)
        return "missing" not in answer and ("rows" in answer or stated(answer) != 0)

    def is_small(self, name):
        if not self.may_be_masked(name):
            return False
        answer = self.answer(name)
        if "rows" in answer:
            return True
        known = known_value(answer, self.indicators[name.removeprefix("previous.")])
        return any(
            figure is not None and 0 < figure < 5
            for figure in (stated(answer), known.low, known.high))

    # What stands in their place

    def replaced(self, name, value):
        """A value as the public reads it."""
        kind = self.indicators[name.removeprefix("previous.")]["type"]
        if name in self.masked:
            is_told = name not in self.connected and kind != "table"
            return SMALL if is_told else MASK[self.language]
        if self.is_public and kind in TEXTS and value:
            return PRESENT[self.language]
        return value

    def hides_points(self, check):
        names = verdicts.reads(check.check, self.indicators)
        return (
            check.verdict == verdicts.PARTIAL and check.check["kind"] != "supplied"
            and bool(self.masked & set(names)))

    def hides_points_of(self, checks):
        return any(self.hides_points(check) for check in checks)

    def score(self, score):
        """The score without what would tell points that are hidden."""
        checks = self.assessment.checks
        if not self.hides_points_of(checks):
            return score
        grades = Grades(self.assessment, [c for c in checks if self.hides_points(c)])
        score = score | {"points": None, "percent": None}
        if score["grade"] is not None and grades.vary(0, "struck"):
            score |= {"grade": None, "withheld": True}
        if score["possible"]:
            could = sum(check.of for check in checks if check.is_open)
            possible = score["possible"] | {"least": None, "greatest": None}
            if grades.vary(0, "struck", "open"):
                possible["lowestGrade"] = None
            if grades.vary(could, "struck"):
                possible["highestGrade"] = None
            score["possible"] = possible
        return score


def stated(answer):
    key = next(key for key in answer if key in (
        "value", "at_least", "over", "at_most", "under", "about", "average"))
    return number(answer[key])


class Grades:
    """Whether grades depend on what hidden checks earn."""

    def __init__(self, assessment, hidden):
        self.scoring, self.classes = assessment.checklist["scoring"], assessment.facts.classes
        self.limits = [
            limit for key in ("gates", "caps", "zeroLimits")
            for limit in assessment.score.get(key, [])]
        self.of = sum(check.of for check in assessment.checks)
        shown_checks = [check for check in assessment.checks if check not in hidden]
        self.least = sum(check.earned for check in shown_checks)
        self.hidden = sum(check.of for check in hidden)

    def vary(self, more, *states):
        """Of all grades with these points more, and with the limits in these states striking."""
        if self.of == 0 or not self.scoring.get("bands"):
            return False
        limits = [limit["grade"] for limit in self.limits if limit["state"] in states]
        least, most = (
            lowest(self.scoring["bands"], [
                band(self.scoring, points + more, self.of, self.classes), *limits])
            for points in (self.least, self.least + self.hidden))
        return least != most
