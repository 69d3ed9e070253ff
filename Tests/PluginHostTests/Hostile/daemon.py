"""Leaves a grandchild in a session of its own, and answers as if nothing were the matter."""
import os, time
from hostile import good, serve


def bad(request):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 100)
            time.sleep(60)
        os._exit(0)
    os.wait()
    good(request["id"])


serve(bad)
