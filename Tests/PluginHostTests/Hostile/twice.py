from hostile import good, serve


def bad(request):
    good(request["id"])
    good(request["id"])


serve(bad)
