"""What the language definition says of a disagreement, by the smallest part that shows it."""
import collections
import re

from cel_differential.engines import FAILED, Refused

# A part of an expression: as it can be evaluated, and without the loops that bind its variables.
Part = collections.namedtuple("Part", "text core")

OPERATORS = re.compile(r" (?:==|!=|<=|>=|<|>|\+|-|\*|/|%|&&|\|\||in) ")
MACRO = re.compile(r"\.(?:all|exists|exists_one|filter|map)$")


def brackets(expression):
    """The places of brackets with those that close them, and of the commas and colons between."""
    closing, separators, stack, quote = {}, {}, [], None
    for place, letter in enumerate(expression):
        if quote:
            if letter == quote and expression[place - 1] != "\\":
                quote = None
        elif letter in "'\"":
            quote = letter
        elif letter in "([{":
            stack.append(place)
            separators[place] = []
        elif letter in ")]}" and stack:
            closing[stack.pop()] = place
        elif letter in ",:" and stack:
            separators[stack[-1]].append(place)
    return closing, separators


def receiver(expression, end, opening):
    """The start of what a member that ends at a place is called on."""
    start = end
    while start > 0:
        if start - 1 in opening:
            start = opening[start - 1]
        elif re.match(r"[\w.]", expression[start - 1]):
            start -= 1
        else:
            break
    return start


def pieces(expression):
    """Parts of an expression that may stand alone: what is inside brackets, between commas and colons,
    the sides of operators, and calls with their arguments. What stands in a loop and reads its variable
    is put into a loop of its own, over the same list."""
    closing, separators = brackets(expression)
    opening = {end: start for start, end in closing.items()}
    spans, loops = {(0, len(expression))}, []
    for start, end in closing.items():
        edges = [start, *separators[start], end]
        spans.add((start, end + 1))
        spans |= {(one + 1, other) for one, other in zip(edges, edges[1:])}
        name = re.search(r"\w+$", expression[:start])
        if name and expression[start] == "(":
            # A member with what it is called on.
            is_member = expression[:name.start()].endswith(".")
            first = receiver(expression, name.start(), opening) if is_member else name.start()
            spans.add((first, end + 1))
        macro = MACRO.search(expression[:start])
        if macro and len(edges) == 3:
            over = expression[receiver(expression, macro.start(), opening):macro.start()]
            loops.append((edges[1] + 1, end, expression[start + 1:edges[1]].strip(), over))
    for start, end in list(spans):
        inner = expression[start + 1:end - 1] if closing.get(start) == end - 1 else None
        offset, text = (start, expression[start:end]) if inner is None else (start + 1, inner)
        for match in OPERATORS.finditer(text):
            spans |= {(offset, offset + match.start()), (offset + match.end(), offset + len(text))}
    pairs = list(closing.items())
    found = set()
    for start, end in spans:
        if any((start <= one < end) != (start <= other < end) for one, other in pairs):
            continue
        core = text = expression[start:end].strip()
        for first, last, variable, over in sorted(loops, key=lambda loop: loop[1] - loop[0]):
            if first <= start and end <= last and re.search(rf"\b{variable}\b", text):
                text = f"{over}.map({variable}, {text})"
        if text:
            found.add(Part(text, core))
    return sorted(found, key=lambda part: (len(part.text), len(part.core), part))


def smallest(expressions, ours, evaluate):
    """The smallest part of each expression on which the engines disagree."""
    parts = [pieces(expression) for expression in expressions]
    flat = sorted({part.text for each in parts for part in each})
    mine = dict(zip(flat, ours(flat)))
    result = []
    for each in parts:
        result.append(
            next(part for part in each if not same(mine[part.text], evaluate(part.text))))
    return result


def unlooped(part, mine, theirs):
    """Two results of a part as those of its core: of a loop made for it the first round that differs."""
    for _ in range(part.text.count(".map(") - part.core.count(".map(")):
        one = mine[1] if mine[0] == "list" else ()
        other = theirs[1] if theirs[0] == "list" else ()
        if mine == FAILED or theirs == FAILED:
            rounds = [(mine if mine == FAILED else a, theirs if theirs == FAILED else a)
                      for a in one or other]
        else:
            rounds = [(a, b) for a, b in zip(one, other) if not same(a, b)]
        if not rounds:
            break
        mine, theirs = rounds[0]
    return mine, theirs


def same(one, other):
    """Whether two results agree; times, spans and types are compared by kind alone."""
    return one == other or one[0] == other[0] == "other"


ORDER = re.compile(r" (?:<|<=|>|>=) ")

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
     lambda part, mine, theirs: re.match(r"-|.*\? -\(dyn\(", part) and mine == FAILED
     and theirs[0] == "bool"),
    ("Rust cel", "wraps the negation of the least int; the definition wants an error",
     lambda part, mine, theirs: part.startswith("-") and mine == FAILED
     and theirs == ("int", -2**63)),
    ("Rust cel", "gives types as texts; a type is a value of its own",
     lambda part, mine, theirs: mine[0] == "other" and theirs[0] == "str"),
    ("Rust cel", "has no checker; the definition's refuses the types",
     lambda part, mine, theirs: isinstance(mine, Refused) and theirs != FAILED),
    ("Rust cel", "cannot compare with NaN; the definition gives false",
     lambda part, mine, theirs: mine == ("bool", False) and theirs == FAILED
     and ORDER.search(part) and "/" in part),
    ("Rust cel", "does not absorb an error in a macro that a later round decides; the definition does",
     lambda part, mine, theirs: re.search(r"\.(all|exists)\(", part) and mine[0] == "bool"
     and theirs == FAILED),
    ("Rust cel", "takes no double as an index; a conformance case does (list_elem_type)",
     lambda part, mine, theirs: part.endswith("]") and "dyn(" in part and theirs == FAILED),
    ("Rust cel", "has no timestamp(int); the definition has",
     lambda part, mine, theirs: re.match(r"timestamp\(\d", part) and theirs == FAILED),
    ("Rust cel", "has no duration + timestamp; the definition has",
     lambda part, mine, theirs: part.startswith("duration(") and " + timestamp(" in part),
    ("Rust cel", "finds no uint key by an equal int; the definition wants numeric equality",
     lambda part, mine, theirs: " in {" in part and mine == ("bool", True)),
    ("Rust cel", "a choice: the definition does not say when a double is written with an exponent",
     lambda part, mine, theirs: part.startswith("string(") and mine[0] == theirs[0] == "str"
     and "e" in mine[1] and float(mine[1]) == float(theirs[1])),
]


def reason(name, part, mine, theirs, stated, agrees_with_cpp):
    """What explains a disagreement with a peer, or None where it is to be judged."""
    one, other = unlooped(part, mine, theirs)
    for peer, text, applies in RULES:
        if peer in (None, name) and (
                applies(part.core, one, other) or applies(part.text, mine, theirs)):
            return text
    if part.text in stated:
        return "a conformance case states our result"
    if agrees_with_cpp:
        return "cel-cpp has our result; no rule here names the reason"
    return None
