"""Numbers as an office writes them, and figures as they are known.

ChecklistFormat.md, "Numbers and dates" and "A submission"; a figure that is not known exactly is a
range, and a comparison is decided only where the range decides it.
"""

import re
from fractions import Fraction

MULTIPLIERS = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def number(text):
    """27, `1.431`, `"1,5"`, `95%`, `500 triệu đồng`, as an exact fraction."""
    if isinstance(text, int):
        return Fraction(text)
    found = re.fullmatch(r"\s*(-?)([0-9][0-9.]*)(?:,([0-9]+))?\s*(%|[^0-9%]*?)\s*", text)
    if not found:
        raise ValueError(f"not a number: {text!r}")
    sign, whole, decimals, unit = found.groups()
    if not re.fullmatch(r"[0-9]+|[0-9]{1,3}(\.[0-9]{3})+", whole):
        raise ValueError(f"a dot separates thousands: {text!r}")
    value = Fraction(whole.replace(".", "") + "." + (decimals or "0"))
    if unit == "%":
        value /= 100
    for word in unit.split():
        if word != "%" and word != "đồng":
            value *= MULTIPLIERS[word]
    return -value if sign else value


def is_number(text):
    """Whether a parameter is only a number, not an expression."""
    if isinstance(text, int):
        return True
    try:
        number(text)
    except (ValueError, KeyError):
        return False
    return True


class Unknown:
    """An answer that is missing, or a comparison that its figures leave open; all are alike but for
    the `names` of the answers that would decide it."""

    def __init__(self, names=()):
        self.names = frozenset(names)

    def __eq__(self, other):
        return isinstance(other, Unknown)

    __hash__ = object.__hash__


def unknown(*parts):
    """What stays open because of its parts: those that are missing, otherwise those not exact."""
    missing = [part for part in parts if isinstance(part, Unknown)]
    of = missing or [part for part in parts if isinstance(part, Figure)]
    return Unknown(name for part in of for name in part.names)


class Failure:
    """What could not be computed."""


UNKNOWN = Unknown()
FAILURE = Failure()


class Figure:
    """All that is known of a number: from `low` to `high`, where None is no bound."""

    __slots__ = ("low", "low_open", "high", "high_open", "average", "names")

    def __init__(self, low, high, low_open=False, high_open=False, average=False, names=()):
        self.low, self.high, self.average = low, high, average
        self.names = frozenset(names)  # Of the answers it comes from that are not exact.
        self.low_open = low_open or low is None
        self.high_open = high_open or high is None

    @property
    def exact(self):
        return self.low is not None and self.low == self.high

    def within(self, least, greatest):
        """Clipped to the bounds of its indicator."""
        low, low_open, high, high_open = self.low, self.low_open, self.high, self.high_open
        if least is not None and (low is None or low < least):
            low, low_open = least, False
        if greatest is not None and (high is None or high > greatest):
            high, high_open = greatest, False
        return Figure(low, high, low_open, high_open, self.average, self.names)

    def named(self, name):
        """An answer's figure under the answer's name."""
        self.names = frozenset() if self.exact else frozenset([name])
        return self


def exactly(value):
    return Figure(Fraction(value), Fraction(value))


def negative(a):
    none = lambda bound: None if bound is None else -bound
    return Figure(none(a.high), none(a.low), a.high_open, a.low_open, a.average, a.names)


def added(a, b):
    if a.average or b.average:
        return FAILURE
    plus = lambda x, y: None if x is None or y is None else x + y
    return Figure(
        plus(a.low, b.low), plus(a.high, b.high),
        a.low_open or b.low_open, a.high_open or b.high_open, names=a.names | b.names)


def subtracted(a, b):
    return added(a, negative(b))


def ends(a):
    """Both ends as (infinity's sign, value, open)."""
    low = (-1, 0, True) if a.low is None else (0, a.low, a.low_open)
    high = (1, 0, True) if a.high is None else (0, a.high, a.high_open)
    return low, high


def end_product(x, y):
    (xi, xv, xo), (yi, yv, yo) = x, y
    sign = lambda i, v: i or (v > 0) - (v < 0)
    if sign(xi, xv) == 0 or sign(yi, yv) == 0:
        reached = (sign(xi, xv) == 0 and not xo) or (sign(yi, yv) == 0 and not yo)
        return (0, Fraction(0), not reached)
    if xi or yi:
        return (sign(xi, xv) * sign(yi, yv), 0, True)
    return (0, xv * yv, xo or yo)


def multiplied(a, b):
    products = [end_product(x, y) for x in ends(a) for y in ends(b)]
    # Of two ends at one value the one that is reached counts.
    least = min(products, key=lambda p: (p[0], p[1], p[2]))
    most = max(products, key=lambda p: (p[0], p[1], not p[2]))
    return Figure(
        None if least[0] else least[1], None if most[0] else most[1], least[2], most[2],
        a.average or b.average, a.names | b.names)


def divided(a, b):
    if b.exact and b.low == 0:
        return FAILURE
    positive = b.low is not None and (b.low > 0 or (b.low == 0 and b.low_open))
    below = b.high is not None and (b.high < 0 or (b.high == 0 and b.high_open))
    if not positive and not below:
        return unknown(a, b)
    if below:
        return divided(negative(a), negative(b))
    high = None if b.low == 0 else 1 / b.low
    low = Fraction(0) if b.high is None else 1 / b.high
    inverse = Figure(low, high, b.high_open, b.low_open, b.average, b.names)
    return multiplied(a, inverse)


def at_least(a, b):
    """a ≥ b: True, False, or UNKNOWN where the ranges do not decide."""
    if a.low is not None and b.high is not None and a.low >= b.high:
        return True
    return False if above(b, a) is True else unknown(a, b)


def above(a, b):
    """a > b."""
    if a.low is not None and b.high is not None:
        if a.low > b.high or (a.low == b.high and (a.low_open or b.high_open)):
            return True
    if a.high is not None and b.low is not None and a.high <= b.low:
        return False
    return unknown(a, b)


def equal(a, b):
    if a.exact and b.exact:
        return a.low == b.low
    return False if above(a, b) is True or above(b, a) is True else unknown(a, b)


COMPARISONS = {
    ">=": at_least,
    ">": above,
    "<=": lambda a, b: at_least(b, a),
    "<": lambda a, b: above(b, a),
    "==": equal,
}
