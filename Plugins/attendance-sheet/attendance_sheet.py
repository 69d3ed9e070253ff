"""Checks the attendance sheet of a training class against the number of people claimed.

A person is a keyed hash, or else a position and a unit. Nothing of a cell is ever repeated in an
answer, since a list that should hold no names may hold them all the same.
"""
import json
import re
import sys
from datetime import date
from fractions import Fraction

from names import has_sure_name, may_be_name
from table import Refused, checked_width, fold, letter, rows

HEADERS = [  # the first that fits decides what a column is
    ("hash", ("ma bam", "bam", "hash", "ma nguoi", "ma hoc vien", "ma dinh danh")),
    ("name", ("ho ten", "ho va ten", "ho dem", "full name", "ten hoc vien", "ten nguoi")),
    ("unit", ("don vi", "co quan", "noi cong tac", "dia ban", "xa", "phuong", "thi tran", "thon",
              "to dan pho", "unit", "commune", "village")),
    ("position", ("chuc danh", "chuc vu", "vi tri", "cong viec", "nhiem vu", "position", "post")),
    ("date", ("ngay", "thoi gian", "date", "day")),
]
NAME_ALONE = ("ten", "ho", "name", "nguoi du", "nguoi tham du", "dai bieu")
KEEP = ("hãy giữ lại chức danh và đơn vị, hoặc mã băm có khóa, rồi nộp lại",
        "keep positions and units, or keyed hashes, and submit it again")
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")
HASH = re.compile(r"[0-9A-Za-z+/_=:-]{16,128}")
MOST_POSITIONS = 20


def kind_of(header):
    plain = f" {fold(header)} "
    for kind, phrases in HEADERS:
        if any(f" {phrase} " in plain for phrase in phrases):
            return kind
    return "name" if plain.strip() in NAME_ALONE else None


def day_in(text):
    """The one day that a text holds; None where it holds none, several, or one that never was."""
    found = {match.groups() for match in DAY.finditer(text)}
    if len(found) != 1:
        return None
    day, month, year, iso_year, iso_month, iso_day = found.pop()
    try:
        return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:
        return None


class Sheet:
    """A list read as far as its columns are told apart."""

    def __init__(self, file):
        found = rows(file)
        self.kinds, self.header_at = None, 0
        for at, (_, cells) in enumerate(found[:15]):
            kinds = [kind_of(cell) for cell in cells]
            if sum(kind is not None for kind in kinds) > 1 or len(cells) == 1 and kinds[0]:
                self.kinds, self.header_at = kinds, at
                break
        self.people = found[self.header_at + 1:] if self.kinds else found
        refuse_names(self.people, self.kinds or [])
        if self.kinds is None or not ("hash" in self.kinds or "position" in self.kinds):
            raise Refused(
                "không thấy cột chức danh và đơn vị, hoặc cột mã băm; hãy đặt tên cột ở dòng tiêu đề",
                "no columns of position and unit, or of a hash; name the columns in a header row")
        checked_width(self.people, self.kinds)
        title = " ".join(cell for _, cells in found[:self.header_at] for cell in cells)
        self.day = day_in(title)
        if self.day is None and "date" not in self.kinds:
            raise Refused(
                "danh sách không ghi ngày nên chưa biết có thuộc kỳ hay không; hãy thêm cột ngày",
                "the list carries no day, so that it may lie outside the period; add a column of days",
                verdict="unanswered")

    def cells(self, row, kind):
        return [cell for cell, its in zip(row, self.kinds) if its == kind and cell]

    def column(self, *kinds):
        for kind in kinds:
            if kind in self.kinds:
                return letter(self.kinds.index(kind))
        return None


class NamesFound(Exception):
    def __init__(self, places):
        super().__init__("names")
        self.places = places


def refuse_names(people, kinds):
    """Raises where a column is one of names, by its header or by what stands in it."""
    places = []
    for index in range(max((len(cells) for _, cells in people), default=0)):
        kind = kinds[index] if index < len(kinds) else None
        column = [(line, cells[index]) for line, cells in people
                  if index < len(cells) and cells[index]]
        if kind == "name":
            hits = [line for line, cell in column if not is_keyed(cell)]
        elif kind == "hash":
            hits = [line for line, cell in column if is_open_identity(cell)]
        else:
            hits = [line for line, cell in column if has_sure_name(cell)]
            may_be = [line for line, cell in column if may_be_name(cell)]
            if kind == "unit" and 2 * len(hits) <= len(column):
                hits = []  # a ward may bear a person's name
            elif kind is None and 2 * len(may_be) > len(column) and len(may_be) > 1:
                hits = may_be
        places += [(line, letter(index)) for line in hits]
    if places:
        raise NamesFound(sorted(places))


def is_keyed(cell):
    """Whether a cell has the form of a keyed hash; a number alone is some number of a person."""
    return (HASH.fullmatch(cell) is not None and any(mark.isdigit() for mark in cell)
            and any(mark.isalpha() for mark in cell))


def is_open_identity(cell):
    """Whether a cell that should hold a hash holds a name or a number of a person instead."""
    digits = [mark for mark in cell if mark.isdigit()]
    if len(digits) >= 8 and not any(mark.isalpha() for mark in cell):
        return True
    return may_be_name(cell)


