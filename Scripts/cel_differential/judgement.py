"""What the language definition says of a disagreement, by the smallest part that shows it."""
import re

from cel_differential.engines import FAILED


def pieces(expression):
    """Parts of an expression that may stand alone: what is inside brackets, between commas and colons,
    and calls with their arguments."""
    found, stack, quote, starts = {expression}, [], None, {}
    for place, letter in enumerate(expression):
        if quote:
            if letter == quote and expression[place - 1] != "\\":
                quote = None
        elif letter in "'\"":
            quote = letter
        elif letter in "([{":
            stack.append([place, place + 1])
        elif letter in ")]}" and stack:
            opening, start = stack.pop()
            found.add(expression[start:place].strip())
            found.add(expression[opening:place + 1])
            name = re.search(r"[\w]+$", expression[:opening])
            if name and letter == ")":
                found.add(expression[name.start():place + 1])
        elif letter in ",:" and stack:
            found.add(expression[stack[-1][1]:place].strip())
            stack[-1][1] = place + 1
    operators = r" (?:==|!=|<=|>=|<|>|\+|-|\*|/|%|&&|\|\||in) "
    for part in list(found):
        inner = part[1:-1] if part.startswith("(") and part.endswith(")") else part
        for match in re.finditer(operators, inner):
            found |= {inner[:match.start()], inner[match.end():]}
    return sorted((part for part in found if part.strip()), key=len)


def smallest(expressions, ours, evaluate):
    """The smallest part of each expression on which the engines disagree."""
    parts = [pieces(expression) for expression in expressions]
    flat = sorted({part for each in parts for part in each})
    mine = dict(zip(flat, ours(flat)))
    result = []
    for each in parts:
        result.append(next(part for part in each if not same(mine[part], evaluate(part))))
    return result


def same(one, other):
    """Whether two results agree; times, spans and types are compared by kind alone."""
    return one == other or one[0] == other[0] == "other"


# Rules: (name of the peer, what the definition says, whether it applies to the smallest part that shows
# a disagreement). The first that applies explains it. Each supports us but those that begin with "a
# choice", which the definition leaves open.
RULES = [
    ("cel-cpp", "aborts at a repeated key; an error that && or || absorbs must not matter",
     lambda part, mine, theirs: "{" in part and theirs == FAILED and mine != FAILED),
    ("cel-cpp", "takes 0 and 0u for two keys; the conformance case wants an error (fields)",
     lambda part, mine, theirs: "0u" in part and "{" in part and mine == FAILED),
    ("cel-cpp", "has named time zones; this harness gives us fixed offsets alone",
     lambda part, mine, theirs: "timestamp(" in part and mine == FAILED),
    ("cel-cpp", "takes a bool for int(); the definition lists no such overload",
     lambda part, mine, theirs: mine == FAILED and theirs != FAILED and (
         part.startswith("int(") and theirs in (("int", 0), ("int", 1))
         or "int(" in part and re.search(r"dyn\((t|true|false)\)", part) is not None)),
    ("cel-cpp", "a choice: infers the elements of an empty list from a later use of them",
     lambda part, mine, theirs: "[]" in part and " in " in part and mine != FAILED),
    (None, "a choice: durations within Int64 nanoseconds, as in cel-go; conformance wants that of a "
     "difference of timestamps",
     lambda part, mine, theirs: part.startswith("duration('") and mine == FAILED),
    (None, "a choice: the definition does not say how infinity is written",
     lambda part, mine, theirs: mine[0] == "str" and "Infinity" in mine[1]),
    ("Rust cel", "has no string(bool); the definition has",
     lambda part, mine, theirs: part.startswith("string(") and mine[0] == "str"
     and mine[1] in ("true", "false") and theirs == FAILED),
    ("Rust cel", "has no bool(string); the definition has",
     lambda part, mine, theirs: part.startswith("bool(") and mine[0] == "bool"),
    ("Rust cel", "replaces what is not UTF-8 in string(bytes); the definition wants an error",
     lambda part, mine, theirs: part.startswith("string(") and mine == FAILED
     and theirs[0] == "str" and "\ufffd" in theirs[1]),
    ("Rust cel", "counts bytes in size(string); the definition counts code points",
     lambda part, mine, theirs: part.startswith("size(") and mine[0] == theirs[0] == "int"
     and mine[1] < theirs[1]),
    ("Rust cel", "keeps the last of two equal keys; the definition wants an error",
     lambda part, mine, theirs: part.startswith("{") and mine == FAILED and theirs[0] == "map"),
    ("Rust cel", "negates a bool; - takes numbers",
     lambda part, mine, theirs: part.startswith("-") and mine == FAILED and theirs[0] == "bool"),
    ("Rust cel", "wraps the negation of the least int; the definition wants an error",
     lambda part, mine, theirs: part.startswith("-") and mine == FAILED
     and theirs == ("int", -2**63)),
    ("Rust cel", "gives types as texts; a type is a value of its own",
     lambda part, mine, theirs: mine[0] == "other" and theirs[0] == "str"),
]


def reason(name, part, mine, theirs, stated, agrees_with_cpp):
    """What explains a disagreement with a peer, or None where it is to be judged."""
    for peer, text, applies in RULES:
        if peer in (None, name) and applies(part, mine, theirs):
            return text
    if part in stated:
        return "a conformance case states our result"
    if agrees_with_cpp:
        return "cel-cpp has our result; no rule here names the reason"
    return None
