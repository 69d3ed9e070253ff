"""Due days on the working calendar, and how they were counted."""
import datetime
import functools
from typing import NamedTuple

DAY = datetime.timedelta(days=1)
WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]


def shown(at):
    return at.strftime("%d/%m/%Y")


class Due(NamedTuple):
    on: datetime.date
    send_by: datetime.date
    provisional: bool
    basis: str


class Calendar:
    def __init__(self, read):
        self.off = {row["date"]: row["name"]["vi"] for row in read["off"]}
        self.make_up = {row["date"] for row in read["working"]}
        self.unconfirmed = {
            row["date"] for row in read["off"] + read["working"] if not row["confirmed"]}
        self.first, self.last = read["verified"]["from"], read["verified"]["to"]
        self.due = functools.cache(self.counted)

    def works(self, at):
        return at in self.make_up or (at.weekday() < 5 and at not in self.off)

    def worked(self, after, last):
        """The working days from the day after one to another."""
        return sum(self.works(after + n * DAY) for n in range(1, (last - after).days + 1))

    def provisional(self, first, last):
        """Whether a later notice may change some day."""
        days = (first + n * DAY for n in range((last - first).days + 1))
        return any(not self.first <= at <= self.last or at in self.unconfirmed for at in days)

    def counted(self, within, start):
        """When a time limit from a day runs out: `due` remembers it."""
        if within == "end of quarter":
            return self.quarter(start)
        count, unit = within.split(" ", 1)
        if unit == "days":
            return self.days(int(count), start)
        if unit == "working days":
            return self.working_days(int(count), start)
        on = start + -(-int(count) // 24) * DAY
        return Due(on, on, False, f"{count} giờ kể từ ngày {shown(start)}, tính liên tục cả ngày nghỉ")

    def days(self, count, start):
        first = on = start + count * DAY
        while not self.works(on):
            on += DAY
        basis = f"{count} ngày tính từ ngày liền sau {shown(start)}"
        if on != first:
            name = self.off.get(first, WEEKDAYS[first.weekday()])
            basis += (f", hết ngày {shown(first)} là ngày nghỉ ({name}) nên chuyển sang ngày làm việc"
                      f" kế tiếp {shown(on)}")
        return Due(on, on, self.provisional(first, on), basis)

    def working_days(self, count, start):
        on, left, passed = start, count, []
        while left:
            on += DAY
            if self.works(on):
                left -= 1
            elif on.weekday() < 5:
                passed.append(self.off[on])
        basis = (f"{count} ngày làm việc tính từ ngày liền sau {shown(start)}, bỏ qua thứ Bảy, Chủ nhật"
                 " và ngày nghỉ lễ")
        if passed:
            basis += f" ({', '.join(passed)})"
        return Due(on, on, self.provisional(start + DAY, on), basis)

    def quarter(self, start):
        on = quarter_end(start)
        if on == start:
            on = quarter_end(start + DAY)
        send_by = on
        while not self.works(send_by):
            send_by -= DAY
        return Due(
            on, send_by, self.provisional(send_by, on), f"cuối quý, tức là hết ngày {shown(on)}")


def quarter_end(at):
    month = (at.month + 2) // 3 * 3
    return datetime.date(at.year + month // 12, month % 12 + 1, 1) - DAY
