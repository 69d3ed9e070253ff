import os
from hostile import serve


def bad(request):
    with open("huge", "wb") as file:
        while True:
            file.write(b"x" * (1 << 20))
            file.flush()


serve(bad)
