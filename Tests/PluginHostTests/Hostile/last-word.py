from hostile import good, say, serve
serve(lambda request: good(request["id"]))
say("goodbye\n")
