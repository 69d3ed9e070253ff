"""What each kind of check gives: CheckKinds.md, and "Kinds" of ChecklistFormat.md.

A judgement is (verdict, credit, names): the credit is an exact share of the points, the names are
those of the answers that an unanswered check waits for.
"""

import re
from fractions import Fraction

import expressions
import figures
import moments
from figures import FAILURE, UNKNOWN, Figure, Unknown, unknown

MET, PARTIAL, UNMET = "met", "partial", "unmet"
NOT_APPLICABLE, UNANSWERED, ERROR = "not_applicable", "unanswered", "error"
FULL, NOTHING = Fraction(1), Fraction(0)
NO_SHARE = figures.exactly(0)
ALL = (MET, PARTIAL, UNMET, NOT_APPLICABLE, UNANSWERED, ERROR)

OPERATORS = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}


def settled(verdict):
    return (verdict, FULL if verdict == MET else NOTHING, frozenset())


def waiting(*parts):
    return (UNANSWERED, NOTHING, unknown(*parts).names)


def short(check, share, *parts):
    """Not met, with what `partial` gives for the share reached: unanswered where its range gives
    more than one credit."""
    credits = credited(check.get("partial", "none"), share)
    if len(credits) > 1:
        return waiting(share, *parts)
    credit = credits.pop()
    return (PARTIAL, credit, frozenset()) if credit > 0 else settled(UNMET)


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


def decided(check, holds, share=NO_SHARE, *parts):
    if holds == UNKNOWN:
        return waiting(holds)
    if holds is FAILURE:
        return settled(ERROR)
    return settled(MET) if holds else short(check, share, *parts)


def without_divisor(check, divisor, facts):
    """What `when_zero` says; where that is unanswered, the divisor is what is asked for."""
    verdict = check["with"]["when_zero"]
    if verdict == UNANSWERED:
        return waiting(Unknown(facts.named(divisor)))
    return settled(verdict)


def special(*values):
    """What cannot be computed or is missing among a check's expressions; None where nothing is."""
    if FAILURE in values:
        return FAILURE
    return unknown(*values) if UNKNOWN in values else None


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
    if (found := special(value, limit)) is not None:
        return decided(check, found)
    holds = figures.COMPARISONS[OPERATORS[key]](value, limit)
    share = reached(value, limit) if key == "at_least" else NO_SHARE
    return decided(check, holds, share, value, limit)


def coverage(check, given, facts):
    whole, part = facts.figure(given["to"]), facts.figure(given["of"])
    if isinstance(whole, Figure) and whole.exact and whole.low == 0:
        return without_divisor(check, given["to"], facts)
    if (found := special(whole, part)) is not None:
        return decided(check, found)
    holds = figures.at_least(part, whole)
    if holds is True and not may_divide(whole) and given["when_zero"] != MET:
        return waiting(whole)
    return decided(check, holds, reached(part, whole), part, whole)


def may_divide(whole):
    return whole.low is not None and (whole.low > 0 or (whole.low == 0 and whole.low_open))


def ratio(check, given, facts):
    whole, part = facts.figure(given["to"]), facts.figure(given["of"])
    if isinstance(whole, Figure) and whole.exact and whole.low == 0:
        return without_divisor(check, given["to"], facts)
    if (found := special(whole, part)) is not None:
        return decided(check, found)
    return limited(check, figures.divided(part, whole), given, facts)


def threshold(check, given, facts):
    return limited(check, facts.figure(given["value"]), given, facts)


def total(check, given, facts):
    parts = [facts.figure(part) for part in given["parts"]]
    whole = facts.figure(given["total"])
    if UNKNOWN in parts:
        return waiting(*parts, whole)
    if (found := special(*parts, whole)) is not None:
        return decided(check, found)
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
    return waiting(*states) if UNKNOWN in states else settled(MET)


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
        share = Figure(Fraction(sure, len(elements)), Fraction(at_most, len(elements)))
        return short(check, share, *(plan if UNKNOWN in plan else elements))
    if UNKNOWN in plan:
        return waiting(*plan)
    return waiting(*elements) if UNKNOWN in elements else settled(MET)


