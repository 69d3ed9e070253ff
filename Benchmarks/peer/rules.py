"""The checks of the pack as CEL: each kind that compares figures becomes one expression.

It gives true or false, the share reached (a number below 1) where a shortfall earns points in
proportion, or the word of `when_zero` where there is nothing to divide by.
"""
import itertools
import re

import cel

from figures import flat
from reading import number

NAME = re.compile(r"\b[a-z_]+(?:\.[a-z0-9_]+)+\b")
WHOLE = re.compile(r"(?<![\w.])(\d+)(?![\w.])")
RELATIONS = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}
TOTALS = {"equal": "==", "at_most": "<=", "at_least": ">="}
CHANGES = {"rises": ">", "falls": "<", "does_not_rise": "<=", "does_not_fall": ">="}
ZERO = {"met": "true", "unmet": "false"}
OPEN = object()


class Compiled:
    """An expression that is compiled once, and the names of answers it reads."""

    def __init__(self, text):
        self.text = WHOLE.sub(r"\1.0", NAME.sub(lambda found: flat(found[0]), text))
        ids = dict.fromkeys(NAME.findall(text))
        self.names = [flat(id) for id in ids if not id.startswith(("target.", "unit."))]
        self.wanted = frozenset(self.names)
        self.reads = [flat(id) for id in ids]
        self.program = cel.compile(self.text)

    def at(self, values):
        return self.program.execute(values)

    def given(self, known):
        """What it reads: a small dictionary is handed over sooner than all that is known."""
        return {name: known.variables[name] for name in self.reads if name in known.variables}

    def exactly(self, known):
        return self.at(self.given(known))


class Parsed(Compiled):
    """The same, parsed each time."""

    def at(self, values):
        return cel.evaluate(self.text, values)


class Comparison:
    """An expression that rises or falls with each figure, or two that make an equation."""

    def __init__(self, expression, text, divisor=None):
        self.whole = expression(text)
        sides = text.split(" == ") if divisor is None and "?" not in text else [text]
        self.bounds = [self.whole] if len(sides) == 1 else [
            expression(f"{sides[0]} {sign} {sides[1]}") for sign in (">=", "<=")]
        self.divisor = frozenset(flat(id) for id in NAME.findall(divisor)) if divisor else None

    def value(self, known):
        """What the figures decide, or OPEN, and the names it then waits for."""
        missing = [name for name in self.whole.names
                   if name not in known.variables and name not in known.ranges]
        if missing:
            return self.without(missing, known)
        inexact = [name for name in self.whole.names if name in known.ranges]
        if not inexact:
            return self.whole.exactly(known), ()
        found = {self.throughout(bound, inexact, known) for bound in self.bounds}
        if False in found:
            return False, ()
        return (OPEN, inexact) if OPEN in found else (found.pop(), ())

    def without(self, missing, known):
        if self.divisor and self.divisor <= known.variables.keys():
            try:
                return self.whole.exactly(known), ()
            except (KeyError, RuntimeError):  # The divisor is not zero.
                pass
        return OPEN, missing

    def throughout(self, bound, inexact, known):
        """The value at every corner of the ranges, or OPEN where they differ."""
        values = bound.given(known)
        found = set()
        for corner in itertools.product(*map(known.points, inexact)):
            values.update(zip(inexact, corner))
            found.add(bound.at(values))
        return found.pop() if len(found) == 1 else OPEN


class Junction:
    """Comparisons of which one may settle the whole."""

    def __init__(self, settling, parts):
        self.settling, self.parts = settling, parts

    def value(self, known):
        waits = []
        for part in self.parts:
            value, names = part.value(known)
            if value is self.settling:
                return value, ()
            waits += names
        return (OPEN, list(dict.fromkeys(waits))) if waits else (not self.settling, ())


def split(text, sign):
    """The parts between a sign that stands in no brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and text.startswith(sign, at):
            parts.append(text[start:at])
            start = at + len(sign)
    return [part.strip() for part in [*parts, text[start:]]]


def condition(expression, text):
    for sign, settling in (("||", True), ("&&", False)):
        parts = split(text, sign)
        if len(parts) > 1:
            return Junction(settling, [condition(expression, part) for part in parts])
    return Comparison(expression, text)


# Kinds


def operand(value):
    """A number, a name or a longer expression, as CEL."""
    read = number(value)
    if read is not None:
        return repr(read)
    return value if NAME.fullmatch(value) else f"({value})"


def listed(value):
    return value if isinstance(value, list) else [value]


def limit_word(given):
    return next(word for word in RELATIONS if word in given)


def previous(given):
    """What a trend compares with: the same of the period before where nothing is named."""
    return given.get("previous") or NAME.sub(lambda found: "previous." + found[0], given["value"])


def asked(check):
    """The expression of a check, and its divisor; None for kinds that compare no figures."""
    given, kind = check.get("with", {}), check["kind"]
    linear = check.get("partial") == "linear"
    if kind == "rule":
        return check["expr"], None
    if kind == "coverage":
        part, whole = operand(given["of"]), operand(given["to"])
        return guarded(given, whole, compared(part, ">=", whole, linear)), whole
    if kind == "ratio":
        part, whole = operand(given["of"]), operand(given["to"])
        word = limit_word(given)
        text = compared(f"{part} / {whole}", RELATIONS[word], operand(given[word]), linear)
        return guarded(given, whole, text), whole
    if kind == "threshold":
        word = limit_word(given)
        return compared(operand(given["value"]), RELATIONS[word], operand(given[word]), linear), None
    if kind == "sum":
        sign = TOTALS[given.get("relation", "equal")]
        return f"{' + '.join(map(operand, given['parts']))} {sign} {operand(given['total'])}", None
    if kind == "trend":
        return trend(given)
    return None


def compared(value, sign, limit, linear):
    text = f"{value} {sign} {limit}"
    return f"({text} ? true : {value} / {limit})" if linear else text


def guarded(given, divisor, text):
    verdict = given["when_zero"]
    nothing = ZERO.get(verdict, f'"{verdict}"')
    return f"{divisor} == 0.0 ? {nothing} : {text}"


def trend(given):
    value, before, change = operand(given["value"]), operand(previous(given)), given["change"]
    sign = CHANGES[change]
    if "by" in given:
        factor = "+" if change in ("rises", "does_not_rise") else "-"
        before_changed = f"{before} * (1.0 {factor} {operand(given['by'])})"
        sign = ">=" if change in ("rises", "does_not_fall") else "<="
        text = f"{value} {sign} {before_changed}"
    else:
        text = f"{value} {sign} {before}"
    return (guarded(given, before, text), before) if "when_zero" in given else (text, None)
