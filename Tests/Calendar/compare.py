#!/usr/bin/env python3
"""Compares Checklists/calendars/vietnam.yaml with the Python package `holidays`, day by day.

    python3 -m venv venv && venv/bin/pip install holidays==0.109
    venv/bin/python Tests/Calendar/compare.py

Every day of 2019 to 2027 must be off, worked or ordinary on both sides, and every day off must have
the same name, except for the days of EXPECTED, each with the reason and source for which ours is
right. An expected difference that is gone is a fault too: the list then says what is no longer so.
Also checked of our own file: a source on every row, exchanged days in pairs, and `confirmed: false`
on whatever has no official notice. Prints all differences; ends with 1 if one is not expected.
"""

import argparse
import re
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)

# Of days that differ: what ours says, and why it is right.
EXPECTED = {
    date(2026, 1, 2): (
        "off", "Công văn 12729/VPCP-KGVX of 25/12/2025 exchanges it for Saturday 10/01/2026, as the "
        "press reports; decided after the package's list of 2026, and unconfirmed with us"),
    date(2026, 1, 10): (
        "worked", "Công văn 12729/VPCP-KGVX of 25/12/2025: worked in exchange for 02/01/2026"),
}

# The years for which no official notice is known: every row is computed.
WITHOUT_NOTICE = {2027}

OUR_NAME = {
    "New Year's Day": "New Year's Day",
    "29 of Lunar New Year": "Lunar New Year holiday (29th of the last month)",
    "Lunar New Year's Eve": "Lunar New Year's Eve",
    "Lunar New Year": "Lunar New Year",
    "Second Day of Lunar New Year": "Second day of Lunar New Year",
    "Third Day of Lunar New Year": "Third day of Lunar New Year",
    "Fourth Day of Lunar New Year": "Fourth day of Lunar New Year",
    "Fifth Day of Lunar New Year": "Fifth day of Lunar New Year",
    "Hung Kings' Commemoration Day": "Hung Kings' Commemoration Day",
    "Liberation Day/Reunification Day": "Reunification Day",
    "International Labor Day": "International Labour Day",
    "National Day": "National Day",
    "Vietnam Cultural Day": "Vietnam Culture Day",
}
ROW = re.compile(
    r'\s*- \{ date: (?P<date>\d{4}-\d\d-\d\d), name: \{ vi: "(?P<vi>[^"]+)", en: "(?P<en>[^"]+)" \}, '
    r'source: "(?P<source>[^"]+)", confirmed: (?P<confirmed>true|false) \}\s*$')
EXCHANGED = re.compile(r"in exchange for (?:working on )?(\d\d)/(\d\d)/(\d{4})$")


def main():
    parser = argparse.ArgumentParser(description="Compares the calendar with the package holidays.")
    parser.add_argument("--calendar", type=Path, default=ROOT / "Checklists/calendars/vietnam.yaml")
    path = parser.parse_args().calendar
    try:
        import holidays
    except ImportError:
        sys.exit("the package is missing: pip install holidays==0.109")
    ours, faults = read(path)
    theirs = package(holidays)
    expected, unexpected = differences(ours, theirs)
    faults += own_faults(ours)
    days = (LAST - FIRST).days + 1
    print(f"{days} days, {FIRST} to {LAST}, against holidays {holidays.__version__}: "
          f"{len(ours['off'])} days off and {len(ours['working'])} worked in exchange; "
          f"{len(expected)} differences expected, {len(unexpected)} not; {len(faults)} faults")
    for line in expected:
        print("  expected:", line)
    for line in unexpected + faults:
        print("  WRONG:", line)
    sys.exit(1 if unexpected or faults else 0)


def read(path):
    """The rows off and worked by date, and what is wrong with their lines."""
    rows, faults, part = {"off": {}, "working": {}}, [], None
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := re.match(r"(\w+):", line):
            part = found[1]
        if part not in rows or not line.lstrip().startswith("- "):
            continue
        found = ROW.match(line)
        if not found:
            faults.append(f"line {n} is no row with a date, name, source and confirmed: {line}")
            continue
        at = date.fromisoformat(found["date"])
        if at in rows["off"] or at in rows["working"]:
            faults.append(f"line {n}: {at} is listed twice")
        rows[part][at] = found.groupdict() | {"confirmed": found["confirmed"] == "true"}
    return rows, faults


def package(holidays):
    listed = holidays.country_holidays(
        "VN", years=range(FIRST.year, LAST.year + 1), language="en_US")
    names = {at: listed[at] for at in listed}
    worked = {at for at in listed.weekend_workdays if FIRST <= at <= LAST}
    return {"off": names, "working": worked}


def state(at, calendar):
    if at in calendar["off"]:
        return "off"
    return "worked" if at in calendar["working"] else "ordinary"


def differences(ours, theirs):
    expected, unexpected = [], []
    outside = [at for at in [*ours["off"], *ours["working"]] if not FIRST <= at <= LAST]
    unexpected += [f"{at}: outside the years compared" for at in outside]
    at = FIRST
    while at <= LAST:
        mine, other = state(at, ours), state(at, theirs)
        told = f"{at} {at:%A}: {mine} with us, {other} in the package"
        wanted, reason = EXPECTED.get(at, (other, ""))
        if at in EXPECTED and mine == other:
            unexpected.append(f"{at}: no longer differs; take it off EXPECTED")
        elif mine != wanted:
            unexpected.append(told)
        elif mine != other:
            expected.append(f"{told}: {reason}")
        elif mine == "off" and ours["off"][at]["en"] != our_name(theirs["off"][at], at):
            unexpected.append(
                f"{at}: {ours['off'][at]['en']!r} with us, {theirs['off'][at]!r} in the package")
        at += timedelta(days=1)
    return expected, unexpected


def our_name(name, at):
    """The package's English name of a day off in our words."""
    if found := re.fullmatch(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)", name):
        return f"Day off in exchange for working on {found[2]}/{found[1]}/{found[3]}"
    plain, observed = re.fullmatch(r"(.*?)( \(observed\))?", name).groups()
    # The package has one name for 2 September and the day next to it.
    if name == "National Day" and at.day != 2:
        return "Day next to National Day"
    return OUR_NAME.get(plain, plain) + (observed or "")


def own_faults(ours):
    faults = []
    for part, other in (("off", "working"), ("working", "off")):
        for at, row in ours[part].items():
            if row["confirmed"] and at.year in WITHOUT_NOTICE:
                faults.append(f"{at}: confirmed, though no notice of {at.year} is known")
            if part == "working" and at.weekday() < 5:
                faults.append(f"{at}: worked in exchange, yet a weekday")
            found = EXCHANGED.search(row["en"])
            if not found:
                if part == "working":
                    faults.append(f"{at}: does not say in exchange for which day")
                continue
            partner = date(int(found[3]), int(found[2]), int(found[1]))
            if FIRST <= partner and partner not in ours[other]:
                faults.append(f"{at}: in exchange for {partner}, which is not listed")
            if not row["vi"].endswith(partner.strftime("%d/%m/%Y")):
                faults.append(f"{at}: the two languages name different days")
            if partner in ours[other] and ours[other][partner]["confirmed"] != row["confirmed"]:
                faults.append(f"{at} and {partner}: only one of the two is confirmed")
    return faults


if __name__ == "__main__":
    main()