def rows(check, given, facts):
    table = facts.table(given["table"])
    if table == UNKNOWN:
        return waiting(table)
    kept = failed = open_rows = 0
    names = set()
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
            names |= unknown(where if where == UNKNOWN else each).names
        elif each:
            kept += 1
        else:
            failed += 1
    if kept + failed + open_rows == 0:
        return without_divisor(check, given["table"], facts)
    count = kept + failed + open_rows
    names = names - {given["table"]} or names
    share = Figure(Fraction(kept, count), Fraction(kept + open_rows, count), names=names)
    judgement = limited(check, share, given, facts)
    if kept + failed == 0 and not (judgement[0] == given["when_zero"] == MET):
        return waiting(share)  # There may be no row at all.
    return judgement


def rule(check, given, facts):
    value = facts.value(check["expr"])
    if not isinstance(value, Figure):
        return decided(check, value)
    if not value.exact:
        return waiting(value)
    if value.low < 0 or value.low > 1:
        return settled(ERROR)
    return decided(check, value.low == 1, value)


def timeliness(check, given, facts):
    done, event = facts.moment(given["done"]), None
    if "by" in given:
        due = facts.due(given["by"])
    else:
        event = facts.moment(given["after"])
        due = event if event == UNKNOWN else moments.due_after(
            event, given["within"], facts.calendar)
    if due == UNKNOWN:
        return waiting(done, due)
    if done == UNKNOWN:
        past = given.get("not_done") == UNMET and facts.as_of > due.last_day
        return settled(UNMET) if past else waiting(done)
    in_time = done.in_time(due)
    if in_time is not None:
        return decided(check, in_time)
    names = [given[key] for key in ("done", "by", "after") if key in given]
    return waiting(Unknown(name for name in names if facts.is_day(name)))


def trend(check, given, facts):
    value, before = facts.figure(given["value"]), facts.figure(earlier(given))
    by = facts.figure(given["by"]) if "by" in given else None
    if isinstance(before, Figure) and "when_zero" in given and before.exact and before.low == 0:
        return without_divisor(check, earlier(given), facts)
    if (found := special(value, before, by)) is not None:
        return decided(check, found)
    holds = changed(given["change"], value, before, by)
    if "when_zero" in given and not may_divide(before):
        either_way = {True: MET, False: UNMET}.get(holds)
        return settled(either_way) if either_way == given["when_zero"] else waiting(value, before)
    return decided(check, holds)


def changed(change, value, before, by):
    if by is None:
        sign = {"rises": ">", "falls": "<", "does_not_rise": "<=", "does_not_fall": ">="}[change]
        return figures.COMPARISONS[sign](value, before)
    one = figures.exactly(1)
    upwards = change in ("rises", "does_not_rise")
    factor = figures.added(one, by) if upwards else figures.subtracted(one, by)
    sign = ">=" if change in ("rises", "does_not_fall") else "<="
    return figures.COMPARISONS[sign](value, figures.multiplied(before, factor))


def earlier(given):
    """What the value is compared with: where nothing is named, the same over `previous.X`."""
    if "previous" in given:
        return given["previous"]
    return re.sub(r"[a-z_]+(?:\.[a-z_]+)+", lambda name: "previous." + name[0], given["value"])


def rubric(check, given, facts):
    level = facts.known(given["of"], facts.answers)
    if level == UNKNOWN:
        return waiting(level)
    share = figures.number(given["levels"][level])
    return decided(check, share == 1, figures.exactly(share))


KINDS = {
    "coverage": coverage, "plan-quality": plan_quality, "presence": presence, "ratio": ratio,
    "rows": rows, "rubric": rubric, "rule": rule, "sum": total, "supplied": supplied,
    "threshold": threshold, "timeliness": timeliness, "trend": trend,
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


ORDER = (
    "done", "after", "plan", "elements", "figures", "table", "value", "parts", "of", "to",
    "total", "previous", "by", "each", "where", *OPERATORS)


def parameters(check):
    """What a check reads, as trees, in the order of its kind's parameters."""
    if "expr" in check:
        return [expressions.parsed(check["expr"])]
    given = check["with"]
    texts = [text for key in ORDER if key in given for text in listed(given[key])]
    if check["kind"] == "trend" and "previous" not in given:
        texts.insert(1, earlier(given))
    return [expressions.parsed(text) for text in texts if not written_out(text)]


def written_out(text):
    """Whether a parameter is a number or a day rather than an expression."""
    return figures.is_number(text) or bool(re.fullmatch(r"[0-9]+[-/][0-9]+[-/][0-9]+", text))


def reads(check, indicators):
    """The indicators a check is judged by, in the order they are written; not its condition's."""
    names = [name for tree in parameters(check) for name in expressions.names(tree)]
    return [
        name for name in dict.fromkeys(names) if name.removeprefix("previous.") in indicators]
