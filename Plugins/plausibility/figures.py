"""Jumps of indicators against the period before. The figures themselves are not repeated: they may
count children, and small counts are shown to few."""
from fractions import Fraction


def jumps(values, jump, small):
    """Findings and what stays open, each a pair of texts (Vietnamese, English)."""
    found, still_open = [], []
    for value in values:
        now, before = known(value), known(value.get("previous") or {})
        vi, en = value["title"]["vi"], value["title"]["en"]
        if now is None:
            still_open.append((f"{vi}: chưa có số liệu kỳ này", f"{en}: no exact figure for this period"))
        elif value["type"] == "percent" and now > 1:
            found.append((f"{vi}: {shown(now)} vượt 100%", f"{en}: {shown(now)} is over 100 %"))
        elif before is None:
            still_open.append((f"{vi}: chưa có số liệu kỳ trước", f"{en}: no exact figure for the period before"))
        elif value["type"] != "percent" and max(abs(now), abs(before)) < small:
            continue
        elif abs(now - before) > jump * abs(before):
            vi_way, en_way = ("tăng", "a rise") if now > before else ("giảm", "a fall")
            found.append((f"{vi}: {vi_way} quá {shown(jump)} so với kỳ trước",
                          f"{en}: {en_way} of more than {shown(jump)} against the period before"))
    return found, still_open


def known(value):
    written = value.get("value")
    return Fraction(written) if isinstance(written, str) else None


def shown(share):
    """A share as percent with a decimal comma, to a tenth; halves rounded away from 0."""
    scaled = share * 1000
    whole, rest = divmod((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10)
    return f"{whole:,}".replace(",", ".") + (f",{rest}" if rest else "") + "%"
