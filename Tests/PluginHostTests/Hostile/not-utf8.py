import sys
from hostile import serve


def bad(request):
    sys.stdout.buffer.write(b'{"id":"' + request["id"].encode() + b'","verdict":"\xff\xfe"}\n')
    sys.stdout.flush()


serve(bad)
