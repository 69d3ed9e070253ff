"""The pack, compiled, and the verdict on each of its checks."""
import functools
import os
from typing import NamedTuple

import rules
from deadlines import Calendar
from figures import Known, flat
from reading import day, load, number, spans
from rules import NAME, OPEN, listed

MET, PARTIAL, UNMET = "met", "partial", "unmet"
NOT_APPLICABLE, UNANSWERED, ERROR = "not_applicable", "unanswered", "error"
VERDICTS = (MET, PARTIAL, UNMET, NOT_APPLICABLE, UNANSWERED, ERROR)
PARAMETERS = ("done", "after", "plan", "elements", "figures", "value", "parts", "of", "to", "total",
              "previous", "by", *rules.RELATIONS)
NO_CASE = "Đơn vị không thuộc trường hợp phải áp dụng mục này"
NOTHING = "Số liệu dùng để so sánh là 0"


class Judgement(NamedTuple):
    verdict: str
    credit: float = 0.0
    waits: tuple = ()
    note: str = None  # why it does not apply


IS_MET, IS_UNMET = Judgement(MET, 1.0), Judgement(UNMET)


def waiting(names):
    return Judgement(UNANSWERED, waits=tuple(names))


class Check:
    """One check, with its rule compiled by `expression`: rules.Compiled or rules.Parsed."""

    def __init__(self, read, expression, indicators):
        self.id, self.kind, self.read = read["id"], read["kind"], read
        self.given = read.get("with", {})
        self.points = number(read["points"])
        self.linear = read.get("partial") == "linear"
        self.within = read["remedy"].get("within")
        self.rule = self.comparison(expression) if rules.asked(read) else None
        self.when = rules.condition(expression, read["when"]) if "when" in read else None
        ids = dict.fromkeys(id for text in self.texts() for id in NAME.findall(text))
        self.names = [flat(id) for id in ids if id.removeprefix("previous.") in indicators]
        self.wanted = frozenset(self.names)
        self.targets = [id.removeprefix("target.") for id in ids if id.startswith("target.")]
        of_kind = {"timeliness": timely, "presence": present, "supplied": supplied,
                   "plan-quality": planned}
        self.judge = of_kind.get(self.kind, compared)

    def comparison(self, expression):
        text, divisor = rules.asked(self.read)
        if self.kind == "rule":
            self.whole = expression(text)
            return rules.condition(expression, text)
        found = rules.Comparison(expression, text, divisor)
        self.whole = found.whole
        return found

    def texts(self):
        """The parameters that may name answers."""
        if self.kind == "rule":
            return [self.read["expr"]]
        given = dict(self.given)
        if self.kind == "trend":
            given["previous"] = rules.previous(given)
        return [str(text) for key in PARAMETERS if key in given for text in listed(given[key])]

    def indicator(self, key):
        return [flat(id) for id in listed(self.given.get(key, []))]


# Kinds


def compared(check, known, as_of):
    """What the rule gives: true, false, a share, or a verdict where there is nothing to divide by."""
    if check.whole.wanted <= known.variables.keys():
        value, waits = check.whole.exactly(known), ()
    else:
        value, waits = check.rule.value(known)
    if value is OPEN:
        return waiting(name for name in check.names if name in waits)
    if isinstance(value, float) and value > 0:
        return Judgement(PARTIAL, value)
    if value == NOT_APPLICABLE:
        return Judgement(NOT_APPLICABLE, note=NOTHING)
    if value == UNANSWERED:
        return waiting(name for name in check.whole.names if name in check.rule.divisor)
    return IS_MET if value else IS_UNMET


def states(names, known):
    """Whether each is there: None where nothing is said."""
    answers = [known.answer(name) for name in names]
    return [answer if answer in (None, False) else True for answer in answers]


def unsaid(names, found):
    return waiting(name for name, state in zip(names, found) if state is None)


def present(check, known, as_of):
    found = states(check.names, known)
    if False in found:
        return IS_UNMET
    return unsaid(check.names, found) if None in found else IS_MET


def supplied(check, known, as_of):
    there = sum(known.answered(name) for name in check.names)
    if there == len(check.names):
        return IS_MET
    share = there / len(check.names) if check.linear else 0.0
    return Judgement(PARTIAL, share) if share > 0 else IS_UNMET


def planned(check, known, as_of):
    plan, elements = check.indicator("plan"), check.indicator("elements")
    plans, found = states(plan, known), states(elements, known)
    if False in plans or False in found and not check.linear:
        return IS_UNMET
    if None in plans:
        return unsaid(plan, plans)
    if None in found:
        return unsaid(elements, found)
    credit = sum(found) / len(found)
    return IS_MET if credit == 1 else Judgement(PARTIAL, credit) if credit > 0 else IS_UNMET


