import sys
from hostile import serve


def bad(request):
    while True:
        sys.stderr.write("x" * 65536)


serve(bad)
