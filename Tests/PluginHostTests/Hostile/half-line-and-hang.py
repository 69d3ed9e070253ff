import time
from hostile import say, serve


def bad(request):
    say('{"id":"' + request["id"])
    time.sleep(60)


serve(bad)
