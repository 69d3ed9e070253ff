"""A second reading of how Soat scores, written from the documentation alone.

An `Assessment` takes a checklist, a submission, the library they draw on, a calendar and a day, all
as plain values; documents.py writes it as `soat score --format json` does. Points are whole
millionths.
"""

from fractions import Fraction

import deadlines
import figures
from deadlines import day
from facts import Facts
from verdicts import ERROR, MET, NOT_APPLICABLE, PARTIAL, UNANSWERED, UNMET, applied

MILLION = 10**6


def half_up(value):
    """To the nearest whole number, a half upwards."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def split(whole, shares):
    """`whole` in proportion to `shares` by the largest remainder; of equal ones the first."""
    sum_of_shares = sum(shares)
    if sum_of_shares == 0:
        return [0 for _ in shares]
    exact = [Fraction(whole * share) / sum_of_shares for share in shares]
    parts = [value.numerator // value.denominator for value in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[: whole - sum(parts)]:
        parts[i] += 1
    return parts


def points_text(millionths):
    whole, rest = divmod(millionths, MILLION)
    return f"{whole}.{rest:06d}".rstrip("0").rstrip(".")


def percent_text(part, whole):
    if whole == 0:
        return None
    hundredths = half_up(Fraction(part * 10_000, whole))
    return f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")


class Check:
    """One check on its way through the score."""

    def __init__(self, check, facts, policy):
        self.check, self.id = check, check["id"]
        self.points = figures.number(check.get("points", 0))
        self.verdict, self.credit, self.waits_for = applied(check, facts)
        self.policy = check.get("not_applicable", policy) if self.left_out else None
        if self.policy == "full":
            self.credit = Fraction(1)
        self.nominal = self.redistributed = 0

    @property
    def left_out(self):
        return self.verdict == NOT_APPLICABLE

    @property
    def is_open(self):
        return self.verdict in (UNANSWERED, ERROR)

    @property
    def of(self):
        if self.policy in ("redistribute", "exclude"):
            return 0
        return self.nominal + self.redistributed

    @property
    def earned(self):
        return half_up(self.of * self.credit)

    def shown(self):
        return {
            "points": points_text(self.earned),
            "of": points_text(self.of), "derivation": {
                "nominal": points_text(self.nominal),
                "redistributed": points_text(self.redistributed), "credit": str(self.credit),
                "policy": self.policy}}


class Area:
    def __init__(self, area, facts, policy, scope=None):
        self.id, self.title = area["area"]["id"], area["area"]["title"]
        self.checks = [Check(check, facts, policy) for check in area["checks"]]
        self.share_out(area)
        if scope:
            self.checks = [
                check for check in self.checks
                if self.id in scope["areas"] or check.id in scope["checks"]]
        self.redistribute()

    def share_out(self, area):
        shares = [check.points for check in self.checks]
        if "weight" in area["area"]:
            whole = half_up(figures.number(area["area"]["weight"]) * MILLION)
            nominal = split(whole, shares)
        else:
            nominal = [half_up(share * MILLION) for share in shares]
        for check, part in zip(self.checks, nominal):
            check.nominal = part

    def redistribute(self):
        pool = sum(c.nominal for c in self.checks if c.policy == "redistribute")
        takers = [c for c in self.checks if not c.left_out]
        for check, part in zip(takers, split(pool, [c.nominal for c in takers])):
            check.redistributed = part

    @property
    def of(self):
        return sum(check.of for check in self.checks)

    @property
    def earned(self):
        return sum(check.earned for check in self.checks)

    def totals(self):
        return {
            "points": points_text(self.earned), "of": points_text(self.of),
            "percent": percent_text(self.earned, self.of)}


class Assessment:
    """One submission by its checklist, on one day."""

    def __init__(
            self, library, checklist, submission, calendar, as_of, theme=None, no_points=False):
        self.library, self.checklist, self.submission = library, checklist, submission
        self.facts = Facts(library, checklist, submission, calendar, as_of)
        scoring = checklist["scoring"]
        policy = scoring.get("not_applicable", "redistribute")
        self.theme = next((t for t in checklist.get("themes", []) if t["id"] == theme), None)
        scope = self.theme and {
            "areas": self.theme.get("areas", []), "checks": self.theme.get("checks", [])}
        self.has_points = not no_points and scoring.get("mode", "points") == "points"
        areas = [Area(area, self.facts, policy, scope) for area in checklist["areas"]]
        self.areas = [area for area in areas if area.checks]
        self.checks = [check for area in self.areas for check in area.checks]
        self.completeness = completeness(self.checks)
        self.score = score(
            scoring, self.areas, self.checks, self.facts.classes, in_scope=bool(scope))
        ids = {check.id for check in self.checks}
        self.requests = [
            (request, "within" in request and deadlines.due(
                request["within"], day(request["asked"]), calendar) or None)
            for request in submission.get("requests", []) if request["check"] in ids]
        # One with a date holds before those without, then the one asked last.
        self.asked_last = {
            request["check"]: (request, due) for request, due in sorted(
                self.requests, key=lambda pair: ("within" in pair[0], day(pair[0]["asked"])))}

        self.confirmations = [
            given | {"effect": self.effect(given)} for given in submission.get("confirmations", [])
            if given["check"] in ids]

    def effect(self, confirmation):
        """What a leader's confirmation comes to: "Confirmations" of ChecklistFormat.md."""
        check = next(check for check in self.checks if check.id == confirmation["check"])
        if check.verdict not in (UNMET, PARTIAL):
            return "not_found"
        if check.check["class"] != "duty":
            return "no_duty"
        if day(confirmation["on"]) > self.facts.as_of:
            return "not_yet"
        holds = any(self.carries_violation(cited) for cited in check.check["cites"])
        return "violation" if holds else "unverified"

    def carries_violation(self, cited):
        name, _, place = cited.partition("/")
        document = self.library["citations"][name]
        places = {p["id"]: p["status"] for p in document["places"]}
        return (
            document["status"] == places.get(place) == "verified"
            and self.facts.in_force(cited))

    def own_deadline(self, check):
        """What a check's own time limit gives, counted from the day of the assessment."""
        within = check.check.get("remedy", {}).get("within")
        if not within and check.check["class"] != "practice":
            policies = self.checklist.get("policies", {})
            for default in policies.get("deadlines", {}).get("defaults", []):
                if default["severity"] == check.check["severity"]:
                    within = default["within"]
        if not within:
            return None
        return deadlines.due(within, self.facts.as_of, self.facts.calendar)


