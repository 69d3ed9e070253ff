from hostile import answer, serve
serve(lambda request: answer(
    request["id"], verdict="met", reason={"vi": "a", "en": "a"}, extra="x" * 300_000))
