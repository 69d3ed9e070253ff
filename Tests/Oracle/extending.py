"""Random checklists that extend another one of the same seed, and lint clean."""

from inheritance import OPERATORS, merged


def extending(library, number, base):
    """What holds, with the checklist as its author writes it under `source`."""
    return Extending(library, base).checklist(number)


class Extending:
    def __init__(self, library, base):
        self.library, self.base = library, base
        self.one, self.chance, self.random = library.one, library.chance, library.random

    def checklist(self, number):
        own = {
            "soat": 1, "id": f"checklist-{number}", "version": "2.0", "title": self.title(number),
            "extends": f"{self.base['id']}@{self.base['version']}"}
        free = self.chance(0.6)  # Whether a scoring of its own lets it drop and add.
        changes = [self.check_change(check, free) for check in self.some_checks()]
        changes = [change for change in changes if len(change) > 1]
        weighted = "weight" in self.base["areas"][0]["area"]
        for area in self.base["areas"]:
            if weighted and self.chance(0.3):
                changes.append({"area": area["area"]["id"], "weight": self.one([5, 20, "12,5"])})
        if free:
            own |= self.additions(weighted)
            self.drop(changes)
        if changes:
            own["changes"] = self.random.sample(changes, len(changes))
        result = merged(own, self.base)
        if free:
            checks = [check for area in result["areas"] for check in area["checks"]]
            own["scoring"] = self.library.scoring(result["areas"], checks)
        return merged(own, self.base) | {"source": own, "base": self.base}

    def title(self, word):
        return {"vi": f"Mục khác {word}", "en": f"Another {word}"}

    def some_checks(self):
        checks = [check for area in self.base["areas"] for check in area["checks"]]
        return self.random.sample(checks, self.random.randint(0, min(4, len(checks))))

    def additions(self, weighted):
        if not self.chance(0.5):
            return {}
        checks = [self.library.check(f"E-{n + 1}") for n in range(self.random.randint(1, 2))]
        checks[0]["points"] = 2
        head = {"id": "area-9", "title": self.title("area")}
        if weighted:
            head["weight"] = 10
        return {"include": ["area-9.yaml"], "areas": [{"area": head, "checks": checks}]}

    def drop(self, changes):
        """Drops a check whose area keeps another one with points, or a whole area."""
        if len(self.base["areas"]) > 2 and self.chance(0.2):
            id = self.base["areas"][-1]["area"]["id"]
            gone = {check["id"] for check in self.base["areas"][-1]["checks"]}
            changes[:] = [
                c for c in changes if c.get("check") not in gone and c.get("area") != id]
            changes.append({"area": id, "drop": True})
        for area in self.base["areas"][:2]:
            scored = [check for check in area["checks"] if check["points"] != 0]
            if len(scored) > 1 and self.chance(0.4):
                kept, gone = scored[0]["id"], scored[1]["id"]
                changes[:] = [c for c in changes if c.get("check") not in (kept, gone)]
                changes.append({"check": gone, "drop": True, "reason": self.title("dropped")})

    def check_change(self, check, free):
        change = {"check": check["id"]}
        if self.chance(0.3):
            change["title"] = self.title(check["id"])
        if self.chance(0.4) and check["points"] != 0:
            change["points"] = self.one([1, 4, "1,5", "0,25", 30])
        if self.chance(0.3):
            change["not_applicable"] = self.one(["redistribute", "exclude", "full", "zero"])
        if self.chance(0.3):
            change["severity"] = self.one(["critical", "high", "medium", "low"])
        if self.chance(0.4):
            change["remedy"] = self.one([
                {"within": self.library.within()}, {"text": self.title("remedy")},
                {"within": self.library.within(), "text": self.title("remedy")}])
        if self.chance(0.2):
            change["when"] = self.one(["is.one", "!is.two", 'unit.level == "commune"'])
        self.change_judgement(check, change)
        if self.chance(0.3):
            change["reason"] = self.title("reason")
        return change

    def change_judgement(self, check, change):
        given = check.get("with", {})
        if "expr" in check:
            if "partial" not in check and self.chance(0.5):
                change["expr"] = self.one(["is.three", "people.a >= 5", "count.a < 2 || is.four"])
            return
        parameters = {}
        if "when_zero" in given and self.chance(0.4):
            parameters["when_zero"] = self.one(["not_applicable", "met", "unmet", "unanswered"])
        if check["kind"] in ("ratio", "rows") and self.chance(0.5):
            parameters[self.operator(check)] = self.one(["40%", "60%"])
        elif check["kind"] == "threshold" and self.chance(0.5):
            limit = next(given[key] for key in OPERATORS if key in given)
            parameters[self.operator(check)] = limit
        if parameters:
            change["with"] = parameters
        if check["kind"] in ("coverage", "supplied", "plan-quality") and self.chance(0.4):
            change["partial"] = self.one(["linear", "none", {"steps": [
                {"from": "50%", "credit": "40%"}]}])

    def operator(self, check):
        return "at_least" if "partial" in check else self.one(OPERATORS)
