"""Points, what they may yet become, and the grade."""
from reading import number
from verdicts import ERROR, MET, NOT_APPLICABLE, PARTIAL, UNANSWERED, UNMET, VERDICTS

DECIDED = (MET, PARTIAL, UNMET)
STATES = {MET: "passed", NOT_APPLICABLE: "passed", UNANSWERED: "open", ERROR: "open"}


def rounded(value):
    return round(value, 6)


def percent(part, whole):
    return round(100 * part / whole, 2) if whole else None


def shared(weight, checks, judgements):
    """What each check of an area can earn: those that do not apply leave theirs to the others."""
    points = [0.0 if judgement.verdict == NOT_APPLICABLE else check.points
              for check, judgement in zip(checks, judgements)]
    base = sum(points)
    return [weight * share / base if base else 0.0 for share in points]


class Scoring:
    def __init__(self, pack):
        given = pack.top["scoring"]
        self.pack, self.least = pack, number(given["minimum_completeness"])
        self.gates, self.caps = given.get("gates", []), given.get("caps", [])
        self.bands = [band["id"] for band in given["bands"]]
        self.froms = [number(band["from"]) for band in given["bands"]]

    def band(self, points, of):
        return next((id for id, least in zip(self.bands, self.froms) if points / of >= least), None)

    def lowest(self, grades):
        return None if None in grades else max(grades, key=self.bands.index)

    def score(self, judgements, earned, of, known):
        """`judgements`, `earned` and `of` by check, in the order of the pack."""
        points, whole = sum(earned.values()), sum(of.values())
        gates = [self.limit(gate, judgements) for gate in self.gates]
        caps = [self.limit(cap, judgements) for cap in self.caps]
        struck = [limit["grade"] for limit in gates + caps if limit["state"] == "struck"]
        withheld = self.withheld(judgements, whole, gates)
        grade = None if withheld else self.lowest([self.band(points, whole), *struck])
        return {
            "points": rounded(points), "of": rounded(whole), "percent": percent(points, whole),
            "grade": grade, "withheld": withheld, "gates": gates, "caps": caps,
            "possible": self.possible(judgements, points, whole, of, gates + caps, struck),
            "verified": self.verified(judgements, earned, of, known)}

    def limit(self, given, judgements):
        return {**given, "state": STATES.get(judgements[given["check"]].verdict, "struck")}

    def withheld(self, judgements, whole, gates):
        counts = completeness(judgements)
        answered, applicable = counts["answered"], counts["applicable"]
        if any(judgement.verdict == ERROR for judgement in judgements.values()):
            return "có mục chưa chấm được do lỗi phần mềm"
        if answered == 0 or whole == 0:
            return "chưa có mục nào chấm được"
        if answered < self.least * applicable:
            return (f"mới chấm được {answered} trên {applicable} mục áp dụng,"
                    f" cần ít nhất {100 * self.least:.0f}%")
        waiting = [gate["check"] for gate in gates if gate["state"] == "open"]
        return f"chưa có số liệu cho điều kiện bắt buộc {', '.join(waiting)}" if waiting else None

    def possible(self, judgements, points, whole, of, limits, struck):
        """The range of the score once every open check is answered."""
        waiting = [id for id, judgement in judgements.items()
                   if judgement.verdict in (UNANSWERED, ERROR)]
        if not waiting:
            return None
        greatest = points + sum(of[id] for id in waiting)
        would = [limit["grade"] for limit in limits if limit["state"] != "passed"]
        return {
            "least": rounded(points), "greatest": rounded(greatest),
            "lowestGrade": whole and self.lowest([self.band(points, whole), *would]) or None,
            "highestGrade": whole and self.lowest([self.band(greatest, whole), *struck]) or None}

    def verified(self, judgements, earned, of, known):
        """Of checks whose every answer was read in documents or seen on the spot."""
        ids = []
        for check in self.pack.checks:
            if judgements[check.id].verdict not in (UNANSWERED, ERROR) and known.seen:
                answered = [name for name in check.names if known.answered(name)]
                if answered and known.seen.issuperset(answered):
                    ids.append(check.id)
        points, part = sum(earned[id] for id in ids), sum(of[id] for id in ids)
        return {"points": rounded(points), "of": rounded(part),
                "percent": percent(part, sum(of.values())), "checks": len(ids)}


def counts(judgements):
    found = dict.fromkeys(VERDICTS, 0)
    for judgement in judgements.values():
        found[judgement.verdict] += 1
    return found


def completeness(judgements):
    found = counts(judgements)
    answered = sum(found[verdict] for verdict in DECIDED)
    applicable = len(judgements) - found[NOT_APPLICABLE]
    return {"answered": answered, "applicable": applicable, "percent": percent(answered, applicable)}
