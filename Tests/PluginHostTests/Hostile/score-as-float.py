from hostile import answer, serve
serve(lambda request: answer(request["id"], verdict="partial", score=0.5, reason={"vi": "a", "en": "a"}))
