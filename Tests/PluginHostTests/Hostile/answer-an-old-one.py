from hostile import good, serve


def bad(request):
    good("1")
    good(request["id"])


serve(bad)
