"""Random submissions: answers of every type and qualifier, earlier periods, requests."""

from datetime import date, timedelta

import deadlines
import figures

CLASSES = ["mountain", "island", "border"]
UNIT_LEVELS = ["commune", "ward"]
FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)
DOCUMENTS = [
    {"id": "report", "title": {"vi": "Báo cáo", "en": "Report"}, "date": "2024-01-31"},
    {"id": "talk", "title": {"vi": "Trao đổi", "en": "Talk"}}]


def title(word):
    return {"vi": f"Mục {word}", "en": f"Item {word}"}


class Submissions:
    """The part of a library that answers its checklists."""

    def submission(self, checklist, number):
        used = self.used(checklist)
        period = self.period()
        answers = {} if self.chance(0.03) else self.answers(used)
        unit = {"code": f"unit/{number}", "name": f"Unit {number}", "level": self.one(UNIT_LEVELS)}
        if self.chance(0.5):
            unit["classes"] = self.random.sample(CLASSES, self.random.randint(1, 3))
        result = {
            "soat": 1, "submission": f"s-{checklist['id']}-{number}",
            "checklist": f"{checklist['id']}@{checklist['version']}", "unit": unit,
            "period": period, "documents": DOCUMENTS, "answers": answers}
        if self.chance(0.5):
            result["earlier"] = self.earlier(used)
        ids = [c["id"] for area in checklist["areas"] for c in area["checks"]]
        if self.chance(0.3):
            days = self.random.sample(range(40), 3)  # no two on one day
            result["requests"] = [
                {"check": self.one(ids), "asked": str(self.as_of - timedelta(ago)),
                 "text": title(ago)} | ({"within": self.within()} if self.chance(0.7) else {})
                for ago in days[: self.random.randint(1, 3)]]
        return result | self.confirmations(checklist, period)

    def confirmations(self, checklist, period):
        """Of duties, none before the period is over; some later than the day of the assessment."""
        duties = [
            c["id"] for area in checklist["areas"] for c in area["checks"] if c["class"] == "duty"]
        if not duties or self.chance(0.5):
            return {}
        ended = self.last_day(period)
        latest = max(ended, self.as_of) + timedelta(20)
        return {"confirmations": [
            {"check": id, "by": {"vi": "Trưởng đoàn", "en": "Head of the team"},
             "on": self.date_text(self.day(ended, latest))}
            | ({"source": "report"} if self.chance(0.5) else {})
            for id in self.random.sample(duties, self.random.randint(1, len(duties)))]}

    def last_day(self, period):
        if "preset" not in period:
            return deadlines.day(period["to"])
        preset = self.periods[period["preset"]]
        starts_before = preset["year_of"] == "start" if "year_of" in preset else False
        return deadlines.day(f"{preset['to']}/{period['year'] + starts_before}")

    def used(self, checklist):
        """Indicators the checklist reads, which is enough to answer."""
        text = repr(checklist["areas"])
        return [name for name in self.indicators if name in text]

    def period(self):
        if self.chance(0.3):
            return {"preset": self.one(sorted(self.periods)), "year": self.random.randint(2021, 2026)}
        first = self.day(date(2020, 1, 1), date(2026, 12, 31))
        length = self.one([0, 30, 90, 180, 364, 365])
        return {"from": str(first), "to": self.date_text(first + timedelta(days=length))}

    def earlier(self, used):
        """Up to three periods before any that is inspected, in no order."""
        spans = [(2017, "01-01", "12-31"), (2018, "01-01", "06-30"), (2018, "07-01", "12-31")]
        numeric = [n for n in used if self.indicators[n]["type"] != "table"]
        return [
            {"period": {"from": f"{y}-{a}", "to": f"{y}-{b}"}, "answers": self.answers(numeric)}
            for y, a, b in self.random.sample(spans, self.random.randint(1, 3))]

    def answers(self, used):
        found = {}
        rich = self.one([0.99, 0.9, 0.75, 0.5])
        for name in used:
            if self.chance(rich):
                found[name] = self.sourced(self.answer(self.indicators[name]))
            elif self.chance(0.4):
                found[name] = {"missing": title(name)}
        return found

    def sourced(self, answer):
        """An answer that needs braces anyway, sometimes with its source, place and basis."""
        if isinstance(answer, dict) and self.chance(0.3):
            answer["source"] = self.one([document["id"] for document in DOCUMENTS])
            if self.chance(0.5):
                answer["place"] = f"trang {self.random.randint(1, 40)}"
        if isinstance(answer, dict) and self.chance(0.3):
            answer["basis"] = self.one(
                ["reported", "documents", "seen", "interview", "not-checked"])
        return answer

    def answer(self, indicator):
        kind = indicator["type"]
        if kind == "bool":
            return self.chance(0.7)
        if kind == "document":
            return {"value": "1/QĐ-UBND"} if self.chance(0.7) else {"value": False}
        if kind == "text":
            return {"value": "có"}
        if kind in ("date", "datetime"):
            return self.moment(kind)
        if kind == "choice":
            return {"value": self.one([option["id"] for option in indicator["options"]])}
        if kind == "table":
            return self.rows(indicator)
        if self.chance(0.7):
            value = self.figure(kind)
            return value if self.chance(0.5) else {"value": value}
        return self.qualified(indicator)

    def moment(self, kind):
        at = self.written_day() if self.chance(0.9) else self.date_text(self.day(FIRST, LAST))
        if kind == "datetime":
            clock = f"{self.one([0, 8, 11, 12, 12, 23]):02d}:{self.one([0, 0, 1, 30, 59]):02d}"
            at = f"{clock} {at}" if self.chance(0.5) else f"{at} {clock}"
        return {"value": at}

    def qualified(self, indicator):
        kind = indicator["type"]
        key = self.one(["at_least", "over", "at_most", "under", "about", "about", "average"])
        value = self.figure(kind)
        if key in ("over", "under") and not self.inside(value, indicator):
            key = "average"
        answer = {key: value}
        if key == "about" and self.chance(0.6):
            answer["tolerance"] = self.one(["10%", "25%", "100%", "0%", "3,3%"])
        return answer

    def inside(self, value, indicator):
        at = figures.number(value)
        return not any(
            key in indicator and figures.number(indicator[key]) == at for key in ("from", "to"))

    def figure(self, kind):
        if kind == "int":
            return self.one([0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 10, 12, 19, 20])
        if kind == "decimal":
            return self.one([0, 1, 3, "0,5", "2,5", "1,25", "-1,5", -3, "0,333"])
        if kind == "percent":
            return self.one(["0%", "10%", "33,3%", "50%", "66,7%", "75%", "95%", "100%"])
        return self.one([
            "0 đồng", "10 triệu đồng", "30 triệu", "30.000.000 đồng", "1,2 tỷ đồng",
            "60 triệu đồng", "300 triệu đồng", "500 nghìn đồng"])

    def rows(self, indicator):
        columns = indicator["columns"]
        gaps = self.one([0, 0, 0.1, 0.3])
        rows = []
        for _ in range(self.random.randint(0, 6)):
            row = {c["id"]: self.cell(c["type"]) for c in columns if not self.chance(gaps)}
            rows.append(row or {columns[0]["id"]: True})
        answer = {"rows": rows}
        if indicator["rows"] == "case_files":
            drawn = {"vi": "rút ngẫu nhiên", "en": "drawn at random"}
            answer["sample"] = {
                "population": 25, "method": drawn, "drawn_by": {"vi": "tổ", "en": "team"}}
        return answer

    def cell(self, kind):
        if kind in ("bool", "yes_no_na"):
            value = self.chance(0.75)
            return "na" if kind == "yes_no_na" and self.chance(0.25) else value
        return self.figure("percent" if kind == "percent" else "int")
