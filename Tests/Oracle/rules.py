"""Random bodies of checks: a kind, its parameters or expression, its partial credit."""

ZERO = ["not_applicable", "met", "unmet", "unanswered"]
# What may be added and compared: figures, the numbers they are compared with, whole multiples.
FAMILIES = {
    "people": (["people." + x for x in "abcdef"], ["1", "2", "3", "5", "8", "10"]),
    "count": (["count.a", "count.b"], ["1", "2", "3", "5", "8"]),
    "communes": (["communes." + x for x in ("total", "done", "planned")], ["1", "3", "10", "19"]),
    "level": (["level.x", "level.y", "level.z"], ["0.5", "1.25", "2.5", "-1.5", "3.0"]),
    "share": (["share." + x for x in "xyz"], ["0.1", "0.333", "0.5", "0.667", "0.95"]),
    "money": (["money." + x for x in "xyz"], ["10000000", "30000000", "300000000", "1200000000"]),
}
AS_WRITTEN = {
    "people": [1, 2, 3, 5, 8], "count": [1, 2, 5], "communes": [1, 3, 10, 19], "level": ["0,5", "1,25", "2,5", 3],
    "share": ["10%", "33,3%", "50%", "66,7%", "95%"],
    "money": ["10 triệu đồng", "30.000.000 đồng", "300 triệu đồng", "1,2 tỷ đồng"],
}
WHEN = ["time.asked", "time.held", "time.seen", "time.answered"]
LEVELS = ["full", "part", "none"]
YES_NO = ["is.one", "is.two", "is.three", "is.four"]
PAPERS = ["paper.plan", "paper.decision", "paper.text", "paper.day"]


