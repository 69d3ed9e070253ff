"""Looks for figures that an inspector should go over. What it finds is a place to look, not a fault."""
import json
import sys
from fractions import Fraction

from figures import jumps
from sheet import Findings, Sheet, adds_up, round_piles, shares_over_one, totals, within
from table import Refused

MOST_NAMED = 5
MOST_POSITIONS = 50
MOST_BYTES = 1_900


def check(request):
    parameters = request["parameters"]
    file = next(iter(request["evidence"].get("table", [])), None)
    asks_table = any(parameters.get(name) for name in ("within", "adds_up", "round"))
    if file is None and (asks_table or not parameters.get("figures")):
        return verdict("unanswered", "chưa có bảng số liệu để xem", "no table of figures was submitted")
    found, still_open = jumps(
        parameters.get("figures", []), figure(parameters, "jump", Fraction(1, 2)),
        figure(parameters, "small", Fraction(20)))
    positions = []
    if file is not None:
        in_table = looked_over(file, parameters)
        if not in_table.compared and not parameters.get("figures"):
            return verdict("unanswered", "bảng không có gì để đối chiếu: không có dòng tổng, tỷ lệ hay đủ số liệu",
                           "nothing in the table can be compared: no totals, no shares, too few numbers")
        found += [(f"dòng {line}, cột {column}: {vi}", f"line {line}, column {column}: {en}")
                  for line, column, vi, en in in_table.places]
        still_open += [(f"dòng {line}, cột {column}: không có số đọc được",
                        f"line {line}, column {column}: no number to be read")
                       for line, column in in_table.still_open]
        positions = [{"evidence": file["id"], "line": line, "column": column,
                      "note": {"vi": vi, "en": en}} for line, column, vi, en in in_table.places]
        positions += [{"evidence": file["id"], "line": line, "column": column}
                      for line, column in in_table.still_open]
    answer = summed_up(found, still_open)
    if positions:
        answer["positions"] = positions[:MOST_POSITIONS]
    return answer


def figure(parameters, name, default):
    value = Fraction(parameters[name]["value"]) if name in parameters else default
    if value < 0:
        raise Refused(f"tham số {name} không được âm", f"the parameter {name} must not be negative")
    return value


def looked_over(file, parameters):
    sheet, findings = Sheet(file), Findings()
    shares_over_one(sheet, findings)
    totals(sheet, findings)
    within(sheet, parameters.get("within", []), findings)
    adds_up(sheet, parameters.get("adds_up", []), findings)
    round_piles(sheet, parameters.get("round", []), findings)
    findings.places.sort()
    findings.still_open.sort()
    return findings


def summed_up(found, still_open):
    if found:
        return verdict("unmet", f"{len(found)} chỗ cần rà soát: {some(found, 0)}",
                       f"{len(found)} to go over: {some(found, 1)}")
    if still_open:
        return verdict("unanswered", f"{len(still_open)} chỗ chưa xem được: {some(still_open, 0)}",
                       f"{len(still_open)} could not be looked at: {some(still_open, 1)}")
    return verdict("met", "không thấy số liệu bất thường", "no figure stands out")


def some(texts, language):
    named = "; ".join(text[language] for text in texts[:MOST_NAMED])
    return named + ("; …" if len(texts) > MOST_NAMED else "")


def verdict(word, vi, en):
    return {"verdict": word, "reason": {"vi": cut(vi[:1].upper() + vi[1:]), "en": cut(en[:1].upper() + en[1:])}}


def cut(text):
    """At most as many bytes as a reason may have, on one line."""
    line = " ".join(text.split())
    if len(line.encode()) <= MOST_BYTES:
        return line
    return line.encode()[:MOST_BYTES].decode(errors="ignore") + "…"


def answer_to(request):
    if request.get("soat-plugin") != 1:
        return {"error": "only version 1 of the protocol is spoken here"}
    if request["type"] == "describe":
        return {"soat-plugin": 1, "name": "plausibility", "version": "1.0.0"}
    try:
        return check(request)
    except Refused as problem:
        answer = verdict(problem.verdict, f"không dùng được số liệu: {problem.vi}",
                         f"the figures cannot be used: {problem.en}")
        if problem.line is not None:
            answer["positions"] = [{"evidence": request["evidence"]["table"][0]["id"], "line": problem.line}]
        return answer


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer_to(request)}), flush=True)
