"""The line of one submission, with what a line of `soat score --format jsonl` holds."""
import json

from figures import flat
from reading import load
from reasons import Reasons
from scoring import DECIDED, Scoring, completeness, counts, percent, rounded, shared
from verdicts import PARTIAL, UNANSWERED, UNMET, judged, period

FINDINGS = {"duty": "shortcoming", "target": "shortfall", "criterion": "criterion",
            "consistency": "review", "practice": "recommendation"}
SEVERITIES = ["critical", "high", "medium", "low"]


class Lines:
    def __init__(self, pack, as_of):
        self.pack, self.as_of = pack, as_of
        self.reasons, self.scoring = Reasons(pack), Scoring(pack)
        self.ids = {flat(prefix + id): prefix + id
                    for id in pack.indicators for prefix in ("", "previous.")}
        self.by_severity = sorted(
            pack.checks, key=lambda check: SEVERITIES.index(check.read["severity"]))

    def verdicts(self, path):
        submission = load(path)
        known, notes = self.pack.read(submission)
        return written({"submission": submission["submission"], "checks": [
            {"id": check.id, "verdict": judged(check, known, notes, self.as_of).verdict}
            for check in self.pack.checks]})

    def line(self, path):
        submission = load(path)
        known, notes = self.pack.read(submission)
        judgements = {
            check.id: judged(check, known, notes, self.as_of) for check in self.pack.checks}
        areas, earned, of = self.areas(judgements, known)
        first, last = period(submission)
        return written({
            "checklist": {"id": self.pack.top["id"], "version": str(self.pack.top["version"])},
            "submission": submission["submission"],
            "unit": {key: submission["unit"][key] for key in ("code", "name", "level")},
            "period": {"from": first.isoformat(), "to": last.isoformat()},
            "asOf": self.as_of.isoformat(), "audience": "team", "language": "vi",
            "score": self.scoring.score(judgements, earned, of, known),
            "verdicts": counts(judgements),
            "openAnswers": self.open_answers(judgements, of),
            "completeness": completeness(judgements),
            "areas": areas,
            "deficiencies": [
                self.deficiency(check) for check in self.by_severity
                if judgements[check.id].verdict in (UNMET, PARTIAL)],
            "dataRequests": [
                {"check": id, "indicators": [{"id": self.ids[name]} for name in judgement.waits]}
                for id, judgement in judgements.items() if judgement.verdict == UNANSWERED]})

    def areas(self, judgements, known):
        """The areas with their checks, and what each check earned and could earn."""
        areas, earned, of = [], {}, {}
        for id, weight, checks in self.pack.areas:
            shares = shared(weight, checks, [judgements[check.id] for check in checks])
            shown = []
            for check, share in zip(checks, shares):
                of[check.id], earned[check.id] = share, share * judgements[check.id].credit
                shown.append(self.check(check, judgements[check.id], earned[check.id], share, known))
            points, whole = sum(earned[check.id] for check in checks), sum(shares)
            areas.append({
                "id": id, "points": rounded(points), "of": rounded(whole),
                "percent": percent(points, whole), "checks": shown})
        return areas, earned, of

    def check(self, check, judgement, points, of, known):
        shown = {
            "id": check.id, "verdict": judgement.verdict, "points": rounded(points),
            "of": rounded(of), "reason": self.reasons.text(check, judgement, known)}
        if judgement.verdict in DECIDED and check.kind != "supplied":
            without = [self.ids[name] for name in check.names if not known.answered(name)]
            if without:
                shown["decidedWithout"] = without
        return shown

    def open_answers(self, judgements, of):
        """What is wanted, with the points that wait for it alone and together with others."""
        found = {}
        for id, judgement in judgements.items():
            for name in judgement.waits:
                item = found.setdefault(name, {"alone": 0.0, "together": 0.0, "checks": []})
                item["alone" if len(judgement.waits) == 1 else "together"] += of[id]
                item["checks"].append(id)
        shown = [
            {"indicator": self.ids[name], "alone": rounded(item["alone"]),
             "together": rounded(item["together"]), "checks": item["checks"]}
            for name, item in found.items()]
        return sorted(shown, key=lambda item: (-item["alone"], -item["together"]))

    def deficiency(self, check):
        due = check.within and self.pack.calendar.due(check.within, self.as_of)
        return {
            "check": check.id, "finding": FINDINGS[check.read["class"]],
            "due": due and due.on.isoformat(), "sendBy": due and due.send_by.isoformat(),
            "computed": due and due.on.isoformat(), "provisional": bool(due and due.provisional),
            "basis": due and due.basis}


def written(record):
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
