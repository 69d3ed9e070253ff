"""Expressions to compare: generated ones and those of the corpus."""
import json
import os
import random
import sys

VARIABLES = {
    "i": 7, "j": -3, "big": 2**63 - 1, "d": 2.5, "z": 0.0, "s": "đồng", "e": "", "t": True,
    "li": [1, 2, 3, -4], "ld": [1.5, -0.5], "ls": ["a", "bà", ""], "lm": [1, "a", 2.5, None, True],
    "m": {"a": 1, "b": -2, "": 0}, "n": None,
}


class Generator:
    """Expressions that mostly make sense; `dyn` hides from the checkers those that do not."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []

    def pick(self, *choices):
        return self.random.choice(choices)

    def any(self, depth):
        kind = self.pick("int", "double", "string", "bool", "list", "map", "uint", "bytes")
        return getattr(self, kind)(depth)

    def odd(self, depth):
        return f"dyn({self.any(depth - 1)})"

    def expression(self, depth=4):
        return self.any(depth)

    def leaf(self, kind):
        local = [name for name, type in self.names if type == kind]
        if local and self.random.random() < 0.7:
            return self.pick(*local)
        return self.pick(*{
            "int": ["0", "1", "-1", "2", "7", "i", "j", "big", "9223372036854775807", "li[0]", "m.a"],
            "uint": ["0u", "1u", "5u", "18446744073709551615u"],
            "double": ["0.0", "1.0", "-2.5", "1e308", "d", "z", "ld[0]", "0.1"],
            "string": ["''", "'a'", "'bà'", "'a b'", "s", "e", "ls[1]", "'\\u00e9'", "'e\\u0301'"],
            "bool": ["true", "false", "t"],
            "bytes": ["b''", "b'a'", "b'\\xff'"],
            "list": ["[]", "li", "[1, 2]", "[0]"],
            "map": ["{}", "m", "{'a': 1}", "{'b': 2, 'c': 3}"],
        }[kind])

    def int(self, depth):
        if depth <= 0 or self.random.random() < 0.15:
            return self.leaf("int")
        d = depth - 1
        if self.random.random() < 0.04:
            return self.odd(depth)
        return self.pick(
            lambda: f"({self.int(d)} {self.pick('+', '-', '*', '/', '%')} {self.int(d)})",
            lambda: f"-({self.int(d)})", lambda: f"size({self.pick(self.string, self.list, self.map)(d)})",
            lambda: f"int({self.pick(self.int, self.double, self.uint, self.string)(d)})",
            lambda: f"({self.bool(d)} ? {self.int(d)} : {self.int(d)})",
            lambda: f"{self.list(d)}[{self.int(d)}]", lambda: f"{self.map(d)}[{self.string(d)}]",
        )()

    def uint(self, depth):
        if depth <= 0 or self.random.random() < 0.3:
            return self.leaf("uint")
        d = depth - 1
        return self.pick(
            lambda: f"({self.uint(d)} {self.pick('+', '-', '*', '/', '%')} {self.uint(d)})",
            lambda: f"uint({self.pick(self.int, self.double, self.string)(d)})")()

    def double(self, depth):
        if depth <= 0 or self.random.random() < 0.2:
            return self.leaf("double")
        d = depth - 1
        return self.pick(
            lambda: f"({self.double(d)} {self.pick('+', '-', '*', '/')} {self.double(d)})",
            lambda: f"-({self.double(d)})",
            lambda: f"double({self.pick(self.int, self.uint, self.double, self.string)(d)})",
            lambda: f"({self.bool(d)} ? {self.double(d)} : {self.double(d)})")()

    def string(self, depth):
        if depth <= 0 or self.random.random() < 0.25:
            return self.leaf("string")
        d = depth - 1
        return self.pick(
            lambda: f"({self.string(d)} + {self.string(d)})",
            lambda: f"string({self.pick(self.int, self.bool, self.uint, self.bytes, self.string)(d)})",
            lambda: f"({self.bool(d)} ? {self.string(d)} : {self.string(d)})")()

    def bytes(self, depth):
        if depth <= 0 or self.random.random() < 0.4:
            return self.leaf("bytes")
        return self.pick(lambda: f"({self.bytes(depth - 1)} + {self.bytes(depth - 1)})",
                         lambda: f"bytes({self.string(depth - 1)})")()

    def bool(self, depth):
        if depth <= 0 or self.random.random() < 0.1:
            return self.leaf("bool")
        d = depth - 1
        kind = self.pick("int", "double", "string", "uint", "bytes", "bool")
        of = getattr(self, kind)
        number = self.pick(self.int, self.double, self.uint)
        return self.pick(
            lambda: f"({of(d)} {self.pick('==', '!=', '<', '<=', '>', '>=')} {of(d)})",
            lambda: f"(dyn({number(d)}) {self.pick('==', '!=', '<', '>=')} {self.pick(self.int, self.double, self.uint)(d)})",
            lambda: f"({self.bool(d)} {self.pick('&&', '||')} {self.bool(d)})",
            lambda: f"!({self.bool(d)})",
            lambda: f"({self.any(d)} == dyn({self.any(d)}))",
            lambda: f"({self.list(d)} == {self.list(d)})", lambda: f"({self.map(d)} == {self.map(d)})",
            lambda: f"({self.int(d)} in {self.list(d)})", lambda: f"({self.string(d)} in {self.map(d)})",
            lambda: f"{self.string(d)}.{self.pick('contains', 'startsWith', 'endsWith')}({self.string(d)})",
            lambda: f"{self.string(d)}.matches({self.pick('[a-z]+', '^a', 'b.$', '(a|b)*', '^$')!r})",
            lambda: self.macro(d, self.pick("all", "exists", "exists_one")),
            lambda: f"has(m.{self.pick('a', 'c')})", lambda: f"({self.odd(d)} == {self.odd(d)})",
        )()

    def macro(self, depth, name):
        variable = self.pick("x", "y")
        source = self.list(depth)
        self.names.append((variable, "int"))
        body = self.bool(depth) if name != "map" else self.int(depth)
        self.names.pop()
        return f"{source}.{name}({variable}, {body})"

    def list(self, depth):
        if depth <= 0 or self.random.random() < 0.2:
            return self.leaf("list")
        d = depth - 1
        return self.pick(
            lambda: f"[{self.int(d)}, {self.int(d)}]", lambda: f"({self.list(d)} + {self.list(d)})",
            lambda: self.macro(d, "filter"), lambda: self.macro(d, "map"))()

    def map(self, depth):
        if depth <= 0 or self.random.random() < 0.4:
            return self.leaf("map")
        d = depth - 1
        return self.pick(
            lambda: f"{{{self.string(d)}: {self.int(d)}}}",
            lambda: f"{{{self.string(d)}: {self.int(d)}, {self.string(d)}: {self.int(d)}}}")()


def corpus_expressions(corpus):
    found = []
    if not os.path.isdir(corpus):
        print(f"the corpus is not at {corpus}; generated expressions alone", file=sys.stderr)
        return found
    for name in sorted(os.listdir(corpus)):
        if not name.endswith(".json"):
            continue
        with open(os.path.join(corpus, name)) as file:
            cases = json.load(file)
        for case in cases if isinstance(cases, list) else []:
            plain = not any(case.get(key) for key in (
                "bindings", "type_env", "requires", "disable_macros", "disable_check", "container",
                "needs_proto", "check_only"))
            if plain and case.get("proto_level", "none") == "none" and "\n" not in case["expr"]:
                found.append(case["expr"])
    return found