class Count:
    """Who is counted, and which rows are not, and why."""

    def __init__(self, sheet, first, last):
        self.known, self.seen, self.again, self.outside, self.undated, self.blank = (
            set(), set(), [], [], [], [])
        for line, cells in sheet.people:
            person = person_of(sheet, cells)
            if person is None:
                self.blank.append((line, sheet.column("position", "hash")))
                continue
            written = sheet.cells(cells, "date")
            day = day_in(" ".join(written)) if written else sheet.day
            if day is None:
                self.undated.append((line, sheet.column("date")))
            elif not first <= day <= last:
                self.outside.append((line, sheet.column("date")))
            elif (person, day) in self.seen:
                self.again.append((line, sheet.column("hash", "position")))
            else:
                self.seen.add((person, day))
                self.known.add(person)

    def reason(self, claimed):
        people = "person" if len(self.known) == 1 else "different people"
        left_out = [
            (len(self.again), "trùng", "twice in it"),
            (len(self.outside), "có ngày ngoài kỳ", "with a day outside the period"),
            (len(self.undated), "không rõ ngày", "without a readable day"),
            (len(self.blank), "thiếu chức danh, đơn vị hoặc mã băm",
             "without position and unit, or a hash"),
        ]
        vi = f"Danh sách có {len(self.known)} người khác nhau dự lớp trong kỳ, cần chứng minh {claimed}"
        en = f"The list bears out {len(self.known)} {people} in the period, {claimed} are to be borne out"
        if any(count for count, _, _ in left_out):
            vi += "; không tính: " + ", ".join(f"{n} dòng {what}" for n, what, _ in left_out if n)
            en += "; not counted: " + ", ".join(
                f"{n} row{'s' if n > 1 else ''} {what}" for n, _, what in left_out if n)
        return {"vi": vi, "en": en}

    def positions(self, evidence):
        notes = [
            (self.again, "dòng trùng", "twice in the list"),
            (self.outside, "ngày ngoài kỳ", "a day outside the period"),
            (self.undated, "không rõ ngày", "no readable day"),
            (self.blank, "thiếu chức danh, đơn vị hoặc mã băm", "no position and unit, or hash"),
        ]
        return [
            {"evidence": evidence, "line": line, "column": column, "note": {"vi": vi, "en": en}}
            for places, vi, en in notes for line, column in places[:MOST_POSITIONS]]


def person_of(sheet, cells):
    hashes = [cell for cell in sheet.cells(cells, "hash") if is_keyed(cell)]
    if hashes:
        return "hash", hashes[0]
    position, unit = sheet.cells(cells, "position"), sheet.cells(cells, "unit")
    if not position or not unit:
        return None
    return "post", tuple(map(fold, position)), tuple(map(fold, unit))


def check(request):
    parameters = request["parameters"]
    claimed = Fraction(parameters["claimed"]["value"])
    if claimed < 0 or claimed.denominator != 1:
        raise Refused("số người báo cáo phải là số nguyên không âm",
                      "the number of people claimed must be whole and not negative")
    if claimed == 0:
        return {"verdict": "not_applicable", "used": ["claimed"], "reason": {
            "vi": "Báo cáo không có người dự lớp", "en": "Nobody is claimed to have attended"}}
    first = date.fromisoformat(parameters.get("first_day") or request["period"]["from"])
    last = date.fromisoformat(parameters.get("last_day") or request["period"]["to"])
    file = request["evidence"]["list"][0]
    count = Count(Sheet(file), first, last)
    answer = {"verdict": "met", "reason": count.reason(claimed),
              "positions": count.positions(file["id"])}
    shown = len(count.known)
    if 0 < shown < claimed:
        answer |= {"verdict": "partial", "score": str(shown / claimed)}
    elif shown < claimed:
        answer["verdict"] = "unmet"
    return answer


def refused(request, problem):
    evidence = request["evidence"]["list"][0]["id"]
    answer = {"verdict": problem.verdict, "reason": {
        "vi": f"Không dùng được danh sách: {problem.vi}",
        "en": f"The list cannot be used: {problem.en}"}}
    if problem.line is not None:
        answer["positions"] = [{"evidence": evidence, "line": problem.line}]
    return answer


def names_found(request, found):
    evidence = request["evidence"]["list"][0]["id"]
    columns = ", ".join(sorted({column for _, column in found.places}, key=lambda it: (len(it), it)))
    return {
        "verdict": "unmet",
        "reason": {
            "vi": f"Danh sách ghi họ tên hoặc số định danh (cột {columns}) nên không được dùng; {KEEP[0]}",
            "en": f"The list holds names or identity numbers (column {columns}) and is not used; {KEEP[1]}"},
        "positions": [{"evidence": evidence, "line": line, "column": column}
                      for line, column in found.places[:MOST_POSITIONS]]}


def answer_to(request):
    if request.get("soat-plugin") != 1:
        return {"error": "only version 1 of the protocol is spoken here"}
    if request["type"] == "describe":
        return {"soat-plugin": 1, "name": "attendance-sheet", "version": "1.0.0"}
    try:
        return check(request)
    except Refused as problem:
        return refused(request, problem)
    except NamesFound as found:
        return names_found(request, found)


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer_to(request)}), flush=True)
