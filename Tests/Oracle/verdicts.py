"""What each kind of check gives: CheckKinds.md, and "Kinds" of ChecklistFormat.md.

A judgement is (verdict, credit); the credit is an exact share of the points.
"""

from fractions import Fraction

import expressions
import figures
from figures import FAILURE, UNKNOWN, Figure

MET, PARTIAL, UNMET = "met", "partial", "unmet"
NOT_APPLICABLE, UNANSWERED, ERROR = "not_applicable", "unanswered", "error"
FULL, NOTHING = Fraction(1), Fraction(0)
NO_SHARE = figures.exactly(0)

OPERATORS = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}


def settled(verdict):
    return (verdict, FULL if verdict == MET else NOTHING)


def short(check, share):
    """Not met, with what `partial` gives for the share reached: unanswered where its range gives
    more than one credit."""
    credits = credited(check.get("partial", "none"), share)
    if len(credits) > 1:
        return settled(UNANSWERED)
    credit = credits.pop()
    return (PARTIAL, credit) if credit > 0 else settled(UNMET)


def credited(partial, share):
    """The credits at both ends of a share's range."""
    if partial == "none" or (share.high is not None and share.high <= 0):
        return {NOTHING}
    if partial == "linear":
        return {max(share.low, NOTHING)} if share.exact else {NOTHING, FULL}
    steps = [(figures.number(s["from"]), figures.number(s["credit"])) for s in partial["steps"]]
    low = high = NOTHING
    for least, credit in steps:
        if share.low is not None and share.low >= least:
            low = credit
        if share.high is None or share.high > least or (
                share.high == least and not share.high_open):
            high = credit
    return {low, high}


def decided(check, holds, share=NO_SHARE):
    if holds is UNKNOWN:
        return settled(UNANSWERED)
    if holds is FAILURE:
        return settled(ERROR)
    return settled(MET) if holds else short(check, share)


def reached(value, limit):
    """The share of a limit that is reached by what falls short of it: below one."""
    if limit.exact and limit.low <= 0 or value.high is not None and value.high <= 0:
        return NO_SHARE
    if not may_divide(limit):
        return Figure(None, FULL, high_open=True)
    share = figures.divided(value, limit)
    if share.high is None or share.high >= 1:
        share = Figure(share.low, FULL, share.low_open, True)
    return share


def limited(check, value, given, facts):
    """Against exactly one of at_least, above, at_most, below."""
    key = next(key for key in OPERATORS if key in given)
    limit = facts.figure(given[key])
    for special in (UNKNOWN, FAILURE):
        if special in (value, limit):
            return decided(check, special)
    holds = figures.COMPARISONS[OPERATORS[key]](value, limit)
    return decided(check, holds, reached(value, limit) if key == "at_least" else NO_SHARE)


def coverage(check, given, facts):
    whole, part = facts.figure(given["to"]), facts.figure(given["of"])
    if isinstance(whole, Figure) and whole.exact and whole.low == 0:
        return settled(given["when_zero"])
    for special in (UNKNOWN, FAILURE):
        if special in (whole, part):
            return decided(check, special)
    holds = figures.at_least(part, whole)
    if holds is True and not may_divide(whole) and given["when_zero"] != MET:
        return settled(UNANSWERED)
    return decided(check, holds, reached(part, whole))


def may_divide(whole):
    return whole.low is not None and (whole.low > 0 or (whole.low == 0 and whole.low_open))


def ratio(check, given, facts):
    whole, part = facts.figure(given["to"]), facts.figure(given["of"])
    if isinstance(whole, Figure) and whole.exact and whole.low == 0:
        return settled(given["when_zero"])
    for special in (UNKNOWN, FAILURE):
        if special in (whole, part):
            return decided(check, special)
    return limited(check, figures.divided(part, whole), given, facts)


def threshold(check, given, facts):
    return limited(check, facts.figure(given["value"]), given, facts)


