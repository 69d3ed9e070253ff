"""Tells cells that hold a person's name from positions and units, without keeping any of them."""
import re

from table import fold

SURNAMES = frozenset(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương trịnh lương "
    "đoàn đào lâm mai cao hà tạ tô thái châu tăng từ chu phùng quách la lưu kiều triệu tống thạch "
    "danh sơn kim vương nông hứa lò vàng giàng sùng lầu quàng cầm hoa bế ma lục mạc văn viên đàm khổng "
    "khúc nghiêm ngọ ninh ông phí quản tiêu thân tôn trà ung vi đồng đậu điêu doãn giang giáp hán "
    "y a rơ siu ksor nay rmah kpă h k".split())
FOLDED = frozenset(fold(name) for name in SURNAMES)
SURE = frozenset(
    "nguyen tran pham huynh hoang phan dang bui ngo duong dinh truong trinh doan".split())
BETWEEN = frozenset("van thi".split())
TITLES = re.compile(
    r"^(?:ông|bà|anh|chị|cô|chú|bác|đồng chí|đ/c|ong|ba|anh|chi|dong chi|mr\.?|mrs\.?|ms\.?)\s+",
    re.IGNORECASE)
WORDS_OF_OFFICE = frozenset(
    "xa phuong huyen tinh thon to ban lang ap khu pho chu tich phong truong can bo cong chuc vien "
    "tac dan so tre em hoi doan phu nu van hoa thong tin tu phap xa y te giao vien ke toan uy".split())


def has_sure_name(cell):
    """Whether a cell holds what can hardly be anything but a name: surname and two words or more."""
    return any(looks_like_name(part, least=3) for part in parts(cell))


def may_be_name(cell):
    """Whether a cell could be a name of two words or more; places have the same shape."""
    return any(looks_like_name(part, least=2) for part in parts(cell))


def parts(cell):
    for part in re.split(r"[-–,;:()/|.\n]+", cell):
        part = part.strip()
        yield TITLES.sub("", part)


def looks_like_name(part, least):
    words = part.split()
    if not least <= len(words) <= 5 or not all(letters(word) for word in words):
        return False
    plain = [fold(word) for word in words]
    if len(words) > 2 and plain[1] in BETWEEN and plain[0] in FOLDED:
        return True
    if not all(word[0].isupper() for word in words):
        return False
    if words[0].casefold() not in SURNAMES and plain[0] not in SURE:
        return False
    return not all(word in WORDS_OF_OFFICE for word in plain[1:])


def letters(word):
    return all(mark.isalpha() or mark in "'’" or 0x300 <= ord(mark) < 0x370 for mark in word)
