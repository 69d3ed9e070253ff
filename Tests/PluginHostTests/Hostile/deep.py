from hostile import say, serve
serve(lambda request: say('{"id":"%s","x":%s%s}\n' % (request["id"], "[" * 5000, "]" * 5000)))
