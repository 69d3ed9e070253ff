"""Answers well, and stays when there is nothing more to read."""
import signal, time
from hostile import good, serve
signal.signal(signal.SIGTERM, signal.SIG_IGN)
serve(lambda request: good(request["id"]))
time.sleep(60)
