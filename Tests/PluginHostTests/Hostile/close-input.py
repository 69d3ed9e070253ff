import os, time
from hostile import serve


def bad(request):
    os.close(0)
    time.sleep(60)


serve(bad)
