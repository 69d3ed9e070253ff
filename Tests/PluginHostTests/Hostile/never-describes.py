import os
from hostile import good, serve
serve(lambda request: good(request["id"]), lambda id: os._exit(9))