def timely(check, known, as_of):
    done, due = known.others.get(check.indicator("done")[0]), due_day(check, known)
    if due is None or done is None:
        late = check.given.get("not_done") == "unmet" and due is not None and as_of > due
        return IS_UNMET if late else waiting(
            name for name in check.names if name not in known.others)
    return IS_MET if done <= due else IS_UNMET


def due_day(check, known):
    if "by" in check.given:
        by = check.given["by"]
        return known.others.get(flat(by)) if isinstance(by, str) and NAME.fullmatch(by) else day(by)
    event = known.others.get(flat(check.given["after"]))
    return event and check.calendar.due(check.given["within"], event).on


# The pack


class Pack:
    def __init__(self, folder, expression):
        library = os.path.dirname(os.path.abspath(folder))
        self.top = load(os.path.join(folder, "checklist.yaml"))
        uses = self.top["uses"]

        def used(kind):
            files = [load(os.path.join(library, kind, f"{name}.yaml")) for name in uses[kind]]
            return {row["id"]: row for file in files for row in file[kind]}

        self.calendar = Calendar(load(os.path.join(library, "calendars", f"{uses['calendar']}.yaml")))
        self.indicators, self.citations = used("indicators"), used("citations")
        self.targets = used("targets")
        self.areas = []
        for file in self.top["include"]:
            read = load(os.path.join(folder, file))
            checks = [Check(check, expression, self.indicators) for check in read["checks"]]
            self.areas.append((read["area"]["id"], number(read["area"]["weight"]), checks))
        self.checks = [check for _, _, checks in self.areas for check in checks]
        for check in self.checks:
            check.calendar = self.calendar
        self.standing = functools.cache(self.stands)

    def stands(self, first, last, classes):
        """For a period and classes of unit the checks that do not apply, and the levels of targets."""
        levels = {id: self.level(target, last, classes) for id, target in self.targets.items()}
        notes = {}
        for check in self.checks:
            if note := self.left_out(check, first, last, levels):
                notes[check.id] = Judgement(NOT_APPLICABLE, note=note)
        variables = {f"target_{id}": level for id, level in levels.items() if level is not None}
        variables["unit_classes"] = list(classes)
        return notes, variables

    def level(self, target, last, classes):
        """What holds on the last day for the first class that has a level of its own."""
        for unit_class in [*classes, None]:
            for value in target["values"]:
                if value.get("class") == unit_class and spans(value, last, last):
                    return number(value["value"])
        return None

    def left_out(self, check, first, last, levels):
        effective = check.read.get("effective")
        if effective and not spans(effective, first, last):
            word, at = ("từ", effective["from"]) if day(effective.get("from", last)) > last else (
                "đến", effective["to"])
            return f"Mục này áp dụng {word} ngày {day(at):%d/%m/%Y}"
        if check.read["class"] in ("duty", "target", "criterion"):
            cited = [self.citations[id.split("/")[0]] for id in check.read["cites"]]
            if not any(spans(document.get("in_force", {}), first, last) for document in cited):
                numbers = ", ".join(dict.fromkeys(str(document["number"]) for document in cited))
                return f"Văn bản làm căn cứ ({numbers}) không có hiệu lực trong kỳ được kiểm tra"
        for id in check.targets:
            if levels[id] is None:
                return (f'Chưa có mức chỉ tiêu "{self.targets[id]["title"]["vi"]}" cho kỳ này'
                        " và loại đơn vị này")
        return None

    def read(self, submission):
        """What a submission says, and the checks that do not apply in its period."""
        first, last = period(submission)
        classes = tuple(submission["unit"].get("classes", ()))
        notes, variables = self.standing(first, last, classes)
        known = Known(variables)
        known.read(submission["answers"], self.indicators)
        earlier = [row for row in submission.get("earlier", ()) if period(row)[1] < first]
        if earlier:
            before = max(earlier, key=lambda row: period(row)[1])
            known.read(before["answers"], self.indicators, "previous.")
        return known, notes


def period(given):
    return day(given["period"]["from"]), day(given["period"]["to"])


def judged(check, known, notes, as_of):
    if check.id in notes:
        return notes[check.id]
    if check.when:
        value, waits = check.when.value(known)
        if value is OPEN:
            return waiting(waits)
        if value is False:
            return Judgement(NOT_APPLICABLE, note=NO_CASE)
    try:
        return check.judge(check, known, as_of)
    except (TypeError, ValueError):
        return Judgement(ERROR)
