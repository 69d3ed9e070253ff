import os, signal
from hostile import serve
serve(lambda request: os.kill(os.getpid(), signal.SIGSEGV))
