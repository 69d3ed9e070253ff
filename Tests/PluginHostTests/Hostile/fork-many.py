"""A fork bomb that goes off thirty times only: whoever tries this tries it on a machine in use."""
import os, time
from hostile import serve


def bad(request):
    for _ in range(30):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
    time.sleep(60)


serve(bad)