def completeness(checks):
    applicable = [check for check in checks if not check.left_out]
    answered = [c for c in applicable if c.verdict in (MET, PARTIAL, UNMET)]
    return {
        "answered": len(answered), "applicable": len(applicable),
        "percent": percent_text(len(answered), len(applicable)),
    }


# Grades


def score(scoring, areas, checks, classes, in_scope=False):
    earned, of = sum(area.earned for area in areas), sum(area.of for area in areas)
    ids = {check.id for check in checks}
    gates = [limit(g, checks) for g in scoring.get("gates", []) if g["check"] in ids]
    caps = [limit(c, checks) for c in scoring.get("caps", []) if c["check"] in ids]
    zeros = zero_limits(scoring, areas, checks)
    grade = None
    graded = of > 0 and bool(scoring.get("bands")) and not in_scope
    withheld = not graded or grade_is_withheld(scoring, checks, gates, zeros)
    limits = gates + caps + zeros
    struck = [x["grade"] for x in limits if x["state"] == "struck"]
    if not withheld:
        grade = lowest(scoring["bands"], [band(scoring, earned, of, classes), *struck])
        withheld = grade is None
    possible = None
    if any(check.is_open for check in checks):
        greatest = earned + sum(check.of for check in checks if check.is_open)
        possible = {
            "least": points_text(earned), "greatest": points_text(greatest), "lowestGrade": None,
            "highestGrade": None}
        if graded:
            would = [x["grade"] for x in limits if x["state"] != "passed"]
            possible["lowestGrade"] = lowest(
                scoring["bands"], [band(scoring, earned, of, classes), *would])
            possible["highestGrade"] = lowest(
                scoring["bands"], [band(scoring, greatest, of, classes), *struck])
    result = {
        "points": points_text(earned), "of": points_text(of),
        "percent": percent_text(earned, of), "grade": grade, "withheld": withheld,
        "gates": gates, "caps": caps, "possible": possible,
    }
    if zeros:
        result["zeroLimits"] = zeros
    return result


def grade_is_withheld(scoring, checks, gates, zeros):
    counts = completeness(checks)
    least = figures.number(scoring.get("minimum_completeness", "100%"))
    if any(check.verdict == ERROR for check in checks):
        return True
    if counts["answered"] == 0 or counts["answered"] < least * counts["applicable"]:
        return True
    return any(x["state"] == "open" for x in gates + zeros)


def band(scoring, earned, of, classes):
    for grade in scoring["bands"]:
        least = grade["from"]
        for other in grade.get("by_class", []):
            if other["class"] in classes:
                least = other["from"]
                break
        if Fraction(earned, of) >= figures.number(least):
            return grade["id"]
    return None


def lowest(bands, grades):
    if None in grades:
        return None
    order = [grade["id"] for grade in bands]
    return max(grades, key=order.index)


def limit(given, checks):
    verdict = next(check.verdict for check in checks if check.id == given["check"])
    state = {MET: "passed", NOT_APPLICABLE: "passed", UNANSWERED: "open", ERROR: "open"}
    return {**given, "state": state.get(verdict, "struck")}


def zero_limits(scoring, areas, checks):
    limits = []
    for given in scoring.get("zero_limits", []):
        subjects = areas if given["of"] == "areas" else checks
        for subject in subjects:
            if "ids" in given and subject.id not in given["ids"]:
                continue
            if subject.of == 0:
                continue
            state = zero_state(subject)
            limits.append({
                "subject": given["of"], "id": subject.id, "grade": given["grade"],
                "state": state})
    return limits


def zero_state(subject):
    if subject.earned > 0:
        return "passed"
    parts = subject.checks if isinstance(subject, Area) else [subject]
    waits = any(part.of > 0 and part.verdict in (UNANSWERED, ERROR) for part in parts)
    return "open" if waits else "struck"
