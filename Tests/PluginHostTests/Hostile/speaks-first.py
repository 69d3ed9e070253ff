from hostile import good, say, serve
say("hello\n")
serve(lambda request: good(request["id"]))
