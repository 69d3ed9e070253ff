"""Deadlines on the working calendar: ChecklistFormat.md, "Deadlines" and "The calendar"."""

import re
from datetime import date, timedelta

DAY = timedelta(days=1)


def day(text):
    """`2024-11-10` or `10/11/2024`."""
    if "/" in text:
        of_month, month, year = text.split("/")
        return date(int(year), int(month), int(of_month))
    return date.fromisoformat(text)


class Calendar:
    def __init__(self, off, working, verified, unconfirmed, rounds=()):
        self.rounds = rounds  # (day, month, confirmed)
        self.off, self.make_up = set(off), set(working)
        self.verified, self.unconfirmed = verified, set(unconfirmed)

    @classmethod
    def read(cls, path):
        """The rows of a calendar file, each on a line of its own."""
        rows = {"off": [], "working": []}
        unconfirmed, verified, part = [], None, None
        for line in open(path, encoding="utf-8"):
            if found := re.match(r"(off|working):", line):
                part = found[1]
            elif found := re.match(r"verified: \{ from: (\S+), to: (\S+) \}", line):
                verified = (day(found[1]), day(found[2]))
            elif found := re.match(r"\s*- \{ date: ([0-9-]+),.*confirmed: (true|false)", line):
                rows[part].append(day(found[1]))
                if found[2] == "false":
                    unconfirmed.append(day(found[1]))
        return cls(rows["off"], rows["working"], verified, unconfirmed)

    def with_rounds(self, rounds):
        """The same days with budget rounds of its own."""
        listed = [
            (*map(int, entry["day"].split("/")), entry["confirmed"]) for entry in rounds]
        return Calendar(self.off, self.make_up, self.verified, self.unconfirmed, listed)

    def next_round(self, after):
        """The first day of a round after a day, and whether the round is confirmed."""
        days = [
            (date(year, month, of_month), confirmed) for of_month, month, confirmed in self.rounds
            for year in (after.year, after.year + 1)]
        first = min(at for at, _ in days if at > after)
        return first, next(confirmed for at, confirmed in days if at == first)

    def works(self, at):
        return at in self.make_up or (at.weekday() < 5 and at not in self.off)

    def sure(self, at):
        return self.verified[0] <= at <= self.verified[1] and at not in self.unconfirmed

    def sure_throughout(self, first, last):
        return all(self.sure(first + n * DAY) for n in range((last - first).days + 1))

    def next_working(self, at):
        while not self.works(at):
            at += DAY
        return at

    def last_working(self, at):
        while not self.works(at):
            at -= DAY
        return at


class Due:
    def __init__(self, on, send_by, provisional):
        self.on, self.send_by, self.provisional = on, send_by, provisional


def due(within, start, calendar):
    """The day on whose end a time limit counted from `start` runs out.

    It is provisional where a later notice about the days it hangs on could move it.
    """
    found = re.fullmatch(r"([0-9]+) (days?|ngày|working days?|ngày làm việc|hours?|giờ)", within)
    if not found:
        on, confirmed = fixed_day(within, start, calendar)
        send_by = calendar.last_working(on)
        return Due(on, send_by, not confirmed or not calendar.sure_throughout(send_by, on))
    count, unit = int(found[1]), found[2]
    if unit in ("hour", "hours", "giờ"):
        on = start + -(-count // 24) * DAY
        return Due(on, on, False)
    if unit in ("day", "days", "ngày"):
        first = start + count * DAY
        on = calendar.next_working(first)
    else:
        first = on = start + DAY
        while count := count - calendar.works(on):
            on += DAY
    return Due(on, on, not calendar.sure_throughout(first, on))


def fixed_day(within, start, calendar):
    """The day, and whether what names it is confirmed."""
    if within in ("next budget round", "kỳ dự toán tới"):
        return calendar.next_round(start)
    return named_day(within, start), True


def named_day(within, start):
    if found := re.fullmatch(r"(by|chậm nhất|before|trước ngày) (\S+)", within):
        on = day(found[2])
        return on - DAY if found[1] in ("before", "trước ngày") else on
    if within in ("end of quarter", "cuối quý"):
        on = quarter_end(start)
        return quarter_end(start + DAY) if on == start else on
    raise ValueError(f"no time limit: {within!r}")


def canonical(within):
    """A time limit as records hold it: in English, days as 2024-11-10."""
    if found := re.fullmatch(r"([0-9]+) (days|ngày|working days|ngày làm việc|hours|giờ)", within):
        count = int(found[1])
        unit = {"ngày": "days", "ngày làm việc": "working days", "giờ": "hours"}.get(
            found[2], found[2])
        return f"{count} {unit if count != 1 else unit[:-1]}"
    if found := re.fullmatch(r"(by|chậm nhất|before|trước ngày) (\S+)", within):
        return f"{'before' if found[1] in ('before', 'trước ngày') else 'by'} {day(found[2])}"
    if within in ("next budget round", "kỳ dự toán tới"):
        return "next budget round"
    return "end of quarter"


def quarter_end(at):
    month = (at.month + 2) // 3 * 3
    return (date(at.year + month // 12, month % 12 + 1, 1)) - DAY
