from hostile import say, serve
serve(lambda request: say("[1, 2]\n"))
