"""Seeded random libraries: small checklists and submissions that lint clean, rich in edges.

`library(seed, checklists, submissions)` gives plain values for scoring.py; `written` puts the same
as YAML into a folder.
"""

import random
from datetime import date, timedelta

from deadlines import day
from extending import extending
from rules import LEVELS, Rules
from submitting import CLASSES, FIRST, LAST, UNIT_LEVELS, Submissions, title
from writing import write, yaml

BANDS = ["excellent", "good", "fair", "weak"]
POINTS = [1, 2, 3, 3, 5, 7, 10, "0,5", "2,25", "0,333333", 0]
WEIGHTS = [10, 10, 20, 25, 30, 1, 7, "33,333333", "12,5"]


def indicators():
    people = {"unit": {"vi": "người", "en": "people"}, "from": 0}
    communes = {"unit": {"vi": "xã", "en": "communes"}, "from": 0, "to": 40}
    listing = {}
    for name in "abcdef":
        listing[f"people.{name}"] = {
            "type": "int", **people, **({"counts": "children"} if name < "e" else {})}
    for name, counts in (("a", {"counts": "cases"}), ("b", {})):
        listing[f"count.{name}"] = {"type": "int", "from": 0, **counts}
    for name in ("total", "done", "planned"):
        listing[f"communes.{name}"] = {"type": "int", **communes}
    for name in "xyz":
        listing[f"level.{name}"] = {
            "type": "decimal", **({"from": -20, "to": 20} if name != "z" else {})}
        listing[f"share.{name}"] = {"type": "percent", "from": "0%", "to": "100%"}
        listing[f"money.{name}"] = {"type": "money", "from": 0}
    for name in ("one", "two", "three", "four"):
        listing[f"is.{name}"] = {"type": "bool"}
    for name in ("plan", "decision"):
        listing[f"paper.{name}"] = {"type": "document"}
    listing["paper.text"] = {"type": "text"}
    listing["paper.day"] = {"type": "date"}
    for name, kind in (("asked", "date"), ("held", "date"), ("seen", "datetime"),
                       ("answered", "datetime")):
        listing[f"time.{name}"] = {"type": kind}
    listing["grade.plan"] = {"type": "choice", "options": [
        {"id": id, "title": title(id)} for id in LEVELS]}
    listing["table.communes"] = {"type": "table", "rows": "communes", "columns": [
        column("officer", "bool"), column("list", "bool"), column("board", "yes_no_na"),
        column("visits", "int") | {"from": 0}, column("part", "percent")]}
    listing["table.files"] = {"type": "table", "rows": "case_files", "columns": [
        column("plan", "yes_no_na"), column("urgent", "bool"),
        column("days", "working_days"), column("hours", "hours")]}
    return {
        name: {"title": title(name), **fields, "time": "period", "supplier": "commune"}
        for name, fields in listing.items()}


def column(name, kind):
    return {"id": name, "title": title(name), "type": kind}


PERIODS = {
    "calendar-year": {"from": "01/01", "to": "31/12", "status": "verified"},
    "reporting-year": {"from": "15/12", "to": "14/12", "year_of": "end", "status": "recalled"},
    "school-year": {"from": "01/09", "to": "31/05", "year_of": "start", "status": "recalled"},
}


