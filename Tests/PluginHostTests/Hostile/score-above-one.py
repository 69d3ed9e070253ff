from hostile import answer, serve
serve(lambda request: answer(request["id"], verdict="partial", score="7/2", reason={"vi": "a", "en": "a"}))
