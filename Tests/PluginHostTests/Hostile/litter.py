"""Leaves files, links, and folders that nobody may read; that alone is allowed."""
import os
from hostile import good, serve


def bad(request):
    os.makedirs("a/b/c", exist_ok=True)
    open("a/b/c/file", "w").close()
    os.symlink("/usr", "a/link")
    os.mkfifo("a/pipe")
    os.chmod("a/b/c", 0)
    os.chmod("a/b", 0)
    good(request["id"])


serve(bad)
