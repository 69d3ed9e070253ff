"""Looks around: says what it could see that it should not."""
import os, socket
from hostile import answer, serve


def bad(request):
    seen = []
    if set(os.environ) - {"PATH", "LANG", "LC_ALL", "TZ", "HOME", "TMPDIR", "PYTHONHASHSEED",
                          "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8", "LC_CTYPE", "PWD"}:
        seen.append("environment")
    if os.listdir("."):
        seen.append("folder")
    if any(os.path.exists(path) for path in ("/etc/passwd", "/root", "/home", "/var")):
        seen.append("disk")
    if len([name for name in os.listdir("/proc") if name.isdigit()]) > 4:
        seen.append("processes")
    if len(socket.if_nameindex()) > 1:
        seen.append("network")
    try:
        open(os.path.join(os.path.dirname(__file__), "written"), "w").close()
        os.unlink(os.path.join(os.path.dirname(__file__), "written"))
        seen.append("own-folder-writable")
    except OSError:
        pass
    text = " ".join(seen) or "nothing"
    answer(request["id"], verdict="met", reason={"vi": text, "en": text})


serve(bad)
