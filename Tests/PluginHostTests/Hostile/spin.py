from hostile import serve


def bad(request):
    while True:
        pass


serve(bad)
