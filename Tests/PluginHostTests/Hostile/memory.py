from hostile import serve


def bad(request):
    hoard = []
    while True:
        hoard.append(bytearray(1 << 24))


serve(bad)
