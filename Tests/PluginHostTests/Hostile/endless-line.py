from hostile import say, serve


def bad(request):
    while True:
        say("x" * 65536)


serve(bad)
