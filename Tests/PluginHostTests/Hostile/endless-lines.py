from hostile import say, serve


def bad(request):
    while True:
        say("x\n" * 10000)


serve(bad)