class Rules:
    def __init__(self, source):
        self.one, self.chance, self.random = source.one, source.chance, source.random
        self.indicators, self.source = source.indicators, source

    def body(self):
        kind = self.one([
            "coverage", "plan-quality", "presence", "ratio", "ratio", "rows", "rows", "rubric",
            "rule", "rule", "rule", "sum", "supplied", "threshold", "threshold", "timeliness",
            "timeliness", "trend", "trend"])
        body = getattr(self, kind.replace("-", "_"))()
        partial = None
        if self.may_be_partial(kind, body):
            partial = self.one([None, "linear", "linear", self.steps()])
            if kind == "rule":
                partial = partial or "linear"
            if kind == "rubric":
                partial = "linear"
        return kind, body, partial

    def may_be_partial(self, kind, body):
        if kind in ("coverage", "plan-quality", "supplied"):
            return True
        if kind == "rubric":
            return bool(set(body["with"]["levels"].values()) - {"0%", "100%"})
        if kind == "rule":
            return "? 1.0" in body["expr"] or "* 1.0" in body["expr"]
        return "at_least" in body.get("with", {}) and kind in ("ratio", "rows", "threshold")

    def steps(self):
        steps = [(50, 30), (80, 70)] if self.chance(0.5) else [(25, 10), (50, 50), (99, 90)]
        if self.chance(0.3):
            steps = steps[:1]
        return {"steps": [{"from": f"{a}%", "credit": f"{b}%"} for a, b in steps]}

    # Kinds

    def pair(self, *families):
        names = FAMILIES[self.one(families)][0]
        return self.random.sample(names, 2)

    def total(self, of, other):
        """`of` and a third figure of its family."""
        family = next(names for names, _ in FAMILIES.values() if of in names)
        return f"{of} + {self.one([name for name in family if name not in (of, other)])}"

    def coverage(self):
        of, to = self.pair("people", "communes")
        if self.chance(0.2):
            of = self.total(of, to)
        return {"with": {"of": of, "to": to, "when_zero": self.one(ZERO)}}

    def ratio(self):
        of, to = self.pair("people", "communes", "money")
        if self.chance(0.3):
            of = self.one([f"{of} + {to}", self.total(of, to)])
        if self.chance(0.1):
            to = f"2 * {to}"
        limit = self.one(["50%", "95%", "100%", "0,6", "66,7%", "target.share", "0.75 * 1.0"])
        key = self.one(["at_least", "at_least", "above", "at_most", "below"])
        return {"with": {"of": of, "to": to, key: limit, "when_zero": self.one(ZERO)}}

    def threshold(self):
        family = self.one(list(FAMILIES))
        names = FAMILIES[family][0]
        value = self.one(names)
        others = [name for name in names if name != value]
        limit = self.one(AS_WRITTEN[family])
        if self.chance(0.3):
            limit = self.one([
                self.one(others), f"2 * {self.one(others)}", f"previous.{value}",
                f"0.9 * previous.{value}"])
        elif family == "count" and self.chance(0.6):
            limit = "target.count"
        elif family == "share" and self.chance(0.5):
            limit = "target.share"
        key = self.one(["at_least", "at_least", "above", "at_most", "below"])
        return {"with": {"value": value, key: limit}}

    def sum(self):
        family = self.one(["people", "money", "level", "communes"])
        names = FAMILIES[family][0]
        total, *parts = self.random.sample(names, min(len(names), self.random.randint(3, 4)))
        given = {"parts": parts, "total": total}
        if self.chance(0.6):
            given["relation"] = self.one(["equal", "at_most", "at_least"])
        return {"with": given}

    def presence(self):
        return {"with": {"of": self.few(YES_NO + PAPERS)}}

    def supplied(self):
        tables = ["table.communes", "table.files"]
        return {"with": {"figures": self.few(
            YES_NO + PAPERS + WHEN + tables + FAMILIES["people"][0] + FAMILIES["share"][0], 5)}}

    def plan_quality(self):
        plan = self.one(["paper.plan", "is.four", ["paper.plan", "is.four"]])
        given = {"plan": plan} if self.chance(0.6) else {}
        return {"with": given | {"elements": self.few(YES_NO[:3])}}

    def few(self, names, most=3):
        found = self.random.sample(names, self.random.randint(1, most))
        return found[0] if len(found) == 1 and self.chance(0.5) else found

    def rows(self):
        if self.chance(0.5):
            given = {"table": "table.communes", "each": self.one([
                "row.officer", "row.board", "row.visits >= 4", "row.officer && row.visits >= 3",
                "row.officer || row.list", "row.part >= 0.5", "!row.officer",
                "row.visits >= count.a", "row.board == true"])}
            where = ["row.list", "row.visits > 0", "row.board != null"]
        else:
            given = {"table": "table.files", "each": self.one([
                "row.plan", "row.days <= 5", "row.hours <= 12", "row.urgent",
                "row.plan == true && row.days <= 5", "row.urgent || row.days < 8"])}
            where = ["row.urgent", "row.plan != null", "row.plan == true && !row.urgent"]
        if self.chance(0.4):
            given["where"] = self.one(where)
        key = self.one(["at_least", "at_least", "above", "at_most", "below"])
        given[key] = self.one(["50%", "100%", "66,7%", "25%", "target.share"])
        if key in ("above", "below") and given[key] == "100%":
            given[key] = "50%"
        if key == "at_most" and given[key] == "100%":
            given[key] = "25%"
        return {"with": given | {"when_zero": self.one(ZERO)}}

    def timeliness(self):
        given = {"done": self.one(WHEN)}
        others = [name for name in WHEN if name != given["done"]]
        if self.chance(0.4):
            given["by"] = self.one([self.source.written_day(), self.one(others)])
        else:
            n = self.random.randint(1, 30)
            given |= {"after": self.one(others), "within": self.one([
                f"{n} days", f"{n} ngày", f"{n} working days", f"{n} ngày làm việc",
                f"{self.one([1, 12, 24, 48, 72, n])} hours", f"{n} giờ"])}
        if self.chance(0.4):
            given["not_done"] = self.one(["unmet", "unanswered"])
        return {"with": given}

    def trend(self):
        family = self.one(["people", "count", "communes", "money", "share"])
        names = FAMILIES[family][0]
        given = {"value": self.one(names)}
        others = [name for name in names if name != given["value"]]
        if self.chance(0.15):
            given["value"] = f"{given['value']} + {self.one(others)}"
        elif self.chance(0.4):
            given["previous"] = self.one(others)
        given["change"] = self.one(["rises", "falls", "does_not_rise", "does_not_fall"])
        if self.chance(0.5):
            given["by"] = self.one(["2%", "10%", "33,3%", "100%", "0.25 * 1.0"])
        if "by" in given or given["change"] == "falls":
            given["when_zero"] = self.one(ZERO)
        return {"with": given}

    def rubric(self):
        levels = [["100%", "50%", "0%"], ["100%", "0%", "0%"], ["100%", "66,7%", "33,3%"]]
        return {"with": {"of": "grade.plan", "levels": dict(zip(LEVELS, self.one(levels)))}}

    # Expressions

    def rule(self):
        if self.chance(0.2):
            return {"expr": f"{self.test(0)} ? 1.0 : ({self.test(0)} ? 0.5 : 0.0)"}
        if self.chance(0.1):
            return {"expr": f"{self.one(FAMILIES['share'][0])} * 1.0"}
        return {"expr": self.test(2)}

    def condition(self):
        return self.one([
            self.test(1), 'unit.level == "commune"', '"mountain" in unit.classes',
            'unit.level != "ward" || "island" in unit.classes', "period.days < 365",
            "is.one", "!is.two", "is.three && people.a >= 3"])

    def test(self, depth):
        if depth and self.chance(0.6):
            left, right = self.test(depth - 1), self.test(depth - 1)
            return self.one([
                f"{self.grouped(left)} && {self.grouped(right)}",
                f"{self.grouped(left)} || {self.grouped(right)}",
                f"!({left})", f"({self.test(0)}) ? ({left}) : ({right})"])
        if self.chance(0.25):
            return self.one(YES_NO)
        return self.comparison()

    def grouped(self, text):
        return f"({text})" if "?" in text or "||" in text else text

    def comparison(self):
        family = self.one(list(FAMILIES))
        names, numbers = FAMILIES[family]
        if self.chance(0.15) and family != "level":
            of, to = self.random.sample(names, 2)
            return f"{of} / {to} {self.one(['>=', '<'])} {self.one(['0.5', '0.95', '1.5'])}"
        left = self.one(names)
        others = [name for name in names if name != left]
        right = self.one([
            self.one(numbers), self.one(others), f"2 * {self.one(others)}",
            f"0.5 * {self.one(others)}", f"previous.{left}",
            *([" + ".join(self.random.sample(others, 2))] if len(others) > 1 else []),
            f"{self.one(others)} - {self.one(others)}"])
        return f"{left} {self.one(['>=', '>', '<=', '<', '==', '!='])} {right}"
