from hostile import description, good, serve
serve(lambda request: good(request["id"]), lambda id: description(id, name="sound"))
