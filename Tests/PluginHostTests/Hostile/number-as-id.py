from hostile import good, serve
serve(lambda request: good(int(request["id"])))
