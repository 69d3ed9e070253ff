"""Reads a small table (CSV, TSV) that somebody submitted as evidence, and refuses what is none.

The same file stands in the folders attendance-sheet and plausibility, since a plugin sees no file
but its own; a test compares them.
"""
import csv
import io
import unicodedata

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_IN_A_CELL = 4_000


class Refused(Exception):
    """A file that cannot be worked with; `line` is where, from 1, or None."""

    def __init__(self, vi, en, line=None, verdict="error"):
        super().__init__(en)
        self.vi, self.en, self.line, self.verdict = vi, en, line, verdict


def fold(text):
    """Lower case, without diacritics, words joined by one blank: for comparing what people write."""
    marked = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(mark if mark.isalnum() else " " for mark in marked
                    if not unicodedata.combining(mark))
    return " ".join(plain.split())


def letter(index):
    """The letter of a column as a spreadsheet names it, from 0."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def rows(file):
    """The rows that hold anything, each with the line on which it begins and its cells."""
    text = file.get("text")
    if text is None:
        raise Refused("tệp không phải là văn bản UTF-8; hãy lưu lại dạng CSV UTF-8",
                      "the file is no text in UTF-8; save it as CSV UTF-8")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise Refused("tệp trống", "the file is empty", verdict="unanswered")
    if any(ord(mark) < 32 and mark not in "\t\n\r" for mark in text):
        raise Refused("tệp chứa ký tự điều khiển, không phải bảng CSV; hãy lưu lại dạng CSV UTF-8",
                      "the file holds control characters and is no CSV; save it as CSV UTF-8")
    first, _, rest = text.partition("\n")
    if fold(first) == "sep" and len(first.strip()) == 5:
        return parsed(rest, first.strip()[-1], start=1)
    return parsed(text, separator(text))


def separator(text):
    """Of `;`, tab and `,` the one that cuts most of the first rows into the same number of cells."""
    best, most = ",", 0
    lines = text.splitlines(keepends=True)[:30]
    for mark in ";\t,":
        widths = {}
        try:
            for row in csv.reader(lines, delimiter=mark):
                if len(row) > 1:
                    widths[len(row)] = widths.get(len(row), 0) + 1
        except csv.Error:
            continue
        if widths and max(widths.values()) > most:
            best, most = mark, max(widths.values())
    return best


def parsed(text, mark, start=0):
    csv.field_size_limit(MOST_IN_A_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    found = []
    line = start + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((line, [" ".join(cell.split()) for cell in cells]))
            line = start + reader.line_num + 1
            if len(found) > MOST_ROWS:
                raise Refused(f"bảng có hơn {MOST_ROWS} dòng; hãy tách thành nhiều tệp",
                              f"the table has more than {MOST_ROWS} rows; split it", line)
            if len(cells) > MOST_COLUMNS:
                raise Refused(f"dòng có hơn {MOST_COLUMNS} ô; hãy kiểm tra dấu phân cách",
                              f"a row has more than {MOST_COLUMNS} cells; check the separator", line)
    except csv.Error:
        raise Refused(
            "dòng này không đọc được thành ô: dấu ngoặc kép không khép lại, hoặc ô quá dài",
            "this row cannot be read: a quotation mark is not closed, or a cell is too long",
            line) from None
    return found


def checked_width(found, header):
    """Refuses a row that holds more than the header has columns: its cells may have slipped."""
    width = len(header)
    for line, cells in found:
        if any(cells[width:]):
            raise Refused(
                "dòng có nhiều ô hơn dòng tiêu đề; ô có chứa dấu phân cách phải đặt trong ngoặc kép",
                "a row has more cells than the header; put a cell that holds the separator in quotes",
                line)
