from hostile import say, serve
serve(lambda request: say("Traceback: oh no\n"))
