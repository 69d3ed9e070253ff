"""The part of CEL that generated checklists use: figures, yes and no, texts, lists; no macros.

A name without an answer is UNKNOWN; `&&` and `||` are decided by one side where it settles them.
"""

import re
from functools import lru_cache

import figures
from figures import FAILURE, UNKNOWN, Figure, unknown

TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<text>\"[^\"]*\"|'[^']*')"
    r"|(?P<name>[a-z_][A-Za-z0-9_]*(?:\.[a-z_][A-Za-z0-9_]*)*)"
    r"|(?P<sign>&&|\|\||==|!=|<=|>=|[-+*/<>!?:()]))")
LEVELS = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/"]]


@lru_cache(maxsize=None)
def parsed(source):
    tokens, at = [], 0
    source = source.strip()
    while at < len(source):
        found = TOKEN.match(source, at)
        if not found:
            raise ValueError(f"not in the small grammar: {source[at:]!r}")
        tokens.append((found.lastgroup, found.group(found.lastgroup)))
        at = found.end()
    return Parser(tokens).whole()


class Parser:
    def __init__(self, tokens):
        self.tokens, self.at = tokens + [("end", "")], 0

    def take(self, *words):
        kind, word = self.tokens[self.at]
        if word in words and kind in ("sign", "name"):
            self.at += 1
            return word
        return None

    def whole(self):
        tree = self.choice()
        if self.tokens[self.at][0] != "end":
            raise ValueError(f"unexpected {self.tokens[self.at]}")
        return tree

    def choice(self):
        condition = self.binary(0)
        if not self.take("?"):
            return condition
        yes = self.choice()
        if not self.take(":"):
            raise ValueError("? without :")
        return ("?", condition, yes, self.choice())

    def binary(self, level):
        if level == len(LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while sign := self.take(*LEVELS[level]):
            left = (sign, left, self.binary(level + 1))
        return left

    def unary(self):
        if self.take("!"):
            return ("not", self.unary())
        if self.take("-"):
            return ("minus", self.unary())
        if self.take("("):
            tree = self.choice()
            if not self.take(")"):
                raise ValueError("( without )")
            return tree
        kind, word = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return ("value", figures.exactly(word))
        if kind == "text":
            return ("value", word[1:-1])
        if word in ("true", "false", "null"):
            return ("value", {"true": True, "false": False, "null": None}[word])
        if kind != "name":
            raise ValueError(f"unexpected {word!r}")
        return ("name", word)


def names(tree):
    """The names a tree reads, in the order they are written, each once."""
    if tree[0] == "name":
        return [tree[1]]
    if tree[0] == "value":
        return []
    return list(dict.fromkeys(name for part in tree[1:] for name in names(part)))


def evaluated(tree, look_up):
    """The value: a Figure, bool, text, list, None, UNKNOWN or FAILURE."""
    sign = tree[0]
    if sign == "value":
        return tree[1]
    if sign == "name":
        return look_up(tree[1])
    if sign in ("&&", "||"):
        return joined(sign, evaluated(tree[1], look_up), evaluated(tree[2], look_up))
    if sign == "?":
        condition = evaluated(tree[1], look_up)
        if not isinstance(condition, bool):
            return condition if condition == UNKNOWN else FAILURE
        return evaluated(tree[2 if condition else 3], look_up)
    operands = [evaluated(part, look_up) for part in tree[1:]]
    # What is missing comes first: with it there may be no failure.
    if UNKNOWN in operands:
        return unknown(*operands)
    if FAILURE in operands:
        return FAILURE
    if sign == "not":
        return not operands[0] if isinstance(operands[0], bool) else FAILURE
    if sign == "minus":
        return figures.negative(operands[0])
    return applied(sign, *operands)


def joined(sign, left, right):
    settled = sign == "||"
    for side in (left, right):
        if side is settled:
            return settled
    if UNKNOWN in (left, right):
        return unknown(*(side for side in (left, right) if side == UNKNOWN))
    if not isinstance(left, bool) or not isinstance(right, bool):
        return FAILURE
    return not settled


def applied(sign, left, right):
    if sign == "in":
        return left in right
    if sign == "!=":
        same = applied("==", left, right)
        return same if same in (UNKNOWN, FAILURE) else not same
    if not isinstance(left, Figure) or not isinstance(right, Figure):
        return left == right if sign == "==" else FAILURE
    if sign in figures.COMPARISONS:
        return figures.COMPARISONS[sign](left, right)
    return {
        "+": figures.added, "-": figures.subtracted, "*": figures.multiplied,
        "/": figures.divided,
    }[sign](left, right)
