from hostile import serve
serve(lambda request: 1 / 0)
