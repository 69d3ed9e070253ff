import time
from hostile import say, serve


def bad(request):
    while True:
        say(" ")
        time.sleep(0.05)


serve(bad)