def total(check, given, facts):
    parts = [facts.figure(part) for part in given["parts"]]
    whole = facts.figure(given["total"])
    for special in (UNKNOWN, FAILURE):
        if special in parts or special is whole:
            return decided(check, special)
    so_far = parts[0]
    for part in parts[1:]:
        so_far = figures.added(so_far, part)
        if so_far is FAILURE:
            return settled(ERROR)
    relation = {"equal": "==", "at_most": "<=", "at_least": ">="}[given.get("relation", "equal")]
    return decided(check, figures.COMPARISONS[relation](so_far, whole))


def listed(names):
    return names if isinstance(names, list) else [names]


def presence(check, given, facts):
    states = [facts.present(name) for name in listed(given["of"])]
    if False in states:
        return settled(UNMET)
    return settled(UNANSWERED if UNKNOWN in states else MET)


def supplied(check, given, facts):
    names = listed(given["figures"])
    there = sum(facts.answered(name) for name in names)
    share = figures.exactly(Fraction(there, len(names)))
    return decided(check, there == len(names), share)


def plan_quality(check, given, facts):
    plan = [facts.present(name) for name in listed(given.get("plan", []))]
    if False in plan:
        return settled(UNMET)
    elements = [facts.present(name) for name in listed(given["elements"])]
    if False in elements:
        sure = 0 if UNKNOWN in plan else elements.count(True)
        at_most = len(elements) - elements.count(False)
        return short(check, Figure(
            Fraction(sure, len(elements)), Fraction(at_most, len(elements))))
    return settled(UNANSWERED if UNKNOWN in plan + elements else MET)


def rows(check, given, facts):
    table = facts.table(given["table"])
    if table is UNKNOWN:
        return settled(UNANSWERED)
    kept = failed = open_rows = 0
    for row in table:
        where = facts.of_row(given["where"], row) if "where" in given else True
        if where is False:
            continue
        each = facts.of_row(given["each"], row)
        if FAILURE in (where, each):
            return settled(ERROR)
        if each is None:
            continue
        if UNKNOWN in (where, each):
            open_rows += 1
        elif each:
            kept += 1
        else:
            failed += 1
    if kept + failed + open_rows == 0:
        return settled(given["when_zero"])
    count = kept + failed + open_rows
    share = Figure(Fraction(kept, count), Fraction(kept + open_rows, count))
    judgement = limited(check, share, given, facts)
    if kept + failed == 0 and not (judgement[0] == given["when_zero"] == MET):
        return settled(UNANSWERED)  # There may be no row at all.
    return judgement


def rule(check, given, facts):
    value = facts.value(check["expr"])
    if not isinstance(value, Figure):
        return decided(check, value)
    if not value.exact:
        return settled(UNANSWERED)
    if value.low < 0 or value.low > 1:
        return settled(ERROR)
    return decided(check, value.low == 1, value)


KINDS = {
    "coverage": coverage, "plan-quality": plan_quality, "presence": presence, "ratio": ratio,
    "rows": rows, "rule": rule, "sum": total, "supplied": supplied, "threshold": threshold,
}


def judged(check, facts):
    """The verdict on a check that applies."""
    return KINDS[check["kind"]](check, check.get("with", {}), facts)


def applied(check, facts):
    """The verdict: whether the check applies, then what its kind gives."""
    effective = check.get("effective")
    if effective and not facts.period_meets(effective):
        return settled(NOT_APPLICABLE)
    if check["class"] in ("duty", "target", "criterion"):
        if not any(facts.in_force(cited) for cited in check["cites"]):
            return settled(NOT_APPLICABLE)
    if facts.lacks_target(check):
        return settled(NOT_APPLICABLE)
    if "when" in check:
        condition = facts.value(check["when"])
        if condition is False:
            return settled(NOT_APPLICABLE)
        if condition is not True:
            return decided(check, condition)
    return judged(check, facts)


def parameters(check):
    """Every expression of a check, as parsed trees."""
    if "expr" in check:
        return [expressions.parsed(check["expr"])]
    texts = []
    for key, given in check["with"].items():
        if key in ("of", "to", "value", "total", "parts", *OPERATORS):
            texts += listed(given)
    return [expressions.parsed(text) for text in texts if not figures.is_number(text)]
