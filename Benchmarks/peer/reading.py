"""YAML as a Vietnamese office writes it: numbers with dots between thousands, days with the day first."""
import datetime
import re

import yaml

FLOAT, BOOL = "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool"
NUMBER = re.compile(r"(-?\d+|-?\d{1,3}(?:\.\d{3})+)(?:,(\d+))?\s*(%|nghìn|triệu|tỷ)?(?: ?đồng)?")
FACTORS = {None: 1, "nghìn": 1e3, "triệu": 1e6, "tỷ": 1e9}


class Loader(yaml.CSafeLoader):
    """PyYAML's C loader, but 5.100 is no float (it is five thousand one hundred) and `off` is a word."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers
            if tag != FLOAT and not (tag == BOOL and first in "yYnNoO")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()}


def load(path):
    with open(path, "rb") as file:
        return yaml.load(file, Loader)


def number(value):
    """A float; None where it is no number."""
    if isinstance(value, int):
        return float(value)
    match = NUMBER.fullmatch(value)
    if not match:
        return None
    whole, decimals, unit = match.groups()
    read = float(f"{whole.replace('.', '')}.{decimals or 0}")
    # Dividing gives the float nearest to the share, multiplying may not.
    return read / 100 if unit == "%" else read * FACTORS[unit]


def day(value):
    """A date, as YAML reads 2024-11-10, or written 10/11/2024."""
    if isinstance(value, datetime.date):
        return value
    return datetime.datetime.strptime(value, "%d/%m/%Y").date()


def spans(given, first, last):
    """Whether a span, open where it has no end, holds some day from first to last."""
    return not ("from" in given and day(given["from"]) > last
                or "to" in given and day(given["to"]) < first)
