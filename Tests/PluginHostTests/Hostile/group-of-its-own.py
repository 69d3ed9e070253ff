import os, time
from hostile import serve


def bad(request):
    if os.fork() == 0:
        os.setpgid(0, 0)
        time.sleep(60)
    os._exit(1)


serve(bad)
