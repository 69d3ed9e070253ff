from hostile import answer, serve
serve(lambda request: answer(request["id"], verdict="met"))
