"""What a submission says, as rules read it: exact values under flat names, inexact ones as ranges."""
import math

from reading import day, number

NUMERIC = {"int", "decimal", "percent", "money"}
# "Over 22" begins just above 22. What has no end is taken to end far out: infinities would make a
# share 0, or no number at all.
MARGIN, FAR = 1e-6, 1e15


def flat(id):
    """How a rule in CEL names an indicator: looking up `a_b` is half the work of `a.b`."""
    return id.replace(".", "_")


class Known:
    """The answers of one submission, by flat names."""

    def __init__(self, variables):
        self.variables = dict(variables)  # numbers and booleans, for CEL
        self.others = {}                  # days, texts and documents
        self.ranges = {}                  # least and greatest value
        self.qualified = {}               # how a range was given: the word and the number
        self.missing = {}                 # the reason that was given
        self.seen = set()                 # read in documents or seen on the spot

    def answer(self, name):
        """True or False, a number, a day or a text; None where there is none."""
        found = self.variables.get(name)
        return self.others.get(name) if found is None else found

    def answered(self, name):
        return name in self.variables or name in self.ranges or name in self.others

    def points(self, name):
        """Where a rule must give the same for all of a range to give it. Division tells 0 from more."""
        low, high = self.ranges[name]
        word, given = self.qualified[name]
        if word == "over" and low == given:
            low += MARGIN
        if word == "under" and high == given:
            high -= MARGIN
        low, high = max(low, -FAR), min(high, FAR)
        return (low, MARGIN, high) if low == 0 else (low, high)

    def read(self, answers, indicators, prefix=""):
        for id, answer in answers.items():
            name, indicator = flat(prefix + id), indicators[id]
            if not isinstance(answer, dict):
                answer = {"value": answer}
            if "missing" in answer:
                self.missing[name] = answer["missing"]
                continue
            if answer.get("basis") in ("documents", "seen"):
                self.seen.add(name)
            if "value" not in answer:
                self.read_range(name, answer, indicator)
            elif isinstance(answer["value"], bool):
                self.variables[name] = answer["value"]
            elif indicator["type"] in NUMERIC:
                self.variables[name] = number(answer["value"])
            elif indicator["type"] == "date":
                self.others[name] = day(answer["value"])
            else:
                self.others[name] = answer["value"]

    def read_range(self, name, answer, indicator):
        low, high = -math.inf, math.inf
        word = next(w for w in ("at_least", "over", "at_most", "under", "about") if w in answer)
        given = number(answer[word])
        if word in ("at_least", "over"):
            low = given
        elif word in ("at_most", "under"):
            high = given
        elif "tolerance" in answer:
            spread = abs(given) * number(answer["tolerance"])
            low, high = given - spread, given + spread
        if "from" in indicator:
            low = max(low, number(indicator["from"]))
        if "to" in indicator:
            high = min(high, number(indicator["to"]))
        if low == high:
            self.variables[name] = low
        else:
            self.ranges[name] = low, high
            self.qualified[name] = word, given
