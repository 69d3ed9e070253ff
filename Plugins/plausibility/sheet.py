"""A table of figures as a Vietnamese office writes it, and what does not fit within it."""
import re
from fractions import Fraction
from math import comb

from table import Refused, checked_width, fold, letter, rows

NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:[.\u00a0 ]\d{3})+|\d{1,30})(?:,(\d{1,12}))?\s*(%?)")
TOTALS = ("tong", "tong so", "tong cong", "cong", "toan huyen", "toan tinh", "toan xa", "total")
LEAST_NUMBERS = 8
MOST_NUMBERS = 1_000
UNLIKELY = Fraction(1, 1000)


def number(cell):
    """The number of a cell; None where there is none, or where it may be read in two ways (1.5)."""
    match = NUMBER.fullmatch(cell)
    if match is None:
        return None
    sign, whole, decimals, percent = match.groups()
    value = Fraction(int(re.sub(r"\D", "", whole)))
    if decimals:
        value += Fraction(int(decimals), 10 ** len(decimals))
    if percent:
        value /= 100
    return -value if sign == "-" else value


class Sheet:
    """`columns` by folded name; `body` the rows of units, `totals` those of totals."""

    def __init__(self, file):
        found = rows(file)
        at = next((i for i, (_, cells) in enumerate(found[:15])
                   if sum(bool(cell) for cell in cells) > 1
                   and all(number(cell) is None for cell in cells)), None)
        if at is None or at + 1 == len(found):
            raise Refused("không thấy dòng tiêu đề và dòng số liệu", "no header with rows of figures below it")
        self.header = found[at][1]
        rest = found[at + 1:]
        checked_width(rest, self.header)
        self.columns = {}
        for index, name in enumerate(self.header):
            if fold(name) in self.columns:
                raise Refused("hai cột cùng tên; hãy đặt tên khác nhau",
                              "two columns bear the same name; name them apart", found[at][0])
            if fold(name):
                self.columns[fold(name)] = index
        self.totals = [row for row in rest if is_total(row[1])]
        self.body = [row for row in rest if not is_total(row[1])]

    def index(self, name):
        if fold(name) not in self.columns:
            raise Refused(f"bảng không có cột \"{name[:80]}\"", f"the table has no column \"{name[:80]}\"")
        return self.columns[fold(name)]

    def is_share(self, index):
        return "%" in self.header[index] or "ty le" in fold(self.header[index]) or any(
            cell(row, index).endswith("%") for _, row in self.body)

    def is_count(self, index):
        """Whether a column is one of figures that add up: numbers, none of them shares, no serials."""
        values = [cell(row, index) for _, row in self.body]
        return (any(number(it) is not None for it in values) and not self.is_share(index)
                and fold(self.header[index]) not in ("stt", "tt", "so thu tu", "no", "nam", "year"))


def is_total(cells):
    label = next((fold(it) for it in cells if it and number(it) is None), "")
    return label in TOTALS


def cell(cells, index):
    return cells[index] if index < len(cells) else ""


class Findings:
    """What was found (`places`), what could not be looked at (`still_open`), and how much was."""

    def __init__(self):
        self.places, self.still_open, self.compared = [], [], 0

    def found(self, line, index, vi, en):
        self.places.append((line, letter(index), vi, en))

    def open(self, line, index):
        self.still_open.append((line, letter(index)))


def shares_over_one(sheet, findings):
    for index in range(len(sheet.header)):
        if not sheet.is_share(index):
            continue
        in_percent = "%" in sheet.header[index]
        for line, cells in sheet.body + sheet.totals:
            written = cell(cells, index)
            value = number(written)
            if value is None:
                continue
            limit = 1 if written.endswith("%") else 100 if in_percent else None
            findings.compared += limit is not None
            if limit is not None and value > limit:
                findings.found(line, index, "tỷ lệ trên 100%", "a share over 100 %")


def totals(sheet, findings):
    for line, cells in sheet.totals:
        above = [row for row in sheet.body if row[0] < line] or sheet.body
        for index in range(len(sheet.header)):
            total = number(cell(cells, index))
            if total is None or not sheet.is_count(index):
                continue
            parts = [number(cell(row, index)) for _, row in above]
            findings.compared += 1
            if None in parts:
                findings.open(line, index)
            elif sum(parts) != total:
                findings.found(line, index, "tổng khác với các dòng cộng lại", "the total is not the sum of the rows")


def within(sheet, rules, findings):
    for rule in rules:
        names = rule.split("<=")
        if len(names) != 2:
            raise bad_rule(rule)
        part, whole = (sheet.index(name) for name in names)
        for line, cells in sheet.body + sheet.totals:
            values = [number(cell(cells, part)), number(cell(cells, whole))]
            findings.compared += 1
            if None in values:
                findings.open(line, part if values[0] is None else whole)
            elif values[0] > values[1]:
                findings.found(line, part, "lớn hơn số mà nó là một phần", "more than what it is a part of")


def adds_up(sheet, rules, findings):
    for rule in rules:
        sides = rule.split("=")
        if len(sides) != 2 or not all(sides):
            raise bad_rule(rule)
        parts = [sheet.index(name) for name in sides[0].split("+")]
        whole = sheet.index(sides[1])
        for line, cells in sheet.body + sheet.totals:
            values = [number(cell(cells, index)) for index in (*parts, whole)]
            findings.compared += 1
            if None in values:
                findings.open(line, (*parts, whole)[values.index(None)])
            elif sum(values[:-1]) != values[-1]:
                findings.found(line, whole, "các phần cộng lại không khớp", "the parts do not add up to it")


def bad_rule(rule):
    return Refused(f"không hiểu quy tắc \"{rule[:80]}\" của bảng kiểm",
                   f"the checklist's rule \"{rule[:80]}\" is not understood")


def round_piles(sheet, names, findings):
    """Too many multiples of ten, or of five, among whole numbers of 20 and more: a pile that chance
    would give less than once in a thousand."""
    for name in names:
        index = sheet.index(name)
        values = [number(cell(row, index)) for _, row in sheet.body]
        whole = [int(it) for it in values if it is not None and it >= 20 and it.denominator == 1]
        whole = whole[:MOST_NUMBERS]
        if len(whole) < LEAST_NUMBERS:
            continue
        findings.compared += 1
        for step in (10, 5):
            hits = sum(it % step == 0 for it in whole)
            if chance(len(whole), hits, step) < UNLIKELY:
                findings.found(sheet.body[0][0], index,
                               f"{hits} trên {len(whole)} số chia hết cho {step}",
                               f"{hits} of {len(whole)} numbers are multiples of {step}")
                break


def chance(count, hits, step):
    """The probability of `hits` or more multiples of `step` among `count` numbers, exactly."""
    tail = sum(comb(count, n) * (step - 1) ** (count - n) for n in range(hits, count + 1))
    return Fraction(tail, step ** count)