class Library(Submissions):
    """One seed's indicators, citations, targets, checklists and their submissions."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.language = self.one(["vi", "en"])
        self.indicators, self.periods = indicators(), PERIODS
        self.citations = {f"law-{n}": self.citation(n) for n in range(6)}
        self.targets = {
            name: self.target(name, values) for name, values in {
                "share": ["50%", "60%", "75%", "90%", "100%"], "count": [1, 2, 3, 5, 8],
            }.items()}
        self.budget_rounds = [
            {"day": of_year, "name": title("budget"), "source": "nguồn",
             "confirmed": self.chance(0.6)}
            for of_year in self.random.sample(
                ["19/07", "30/11", "28/02", "01/01"], self.random.randint(1, 3))]
        # Of what is scored: all of it, a theme, or verdicts without points.
        self.theme = "part" if seed % 4 == 3 else None
        self.no_points = seed % 10 == 7
        self.audience = "public" if seed % 3 == 2 else "team"
        self.as_of = self.day(date(2019, 6, 1), date(2027, 9, 30))
        if self.chance(0.2):  # A day on which a round or a quarter ends.
            self.as_of = self.one([day(f"{self.budget_rounds[0]['day']}/2024"), date(2025, 3, 31)])

    def shared(self):
        return {
            "indicators": self.indicators, "citations": self.citations, "targets": self.targets,
            "periods": self.periods}

    # Small choices

    def day(self, first, last):
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def chance(self, of):
        return self.random.random() < of

    def one(self, choices):
        return self.random.choice(choices)

    def date_text(self, at):
        return str(at) if self.chance(0.7) else f"{at.day:02d}/{at.month:02d}/{at.year}"

    def written_day(self):
        """A day near that of the assessment, as an author writes it."""
        first, last = self.one([(40, 20), (3, 0)])  # Close together, so that some fall on one day.
        return self.date_text(
            self.day(self.as_of - timedelta(first), self.as_of + timedelta(last)))

    # What checklists share

    def citation(self, n):
        force = {"from": str(self.day(FIRST, date(2023, 12, 31)))}
        if n == 0:
            force = {"from": "2001-01-01"}
        elif self.chance(0.6):
            force["to"] = str(self.day(day(force["from"]), LAST))
        return {
            "type": {"vi": "Luật", "en": "Law"}, "number": f"{n}/2001/QH",
            "issuer": {"vi": "Quốc hội", "en": "National Assembly"}, "date": "2001-01-01",
            "title": title(n), "in_force": force, "status": self.status(),
            "places": [{"id": "1", "title": title("1"), "status": self.status()}]}

    def status(self):
        return self.one(["verified", "verified", "verified", "recalled"])

    def target(self, name, choices):
        values = []
        for unit_class in [None, *CLASSES]:
            if unit_class and self.chance(0.5):
                continue
            start = None
            for cut in sorted(self.day(FIRST, LAST) for _ in range(self.random.randint(0, 3))):
                if start and cut < start:
                    continue
                value = {"value": self.one(choices), "to": str(cut)}
                values.append(self.dated(value, start, unit_class))
                start = cut + timedelta(days=1 if self.chance(0.8) else 200)
            if start is None or self.chance(0.8):
                values.append(self.dated({"value": self.one(choices)}, start, unit_class))
        self.random.shuffle(values)
        return {"title": title(name), "values": values, "status": "verified"}

    def dated(self, value, start, unit_class):
        if start:
            value["from"] = str(start)
        return value | ({"class": unit_class} if unit_class else {})

    # A checklist

    def checklist(self, number):
        weighted = self.chance(0.75)
        areas, ids = [], iter(range(1, 100))
        for n in range(self.random.randint(2, 4)):
            checks = [self.check(f"C-{next(ids)}") for _ in range(self.random.randint(1, 4))]
            if all(check["points"] == 0 for check in checks):
                checks[0]["points"] = 1
            head = {"id": f"area-{n + 1}", "title": title(n + 1)}
            if weighted:
                head["weight"] = self.one(WEIGHTS)
            areas.append({"area": head, "checks": checks})
        checks = [check for area in areas for check in area["checks"]]
        result = {
            "soat": 1, "id": f"checklist-{number}", "version": "1.0", "title": title(number),
            "applies": {"levels": UNIT_LEVELS, "periods": {"from": "2019-01-01"}},
            "uses": {
                "indicators": ["facts"], "citations": ["laws"], "targets": ["levels"],
                "periods": ["years"], "calendar": "vietnam"},
            "include": [f"area-{n + 1}.yaml" for n in range(len(areas))],
            "unit_classes": [{"id": name, "title": title(name)} for name in CLASSES],
            "scoring": self.scoring(areas, checks)}
        if self.chance(0.5):
            severities = self.random.sample(["critical", "high", "medium", "low"], 2)
            result["policies"] = {"deadlines": {
                "counted_from": self.one(["assessment", "issue"]),
                "defaults": [{"severity": s, "within": self.within()} for s in severities]}}
        return result | {"areas": areas}

    def checklists(self, count):
        """Plain ones, and one in four that extends another."""
        if self.theme:
            return [self.with_theme(self.checklist(number)) for number in range(count)]
        plain = [self.checklist(number) for number in range(count - count // 4)]
        return plain + [
            extending(self, number, self.one(plain)) for number in range(len(plain), count)]

    def with_theme(self, checklist):
        areas = [area["area"]["id"] for area in checklist["areas"]]
        checks = [check["id"] for area in checklist["areas"] for check in area["checks"]]
        theme = {"id": self.theme, "title": title("theme"), "areas": self.random.sample(areas, 1)}
        outside = [
            check["id"] for area in checklist["areas"] if area["area"]["id"] not in theme["areas"]
            for check in area["checks"]]
        if outside and self.chance(0.6):
            theme["checks"] = self.random.sample(
                outside, self.random.randint(1, min(3, len(outside))))
            if self.chance(0.3):
                del theme["areas"]
        return checklist | {"themes": [theme]}

    def scoring(self, areas, checks):
        if self.chance(0.06):
            return {"mode": "verdicts"}
        scoring = {}
        if self.chance(0.5):
            scoring["minimum_completeness"] = self.one(["0%", "50%", "80%", "66,67%", "75%"])
        if self.chance(0.8):
            scoring["not_applicable"] = self.one(["redistribute", "exclude", "full", "zero"])
        if self.chance(0.05):
            return scoring
        scoring["bands"] = self.bands()
        lower = [band["id"] for band in scoring["bands"][1:]]
        ids = [check["id"] for check in checks]
        for key in ("gates", "caps"):
            if self.chance(0.4):
                named = self.random.sample(ids, min(len(ids), self.random.randint(1, 2)))
                scoring[key] = [{"check": id, "grade": self.one(lower)} for id in named]
        if self.chance(0.4):
            of = self.one(["areas", "checks"])
            limit = {"of": of, "grade": self.one(lower)}
            if self.chance(0.5):
                scored = [a["area"]["id"] for a in areas] if of == "areas" else [
                    c["id"] for c in checks if c["points"] != 0]
                limit["ids"] = self.random.sample(scored, min(2, len(scored)))
            scoring["zero_limits"] = [limit]
        return scoring

    def bands(self):
        levels = [(90, 85), (75, 70), (50, 45), (0, 0)]
        bands = []
        for name, (usual, lower) in zip(BANDS, levels):
            band = {"id": name, "title": title(name), "from": f"{usual}%"}
            if usual and self.chance(0.4):
                named = self.random.sample(CLASSES, self.random.randint(1, 2))
                band["by_class"] = [
                    {"class": c, "from": f"{lower + 2 * n}%"} for n, c in enumerate(named)]
            bands.append(band)
        found = bands[self.random.randint(0, 2):]
        if len(found) > 2 and self.chance(0.1):
            found.pop()  # A score may reach none of them.
        return found

    def check(self, id):
        kind, body, partial = Rules(self).body()
        check = {"id": id, "title": title(id), "kind": kind, **body, "points": self.one(POINTS)}
        if partial:
            check["partial"] = partial
        if self.chance(0.3):
            check["not_applicable"] = self.one(["redistribute", "exclude", "full", "zero"])
        check["class"] = self.one(["duty", "target", "criterion", "consistency", "practice"])
        check["severity"] = self.one(["critical", "high", "medium", "low"])
        if self.chance(0.7):
            check["remedy"] = {"within": self.within(), "text": title(id)}
        if check["class"] in ("duty", "target", "criterion") or self.chance(0.2):
            named = self.random.sample(sorted(self.citations), self.random.randint(1, 2))
            check["cites"] = [n + "/1" if self.chance(0.5) else n for n in named]
        if self.chance(0.25):
            self.limit_in_time(check)
        if self.chance(0.2):
            check["when"] = Rules(self).condition()
        return check

    def limit_in_time(self, check):
        span = {}
        if self.chance(0.7):
            span["from"] = str(self.day(FIRST, date(2025, 12, 31)))
        if not span or self.chance(0.5):
            span["to"] = str(self.day(day(span.get("from", str(FIRST))), LAST))
        if check["class"] in ("duty", "target", "criterion"):
            check["cites"] = [c for c in check["cites"] if c.split("/")[0] != "law-0"] or ["law-0"]
            if not any(self.overlap(span, self.citations[c.split("/")[0]]["in_force"])
                       for c in check["cites"]):
                check["cites"].append("law-0")
        check["effective"] = span

    def overlap(self, a, b):
        latest = max(day(x.get("from", str(FIRST))) for x in (a, b))
        return latest <= min(day(x.get("to", str(LAST))) for x in (a, b))

    def within(self):
        n = self.random.randint(1, 45)
        at = self.date_text(self.day(self.as_of - timedelta(20), self.as_of + timedelta(120)))
        return self.one([
            f"{n} days", f"{n} ngày", f"{n} working days", f"{n} ngày làm việc",
            f"{24 * (n % 4 + 1)} hours", f"{n} giờ", f"by {at}", f"before {at}", f"trước ngày {at}",
            f"chậm nhất {at}", "end of quarter", "cuối quý", "next budget round",
            "kỳ dự toán tới"])


def written(library, pairs, folder, calendar):
    """The library, its checklists and submissions as YAML; `pairs` are (checklist, [submission])."""
    listed = lambda of: [{"id": id, **fields} for id, fields in of.items()]
    write(folder / "indicators/facts.yaml", {"soat": 1, "indicators": listed(library.indicators)})
    write(folder / "citations/laws.yaml", {"soat": 1, "citations": listed(library.citations)})
    write(folder / "targets/levels.yaml", {"soat": 1, "targets": listed(library.targets)})
    write(folder / "periods/years.yaml", {"soat": 1, "periods": [
        {"id": id, "title": title(id), **fields} for id, fields in library.periods.items()]})
    (folder / "calendars").mkdir(exist_ok=True)
    rounds = {"budget_rounds": library.budget_rounds}
    (folder / "calendars/vietnam.yaml").write_text(
        days_of(calendar) + "\n".join(yaml(rounds)) + "\n", encoding="utf-8")
    paths = []
    for checklist, submissions in pairs:
        for source in sources(checklist):
            pack = folder / source["id"]
            head = {key: value for key, value in source.items() if key != "areas"}
            write(pack / "checklist.yaml", head)
            for name, area in zip(source.get("include", []), source.get("areas", [])):
                write(pack / name, area)
        for submission in submissions:
            path = folder / "submissions" / f"{submission['submission']}.yaml"
            write(path, submission)
            paths.append(path)
    return paths


def days_of(calendar):
    """The shipped calendar without its own budget rounds."""
    return calendar.read_text(encoding="utf-8").split("budget_rounds:")[0]


def sources(checklist):
    """A checklist as its author writes it, and what it extends."""
    return [checklist.get("source", checklist)] + (
        sources(checklist["base"]) if "base" in checklist else [])
