"""What a submission says, as rules read it: "A submission", "Kinds", "Targets" and "Periods"."""

from datetime import date

import expressions
import figures
import verdicts
from deadlines import day
from figures import UNKNOWN, Figure, Unknown
from moments import Moment, end_of

NUMERIC = ("int", "decimal", "percent", "money", "hours", "working_days")


def shown(answer):
    return answer if isinstance(answer, dict) else {"value": answer}


class Facts:
    def __init__(self, library, checklist, submission, calendar, as_of):
        self.library, self.submission = library, submission
        self.calendar, self.as_of = calendar, as_of
        self.answers = submission.get("answers", {})
        self.first, self.last = self.days(submission["period"])
        self.classes = submission["unit"].get("classes", [])
        self.previous = self.earlier_answers()

    def days(self, period):
        if "preset" not in period:
            return day(period["from"]), day(period["to"])
        preset = self.library["periods"][period["preset"]]
        start_day, start_month = map(int, preset["from"].split("/"))
        end_day, end_month = map(int, preset["to"].split("/"))
        wraps = (end_month, end_day) < (start_month, start_day)
        start = end = period["year"]
        if wraps and preset.get("year_of", "end") == "end":
            start -= 1
        elif wraps:
            end += 1
        return date(start, start_month, start_day), date(end, end_month, end_day)

    def earlier_answers(self):
        """Of the earlier periods that ended before this one began, the last."""
        ended = []
        for earlier in self.submission.get("earlier", []):
            last = self.days(earlier["period"])[1]
            if last < self.first:
                ended.append((last, earlier["answers"]))
        return max(ended, key=lambda pair: pair[0])[1] if ended else {}

    # Answers

    def answered(self, name, answers=None):
        answer = shown((self.answers if answers is None else answers).get(name, {"missing": ""}))
        return "missing" not in answer

    def known(self, name, answers, full_name=None):
        full_name = full_name or name
        if not self.answered(name, answers):
            return Unknown([full_name])
        value = known_value(shown(answers[name]), self.library["indicators"][name])
        return value.named(full_name) if isinstance(value, Figure) else value

    def present(self, name):
        value = self.known(name, self.answers)
        return value if value in (UNKNOWN, False) else True

    def moment(self, name):
        value = self.known(name, self.answers)
        return value if value == UNKNOWN else Moment.read(value)

    def is_day(self, name):
        """Whether an indicator gives a day alone."""
        return self.library["indicators"].get(name, {}).get("type") == "date"

    def due(self, text):
        """`by`: a date written out, whose end counts, or an indicator."""
        if text not in self.library["indicators"]:
            return end_of(day(text))
        at = self.moment(text)
        if self.library["indicators"][text]["type"] == "date" and at != UNKNOWN:
            return end_of(at.last_day)
        return at

    def table(self, name):
        if not self.answered(name):
            return Unknown([name])
        columns = {c["id"]: c for c in self.library["indicators"][name]["columns"]}
        rows = []
        for given in self.answers[name]["rows"]:
            rows.append({
                key: cell(given[key], column) if key in given else Unknown([name])
                for key, column in columns.items()})
        return rows

    # Names

    def name(self, name):
        head, _, rest = name.partition(".")
        if head == "previous":
            return self.known(rest, self.previous, name)
        if head == "target":
            return self.target(rest)
        if name == "unit.level":
            return self.submission["unit"]["level"]
        if name == "unit.classes":
            return self.classes
        if name == "period.days":
            return figures.exactly((self.last - self.first).days + 1)
        return self.known(name, self.answers)

    def target(self, name):
        """The value on the last day of the period for the first class that has one."""
        values = self.library["targets"][name]["values"]
        holds = [v for v in values if spans(v, self.last, self.last)]
        for unit_class in [*self.classes, None]:
            for value in holds:
                if value.get("class") == unit_class:
                    return figures.exactly(figures.number(value["value"]))
        return UNKNOWN

    def lacks_target(self, check):
        named = [name for tree in verdicts.parameters(check) for name in expressions.names(tree)]
        return any(
            name.startswith("target.") and self.target(name[7:]) == UNKNOWN for name in named)

    # Values

    def named(self, text):
        """The answers an expression reads."""
        return [
            name for name in expressions.names(expressions.parsed(text))
            if name.removeprefix("previous.") in self.library["indicators"]]

    def value(self, text):
        return expressions.evaluated(expressions.parsed(text), self.name)

    def figure(self, text):
        if figures.is_number(text):
            return figures.exactly(figures.number(text))
        return self.value(text)

    def of_row(self, text, row):
        look_up = lambda name: row[name[4:]] if name.startswith("row.") else self.name(name)
        return expressions.evaluated(expressions.parsed(text), look_up)

    # Time and law

    def period_meets(self, span):
        return spans(span, self.first, self.last)

    def in_force(self, cited):
        document = self.library["citations"][cited.split("/")[0]]
        return self.period_meets(document.get("in_force", {}))


def spans(span, first, last):
    """Whether a span, open where it has no end, holds some day of first to last."""
    if "from" in span and day(span["from"]) > last:
        return False
    return not ("to" in span and day(span["to"]) < first)


def cell(given, column):
    if given == "na":
        return None
    return known_value({"value": given}, column)


def known_value(answer, indicator):
    if indicator["type"] not in NUMERIC:
        return answer["value"]
    bound = lambda key: figures.number(indicator[key]) if key in indicator else None
    return qualified(answer).within(bound("from"), bound("to"))


def qualified(answer):
    key = next(k for k in answer if k in (
        "value", "at_least", "over", "at_most", "under", "about", "average"))
    n = figures.number(answer[key])
    if key in ("value", "average"):
        return Figure(n, n, average=key == "average")
    if key in ("at_least", "over"):
        return Figure(n, None, low_open=key == "over")
    if key in ("at_most", "under"):
        return Figure(None, n, high_open=key == "under")
    if "tolerance" in answer:
        spread = abs(n) * figures.number(answer["tolerance"])
        return Figure(n - spread, n + spread)
    return Figure(None, None)
