import os, time
from hostile import serve


def bad(request):
    os.close(1)
    time.sleep(60)


serve(bad)
