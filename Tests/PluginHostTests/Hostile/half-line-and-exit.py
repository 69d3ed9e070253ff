import os
from hostile import say, serve


def bad(request):
    say('{"id":"' + request["id"])
    os._exit(0)


serve(bad)
