from hostile import answer, serve
serve(lambda request: answer(request["id"], verdict="passed", reason={"vi": "a", "en": "a"}))
