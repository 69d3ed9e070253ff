from hostile import good, serve
serve(lambda request: good("999999"))
