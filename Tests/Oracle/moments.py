"""When something happened and when it was due: kind timeliness, "Kinds" of ChecklistFormat.md.

Moments are minutes since 1970-01-01 00:00; of a day alone any of its minutes may be the one.
"""

import re
from datetime import date, timedelta

import deadlines
from deadlines import day

EPOCH = date(1970, 1, 1)
DAY = 1440


class Moment:
    """A minute, or one of all minutes from `earliest` to `latest`."""

    def __init__(self, earliest, latest):
        self.earliest, self.latest = earliest, latest

    @classmethod
    def read(cls, text):
        """`2024-10-31`, `14:30 31/10/2024` or `2024-10-31 14:30`."""
        clock = re.search(r"\b(\d\d):(\d\d)\b", text)
        if not clock:
            return cls.whole(day(text))
        on = day(text.replace(clock[0], "").strip())
        minute = first_minute(on) + int(clock[1]) * 60 + int(clock[2])
        return cls(minute, minute)

    @classmethod
    def whole(cls, on):
        return cls(first_minute(on), first_minute(on) + DAY - 1)

    @property
    def first_day(self):
        return EPOCH + timedelta(days=self.earliest // DAY)

    @property
    def last_day(self):
        return EPOCH + timedelta(days=self.latest // DAY)

    def in_time(self, due):
        """Whether no later than `due`: None where some minutes say yes and others no."""
        if self.latest <= due.earliest:
            return True
        return False if self.earliest > due.latest else None


def first_minute(on):
    return (on - EPOCH).days * DAY


def end_of(on):
    last = first_minute(on) + DAY - 1
    return Moment(last, last)


def due_after(event, within, calendar):
    """The last minute in time, of a limit that runs from an event."""
    if found := re.fullmatch(r"([0-9]+) (hours?|giờ)", within):
        minutes = int(found[1]) * 60
        return Moment(event.earliest + minutes, event.latest + minutes)
    return end_of(deadlines.due(within, event.first_day, calendar).on)
