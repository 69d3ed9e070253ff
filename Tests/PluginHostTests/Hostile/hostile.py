"""A plugin that is sound but for what it does with a check called "bad"."""
import json
import sys


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


def answer(id, **fields):
    say(json.dumps({"id": id, **fields}) + "\n")


def good(id):
    answer(id, verdict="met", reason={"vi": "đủ", "en": "fine"})


def description(id, version="1.0", name="hostile"):
    answer(id, **{"soat-plugin": 1, "name": name, "version": version})


def serve(bad, describe=description):
    for line in sys.stdin:
        request = json.loads(line)
        if request["type"] == "describe":
            describe(request["id"])
        elif request["check"] == "bad":
            bad(request)
        else:
            good(request["id"])
