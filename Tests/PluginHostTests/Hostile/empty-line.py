from hostile import good, say, serve


def bad(request):
    say("\n")
    good(request["id"])


serve(bad)
