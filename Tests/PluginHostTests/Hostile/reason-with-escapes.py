from hostile import answer, serve
serve(lambda request: answer(request["id"], verdict="met", reason={"vi": "a", "en": "\x1b[2Ja"}))
