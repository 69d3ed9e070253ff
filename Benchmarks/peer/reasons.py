"""Why a verdict is what it is, in Vietnamese."""
import itertools
import math

from deadlines import shown as shown_day
from figures import flat
from reading import number
from rules import NAME, Compiled, limit_word, previous
from verdicts import MET, NOT_APPLICABLE, UNANSWERED, due_day

LIMITS = {"at_least": "ít nhất", "above": "trên", "at_most": "không quá", "below": "dưới"}
TOTALS = {"equal": "phải bằng", "at_most": "không được quá", "at_least": "không được ít hơn"}
CHANGES = {"rises": "tăng", "falls": "giảm", "does_not_rise": "không tăng",
           "does_not_fall": "không giảm"}
WORDS = {"at_least": "ít nhất", "over": "trên", "at_most": "không quá", "under": "dưới",
         "about": "khoảng"}


def plain(value, places=6):
    """1.352,96 as it is written in Vietnam."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    whole, _, decimals = f"{value:,.{places}f}".rstrip("0").partition(".")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


def percent(value):
    return plain(100 * value, 2) + "%"


def amount(value, kind):
    if isinstance(value, bool):
        return "có" if value else "không"
    if kind == "percent":
        return percent(value)
    return plain(value) + " đồng" if kind == "money" else plain(value)


class Reasons:
    def __init__(self, pack):
        self.pack = pack
        self.titles, self.kinds = {}, {}
        for id, indicator in pack.indicators.items():
            title, kind = indicator["title"]["vi"], indicator["type"]
            self.titles[flat(id)], self.kinds[flat(id)] = title, kind
            self.titles[flat("previous." + id)] = title + " (kỳ trước)"
            self.kinds[flat("previous." + id)] = kind
        self.expressions = {}
        self.of_kind = {
            "rule": self.rule, "coverage": self.coverage, "ratio": self.ratio,
            "threshold": self.threshold, "sum": self.sum, "trend": self.trend,
            "presence": self.presence, "supplied": self.supplied, "plan-quality": self.plan,
            "timeliness": self.timeliness}

    def text(self, check, judgement, known):
        if judgement.verdict == NOT_APPLICABLE:
            return judgement.note
        if judgement.verdict == UNANSWERED:
            return self.open(judgement.waits, known)
        return self.of_kind[check.kind](check, judgement.verdict, known)

    def open(self, waits, known):
        missing = [self.missing(name, known) for name in waits if not known.answered(name)]
        inexact = [self.titles[name] for name in waits if known.answered(name)]
        parts = [("Thiếu: ", missing), ("Số liệu chưa đủ chính xác để kết luận: ", inexact)]
        return ". ".join(word + "; ".join(names) for word, names in parts if names)

    def missing(self, name, known):
        given = known.missing.get(name)
        return f"{self.titles[name]} ({given['vi']})" if given else self.titles[name]

    # Figures

    def figure(self, name, known):
        if name in known.qualified:
            word, value = known.qualified[name]
            return f"{WORDS[word]} {amount(value, self.kinds[name])}"
        value = known.answer(name)
        if isinstance(value, (bool, float)):
            return amount(value, self.kinds[name])
        return "có"

    def span(self, text, known):
        """Least and greatest value of a parameter, and how it is shown."""
        if (read := number(text)) is not None:
            return read, read, str(text)
        if NAME.fullmatch(text):
            name = flat(text)
            if text.startswith("target."):
                return known.variables[name], known.variables[name], percent(known.variables[name])
            if name in known.ranges:
                return *known.ranges[name], self.figure(name, known)
            value = known.variables[name]
            return value, value, amount(value, self.kinds[name])
        low, high = self.ends(text, known)
        return low, high, between(low, high, plain, self.over(text, known))

    def ends(self, text, known):
        if text not in self.expressions:
            self.expressions[text] = Compiled(text)
        expression = self.expressions[text]
        inexact = [name for name in expression.names if name in known.ranges]
        values = expression.given(known)
        found = []
        for corner in itertools.product(*(known.ranges[name] for name in inexact)):
            found.append(expression.at({**values, **dict(zip(inexact, corner))}))
        return min(found), max(found)

    def over(self, text, known):
        """Whether a figure in it is known as "over" a number."""
        names = map(flat, NAME.findall(str(text)))
        return any(known.qualified.get(name, ("",))[0] == "over" for name in names)

    # Kinds

    def rule(self, check, verdict, known):
        word = "Đúng quy tắc" if verdict == MET else "Không đúng quy tắc"
        given = "; ".join(f"{self.titles[name]} = {self.figure(name, known)}"
                          for name in check.names if known.answered(name))
        return f"{word}: {given}"

    def coverage(self, check, verdict, known):
        return f"{self.span(check.given['of'], known)[2]}/{self.span(check.given['to'], known)[2]}"

    def limit(self, check, known):
        word = limit_word(check.given)
        return f"yêu cầu {LIMITS[word]} {self.span(check.given[word], known)[2]}"

    def ratio(self, check, verdict, known):
        part, whole = self.span(check.given["of"], known), self.span(check.given["to"], known)
        limit = self.limit(check, known)
        share = between(
            part[0] / whole[1], part[1] / whole[0] if whole[0] else math.inf,
            percent if limit.endswith("%") else plain, self.over(check.given["of"], known))
        return f"{part[2]}/{whole[2]} ({share}), {limit}"

    def threshold(self, check, verdict, known):
        return f"{self.span(check.given['value'], known)[2]}, {self.limit(check, known)}"

    def sum(self, check, verdict, known):
        parts = [self.span(part, known) for part in check.given["parts"]]
        over = any(self.over(part, known) for part in check.given["parts"])
        total = between(sum(part[0] for part in parts), sum(part[1] for part in parts), plain, over)
        whole = self.span(check.given["total"], known)[2]
        relation = TOTALS[check.given.get("relation", "equal")]
        return f"{' + '.join(part[2] for part in parts)} = {total}, {relation} {whole}"

    def trend(self, check, verdict, known):
        value = self.span(check.given["value"], known)
        before = self.span(previous(check.given), known)
        change = ""
        if value[0] == value[1] and before[0] == before[1] != 0:
            change = f" (thay đổi {percent(value[0] / before[0] - 1)})"
        by = f" ít nhất {check.given['by']}" if "by" in check.given else ""
        return (f"{value[2]}, kỳ trước {before[2]}{change}, yêu cầu"
                f" {CHANGES[check.given['change']]}{by}")

    def presence(self, check, verdict, known):
        named = [name for name in check.names if verdict == MET or known.answer(name) is False]
        return "; ".join(f"{self.titles[name]}: {self.figure(name, known)}" for name in named)

    def supplied(self, check, verdict, known):
        wanting = [self.titles[name] for name in check.names if not known.answered(name)]
        if not wanting:
            return "Đã có đủ số liệu"
        return f"Còn thiếu {len(wanting)}/{len(check.names)} số liệu: {'; '.join(wanting)}"

    def plan(self, check, verdict, known):
        if verdict == MET:
            return "Kế hoạch có đủ các yếu tố"
        for key, words in (("plan", "Không có kế hoạch"), ("elements", "Kế hoạch thiếu")):
            wanting = [self.titles[name] for name in check.indicator(key)
                       if known.answer(name) is False]
            if wanting:
                return f"{words}: {'; '.join(wanting)}"
        return None

    def timeliness(self, check, verdict, known):
        name = check.indicator("done")[0]
        done, due, title = known.others.get(name), due_day(check, known), self.titles[name]
        within = check.given.get("within", "working days")
        counted = ""
        if "after" in check.given:
            event = known.others[flat(check.given["after"])]
            counted = f" ({check.calendar.due(within, event).basis})"
        if done is None:
            return f"{title}: chưa thực hiện, đã quá hạn {shown_day(due)}{counted}"
        state = "đúng hạn"
        if done > due and within.endswith("working days"):
            state = f"muộn {check.calendar.worked(due, done)} ngày làm việc"
        elif done > due:
            state = f"muộn {(done - due).days} ngày"
        return f"{title}: {shown_day(done)}, hạn {shown_day(due)}{counted}: {state}"


def between(low, high, show, over=False):
    if low == high:
        return show(low)
    if high == math.inf:
        return f"{'trên' if over else 'ít nhất'} {show(low)}"
    return f"không quá {show(high)}" if low == -math.inf else f"{show(low)} đến {show(high)}"
