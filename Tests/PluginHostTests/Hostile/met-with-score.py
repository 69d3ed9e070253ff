from hostile import answer, serve
serve(lambda request: answer(request["id"], verdict="met", score="1/2", reason={"vi": "a", "en": "a"}))
