"""Plain values as block YAML."""

import json
import re

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*")
RESERVED = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "na"}


def yaml(value, depth=0):
    """The lines of a mapping or a list."""
    pad, lines = "  " * depth, []
    if isinstance(value, dict):
        for key, inner in value.items():
            lines += entry(f"{pad}{key}:", inner, depth)
    else:
        for inner in value:
            if isinstance(inner, dict) and inner:
                nested = yaml(inner, depth + 1)
                lines.append(pad + "- " + nested[0].lstrip())
                lines += nested[1:]
            else:
                lines += entry(f"{pad}-", inner, depth)
    return lines


def entry(head, inner, depth):
    if isinstance(inner, (dict, list)):
        if not inner:
            return [f"{head} {'{}' if isinstance(inner, dict) else '[]'}"]
        return [head, *yaml(inner, depth + 1)]
    return [f"{head} {scalar(inner)}"]


def scalar(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if value == "na" or (PLAIN.fullmatch(value) and value not in RESERVED):
        return value
    return json.dumps(value, ensure_ascii=False)


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(yaml(value)) + "\n", encoding="utf-8")
