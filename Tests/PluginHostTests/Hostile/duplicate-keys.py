from hostile import say, serve
serve(lambda request: say('{"id":"%s","verdict":"met","verdict":"unmet"}\n' % request["id"]))
