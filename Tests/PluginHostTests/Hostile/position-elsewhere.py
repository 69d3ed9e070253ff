from hostile import answer, serve
serve(lambda request: answer(
    request["id"], verdict="unmet", reason={"vi": "a", "en": "a"},
    positions=[{"evidence": "/etc/passwd", "line": 1}]))
